//! Ashby's own description of its API, where it is at hand.

#![cfg(test)]

use std::io::Write as _;
use std::path::PathBuf;

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
