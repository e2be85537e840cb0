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
    Some(serde_saphyr::from_str(&text).unwrap())
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
