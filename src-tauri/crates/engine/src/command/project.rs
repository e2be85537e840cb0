//! Projects (talent pools) and openings: Ashby's own, beside the unified model.

use samara_ashby::model as ashby;
use samara_store::table::reference::Kind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::candidate::CandidateInput;
use super::pipeline::headline;
use super::{Info, Nothing, command};
use crate::Tag;

/// People in one reply, at most.
const LIMIT: u32 = 100;

/// A project.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProjectRow {
    /// Ashby's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Free text.
    pub description: Option<String>,
    /// Whether it is archived.
    pub archived: bool,
    /// Whether only few may see it.
    pub confidential: bool,
    /// Created at, as Ashby writes it.
    pub created_at: Option<String>,
    /// People in it, as far as known here: Ashby tells it person by person.
    pub people: u64,
}

/// All projects.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProjectList {
    /// By name.
    pub projects: Vec<ProjectRow>,
    /// People whose projects are known here.
    pub have: u64,
    /// People there are.
    pub of: u64,
    /// When that was counted, UTC.
    pub as_of: Option<String>,
}

/// Whose people.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ProjectInput {
    /// Ashby's id of the project.
    pub project_id: String,
    /// First row; 0 without it.
    #[serde(default)]
    pub offset: u32,
}

/// Somebody in a project.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProjectPerson {
    /// Unified id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Title at company.
    pub headline: Option<String>,
}

/// Which job.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OpeningsInput {
    /// Ashby's id of the job.
    pub job_remote_id: String,
}

/// A seat to be filled.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OpeningRow {
    /// Ashby's id.
    pub id: String,
    /// The organisation's own number.
    pub identifier: Option<String>,
    /// `Approved`, `Closed`, `Draft`, `Filled`, `Open` or another word.
    pub state: Option<String>,
    /// Whether it is archived.
    pub archived: bool,
    /// Free text.
    pub description: Option<String>,
    /// Opened at, as Ashby writes it.
    pub opened_at: Option<String>,
    /// Closed at, as Ashby writes it.
    pub closed_at: Option<String>,
    /// When somebody should be hired.
    pub target_hire_date: Option<String>,
    /// When that person should start.
    pub target_start_date: Option<String>,
    /// Whether it replaces somebody who left.
    pub is_backfill: Option<bool>,
}

fn project(record: ashby::Project, people: u64) -> ProjectRow {
    ProjectRow {
        id: record.id.as_str().to_owned(),
        name: record.title.unwrap_or_else(|| "Project".to_owned()),
        description: record.description,
        archived: record.is_archived.unwrap_or(false),
        confidential: record.confidential.unwrap_or(false),
        created_at: record.created_at,
        people,
    }
}

fn opening(record: ashby::Opening) -> OpeningRow {
    let version = record.latest_version.unwrap_or_default();
    OpeningRow {
        id: record.id.as_str().to_owned(),
        identifier: version.identifier,
        state: record.opening_state,
        archived: record.is_archived.unwrap_or(false),
        description: version.description,
        opened_at: record.opened_at,
        closed_at: record.closed_at,
        target_hire_date: version.target_hire_date,
        target_start_date: version.target_start_date,
        is_backfill: version.is_backfill,
    }
}

fn projects(reading: &samara_store::Reading<'_>) -> samara_store::Result<Vec<ProjectRow>> {
    let sizes = reading.project_sizes()?;
    let records = reading.references(Kind::Project)?;
    let mut rows: Vec<ProjectRow> = records
        .iter()
        .filter_map(|text| serde_json::from_str::<ashby::Project>(text).ok())
        .map(|record| {
            let people = sizes.get(record.id.as_str()).copied().unwrap_or(0);
            project(record, people)
        })
        .collect();
    rows.sort_by(|one, other| (one.archived, &one.name).cmp(&(other.archived, &other.name)));
    Ok(rows)
}

command! {
    /// All projects.
    ListProjects, Info::read("list_projects", &[Tag::Candidates]), |desk, _input: Nothing| -> ProjectList {
        desk.workspace()?
            .read(|reading| {
                let known = reading.coverage()?.into_iter().find(|part| part.kind == "projects");
                let (have, of) = known.as_ref().map_or((0, 0), |part| (part.have, part.of));
                Ok(ProjectList { projects: projects(reading)?, have, of, as_of: known.map(|part| part.as_of) })
            })
            .await
    }
}

command! {
    /// People of a project, by name.
    ProjectPeople, Info::read("project_people", &[Tag::Candidates]), |desk, input: ProjectInput| -> Vec<ProjectPerson> {
        desk.workspace()?
            .read(move |reading| {
                let rows = reading.project_rows(&input.project_id, input.offset, LIMIT)?;
                let people = rows.into_iter().map(|row| reading.candidate_headline(row));
                let people: Vec<_> = people.collect::<samara_store::Result<_>>()?;
                Ok(people
                    .into_iter()
                    .flatten()
                    .map(|person| ProjectPerson {
                        headline: headline(person.title.as_deref(), person.company.as_deref()),
                        id: person.id,
                        name: person.name,
                    })
                    .collect())
            })
            .await
    }
}

command! {
    /// The projects a candidate is in.
    CandidateProjects, Info::read("candidate_projects", &[Tag::Candidate]), |desk, input: CandidateInput| -> Vec<ProjectRow> {
        desk.workspace()?
            .read(move |reading| {
                let mine = reading.seen_projects(&input.id)?;
                Ok(projects(reading)?.into_iter().filter(|project| mine.contains(&project.id)).collect())
            })
            .await
    }
}

command! {
    /// The openings of a job.
    JobOpenings, Info::read("job_openings", &[Tag::Jobs]), |desk, input: OpeningsInput| -> Vec<OpeningRow> {
        desk.workspace()?
            .read(move |reading| {
                let records = reading.references(Kind::Opening)?;
                let of_job = |record: &ashby::Opening| {
                    let version = record.latest_version.as_ref();
                    version.is_some_and(|version| version.job_ids.iter().any(|job| job.as_str() == input.job_remote_id))
                };
                let records = records.iter().filter_map(|text| serde_json::from_str::<ashby::Opening>(text).ok());
                Ok(records.filter(of_job).map(opening).collect())
            })
            .await
    }
}
