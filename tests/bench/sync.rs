//! The first sync, the details it owes, and what changed since.

use std::time::Duration;

use samara_engine::Workspace;
use samara_engine::pull;
use serde_json::{Value, json};
use std::sync::Arc;

use crate::Outcome;
use crate::desk::Desk;
use crate::sandbox::Sandbox;
use crate::table::{Table, now, rate, spoken, thousands};

/// Everything that is listed, and the two models that nearly all changes are in.
pub const LISTED: [&str; 8] =
    ["jobs", "stages", "candidates", "applications", "job_postings", "users", "tags", "rejection_reasons"];
const PEOPLE: [&str; 2] = ["candidates", "applications"];
/// How often is looked whether a sync has come to its details: each look reads the mirror beside it.
const GLANCE: Duration = Duration::from_millis(8);

/// What becomes of a sync once its listings are in the mirror: details are measured apart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// It is cut off there, as by a crash.
    Stop,
    /// It goes on to its end.
    Finish,
}

/// Runs a sync and answers how long it took until these models were in the mirror.
pub async fn listings(desk: &Desk, models: &[&str], then: Then) -> Outcome<Duration> {
    let workspace = desk.engine.workspace()?;
    let began = now();
    let run = tokio::spawn(run(workspace, false));
    while !run.is_finished() && !done(desk, models).await? {
        tokio::time::sleep(GLANCE).await;
    }
    let time = began.elapsed();
    if then == Then::Stop {
        run.abort();
    }
    match run.await {
        Ok(outcome) => outcome.map(|()| time),
        Err(ended) if ended.is_cancelled() => Ok(time),
        Err(ended) => Err(ended.into()),
    }
}

/// A whole run; a listing that fails is an error.
pub async fn run(workspace: Arc<Workspace>, full: bool) -> Outcome {
    let outcome = pull::run(&workspace, full).await?;
    match outcome.failures.first() {
        None => Ok(()),
        Some((endpoint, failure)) => Err(format!("{endpoint}: {}", failure.message).into()),
    }
}

async fn done(desk: &Desk, models: &[&str]) -> Outcome<bool> {
    are(desk, models, "done").await
}

/// Whether each of these models is in that state of the sync that is under way.
async fn are(desk: &Desk, models: &[&str], state: &str) -> Outcome<bool> {
    let status = desk.call("sync_status", json!({})).await?;
    let of_run = status.get("models").and_then(Value::as_array).cloned().unwrap_or_default();
    let is = |model: &Value, state: &str| model.get("state") == Some(&json!(state));
    if let Some(failed) = of_run.iter().find(|model| is(model, "failed")) {
        return Err(format!("the sync failed: {failed}").into());
    }
    let named =
        |name: &&str| of_run.iter().any(|model| model.get("model") == Some(&json!(name)) && is(model, state));
    Ok(status.get("running") == Some(&json!(true)) && models.iter().all(named))
}

/// Rows of the two large tables.
pub fn rows(desk: &Desk) -> Outcome<u64> {
    let sql = "SELECT sum(live) FROM table_count WHERE model IN ('ats_candidates', 'ats_applications')";
    let rows: i64 = desk.mirror()?.query_row(sql, [], |row| row.get(0))?;
    Ok(u64::try_from(rows)?)
}

/// The first sync without latency, beside downloading the same pages.
pub async fn first(desk: &Desk, table: &mut Table) -> Outcome {
    let time = listings(desk, &LISTED, Then::Stop).await?;
    let pages = desk.recording.pages();
    let count = pages.len() as u64;
    let download = desk.recording.download(pages).await?;
    let what = format!("First sync, no latency ({} pages)", thousands(count));
    table.ratio(&what, time, "download only", download, "");
    let rows = rows(desk)?;
    table.beside("… candidates and applications kept", &rate(rows, time), "", "");
    let bytes = std::fs::metadata(desk.mirror()?.path().unwrap_or_default())?.len();
    table.beside("… size of the mirror", &format!("{} MB", thousands(bytes >> 20)), "", "");
    Ok(())
}

/// Detail calls that are paid to the last one; of more, as many as can be waited for.
const PAYABLE: u64 = 20_000;
/// How long is waited where more are owed.
const PAYING: Duration = Duration::from_secs(60);

fn owed(desk: &Desk) -> Outcome<u64> {
    let owed: i64 = desk.mirror()?.query_row("SELECT count(*) FROM detail_queue", [], |row| row.get(0))?;
    Ok(owed.unsigned_abs())
}

/// The detail calls the first sync owes, from when all else has been listed.
pub async fn details(desk: &Desk, table: &mut Table) -> Outcome {
    let mut paying = tokio::spawn(run(desk.engine.workspace()?, false));
    while !paying.is_finished() && !are(desk, &["details"], "running").await? {
        tokio::time::sleep(GLANCE).await;
    }
    let before = owed(desk)?;
    let began = now();
    let mut paid = before;
    if before <= PAYABLE {
        paying.await??;
    } else if let Ok(ended) = tokio::time::timeout(PAYING, &mut paying).await {
        ended??;
    } else {
        paying.abort();
        paid = before.saturating_sub(owed(desk)?);
    }
    let time = began.elapsed();
    let what = format!("Details after it, {} of {} owed", thousands(paid), thousands(before));
    table.beside(&what, &spoken(time), &rate(paid, time), "");
    Ok(())
}

/// What becomes of a sync when its listings are in: to the end of it, unless that is still far.
fn then(desk: &Desk) -> Outcome<Then> {
    Ok(if owed(desk)? > PAYABLE { Then::Stop } else { Then::Finish })
}

/// The writer folds its log back after half a minute without work, as it does between two deltas of the app.
const QUIET: Duration = Duration::from_secs(35);

/// A thousand changes, beside a delta without any.
pub async fn delta(desk: &Desk, sandbox: &Sandbox, table: &mut Table) -> Outcome {
    let nothing = listings(desk, &PEOPLE, then(desk)?).await?;
    tokio::time::sleep(QUIET).await;
    sandbox.control(&json!({ "op": "touch", "candidates": 500, "applications": 500 })).await?;
    let time = listings(desk, &PEOPLE, then(desk)?).await?;
    table.ratio("Delta of 1,000 changes", time, "a delta of none", nothing, "≤ 250 ms (1 M: 500)");
    Ok(())
}
