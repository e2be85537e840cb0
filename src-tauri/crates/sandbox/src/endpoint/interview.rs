//! Plans and stages, kinds of interviews, schedules with their events, and feedback.

use serde_json::{Value, json};

use super::{Call, Found, list};
use crate::changes::ChangeLog;
use crate::envelope::{Answer, Refusal, Success};
use crate::generate::interviews::{SCHEDULES, Schedule};
use crate::generate::plans::{self, StageType};
use crate::generate::time;
use crate::ids::Kind;
use crate::paging::{Few, Records, Sync, page};
use crate::view::{FEEDBACK, View};

const READ: &str = "interviews:read";

pub(super) fn endpoint(name: &str) -> Found {
    Some(match name {
        "interviewPlan.list" => (READ, |call| list::archivable(call, Kind::Plan)),
        "interviewStage.list" => (READ, stages),
        "interviewStage.info" => (READ, stage),
        "interviewStageGroup.list" => (READ, |call| Ok(groups(call))),
        "interview.list" => (READ, interviews),
        "interview.info" => (READ, |call| list::info(call, Kind::Interview, "id", "interview_not_found")),
        "interviewSchedule.list" => (READ, schedules),
        "interviewEvent.list" => (READ, events),
        "applicationFeedback.list" => ("candidates:read", feedback),
        "applicationFeedback.submit" => ("candidates:write", super::survey::feedback),
        _ => return None,
    })
}

fn stages(call: &Call) -> Answer {
    let workspace = &call.world.workspace;
    let id = call.arguments.id("interviewPlanId")?;
    let overlay = call.world.overlay();
    let found = View::new(workspace, &overlay).named(Kind::Plan, id);
    let plan = found.and_then(|(plan, _)| usize::try_from(plan).ok());
    let Some((plan, it)) = plan.and_then(|plan| plans::PLANS.get(plan).map(|it| (plan, it))) else {
        return Err(Refusal::new("interview_plan_not_found", "There is no interview plan with this id."));
    };
    let stages: Vec<Value> =
        (0..it.stages.len()).map(|stage| plans::stage(&workspace.ids, plan, stage)).collect();
    Ok(Success::of(json!(stages)).with("moreDataAvailable", json!(false)))
}

fn stage(call: &Call) -> Answer {
    let ids = &call.world.workspace.ids;
    let (plan, stage) = plans::stage_of(ids, call.arguments.id("interviewStageId")?).ok_or_else(|| {
        Refusal::new("interview_stage_not_found", "There is no interview stage with this id.")
    })?;
    Ok(Success::of(plans::stage(ids, plan, stage)))
}

fn groups(call: &Call) -> Success {
    let ids = &call.world.workspace.ids;
    use StageType::{Active, Archived, Hired, Lead, Offer, PreInterviewScreen};
    let groups: Vec<Value> = [
        (Lead, "Leads"),
        (PreInterviewScreen, "Application review"),
        (Active, "Interviews"),
        (Offer, "Offer"),
        (Hired, "Hired"),
        (Archived, "Archived"),
    ]
    .iter()
    .zip(0..)
    .map(|((kind, title), order)| {
        let id = ids.id(Kind::StageGroup, *kind as u64);
        json!({ "id": id, "title": title, "order": order, "stageType": kind.name() })
    })
    .collect();
    Success::of(json!(groups))
}

fn interviews(call: &Call) -> Answer {
    let archived = call.arguments.flag("includeArchived")?;
    let all = call.arguments.flag("includeNonSharedInterviews")?;
    list::listed(call, Kind::Interview, |interview| {
        (archived || interview.get("isArchived") != Some(&json!(true)))
            && (all || interview.get("jobId").is_none_or(Value::is_null))
    })
}

/// The applications a listing walks: one, or all from a place on.
fn walk(view: &View, one: Option<u64>, from: u64) -> std::ops::Range<u64> {
    let count = view.workspace.application_count();
    match one {
        Some(application) => application..application.saturating_add(1).min(count),
        None => from..count,
    }
}

struct Schedules<'a> {
    view: View<'a>,
    created_after: Option<i64>,
    application: Option<u64>,
    stage: Option<(usize, usize)>,
}

impl Schedules<'_> {
    fn admits_one(&self, it: &Schedule) -> bool {
        self.created_after.is_none_or(|after| it.created > after)
            && self.stage.is_none_or(|stage| stage == (it.plan, it.stage))
    }
}

impl Records for Schedules<'_> {
    fn count(&self) -> u64 {
        self.view.workspace.application_count() * SCHEDULES
    }

    fn admits(&self, index: u64) -> bool {
        self.application.is_none_or(|application| application == index / SCHEDULES)
            && self.view.schedule(index).is_some_and(|it| self.admits_one(&it))
    }

    fn next(&self, from: u64) -> Option<u64> {
        walk(&self.view, self.application, from / SCHEDULES)
            .flat_map(|application| self.view.schedules(application))
            .filter(|it| it.index >= from && self.admits_one(it))
            .map(|it| it.index)
            .next()
    }

    fn render(&self, index: u64) -> Value {
        self.view.schedule(index).map_or(Value::Null, |it| self.view.schedule_record(&it))
    }

    fn changes(&self) -> (u64, Option<&ChangeLog>) {
        (self.view.overlay.sequence, self.view.log(Kind::Schedule))
    }
}

fn schedules(call: &Call) -> Answer {
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    let ids = &view.workspace.ids;
    let application = call.arguments.id_if_any("applicationId")?;
    let stage = call.arguments.id_if_any("interviewStageId")?;
    let schedules = Schedules {
        view,
        created_after: call.arguments.integer("createdAfter")?,
        application: application.map(|id| ids.index(Kind::Application, id).unwrap_or(u64::MAX)),
        stage: stage.map(|id| plans::stage_of(ids, id).unwrap_or((usize::MAX, usize::MAX))),
    };
    page(call, Sync::Tokens, &schedules)
}

fn events(call: &Call) -> Answer {
    let id = call.arguments.id("interviewScheduleId")?;
    let expand = call.arguments.words("expand", &["interview"])?.unwrap_or_default();
    let after = call.arguments.integer("createdAfter")?.map(time::iso);
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    let found = view.workspace.ids.index(Kind::Schedule, id).and_then(|index| view.schedule(index));
    let message = "There is no interview schedule with this id.";
    let schedule = found.ok_or_else(|| Refusal::new("interview_schedule_not_found", message))?;
    let mut records: std::collections::BTreeMap<u64, Value> =
        view.events(&schedule, expand.contains(&"interview")).into_iter().collect();
    records.retain(|_, event| {
        let created = event.get("createdAt").and_then(Value::as_str);
        after.as_deref().is_none_or(|after| created > Some(after))
    });
    let log = view.log(Kind::Event);
    page(call, Sync::Tokens, &Few { records, sequence: overlay.sequence, log })
}

struct Feedback<'a> {
    view: View<'a>,
    created_after: Option<String>,
    application: Option<u64>,
}

impl Feedback<'_> {
    fn admits_one(&self, record: &Value) -> bool {
        let sent = record.get("submittedAt").and_then(Value::as_str);
        self.created_after.as_deref().is_none_or(|after| sent > Some(after))
    }
}

impl Records for Feedback<'_> {
    fn count(&self) -> u64 {
        self.view.application_count() * FEEDBACK
    }

    fn admits(&self, index: u64) -> bool {
        self.application.is_none_or(|application| application == index / FEEDBACK)
            && self.view.one_feedback(index).is_some_and(|record| self.admits_one(&record))
    }

    fn next(&self, from: u64) -> Option<u64> {
        let count = self.view.application_count();
        let applications = match self.application {
            Some(application) => application..application.saturating_add(1).min(count),
            None => from / FEEDBACK..count,
        };
        applications.flat_map(|application| self.view.feedback_numbers(application)).find(|index| {
            let later = || self.view.one_feedback(*index).is_some_and(|record| self.admits_one(&record));
            *index >= from && (self.created_after.is_none() || later())
        })
    }

    fn render(&self, index: u64) -> Value {
        self.view.one_feedback(index).unwrap_or(Value::Null)
    }

    fn changes(&self) -> (u64, Option<&ChangeLog>) {
        (self.view.overlay.sequence, self.view.log(Kind::Feedback))
    }
}

fn feedback(call: &Call) -> Answer {
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    let ids = &view.workspace.ids;
    let application = call.arguments.id_if_any("applicationId")?;
    let feedback = Feedback {
        view,
        created_after: call.arguments.integer("createdAfter")?.map(time::iso),
        application: application.map(|id| ids.index(Kind::Application, id).unwrap_or(u64::MAX)),
    };
    page(call, Sync::Tokens, &feedback)
}
