//! Answers to screening questions, from the forms of `application.info`.

use samara_ashby::model as ashby;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::sensitive::is_sensitive_path;
use crate::text::owned;
use crate::time::Timestamp;
use crate::vocabulary::vocabulary;

/// What the actions fill from the candidate's own data: no screening questions.
const IDENTITY: [&str; 5] = [
    "_systemfield_name",
    "_systemfield_email",
    "_systemfield_phone",
    "_systemfield_resume",
    "_systemfield_location",
];

/// Whether a form field of this path holds the candidate's own data.
pub(crate) fn is_identity(path: &str) -> bool {
    IDENTITY.contains(&path)
}

vocabulary! {
    /// What kind of answer a question takes.
    pub enum QuestionType, closed {
        /// Text; the answer is `{content}`.
        Text = "TEXT" from ["String", "Phone", "Email", "Url", "SocialLink", "LongText", "RichText"],
        /// A number; the answer is `{number}`.
        Number = "NUMBER" from ["Number", "Score"],
        /// Yes or no; the answer is `{checked}`.
        Boolean = "BOOLEAN" from ["Boolean"],
        /// A day; the answer is `{date}`, midnight UTC.
        Date = "DATE" from ["Date"],
        /// One of several; the answer is `{choice}`, a label.
        SingleSelect = "SINGLE_SELECT" from ["ValueSelect"],
        /// Some of several; the answer is `{choices}`, labels.
        MultiSelect = "MULTI_SELECT" from ["MultiValueSelect"],
        /// Anything else; the answer is `{raw}`.
        Unknown = "UNKNOWN" from [],
    }
}

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// What was asked.
    pub question: Question,
    /// What was answered, in the shape of [`QuestionType`].
    pub answer: Value,
}

/// What was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Ashby's id of the form field.
    pub remote_id: String,
    /// The question's text.
    pub title: Option<String>,
    /// What kind of answer it takes.
    #[serde(rename = "type")]
    pub kind: QuestionType,
}

/// The answers of all forms in the order of their fields. Left out are fields not answered, what belongs to the
/// candidate's own data, files, and equal-opportunity questions.
#[must_use]
pub fn answers(forms: &[ashby::FormInstance]) -> Vec<Answer> {
    forms.iter().flat_map(form_answers).collect()
}

fn form_answers(form: &ashby::FormInstance) -> impl Iterator<Item = Answer> {
    let values = form.submitted_values.as_ref();
    let sections = form.form_definition.iter().flat_map(|definition| &definition.sections);
    let fields = sections.flat_map(|section| &section.fields).filter_map(|entry| entry.field.as_ref());
    fields.filter_map(move |field| answer(field, values?))
}

fn answer(field: &ashby::FormField, values: &Map<String, Value>) -> Option<Answer> {
    let path = field.path.as_deref().unwrap_or_default();
    let kind = field.r#type.as_deref().unwrap_or_default();
    if is_identity(path) || is_sensitive_path(path) || kind == "File" {
        return None;
    }
    let value = values.get(path).or_else(|| values.get(field.id.as_str()))?;
    let kind = QuestionType::from_ashby(kind).unwrap_or(QuestionType::Unknown);
    let answer = match kind {
        QuestionType::Text => json!({ "content": content(value) }),
        QuestionType::Number => json!({ "number": number(value) }),
        QuestionType::Boolean => json!({ "checked": value.as_bool() }),
        QuestionType::Date => json!({ "date": value.as_str().and_then(Timestamp::parse) }),
        QuestionType::SingleSelect => json!({ "choice": choices(field, value).into_iter().next() }),
        QuestionType::MultiSelect => json!({ "choices": choices(field, value) }),
        QuestionType::Unknown => json!({ "raw": value }),
    };
    let title = owned(field.title.as_deref());
    Some(Answer { question: Question { remote_id: field.id.as_str().to_owned(), title, kind }, answer })
}

/// Text, also out of rich text `{type, value}`.
fn content(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => owned(Some(text)),
        Value::Object(rich) => rich.get("value").and_then(content),
        other => Some(other.to_string()),
    }
}

/// A number, also out of a score `{score}`, whole where it is.
fn number(value: &Value) -> Option<serde_json::Number> {
    match value {
        Value::Number(number) => Some(number.clone()),
        Value::String(text) => text.trim().parse().ok(),
        Value::Object(score) => score.get("score").and_then(number),
        _ => None,
    }
}

/// Labels of the chosen values; a value without a label stands for itself.
fn choices(field: &ashby::FormField, value: &Value) -> Vec<String> {
    let label = |chosen: &Value| {
        let chosen = content(chosen)?;
        let known = field.selectable_values.iter().find(|option| option.value.as_deref() == Some(&chosen));
        Some(known.and_then(|option| owned(option.label.as_deref())).unwrap_or(chosen))
    };
    match value {
        Value::Array(chosen) => chosen.iter().filter_map(label).collect(),
        chosen => label(chosen).into_iter().collect(),
    }
}
