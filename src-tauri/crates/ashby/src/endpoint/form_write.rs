//! Forms filled in for applicants: the application form of a posting, and survey forms

use serde::Serialize;
use serde_json::{Map, Value};

use super::endpoint;
use crate::model::{ApplicationId, CandidateId, JobPostingId, SubmittedForm, SurveyFormDefinitionId};

endpoint! {
    /// Applies through the form of a posting. Ashby makes the person or finds them by their address.
    ApplicationFormSubmit = "applicationForm.submit", CreateLike, "candidatesWrite", SubmitFormParams => SubmittedForm
}

endpoint! {
    /// Sends in a survey form. What was answered to equal-opportunity ones can never be read again.
    SurveySubmissionCreate = "surveySubmission.create", CreateLike, "candidatesWrite", SurveySubmissionParams => serde::de::IgnoredAny
}

/// An answer in the shape of its field's type.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FieldSubmission {
    /// The field's path in the form.
    pub path: String,
    /// The value; of a file the handle of its upload.
    pub value: Value,
}

/// A filled form.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FilledForm {
    /// The answers.
    pub field_submissions: Vec<FieldSubmission>,
}

/// Parameters of `applicationForm.submit`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SubmitFormParams {
    /// The posting.
    pub job_posting_id: JobPostingId,
    /// The form as filled in.
    pub application_form: FilledForm,
}

/// Parameters of `surveySubmission.create`. Not to be shown: neither `Debug` nor `Clone`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SurveySubmissionParams {
    /// The person.
    pub candidate_id: CandidateId,
    /// Their application.
    pub application_id: ApplicationId,
    /// The survey form.
    pub survey_form_definition_id: SurveyFormDefinitionId,
    /// The answers by the path of their field.
    pub submitted_values: Map<String, Value>,
}
