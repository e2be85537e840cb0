//! Days, as searches name them.

use std::fmt;

use chrono::{Days, Months, NaiveDate};

/// Days from one to before another, UTC; either end may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The day after the last.
    pub to: Option<NaiveDate>,
}

impl Span {
    /// Reads `2026-01-31`, `2026-01`, `2026`, these after `>` `>=` `<` `<=` `=`, or two of them around `..`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((first, last)) = text.split_once("..") {
            let from = if first.is_empty() { None } else { Some(period(first)?.0) };
            let to = if last.is_empty() { None } else { Some(period(last)?.1) };
            return (from.is_some() || to.is_some()).then_some(Self { from, to });
        }
        let after = |sign: &str| text.strip_prefix(sign).map(|rest| period(rest.trim()));
        if let Some(period) = after(">=") {
            return Some(Self { from: Some(period?.0), to: None });
        }
        if let Some(period) = after("<=") {
            return Some(Self { from: None, to: Some(period?.1) });
        }
        if let Some(period) = after(">") {
            return Some(Self { from: Some(period?.1), to: None });
        }
        if let Some(period) = after("<") {
            return Some(Self { from: None, to: Some(period?.0) });
        }
        let (from, to) = period(text.strip_prefix('=').unwrap_or(text).trim())?;
        Some(Self { from: Some(from), to: Some(to) })
    }
}

/// A year, month or day: its first day, and the day after its last.
fn period(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let mut parts = text.split('-');
    let year = number(parts.next()?, 4)?;
    // Times are written with four digits.
    let year = i32::try_from(year).ok().filter(|year| (1..9_999).contains(year))?;
    let Some(month) = parts.next() else {
        let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
        return Some((first, first.checked_add_months(Months::new(12))?));
    };
    let month = number(month, 2)?;
    let Some(day) = parts.next() else {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        return Some((first, first.checked_add_months(Months::new(1))?));
    };
    let day = NaiveDate::from_ymd_opt(year, month, number(day, 2)?)?;
    parts.next().is_none().then_some((day, day.checked_add_days(Days::new(1))?))
}

fn number(text: &str, digits: usize) -> Option<u32> {
    (text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.to) {
            (None, None) => Ok(()),
            (Some(from), None) => write!(f, ">={from}"),
            (None, Some(to)) => write!(f, "<{to}"),
            (Some(from), Some(to)) => match to.pred_opt().unwrap_or(to) {
                last if last == from => write!(f, "{from}"),
                last => write!(f, "{from}..{last}"),
            },
        }
    }
}
