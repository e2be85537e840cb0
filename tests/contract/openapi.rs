//! Ashby's own description of its API, where it is at hand.

#![cfg(test)]

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::PathBuf;

use jsonschema::error::ValidationErrorKind;
use serde_json::{Value, json};

/// Reads the description from `SAMARA_ASHBY_OPENAPI`, else from beside the repository; says so when there is none.
pub fn load() -> Option<Value> {
    let path = std::env::var_os("SAMARA_ASHBY_OPENAPI").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/ashby-openapi.yml"),
        PathBuf::from,
    );
    let Ok(text) = std::fs::read_to_string(&path) else {
        // Past the test runner, which keeps what passing tests print.
        let _ = writeln!(
            std::io::stderr(),
            "contract skipped: no description of Ashby's API at {}; name it in SAMARA_ASHBY_OPENAPI",
            path.display()
        );
        return None;
    };
    let mut description = serde_saphyr::from_str(&text).unwrap();
    let whole = Value::clone(&description);
    spread(&mut description, &whole);
    Some(description)
}

/// Puts properties in where they are only referred to: `properties` holds names, and `$ref` is read as one of them.
fn spread(part: &mut Value, whole: &Value) {
    if let Some(properties) = part.get_mut("properties")
        && let Some(pointer) = properties.get("$ref").and_then(Value::as_str)
        && let Some(named) = pointer.strip_prefix('#').and_then(|pointer| whole.pointer(pointer))
    {
        *properties = named.clone();
    }
    match part {
        Value::Object(parts) => parts.values_mut().for_each(|part| spread(part, whole)),
        Value::Array(parts) => parts.iter_mut().for_each(|part| spread(part, whole)),
        _ => {}
    }
}

/// The schema of an endpoint's answers of one kind, complete with what it refers to.
///
/// Most endpoints describe a success and a failure as alternatives; `hiringTeamRole.list` two kinds of success.
pub fn response_schema(description: &Value, endpoint: &str, success: bool) -> Option<Value> {
    let mut pointer = format!("/paths/~1{endpoint}/post/responses/200/content/application~1json/schema");
    description.pointer(&pointer)?;
    if endpoint != "hiringTeamRole.list" {
        pointer.push_str(if success { "/oneOf/0" } else { "/oneOf/1" });
        description.pointer(&pointer)?;
    }
    Some(json!({
        "$ref": format!("#{pointer}"), "paths": description["paths"], "webhooks": description["webhooks"],
        "components": description["components"],
    }))
}

fn schema_pointer(endpoint: &str) -> String {
    format!("/paths/~1{endpoint}/post/requestBody/content/application~1json/schema")
}

/// The names of all fields `schema` describes at its top, through references and combinations.
fn known<'a>(description: &'a Value, schema: &'a Value, names: &mut BTreeSet<&'a str>) {
    if let Some(target) = schema["$ref"].as_str().and_then(|r| description.pointer(r.trim_start_matches('#')))
    {
        known(description, target, names);
    }
    names.extend(schema["properties"].as_object().into_iter().flat_map(|p| p.keys().map(String::as_str)));
    for combination in ["allOf", "oneOf", "anyOf"] {
        for part in schema[combination].as_array().into_iter().flatten() {
            known(description, part, names);
        }
    }
}

/// The places in the `body` of a request that do not fit, with what is said about each; `validators` are kept between calls.
///
/// # Errors
/// When the endpoint is not described, or its description is no schema.
pub fn misfits(
    description: &Value,
    validators: &mut BTreeMap<String, jsonschema::Validator>,
    endpoint: &str,
    body: &Value,
) -> Result<Vec<(String, String)>, Box<dyn std::error::Error>> {
    let pointer = schema_pointer(endpoint);
    let schema = description.pointer(&pointer).ok_or_else(|| format!("{endpoint} is not described"))?;
    let mut names = BTreeSet::new();
    known(description, schema, &mut names);
    let mut found: Vec<_> = body
        .as_object()
        .into_iter()
        .flat_map(|fields| fields.keys())
        .filter(|name| !names.contains(name.as_str()))
        .map(|name| (format!("/{name}"), "not described".to_owned()))
        .collect();

    // Reading the description takes longer than holding a body against it.
    let validator = match validators.entry(endpoint.to_owned()) {
        Entry::Occupied(known) => known.into_mut(),
        Entry::Vacant(unknown) => {
            let root = json!({
                "$ref": format!("#{pointer}"),
                "paths": description["paths"],
                "components": description["components"],
            });
            unknown.insert(jsonschema::draft202012::options().should_validate_formats(true).build(&root)?)
        }
    };
    for error in validator.iter_errors(body) {
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                found.extend(unexpected.iter().map(|name| (format!("/{name}"), "forbidden".to_owned())));
            }
            _ => found.push((error.instance_path().to_string(), error.to_string())),
        }
    }
    Ok(found)
}
