//! Details: calls owed for single records, newest first, in the background lane.

use std::sync::Arc;

use futures_util::{StreamExt as _, stream};
use samara_ashby::Lane;
use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_store::MirrorTx;
use samara_store::table::owed::{LATER, Owed};

use super::progress::ModelState;
use super::{extras, merge, pass, refresh};
use crate::{Failure, Workspace};

/// The name details go by in the status.
pub(super) const NAME: &str = "application.info";
/// Calls under way at once; the limiter decides how many really are.
const AT_ONCE: usize = 8;
/// Owed calls read from the queue at a time.
const BATCH: u32 = 200;
/// Paid calls noted in one transaction.
const NOTED_TOGETHER: usize = 50;
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
    let (mut last, mut first_failure) = (None, None);
    loop {
        let owed = workspace.read(move |reading| reading.owed(last.as_ref(), BATCH)).await?;
        last = owed.last().cloned();
        if last.is_none() {
            break;
        }
        first_failure = first_failure.or(pay_batch(workspace, owed).await?.1);
    }
    first_failure.map_or(Ok(()), Err)
}

/// Pays for what belongs to records, as much as one run may take; tells whether that was not all.
async fn pay_later(workspace: &Arc<Workspace>, kind: &'static str) -> Result<bool, Failure> {
    let (mut last, mut paid, mut first_failure) = (None, 0, None);
    while paid < LATER_AT_MOST {
        let owed = workspace.read(move |reading| reading.owed_of(kind, last.as_ref(), BATCH)).await?;
        last = owed.last().cloned();
        if last.is_none() {
            return first_failure.map_or(Ok(false), Err);
        }
        let (count, failure) = pay_batch(workspace, owed).await?;
        paid += count;
        first_failure = first_failure.or(failure);
    }
    first_failure.map_or(Ok(true), Err)
}

/// What came of a call.
enum Paid {
    /// It is owed no more.
    Settled,
    /// Nor is this application; what belongs to its candidate is owed from now on.
    Followed,
    /// Whether it is still owed was noted with what it brought, or is not known yet.
    Left,
}

/// Calls that were paid and are still to be noted so: together, for each note alone would take longer than the call.
/// Those a crash leaves unnoted are paid again.
#[derive(Default)]
struct Receipts(Vec<(Owed, Paid)>);

impl Receipts {
    async fn note(&mut self, workspace: &Arc<Workspace>) -> Result<(), Failure> {
        let paid = std::mem::take(&mut self.0);
        if paid.is_empty() {
            return Ok(());
        }
        let note = |tx: &MirrorTx<'_>, (owed, how): &(Owed, Paid)| {
            if matches!(how, Paid::Followed) {
                tx.owe_beside(&owed.remote_id)?;
            }
            tx.settle(owed)
        };
        workspace.write_mirror(move |tx| paid.iter().try_for_each(|paid| note(tx, paid))).await
    }
}

/// Pays some calls at once: how many were paid, and the first failure that says nothing of the others.
async fn pay_batch(workspace: &Arc<Workspace>, owed: Vec<Owed>) -> Result<(usize, Option<Failure>), Failure> {
    let (mut count, mut first_failure, mut transient) = (0, None, None);
    let mut receipts = Receipts::default();
    let mut calls =
        stream::iter(owed.into_iter().map(|owed| pay_one(workspace, owed))).buffer_unordered(AT_ONCE);
    while let Some(outcome) = calls.next().await {
        match outcome {
            Ok((owed, paid)) => {
                count += 1;
                workspace.progress.endpoint(NAME, |part| part.fetched += 1);
                if !matches!(paid, Paid::Left) {
                    receipts.0.push((owed, paid));
                }
                if receipts.0.len() >= NOTED_TOGETHER {
                    receipts.note(workspace).await?;
                }
            }
            Err(failure) if failure.is_transient() => {
                transient = Some(failure);
                break;
            }
            Err(failure) => first_failure = first_failure.or(Some(failure)),
        }
    }
    receipts.note(workspace).await?;
    transient.map_or(Ok((count, first_failure)), Err)
}

async fn pay_one(workspace: &Arc<Workspace>, owed: Owed) -> Result<(Owed, Paid), Failure> {
    let remote_id = owed.remote_id.as_str();
    let settled = |()| Paid::Settled;
    let paid = match owed.kind.as_str() {
        "candidate.info" => refresh::candidate_alone(workspace, remote_id, Lane::Pull).await.map(settled),
        "candidate.listNotes" => refresh::notes(workspace, remote_id, Lane::Pull).await.map(settled),
        "candidate.listProjects" => extras::projects(workspace, remote_id, Lane::Pull).await.map(settled),
        "resume" => {
            let read = extras::resume(workspace, remote_id, Lane::Pull, Some(owed.clone()));
            read.await.map(|()| Paid::Left)
        }
        "offer.info" => refresh::offer(workspace, remote_id, Lane::Pull).await.map(settled),
        "candidate.merge" => merge::look_into(workspace, remote_id).await.map(settled),
        "application.reread" => merge::reread(workspace, remote_id).await.map(settled),
        _ => pay_application(workspace, remote_id).await,
    };
    match paid {
        Ok(paid) => Ok((owed, paid)),
        // Gone or hidden from this key meanwhile: nothing is owed any more.
        Err(failure) if failure.code == crate::Code::RemoteInputInvalid => Ok((owed, Paid::Settled)),
        Err(failure) => Err(failure),
    }
}

/// Only pipelines that are alive are read ahead; the others when somebody opens them. While jobs cannot be read,
/// nobody knows which are alive.
async fn pay_application(workspace: &Arc<Workspace>, remote_id: &str) -> Result<Paid, Failure> {
    let wanted = remote_id.to_owned();
    let status = workspace
        .read(move |reading| {
            let row = reading.application_by_remote_id(&wanted)?;
            Ok(row.and_then(|row| row.job_status))
        })
        .await?;
    match status.as_deref() {
        Some("OPEN") => {
            refresh::application(workspace, remote_id, Lane::Pull).await?;
            Ok(Paid::Followed)
        }
        Some(_) => Ok(Paid::Settled),
        None if workspace.progress.is_done(api::JobList::NAME) => Ok(Paid::Settled),
        None => Ok(Paid::Left),
    }
}
