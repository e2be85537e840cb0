//! From a key to what it paints, in the real window.
//!
//! Measured inside the page: from the event's own timestamp to the first task after the frame that shows what it was to
//! bring about. The driver only presses the keys.

use std::time::Duration;

use fantoccini::Client;
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::Value;

use crate::Outcome;
use crate::table::{Samples, Table};

const PATIENCE: Duration = Duration::from_secs(20);
const GLANCE: Duration = Duration::from_millis(15);
const REST: Duration = Duration::from_millis(80);
const STEPS: usize = 40;
const LEAPS: usize = 20;
const OPENINGS: usize = 8;

/// Times the next key: until a frame in which `when` (an expression of the page) holds is painted. A frame is when the
/// first message after its animation callbacks arrives.
const ARM: &str = r#"
const from = document.activeElement;
const place = from?.dataset.index;
const when = () => Boolean(WHEN);
window.samaraTook = null;
addEventListener("keydown", (event) => {
  const pressed = event.timeStamp;
  const painted = new MessageChannel();
  painted.port1.onmessage = () => { window.samaraTook = performance.now() - pressed; };
  const look = () => { when() ? painted.port2.postMessage(0) : requestAnimationFrame(look); };
  requestAnimationFrame(look);
}, { capture: true, once: true });
"#;

/// The focus on another row, and that row's record there.
const ELSEWHERE: &str = "document.activeElement?.dataset.index !== place && document.activeElement?.matches('[data-candidate-id]')";
/// The rows of a table, the first of which is then in hand.
const PEOPLE: &str = "document.querySelector('[role=grid] [data-candidate-id]')";
const JOBS: &str = "document.querySelector('[role=grid] [data-job-id]')";

/// Walks, searches, leaps, opens and comes back; a row of the table for each.
pub async fn measure(client: &Client, table: &mut Table) -> Outcome {
    go(client, "/candidates", PEOPLE).await?;
    let mut steps = Samples::default();
    for _ in 0..STEPS {
        steps.add(timed(client, char::from(Key::Down), ELSEWHERE).await?);
    }
    table.samples("Key → painted: one row down", &steps, "p95 ≤ 50 ms");
    let mut leaps = Samples::default();
    for turn in 0..LEAPS {
        let key = if turn % 2 == 0 { Key::End } else { Key::Home };
        leaps.add(timed(client, char::from(key), ELSEWHERE).await?);
    }
    table.samples("Key → painted: to the other end of all people", &leaps, "");
    let mut opened = Samples::default();
    for _ in 0..OPENINGS {
        let there = "location.hash.startsWith('#/candidates/') && !document.querySelector('[role=grid]')";
        opened.add(timed(client, char::from(Key::Enter), there).await?);
        timed(client, char::from(Key::Escape), "document.activeElement?.matches('[data-candidate-id]')")
            .await?;
        timed(client, char::from(Key::Down), ELSEWHERE).await?;
    }
    table.samples("Key → painted: open a person", &opened, "");
    let mut letters = Samples::default();
    timed(client, '/', "document.activeElement?.matches('input')").await?;
    for letter in "marta engineer berlin".chars() {
        letters.add(timed(client, letter, "true").await?);
    }
    table.samples("Key → painted: a letter of a search", &letters, "p95 ≤ 50 ms");
    board(client, table).await?;
    theme(client, table).await
}

/// The fullest board there is, opened from the jobs.
async fn board(client: &Client, table: &mut Table) -> Outcome {
    let mut opened = Samples::default();
    let mut walked = Samples::default();
    for _ in 0..OPENINGS {
        go(client, "/jobs?sort=active&desc=true", JOBS).await?;
        let there = "document.querySelector('[data-testid=board] [data-application-id]')";
        opened.add(timed(client, char::from(Key::Enter), there).await?);
        for _ in 0..5 {
            walked.add(timed(client, char::from(Key::Down), "true").await?);
        }
    }
    table.samples("Key → painted: open the fullest board", &opened, "");
    table.samples("Key → painted: one card down", &walked, "p95 ≤ 50 ms");
    Ok(())
}

/// From light to dark and back, as the settings do it.
async fn theme(client: &Client, table: &mut Table) -> Outcome {
    const SWITCH: &str = r#"
        const [theme, done] = arguments;
        const from = performance.now();
        document.documentElement.dataset.theme = theme;
        const painted = new MessageChannel();
        painted.port1.onmessage = () => done(performance.now() - from);
        requestAnimationFrame(() => painted.port2.postMessage(0));
    "#;
    go(client, "/candidates", PEOPLE).await?;
    let mut samples = Samples::default();
    for turn in 0..LEAPS {
        let theme = if turn % 2 == 0 { "dark" } else { "light" };
        let took = client.execute_async(SWITCH, vec![theme.into()]).await?;
        samples.add(spent(&took)?);
    }
    table.samples("Theme switched → painted", &samples, "");
    Ok(())
}

/// Goes to a screen, waits until it stands, and takes what was waited for in hand.
async fn go(client: &Client, address: &str, stands: &str) -> Outcome {
    client.execute("location.hash = arguments[0]", vec![address.into()]).await?;
    let check = format!("return Boolean({stands})");
    let waiting = tokio::time::timeout(PATIENCE, holds(client, &check)).await;
    waiting.map_err(|_| format!("{address} did not come to stand"))??;
    client.execute(&format!("{stands}.focus()"), vec![]).await?;
    Ok(())
}

async fn holds(client: &Client, check: &str) -> Outcome {
    while client.execute(check, vec![]).await? != Value::Bool(true) {
        tokio::time::sleep(GLANCE).await;
    }
    Ok(())
}

async fn timed(client: &Client, key: char, when: &str) -> Outcome<Duration> {
    client.execute(&ARM.replace("WHEN", when), vec![]).await?;
    let press = KeyActions::new("keyboard".to_owned())
        .then(KeyAction::Down { value: key })
        .then(KeyAction::Up { value: key });
    client.perform_actions(press).await?;
    let waiting = tokio::time::timeout(PATIENCE, took(client)).await;
    waiting.map_err(|_| format!("a key brought nothing about: {when}"))?
}

async fn took(client: &Client) -> Outcome<Duration> {
    // To ask is work for the page too.
    tokio::time::sleep(REST).await;
    loop {
        let took = client.execute("return window.samaraTook", vec![]).await?;
        if !took.is_null() {
            return spent(&took);
        }
        tokio::time::sleep(GLANCE).await;
    }
}

fn spent(milliseconds: &Value) -> Outcome<Duration> {
    let milliseconds = milliseconds.as_f64().ok_or("the page told no time")?;
    Ok(Duration::from_secs_f64(milliseconds.max(0.0) / 1_000.0))
}
