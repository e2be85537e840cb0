//! Feedback on applications: scorecards and the forms they are given on.

use serde_json::{Map, Value};

use super::{
    ApplicationId, FeedbackFormDefinitionId, FeedbackId, FormDefinition, HistoryItemId, InterviewEventId,
    InterviewId, User, record::record,
};

record! {
    /// Feedback as it was given, from `applicationFeedback.list`.
    Feedback {
        /// Ashby's id of the feedback.
        id: FeedbackId,
        /// The form as it was then.
        form_definition: Option<FormDefinition>,
        /// The answers by field path.
        submitted_values: Option<Map<String, Value>>,
        /// Who gave it.
        submitted_by_user: Option<User>,
        /// The kind of interview it is about.
        interview_id: Option<InterviewId>,
        /// The event it is about.
        interview_event_id: Option<InterviewEventId>,
        /// The form it was given on.
        feedback_form_definition_id: Option<FeedbackFormDefinitionId>,
        /// The stay in a stage it is about.
        application_history_id: Option<HistoryItemId>,
        /// The application.
        application_id: Option<ApplicationId>,
        /// When it was given, ISO 8601.
        submitted_at: Option<String>,
    }
}

record! {
    /// A form for feedback, from `feedbackFormDefinition.list`.
    FeedbackForm {
        /// Ashby's id of the form.
        id: FeedbackFormDefinitionId,
        /// The organisation.
        organization_id: Option<String>,
        /// Its name.
        title: Option<String>,
        /// Whether it is archived.
        is_archived: Option<bool>,
        /// Whether it is the default form.
        is_default_form: Option<bool>,
        /// The form.
        form_definition: Option<FormDefinition>,
        /// The kind of interview it belongs to.
        interview_id: Option<InterviewId>,
    }
}
