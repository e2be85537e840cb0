//! Custom fields: defined and filled in.

use serde_json::{Map, Value, json};

use super::{Call, answers};
use crate::arguments::Arguments;
use crate::changes::set;
use crate::envelope::{Answer, Refusal, Success};
use crate::hooks::tell_application;
use crate::ids::Kind;
use crate::view::{Expansion, View};

const TYPES: [&str; 12] = [
    "Boolean",
    "CompensationRange",
    "Currency",
    "Date",
    "LongText",
    "MultiValueSelect",
    "Number",
    "NumberRange",
    "String",
    "UUID",
    "Url",
    "ValueSelect",
];

/// Objects as a definition names them when it is made, and as it is shown.
const OBJECTS: [(&str, &str); 7] = [
    ("Application", "Application"),
    ("Candidate", "Candidate"),
    ("Employee", "Employee"),
    ("Job", "Job"),
    ("Offer_Version", "Offer"),
    ("Opening_Version", "Opening"),
    ("Talent_Project", "Talent_Project"),
];

pub(super) fn create(call: &Call) -> Answer {
    let arguments = &call.arguments;
    let title = arguments.needed("title")?;
    let kind =
        arguments.word("fieldType", &TYPES)?.ok_or_else(|| Refusal::invalid("fieldType is required"))?;
    let names: Vec<&str> = OBJECTS.iter().map(|(name, _)| *name).collect();
    let object = arguments.word("objectType", &names)?;
    let object = object.ok_or_else(|| Refusal::invalid("objectType is required"))?;
    let object = OBJECTS.iter().find(|(name, _)| *name == object).map_or(object, |(_, shown)| shown);
    let mut record = json!({
        "title": title, "objectType": object, "fieldType": kind, "isPrivate": false, "isArchived": false,
        "isRequired": false,
    });
    if kind.ends_with("ValueSelect") {
        let options = arguments
            .objects("selectableValues")?
            .iter()
            .map(|option| {
                let (label, value) = (option.needed("label")?, option.needed("value")?);
                Ok(json!({ "label": label, "value": value, "isArchived": false }))
            })
            .collect::<Result<Vec<Value>, Refusal>>()?;
        if options.is_empty() {
            return Err(Refusal::invalid("selectableValues is required for this type of field"));
        }
        set(&mut record, "selectableValues", json!(options));
    }
    let mut overlay = call.world.overlay_mut();
    let index = View::new(&call.world.workspace, &overlay).next_of(Kind::CustomField);
    set(&mut record, "id", json!(call.world.workspace.ids.id(Kind::CustomField, index)));
    overlay.add(Kind::CustomField, index, record.clone());
    overlay.made("custom_fields", json!({ "id": record.get("id"), "title": title, "objectType": object }));
    Ok(Success::of(record))
}

/// Something that has custom fields.
struct Holder {
    kind: Kind,
    index: u64,
    /// Its values as they are.
    values: Vec<Value>,
}

fn holder(call: &Call, view: &View) -> Result<(Holder, &'static str), Refusal> {
    let arguments = &call.arguments;
    let id = arguments.id("objectId")?;
    let object = arguments.word("objectType", &["Application", "Candidate", "Job", "Opening"])?;
    let index = |kind| view.workspace.ids.index(kind, id);
    let (kind, record, name, missing) =
        match object.ok_or_else(|| Refusal::invalid("objectType is required"))? {
            "Application" => {
                let found = index(Kind::Application)
                    .and_then(|at| view.application(at).map(|it| view.application_record(at, &it, false)));
                (Kind::Application, found, "Application", "application_not_found")
            }
            "Candidate" => {
                let found = index(Kind::Candidate).and_then(|at| u32::try_from(at).ok());
                let found = found.filter(|it| view.is_here(*it)).map(|it| view.candidate(it));
                (Kind::Candidate, found, "Candidate", "candidate_not_found")
            }
            "Job" => {
                let found = index(Kind::Job).and_then(|at| usize::try_from(at).ok());
                let found = found.filter(|it| view.has_job(*it)).map(|it| view.job(it, Expansion::default()));
                (Kind::Job, found, "Job", "job_not_found")
            }
            _ => {
                let found = index(Kind::Opening).and_then(|at| view.numbered_opening(at));
                (Kind::Opening, found, "Opening", "opening_not_found")
            }
        };
    let record = record.ok_or_else(|| Refusal::new(missing, "There is nothing with this id."))?;
    let values = record.get("customFields").or_else(|| record.pointer("/latestVersion/customFields"));
    let values = values.and_then(Value::as_array).cloned().unwrap_or_default();
    Ok((Holder { kind, index: index(kind).unwrap_or(u64::MAX), values }, name))
}

/// The value a field will have; `None` takes it away.
fn value(view: &View, object: &str, wish: &Arguments) -> Result<(Value, Option<Value>), Refusal> {
    let id = wish.id("fieldId")?;
    let found = view.named(Kind::CustomField, id);
    let message = "There is no custom field with this id.";
    let (_, field) = found.ok_or_else(|| Refusal::new("custom_field_not_found", message))?;
    let text = |name: &str| field.get(name).and_then(Value::as_str).unwrap_or_default();
    if text("objectType") != object {
        return Err(Refusal::invalid(format!(
            "The field is one of {}, not of {object}.",
            text("objectType")
        )));
    }
    if field.get("isArchived") == Some(&json!(true)) {
        return Err(Refusal::invalid("The custom field is archived."));
    }
    let new = wish.value("fieldValue").ok_or_else(|| Refusal::invalid("fieldValue is required"))?;
    let mut shown = json!({
        "id": id, "title": text("title"), "isPrivate": field.get("isPrivate"), "value": new,
    });
    if new.is_null() {
        return Ok((shown, None));
    }
    if !answers::fits(text("fieldType"), &answers::options(&field), new) {
        return Err(Refusal::invalid(format!("{} is no valid {}.", text("title"), text("fieldType"))));
    }
    let label = |value: &Value| {
        let options = field.get("selectableValues")?.as_array()?;
        options.iter().find(|option| option.get("value") == Some(value))?.get("label").cloned()
    };
    match new {
        Value::Array(items) => set(&mut shown, "valueLabel", items.iter().filter_map(label).collect()),
        one => {
            if let Some(label) = label(one) {
                set(&mut shown, "valueLabel", label);
            }
        }
    }
    Ok((shown.clone(), Some(shown)))
}

pub(super) fn set_one(call: &Call) -> Answer {
    let values = set_all(call, std::slice::from_ref(&call.arguments))?;
    Ok(Success::of(values.into_iter().next().unwrap_or(Value::Null)))
}

pub(super) fn set_several(call: &Call) -> Answer {
    let sets = call.arguments.objects("values")?;
    if sets.is_empty() {
        return Err(Refusal::invalid("values must name at least one field"));
    }
    Ok(Success::of(json!(set_all(call, &sets)?)))
}

/// Sets all values or none.
fn set_all(call: &Call, sets: &[Arguments]) -> Result<Vec<Value>, Refusal> {
    let mut overlay = call.world.overlay_mut();
    let view = View::new(&call.world.workspace, &overlay);
    let (mut holder, object) = holder(call, &view)?;
    let mut shown = Vec::with_capacity(sets.len());
    for set in sets {
        let (answer, kept) = value(&view, object, set)?;
        holder.values.retain(|it| it.get("id") != answer.get("id"));
        holder.values.extend(kept);
        shown.push(answer);
    }
    let opening = (holder.kind == Kind::Opening).then(|| view.numbered_opening(holder.index)).flatten();
    let mut fields = Map::new();
    match opening.and_then(|opening| opening.get("latestVersion").cloned()) {
        Some(mut version) => {
            set(&mut version, "customFields", json!(holder.values));
            fields.insert("latestVersion".into(), version);
        }
        None => {
            fields.insert("customFields".into(), json!(holder.values));
        }
    }
    match holder.kind {
        Kind::Candidate => {
            let candidate = u32::try_from(holder.index).unwrap_or(u32::MAX);
            overlay.write_candidate(candidate, &fields, call.now_ms());
        }
        kind => overlay.amend(kind, holder.index, fields, call.now_ms()),
    }
    if holder.kind == Kind::Application {
        tell_application(
            &call.world.workspace,
            &mut overlay,
            holder.index,
            &["applicationUpdate"],
            call.now_ms(),
        );
    }
    Ok(shown)
}
