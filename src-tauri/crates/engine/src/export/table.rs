//! Rows as cells: which columns there are, and what a value looks like in one.

use samara_unified::TableInfo;
use serde_json::Value;

/// The columns of a sheet, in order.
#[derive(Debug, Clone)]
pub(crate) struct Columns {
    /// Names of members of the row.
    plain: Vec<String>,
    /// Keys of its `custom_fields`.
    custom: Vec<String>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Empty,
    Text(String),
    Number(f64),
    Bool(bool),
}

impl Columns {
    /// Members alone.
    pub(crate) fn of(names: &[&str]) -> Self {
        Self { plain: names.iter().map(|name| (*name).to_owned()).collect(), custom: Vec::new() }
    }

    /// The unified fields of a model, with a column for each of these custom fields.
    pub(crate) fn model(info: &TableInfo, custom: Vec<String>) -> Self {
        let mut plain = vec!["id"];
        plain.extend(info.has_remote_id.then_some("remote_id"));
        plain.extend(info.fields.iter().map(|field| field.name));
        plain.extend(["changed_at", "remote_deleted_at"]);
        Self { custom, ..Self::of(&plain) }
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.plain.iter().chain(&self.custom).map(String::as_str)
    }

    pub(super) fn cells<'a>(&'a self, row: &'a Value) -> impl Iterator<Item = Cell> + 'a {
        let custom = row.get("custom_fields").unwrap_or(&Value::Null);
        let plain = self.plain.iter().map(|name| cell(row.get(name)));
        plain.chain(self.custom.iter().map(|key| cell(custom.get(key))))
    }
}

fn cell(value: Option<&Value>) -> Cell {
    match value {
        None | Some(Value::Null) => Cell::Empty,
        Some(Value::Bool(yes)) => Cell::Bool(*yes),
        Some(Value::Number(number)) => number.as_f64().map_or(Cell::Empty, Cell::Number),
        Some(value) => Cell::Text(words(value)).or_empty(),
    }
}

impl Cell {
    fn or_empty(self) -> Self {
        if self == Self::Text(String::new()) { Self::Empty } else { self }
    }
}

/// A value in words: what of it people would write down.
fn words(value: &Value) -> String {
    const SPOKEN: [&str; 9] =
        ["email_address", "phone_number", "link", "raw", "name", "label", "content", "choice", "date"];
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(words).filter(|text| !text.is_empty()).collect();
            items.join("; ")
        }
        Value::Object(object) => {
            if let (Some(question), Some(answer)) = (object.get("question"), object.get("answer")) {
                let title = question.get("title").and_then(Value::as_str).unwrap_or("?");
                return format!("{title}: {}", words(answer));
            }
            let spoken = SPOKEN.iter().find_map(|key| object.get(*key)?.as_str());
            match (spoken, object.len(), object.values().next()) {
                (Some(text), ..) => text.to_owned(),
                (None, 1, Some(only)) => words(only),
                _ => value.to_string(),
            }
        }
        other => other.to_string(),
    }
}
