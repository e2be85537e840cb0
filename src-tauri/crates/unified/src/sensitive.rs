//! Equal-opportunity and demographic answers: removed from a payload before any of it is kept.
//!
//! The questions may stay, they say nothing about anybody; the answers go, wherever they are met.

use serde_json::{Map, Value};

const SENSITIVE_PATH: &str = "_systemfield_eeoc";
const SENSITIVE_SURVEYS: [&str; 2] = ["EEOC", "Diversity"];
/// Where the answers of a filled form are.
const SUBMITTED: [&str; 3] = ["submittedValues", "fieldSubmissions", "submittedFormInstance"];

/// Whether a form field of this path asks an equal-opportunity question.
pub(crate) fn is_sensitive_path(path: &str) -> bool {
    path.starts_with(SENSITIVE_PATH)
}

/// Whether JSON text can contain what [`strip_sensitive`] removes; if not, it need not be parsed for that.
#[must_use]
pub fn may_be_sensitive(json: &str) -> bool {
    json.contains(SENSITIVE_PATH)
        || SENSITIVE_SURVEYS.iter().any(|survey| json.contains(survey))
        || has_escaped_ascii(json)
}

/// Whether a plain letter may hide behind `\u00..`, which would hide a word as well.
fn has_escaped_ascii(json: &str) -> bool {
    json.match_indices("\\u00").any(|(at, found)| {
        let next = json.as_bytes().get(at + found.len());
        next.is_some_and(|digit| (b'2'..=b'7').contains(digit))
    })
}

/// Removes equal-opportunity and demographic answers from a payload of `endpoint` (such as `/application.info`)
/// and tells whether there were any. A payload that is such a survey submission as a whole becomes `null`.
pub fn strip_sensitive(endpoint: &str, payload: &mut Value) -> bool {
    let lists_submissions = endpoint.contains("surveySubmission");
    if is_submission(payload, lists_submissions) {
        *payload = Value::Null;
        return true;
    }
    strip(payload, lists_submissions)
}

fn strip(value: &mut Value, lists_submissions: bool) -> bool {
    match value {
        Value::Object(object) => strip_object(object, lists_submissions),
        Value::Array(items) => {
            let before = items.len();
            items.retain(|item| !is_submission(item, lists_submissions) && !is_answer(item));
            let mut stripped = items.len() != before;
            for item in items {
                stripped |= strip(item, lists_submissions);
            }
            stripped
        }
        _ => false,
    }
}

fn strip_object(object: &mut Map<String, Value>, lists_submissions: bool) -> bool {
    let before = object.len();
    object.retain(|key, item| !is_sensitive_path(key) && !is_submission(item, lists_submissions));
    let mut stripped = object.len() != before;
    if is_sensitive_survey(object) {
        for key in SUBMITTED {
            stripped |= object.remove(key).is_some();
        }
    }
    let asked = object.get("formDefinition").map(sensitive_fields).unwrap_or_default();
    if let Some(Value::Object(submitted)) = object.get_mut("submittedValues") {
        for field in asked {
            stripped |= submitted.remove(&field).is_some();
        }
    }
    for item in object.values_mut() {
        stripped |= strip(item, lists_submissions);
    }
    stripped
}

/// A filled survey of a sensitive type: one that carries answers or the time they were given.
fn is_submission(value: &Value, lists_submissions: bool) -> bool {
    let Value::Object(object) = value else { return false };
    let filled = object.contains_key("submittedAt") || SUBMITTED.iter().any(|key| object.contains_key(*key));
    is_sensitive_survey(object) && (filled || lists_submissions)
}

fn is_sensitive_survey(object: &Map<String, Value>) -> bool {
    let kind = object.get("surveyType").and_then(Value::as_str);
    kind.is_some_and(|kind| SENSITIVE_SURVEYS.contains(&kind))
}

/// An entry `{path, value}` of a list of submitted fields.
fn is_answer(value: &Value) -> bool {
    value.get("value").is_some() && value.get("path").and_then(Value::as_str).is_some_and(is_sensitive_path)
}

/// Ids of the fields of a form that ask equal-opportunity questions: answers may be keyed by them.
fn sensitive_fields(definition: &Value) -> Vec<String> {
    let mut fields = Vec::new();
    let sections = definition.get("sections").and_then(Value::as_array).into_iter().flatten();
    let entries = sections.filter_map(|section| section.get("fields").and_then(Value::as_array)).flatten();
    for field in entries.filter_map(|entry| entry.get("field")) {
        let sensitive = field.get("path").and_then(Value::as_str).is_some_and(is_sensitive_path);
        if let Some(id) = field.get("id").and_then(Value::as_str).filter(|_| sensitive) {
            fields.push(id.to_owned());
        }
    }
    fields
}
