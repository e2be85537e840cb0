//! What a request says, read the way Ashby reads it: numbers and booleans may come as text, unknown fields pass.

use serde_json::{Map, Value};

use crate::envelope::Refusal;
use crate::ids::is_uuid;
use crate::multipart::{Part, parts};

type Read<T> = Result<T, Refusal>;

/// The fields of a request body.
#[derive(Debug, Clone)]
pub(crate) struct Arguments {
    fields: Map<String, Value>,
    /// Files that came along in a body of several parts.
    pub files: Vec<Part>,
}

impl Arguments {
    /// Reads a body; it must be a JSON object, `{}` when there is nothing to say.
    pub fn read(body: &[u8]) -> Read<Self> {
        if let Some(parts) = parts(body) {
            return Ok(Self::of_parts(parts));
        }
        match serde_json::from_slice(body) {
            Ok(Value::Object(fields)) => Ok(Self::of(fields)),
            Ok(_) => Err(Refusal::invalid("the body must be a JSON object")),
            Err(_) => Err(Refusal::invalid("the body must be JSON; send {} when there is nothing to say")),
        }
    }

    pub fn of(fields: Map<String, Value>) -> Self {
        Self { fields, files: Vec::new() }
    }

    fn of_parts(parts: Vec<Part>) -> Self {
        let mut arguments = Self::of(Map::new());
        for part in parts {
            if part.filename.is_some() {
                arguments.files.push(part);
                continue;
            }
            let text = String::from_utf8_lossy(&part.bytes).into_owned();
            // Objects come as JSON within their part.
            let value = serde_json::from_str(&text).ok().filter(|it: &Value| it.is_object() || it.is_array());
            arguments.fields.insert(part.name, value.unwrap_or(Value::String(text)));
        }
        arguments
    }

    /// The field as it came, null included.
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.fields.get(name)
    }

    /// Text that must be there and say something.
    pub fn needed(&self, name: &str) -> Read<&str> {
        let text = self.text(name)?.map(str::trim).filter(|text| !text.is_empty());
        text.ok_or_else(|| Refusal::invalid(format!("{name} is required")))
    }

    /// A list of texts.
    pub fn texts(&self, name: &str) -> Read<Option<Vec<&str>>> {
        let Some(value) = self.field(name) else { return Ok(None) };
        let list = value.as_array().ok_or_else(|| wrong(name, "an array"))?;
        list.iter()
            .map(|item| item.as_str().ok_or_else(|| wrong(name, "an array of strings")))
            .collect::<Read<Vec<_>>>()
            .map(Some)
    }

    /// A list of objects; none when there is no such field.
    pub fn objects(&self, name: &str) -> Read<Vec<Arguments>> {
        let Some(value) = self.field(name) else { return Ok(Vec::new()) };
        let list = value.as_array().ok_or_else(|| wrong(name, "an array"))?;
        list.iter()
            .map(|item| {
                item.as_object().cloned().map(Self::of).ok_or_else(|| wrong(name, "an array of objects"))
            })
            .collect()
    }

    /// A moment, in milliseconds.
    pub fn moment(&self, name: &str) -> Read<Option<i64>> {
        self.text(name)?
            .map(|text| {
                let moment =
                    chrono::DateTime::parse_from_rfc3339(text).map(|moment| moment.timestamp_millis());
                moment.map_err(|_| wrong(name, "an ISO 8601 moment"))
            })
            .transpose()
    }

    /// The field, with null read as absent.
    fn field(&self, name: &str) -> Option<&Value> {
        self.fields.get(name).filter(|value| !value.is_null())
    }

    pub fn text(&self, name: &str) -> Read<Option<&str>> {
        self.field(name).map(|value| value.as_str().ok_or_else(|| wrong(name, "a string"))).transpose()
    }

    pub fn flag(&self, name: &str) -> Read<bool> {
        match self.field(name) {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(Value::String(text)) if text == "true" => Ok(true),
            Some(Value::String(text)) if text == "false" => Ok(false),
            Some(_) => Err(wrong(name, "a boolean")),
        }
    }

    /// A flag that is on when nothing is said.
    pub fn flag_or_true(&self, name: &str) -> Read<bool> {
        if self.field(name).is_none() { Ok(true) } else { self.flag(name) }
    }

    pub fn integer(&self, name: &str) -> Read<Option<i64>> {
        self.field(name)
            .map(|value| {
                let number = match value {
                    Value::String(text) => text.parse().ok(),
                    Value::Number(number) => number.as_i64(),
                    _ => None,
                };
                number.ok_or_else(|| wrong(name, "an integer"))
            })
            .transpose()
    }

    /// An id that must be there.
    pub fn id(&self, name: &str) -> Read<&str> {
        self.id_if_any(name)?.ok_or_else(|| Refusal::invalid(format!("{name} is required")))
    }

    pub fn id_if_any(&self, name: &str) -> Read<Option<&str>> {
        let id = self.text(name)?;
        if id.is_some_and(|id| !is_uuid(id)) {
            return Err(wrong(name, "a UUID"));
        }
        Ok(id)
    }

    /// A list of words of which each must be one of `known`.
    pub fn words(&self, name: &str, known: &[&str]) -> Read<Option<Vec<&str>>> {
        let Some(value) = self.field(name) else { return Ok(None) };
        let list = value.as_array().ok_or_else(|| wrong(name, "an array"))?;
        list.iter()
            .map(|item| {
                let word = item.as_str().ok_or_else(|| wrong(name, "an array of strings"))?;
                if known.contains(&word) {
                    Ok(word)
                } else {
                    Err(Refusal::invalid(format!("{name} must be some of {}, not {word}", known.join(", "))))
                }
            })
            .collect::<Read<Vec<_>>>()
            .map(Some)
    }

    /// One word of `known`.
    pub fn word(&self, name: &str, known: &[&str]) -> Read<Option<&str>> {
        let word = self.text(name)?;
        match word {
            Some(word) if !known.contains(&word) => {
                Err(Refusal::invalid(format!("{name} must be one of {}, not {word}", known.join(", "))))
            }
            _ => Ok(word),
        }
    }

    pub fn object(&self, name: &str) -> Read<Option<Arguments>> {
        self.field(name)
            .map(|value| {
                let fields = value.as_object().ok_or_else(|| wrong(name, "an object"))?;
                Ok(Self::of(fields.clone()))
            })
            .transpose()
    }

    /// Everything that decides which records a listing has, as bytes: all but how it is paged.
    pub fn selection(&self) -> Vec<u8> {
        let rest: Map<String, Value> = self
            .fields
            .iter()
            .filter(|(name, value)| {
                !matches!(name.as_str(), "cursor" | "syncToken" | "limit") && !value.is_null()
            })
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        Value::Object(rest).to_string().into_bytes()
    }
}

fn wrong(name: &str, kind: &str) -> Refusal {
    Refusal::invalid(format!("{name} must be {kind}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Arguments {
        Arguments::read(text.as_bytes()).unwrap()
    }

    #[test]
    fn scalars_may_come_as_text_and_null_means_absent() {
        let arguments = read(r#"{"a":"true","b":"17","c":null,"d":false,"e":5}"#);
        assert_eq!(arguments.flag("a"), Ok(true));
        assert_eq!(arguments.flag("d"), Ok(false));
        assert_eq!(arguments.integer("b"), Ok(Some(17)));
        assert_eq!(arguments.integer("e"), Ok(Some(5)));
        assert_eq!(arguments.text("c"), Ok(None));
        assert_eq!(arguments.integer("a").unwrap_err().code, "invalid_input");
        assert_eq!(arguments.text("e").unwrap_err().code, "invalid_input");
    }

    #[test]
    fn a_body_that_is_no_object_is_refused() {
        for body in ["", "[]", "{", "7"] {
            assert_eq!(Arguments::read(body.as_bytes()).unwrap_err().code, "invalid_input", "{body}");
        }
    }

    #[test]
    fn paging_is_no_part_of_the_selection() {
        let one = read(r#"{"status":"Active","cursor":"x","limit":5,"jobId":null}"#);
        let two = read(r#"{"syncToken":"y","status":"Active"}"#);
        assert_eq!(one.selection(), two.selection());
        assert_ne!(one.selection(), read("{}").selection());
    }
}
