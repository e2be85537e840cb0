//! The table of jobs.

use std::collections::HashMap;

use samara_store::Reading;
use samara_store::table::job::JobRow as Stored;
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

fn shown(job: Stored, live: &HashMap<String, HashMap<String, u64>>) -> JobRow {
    #[derive(Deserialize)]
    struct Member {
        name: Option<String>,
        role: Option<String>,
    }
    let mut team: Vec<Member> = serde_json::from_str(&job.team).unwrap_or_default();
    team.sort_by_key(|member| member.role.as_deref() != Some("Hiring Manager"));
    let mut names: Vec<String> = Vec::new();
    for name in team.into_iter().filter_map(|member| member.name) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
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
        team: names,
        openings: job.openings,
        stages,
        posted: job.posted,
        opened_at: job.opened_at,
    }
}

fn matches(job: &JobRow, words: &[String]) -> bool {
    let texts =
        [Some(job.title.as_str()), job.code.as_deref(), job.department.as_deref(), job.location.as_deref()];
    let text = fold(
        &texts.into_iter().flatten().chain(job.team.iter().map(String::as_str)).collect::<Vec<_>>().join(" "),
    );
    words.iter().all(|word| text.contains(word.as_str()))
}

fn sort(rows: &mut [JobRow], by: JobSort, descending: bool) {
    let status = |job: &JobRow| {
        let order = ["OPEN", "DRAFT", "CLOSED", "ARCHIVED"];
        order.iter().position(|status| Some(*status) == job.status.as_deref()).unwrap_or(order.len())
    };
    rows.sort_by(|one, other| {
        let order = match by {
            JobSort::Title => fold(&one.title).cmp(&fold(&other.title)),
            JobSort::Status => status(one).cmp(&status(other)),
            JobSort::Active => one.active.cmp(&other.active),
            JobSort::Opened => one.opened_at.cmp(&other.opened_at),
        };
        let order = if descending { order.reverse() } else { order };
        order.then_with(|| fold(&one.title).cmp(&fold(&other.title))).then_with(|| one.id.cmp(&other.id))
    });
}

fn list(reading: &Reading<'_>, input: &JobListInput) -> samara_store::Result<JobPage> {
    let live = reading.live_by_stage_type()?;
    let words: Vec<String> = fold(&input.query).split_whitespace().map(str::to_owned).collect();
    let mut rows: Vec<JobRow> = reading.jobs()?.into_iter().map(|job| shown(job, &live)).collect();
    rows.retain(|job| matches(job, &words));
    let mut counts: Vec<StatusCount> = Vec::new();
    for status in rows.iter().filter_map(|job| job.status.as_deref()) {
        match counts.iter_mut().find(|count| count.status == status) {
            Some(count) => count.count += 1,
            None => counts.push(StatusCount { status: status.to_owned(), count: 1 }),
        }
    }
    counts.sort_by(|one, other| one.status.cmp(&other.status));
    if !input.statuses.is_empty() {
        rows.retain(|job| job.status.as_ref().is_some_and(|status| input.statuses.contains(status)));
    }
    sort(&mut rows, input.sort, input.desc);
    let total = rows.len() as u64;
    let rows = rows.into_iter().skip(input.offset as usize).take(input.limit.min(200) as usize).collect();
    Ok(JobPage { total, rows, counts, coverage: coverage(reading, "ats_jobs", "job.list")? })
}

command! {
    /// A window of jobs.
    ListJobs, Info::read("list_jobs", &[Tag::Jobs]), |desk, input: JobListInput| -> JobPage {
        desk.workspace()?.read(move |reading| list(reading, &input)).await
    }
}
