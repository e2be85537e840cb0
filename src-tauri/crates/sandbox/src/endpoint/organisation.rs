//! The key, users, departments, locations and roles.

use serde_json::{Value, json};

use super::{Call, Found, list};
use crate::envelope::{Answer, Refusal, Success};
use crate::generate::organisation::ROLES;
use crate::generate::time;
use crate::ids::Kind;
use crate::paging::{Fixed, Sync, page};
use crate::view::View;

const READ: &str = "organization:read";

pub(super) fn endpoint(name: &str) -> Found {
    Some(match name {
        "apiKey.info" => ("apiKeys:read", |call| Ok(key(call))),
        "user.list" => (READ, users),
        "user.info" => (READ, |call| list::info(call, Kind::User, "userId", "user_not_found")),
        "user.search" => (READ, find_user),
        "department.list" => (READ, |call| list::archivable(call, Kind::Department)),
        "department.info" => {
            (READ, |call| list::info(call, Kind::Department, "departmentId", "department_not_found"))
        }
        "location.list" => (READ, locations),
        "location.info" => {
            (READ, |call| list::info(call, Kind::Location, "locationId", "location_not_found"))
        }
        "hiringTeamRole.list" => (READ, roles),
        "applicationHiringTeamRole.list" => ("candidates:read", |call| Ok(Success::of(titled_roles(call)))),
        "brand.list" => (READ, brands),
        _ => return None,
    })
}

fn key(call: &Call) -> Success {
    let created = time::iso(call.world.workspace.now - 90 * time::DAY);
    let rules = call.world.rules();
    Success::of(json!({ "title": "Samara", "createdAt": created, "scopes": rules.scopes.names() }))
}

fn users(call: &Call) -> Answer {
    let all = call.arguments.flag("includeDeactivated")?;
    list::listed(call, Kind::User, |user| all || user.get("isEnabled") == Some(&Value::Bool(true)))
}

fn find_user(call: &Call) -> Answer {
    let email = call.arguments.text("email")?.ok_or_else(|| Refusal::invalid("email is required"))?;
    let overlay = call.world.overlay();
    let users = View::new(&call.world.workspace, &overlay).few(Kind::User);
    let same = |user: &Value| {
        user.get("email").and_then(Value::as_str).is_some_and(|it| it.eq_ignore_ascii_case(email))
    };
    Ok(Success::of(users.into_values().filter(same).collect()))
}

fn locations(call: &Call) -> Answer {
    let archived = call.arguments.flag("includeArchived")?;
    let regions = call.arguments.flag("includeLocationHierarchy")?;
    list::listed(call, Kind::Location, |location| {
        let is = |field: &str, value: Value| location.get(field) == Some(&value);
        (archived || !is("isArchived", json!(true))) && (regions || !is("type", json!("LocationHierarchy")))
    })
}

fn titled_roles(call: &Call) -> Value {
    let ids = &call.world.workspace.ids;
    (0..).zip(ROLES).map(|(role, title)| json!({ "id": ids.id(Kind::Role, role), "title": title })).collect()
}

fn roles(call: &Call) -> Answer {
    let names_only = call.arguments.flag_or_true("namesOnly")?;
    Ok(Success::of(if names_only { json!(ROLES) } else { titled_roles(call) }))
}

fn brands(call: &Call) -> Answer {
    let id = call.world.workspace.ids.id(Kind::Brand, 0);
    page(
        call,
        Sync::PagesOnly,
        &Fixed(vec![json!({ "id": id, "name": "Halden Robotics", "hostedJobsPageSlug": "halden" })]),
    )
}
