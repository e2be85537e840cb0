//! Custom fields a result link fills: found by exact title, made when missing.

use samara_ashby::model::CustomFieldDefinition;
use samara_store::Reading;
use samara_store::table::reference::Kind;
use serde_json::{Value, json};

use super::super::intention::{Filling, Ref, Step};
use crate::Failure;

/// What is to be filled in, in words.
pub(super) struct Wanted {
    pub(super) title: String,
    pub(super) value: String,
    /// Type of the field when it has to be made.
    pub(super) kind: &'static str,
}

/// The steps that fill the fields of a record, after `before` steps; what no field can take becomes a remark.
pub(super) fn fill(
    reading: &Reading<'_>,
    (object, record): (&str, &str),
    wanted: Vec<Wanted>,
    before: usize,
) -> Result<(Vec<Step>, Vec<String>), Failure> {
    let known: Vec<CustomFieldDefinition> = reading
        .references(Kind::CustomField)?
        .iter()
        .filter_map(|json| serde_json::from_str(json).ok())
        .collect();
    let (mut steps, mut fillings, mut remarks) = (Vec::new(), Vec::new(), Vec::new());
    for Wanted { title, value, kind } in wanted {
        let field = known.iter().find(|field| {
            field.title.as_deref() == Some(title.as_str())
                && field.object_type.as_deref() == Some(object)
                && field.is_archived != Some(true)
        });
        match field {
            None => {
                fillings.push(Filling { field: Ref::Of(before + steps.len()), value: Value::String(value) });
                steps.push(Step::MakeField { title, kind: kind.to_owned(), object: object.to_owned() });
            }
            Some(field) => match converted(field, &value) {
                Some(value) => {
                    fillings.push(Filling { field: Ref::Is(field.id.as_str().to_owned()), value });
                }
                None => remarks.push(format!("The field {title} was left out: it cannot hold this value.")),
            },
        }
    }
    if !fillings.is_empty() {
        steps.push(Step::FillFields {
            record: record.to_owned(),
            object: object.to_owned(),
            fillings,
            seen: None,
        });
    }
    Ok((steps, remarks))
}

/// A value in the shape of a field's type.
fn converted(field: &CustomFieldDefinition, value: &str) -> Option<Value> {
    let chosen = || {
        let label = |it: &&samara_ashby::model::SelectableValue| it.label.as_deref() == Some(value);
        field.selectable_values.iter().find(label).and_then(|choice| choice.value.clone())
    };
    match field.field_type.as_deref().unwrap_or("String") {
        "String" | "LongText" | "Url" => Some(json!(value)),
        "Number" => value.trim().parse::<f64>().ok().filter(|number| number.is_finite()).map(|it| json!(it)),
        "Boolean" => match value.trim().to_lowercase().as_str() {
            "true" | "yes" => Some(json!(true)),
            "false" | "no" => Some(json!(false)),
            _ => None,
        },
        "ValueSelect" => chosen().map(|value| json!(value)),
        "MultiValueSelect" => chosen().map(|value| json!([value])),
        _ => None,
    }
}
