//! What was measured, as a table in Markdown.

use std::time::{Duration, Instant};

/// The present, for whoever measures.
#[expect(clippy::disallowed_methods, reason = "a bench measures real time")]
pub fn now() -> Instant {
    Instant::now()
}

/// Seconds of the epoch, for comparison with a page's own clock.
#[expect(clippy::disallowed_methods, reason = "a bench measures real time")]
pub fn epoch() -> crate::Outcome<f64> {
    Ok(std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_secs_f64())
}

/// Many measurements of the same thing.
#[derive(Default)]
pub struct Samples(Vec<Duration>);

impl Samples {
    /// Adds one.
    pub fn add(&mut self, one: Duration) {
        self.0.push(one);
    }

    /// Adds all of another.
    pub fn extend(&mut self, other: &Self) {
        self.0.extend(&other.0);
    }

    /// The one in the middle.
    pub fn median(&self) -> Duration {
        self.at(0.5)
    }

    /// From the least to the most.
    pub fn spread(&self) -> Duration {
        self.at(1.0) - self.at(0.0)
    }

    /// The value below which this part (0 to 1) of the samples lies.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an index into the samples")]
    fn at(&self, part: f64) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let last = sorted.len().saturating_sub(1);
        let index = (part * sorted.len() as f64).ceil() as usize;
        sorted.get(index.saturating_sub(1).min(last)).copied().unwrap_or_default()
    }
}

/// The table under construction. Rows are also told as they come, because a bench takes minutes.
#[derive(Default)]
pub struct Table {
    rows: Vec<[String; 5]>,
}

impl Table {
    /// A row of samples.
    pub fn samples(&mut self, what: &str, samples: &Samples, budget: &str) {
        self.row(what, &spoken(samples.at(0.5)), &spoken(samples.at(0.95)), "", budget);
    }

    /// A row of one value beside a baseline of the same run.
    pub fn beside(&mut self, what: &str, value: &str, baseline: &str, budget: &str) {
        self.row(what, value, "", baseline, budget);
    }

    /// A duration beside that of its baseline.
    pub fn ratio(&mut self, what: &str, time: Duration, name: &str, baseline: Duration, budget: &str) {
        let ratio = time.as_secs_f64() / baseline.as_secs_f64();
        self.beside(what, &spoken(time), &format!("{ratio:.2} × {name} ({})", spoken(baseline)), budget);
    }

    fn row(&mut self, what: &str, value: &str, high: &str, baseline: &str, budget: &str) {
        println!("  {what}: {value} {high} {baseline}");
        self.rows.push([what, value, high, baseline, budget].map(str::to_owned));
    }

    /// Prints it as a whole.
    pub fn print(&self, candidates: u32) {
        println!("\n{} candidates, release build, {} cores\n", thousands(candidates.into()), cores());
        println!("| What | Median or value | p95 | Beside it | Budget |\n|---|---|---|---|---|");
        for row in &self.rows {
            println!("| {} |", row.join(" | "));
        }
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// A duration in the unit people would use.
pub fn spoken(time: Duration) -> String {
    let milliseconds = time.as_secs_f64() * 1_000.0;
    match milliseconds {
        ..0.95 => format!("{milliseconds:.2} ms"),
        ..100.0 => format!("{milliseconds:.1} ms"),
        ..10_000.0 => format!("{milliseconds:.0} ms"),
        _ => format!("{:.1} s", time.as_secs_f64()),
    }
}

/// A number with its thousands separated.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// How many of something a second.
pub fn rate(count: u64, time: Duration) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rate for people")]
    let whole = (count as f64 / time.as_secs_f64()).round() as u64;
    format!("{}/s", thousands(whole))
}
