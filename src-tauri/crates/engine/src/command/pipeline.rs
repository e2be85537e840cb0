//! A job's pipeline: columns, cards, and where a card may go.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use samara_store::Reading;
use samara_store::table::application::{CardRow, JobStage, StageRef};
use samara_store::table::overlay::StageOverlay;
use samara_store::table::reference::Kind;
use samara_unified::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::job::{Coverage, coverage};
use super::{Info, command};
use crate::{Failure, Tag};

/// Which board.
#[derive(Debug, Deserialize, TS)]
pub struct BoardInput {
    /// Unified id of the job.
    pub job_id: String,
    /// Id of one of its plans; `None`: its default.
    pub plan: Option<String>,
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
    /// How complete and how old.
    pub coverage: Coverage,
}

/// Which cards.
#[derive(Debug, Deserialize, TS)]
pub struct BoardCardsInput {
    /// Unified id of the job.
    pub job_id: String,
    /// Unified id of the stage.
    pub stage_id: String,
    /// First card.
    pub offset: u32,
    /// Cards, at most 100.
    pub limit: u32,
}

/// A write not in the mirror yet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Pending {
    /// The intent.
    pub intent_id: String,
    /// Where it stands.
    pub state: samara_store::table::intent::State,
    /// In words.
    pub label: String,
}

/// One application on a board.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Card {
    /// Unified id.
    pub application_id: String,
    /// Unified id of the candidate.
    pub candidate_id: String,
    /// The candidate's name.
    pub name: String,
    /// Title at company.
    pub headline: Option<String>,
    /// Source of the application.
    pub source: Option<String>,
    /// Who is credited.
    pub credited_to: Option<String>,
    /// The candidate's tags.
    pub tags: Vec<String>,
    /// Whole days in this stage.
    pub days: Option<i64>,
    /// What is pending.
    pub pending: Option<Pending>,
}

/// A window of cards.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CardPage {
    /// Cards in the column.
    pub total: u64,
    /// The window, latest arrivals first.
    pub rows: Vec<Card>,
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

/// How a pending move is shown.
pub(crate) fn pending(overlay: &StageOverlay) -> samara_store::Result<Pending> {
    use samara_store::table::intent::State;
    let state = State::parse(&overlay.state)?;
    let label = match state {
        State::Sending => "Moved here, sending now",
        State::Unconfirmed => "Moved here, may not have arrived",
        _ => "Moved here, not sent yet",
    };
    Ok(Pending { intent_id: overlay.intent_id.clone(), state, label: label.to_owned() })
}

fn no_job() -> Failure {
    Failure::input("This job is not here.", "It may have been removed in Ashby. Go back to the list of jobs.")
}

fn board(reading: &Reading<'_>, input: &BoardInput, now: DateTime<Utc>) -> Result<Board, Failure> {
    let job = reading.job(&input.job_id)?.ok_or_else(no_job)?;
    let stages = reading.job_stages(&job.id)?;
    let mut counts = reading.stage_counts(&job.id)?;
    let overlays = reading.job_overlays(&job.id)?;
    let mut moved: HashMap<String, &StageOverlay> = HashMap::new();
    for overlay in &overlays {
        if let Some(stage) = reading.application(&overlay.application_id)?.and_then(|row| row.stage)
            && stage.id != overlay.stage_id
        {
            if let Some(count) = counts.get_mut(&stage.id) {
                *count = count.saturating_sub(1);
            }
            *counts.entry(overlay.stage_id.clone()).or_default() += 1;
        }
        moved.insert(overlay.application_id.clone(), overlay);
    }
    let mut ages: HashMap<String, Vec<i64>> = HashMap::new();
    for (stage, application, entered) in reading.stage_entries(&job.id)? {
        let (stage, entered) = match moved.get(&application) {
            Some(overlay) => (overlay.stage_id.clone(), Some(overlay.at.clone())),
            None => (stage, entered),
        };
        ages.entry(stage).or_default().extend(days_since(entered.as_deref(), now));
    }
    let plans = plans(&stages, &counts, &reading.reference_names(Kind::InterviewPlan)?);
    let plan = plans
        .iter()
        .find(|plan| input.plan.as_ref().map_or(plan.is_default, |wanted| plan.id == *wanted))
        .or_else(|| plans.first())
        .cloned();
    let columns: Vec<BoardColumn> = stages
        .into_iter()
        .filter(|stage| plan.as_ref().is_some_and(|plan| plan.id == stage.plan))
        .map(|stage| column(stage.stage, &counts, &mut ages))
        .collect();
    Ok(Board {
        job: BoardJob {
            id: job.id,
            title: job.title,
            status: job.status,
            department: job.department,
            location: job.location,
            url: job.url,
        },
        total: columns.iter().map(|column| column.count).sum(),
        plan,
        plans,
        columns,
        coverage: coverage(reading, "ats_applications", "application.list")?,
    })
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

fn column(
    stage: StageRef,
    counts: &HashMap<String, u64>,
    ages: &mut HashMap<String, Vec<i64>>,
) -> BoardColumn {
    let mut days = ages.remove(&stage.id).unwrap_or_default();
    days.sort_unstable();
    BoardColumn {
        count: counts.get(&stage.id).copied().unwrap_or(0),
        median_days: days.get(days.len() / 2).copied(),
        oldest_days: days.last().copied(),
        stage,
    }
}

fn cards(reading: &Reading<'_>, input: &BoardCardsInput, now: DateTime<Utc>) -> Result<CardPage, Failure> {
    let overlays = reading.job_overlays(&input.job_id)?;
    let hidden: Vec<&str> = overlays.iter().map(|overlay| overlay.application_id.as_str()).collect();
    let arrived: Vec<&StageOverlay> =
        overlays.iter().filter(|overlay| overlay.stage_id == input.stage_id).collect();
    let mut total = reading.stage_counts(&input.job_id)?.get(&input.stage_id).copied().unwrap_or(0);
    for overlay in &overlays {
        if reading
            .application(&overlay.application_id)?
            .and_then(|row| row.stage)
            .is_some_and(|stage| stage.id == input.stage_id)
        {
            total = total.saturating_sub(1);
        }
    }
    total += arrived.len() as u64;
    let limit = input.limit.min(100);
    let mut rows = Vec::new();
    for overlay in arrived.iter().rev().skip(input.offset as usize).take(limit as usize) {
        if let Some(row) = reading.card(&overlay.application_id)? {
            let entered = Some(overlay.at.clone());
            rows.push(Card {
                pending: Some(pending(overlay)?),
                ..card(CardRow { entered_at: entered, ..row }, now)
            });
        }
    }
    let left = limit.saturating_sub(u32::try_from(rows.len()).unwrap_or(limit));
    let skip = u64::from(input.offset).saturating_sub(arrived.len() as u64);
    if left > 0 {
        let more = reading.cards(&input.job_id, &input.stage_id, &hidden, skip, left)?;
        rows.extend(more.into_iter().map(|row| card(row, now)));
    }
    Ok(CardPage { total, rows })
}

fn card(row: CardRow, now: DateTime<Utc>) -> Card {
    Card {
        headline: headline(row.title.as_deref(), row.company.as_deref()),
        days: days_since(row.entered_at.as_deref(), now),
        application_id: row.application_id,
        candidate_id: row.candidate_id,
        name: row.name,
        source: row.source,
        credited_to: row.credited_to,
        tags: row.tags,
        pending: None,
    }
}

fn targets(reading: &Reading<'_>, id: &str) -> Result<Vec<MoveTarget>, Failure> {
    let application = reading
        .application(id)?
        .ok_or_else(|| Failure::input("This application is not here.", "Sync, then try again."))?;
    let overlay = reading.overlay(id)?.map(|overlay| overlay.stage_id);
    let current = overlay.or_else(|| application.stage.map(|stage| stage.id));
    let stages = reading.plan_stages(application.plan.as_deref().unwrap_or_default())?;
    Ok(stages
        .into_iter()
        .map(|stage| {
            let refusal = match (stage.kind.as_str(), Some(&stage.id) == current.as_ref()) {
                (_, true) => Some("It stands here already."),
                ("Archived", _) => Some("Ashby archives only with a reason: reject in Ashby."),
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
    /// Cards of one column.
    BoardCards, Info::read("board_cards", &[Tag::Pipeline]), |desk, input: BoardCardsInput| -> CardPage {
        let workspace = desk.workspace()?;
        let now = workspace.clock.now();
        workspace.read(move |reading| Ok(cards(reading, &input, now))).await?
    }
}

command! {
    /// Where an application may go.
    MoveTargets, Info::read("move_targets", &[Tag::Pipeline]), |desk, input: MoveTargetsInput| -> Vec<MoveTarget> {
        desk.workspace()?.read(move |reading| Ok(targets(reading, &input.application_id))).await?
    }
}
