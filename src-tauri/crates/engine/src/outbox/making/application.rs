//! Putting a person on a job.

use std::sync::Arc;

use samara_ashby::Lane;
use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_ashby::model as ashby;

use super::super::perform::{Proof, Refused, once};
use super::Making;
use crate::{Code, Failure, Workspace, pull};

/// Fails unless Ashby says now that the job is open.
pub(super) async fn job_is_open(workspace: &Arc<Workspace>, job: &str) -> Result<(), Failure> {
    let params = api::JobInfoParams { id: ashby::JobId::from(job) };
    let reply = workspace.client.call_once::<api::JobGet>(Lane::Write, &params).await;
    let reply = reply.map_err(|error| Failure::of_call(error, api::JobGet::PERMISSION))?;
    match reply.results.status.as_deref() {
        Some("Open") | None => Ok(()),
        Some(status) => Err(closed(status)),
    }
}

/// The job takes no applications.
pub(in super::super) fn closed(status: &str) -> Failure {
    Failure::new(
        Code::JobClosed,
        format!("The job takes no applications: it is {status}."),
        "Open the job in Ashby, or choose another one.",
    )
}

/// The person has an application there.
pub(in super::super) fn exists(application: &str) -> Failure {
    Failure::new(
        Code::ApplicationExists,
        format!("This person already has an application on this job ({application})."),
        "Open that application and move it to where it belongs.",
    )
}

/// The applications a person has in Ashby.
pub(super) async fn ids_of(workspace: &Arc<Workspace>, candidate: &str) -> Result<Vec<String>, Failure> {
    let params = api::CandidateInfoParams { id: ashby::CandidateId::from(candidate) };
    let reply = workspace.client.call_once::<api::CandidateGet>(Lane::Write, &params).await;
    let known = reply.map_err(|error| Failure::of_call(error, api::CandidateGet::PERMISSION))?.results;
    Ok(known.application_ids.into_iter().map(ashby::ApplicationId::into_string).collect())
}

/// The one of these applications that is on a job.
pub(super) async fn on_job(
    workspace: &Arc<Workspace>,
    applications: &[String],
    job: &str,
) -> Result<Option<String>, Failure> {
    for id in applications {
        let params = api::ApplicationInfoParams {
            application_id: ashby::ApplicationId::from(id.as_str()),
            expand: Vec::new(),
        };
        let reply = workspace.client.call_once::<api::ApplicationGet>(Lane::Write, &params).await;
        let reply = reply.map_err(|error| Failure::of_call(error, api::ApplicationGet::PERMISSION))?;
        if reply.results.job.is_some_and(|it| it.id.as_str() == job) {
            return Ok(Some(id.clone()));
        }
    }
    Ok(None)
}

/// The applications of a person, none of them on this job.
pub(super) async fn before(
    workspace: &Arc<Workspace>,
    candidate: &str,
    job: &str,
) -> Result<Vec<String>, Failure> {
    let ids = ids_of(workspace, candidate).await?;
    match on_job(workspace, &ids, job).await? {
        Some(there) => Err(exists(&there)),
        None => Ok(ids),
    }
}

/// Looks for an application on the job that was not there before.
pub(super) async fn look(
    workspace: &Arc<Workspace>,
    candidate: &str,
    job: &str,
    before: Option<&[String]>,
) -> Result<Proof, Failure> {
    let Some(before) = before else { return Ok(Proof::Absent) };
    let mut new = ids_of(workspace, candidate).await?;
    new.retain(|id| !before.contains(id));
    Ok(on_job(workspace, &new, job).await?.map_or(Proof::Absent, |id| Proof::Happened(Some(id))))
}

/// Makes the application and returns Ashby's id of it.
pub(super) async fn make(workspace: &Arc<Workspace>, making: &Making) -> Result<String, Refused> {
    let Making::Application { candidate, job, plan, stage, source, credited, .. } = making else {
        return Err(Refused::before(Failure::defect("step")));
    };
    let params = api::ApplicationCreateParams {
        candidate_id: ashby::CandidateId::from(candidate.as_str()),
        job_id: ashby::JobId::from(job.as_str()),
        interview_plan_id: plan.as_deref().map(ashby::InterviewPlanId::from),
        interview_stage_id: stage.as_deref().map(ashby::StageId::from),
        source_id: source.as_deref().map(ashby::SourceId::from),
        credited_to_user_id: credited.as_deref().map(ashby::UserId::from),
    };
    let reply = workspace.client.call_once::<api::ApplicationCreate>(Lane::Write, &params).await;
    let reply = reply.map_err(Refused::of::<api::ApplicationCreate>)?;
    let kept = pull::apply_application(workspace, api::ApplicationCreate::NAME, &reply, Vec::new()).await;
    // That it was made is certain whatever becomes of keeping it here; the next sync brings it then.
    if let Err(failure) = kept {
        tracing::warn!(code = failure.code.as_str(), "made.not_kept");
    }
    Ok(reply.results.id.into_string())
}

/// Says where an application came from and who found the person.
pub(super) async fn credit(
    workspace: &Arc<Workspace>,
    application: &str,
    source: Option<&str>,
    credited: Option<&str>,
) -> Result<(), Refused> {
    let params = api::ApplicationUpdateParams {
        application_id: ashby::ApplicationId::from(application),
        source_id: source.map(ashby::SourceId::from),
        credited_to_user_id: credited.map(ashby::UserId::from),
        send_notifications: false,
    };
    once::<api::ApplicationUpdate>(workspace, &params).await.map(drop)
}

/// Moves an application that a form brought to the stage that was asked for.
pub(super) async fn place(workspace: &Arc<Workspace>, application: &str, stage: &str) -> Result<(), Refused> {
    let params = api::ChangeStageParams {
        application_id: ashby::ApplicationId::from(application),
        interview_stage_id: ashby::StageId::from(stage),
        archive_reason_id: None,
        archive_email: None,
    };
    once::<api::ApplicationChangeStage>(workspace, &params).await.map(drop)
}
