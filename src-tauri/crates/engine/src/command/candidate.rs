//! Lists of candidates, one candidate's page, and finding people by name.

mod extras;
mod page;
pub mod process;
mod timeline;

use std::collections::HashSet;
use std::sync::Arc;

use samara_store::Reading;
use samara_store::search::language::Query;
use samara_store::search::{Matches, People, Sort};
use samara_store::table::application::StageRef;
use samara_store::table::candidate::{CandidateRow as Stored, Order};
use samara_store::table::document::{DocumentKind, around};
use samara_store::table::intent::State;
use samara_store::table::note::Note;
use samara_unified::{fold, plain_text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::job::{Coverage, coverage};
use super::pipeline::Pending;
use super::{Info, Nothing, command};
use crate::{Failure, Tag, Workspace, pull};

pub use extras::{
    AnswerList, AnswerRow, CandidateAnswers, CandidateFeedback, CandidateFiles, Extent, FeedbackList,
    FeedbackRow, FileRow, FileText, FileTextInput, FileTextOf, PartInput, Scored,
};
pub(super) use page::named;
pub use page::{
    ApplicationView, CandidateView, Contact, NamedValue, ResumeRef, Social, Step, StepState, TagRef,
};
pub use timeline::{CandidateTimeline, Timeline};

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

    pub(super) fn as_str(self) -> &'static str {
        Self::NAMES.iter().find(|(sort, _)| *sort == self).map_or("relevance", |(_, name)| name)
    }

    pub(super) fn parse(name: &str) -> Self {
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

/// Which candidate.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CandidateInput {
    /// Unified id.
    pub id: String,
}

/// A note, and whether it is still on its way.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NoteRow {
    /// The note.
    #[serde(flatten)]
    #[ts(flatten)]
    pub note: Note,
    /// What is pending of it; its id is then the intent's.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub pending: Option<Pending>,
}

/// The notes of a candidate.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NoteList {
    /// Newest first.
    pub notes: Vec<NoteRow>,
    /// When they were read from Ashby, UTC; `None`: not yet.
    pub fetched_at: Option<String>,
}

/// The results of the last searches, so that scrolling through them does not search again.
#[derive(Debug, Default)]
pub struct Searches {
    words: Option<(Key, Arc<Matches>)>,
    people: Option<((Key, Sort), Arc<People>)>,
}

/// Query, and how often anything had changed.
type Key = (String, u32);

pub(super) fn order(sort: CandidateSort) -> Option<Order> {
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
        Some(order) => reading.candidate_window_among(&matches.rows, order, skip, limit)?,
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

pub(super) fn shown(
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

command! {
    /// One candidate.
    CandidateOf, Info::read("candidate", &[Tag::Candidate]), |desk, input: CandidateInput| -> CandidateView {
        let workspace = desk.workspace()?;
        let now = workspace.clock.now();
        workspace
            .read(move |reading| {
                let id = reading.resolve_candidate(&input.id)?;
                let view = page::candidate(reading, &id, now)?;
                // Who was entered here and came to Ashby since was not merged with anybody.
                let merged = id != input.id && !reading.was_provisional(&input.id)?;
                Ok(view.map(|view| CandidateView { followed_from: merged.then_some(input.id), ..view }))
            })
            .await?
            .ok_or_else(|| Failure::input("This candidate is not here.", "It may have been merged or removed in Ashby. Search for the name."))
    }
}

command! {
    /// A candidate's notes.
    CandidateNotes, Info::read("candidate_notes", &[Tag::Candidate]), |desk, input: CandidateInput| -> NoteList {
        desk.workspace()?
            .read(move |reading| {
                let id = reading.resolve_candidate(&input.id)?;
                let mut notes = unsent(reading, &id)?;
                notes.extend(reading.notes(&id)?.into_iter().map(|note| NoteRow { note, pending: None }));
                Ok(NoteList { notes, fetched_at: reading.fresh_at("notes", &id)? })
            })
            .await
    }
}

/// Notes on their way, newest first.
fn unsent(reading: &Reading<'_>, candidate_id: &str) -> samara_store::Result<Vec<NoteRow>> {
    let changes = reading.changes(candidate_id)?.into_iter().rev();
    let notes = changes.filter(|change| change.kind == "note").map(|change| {
        let state = State::parse(&change.state)?;
        let label = if state == State::Sending { "Sending" } else { "Not sent yet" };
        Ok(NoteRow {
            pending: Some(Pending { intent_id: change.intent_id.clone(), state, label: label.to_owned() }),
            note: Note {
                id: change.intent_id,
                author: "You".to_owned(),
                created_at: change.at,
                html: samara_unified::clean_html(&change.value),
                private: false,
            },
        })
    });
    notes.collect()
}

command! {
    /// Reads a candidate from Ashby now.
    CandidateRefresh, Info::act("candidate_refresh", &[]), |desk, input: CandidateInput| -> Nothing {
        let workspace = desk.workspace()?;
        let id = workspace.read(move |reading| reading.resolve_candidate(&input.id)).await?;
        pull::refresh_candidate(&workspace, &id).await?;
        Ok(Nothing {})
    }
}
