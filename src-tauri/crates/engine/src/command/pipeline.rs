//! A job's pipeline: columns, cards, and where a card may go.

pub(crate) mod card;
mod filter;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use samara_store::Reading;
use samara_store::table::application::{JobStage, StageRef};
use samara_store::table::board::{Entry, Sieve};
use samara_store::table::overlay::StageOverlay;
use samara_store::table::reference::Kind;
use samara_unified::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::job::{Coverage, coverage};
use super::{Info, command};
use crate::{Failure, Tag};
use filter::BoardFilter;

pub(crate) use card::pending;
pub use card::{BoardCards, Pending};
pub use filter::BoardFilters;

/// Which board.
#[derive(Debug, Deserialize, TS)]
pub struct BoardInput {
    /// Unified id of the job.
    pub job_id: String,
    /// Id of one of its plans; `None`: its default.
    pub plan: Option<String>,
    /// Which cards count.
    #[serde(default)]
    #[ts(optional, as = "Option<BoardFilter>")]
    pub filter: BoardFilter,
}

/// One column.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BoardColumn {
    /// The stage.
    pub stage: StageRef,
    /// Applications in it, pending moves counted where they go.
    pub count: u64,
    /// Median days in the stage, of those whose arrival is known.
    pub median_days: Option<i64>,
    /// Most days in the stage.
    pub oldest_days: Option<i64>,
}

/// An interview plan of the job.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanRef {
    /// Ashby's id.
    pub id: String,
    /// Its title.
    pub name: String,
    /// Whether new applications go into it.
    pub is_default: bool,
    /// Applications in it.
    pub count: u64,
}

/// The job of a board.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BoardJob {
    /// Unified id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Unified status.
    pub status: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Location.
    pub location: Option<String>,
    /// Its page in Ashby.
    pub url: Option<String>,
}

/// A board without its cards.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Board {
    /// The job.
    pub job: BoardJob,
    /// The plan shown.
    pub plan: Option<PlanRef>,
    /// All plans of the job.
    pub plans: Vec<PlanRef>,
    /// Columns in plan order.
    pub columns: Vec<BoardColumn>,
    /// Applications in these columns.
    pub total: u64,
    /// The same without the filter.
    pub unfiltered: u64,
    /// How complete and how old.
    pub coverage: Coverage,
}

/// Which application.
#[derive(Debug, Deserialize, TS)]
pub struct MoveTargetsInput {
    /// Unified id.
    pub application_id: String,
}

/// A stage an application could go to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MoveTarget {
    /// The stage.
    pub stage: StageRef,
    /// Whether it is there now.
    pub current: bool,
    /// Why it cannot go there.
    pub refusal: Option<String>,
}

/// Whole days between a time and now.
pub(crate) fn days_since(at: Option<&str>, now: DateTime<Utc>) -> Option<i64> {
    let at = Timestamp::parse(at?)?.to_utc()?;
    Some((now - at).num_days().max(0))
}

/// Title at company, or either.
pub(crate) fn headline(title: Option<&str>, company: Option<&str>) -> Option<String> {
    match (title, company) {
        (Some(title), Some(company)) => Some(format!("{title} at {company}")),
        (Some(one), None) | (None, Some(one)) => Some(one.to_owned()),
        (None, None) => None,
    }
}

fn no_job() -> Failure {
    Failure::input("This job is not here.", "It may have been removed in Ashby. Go back to the list of jobs.")
}

fn board(reading: &Reading<'_>, input: &BoardInput, now: DateTime<Utc>) -> Result<Board, Failure> {
    let job = reading.job(&input.job_id)?.ok_or_else(no_job)?;
    let stages = reading.job_stages(&job.id)?;
    let sieve = input.filter.sieve(now);
    let (plan, plans, columns) = columns(reading, (&job.id, input.plan.as_deref()), &stages, &sieve, now)?;
    let total = columns.iter().map(|column| column.count).sum();
    let unfiltered = match &plan {
        Some(plan) if !sieve.is_open() => {
            let whole = reading.stage_counts(&job.id, &Sieve::default())?;
            let whole = placed(reading, &job.id, &Sieve::default(), whole)?.counts;
            let own = stages.iter().filter(|stage| stage.plan == plan.id);
            own.filter_map(|stage| whole.get(&stage.stage.id)).sum()
        }
        _ => total,
    };
    Ok(Board {
        job: BoardJob {
            id: job.id,
            title: job.title,
            status: job.status,
            department: job.department,
            location: job.location,
            url: job.url,
        },
        plan,
        plans,
        columns,
        total,
        unfiltered,
        coverage: coverage(reading, "ats_applications", "application.list")?,
    })
}

/// Where the applications of a job are shown.
struct Placed {
    counts: HashMap<String, u64>,
    /// The pending moves that are let through, in order of asking.
    moved: Vec<StageOverlay>,
    /// Those whose place in the mirror does not count.
    hidden: HashSet<String>,
    /// The stages the mirror has them in.
    left: HashSet<String>,
}

fn placed(
    reading: &Reading<'_>,
    job_id: &str,
    sieve: &Sieve,
    mut counts: HashMap<String, u64>,
) -> samara_store::Result<Placed> {
    let left = reading.overlaid_stages(job_id, sieve)?;
    for (stage, _) in left.values().filter(|(_, here)| *here) {
        if let Some(count) = counts.get_mut(stage) {
            *count = count.saturating_sub(1);
        }
    }
    let emptier = left.values().map(|(stage, _)| stage.clone()).collect();
    let ageless = Sieve { entered_until: None, ..sieve.clone() };
    let known = if ageless == *sieve { left } else { reading.overlaid_stages(job_id, &ageless)? };
    let mut moved = reading.job_overlays(job_id)?;
    let hidden = moved.iter().map(|overlay| overlay.application_id.clone()).collect();
    moved.retain(|overlay| {
        overlay.job_id.as_deref() == Some(job_id)
            && known.contains_key(&overlay.application_id)
            && sieve.entered_until.as_ref().is_none_or(|until| overlay.at <= *until)
    });
    for overlay in &moved {
        *counts.entry(overlay.stage_id.clone()).or_default() += 1;
    }
    Ok(Placed { counts, moved, hidden, left: emptier })
}

/// The plan shown, every plan of the job, and a column per stage.
type Columns = (Option<PlanRef>, Vec<PlanRef>, Vec<BoardColumn>);

fn columns(
    reading: &Reading<'_>,
    (job_id, wanted): (&str, Option<&str>),
    stages: &[JobStage],
    sieve: &Sieve,
    now: DateTime<Utc>,
) -> Result<Columns, Failure> {
    let (counts, entries) = if sieve.is_open() {
        (reading.stage_counts(job_id, sieve)?, None)
    } else {
        let entries = reading.stage_entries(job_id, sieve)?;
        (entries.counts, Some(entries.live))
    };
    let placed = placed(reading, job_id, sieve, counts)?;
    let counts = &placed.counts;
    let plans = plans(stages, counts, &reading.reference_names(Kind::InterviewPlan)?);
    let plan = plans
        .iter()
        .find(|plan| wanted.map_or(plan.is_default, |wanted| plan.id == wanted))
        .or_else(|| plans.first())
        .cloned();
    let mut columns = Vec::new();
    for stage in stages.iter().filter(|stage| plan.as_ref().is_some_and(|plan| plan.id == stage.plan)) {
        let (median_days, oldest_days) =
            ages(reading, (job_id, &stage.stage.id), entries.as_deref(), &placed, now)?;
        let count = counts.get(&stage.stage.id).copied().unwrap_or(0);
        columns.push(BoardColumn { stage: stage.stage.clone(), count, median_days, oldest_days });
    }
    Ok((plan, plans, columns))
}

fn plans(
    stages: &[JobStage],
    counts: &HashMap<String, u64>,
    names: &HashMap<String, String>,
) -> Vec<PlanRef> {
    let mut plans: Vec<PlanRef> = Vec::new();
    for stage in stages {
        let count = counts.get(&stage.stage.id).copied().unwrap_or(0);
        match plans.iter_mut().find(|plan| plan.id == stage.plan) {
            Some(plan) => plan.count += count,
            None => plans.push(PlanRef {
                id: stage.plan.clone(),
                name: names.get(&stage.plan).cloned().unwrap_or_else(|| "Interview plan".to_owned()),
                is_default: stage.is_default,
                count,
            }),
        }
    }
    plans
}

/// Days that the one in the middle and the oldest of a stage have been there. They are read one by one only where a
/// filter lets some through, or a pending move brings one or takes one away.
fn ages(
    reading: &Reading<'_>,
    (job_id, stage_id): (&str, &str),
    entries: Option<&[Entry]>,
    placed: &Placed,
    now: DateTime<Utc>,
) -> samara_store::Result<(Option<i64>, Option<i64>)> {
    let arrived = || placed.moved.iter().filter(|overlay| overlay.stage_id == stage_id);
    if entries.is_none() && !placed.left.contains(stage_id) && arrived().next().is_none() {
        let (middle, first) = reading.middle_and_first_arrival(job_id, stage_id)?;
        return Ok((days_since(middle.as_deref(), now), days_since(first.as_deref(), now)));
    }
    let own;
    let stays: Vec<(&String, &Option<String>)> = if let Some(entries) = entries {
        let here = entries.iter().filter(|(stage, ..)| stage == stage_id);
        here.map(|(_, application, entered)| (application, entered)).collect()
    } else {
        own = reading.arrivals(job_id, stage_id)?;
        own.iter().map(|(application, entered)| (application, entered)).collect()
    };
    let stays = stays.into_iter().filter(|(application, _)| !placed.hidden.contains(*application));
    let mut days: Vec<i64> = stays.filter_map(|(_, entered)| days_since(entered.as_deref(), now)).collect();
    days.extend(arrived().filter_map(|overlay| days_since(Some(&overlay.at), now)));
    days.sort_unstable();
    Ok((days.get(days.len() / 2).copied(), days.last().copied()))
}

fn targets(reading: &Reading<'_>, id: &str) -> Result<Vec<MoveTarget>, Failure> {
    let application = reading
        .application(id)?
        .ok_or_else(|| Failure::input("This application is not here.", "Sync, then try again."))?;
    let overlay = reading.overlay(id)?.map(|overlay| overlay.stage_id);
    let current = overlay.or_else(|| application.stage.map(|stage| stage.id));
    let plan = current.as_deref().map(|stage| reading.plan_of_stage(stage)).transpose()?.flatten();
    let stages = reading.plan_stages(plan.or(application.plan).as_deref().unwrap_or_default())?;
    Ok(stages
        .into_iter()
        .map(|stage| {
            let refusal = match (stage.kind.as_str(), Some(&stage.id) == current.as_ref()) {
                (_, true) => Some("It stands here already."),
                ("Archived", _) => Some("Ashby archives only with a reason: reject instead."),
                _ => None,
            };
            MoveTarget {
                current: Some(&stage.id) == current.as_ref(),
                refusal: refusal.map(str::to_owned),
                stage,
            }
        })
        .collect())
}

command! {
    /// A job's board without its cards.
    BoardOf, Info::read("board", &[Tag::Pipeline]), |desk, input: BoardInput| -> Board {
        let workspace = desk.workspace()?;
        let now = workspace.clock.now();
        workspace.read(move |reading| Ok(board(reading, &input, now))).await?
    }
}

command! {
    /// Where an application may go.
    MoveTargets, Info::read("move_targets", &[Tag::Pipeline]), |desk, input: MoveTargetsInput| -> Vec<MoveTarget> {
        desk.workspace()?.read(move |reading| Ok(targets(reading, &input.application_id))).await?
    }
}
