//! The key, users, locations, roles and stages.

use serde_json::{Value, json};

use super::Call;
use crate::envelope::{Answer, Refusal, Success};
use crate::generate::organisation::ROLES;
use crate::generate::{plans, time};
use crate::ids::Kind;
use crate::paging::{Fixed, Sync, page};

pub(super) fn key(call: &Call) -> Success {
    let created = time::iso(call.world.workspace.now - 90 * time::DAY);
    let rules = call.world.rules();
    Success::of(json!({ "title": "Samara", "createdAt": created, "scopes": rules.scopes.names() }))
}

pub(super) fn users(call: &Call) -> Answer {
    let all = call.arguments.flag("includeDeactivated")?;
    let users = &call.world.workspace.users;
    let shown: Vec<Value> =
        users.iter().filter(|user| all || user.enabled).map(|user| user.record.clone()).collect();
    page(call, Sync::Tokens, &Fixed(shown))
}

pub(super) fn locations(call: &Call) -> Answer {
    let workspace = &call.world.workspace;
    let mut records = call.unarchived(&workspace.locations)?;
    if call.arguments.flag("includeLocationHierarchy")? {
        records.extend(workspace.regions.iter().cloned());
    }
    page(call, Sync::Tokens, &Fixed(records))
}

pub(super) fn roles(call: &Call) -> Answer {
    let ids = &call.world.workspace.ids;
    Ok(Success::of(if call.arguments.flag_or_true("namesOnly")? {
        json!(ROLES)
    } else {
        ROLES
            .iter()
            .zip(0..)
            .map(|(title, role)| json!({ "id": ids.id(Kind::Role, role), "title": title }))
            .collect()
    }))
}

pub(super) fn stages(call: &Call) -> Answer {
    let workspace = &call.world.workspace;
    let id = call.arguments.id("interviewPlanId")?;
    let plan = workspace.ids.index(Kind::Plan, id).and_then(|plan| usize::try_from(plan).ok());
    let Some((plan, it)) = plan.and_then(|plan| plans::PLANS.get(plan).map(|it| (plan, it))) else {
        return Err(Refusal::new("interview_plan_not_found", "There is no interview plan with this id."));
    };
    let stages: Vec<Value> =
        (0..it.stages.len()).map(|stage| plans::stage(&workspace.ids, plan, stage)).collect();
    Ok(Success::of(json!(stages)).with("moreDataAvailable", json!(false)))
}
