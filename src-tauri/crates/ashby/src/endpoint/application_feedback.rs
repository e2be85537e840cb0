//! `applicationFeedback.*` and the forms it is given on, `feedbackFormDefinition.*`

use serde::{Deserialize, Serialize};

use super::{ArchivedParams, FilledForm, endpoint, list};
use crate::model::{
    ApplicationId, Feedback, FeedbackForm, FeedbackFormDefinitionId, FormInstance, InterviewEventId, UserId,
};

list! {
    /// Feedback as it was given.
    ApplicationFeedbackList = "applicationFeedback.list", "candidatesRead", ApplicationFeedbackListParams => Feedback, paged: true, synced: true
}

list! {
    /// Forms for feedback.
    FeedbackFormDefinitionList = "feedbackFormDefinition.list", "hiringProcessMetadataRead", ArchivedParams => FeedbackForm, paged: true, synced: true
}

endpoint! {
    /// Gives feedback on an application; it can neither be changed nor removed.
    ApplicationFeedbackSubmit = "applicationFeedback.submit", CreateLike, "candidatesWrite", FeedbackSubmitParams => SubmittedFeedback
}

/// Parameters of `applicationFeedback.submit`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FeedbackSubmitParams {
    /// The filled form.
    pub feedback_form: FilledForm,
    /// Which form it is.
    pub form_definition_id: FeedbackFormDefinitionId,
    /// The application.
    pub application_id: ApplicationId,
    /// Whose feedback it is; without it that of the key's user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<UserId>,
    /// The interview it is about; that user must have been there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interview_event_id: Option<InterviewEventId>,
}

/// What came of it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SubmittedFeedback {
    /// The feedback as kept.
    #[serde(default)]
    pub submitted_form_instance: Option<FormInstance>,
}

/// Parameters of `applicationFeedback.list`; by default all feedback.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationFeedbackListParams {
    /// Only feedback made later, in milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_after: Option<i64>,
    /// Only feedback on this application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub application_id: Option<ApplicationId>,
}
