//! Plans as Ashby tells them of one job (`jobInterviewPlan.info`): a cross-check of the stages that are listed plan by
//! plan, and their source where the key may read jobs but not list stages.
//!
//! One job of each plan is asked, as all jobs of a plan have its stages: in complete runs, and while a plan's stages
//! are not known from anywhere.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_ashby::model as ashby;
use samara_ashby::{Error as ApiError, Lane};
use samara_store::table::reference::Kind;
use samara_store::{Payload, Reading};
use samara_unified::{self as unified, Id};
use serde_json::Value;

use super::pass::settle;
use super::patience::patiently;
use super::postings;
use super::progress::ModelState;
use crate::{Code, Failure, Workspace};

/// Where stages come from when nothing lists them.
pub(super) const TOLD: &str = api::JobInterviewPlanGet::NAME;
const STAGES: &str = "ats_application_stages";

/// Plans of open jobs, each with one of its jobs; and the stages known of each plan.
struct Known {
    plans: BTreeMap<String, ashby::JobId>,
    listed: BTreeMap<String, BTreeSet<String>>,
    told: BTreeSet<String>,
}

fn stages_by_plan(texts: &[String]) -> BTreeMap<String, BTreeSet<String>> {
    let mut plans: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for stage in texts.iter().filter_map(|text| serde_json::from_str::<ashby::Stage>(text).ok()) {
        if let Some(plan) = stage.interview_plan_id {
            plans.entry(plan.into_string()).or_default().insert(stage.id.into_string());
        }
    }
    plans
}

fn known(reading: &Reading<'_>) -> samara_store::Result<Known> {
    let mut plans = BTreeMap::new();
    for text in reading.references(Kind::Job)? {
        let Ok(job) = serde_json::from_str::<ashby::Job>(&text) else { continue };
        if job.status.as_deref() == Some("Open")
            && let Some(plan) = job.default_interview_plan_id
        {
            plans.entry(plan.into_string()).or_insert(job.id);
        }
    }
    Ok(Known {
        plans,
        listed: stages_by_plan(&reading.payloads(STAGES, api::InterviewStageList::NAME)?),
        told: stages_by_plan(&reading.payloads(STAGES, TOLD)?).into_keys().collect(),
    })
}

/// Asks one job of each plan that is due, and compares.
pub(super) async fn cross_check(workspace: &Arc<Workspace>, full: bool) -> Result<(), Failure> {
    let known = workspace.read(known).await?;
    let due: Vec<(String, ashby::JobId)> = known
        .plans
        .iter()
        .filter(|(plan, _)| full || !(known.listed.contains_key(*plan) || known.told.contains(*plan)))
        .map(|(plan, job)| (plan.clone(), job.clone()))
        .collect();
    if due.is_empty() {
        return Ok(());
    }
    workspace.progress.endpoint(TOLD, |part| part.state = ModelState::Running);
    let outcome = ask(workspace, &known, due).await;
    workspace.progress.endpoint(TOLD, |part| settle(part, outcome.as_ref().err()));
    match &outcome {
        Ok(()) => workspace.record_success(TOLD).await?,
        Err(failure) => workspace.record_failure(TOLD, failure).await?,
    }
    outcome
}

async fn ask(
    workspace: &Arc<Workspace>,
    known: &Known,
    due: Vec<(String, ashby::JobId)>,
) -> Result<(), Failure> {
    let mut unlisted = 0;
    for (plan, job_id) in due {
        let params = api::JobInterviewPlanInfoParams { job_id };
        let call = workspace.client.call::<api::JobInterviewPlanGet>(Lane::Pull, &params);
        let reply = match patiently(workspace, call).await {
            Ok(reply) => reply,
            // The job went meanwhile: its plan is asked of another one next time.
            Err(ApiError::Refused { .. }) => continue,
            Err(error) => return Err(Failure::of_call(error, api::JobInterviewPlanGet::PERMISSION)),
        };
        workspace.progress.endpoint(TOLD, |part| {
            part.fetched += 1;
            part.listed = true;
        });
        // The job went over to another plan meanwhile.
        if reply.results.interview_plan_id.as_ref().is_none_or(|told| told.as_str() != plan) {
            continue;
        }
        let told: BTreeSet<String> =
            reply.results.stages.iter().map(|stage| stage.id.as_str().to_owned()).collect();
        match known.listed.get(&plan) {
            None => keep(workspace, &plan, reply.raw.get(), told).await?,
            Some(listed) if told.is_subset(listed) => {}
            Some(_) => unlisted += usize::from(!listed_now(workspace, &plan, &told).await?),
        }
    }
    if unlisted == 0 { Ok(()) } else { Err(differs(unlisted)) }
}

/// Lists a plan's stages once more, and tells whether all that a job has are among them.
async fn listed_now(
    workspace: &Arc<Workspace>,
    plan: &str,
    told: &BTreeSet<String>,
) -> Result<bool, Failure> {
    postings::stages_of(workspace, plan).await?;
    let texts = workspace.read(|reading| reading.payloads(STAGES, api::InterviewStageList::NAME)).await?;
    Ok(stages_by_plan(&texts).get(plan).is_some_and(|listed| told.is_subset(listed)))
}

fn differs(plans: usize) -> Failure {
    Failure::new(
        Code::RemoteUnknown,
        format!("Jobs of {plans} interview plans have stages that Ashby's list of stages does not name."),
        "Those stages are missing here. Look at the plans in Ashby; the next complete sync compares again.",
    )
}

/// Keeps the stages a job has, where nothing lists them; what a plan had and has no more goes.
async fn keep(
    workspace: &Arc<Workspace>,
    plan: &str,
    raw: &str,
    told: BTreeSet<String>,
) -> Result<(), Failure> {
    let stages = parts(raw, plan);
    let before = workspace.read(|reading| reading.payloads(STAGES, TOLD)).await?;
    let gone: Vec<String> = stages_by_plan(&before)
        .remove(plan)
        .unwrap_or_default()
        .into_iter()
        .filter(|stage| !told.contains(stage))
        .collect();
    let (connection, now) = (workspace.mapping.connection.clone(), workspace.now());
    workspace
        .write_mirror(move |tx| {
            for (stage, json) in &stages {
                let payload = Payload::new(TOLD, json);
                tx.upsert(&unified::stage(&connection, stage), &[payload], &now)?;
            }
            for stage in &gone {
                tx.remove_row(STAGES, Id::of(&connection, STAGES, stage).as_str(), &now)?;
            }
            Ok(())
        })
        .await
}

/// The stages of a job's plan, each as a record of its own that names the plan.
fn parts(raw: &str, plan: &str) -> Vec<(ashby::Stage, String)> {
    let plan_of_job: Value = serde_json::from_str(raw).unwrap_or_default();
    let stages = plan_of_job.get("stages").and_then(Value::as_array).into_iter().flatten();
    let part = |stage: &Value| {
        let mut stage = stage.as_object()?.clone();
        stage.insert("interviewPlanId".to_owned(), plan.into());
        let json = Value::Object(stage).to_string();
        Some((serde_json::from_str(&json).ok()?, json))
    };
    stages.filter_map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_of_a_job_is_a_record_that_names_its_plan() {
        let raw = r#"{"jobId": "j", "interviewPlanId": "p",
            "stages": [{"id": "s1", "title": "Screen", "type": "Active", "orderInInterviewPlan": 3}, {"title": "no id"}]}"#;
        let stages = parts(raw, "p");
        assert_eq!(stages.len(), 1);
        assert_eq!(stages[0].0.interview_plan_id.as_ref().map(|plan| plan.as_str()), Some("p"));
        assert_eq!(stages[0].0.order_in_interview_plan, Some(3));
        let texts: Vec<String> = stages.into_iter().map(|(_, json)| json).collect();
        assert_eq!(stages_by_plan(&texts), [("p".to_owned(), ["s1".to_owned()].into())].into());
        assert_eq!(parts("null", "p").len(), 0);
    }

    #[test]
    fn a_difference_says_what_is_missing_and_what_to_do() {
        let failure = differs(2);
        assert!(failure.message.contains('2') && !failure.cure.is_empty());
        assert!(!failure.is_transient(), "it is no reason to try again at once");
    }
}
