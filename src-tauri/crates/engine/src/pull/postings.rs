//! Stages of plans and texts of postings: endpoints that are asked once per record.

use std::collections::HashSet;
use std::sync::Arc;

use futures_util::{StreamExt as _, stream};
use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_ashby::model as ashby;
use samara_ashby::{Error as ApiError, Lane, Page};
use samara_store::table::listing::Subject;
use samara_store::table::reference::{Kind, Reference};
use samara_store::{Outcome, Payload, Reading};
use samara_unified as unified;

use super::mapping::kept_payload;
use super::pass::settle;
use super::patience::patiently;
use super::progress::ModelState;
use super::sweep;
use crate::{Failure, Tag, Workspace};

/// Calls under way at once; the limiter decides how many really are.
const AT_ONCE: usize = 8;

/// Reads the stages of every plan. They have no token and are few.
pub(super) async fn stages(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    let outcome = all_stages(workspace).await;
    let name = api::InterviewStageList::NAME;
    workspace.progress.endpoint(name, |part| settle(part, outcome.as_ref().err()));
    finish(workspace, name, outcome).await
}

async fn finish(
    workspace: &Arc<Workspace>,
    name: &'static str,
    outcome: Result<(), Failure>,
) -> Result<(), Failure> {
    match &outcome {
        Ok(()) => workspace.record_success(name).await?,
        Err(failure) => workspace.record_failure(name, failure).await?,
    }
    outcome
}

async fn all_stages(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    let name = api::InterviewStageList::NAME;
    workspace.progress.endpoint(name, |part| part.state = ModelState::Running);
    let plans: Vec<ashby::InterviewPlan> = workspace
        .read(|reading| reading.references(Kind::InterviewPlan))
        .await?
        .iter()
        .filter_map(|text| serde_json::from_str(text).ok())
        .collect();
    sweep::begin_listing(workspace, name, &[Subject::Table("ats_application_stages")]).await?;
    let mut spoiled = false;
    let calls = plans.into_iter().map(|plan| async move {
        let params = api::InterviewStageListParams { interview_plan_id: plan.id };
        let page = workspace.client.page::<api::InterviewStageList>(Lane::Pull, &params, None, None);
        patiently(workspace, page).await
    });
    let mut calls = stream::iter(calls).buffer_unordered(AT_ONCE);
    while let Some(page) = calls.next().await {
        spoiled |= keep_stages(workspace, page).await?;
    }
    sweep::end_listing(workspace, name, spoiled).await
}

/// Lists the stages of one plan.
pub(super) async fn stages_of(workspace: &Arc<Workspace>, plan: &str) -> Result<(), Failure> {
    let params = api::InterviewStageListParams { interview_plan_id: plan.into() };
    let page = workspace.client.page::<api::InterviewStageList>(Lane::Pull, &params, None, None);
    let page = patiently(workspace, page).await;
    keep_stages(workspace, page).await.map(drop)
}

/// Keeps the stages of a plan, and tells whether one of them could not be read.
async fn keep_stages(
    workspace: &Arc<Workspace>,
    page: Result<Page<ashby::Stage>, ApiError>,
) -> Result<bool, Failure> {
    let name = api::InterviewStageList::NAME;
    let page = page.map_err(|error| Failure::of_call(error, api::InterviewStageList::PERMISSION))?;
    let received = page.records.len() as u64;
    let malformed = page.malformed.len() as u64;
    let connection = workspace.mapping.connection.clone();
    let now = workspace.now();
    let moved = workspace
        .write_mirror(move |tx| {
            let mut moved = false;
            for record in &page.records {
                let json = kept_payload(name, &record.raw);
                let payload = Payload::new(name, &json);
                moved |= tx.upsert(&unified::stage(&connection, &record.value), &[payload], &now)?.1
                    != Outcome::Same;
            }
            Ok(moved)
        })
        .await?;
    if moved {
        workspace.notices.tell(&[Tag::Pipeline, Tag::Candidate]);
    }
    workspace.progress.endpoint(name, |part| {
        part.fetched += received;
        part.malformed += malformed;
        part.listed = true;
    });
    Ok(malformed > 0)
}

/// Lists the postings and reads the text of those that are new or changed; of all of them in a full run, since
/// editing a form alone may leave `updatedAt` as it was.
pub(super) async fn postings(workspace: &Arc<Workspace>, full: bool) -> Result<(), Failure> {
    let name = api::JobPostingList::NAME;
    let outcome = all_postings(workspace, full).await;
    workspace.progress.endpoint(name, |part| settle(part, outcome.as_ref().err()));
    finish(workspace, name, outcome).await
}

async fn all_postings(workspace: &Arc<Workspace>, full: bool) -> Result<(), Failure> {
    workspace.progress.endpoint(api::JobPostingList::NAME, |part| part.state = ModelState::Running);
    let boards: Vec<ashby::JobBoard> = workspace
        .read(|reading| reading.references(Kind::JobBoard))
        .await?
        .iter()
        .filter_map(|text| serde_json::from_str(text).ok())
        .collect();
    // Where boards cannot be read, Ashby lists the primary one.
    let mut asked: Vec<Option<ashby::JobBoardId>> =
        boards.iter().map(|board| Some(board.id.clone())).collect();
    if asked.is_empty() {
        asked.push(None);
    }
    let (mut drafts, mut complete) = (true, true);
    let name = api::JobPostingList::NAME;
    sweep::begin_listing(workspace, name, &[Subject::Reference(Kind::JobPosting)]).await?;
    for board in &asked {
        complete &= list_board(workspace, board.as_ref(), &mut drafts).await?;
    }
    sweep::end_listing(workspace, name, !complete).await?;
    let internal: HashSet<String> = boards
        .into_iter()
        .filter(|board| board.is_internal == Some(true))
        .map(|board| board.id.into_string())
        .collect();
    let wanted = workspace
        .write_mirror(move |tx| {
            tx.keep_boards(&asked.iter().map(|board| key(board.as_ref())).collect::<Vec<_>>())
        })
        .await
        .map(|()| workspace.read(move |reading| wanted(reading, &internal, full)))?
        .await?;
    let calls = wanted.into_iter().map(|params| {
        let include_unpublished_job_postings = drafts;
        posting_info(workspace, api::JobPostingInfoParams { include_unpublished_job_postings, ..params })
    });
    let mut calls = stream::iter(calls).buffer_unordered(AT_ONCE);
    while let Some(outcome) = calls.next().await {
        outcome?;
    }
    Ok(())
}

/// What the mirror calls a board.
fn key(board: Option<&ashby::JobBoardId>) -> String {
    board.map(|board| board.as_str().to_owned()).unwrap_or_default()
}

/// Lists one board, and tells whether all of it could be read. `drafts` asks for drafts, too, and is given up where Ashby does not know that.
async fn list_board(
    workspace: &Arc<Workspace>,
    board: Option<&ashby::JobBoardId>,
    drafts: &mut bool,
) -> Result<bool, Failure> {
    let name = api::JobPostingList::NAME;
    let (mut listed, mut complete, mut cursor) = (Vec::new(), true, None);
    loop {
        let params = api::JobPostingListParams {
            job_board_id: board.cloned(),
            include_unpublished_job_postings: *drafts,
        };
        let page = workspace.client.page::<api::JobPostingList>(Lane::Pull, &params, cursor.as_ref(), None);
        let page = match patiently(workspace, page).await {
            Err(error) if *drafts && error.ashby_code() == Some("invalid_input") => {
                *drafts = false;
                continue;
            }
            page => page.map_err(|error| Failure::of_call(error, api::JobPostingList::PERMISSION))?,
        };
        complete &= page.malformed.is_empty();
        cursor = page.next;
        let records = page.records;
        workspace.progress.endpoint(name, |part| {
            part.fetched += records.len() as u64;
            part.malformed += page.malformed.len() as u64;
            part.listed = true;
        });
        listed.extend(records.iter().map(|record| record.value.id.as_str().to_owned()));
        let (board, listed, last) = (key(board), listed.clone(), cursor.is_none());
        workspace
            .write_mirror(move |tx| {
                for record in &records {
                    let json = kept_payload(name, &record.raw);
                    let (id, title) = (record.value.id.as_str(), record.value.title.as_deref());
                    tx.keep_reference(
                        Kind::JobPosting,
                        &Reference { remote_id: id, name: title, is_archived: false, json: &json },
                    )?;
                }
                tx.set_board(&board, &listed, complete && last)
            })
            .await?;
        if cursor.is_none() {
            return Ok(complete);
        }
    }
}

/// Postings whose text and form are to be read. Of one that only internal boards list, the board has to be told.
fn wanted(
    reading: &Reading<'_>,
    internal: &HashSet<String>,
    full: bool,
) -> samara_store::Result<Vec<api::JobPostingInfoParams>> {
    let wanted = if full { reading.named_postings()? } else { reading.unread_postings()? };
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let boards = reading.posting_boards()?;
    let params = wanted.into_iter().map(|id| {
        let on = boards.get(&id).map(Vec::as_slice).unwrap_or_default();
        let first = on.first().filter(|_| on.iter().all(|board| internal.contains(board)));
        let job_board_id = first.map(|board| ashby::JobBoardId::from(board.as_str()));
        api::JobPostingInfoParams { job_board_id, ..api::JobPostingInfoParams::new(id.into()) }
    });
    Ok(params.collect())
}

async fn posting_info(workspace: &Arc<Workspace>, params: api::JobPostingInfoParams) -> Result<(), Failure> {
    let name = api::JobPostingGet::NAME;
    let info = workspace.client.call::<api::JobPostingGet>(Lane::Pull, &params);
    let (id, title, json) = match patiently(workspace, info).await {
        Ok(reply) => {
            let json = kept_payload(name, &reply.raw).into_owned();
            (reply.results.id.into_string(), reply.results.title, json)
        }
        // A posting that its job names but Ashby does not show to this key: not asked for again until everything is.
        Err(ApiError::Refused { .. }) => (params.job_posting_id.into_string(), None, "null".to_owned()),
        Err(error) => return Err(Failure::of_call(error, api::JobPostingGet::PERMISSION)),
    };
    workspace
        .write_mirror(move |tx| {
            let record =
                Reference { remote_id: &id, name: title.as_deref(), is_archived: false, json: &json };
            tx.keep_reference(Kind::JobPostingInfo, &record).map(drop)
        })
        .await
}
