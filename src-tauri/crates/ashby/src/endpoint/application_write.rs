//! `application.*` that change something, but for the stage

use serde::Serialize;

use super::endpoint;
use crate::model::{
    Application, ApplicationId, CandidateId, InterviewPlanId, JobId, SourceId, StageId, UserId,
};

endpoint! {
    /// Puts a person on a job.
    ApplicationCreate = "application.create", CreateLike, "candidatesWrite", ApplicationCreateParams => Application
}

endpoint! {
    /// Says where an application came from and who found the person.
    ApplicationUpdate = "application.update", SetLike, "candidatesWrite", ApplicationUpdateParams => Application
}

endpoint! {
    /// Says where an application came from.
    ApplicationChangeSource = "application.changeSource", SetLike, "candidatesWrite", ChangeSourceParams => Application
}

endpoint! {
    /// Moves an application to another job.
    ApplicationTransfer = "application.transfer", SetLike, "candidatesWrite", TransferParams => Application
}

/// Parameters of `application.create`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationCreateParams {
    /// The person.
    pub candidate_id: CandidateId,
    /// The job.
    pub job_id: JobId,
    /// Its plan, if not the default one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interview_plan_id: Option<InterviewPlanId>,
    /// A stage of the plan, or `FirstPreInterviewScreen`; without it the plan's first lead stage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interview_stage_id: Option<StageId>,
    /// Where it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_id: Option<SourceId>,
    /// Who found the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credited_to_user_id: Option<UserId>,
}

/// Parameters of `application.update`. Nobody is notified.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationUpdateParams {
    /// The application.
    pub application_id: ApplicationId,
    /// Where it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_id: Option<SourceId>,
    /// Who found the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credited_to_user_id: Option<UserId>,
    /// Whether people in Ashby are told.
    pub send_notifications: bool,
}

/// Parameters of `application.changeSource`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangeSourceParams {
    /// The application.
    pub application_id: ApplicationId,
    /// Where it comes from; null takes the source away.
    pub source_id: Option<SourceId>,
}

/// Parameters of `application.transfer`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TransferParams {
    /// The application.
    pub application_id: ApplicationId,
    /// The job to move it to.
    pub job_id: JobId,
    /// That job's plan.
    pub interview_plan_id: InterviewPlanId,
    /// A stage of that plan.
    pub interview_stage_id: StageId,
}
