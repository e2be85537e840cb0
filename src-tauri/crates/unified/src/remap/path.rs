//! Ways into a payload.

use serde_json::Value as Json;

/// A JSON pointer, perhaps into one endpoint's payload alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Path<'a> {
    pub(super) endpoint: Option<&'a str>,
    pointer: &'a str,
}

impl<'a> Path<'a> {
    /// `/a/b` or `candidate.info:/a/b`.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let (endpoint, pointer) = match text.find('/')? {
            0 => (None, text),
            at => (Some(text.get(..at)?.strip_suffix(':').filter(|name| !name.is_empty())?), text.get(at..)?),
        };
        (pointer.len() > 1).then_some(Self { endpoint, pointer })
    }

    /// The value there, unless it says nothing.
    pub(super) fn find(&self, payload: &Json) -> Option<Json> {
        let mut at = payload;
        for part in self.pointer.split('/').skip(1) {
            let part = part.replace("~1", "/").replace("~0", "~");
            at = match at {
                Json::Array(items) => {
                    let by_id = |item: &&Json| item.get("id").and_then(Json::as_str) == Some(part.as_str());
                    items.iter().find(by_id).or_else(|| items.get(part.parse::<usize>().ok()?))?
                }
                other => other.get(&part)?,
            };
        }
        let empty = match at {
            Json::Null => true,
            Json::String(text) => text.trim().is_empty(),
            _ => false,
        };
        (!empty).then(|| at.clone())
    }
}

/// Takes out what is at a path; the part `*` stands for all entries of a list.
pub(super) fn strip(payload: &mut Json, path: &str) {
    let Some(rest) = path.strip_prefix('/') else { return };
    match (rest.split_once('/'), payload) {
        (None, Json::Object(members)) => drop(members.remove(rest)),
        (Some(("*", deeper)), Json::Array(items)) => {
            let deeper = format!("/{deeper}");
            for item in items {
                strip(item, &deeper);
            }
        }
        (Some((part, deeper)), Json::Object(members)) => {
            if let Some(inner) = members.get_mut(part) {
                strip(inner, &format!("/{deeper}"));
            }
        }
        _ => {}
    }
}
