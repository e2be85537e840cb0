//! `set_candidate_fields` and `set_application_fields`: custom fields edited by hand

use samara_ashby::model::CustomFieldDefinition;
use samara_store::Reading;
use samara_store::table::reference::Kind;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

use super::super::clash::in_words;
use super::super::intention::{Aside, Back, Filling, Intention, Ref, Shown, Step};
use super::super::queue::{Asking, Draft};
use super::{APPLICATION_FIELDS, CANDIDATE_FIELDS, Person, applicant, asides, person};
use crate::Failure;

/// A custom field and what to set it to.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FieldValue {
    /// Ashby's id of the field, or its exact name.
    pub field: String,
    /// The value in the shape of the field's type; a choice by its label or its value; null empties the field.
    #[ts(type = "unknown")]
    pub value: Value,
}

/// Input of `set_candidate_fields`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CandidateFieldsInput {
    /// Unified id of the candidate, or `remote:<Ashby id>`.
    pub candidate_id: String,
    /// The fields.
    pub fields: Vec<FieldValue>,
}

/// Input of `set_application_fields`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ApplicationFieldsInput {
    /// Unified id of the application, or `remote:<Ashby id>`.
    pub application_id: String,
    /// The fields.
    pub fields: Vec<FieldValue>,
}

/// Whose fields.
struct Record<'a> {
    action: &'static str,
    object: &'static str,
    remote_id: String,
    application_id: Option<String>,
    key: (&'static str, String),
    fields: &'a [FieldValue],
    /// As the mirror has them.
    present: Value,
}

pub(super) fn of_candidate(
    reading: &Reading<'_>,
    asking: &Asking,
    input: &CandidateFieldsInput,
) -> Result<Draft, Failure> {
    let person = person(reading, asking, &input.candidate_id)?;
    let record = reading.candidate(&person.id)?;
    let present = record.and_then(|record| record.columns.get("integration_fields").cloned());
    let record = Record {
        action: CANDIDATE_FIELDS,
        object: "Candidate",
        remote_id: person.remote_id.clone(),
        application_id: None,
        key: ("candidate_id", person.id.clone()),
        fields: &input.fields,
        present: present.unwrap_or_default(),
    };
    let mut draft = draft(reading, &person, &record)?;
    draft.intention.candidate = Some(person.remote_id);
    Ok(draft)
}

pub(super) fn of_application(
    reading: &Reading<'_>,
    asking: &Asking,
    input: &ApplicationFieldsInput,
) -> Result<Draft, Failure> {
    let (application, person) = applicant(reading, asking, &input.application_id)?;
    let record = Record {
        action: APPLICATION_FIELDS,
        object: "Application",
        remote_id: application.remote_id.clone(),
        application_id: Some(application.id.clone()),
        key: ("application_id", application.id.clone()),
        fields: &input.fields,
        present: reading.application_fields(&application.id)?.0,
    };
    let mut draft = draft(reading, &person, &record)?;
    draft.intention.touched = Some(application.remote_id);
    Ok(draft)
}

fn draft(reading: &Reading<'_>, person: &Person, record: &Record<'_>) -> Result<Draft, Failure> {
    if record.fields.is_empty() {
        return Err(Failure::input("No field is named.", "Name at least one."));
    }
    let known: Vec<CustomFieldDefinition> = reading
        .references(Kind::CustomField)?
        .iter()
        .filter_map(|json| serde_json::from_str(json).ok())
        .collect();
    let pending = asides(reading, &person.id, "field")?;
    let (mut fillings, mut seen, mut asides, mut back) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for FieldValue { field, value } in record.fields {
        let definition = definition(&known, record.object, field)?;
        let (raw, words) = shaped(definition, value)?;
        let before = present(&pending, record, definition.id.as_str());
        if before == raw {
            continue;
        }
        back.push(json!({ "field": definition.id.as_str(), "value": before }));
        seen.push(before);
        asides.push(Aside {
            application_id: record.application_id.clone(),
            key: definition.id.as_str().to_owned(),
            label: definition.title.clone().unwrap_or_default(),
            raw: raw.clone(),
            words,
        });
        fillings.push(Filling { field: Ref::Is(definition.id.as_str().to_owned()), value: raw });
    }
    if fillings.is_empty() {
        return Err(Failure::already(format!("{} already has these values.", person.name)));
    }
    let told = |aside: &Aside| format!("{}: {}", aside.label, aside.words.as_deref().unwrap_or("empty"));
    let detail = asides.iter().map(told).collect::<Vec<_>>().join(" · ");
    let shown = asides.iter().map(|aside| {
        let value = serde_json::to_string(aside).map_err(|_| Failure::defect("overlay"))?;
        Ok(Shown { kind: "field".to_owned(), value })
    });
    Ok(Draft {
        action: record.action,
        title: format!("Change fields of {}", person.name),
        label: format!("Changed fields of {}", person.name),
        detail,
        candidate_id: person.id.clone(),
        application_id: record.application_id.clone(),
        input: json!({ record.key.0: record.key.1, "fields": record.fields }),
        intention: Intention {
            steps: vec![Step::FillFields {
                record: record.remote_id.clone(),
                object: record.object.to_owned(),
                fillings,
                seen: Some(seen),
            }],
            shown: shown.collect::<Result<_, Failure>>()?,
            back: Some(Back {
                action: record.action.to_owned(),
                input: json!({ record.key.0: record.key.1, "fields": back }),
            }),
            ..Intention::default()
        },
        undo: true,
        files: Vec::new(),
    })
}

/// The definition meant, by its id or its exact name.
fn definition<'a>(
    known: &'a [CustomFieldDefinition],
    object: &str,
    field: &str,
) -> Result<&'a CustomFieldDefinition, Failure> {
    let wanted = field.strip_prefix("remote:").unwrap_or(field);
    let fits = |it: &&CustomFieldDefinition| {
        it.object_type.as_deref() == Some(object) && it.is_archived != Some(true)
    };
    let mut usable = known.iter().filter(fits);
    let found = usable.find(|it| it.id.as_str() == wanted || it.title.as_deref() == Some(wanted));
    found.ok_or_else(|| {
        Failure::input(
            format!("There is no custom field {field} to be filled here."),
            "Choose one of the fields that are in use.",
        )
    })
}

/// What a field is seen with, what is pending included.
fn present(pending: &[Aside], record: &Record<'_>, field: &str) -> Value {
    let mut newest = pending.iter().rev();
    let aside = newest.find(|aside| aside.key == field && aside.application_id == record.application_id);
    if let Some(aside) = aside {
        return aside.raw.clone();
    }
    let fields = record.present.as_array().into_iter().flatten();
    let mut custom = fields.filter(|it| it.get("type").and_then(Value::as_str) == Some("CUSTOM"));
    let found = custom.find(|it| it.get("key").and_then(Value::as_str) == Some(field));
    found.and_then(|it| it.get("value").cloned()).unwrap_or(Value::Null)
}

/// A value in the shape Ashby takes, and in words; refused where it has another one.
fn shaped(field: &CustomFieldDefinition, value: &Value) -> Result<(Value, Option<String>), Failure> {
    if value.is_null() {
        return Ok((Value::Null, None));
    }
    let kind = field.field_type.as_deref().unwrap_or("String");
    let choice = |value: &Value| {
        let said = value.as_str()?;
        let mut choices = field.selectable_values.iter().filter(|choice| choice.is_archived != Some(true));
        let found = choices
            .find(|choice| [&choice.value, &choice.label].iter().any(|it| it.as_deref() == Some(said)))?;
        Some((found.value.clone()?, found.label.clone().or_else(|| found.value.clone())?))
    };
    let number = |name: &str| value.get(name).is_some_and(Value::is_number);
    let plain = |fits: bool| fits.then(|| (value.clone(), in_words(value)));
    let shaped = match kind {
        "String" | "LongText" | "Email" | "Phone" | "UUID" => plain(value.is_string()),
        "Url" => {
            plain(value.as_str().is_some_and(|url| url.starts_with("https://") || url.starts_with("http://")))
        }
        "Number" => plain(value.is_number()),
        "Boolean" => value.as_bool().map(|yes| (json!(yes), if yes { "Yes" } else { "No" }.to_owned())),
        "Date" => plain(
            value
                .as_str()
                .is_some_and(|at| at.get(..10).is_some_and(|day| day.parse::<chrono::NaiveDate>().is_ok())),
        ),
        "ValueSelect" => choice(value).map(|(value, label)| (json!(value), label)),
        "MultiValueSelect" => value.as_array().and_then(|values| {
            let chosen: Vec<(String, String)> = values.iter().map(choice).collect::<Option<_>>()?;
            let (values, labels): (Vec<_>, Vec<_>) = chosen.into_iter().unzip();
            Some((json!(values), labels.join(", ")))
        }),
        "Currency" => plain(number("value") && value.get("currencyCode").is_some_and(Value::is_string)),
        "NumberRange" | "CompensationRange" => plain(number("minValue") && number("maxValue")),
        _ => plain(true),
    };
    let (value, words) = shaped.ok_or_else(|| {
        Failure::input(
            format!("{} cannot hold this value.", field.title.as_deref().unwrap_or("The field")),
            format!("Give a value for a field of the type {kind}."),
        )
    })?;
    Ok((value, Some(words)))
}
