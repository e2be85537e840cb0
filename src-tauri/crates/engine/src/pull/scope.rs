//! The modes: keeping everything, what changed lately, or only what was created from here.

use std::sync::Arc;

use futures_util::{StreamExt as _, stream};
use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_ashby::model as ashby;
use samara_ashby::{Error as ApiError, Lane};
use samara_store::table::narrow::Narrow;
use samara_unified::{Id, Timestamp};

use super::mapping::Mode;
use super::merge::is_not_found;
use super::pass::settle;
use super::patience::patiently;
use super::progress::ModelState;
use super::refresh;
use crate::{Failure, Tag, Workspace, connection};

/// Since when what is here is not what the mode promises.
pub(crate) const EXPIRED: &str = "data_expired_at";
/// What has to be listed anew after a switch.
const LISTS: [&str; 4] =
    [api::CandidateList::NAME, api::ApplicationList::NAME, "interviewSchedule.list", "offer.list"];
/// Calls under way at once; the limiter decides how many really are.
const AT_ONCE: usize = 8;
/// Rows marked in one transaction.
const ROWS: u32 = 500;

/// Switches the mode. Until the next good sync the data counts as expired.
pub(crate) async fn switch(workspace: &Arc<Workspace>, mode: Mode) -> Result<(), Failure> {
    if mode == workspace.mode() {
        return Ok(());
    }
    let now = workspace.now();
    workspace.write_mirror(move |tx| tx.set_state(EXPIRED, Some(now.as_str()))).await?;
    relist(workspace).await?;
    workspace.set_mode(mode).await?;
    narrow(workspace).await?;
    workspace.changed(Tag::ALL);
    workspace.sync_now(false);
    Ok(())
}

/// Has people and what hangs on them listed completely by the next run.
pub(crate) async fn relist(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    workspace.write_mirror(|tx| LISTS.iter().try_for_each(|endpoint| tx.relist(endpoint))).await
}

/// Marks what the mode does not keep as deleted.
pub(super) async fn narrow(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    let bounds = match workspace.mode() {
        Mode::All => return Ok(()),
        Mode::Recent(days) => {
            let since = workspace.clock.now() - chrono::TimeDelta::days(days.into());
            Narrow::Since(Timestamp::from(since).as_str().to_owned())
        }
        Mode::CreatedOnly => Narrow::Tracked,
    };
    let mut moved = false;
    for table in ["ats_applications", "ats_candidates"] {
        loop {
            let wanted = bounds.clone();
            let ids = workspace.read(move |reading| reading.outside(table, &wanted, ROWS)).await?;
            if ids.is_empty() {
                break;
            }
            moved = true;
            let now = workspace.now();
            workspace
                .write_mirror(move |tx| {
                    ids.iter().try_for_each(|id| tx.remove_row(table, id, &now).map(drop))
                })
                .await?;
        }
    }
    if moved {
        workspace.changed(&[Tag::Sync, Tag::Jobs, Tag::Pipeline, Tag::Candidates, Tag::Candidate]);
    }
    Ok(())
}

/// Reads every tracked application and its candidate.
pub(super) async fn tracked(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    for name in [api::ApplicationList::NAME, api::CandidateList::NAME] {
        workspace.progress.endpoint(name, |part| part.state = ModelState::Running);
    }
    let ids = workspace.read(|reading| reading.tracked()).await?;
    let mut calls = stream::iter(ids.into_iter().map(|id| one(workspace, id))).buffer_unordered(AT_ONCE);
    let mut failure = None;
    while let Some(outcome) = calls.next().await {
        match outcome {
            Ok(()) => {
                for name in [api::ApplicationList::NAME, api::CandidateList::NAME] {
                    workspace.progress.endpoint(name, |part| part.fetched += 1);
                }
            }
            Err(error) => failure = failure.or(Some(error)),
        }
    }
    let now = workspace.now();
    workspace.progress.reached(failure.as_ref(), &now);
    for name in [api::ApplicationList::NAME, api::CandidateList::NAME] {
        workspace.progress.endpoint(name, |part| settle(part, failure.as_ref()));
        match &failure {
            None => workspace.record_success(name).await?,
            Some(failure) => workspace.record_failure(name, failure).await?,
        }
    }
    failure.map_or(Ok(()), Err)
}

async fn one(workspace: &Arc<Workspace>, remote_id: String) -> Result<(), Failure> {
    match read(workspace, &remote_id).await {
        Ok(()) => Ok(()),
        Err(Read::Gone) => {
            let id = Id::of(&workspace.mapping.connection, "ats_applications", &remote_id);
            let now = workspace.now();
            workspace
                .write_mirror(move |tx| tx.remove_row("ats_applications", id.as_str(), &now).map(drop))
                .await
        }
        Err(Read::Failed(failure)) => Err(failure),
    }
}

enum Read {
    Gone,
    Failed(Failure),
}

async fn read(workspace: &Arc<Workspace>, remote_id: &str) -> Result<(), Read> {
    let failed = |error: ApiError, permission| {
        if is_not_found(&error) { Read::Gone } else { Read::Failed(Failure::of_call(error, permission)) }
    };
    let params = api::ApplicationInfoParams::new(ashby::ApplicationId::from(remote_id));
    let reply = patiently(workspace, workspace.client.call::<api::ApplicationGet>(Lane::Pull, &params)).await;
    let reply = reply.map_err(|error| failed(error, api::ApplicationGet::PERMISSION))?;
    let history = reply.results.application_history.clone();
    let candidate = reply.results.candidate.as_ref().map(|candidate| candidate.id.as_str().to_owned());
    refresh::apply_application(workspace, api::ApplicationGet::NAME, &reply, history)
        .await
        .map_err(Read::Failed)?;
    match candidate {
        Some(candidate) => {
            refresh::candidate_alone(workspace, &candidate, Lane::Pull).await.map_err(Read::Failed)
        }
        None => Ok(()),
    }
}

/// Imports one application by Ashby's id of it, with its candidate.
pub(crate) async fn track(workspace: &Arc<Workspace>, remote_id: &str) -> Result<(), Failure> {
    connection::ensure_on(workspace).await?;
    match read(workspace, remote_id).await {
        Ok(()) => {}
        Err(Read::Gone) => {
            return Err(Failure::input(
                "Ashby knows no application with this id.",
                "Copy the id from the address of the application's page in Ashby.",
            ));
        }
        Err(Read::Failed(failure)) => return Err(failure),
    }
    let (id, now) = (remote_id.to_owned(), workspace.now());
    workspace.write_local(move |tx| tx.track(&id, false, now.as_str())).await?;
    workspace.load_scope().await?;
    workspace.changed(&[Tag::Pipeline, Tag::Jobs, Tag::Candidates, Tag::Candidate, Tag::Sync]);
    Ok(())
}
