//! What people change about the mapping: which payload field fills a unified one, under which keys custom fields are
//! offered, and what is not kept at all. Applied to a row's values after the mapping, from the payload they came with.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use crate::custom_field::INTEGRATION_FIELDS;
use crate::id::{ConnectionId, Id};
use crate::row::{Kind, TableInfo, Value};
use crate::time::Timestamp;

mod origin;
mod path;

use origin::{origins, private_columns};
use path::{Path, strip};

/// Whether a model or field is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Scope {
    /// Kept.
    #[default]
    Enabled,
    /// Neither projected nor kept.
    Disabled,
    /// Kept where Ashby gives it, without which nothing is missing.
    Optional,
}

/// How one unified field is filled instead of by the mapping.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FieldRule {
    /// The table.
    pub model: String,
    /// The unified field.
    pub field: String,
    /// Where its value is: a JSON pointer into the payload, such as `/position`, in front of it an endpoint if only
    /// that one's payload is meant: `candidate.info:/position`. In a list, a part names the entry of that `id`:
    /// `/customFields/<id>/value`. Without a source the mapping's own value goes on.
    pub source: Option<String>,
    /// What values become, by their text.
    pub values: BTreeMap<String, Json>,
    /// Where to look next while there is no value.
    pub fallbacks: Vec<String>,
    /// The value while there is none.
    pub default: Option<Json>,
}

/// A key of `custom_fields` that somebody defined.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CustomKey {
    /// The table.
    pub model: String,
    /// The key.
    pub key: String,
    /// Its name for people.
    pub label: Option<String>,
    /// What it means.
    pub description: Option<String>,
    /// The integration field it shows: the id of a custom field, or the path of a native one.
    pub integration_field: String,
}

/// All that people changed about the mapping; as it comes, nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Remapping {
    /// Fields that are filled otherwise.
    pub rules: Vec<FieldRule>,
    /// Models that are not kept as usual, by table.
    pub models: BTreeMap<String, Scope>,
    /// Fields that are not kept as usual, by `<table>.<field>`.
    pub fields: BTreeMap<String, Scope>,
    /// Keys of `custom_fields` beside those that come from titles.
    pub custom_fields: Vec<CustomKey>,
    /// Integration fields that are shown or not against the default, by `<table>.<key>`. Fields of the organisation
    /// are shown unless told otherwise, native ones (`<key>` is a JSON pointer) only when told.
    pub passthrough: BTreeMap<String, bool>,
}

/// Why a remapping can not be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong: a table, `<table>.<field>`, a path or a key.
    pub place: String,
    /// Why, in a sentence without a full stop.
    pub reason: &'static str,
}

/// The values of a row on their way to the table.
#[derive(Debug)]
pub struct Values<'a> {
    /// The unified fields, in the model's order.
    pub fields: &'a mut [Value],
    /// The private columns, in the model's order.
    pub private: &'a mut [Value],
    /// Object of key to value.
    pub custom_fields: &'a mut Json,
    /// Array of integration fields.
    pub integration_fields: &'a mut Json,
}

impl Remapping {
    /// Whether it changes nothing.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    /// Whether rows of this table are kept.
    #[must_use]
    pub fn keeps_model(&self, table: &str) -> bool {
        self.models.get(table) != Some(&Scope::Disabled)
    }

    /// Whether this field is kept, its model being kept.
    #[must_use]
    pub fn keeps_field(&self, table: &str, field: &str) -> bool {
        self.fields.is_empty() || self.fields.get(&format!("{table}.{field}")) != Some(&Scope::Disabled)
    }

    /// What is wrong with it, against the tables there are.
    #[must_use]
    pub fn faults(&self, tables: &[TableInfo]) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut fault = |place: &str, reason| faults.push(Fault { place: place.to_owned(), reason });
        let known = |table: &str| tables.iter().find(|info| info.table == table);
        let kind = |table: &str, field: &str| {
            known(table)?.fields.iter().find(|known| known.name == field).map(|field| field.kind)
        };
        for rule in &self.rules {
            let place = format!("{}.{}", rule.model, rule.field);
            match kind(&rule.model, &rule.field) {
                None => fault(&place, "there is no such field"),
                Some(Kind::Reference(_)) => fault(&place, "a reference is always Ashby's own"),
                Some(_) => {}
            }
            for path in rule.source.iter().chain(&rule.fallbacks).filter(|path| Path::parse(path).is_none()) {
                fault(path, "a path begins with / or an endpoint and :/");
            }
        }
        for table in self.models.keys().filter(|table| known(table).is_none()) {
            fault(table, "there is no such model");
        }
        for place in self.fields.keys() {
            if place.split_once('.').and_then(|(table, field)| kind(table, field)).is_none() {
                fault(place, "there is no such field");
            }
        }
        let mut keys = BTreeSet::new();
        for custom in &self.custom_fields {
            let place = format!("{}.{}", custom.model, custom.key);
            if known(&custom.model).is_none_or(|info| !info.has_custom_fields) {
                fault(&place, "this model has no custom fields");
            }
            if custom.key.trim().is_empty() || !keys.insert((&custom.model, &custom.key)) {
                fault(&place, "a key is a word of its own");
            }
        }
        for place in self.passthrough.keys() {
            if place.split_once('.').and_then(|(table, _)| known(table)).is_none() {
                fault(place, "there is no such model");
            }
        }
        faults
    }

    /// Whether anything of it concerns rows of this table.
    #[must_use]
    pub fn concerns(&self, table: &str) -> bool {
        let of = |place: &String| place.split_once('.').is_some_and(|(of, _)| of == table);
        self.rules.iter().any(|rule| rule.model == table)
            || self.models.contains_key(table)
            || self.fields.keys().any(of)
            || self.custom_fields.iter().any(|custom| custom.model == table)
            || self.passthrough.keys().any(of)
    }

    /// Applies it to the values of a row. `payload` gives the payload of an endpoint, without a name the one the row
    /// was mapped from.
    pub fn apply(
        &self,
        connection: &ConnectionId,
        info: &TableInfo,
        values: &mut Values<'_>,
        payload: impl Fn(Option<&str>) -> Option<Json>,
    ) {
        let find = |path: &str| Path::parse(path).and_then(|path| path.find(&payload(path.endpoint)?));
        for rule in self.rules.iter().filter(|rule| rule.model == info.table) {
            let place = info.fields.iter().position(|field| field.name == rule.field);
            let Some((slot, field)) =
                place.and_then(|at| Some((values.fields.get_mut(at)?, info.fields.get(at)?)))
            else {
                continue;
            };
            let found = match &rule.source {
                Some(source) => find(source),
                None => shown(slot),
            };
            let found = found.or_else(|| rule.fallbacks.iter().find_map(|path| find(path)));
            let mapped = found.map(|found| rule.values.get(&text(&found)).cloned().unwrap_or(found));
            let filled = mapped.or_else(|| rule.default.clone());
            *slot = filled.map_or(Value::Null, |filled| fit(filled, field.kind));
        }
        self.pass_through(connection, info, values, &find);
        for (field, slot) in info.fields.iter().zip(values.fields.iter_mut()) {
            if !self.keeps_field(info.table, field.name) {
                *slot = Value::Null;
                for column in private_columns(info.table, field.name) {
                    let at = info.private.iter().position(|private| private.name == *column);
                    if let Some(private) = at.and_then(|at| values.private.get_mut(at)) {
                        *private = Value::Null;
                    }
                }
            }
        }
    }

    fn pass_through(
        &self,
        connection: &ConnectionId,
        info: &TableInfo,
        values: &mut Values<'_>,
        find: &impl Fn(&str) -> Option<Json>,
    ) {
        if !info.has_custom_fields {
            return;
        }
        let mut custom = BTreeMap::new();
        for key in self.custom_fields.iter().filter(|key| key.model == info.table) {
            let of_organisation = entry(values.integration_fields, &key.integration_field);
            if let Some(value) = of_organisation.or_else(|| find(&key.integration_field)) {
                custom.insert(key.key.clone(), value);
            }
        }
        if let (Json::Object(known), false) = (&mut *values.custom_fields, custom.is_empty()) {
            known.extend(custom);
        }
        let Json::Array(fields) = &mut *values.integration_fields else { return };
        let told = |key: &str| self.passthrough.get(&format!("{}.{key}", info.table)).copied();
        fields.retain(|field| {
            let key = field.get("key").and_then(Json::as_str);
            key.and_then(told) != Some(false)
        });
        for (place, _) in self.passthrough.iter().filter(|(_, shown)| **shown) {
            let key = place.split_once('.').filter(|(table, _)| *table == info.table).map(|(_, key)| key);
            let Some(key) = key.filter(|key| key.contains('/')) else { continue };
            let id = Id::of_parts(connection, INTEGRATION_FIELDS, &[info.table, "DEFAULT", key]);
            let value = find(key).unwrap_or(Json::Null);
            fields.push(json!({ "id": id, "key": key, "type": "DEFAULT", "value": value, "label": null }));
        }
    }

    /// A payload without what only fields that are not kept come from.
    #[must_use]
    pub fn kept<'a>(&self, table: &str, payload: &'a str) -> Cow<'a, str> {
        let gone = self.stripped_paths(table);
        if gone.is_empty() {
            return Cow::Borrowed(payload);
        }
        let Ok(mut json) = serde_json::from_str::<Json>(payload) else { return Cow::Borrowed(payload) };
        for path in gone {
            strip(&mut json, path);
        }
        Cow::Owned(json.to_string())
    }

    fn stripped_paths(&self, table: &str) -> BTreeSet<&'static str> {
        let disabled = |field: &str| !self.keeps_field(table, field);
        let paths = |gone: bool| {
            let of = origins(table).filter(move |origin| disabled(origin.field) == gone);
            of.flat_map(|origin| origin.paths.iter().copied())
        };
        if self.fields.is_empty() {
            return BTreeSet::new();
        }
        let needed: BTreeSet<&str> = paths(false).collect();
        paths(true).filter(|path| !needed.contains(path)).collect()
    }
}

fn entry(integration_fields: &Json, key: &str) -> Option<Json> {
    let fields = integration_fields.as_array()?;
    fields.iter().find(|field| field.get("key").and_then(Json::as_str) == Some(key))?.get("value").cloned()
}

/// A value as a payload would have it.
fn shown(value: &Value) -> Option<Json> {
    match value {
        Value::Null => None,
        Value::Integer(number) => Some((*number).into()),
        Value::Real(number) => Some((*number).into()),
        Value::Text(text) => Some(text.as_str().into()),
        Value::Bool(yes) => Some((*yes).into()),
        Value::Json(json) => Some(json.clone()).filter(|json| !json.is_null()),
    }
}

/// The text a value map knows a value by.
fn text(value: &Json) -> String {
    match value {
        Json::String(text) => text.trim().to_owned(),
        other => other.to_string(),
    }
}

/// A value in the kind of its column; one that does not fit is nothing.
fn fit(value: Json, kind: Kind) -> Value {
    let written = text(&value);
    match kind {
        _ if value.is_null() => Value::Null,
        Kind::Json => Value::Json(value),
        Kind::Text if written.is_empty() => Value::Null,
        Kind::Text => Value::Text(written),
        Kind::Integer => written.parse().map_or(Value::Null, Value::Integer),
        Kind::Real => {
            let number: Option<f64> = written.parse().ok().filter(|number: &f64| number.is_finite());
            number.map_or(Value::Null, Value::Real)
        }
        Kind::Bool => match written.to_ascii_lowercase().as_str() {
            "true" | "yes" | "1" => Value::Bool(true),
            "false" | "no" | "0" => Value::Bool(false),
            _ => Value::Null,
        },
        Kind::Time => {
            Timestamp::parse(&written).map_or(Value::Null, |at| Value::Text(at.as_str().to_owned()))
        }
        Kind::Reference(_) => Value::Null,
    }
}
