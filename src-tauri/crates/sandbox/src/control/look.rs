//! Looking into the world.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Done, Operation};
use crate::World;
use crate::changes::Gone;
use crate::endpoint::Call;
use crate::ids::Kind;
use crate::view::View;

/// Looks at something; `None` for other operations.
pub(super) fn run(world: &World, name: &str, operation: &Operation) -> Option<Done> {
    Some(match name {
        "application" => application(world, operation),
        "candidate" => candidate(world, operation),
        "record" => super::record::record(world, operation),
        "list" => list(world, operation),
        "made" => Ok(made(world)),
        "counts" => Ok(counts(world)),
        "requests" => {
            let last = operation.number("last").and_then(|last| usize::try_from(last).ok()).unwrap_or(100);
            Ok(world.ledger().report(last))
        }
        _ => return None,
    })
}

fn application(world: &World, operation: &Operation) -> Done {
    let overlay = world.overlay();
    let view = View::whole(&world.workspace, &overlay);
    let id = operation.needed("id")?;
    let found = world.workspace.ids.index(Kind::Application, id);
    let (index, application) = found
        .and_then(|index| view.application(index).map(|application| (index, application)))
        .ok_or_else(|| format!("no such application: {id}"))?;
    Ok(view.application_in_full(
        index,
        &application,
        &["openings", "applicationFormSubmissions", "referrals"],
    ))
}

fn candidate(world: &World, operation: &Operation) -> Done {
    let overlay = world.overlay();
    let view = View::whole(&world.workspace, &overlay);
    let id = operation.needed("id")?;
    let index = world.workspace.ids.index(Kind::Candidate, id).and_then(|index| u32::try_from(index).ok());
    let candidate =
        index.filter(|it| *it < view.candidate_count()).ok_or_else(|| format!("no such candidate: {id}"))?;
    Ok(match view.gone(candidate) {
        Some(Gone::Deleted) => json!({ "gone": "deleted" }),
        Some(Gone::MergedInto(survivor)) => json!({ "gone": "merged", "into": view.candidate_id(survivor) }),
        None => {
            let notes: Vec<Value> = view.notes(candidate).into_iter().map(|(_, note)| note).collect();
            json!({ "candidate": view.candidate(candidate), "notes": notes })
        }
    })
}

/// All that a list endpoint has, whatever the key may and whatever goes wrong on the line.
fn list(world: &World, operation: &Operation) -> Done {
    let name = operation.needed("endpoint")?;
    let endpoint = crate::endpoint::find(name).filter(|found| !found.writes());
    let endpoint = endpoint.ok_or_else(|| format!("no such list: {name}"))?;
    let now = chrono::DateTime::from_timestamp_millis(operation.now).unwrap_or_default();
    let mut body = operation.fields.get("body").cloned().unwrap_or_else(|| json!({}));
    let mut records = Vec::new();
    loop {
        let call = Call::read(world, name, body.to_string().as_bytes(), now);
        let success = call.and_then(|call| (endpoint.answer)(&call)).map_err(|refusal| refusal.message)?;
        match success.fields.get("results") {
            Some(Value::Array(page)) => records.extend(page.iter().cloned()),
            _ => return Err(format!("no such list: {name}")),
        }
        let Some(cursor) = success.fields.get("nextCursor") else { return Ok(json!(records)) };
        crate::changes::set(&mut body, "cursor", cursor.clone());
    }
}

/// What exists because a client asked for it, whatever became of the answers.
fn made(world: &World) -> Value {
    const KINDS: [&str; 9] = [
        "applications",
        "candidates",
        "custom_fields",
        "feedback",
        "files",
        "mails",
        "notes",
        "surveys",
        "tags",
    ];
    let overlay = world.overlay();
    let each = |kind: &str| overlay.made.get(kind).cloned().unwrap_or_default();
    let counts: serde_json::Map<String, Value> =
        KINDS.iter().map(|kind| ((*kind).to_owned(), json!(each(kind).len()))).collect();
    let all: serde_json::Map<String, Value> =
        KINDS.iter().map(|kind| ((*kind).to_owned(), json!(each(kind)))).collect();
    json!({ "counts": counts, "made": all })
}

/// Counts by walking everything: instant at demo sizes, seconds at a million candidates.
fn counts(world: &World) -> Value {
    let overlay = world.overlay();
    let view = View::whole(&world.workspace, &overlay);
    let candidates = (0..view.candidate_count()).filter(|candidate| view.is_here(*candidate)).count();
    let mut statuses: BTreeMap<&str, u64> = BTreeMap::new();
    let mut jobs: BTreeMap<usize, u64> = BTreeMap::new();
    for application in (0..view.application_count()).filter_map(|index| view.application(index)) {
        let status = application.stage_type().status();
        *statuses.entry(status).or_default() += 1;
        if matches!(status, "Active" | "Lead") {
            *jobs.entry(application.job).or_default() += 1;
        }
    }
    let live: serde_json::Map<String, Value> =
        jobs.into_iter().map(|(job, count)| (view.job_id(job), json!(count))).collect();
    let workspace = &world.workspace;
    json!({
        "candidates": candidates,
        "applications": statuses.values().sum::<u64>(),
        "applications_by_status": statuses,
        "live_by_job": live,
        "jobs": workspace.jobs.len(),
        "postings": workspace.postings.all.len(),
        "users": workspace.users.len(),
        "tags": workspace.tags.len(),
        "archive_reasons": workspace.reasons.len(),
        "sources": workspace.sources.len(),
        "interview_plans": workspace.plans.len(),
        "interview_stages": crate::generate::plans::PLANS.iter().map(|plan| plan.stages.len()).sum::<usize>(),
        "changes": overlay.sequence,
    })
}
