//! `submit_feedback`

use samara_ashby::model as ashby;
use samara_store::Reading;
use samara_store::table::reference::Kind;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::super::intention::{Intention, Step};
use super::super::queue::{Asking, Draft};
use super::{FEEDBACK, applicant};
use crate::Failure;

/// Input of `submit_feedback`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FeedbackInput {
    /// Unified id of the application, or `remote:<Ashby id>`.
    pub application_id: String,
    /// Ashby's id of the feedback form.
    pub form_id: String,
    /// The answers by the path of their field, in the shape of the field's type.
    #[ts(type = "{ [path: string]: unknown }")]
    pub answers: Map<String, Value>,
    /// Ashby's id of whose feedback it is; without it that of the key's user.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub user_id: Option<String>,
    /// Ashby's id of the interview event it is about; needs `user_id`, who must have been there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub interview_event_id: Option<String>,
}

pub(super) fn submit(
    reading: &Reading<'_>,
    asking: &Asking,
    input: &FeedbackInput,
) -> Result<Draft, Failure> {
    let (application, person) = applicant(reading, asking, &input.application_id)?;
    let records = reading.references(Kind::FeedbackForm)?;
    let mut forms = records.iter().filter_map(|json| serde_json::from_str::<ashby::FeedbackForm>(json).ok());
    let form = forms.find(|form| form.id.as_str() == input.form_id && form.is_archived != Some(true));
    let form = form.ok_or_else(|| {
        Failure::input("This feedback form cannot be used.", "Choose one of the forms that are in use.")
    })?;
    if input.interview_event_id.is_some() && input.user_id.is_none() {
        return Err(Failure::input(
            "Feedback on an interview needs the person whose feedback it is.",
            "Give user_id, too.",
        ));
    }
    checked(&form.form_definition.unwrap_or_default(), &input.answers)?;
    let name = form.title.unwrap_or_else(|| "Feedback".to_owned());
    Ok(Draft {
        action: FEEDBACK,
        title: format!("Give feedback on {}", person.name),
        label: format!("Gave feedback on {}", person.name),
        detail: format!(
            "{} · {name} · Cannot be taken back once sent",
            application.job.as_deref().unwrap_or("No job")
        ),
        candidate_id: person.id,
        application_id: Some(application.id),
        input: serde_json::to_value(input).map_err(|_| Failure::defect("input"))?,
        intention: Intention {
            steps: vec![Step::GiveFeedback {
                application: application.remote_id,
                form: input.form_id.clone(),
                answers: input.answers.clone(),
                user: input.user_id.clone(),
                event: input.interview_event_id.clone(),
                before: None,
            }],
            ..Intention::default()
        },
        undo: false,
        files: Vec::new(),
    })
}

/// Refuses answers the form cannot take.
fn checked(form: &ashby::FormDefinition, answers: &Map<String, Value>) -> Result<(), Failure> {
    let mut fields = Vec::new();
    for place in form.sections.iter().flat_map(|section| &section.fields) {
        if let Some((field, path)) =
            place.field.as_ref().and_then(|field| Some((field, field.path.as_deref()?)))
        {
            fields.push((path, field, place.is_required != Some(false)));
        }
    }
    let title = |field: &ashby::FormField| field.title.clone().unwrap_or_else(|| "A question".to_owned());
    let missing: Vec<String> = fields
        .iter()
        .filter(|(path, _, required)| *required && answers.get(*path).is_none_or(Value::is_null))
        .map(|(_, field, _)| title(field))
        .collect();
    if !missing.is_empty() {
        return Err(Failure::input(
            format!("The form needs more answers: {}.", missing.join(", ")),
            "Answer them, too.",
        ));
    }
    for (path, value) in answers {
        let known = fields.iter().find(|(known, _, _)| known == path);
        let (_, field, _) = known.ok_or_else(|| {
            Failure::input(
                format!("The form has no question {path}."),
                "Give the answers by the paths of the form's questions.",
            )
        })?;
        if !fits(field, value) {
            return Err(Failure::input(
                format!("The answer to {} does not fit.", title(field)),
                format!(
                    "Give a value for a question of the type {}.",
                    field.r#type.as_deref().unwrap_or("text")
                ),
            ));
        }
    }
    Ok(())
}

/// Whether an answer has the shape Ashby takes for a field of its type; unknown types are left to Ashby.
fn fits(field: &ashby::FormField, value: &Value) -> bool {
    let choice = |value: &Value| {
        field
            .selectable_values
            .iter()
            .any(|choice| choice.value.as_deref() == value.as_str() && value.is_string())
    };
    match field.r#type.as_deref().unwrap_or("String") {
        _ if value.is_null() => true,
        "Boolean" => value.is_boolean(),
        "Number" => value.is_i64(),
        "Score" => value.get("score").and_then(Value::as_i64).is_some_and(|score| (1..=4).contains(&score)),
        "RichText" => {
            value.get("type").and_then(Value::as_str) == Some("PlainText")
                && value.get("value").is_some_and(Value::is_string)
        }
        "ValueSelect" => choice(value),
        "MultiValueSelect" => value.as_array().is_some_and(|values| values.iter().all(choice)),
        "Date" => value.as_str().is_some_and(|day| day.parse::<chrono::NaiveDate>().is_ok()),
        "Url" => value
            .as_str()
            .is_some_and(|url| url.is_empty() || url.starts_with("https://") || url.starts_with("http://")),
        "String" | "LongText" | "Email" | "Phone" => value.is_string(),
        _ => true,
    }
}
