//! `application.*`

use serde::Serialize;

use super::{endpoint, list};
use crate::model::{
    Application, ApplicationId, ArchiveReasonId, CommunicationTemplateId, FormInstanceId, HistoryItem,
    StageId,
};

list! {
    /// Applications of every status.
    ApplicationList = "application.list", "candidatesRead", ApplicationListParams => Application, paged: true, synced: true
}

endpoint! {
    /// One application, with what only this endpoint gives.
    ApplicationGet = "application.info", Read, "candidatesRead", ApplicationInfoParams => Application
}

endpoint! {
    /// The application that came of a form.
    ApplicationOfForm = "application.info", Read, "candidatesRead", ApplicationOfFormParams => Application
}

list! {
    /// The stages one application has been in.
    ApplicationHistory = "application.listHistory", "candidatesRead", ApplicationHistoryParams => HistoryItem, paged: true, synced: false
}

endpoint! {
    /// Moves an application to a stage of its own plan.
    ApplicationChangeStage = "application.changeStage", SetLike, "candidatesWrite", ChangeStageParams => Application
}

/// Parameters of `application.list`; by default all applications.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationListParams {
    /// Only applications made later, in milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_after: Option<i64>,
}

/// Parameters of `application.info`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationInfoParams {
    /// The application.
    pub application_id: ApplicationId,
    /// What to send in full: `applicationFormSubmissions`, `openings`, `referrals`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub expand: Vec<&'static str>,
}

impl ApplicationInfoParams {
    /// That application with the forms that were filled in.
    #[must_use]
    pub fn new(application_id: ApplicationId) -> Self {
        Self { application_id, expand: vec!["applicationFormSubmissions"] }
    }
}

/// Parameters of `application.listHistory`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationHistoryParams {
    /// The application.
    pub application_id: ApplicationId,
}

/// A mail to the candidate that goes with a rejection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ArchiveEmail {
    /// The template.
    pub communication_template_id: CommunicationTemplateId,
    /// When, ISO 8601; without it Ashby takes the next morning at 9:32 of the organisation's time zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send_at: Option<String>,
}

/// Parameters of `application.changeStage`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangeStageParams {
    /// The application.
    pub application_id: ApplicationId,
    /// The stage to move it to.
    pub interview_stage_id: StageId,
    /// Given when, and only when, that stage is of type `Archived`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archive_reason_id: Option<ArchiveReasonId>,
    /// A mail to the candidate, with such a stage alone; without it nobody is mailed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archive_email: Option<ArchiveEmail>,
}

/// Parameters of `application.info` for who has the id of a submitted form alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationOfFormParams {
    /// The form as it was filled in.
    pub submitted_form_instance_id: FormInstanceId,
}
