//! Jobs, their interview plans and openings.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Call, Found, list};
use crate::changes::ChangeLog;
use crate::envelope::{Answer, Refusal, Success};
use crate::generate::interviews::{INTERVIEWS, held_in};
use crate::generate::jobs::{Job, OPENINGS};
use crate::generate::plans::{self, PLANS};
use crate::generate::time;
use crate::ids::Kind;
use crate::paging::{Few, Records, Sync, page};
use crate::view::{Expansion, View};

const READ: &str = "jobs:read";

pub(super) fn endpoint(name: &str) -> Found {
    Some(match name {
        "job.list" => (READ, list_jobs),
        "job.info" => (READ, info),
        "job.search" => (READ, search),
        "jobInterviewPlan.info" => (READ, interview_plan),
        "opening.list" => (READ, openings),
        "opening.info" => (READ, opening),
        "opening.search" => (READ, find_openings),
        _ => return None,
    })
}

struct Jobs<'a> {
    view: View<'a>,
    statuses: Vec<&'a str>,
    spans: Spans,
    expansion: Expansion,
}

/// Bounds on when a job was created, opened and closed, in milliseconds.
#[derive(Debug, Clone, Copy)]
struct Spans {
    created_after: Option<i64>,
    opened_after: Option<i64>,
    opened_before: Option<i64>,
    closed_after: Option<i64>,
    closed_before: Option<i64>,
}

impl Spans {
    fn admit(&self, job: &Job) -> bool {
        let later =
            |moment: Option<i64>, bound: Option<i64>| bound.is_none_or(|it| moment.is_some_and(|at| at > it));
        let earlier =
            |moment: Option<i64>, bound: Option<i64>| bound.is_none_or(|it| moment.is_some_and(|at| at < it));
        later(Some(job.created), self.created_after)
            && later(job.opened, self.opened_after)
            && earlier(job.opened, self.opened_before)
            && later(job.closed, self.closed_after)
            && earlier(job.closed, self.closed_before)
    }
}

impl Records for Jobs<'_> {
    fn count(&self) -> u64 {
        u64::try_from(self.view.workspace.jobs.len()).unwrap_or(0)
    }

    fn admits(&self, index: u64) -> bool {
        let Ok(index) = usize::try_from(index) else { return false };
        self.view.has_job(index)
            && self.statuses.contains(&self.view.job_status(index))
            && self.view.workspace.jobs.get(index).is_some_and(|job| self.spans.admit(job))
    }

    fn render(&self, index: u64) -> Value {
        usize::try_from(index).map_or(Value::Null, |index| self.view.job(index, self.expansion))
    }

    fn changes(&self) -> (u64, Option<&ChangeLog>) {
        (self.view.overlay.sequence, self.view.log(Kind::Job))
    }
}

fn expansion(call: &Call) -> Result<Expansion, Refusal> {
    let expand =
        call.arguments.words("expand", &["location", "openings", "compensation"])?.unwrap_or_default();
    Ok(Expansion {
        location: expand.contains(&"location"),
        openings: expand.contains(&"openings"),
        compensation: expand.contains(&"compensation"),
        unpublished: call.arguments.flag("includeUnpublishedJobPostingsIds")?,
    })
}

fn list_jobs(call: &Call) -> Answer {
    let arguments = &call.arguments;
    let statuses = arguments.words("status", &["Draft", "Open", "Closed", "Archived"])?;
    let spans = Spans {
        created_after: arguments.integer("createdAfter")?,
        opened_after: arguments.integer("openedAfter")?,
        opened_before: arguments.integer("openedBefore")?,
        closed_after: arguments.integer("closedAfter")?,
        closed_before: arguments.integer("closedBefore")?,
    };
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    let statuses = statuses.unwrap_or_else(|| vec!["Open", "Closed", "Archived"]);
    page(call, Sync::Tokens, &Jobs { view, statuses, spans, expansion: expansion(call)? })
}

/// The job an id names, if the key may see it.
fn find(call: &Call, view: &View, name: &str) -> Result<usize, Refusal> {
    let index = view.workspace.ids.index(Kind::Job, call.arguments.id(name)?);
    index.and_then(|index| usize::try_from(index).ok()).filter(|job| view.has_job(*job)).ok_or_else(|| {
        Refusal::new("job_not_found", "There is no job with this id, or the key may not see it.")
    })
}

fn info(call: &Call) -> Answer {
    let expansion = expansion(call)?;
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    Ok(Success::of(view.job(find(call, &view, "id")?, expansion)))
}

/// The plan of a job, stage by stage, with what is held in each.
fn interview_plan(call: &Call) -> Answer {
    let workspace = &call.world.workspace;
    let overlay = call.world.overlay();
    let view = View::new(workspace, &overlay);
    let job = find(call, &view, "jobId")?;
    let plan = view.plans_of(job).first().copied().unwrap_or(0);
    let stages = PLANS.get(plan).map(|plan| plan.stages).unwrap_or_default();
    let stages: Vec<Value> = (0..stages.len())
        .map(|stage| {
            let mut record = plans::stage(&workspace.ids, plan, stage);
            if let Some(fields) = record.as_object_mut() {
                fields.remove("interviewPlanId");
                fields.insert("activities".into(), json!(activities(&view, plan, stage)));
            }
            record
        })
        .collect();
    Ok(Success::of(json!({
        "jobId": view.job_id(job), "interviewPlanId": plans::plan_id(&workspace.ids, plan), "stages": stages,
    })))
}

fn activities(view: &View, plan: usize, stage: usize) -> Vec<Value> {
    let ids = &view.workspace.ids;
    let number = |place: usize| u64::try_from(place).unwrap_or(0);
    let first = (number(plan) * 16 + number(stage)) * 8;
    let interviews: Vec<Value> = held_in(plan, stage)
        .iter()
        .zip(1..)
        .filter_map(|(place, at)| {
            let interview = INTERVIEWS.get(*place)?;
            Some(json!({
                "id": ids.id(Kind::Activity, first + at), "title": interview.title,
                "interviewId": ids.id(Kind::Interview, number(*place)),
                "interviewDurationMinutes": interview.minutes, "isSchedulable": true,
            }))
        })
        .collect();
    if interviews.is_empty() {
        return Vec::new();
    }
    vec![json!({ "id": ids.id(Kind::Activity, first), "title": "Interviews", "interviews": interviews })]
}

fn search(call: &Call) -> Answer {
    let title = call.arguments.text("title")?;
    let requisition = call.arguments.text("requisitionId")?;
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    let jobs = (0..view.workspace.jobs.len())
        .filter(|job| view.has_job(*job))
        .map(|job| view.job(job, Expansion::default()));
    match (title, requisition) {
        (Some(title), _) => Ok(list::matching(jobs, "title", title)),
        (None, Some(requisition)) => Ok(list::matching(jobs, "customRequisitionId", requisition)),
        (None, None) => Err(Refusal::invalid("title or requisitionId is required")),
    }
}

/// All openings the key may see, by number.
fn all_openings(view: &View) -> BTreeMap<u64, Value> {
    let count = u64::try_from(view.workspace.jobs.len()).unwrap_or(0) * OPENINGS;
    (0..count).filter_map(|serial| view.numbered_opening(serial).map(|record| (serial, record))).collect()
}

fn openings(call: &Call) -> Answer {
    let after = call.arguments.integer("createdAfter")?.map(time::iso);
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    let mut records = all_openings(&view);
    records.retain(|_, opening| {
        let created = opening.pointer("/latestVersion/createdAt").and_then(Value::as_str);
        after.as_deref().is_none_or(|after| created > Some(after))
    });
    page(call, Sync::Tokens, &Few { records, sequence: overlay.sequence, log: view.log(Kind::Opening) })
}

fn opening(call: &Call) -> Answer {
    let id = call.arguments.id("openingId")?;
    let overlay = call.world.overlay();
    let view = View::new(&call.world.workspace, &overlay);
    let found = view.workspace.ids.index(Kind::Opening, id).and_then(|serial| view.numbered_opening(serial));
    found
        .map(Success::of)
        .ok_or_else(|| Refusal::new("opening_not_found", "There is no opening with this id."))
}

fn find_openings(call: &Call) -> Answer {
    let wanted = call.arguments.text("identifier")?;
    let wanted = wanted.ok_or_else(|| Refusal::invalid("identifier is required"))?;
    let overlay = call.world.overlay();
    let mut records = all_openings(&View::new(&call.world.workspace, &overlay));
    records.retain(|_, opening| {
        opening.pointer("/latestVersion/identifier").and_then(Value::as_str) == Some(wanted)
    });
    Ok(Success::of(records.into_values().take(100).collect()))
}
