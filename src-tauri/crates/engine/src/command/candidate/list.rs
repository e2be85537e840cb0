//! The list of candidates: words, operators and an order, window by window.

use std::collections::HashSet;
use std::sync::Arc;

use samara_store::Reading;
use samara_store::search::language::Query;
use samara_store::search::{Matches, People, Sort};
use samara_store::table::application::StageRef;
use samara_store::table::candidate::{CandidateRow as Stored, Order};
use samara_store::table::document::{DocumentKind, around};
use samara_unified::{fold, plain_text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::job::{Coverage, coverage};
use super::super::{Info, command};
use crate::{Tag, Workspace};

/// The order of candidates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum CandidateSort {
    /// Best match first; without a query by update.
    Relevance,
    /// By name.
    Name,
    /// By last update.
    Updated,
    /// By creation.
    Created,
}

impl CandidateSort {
    const NAMES: [(Self, &'static str); 4] = [
        (Self::Relevance, "relevance"),
        (Self::Name, "name"),
        (Self::Updated, "updated"),
        (Self::Created, "created"),
    ];

    pub(in crate::command) fn as_str(self) -> &'static str {
        Self::NAMES.iter().find(|(sort, _)| *sort == self).map_or("relevance", |(_, name)| name)
    }

    pub(in crate::command) fn parse(name: &str) -> Self {
        Self::NAMES.iter().find(|(_, known)| *known == name).map_or(Self::Relevance, |(sort, _)| *sort)
    }
}

/// Which candidates.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CandidateListInput {
    /// Words in name, mail, title, company or tags, and operators such as `tag:` or `created:>2026-01-01`.
    pub query: String,
    /// Order.
    pub sort: CandidateSort,
    /// Descending.
    pub desc: bool,
    /// First row.
    pub offset: u32,
    /// Rows, at most 100.
    pub limit: u32,
}

/// A candidate in a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CandidateRow {
    /// Unified id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Job title.
    pub title: Option<String>,
    /// Company.
    pub company: Option<String>,
    /// Location.
    pub location: Option<String>,
    /// Primary mail address.
    pub email: Option<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Source.
    pub source: Option<String>,
    /// How many applications.
    pub applications: u64,
    /// Unified id of the newest live application, else of the newest; to a job that is asked for, where one is.
    pub application: Option<String>,
    /// Its job.
    pub job: Option<String>,
    /// Its stage.
    pub stage: Option<StageRef>,
    /// Updated at, UTC.
    pub updated_at: Option<String>,
    /// Created at, UTC.
    pub created_at: Option<String>,
    /// Whether a write about the candidate is pending.
    pub pending: bool,
    /// Where the words were found, when not in name, contact, work or tags.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub found_in: Option<FoundIn>,
}

/// A text the words of a query were found in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FoundIn {
    /// Which text.
    pub kind: DocumentKind,
    /// The words around.
    pub snippet: String,
}

/// How much of the text of résumés can be found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TextCoverage {
    /// Résumés whose text was read.
    pub have: u64,
    /// Résumés there are.
    pub of: u64,
    /// Résumés that cannot be read.
    pub failed: u64,
    /// When that was counted, UTC.
    pub as_of: String,
}

/// A window of candidates.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CandidatePage {
    /// Candidates that match.
    pub total: u64,
    /// Whether the total is exact, or a lower bound.
    pub exact: bool,
    /// The window.
    pub rows: Vec<CandidateRow>,
    /// Time the query took, in microseconds.
    pub took_us: i64,
    /// What of the query was not understood, in sentences; the rest was looked for.
    pub problems: Vec<String>,
    /// How complete and how old.
    pub coverage: Coverage,
    /// How much text was looked through; absent before the first sync ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub text: Option<TextCoverage>,
}

/// The results of the last searches, so that scrolling through them does not search again.
#[derive(Debug, Default)]
pub struct Searches {
    words: Option<(Key, Arc<Matches>)>,
    people: Option<((Key, Sort), Arc<People>)>,
}

/// Query, and how often anything had changed.
type Key = (String, u32);

pub(in crate::command) fn order(sort: CandidateSort) -> Option<Order> {
    match sort {
        CandidateSort::Relevance => None,
        CandidateSort::Name => Some(Order::Name),
        CandidateSort::Updated => Some(Order::Updated),
        CandidateSort::Created => Some(Order::Created),
    }
}

fn search(workspace: &Workspace, reading: &Reading<'_>, words: &str) -> samara_store::Result<Arc<Matches>> {
    let key: Key = (words.to_owned(), workspace.notices.generation());
    let mut searches = workspace.searches.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some((known, matches)) = &searches.words
        && *known == key
    {
        return Ok(Arc::clone(matches));
    }
    let matches = Arc::new(reading.find(words)?);
    searches.words = Some((key, Arc::clone(&matches)));
    Ok(matches)
}

fn people(
    workspace: &Workspace,
    reading: &Reading<'_>,
    query: &Query,
    (sort, enough): (Sort, usize),
) -> samara_store::Result<Arc<People>> {
    let key = ((query.to_string(), workspace.notices.generation()), sort);
    let mut searches = workspace.searches.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some((known, people)) = &searches.people
        && *known == key
        && (people.rows.len() >= enough || (people.exact && people.rows.len() == people.total))
    {
        return Ok(Arc::clone(people));
    }
    let people = Arc::new(reading.people(query, sort, enough)?);
    searches.people = Some((key, Arc::clone(&people)));
    Ok(people)
}

/// A window of rows, how many there are, and whether that is exact.
type Found = (Vec<i64>, u64, bool);

fn found(
    workspace: &Workspace,
    reading: &Reading<'_>,
    query: &Query,
    input: &CandidateListInput,
) -> samara_store::Result<Found> {
    let (skip, limit) = (input.offset as usize, input.limit.min(100) as usize);
    let sort = order(input.sort).map(|order| (order, input.desc));
    if !query.terms.is_empty() {
        let people = people(workspace, reading, query, (sort, skip + limit))?;
        let window = people.rows.iter().skip(skip).take(limit).copied().collect();
        return Ok((window, people.total as u64, people.exact));
    }
    if samara_store::search::expression(&query.text).is_none() {
        let (order, descending) = sort.unwrap_or((Order::Updated, true));
        let rows = reading.candidate_window(order, descending, u64::from(input.offset), limit as u32)?;
        return Ok((rows, reading.live_rows("ats_candidates")?, true));
    }
    let matches = search(workspace, reading, &query.text)?;
    let window = match sort {
        None => matches.rows.iter().skip(skip).take(limit).copied().collect(),
        Some(order) => reading.candidate_window_among((&matches.rows, &query.text), order, skip, limit)?,
    };
    Ok((window, matches.rows.len() as u64, !matches.more && !matches.cut))
}

fn list(
    workspace: &Workspace,
    reading: &Reading<'_>,
    input: &CandidateListInput,
) -> samara_store::Result<CandidatePage> {
    let began = workspace.clock.now();
    let query = Query::parse(&input.query);
    let (numbers, total, exact) = found(workspace, reading, &query, input)?;
    let coverage = coverage(reading, "ats_candidates", "candidate.list")?;
    let pending = reading.overlaid_candidates()?;
    let jobs = reading.jobs_asked_for(&query)?;
    let rows = reading.candidate_rows_on(&numbers, jobs.as_deref())?;
    let mut shown_rows = Vec::with_capacity(rows.len());
    for row in rows {
        let mut row = shown(reading, row, &pending)?;
        row.found_in = found_in(reading, &row, &query.text)?;
        shown_rows.push(row);
    }
    let text = reading.coverage()?.into_iter().find(|part| part.kind == "resume_text");
    let text = text.map(|part| TextCoverage {
        have: part.have,
        of: part.of,
        failed: part.failed,
        as_of: part.as_of,
    });
    let took_us = (workspace.clock.now() - began).num_microseconds().unwrap_or(0);
    Ok(CandidatePage { total, exact, rows: shown_rows, took_us, problems: query.problems, coverage, text })
}

pub(in crate::command) fn shown(
    reading: &Reading<'_>,
    row: Stored,
    pending: &HashSet<String>,
) -> samara_store::Result<CandidateRow> {
    let pending = pending.contains(&row.id);
    let (application, job, mut stage) = match row.newest {
        Some((application, job, stage)) => {
            let overlay = if pending { reading.overlay(&application)? } else { None };
            let overlaid = overlay.map(|overlay| reading.stage(&overlay.stage_id)).transpose()?.flatten();
            (Some(application), job, overlaid.map(|(stage, _)| stage).or(stage))
        }
        None => (None, None, None),
    };
    if stage.as_ref().is_some_and(|stage| stage.name.is_empty()) {
        stage = None;
    }
    let tags = if pending { reading.seen_tags(&row.id, row.tags)? } else { row.tags };
    Ok(CandidateRow {
        id: row.id,
        name: row.name,
        title: row.title,
        company: row.company,
        location: row.location,
        email: row.email,
        tags,
        source: row.source,
        applications: row.applications,
        application,
        job,
        stage,
        updated_at: row.updated_at,
        created_at: row.created_at,
        pending,
        found_in: None,
    })
}

/// Where the words were found, if the row itself does not show them.
fn found_in(reading: &Reading<'_>, row: &CandidateRow, words: &str) -> samara_store::Result<Option<FoundIn>> {
    let folded = fold(words);
    let wanted: Vec<&str> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if wanted.is_empty() {
        return Ok(None);
    }
    let own = [Some(&row.name), row.title.as_ref(), row.company.as_ref(), row.email.as_ref()];
    let own =
        fold(&own.into_iter().flatten().chain(&row.tags).map(String::as_str).collect::<Vec<_>>().join(" "));
    let own: Vec<&str> = own.split(|letter: char| !letter.is_alphanumeric()).collect();
    if wanted.iter().all(|wanted| own.iter().any(|word| word.starts_with(wanted))) {
        return Ok(None);
    }
    let unsent = if row.pending { reading.changes(&row.id)? } else { Vec::new() };
    let unsent = unsent.iter().rev().filter(|change| change.kind == "note");
    let unsent = unsent.filter_map(|note| around(&plain_text(&note.value), words)).next();
    let found = match unsent {
        Some(snippet) => Some((DocumentKind::Notes, snippet)),
        None => reading.snippet(&row.id, words)?,
    };
    Ok(found.map(|(kind, snippet)| FoundIn { kind, snippet }))
}

command! {
    /// A window of candidates.
    ListCandidates, Info::read("list_candidates", &[Tag::Candidates]), |desk, input: CandidateListInput| -> CandidatePage {
        let workspace = desk.workspace()?;
        let own = Arc::clone(&workspace);
        workspace.read(move |reading| list(&own, reading, &input)).await
    }
}
