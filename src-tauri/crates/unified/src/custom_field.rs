//! Fields that an organisation added to Ashby: the passthrough `integration_fields` and the user-defined
//! `custom_fields`.

use samara_ashby::model::CustomFieldValue;
use serde_json::{Map, Value, json};

use crate::fold::fold;
use crate::id::{ConnectionId, Id};
use crate::text::{owned, trimmed};

/// The name under which ids of integration fields are made.
pub(crate) const INTEGRATION_FIELDS: &str = "integration_fields";

/// Both readings of the custom fields of one record.
pub(crate) struct CustomFields {
    /// Object of snake_case key to value.
    pub(crate) custom: Value,
    /// Array of `{id, key, type, value, label}`.
    pub(crate) integration: Value,
    /// Object of field id to `{value, label}`, for select fields alone.
    pub(crate) display: Option<Value>,
}

/// Reads the custom fields of a row of `table`.
pub(crate) fn custom_fields(
    connection: &ConnectionId,
    table: &str,
    values: &[CustomFieldValue],
) -> CustomFields {
    let mut custom = Map::new();
    let mut integration = Vec::with_capacity(values.len());
    let mut display = Map::new();
    for field in values {
        let remote_id = field.id.as_str();
        let value = field.value.clone().unwrap_or(Value::Null);
        let labels: Vec<&str> = field.value_label.iter().filter_map(|label| trimmed(label)).collect();
        if !labels.is_empty() {
            display.insert(remote_id.to_owned(), json!({ "value": value, "label": labels.join(", ") }));
        }
        let title = owned(field.title.as_deref());
        custom.insert(free_key(&custom, title.as_deref(), remote_id), value.clone());
        integration.push(integration_field(connection, table, remote_id, title, value));
    }
    CustomFields {
        custom: Value::Object(custom),
        integration: Value::Array(integration),
        display: (!display.is_empty()).then_some(Value::Object(display)),
    }
}

fn integration_field(
    connection: &ConnectionId,
    table: &str,
    remote_id: &str,
    title: Option<String>,
    value: Value,
) -> Value {
    let id = Id::of_parts(connection, INTEGRATION_FIELDS, &[table, "CUSTOM", remote_id]);
    let mut field = Map::new();
    field.insert("id".to_owned(), Value::String(id.as_str().to_owned()));
    field.insert("key".to_owned(), Value::String(remote_id.to_owned()));
    field.insert("type".to_owned(), Value::String("CUSTOM".to_owned()));
    field.insert("value".to_owned(), value);
    field.insert("label".to_owned(), title.map_or(Value::Null, Value::String));
    Value::Object(field)
}

/// Ashby's own fields that the unified model has no place for, by table: where each is in the payload.
const NATIVE: [(&str, &[&str]); 4] = [
    ("ats_jobs", &["/brandId", "/defaultInterviewPlanId", "/author", "/openings"]),
    ("ats_candidates", &["/school", "/timezone", "/fraudStatus", "/creditedToUser"]),
    (
        "ats_applications",
        &[
            "/source",
            "/creditedToUser",
            "/appliedViaJobPostingId",
            "/hiringTeam",
            "/archiveReason/customFields",
        ],
    ),
    (
        "ats_offers",
        &["/latestVersion/salary", "/latestVersion/openingId", "/decidedAt", "/latestVersion/approvalStatus"],
    ),
];

/// Ashby's own fields of a model that can be passed through beside the unified ones, as JSON pointers.
#[must_use]
pub fn native_fields(table: &str) -> &'static [&'static str] {
    NATIVE.iter().find(|(name, _)| *name == table).map_or(&[], |(_, paths)| paths)
}

/// Ashby's name of what the custom fields of a model belong to; `None` for models without any.
#[must_use]
pub fn custom_object(table: &str) -> Option<&'static str> {
    match table {
        "ats_jobs" => Some("Job"),
        "ats_candidates" => Some("Candidate"),
        "ats_applications" => Some("Application"),
        "ats_offers" => Some("Offer"),
        _ => None,
    }
}

/// The key of `custom_fields` that a custom field is offered under, unless another of the record has it already.
#[must_use]
pub fn offered_key(title: Option<&str>, remote_id: &str) -> String {
    free_key(&Map::new(), title, remote_id)
}

/// The key a field is offered under: its title in snake_case, with the field's id where the title says nothing
/// or another field of the record has it already.
fn free_key(taken: &Map<String, Value>, title: Option<&str>, remote_id: &str) -> String {
    let key = snake_case(title.unwrap_or_default());
    if key.is_empty() {
        return format!("field_{}", snake_case(remote_id));
    }
    if taken.contains_key(&key) { format!("{key}_{}", snake_case(remote_id)) } else { key }
}

fn snake_case(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for letter in fold(text).chars() {
        if letter.is_alphanumeric() {
            key.push(letter);
        } else if !key.is_empty() && !key.ends_with('_') {
            key.push('_');
        }
    }
    if key.ends_with('_') {
        key.pop();
    }
    key
}

/// The custom fields of a row as people read them: label and text, fields without a value left out.
///
/// `integration_fields` and `display` are the row's columns `integration_fields` and `_display`.
#[must_use]
pub fn shown_fields(integration_fields: &Value, display: Option<&Value>) -> Vec<(String, String)> {
    let shown = |field: &Value| {
        let key = field.get("key")?.as_str()?;
        let label = field.get("label").and_then(Value::as_str).unwrap_or(key);
        let chosen = display.and_then(|display| display.get(key)?.get("label")?.as_str());
        let text = chosen.map(str::to_owned).or_else(|| shown_value(field.get("value")?))?;
        Some((label.to_owned(), text))
    };
    integration_fields.as_array().into_iter().flatten().filter_map(shown).collect()
}

fn shown_value(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Bool(true) => Some("Yes".to_owned()),
        Value::Bool(false) => Some("No".to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => owned(Some(text)),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().filter_map(shown_value).collect();
            (!items.is_empty()).then(|| items.join(", "))
        }
        Value::Object(parts) => shown_amount(parts),
    }
}

/// A number as people read an amount: a comma between thousands.
fn in_thousands(number: &str) -> String {
    let (sign, size) = number.split_at(usize::from(number.starts_with('-')));
    let (whole, rest) = size.split_at(size.find('.').unwrap_or(size.len()));
    if !whole.bytes().all(|digit| digit.is_ascii_digit()) {
        return number.to_owned();
    }
    let mut text = sign.to_owned();
    for (place, digit) in whole.char_indices() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text + rest
}

/// Money `{value, currencyCode}` or a range `{minValue, maxValue, currencyCode?, interval?}`.
fn shown_amount(parts: &Map<String, Value>) -> Option<String> {
    let part = |name: &str| match parts.get(name)? {
        Value::Number(number) => Some(in_thousands(&number.to_string())),
        other => shown_value(other),
    };
    let range = match (part("minValue"), part("maxValue")) {
        (Some(from), Some(to)) => Some(format!("{from}–{to}")),
        (Some(from), None) => Some(format!("from {from}")),
        (None, Some(to)) => Some(format!("up to {to}")),
        (None, None) => None,
    };
    let mut text = part("value").or(range)?;
    if let Some(currency) = part("currencyCode") {
        text = format!("{text} {currency}");
    }
    if let Some(interval) = part("interval").filter(|interval| interval != "NONE") {
        text = format!("{text} per {}", interval.trim_start_matches("1 ").to_lowercase());
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(id: &str, title: Option<&str>, value: Value, labels: &[&str]) -> CustomFieldValue {
        CustomFieldValue {
            id: id.into(),
            title: title.map(str::to_owned),
            value: Some(value),
            value_label: labels.iter().map(|label| (*label).to_owned()).collect(),
            ..CustomFieldValue::default()
        }
    }

    fn read(fields: &[CustomFieldValue]) -> CustomFields {
        custom_fields(&ConnectionId::new("c"), "ats_candidates", fields)
    }

    #[test]
    fn keys_come_from_titles() {
        let fields = [
            field("f1", Some(" Notice period (Weeks)"), json!(4), &[]),
            field("f2", Some("Größe"), json!("x"), &[]),
            field("f3", Some("notice-period weeks"), json!(5), &[]),
            field("f4", Some("!!"), json!(true), &[]),
            field("f5", None, json!(null), &[]),
        ];
        let read = read(&fields);
        assert_eq!(
            read.custom,
            json!({ "notice_period_weeks": 4, "grosse": "x", "notice_period_weeks_f3": 5, "field_f4": true,
                "field_f5": null })
        );
        assert_eq!(read.integration[0]["key"], "f1");
        assert_eq!(read.integration[0]["type"], "CUSTOM");
        assert_eq!(read.integration[0]["label"], "Notice period (Weeks)");
        assert_eq!(read.integration[4]["label"], Value::Null);
        assert_eq!(read.display, None);
    }

    #[test]
    fn an_integration_field_has_one_id_wherever_it_is_met() {
        let one = read(&[field("f1", Some("A"), json!(1), &[])]);
        let other = read(&[field("f1", Some("B"), json!(2), &[])]);
        assert_eq!(one.integration[0]["id"], other.integration[0]["id"]);
        assert!(Id::parse(one.integration[0]["id"].as_str().unwrap()).is_some());
        let of_jobs = custom_fields(&ConnectionId::new("c"), "ats_jobs", &[field("f1", None, json!(1), &[])]);
        assert_ne!(one.integration[0]["id"], of_jobs.integration[0]["id"]);
    }

    #[test]
    fn every_shape_of_value_can_be_read() {
        let fields = [
            field("a", Some("Bool"), json!(true), &[]),
            field("b", Some("Text"), json!("long text"), &[]),
            field("c", Some("Number"), json!(2.5), &[]),
            field("d", Some("Money"), json!({ "value": 900, "currencyCode": "EUR" }), &[]),
            field("e", Some("Range"), json!({ "type": "number-range", "minValue": 1, "maxValue": 3 }), &[]),
            field(
                "f",
                Some("Pay"),
                json!({ "type": "compensation-range", "minValue": 50_000, "maxValue": 60_000,
                    "currencyCode": "USD", "interval": "1 YEAR" }),
                &[],
            ),
            field("g", Some("One"), json!("v1"), &["First"]),
            field("h", Some("Many"), json!(["v1", "v2"]), &["First", "Second"]),
            field("i", Some("Codes"), json!(["v1", "v2"]), &[]),
            field("j", Some("Nothing"), json!(null), &[]),
            field("k", Some("Odd"), json!({ "new": 1 }), &[]),
            field("l", Some("From"), json!({ "minValue": 1 }), &[]),
            field("m", Some("To"), json!({ "maxValue": 3, "interval": "NONE" }), &[]),
        ];
        let read = read(&fields);
        assert_eq!(
            read.display.as_ref().unwrap()["h"],
            json!({ "value": ["v1", "v2"], "label": "First, Second" })
        );
        let shown = shown_fields(&read.integration, read.display.as_ref());
        let shown: Vec<_> = shown.iter().map(|(label, text)| (label.as_str(), text.as_str())).collect();
        assert_eq!(
            shown,
            [
                ("Bool", "Yes"),
                ("Text", "long text"),
                ("Number", "2.5"),
                ("Money", "900 EUR"),
                ("Range", "1–3"),
                ("Pay", "50,000–60,000 USD per year"),
                ("One", "First"),
                ("Many", "First, Second"),
                ("Codes", "v1, v2"),
                ("From", "from 1"),
                ("To", "up to 3"),
            ]
        );
    }
}
