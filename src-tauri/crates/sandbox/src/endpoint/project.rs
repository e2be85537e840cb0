//! Talent pools. Who is in one, Ashby tells candidate by candidate.

use super::{Call, Found, list};
use crate::envelope::{Answer, Refusal};
use crate::generate::time;
use crate::ids::Kind;
use crate::view::View;
use serde_json::Value;

pub(super) fn endpoint(method: &str) -> Found {
    Some(match method {
        "list" => ("candidates:read", projects),
        "info" => {
            ("candidates:read", |call| list::info(call, Kind::Project, "projectId", "project_not_found"))
        }
        "search" => ("candidates:read", search),
        _ => return None,
    })
}

fn projects(call: &Call) -> Answer {
    let after = call.arguments.integer("createdAfter")?.map(time::iso);
    list::listed(call, Kind::Project, |project| {
        let created = project.get("createdAt").and_then(Value::as_str);
        after.as_deref().is_none_or(|after| created > Some(after))
    })
}

fn search(call: &Call) -> Answer {
    let title = call.arguments.text("title")?.ok_or_else(|| Refusal::invalid("title is required"))?;
    let overlay = call.world.overlay();
    let projects = View::new(&call.world.workspace, &overlay).few(Kind::Project);
    Ok(list::matching(projects.into_values(), "title", title))
}
