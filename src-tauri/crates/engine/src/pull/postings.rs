//! Stages of plans and texts of postings: endpoints that are asked once per record.

use std::sync::Arc;

use futures_util::{StreamExt as _, stream};
use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_ashby::model as ashby;
use samara_ashby::{Error as ApiError, Lane};
use samara_store::table::listing::Subject;
use samara_store::table::reference::{Kind, Reference};
use samara_store::{Outcome, Payload};
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
        let page = page.map_err(|error| Failure::of_call(error, api::InterviewStageList::PERMISSION))?;
        let received = page.records.len() as u64;
        spoiled |= !page.malformed.is_empty();
        let connection = workspace.mapping.connection.clone();
        let now = workspace.now();
        let moved = workspace
            .write_mirror(move |tx| {
                let mut moved = false;
                for record in &page.records {
                    let json = kept_payload(name, &record.raw);
                    let payload = Payload { endpoint: name, json: &json };
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
            part.listed = true;
        });
    }
    sweep::end_listing(workspace, name, spoiled).await
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
    let name = api::JobPostingList::NAME;
    workspace.progress.endpoint(name, |part| part.state = ModelState::Running);
    let params = api::JobPostingListParams::default();
    let page = workspace.client.page::<api::JobPostingList>(Lane::Pull, &params, None, None);
    let page = patiently(workspace, page).await;
    let page = page.map_err(|error| Failure::of_call(error, api::JobPostingList::PERMISSION))?;
    workspace.progress.endpoint(name, |part| {
        part.fetched += page.records.len() as u64;
        part.listed = true;
    });
    let listed: Vec<(String, Option<String>)> = page
        .records
        .iter()
        .map(|record| (record.value.id.as_str().to_owned(), record.value.updated_at.clone()))
        .collect();
    workspace
        .write_mirror(move |tx| {
            for record in &page.records {
                let json = kept_payload(name, &record.raw);
                let (id, title) = (record.value.id.as_str(), record.value.title.as_deref());
                tx.keep_reference(
                    Kind::JobPosting,
                    &Reference { remote_id: id, name: title, is_archived: false, json: &json },
                )?;
            }
            Ok(())
        })
        .await?;
    let wanted = wanted(workspace, listed, full).await?;
    let mut calls =
        stream::iter(wanted.into_iter().map(|id| posting_info(workspace, id))).buffer_unordered(AT_ONCE);
    while let Some(outcome) = calls.next().await {
        outcome?;
    }
    Ok(())
}

/// Postings whose text is to be read: listed ones that moved, and those only their job names.
async fn wanted(
    workspace: &Arc<Workspace>,
    listed: Vec<(String, Option<String>)>,
    full: bool,
) -> Result<Vec<String>, Failure> {
    let (jobs, infos) = workspace
        .read(|reading| Ok((reading.references(Kind::Job)?, reading.references(Kind::JobPostingInfo)?)))
        .await?;
    let known: std::collections::HashMap<String, Option<String>> = infos
        .iter()
        .filter_map(|text| serde_json::from_str::<ashby::JobPostingInfo>(text).ok())
        .map(|info| (info.id.as_str().to_owned(), info.updated_at))
        .collect();
    let named = jobs
        .iter()
        .filter_map(|text| serde_json::from_str::<ashby::Job>(text).ok())
        .flat_map(|job| job.job_posting_ids)
        .map(|id| id.as_str().to_owned());
    let mut wanted: Vec<String> = listed
        .iter()
        .filter(|(id, at)| full || known.get(id) != Some(at))
        .map(|(id, _)| id.clone())
        .collect();
    wanted.extend(named.filter(|id| full || !known.contains_key(id)));
    wanted.sort_unstable();
    wanted.dedup();
    Ok(wanted)
}

async fn posting_info(workspace: &Arc<Workspace>, id: String) -> Result<(), Failure> {
    let name = api::JobPostingGet::NAME;
    let params = api::JobPostingInfoParams::new(ashby::JobPostingId::from(id));
    let info = workspace.client.call::<api::JobPostingGet>(Lane::Pull, &params);
    match patiently(workspace, info).await {
        Ok(reply) => {
            workspace
                .write_mirror(move |tx| {
                    let json = kept_payload(name, &reply.raw);
                    let (id, title) = (reply.results.id.as_str(), reply.results.title.as_deref());
                    let record = Reference { remote_id: id, name: title, is_archived: false, json: &json };
                    tx.keep_reference(Kind::JobPostingInfo, &record).map(drop)
                })
                .await
        }
        // A posting that its job names but Ashby does not show to this key.
        Err(ApiError::Refused { .. }) => Ok(()),
        Err(error) => Err(Failure::of_call(error, api::JobPostingGet::PERMISSION)),
    }
}
