//! Interviews and plans, changed behind the client's back.

use serde_json::{Map, Value, json};

use super::edit::place;
use super::{Done, Operation};
use crate::World;
use crate::changes::Overlay;
use crate::generate::Workspace;
use crate::generate::applications::{Application, Visit};
use crate::generate::interviews::Schedule;
use crate::generate::plans::{PLANS, StageType, plan_id, stage_id};
use crate::generate::time;
use crate::hooks::tell;
use crate::ids::Kind;
use crate::view::View;

fn schedule(view: &View, operation: &Operation) -> Result<Schedule, String> {
    let id = operation.needed("schedule_id")?;
    let found = view.workspace.ids.index(Kind::Schedule, id).and_then(|index| view.schedule(index));
    found.ok_or_else(|| format!("no such schedule: {id}"))
}

fn put(
    workspace: &Workspace,
    overlay: &mut Overlay,
    it: &Schedule,
    fields: Map<String, Value>,
    now: i64,
) -> Value {
    overlay.amend(Kind::Schedule, it.index, fields, now);
    tell(
        workspace,
        overlay,
        "interviewScheduleUpdate",
        now,
        |view| json!({ "interviewSchedule": view.schedule_record(it) }),
    );
    View::whole(workspace, overlay).schedule_record(it)
}

pub(super) fn cancel_schedule(world: &World, operation: &Operation) -> Done {
    let mut overlay = world.overlay_mut();
    let it = schedule(&View::whole(&world.workspace, &overlay), operation)?;
    let fields = Map::from_iter([
        ("status".to_owned(), json!("Cancelled")),
        ("interviewEvents".to_owned(), json!([])),
    ]);
    Ok(put(&world.workspace, &mut overlay, &it, fields, operation.now))
}

pub(super) fn reschedule(world: &World, operation: &Operation) -> Done {
    let minutes = operation.fields.get("minutes").and_then(Value::as_i64).ok_or("minutes is missing")?;
    let mut overlay = world.overlay_mut();
    let view = View::whole(&world.workspace, &overlay);
    let it = schedule(&view, operation)?;
    let later = |moment: &mut Value| {
        let parsed = moment.as_str().and_then(|text| text.parse::<chrono::DateTime<chrono::Utc>>().ok());
        if let Some(parsed) = parsed {
            *moment = json!(time::iso(parsed.timestamp_millis() + minutes * 60_000));
        }
    };
    let mut events: Vec<Value> = view.events(&it, false).into_iter().map(|(_, event)| event).collect();
    for event in &mut events {
        event.get_mut("startTime").map(later);
        event.get_mut("endTime").map(later);
        if let Some(moment) = event.get_mut("updatedAt") {
            *moment = json!(time::iso(operation.now));
        }
    }
    let fields = Map::from_iter([("interviewEvents".to_owned(), json!(events))]);
    Ok(put(&world.workspace, &mut overlay, &it, fields, operation.now))
}

/// The stage of another plan that stands for one of this plan: of the same type, and as far along in it.
fn counterpart(from: usize, to: usize, stage: usize) -> usize {
    let stages = |plan: usize| PLANS.get(plan).map(|plan| plan.stages).unwrap_or_default();
    let kind = stages(from).get(stage).map_or(StageType::Lead, |(_, kind)| *kind);
    let rank = stages(from).iter().take(stage).filter(|(_, it)| *it == kind).count();
    let same: Vec<usize> =
        stages(to).iter().enumerate().filter(|(_, (_, it))| *it == kind).map(|(at, _)| at).collect();
    same.get(rank).or(same.last()).copied().unwrap_or(0)
}

pub(super) fn transition_plan(world: &World, operation: &Operation) -> Done {
    let workspace = &world.workspace;
    let ids = &workspace.ids;
    let mut overlay = world.overlay_mut();
    let view = View::whole(workspace, &overlay);
    let id = operation.needed("job_id")?;
    let job = place(workspace, Kind::Job, id).filter(|job| view.has_job(*job));
    let job = job.ok_or_else(|| format!("no such job: {id}"))?;
    let id = operation.needed("plan_id")?;
    let to = place(workspace, Kind::Plan, id).filter(|plan| *plan < PLANS.len());
    let to = to.ok_or_else(|| format!("no such plan: {id}"))?;
    let mut plans = view.plans_of(job);
    let from = plans.first().copied().ok_or("the job has no plan")?;
    if from == to {
        return Err("the job has this plan already".into());
    }
    plans.retain(|plan| *plan != from && *plan != to);
    plans.insert(0, to);

    let moved: Vec<(u64, Application)> = (0..view.application_count())
        .filter_map(|index| view.application(index).map(|it| (index, it)))
        .filter(|(_, it)| it.job == job && it.plan == from)
        .collect();
    for (index, it) in &moved {
        let history = it
            .history
            .iter()
            .map(|visit| Visit { stage: counterpart(from, to, visit.stage), ..*visit })
            .collect();
        overlay.put(*index, Application { plan: to, history, ..it.clone() }, operation.now);
    }
    overlay.plans.insert(job, plans);
    overlay.amend(Kind::Job, u64::try_from(job).unwrap_or(0), Map::new(), operation.now);
    let stages = PLANS.get(from).map_or(0, |plan| plan.stages.len());
    let mappings: Vec<Value> = (0..stages)
        .map(|stage| {
            let target = stage_id(ids, to, counterpart(from, to, stage));
            json!({ "fromInterviewStageId": stage_id(ids, from, stage), "toInterviewStageId": target })
        })
        .collect();
    let applications: Vec<String> =
        moved.iter().map(|(index, _)| ids.id(Kind::Application, *index)).collect();
    tell(workspace, &mut overlay, "interviewPlanTransition", operation.now, |_| {
        let plan = |plan: usize| json!({ "id": plan_id(ids, plan), "title": PLANS.get(plan).map(|plan| plan.title) });
        json!({
            "jobId": ids.id(Kind::Job, u64::try_from(job).unwrap_or(0)), "fromInterviewPlan": plan(from),
            "toInterviewPlan": plan(to), "interviewStageMappings": mappings,
        })
    });
    Ok(json!({
        "from": plan_id(ids, from), "to": plan_id(ids, to), "applications": applications,
        "interviewStageMappings": mappings,
    }))
}
