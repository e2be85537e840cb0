//! Screening questions: the fields of application forms, and of the survey forms attached to postings.

use samara_ashby::model as ashby;
use serde_json::{Value, json};

use crate::answer::{QuestionType, is_identity};
use crate::id::{ConnectionId, Id};
use crate::row::{Model, Row, model};
use crate::sensitive::is_sensitive_path;
use crate::text::owned;
use crate::vocabulary::vocabulary;

/// The name under which ids of select options are made.
const OPTIONS: &str = "screening_question_options";
/// Surveys that are sent after the process: nothing an applicant is screened by.
const LATER_SURVEYS: [&str; 1] = ["CandidateExperience"];

vocabulary! {
    /// What a question is asked for, where that is nobody's to weigh.
    pub enum QuestionCategory, derived {
        /// Required by equal-employment law.
        Eeo = "EEO",
        /// Other diversity data.
        Demographic = "DEMOGRAPHIC",
    }
}

vocabulary! {
    /// The kind of form a question is on.
    pub enum FormKind, derived {
        /// The application form.
        Application = "application",
        /// A survey form.
        Survey = "survey",
    }
}

model! {
    /// A question that applicants are asked.
    pub struct ScreeningQuestion in "ats_screening_questions", also [remote_id] {
        /// What is asked.
        title: Option<String> => Text,
        /// An explanation: HTML as Ashby has it, [`clean_html`](crate::clean_html) before showing, or plain text.
        description: Option<String> => Text,
        /// What it is asked for.
        category: Option<QuestionCategory> => Text,
        /// What kind of answer it takes: `{type, …}`.
        format: Option<Value> => Json,
    }
    /// Private columns of `ats_screening_questions`.
    private ScreeningQuestionPrivate {
        /// The key its answer is submitted under.
        path: Option<String> => Text,
        /// The kind of form it is on.
        form_kind: Option<FormKind> => Text,
        /// Ashby's id of the survey form.
        survey_form_id: Option<String> => Text,
        /// Ashby's `EEOC`, `Diversity`, `Questionnaire`, `CandidateDataConsent` or another word.
        survey_type: Option<String> => Text,
        /// Ashby's type of the field.
        field_type: Option<String> => Text,
    }
}

/// A question at its place in a form.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Asked {
    pub(crate) question: Row<ScreeningQuestion>,
    pub(crate) key: String,
    pub(crate) required: bool,
}

/// The questions of an application form, in order.
pub(crate) fn form_questions(connection: &ConnectionId, form: &ashby::FormDefinition) -> Vec<Asked> {
    questions(connection, form, None)
}

/// The questions of a survey form, in order; none if it is one that is sent after the process.
pub(crate) fn survey_questions(connection: &ConnectionId, survey: &ashby::SurveyForm) -> Vec<Asked> {
    let later = survey.survey_type.as_deref().is_some_and(|kind| LATER_SURVEYS.contains(&kind));
    match survey.form_definition.as_ref().filter(|_| !later) {
        Some(form) => questions(connection, form, Some(survey)),
        None => Vec::new(),
    }
}

fn questions(
    connection: &ConnectionId,
    form: &ashby::FormDefinition,
    survey: Option<&ashby::SurveyForm>,
) -> Vec<Asked> {
    let entries = form.sections.iter().flat_map(|section| &section.fields);
    entries
        .filter_map(|entry| {
            let field = entry.field.as_ref()?;
            if is_identity(field.path.as_deref().unwrap_or_default()) {
                return None;
            }
            let key = match survey {
                None => format!("form:{}", field.id),
                Some(survey) => format!("survey:{}:{}", survey.id, field.id),
            };
            let question = question(connection, &key, entry, field, survey);
            Some(Asked { question, key, required: entry.is_required.unwrap_or(true) })
        })
        .collect()
}

fn question(
    connection: &ConnectionId,
    key: &str,
    entry: &ashby::FormSectionField,
    field: &ashby::FormField,
    survey: Option<&ashby::SurveyForm>,
) -> Row<ScreeningQuestion> {
    let path = owned(field.path.as_deref());
    let survey_type = survey.and_then(|survey| owned(survey.survey_type.as_deref()));
    let category = match (survey_type.as_deref(), path.as_deref()) {
        (Some("EEOC"), _) => Some(QuestionCategory::Eeo),
        (Some("Diversity"), _) => Some(QuestionCategory::Demographic),
        (_, Some(path)) if is_sensitive_path(path) => Some(QuestionCategory::Eeo),
        _ => None,
    };
    let description = owned(entry.description_html.as_deref());
    let model = ScreeningQuestion {
        title: owned(field.title.as_deref()),
        description: description.or_else(|| owned(entry.description_plain.as_deref())),
        category,
        format: Some(format(connection, key, field)),
        private: ScreeningQuestionPrivate {
            path,
            form_kind: Some(if survey.is_some() { FormKind::Survey } else { FormKind::Application }),
            survey_form_id: survey.map(|survey| survey.id.as_str().to_owned()),
            survey_type,
            field_type: owned(field.r#type.as_deref()),
        },
    };
    let id = Id::of(connection, ScreeningQuestion::TABLE, key);
    Row::plain(id, Some(field.id.as_str().to_owned()), model)
}

/// What kind of answer a field takes, in the shapes of the unified model.
fn format(connection: &ConnectionId, key: &str, field: &ashby::FormField) -> Value {
    let word = field.r#type.as_deref().unwrap_or_default();
    let kind = QuestionType::from_ashby(word).unwrap_or(QuestionType::Unknown);
    match kind {
        _ if word == "File" => {
            json!({ "type": "FILE", "accepted_mime_types": null, "max_file_size_bytes": null })
        }
        QuestionType::Text => {
            let display = match word {
                "Email" => "EMAIL",
                "Url" | "SocialLink" => "URL",
                "LongText" | "RichText" => "MULTI_LINE",
                _ => "SINGLE_LINE",
            };
            json!({ "type": kind, "display_type": display, "max_length": null })
        }
        // Ashby's scores go from 1 to 4.
        QuestionType::Number if word == "Score" => {
            json!({ "type": kind, "display_type": "SLIDER", "min": 1, "max": 4 })
        }
        QuestionType::Number => json!({ "type": kind, "display_type": "FIELD", "min": null, "max": null }),
        QuestionType::Boolean | QuestionType::Date => json!({ "type": kind }),
        QuestionType::SingleSelect => {
            json!({ "type": kind, "display_type": null, "options": options(connection, key, field) })
        }
        QuestionType::MultiSelect => json!({ "type": kind, "options": options(connection, key, field) }),
        QuestionType::Unknown => json!({ "type": kind, "raw_question": raw(field) }),
    }
}

fn options(connection: &ConnectionId, key: &str, field: &ashby::FormField) -> Vec<Value> {
    let options = field.selectable_values.iter().filter_map(|option| {
        let value = option.value.as_deref().or(option.label.as_deref())?;
        let id = Id::of_parts(connection, OPTIONS, &[key, value]);
        let name = owned(option.label.as_deref()).unwrap_or_else(|| value.to_owned());
        Some(json!({ "id": id, "remote_id": option.value, "name": name }))
    });
    options.collect()
}

fn raw(field: &ashby::FormField) -> Value {
    json!({
        "id": field.id.as_str(), "type": field.r#type, "path": field.path, "title": field.title,
        "humanReadablePath": field.human_readable_path, "isNullable": field.is_nullable,
    })
}
