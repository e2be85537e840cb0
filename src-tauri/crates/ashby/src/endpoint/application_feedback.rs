//! `applicationFeedback.*` and the forms it is given on, `feedbackFormDefinition.*`

use serde::Serialize;

use super::{ArchivedParams, list};
use crate::model::{ApplicationId, Feedback, FeedbackForm};

list! {
    /// Feedback as it was given.
    ApplicationFeedbackList = "applicationFeedback.list", "candidatesRead", ApplicationFeedbackListParams => Feedback, paged: true, synced: true
}

list! {
    /// Forms for feedback.
    FeedbackFormDefinitionList = "feedbackFormDefinition.list", "hiringProcessMetadataRead", ArchivedParams => FeedbackForm, paged: true, synced: true
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
