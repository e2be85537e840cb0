//! Details: calls owed for single records, newest first, in the background lane.

use std::sync::Arc;

use futures_util::{StreamExt as _, stream};
use samara_ashby::Lane;
use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_store::table::sync::{LATER, Owed};

use super::progress::ModelState;
use super::{extras, merge, pass, refresh};
use crate::{Failure, Workspace};

/// The name details go by in the status.
pub(super) const NAME: &str = "application.info";
/// Calls under way at once; the limiter decides how many really are.
const AT_ONCE: usize = 8;
/// Owed calls read from the queue at a time.
const BATCH: u32 = 200;
/// Calls of each later kind in one run, so that the next delta need not wait for all of them.
const LATER_AT_MOST: usize = 1_000;

/// Pays what is owed. A call that fails stays owed; the rest is still tried unless Ashby is out of reach.
pub(super) async fn pay(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    workspace.progress.endpoint(NAME, |part| part.state = ModelState::Running);
    let outcome = pay_all(workspace).await;
    workspace.progress.endpoint(NAME, |part| pass::settle(part, outcome.as_ref().err()));
    match &outcome {
        Ok(()) => workspace.record_success(NAME).await?,
        Err(failure) => workspace.record_failure(NAME, failure).await?,
    }
    outcome
}

async fn pay_all(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    let first = pay_records(workspace).await;
    if first.as_ref().is_err_and(Failure::is_transient) {
        return first;
    }
    let mut more = false;
    let mut beside = Ok(());
    for kind in LATER {
        let outcome = pay_later(workspace, kind).await;
        more |= *outcome.as_ref().unwrap_or(&false);
        if outcome.as_ref().is_err_and(Failure::is_transient) {
            return outcome.map(drop);
        }
        beside = beside.and(outcome.map(drop));
    }
    if more {
        // What changed meanwhile comes first: the rest is for the next run, which begins at once.
        workspace.sync.notify_one();
    }
    first.and(beside)
}

/// Pays for records themselves.
async fn pay_records(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    let mut below = i64::MAX;
    let mut first_failure = None;
    loop {
        let owed = workspace.read(move |reading| reading.owed(below, BATCH)).await?;
        let Some(last) = owed.last() else { break };
        below = last.position;
        first_failure = first_failure.or(pay_batch(workspace, owed).await?.1);
    }
    first_failure.map_or(Ok(()), Err)
}

/// Pays for what belongs to records, as much as one run may take; tells whether that was not all.
async fn pay_later(workspace: &Arc<Workspace>, kind: &'static str) -> Result<bool, Failure> {
    let (mut below, mut paid) = (i64::MAX, 0);
    let mut first_failure = None;
    while paid < LATER_AT_MOST {
        let owed = workspace.read(move |reading| reading.owed_of(kind, below, BATCH)).await?;
        let Some(last) = owed.last() else {
            return first_failure.map_or(Ok(false), Err);
        };
        below = last.position;
        let (count, failure) = pay_batch(workspace, owed).await?;
        paid += count;
        first_failure = first_failure.or(failure);
    }
    first_failure.map_or(Ok(true), Err)
}

/// Pays some calls at once: how many were paid, and the first failure that says nothing of the others.
async fn pay_batch(workspace: &Arc<Workspace>, owed: Vec<Owed>) -> Result<(usize, Option<Failure>), Failure> {
    let (mut paid, mut first_failure) = (0, None);
    let mut calls =
        stream::iter(owed.into_iter().map(|owed| pay_one(workspace, owed))).buffer_unordered(AT_ONCE);
    while let Some(outcome) = calls.next().await {
        match outcome {
            Ok(()) => {
                paid += 1;
                workspace.progress.endpoint(NAME, |part| part.fetched += 1);
            }
            Err(failure) if failure.is_transient() => return Err(failure),
            Err(failure) => first_failure = first_failure.or(Some(failure)),
        }
    }
    Ok((paid, first_failure))
}

async fn pay_one(workspace: &Arc<Workspace>, owed: Owed) -> Result<(), Failure> {
    let remote_id = owed.remote_id.as_str();
    let paid = match owed.kind.as_str() {
        "candidate.info" => refresh::candidate_alone(workspace, remote_id, Lane::Pull).await.map(|()| true),
        "candidate.listNotes" => refresh::notes(workspace, remote_id, Lane::Pull).await.map(|()| true),
        "candidate.listProjects" => extras::projects(workspace, remote_id, Lane::Pull).await.map(|()| true),
        "resume" => {
            extras::resume(workspace, remote_id, Lane::Pull, Some(owed.clone())).await.map(|()| false)
        }
        "offer.info" => refresh::offer(workspace, &owed.remote_id, Lane::Pull).await.map(|()| true),
        "candidate.merge" => merge::look_into(workspace, &owed.remote_id).await.map(|()| true),
        "application.reread" => merge::reread(workspace, &owed.remote_id).await.map(|()| true),
        _ => pay_application(workspace, &owed).await,
    };
    match paid {
        Ok(true) => {}
        Ok(false) => return Ok(()),
        // Gone or hidden from this key meanwhile: nothing is owed any more.
        Err(failure) if failure.code == crate::Code::RemoteInputInvalid => {}
        Err(failure) => return Err(failure),
    }
    workspace.write_mirror(move |tx| tx.settle(&owed)).await
}

/// Only pipelines that are alive are read ahead; the others when somebody opens them. Tells whether it is settled:
/// while jobs cannot be read, nobody knows which are alive.
async fn pay_application(workspace: &Arc<Workspace>, owed: &Owed) -> Result<bool, Failure> {
    let remote_id = owed.remote_id.clone();
    let status = workspace
        .read(move |reading| {
            let row = reading.application_by_remote_id(&remote_id)?;
            Ok(row.and_then(|row| row.job_status))
        })
        .await?;
    match status.as_deref() {
        Some("OPEN") => {
            refresh::application(workspace, &owed.remote_id, Lane::Pull).await?;
            let remote_id = owed.remote_id.clone();
            workspace.write_mirror(move |tx| tx.owe_beside(&remote_id)).await?;
            Ok(true)
        }
        Some(_) => Ok(true),
        None => Ok(workspace.progress.is_done(api::JobList::NAME)),
    }
}
