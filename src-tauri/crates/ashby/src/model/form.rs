//! Forms and what was filled in.

use serde_json::{Map, Value};

use super::{
    FormFieldId, FormInstanceId, SelectableValue, SurveyFormDefinitionId,
    record::{part, record},
};

part! {
    /// A form.
    FormDefinition {
        /// Its sections in order.
        sections: Vec<FormSection>,
    }
}

part! {
    /// A section of a form.
    FormSection {
        /// Headline.
        title: Option<String>,
        /// Introduction as HTML.
        description_html: Option<String>,
        /// Introduction as plain text.
        description_plain: Option<String>,
        /// Its fields in order.
        fields: Vec<FormSectionField>,
    }
}

part! {
    /// A field at its place in a form.
    FormSectionField {
        /// Whether it has to be filled; Ashby's default is yes.
        is_required: Option<bool>,
        /// Explanation as HTML.
        description_html: Option<String>,
        /// Explanation as plain text.
        description_plain: Option<String>,
        /// The field itself.
        field: Option<FormField>,
    }
}

record! {
    /// A question.
    FormField {
        /// Ashby's id of the field.
        id: FormFieldId,
        /// `String`, `Boolean`, `ValueSelect`, `File`, … or another value.
        r#type: Option<String>,
        /// The key of the answer in `submittedValues`.
        path: Option<String>,
        /// The key for people.
        human_readable_path: Option<String>,
        /// The question's text.
        title: Option<String>,
        /// Whether the answer may be null.
        is_nullable: Option<bool>,
        /// What can be chosen, for select fields; answers hold the value, not the label.
        selectable_values: Vec<SelectableValue>,
    }
}

record! {
    /// A form that was filled in.
    FormInstance {
        /// Ashby's id of the submission.
        id: FormInstanceId,
        /// The form as it was then.
        form_definition: Option<FormDefinition>,
        /// The answers by field path.
        submitted_values: Option<Map<String, Value>>,
    }
}

record! {
    /// A survey form, on postings.
    SurveyForm {
        /// Ashby's id of the form.
        id: SurveyFormDefinitionId,
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
        /// `CandidateDataConsent`, `CandidateExperience`, `Diversity`, `EEOC`, `Questionnaire` or another value.
        survey_type: Option<String>,
    }
}

part! {
    /// What became of an application form that was sent in.
    SubmittedForm {
        /// The form as it was filled in.
        submitted_form_instance: Option<FormInstance>,
        /// What the applicant is told.
        form_messages: Option<FormMessages>,
    }
}

part! {
    /// What an applicant is told about a form.
    FormMessages {
        /// Whether the form was turned away: no application came of it.
        blocked: Option<bool>,
        /// Why, as HTML.
        block_message_for_candidate_html: Option<String>,
    }
}
