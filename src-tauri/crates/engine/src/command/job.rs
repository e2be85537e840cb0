//! The table of jobs.

use std::collections::HashMap;

use samara_store::Reading;
use samara_store::table::job::{JobBrief, JobRow as Stored};
use samara_unified::fold;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Info, command};
use crate::Tag;

/// The order of jobs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum JobSort {
    /// By title.
    Title,
    /// By status.
    Status,
    /// By live applications.
    Active,
    /// By opening date.
    Opened,
}

/// Which jobs.
#[derive(Debug, Deserialize, TS)]
pub struct JobListInput {
    /// Words in title, code, department, location or team.
    pub query: String,
    /// Unified statuses; empty: all.
    pub statuses: Vec<String>,
    /// Order.
    pub sort: JobSort,
    /// Descending.
    pub desc: bool,
    /// First row.
    pub offset: u32,
    /// Rows, at most 200.
    pub limit: u32,
}

/// Live applications of one stage type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StageCount {
    /// Ashby's stage type.
    pub kind: String,
    /// How many.
    pub count: u64,
}

/// A job.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JobRow {
    /// Unified id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Requisition id.
    pub code: Option<String>,
    /// Unified status.
    pub status: Option<String>,
    /// Whether it is confidential.
    pub confidential: bool,
    /// Department.
    pub department: Option<String>,
    /// Location.
    pub location: Option<String>,
    /// REMOTE, HYBRID, `ON_SITE`.
    pub remote: Option<String>,
    /// Names of the hiring team, hiring manager first.
    pub team: Vec<String>,
    /// Openings to fill.
    pub openings: u64,
    /// Live applications.
    pub active: u64,
    /// Live applications by stage type.
    pub stages: Vec<StageCount>,
    /// Whether a posting is published.
    pub posted: bool,
    /// Opened at, UTC.
    pub opened_at: Option<String>,
}

/// How many jobs have a status.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StatusCount {
    /// Unified status.
    pub status: String,
    /// How many.
    pub count: u64,
}

/// How complete and how old a list is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Coverage {
    /// Rows of the whole table.
    pub total: u64,
    /// Begin of the last whole pass, UTC.
    pub as_of: Option<String>,
    /// Whether a whole listing has ended.
    pub complete: bool,
}

/// A window of jobs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JobPage {
    /// Jobs that match.
    pub total: u64,
    /// The window.
    pub rows: Vec<JobRow>,
    /// Jobs that match the words, by status.
    pub counts: Vec<StatusCount>,
    /// How complete and how old.
    pub coverage: Coverage,
}

/// How complete and how old a table is, by the endpoint that fills it.
pub(crate) fn coverage(reading: &Reading<'_>, table: &str, endpoint: &str) -> samara_store::Result<Coverage> {
    let state = reading.endpoint(endpoint)?;
    Ok(Coverage {
        total: reading.live_rows(table)?,
        complete: state.as_ref().is_some_and(|state| state.listed_at.is_some()),
        as_of: state.and_then(|state| state.synced_at),
    })
}

const STAGE_TYPES: [&str; 4] = ["Lead", "PreInterviewScreen", "Active", "Offer"];

/// Names of a hiring team, the hiring manager's first.
fn names(team: &str) -> Vec<String> {
    #[derive(Deserialize)]
    struct Member {
        name: Option<String>,
        role: Option<String>,
    }
    let mut team: Vec<Member> = serde_json::from_str(team).unwrap_or_default();
    team.sort_by_key(|member| member.role.as_deref() != Some("Hiring Manager"));
    let mut names: Vec<String> = Vec::new();
    for name in team.into_iter().filter_map(|member| member.name) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn shown(job: Stored, live: &HashMap<String, HashMap<String, u64>>) -> JobRow {
    let counts = live.get(&job.id);
    let mut stages: Vec<StageCount> = counts
        .into_iter()
        .flatten()
        .map(|(kind, count)| StageCount { kind: kind.clone(), count: *count })
        .collect();
    stages.sort_by_key(|stage| {
        STAGE_TYPES.iter().position(|kind| *kind == stage.kind).unwrap_or(STAGE_TYPES.len())
    });
    JobRow {
        active: stages.iter().map(|stage| stage.count).sum(),
        id: job.id,
        title: job.title,
        code: job.code,
        status: job.status,
        confidential: job.confidential,
        department: job.department,
        location: job.location,
        remote: job.remote,
        team: names(&job.team),
        openings: job.openings,
        stages,
        posted: job.posted,
        opened_at: job.opened_at,
    }
}

fn matches(job: &Stored, words: &[String]) -> bool {
    let texts =
        [Some(job.title.as_str()), job.code.as_deref(), job.department.as_deref(), job.location.as_deref()];
    let team = names(&job.team);
    let text = fold(
        &texts.into_iter().flatten().chain(team.iter().map(String::as_str)).collect::<Vec<_>>().join(" "),
    );
    words.iter().all(|word| text.contains(word.as_str()))
}

/// What a job is sorted by.
struct Place {
    job: JobBrief,
    title: String,
    active: u64,
}

fn sort(places: &mut [Place], by: JobSort, descending: bool) {
    let status = |place: &Place| {
        let order = ["OPEN", "DRAFT", "CLOSED", "ARCHIVED"];
        order.iter().position(|status| Some(*status) == place.job.status.as_deref()).unwrap_or(order.len())
    };
    places.sort_by(|one, other| {
        let order = match by {
            JobSort::Title => one.title.cmp(&other.title),
            JobSort::Status => status(one).cmp(&status(other)),
            JobSort::Active => one.active.cmp(&other.active),
            JobSort::Opened => one.job.opened_at.cmp(&other.job.opened_at),
        };
        let order = if descending { order.reverse() } else { order };
        order.then_with(|| one.title.cmp(&other.title)).then_with(|| one.job.id.cmp(&other.job.id))
    });
}

/// Jobs that match the words, in brief: without words no row is read whole.
fn matching(reading: &Reading<'_>, query: &str) -> samara_store::Result<Vec<JobBrief>> {
    let words: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
    if words.is_empty() {
        return reading.job_briefs();
    }
    Ok(reading.jobs()?.into_iter().filter(|job| matches(job, &words)).map(JobBrief::from).collect())
}

fn list(reading: &Reading<'_>, input: &JobListInput) -> samara_store::Result<JobPage> {
    let live = reading.live_by_stage_type()?;
    let mut jobs = matching(reading, &input.query)?;
    let mut counts: Vec<StatusCount> = Vec::new();
    for status in jobs.iter().filter_map(|job| job.status.as_deref()) {
        match counts.iter_mut().find(|count| count.status == status) {
            Some(count) => count.count += 1,
            None => counts.push(StatusCount { status: status.to_owned(), count: 1 }),
        }
    }
    counts.sort_by(|one, other| one.status.cmp(&other.status));
    if !input.statuses.is_empty() {
        jobs.retain(|job| job.status.as_ref().is_some_and(|status| input.statuses.contains(status)));
    }
    let total = jobs.len() as u64;
    let active = |id: &str| live.get(id).map_or(0, |kinds| kinds.values().sum());
    let mut places: Vec<Place> =
        jobs.into_iter().map(|job| Place { title: fold(&job.title), active: active(&job.id), job }).collect();
    sort(&mut places, input.sort, input.desc);
    let mut rows = Vec::new();
    for place in places.iter().skip(input.offset as usize).take(input.limit.min(200) as usize) {
        rows.extend(reading.job(&place.job.id)?.map(|job| shown(job, &live)));
    }
    Ok(JobPage { total, rows, counts, coverage: coverage(reading, "ats_jobs", "job.list")? })
}

command! {
    /// A window of jobs.
    ListJobs, Info::read("list_jobs", &[Tag::Jobs]), |desk, input: JobListInput| -> JobPage {
        desk.workspace()?.read(move |reading| list(reading, &input)).await
    }
}
