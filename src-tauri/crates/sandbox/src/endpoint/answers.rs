//! What may be written into the fields of forms, and into custom fields.

use serde_json::{Map, Value, json};

use super::candidate::is_address;
use crate::arguments::Arguments;
use crate::envelope::Refusal;

/// Whether `value` may stand in a field of this type; `options` are the values of its options.
pub(super) fn fits(kind: &str, options: &[&str], value: &Value) -> bool {
    let text = value.as_str();
    let number = |name: &str| value.get(name).is_some_and(Value::is_number);
    match kind {
        "Boolean" => value.is_boolean(),
        "Number" => value.is_number(),
        "Score" => value.get("score").and_then(Value::as_u64).is_some_and(|score| (1..=4).contains(&score)),
        "Date" => text.is_some_and(is_date),
        "Email" => text.is_some_and(is_address),
        "Url" | "SocialLink" => {
            text.is_some_and(|it| it.starts_with("https://") || it.starts_with("http://"))
        }
        "UUID" => text.is_some_and(crate::ids::is_uuid),
        "RichText" => {
            value.get("type").and_then(Value::as_str) == Some("PlainText")
                && value.get("value").is_some_and(Value::is_string)
        }
        "ValueSelect" => text.is_some_and(|it| options.contains(&it)),
        "MultiValueSelect" => value.as_array().is_some_and(|items| {
            items.iter().all(|item| item.as_str().is_some_and(|item| options.contains(&item)))
        }),
        "Currency" => {
            number("value") && value.get("currencyCode").and_then(Value::as_str).is_some_and(is_currency)
        }
        "NumberRange" => range(value, "number-range"),
        "CompensationRange" => {
            range(value, "compensation-range")
                && value.get("currencyCode").and_then(Value::as_str).is_some_and(is_currency)
                && value.get("interval").is_some_and(Value::is_string)
        }
        "Location" => value.is_object(),
        "EducationHistory" => value.is_array(),
        _ => text.is_some(),
    }
}

fn range(value: &Value, kind: &str) -> bool {
    value.get("type").and_then(Value::as_str) == Some(kind)
        && ["minValue", "maxValue"].iter().all(|name| value.get(*name).is_some_and(Value::is_number))
}

fn is_currency(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_date(text: &str) -> bool {
    text.get(..10).is_some_and(|day| chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").is_ok())
}

/// The values of a field's options.
pub(super) fn options(field: &Value) -> Vec<&str> {
    let options = field.get("selectableValues").and_then(Value::as_array);
    options.into_iter().flatten().filter_map(|option| option.get("value")?.as_str()).collect()
}

/// The fields of a form with whether each must be filled in.
pub(super) fn fields(form: &Value) -> Vec<(&Value, bool)> {
    let sections = form.get("sections").and_then(Value::as_array);
    sections
        .into_iter()
        .flatten()
        .filter_map(|section| section.get("fields")?.as_array())
        .flatten()
        .filter_map(|wrapped| {
            Some((wrapped.get("field")?, wrapped.get("isRequired").and_then(Value::as_bool).unwrap_or(false)))
        })
        .collect()
}

/// Reads `fieldSubmissions` against a form: every path known, every value of its type, everything required there.
/// `file` turns what a file field says into what is kept.
pub(super) fn read(
    form: &Value,
    submitted: &Arguments,
    mut file: impl FnMut(&str, &Value) -> Result<Value, Refusal>,
) -> Result<Map<String, Value>, Refusal> {
    let known = fields(form);
    let mut answers = Map::new();
    for submission in submitted.objects("fieldSubmissions")? {
        let path = submission.needed("path")?;
        let is = |field: &Value| field.get("path").and_then(Value::as_str) == Some(path);
        let found = known.iter().find(|(field, _)| is(field));
        let (field, _) = found.ok_or_else(|| Refusal::invalid(format!("The form has no field {path}.")))?;
        let Some(value) = submission.value("value").filter(|value| !value.is_null()) else { continue };
        let kind = field.get("type").and_then(Value::as_str).unwrap_or_default();
        let kept = if kind == "File" {
            file(path, value)?
        } else if fits(kind, &options(field), value) {
            value.clone()
        } else {
            return Err(Refusal::invalid(format!("{} is no valid {kind}.", title(field))));
        };
        answers.insert(path.to_owned(), kept);
    }
    let empty = |value: &Value| *value == json!("") || *value == json!([]);
    for (field, required) in known {
        let path = field.get("path").and_then(Value::as_str).unwrap_or_default();
        if required && answers.get(path).is_none_or(empty) {
            return Err(Refusal::invalid(format!("{} is required.", title(field))));
        }
    }
    Ok(answers)
}

fn title(field: &Value) -> &str {
    field.get("title").and_then(Value::as_str).unwrap_or("A field")
}
