//! Candidates as lists and their own page show them.

mod window;

use std::collections::HashMap;

use rusqlite::OptionalExtension as _;
use serde_json::Value;

use super::application::StageRef;
use crate::{Reading, Result};

/// The order of a list of candidates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// By name, accents folded.
    Name,
    /// By Ashby's `updatedAt`.
    Updated,
    /// By Ashby's `createdAt`.
    Created,
}

impl Order {
    pub(crate) fn column(self) -> &'static str {
        match self {
            Self::Name => "_sort_name",
            Self::Updated => "remote_updated_at",
            Self::Created => "remote_created_at",
        }
    }
}

/// A candidate as a row shows it.
#[derive(Debug, Clone)]
pub struct CandidateRow {
    /// Unified id.
    pub id: String,
    /// Name as Ashby writes it.
    pub name: String,
    /// Job title.
    pub title: Option<String>,
    /// Company.
    pub company: Option<String>,
    /// Location in words.
    pub location: Option<String>,
    /// Primary mail address.
    pub email: Option<String>,
    /// Source of the candidate.
    pub source: Option<String>,
    /// Created at, UTC.
    pub created_at: Option<String>,
    /// Updated at, UTC.
    pub updated_at: Option<String>,
    /// Tags by name.
    pub tags: Vec<String>,
    /// How many applications.
    pub applications: u64,
    /// The newest live application, else the newest: its id, job and stage.
    pub newest: Option<(String, Option<String>, Option<StageRef>)>,
}

/// Who a candidate is, in short.
#[derive(Debug, Clone)]
pub struct Headline {
    /// Unified id.
    pub id: String,
    /// Name as Ashby writes it.
    pub name: String,
    /// Job title.
    pub title: Option<String>,
    /// Company.
    pub company: Option<String>,
}

/// A candidate with all its own columns, as JSON values by column name.
#[derive(Debug, Clone)]
pub struct CandidateRecord {
    /// Unified id.
    pub id: String,
    /// Ashby's id.
    pub remote_id: String,
    /// Columns by name.
    pub columns: HashMap<&'static str, Value>,
    /// Tags: (id, name).
    pub tags: Vec<(String, String)>,
}

const ROW: &str = "SELECT id, coalesce(_full_name, ''), title, company, _location, _primary_email, source,
    remote_created_at, remote_updated_at FROM ats_candidates WHERE _row = ?1";
/// Both of these find all they say in an index.
const TAGS: &str = "SELECT t.name FROM ats_join_candidates_tags j JOIN ats_tags t ON t.id = j.tag_id
    WHERE j.candidate_id = ?1 AND j.remote_deleted_at IS NULL AND t.name IS NOT NULL";
const APPLICATIONS: &str = "SELECT id, job_id, current_stage_id FROM ats_applications
    WHERE candidate_id = ?1 AND remote_deleted_at IS NULL ORDER BY _is_live DESC, remote_created_at DESC, id DESC";

fn candidate(row: &rusqlite::Row<'_>) -> rusqlite::Result<CandidateRow> {
    Ok(CandidateRow {
        id: row.get(0)?,
        name: row.get(1)?,
        title: row.get(2)?,
        company: row.get(3)?,
        location: row.get(4)?,
        email: row.get(5)?,
        source: row.get(6)?,
        created_at: row.get(7)?,
        updated_at: row.get(8)?,
        tags: Vec::new(),
        applications: 0,
        newest: None,
    })
}

/// An application by its ids: its own, of its job, of its stage.
type Ids = (String, Option<String>, Option<String>);

/// Jobs and stages by id, each read once for a window of rows.
#[derive(Default)]
struct Names {
    jobs: HashMap<String, Option<String>>,
    stages: HashMap<String, Option<StageRef>>,
}

impl Names {
    fn job(&mut self, reading: &Reading<'_>, id: &str) -> Result<Option<String>> {
        if !self.jobs.contains_key(id) {
            let mut statement =
                reading.connection.prepare_cached("SELECT name FROM ats_jobs WHERE id = ?1")?;
            let name = statement.query_row([id], |row| row.get(0)).optional()?.flatten();
            self.jobs.insert(id.to_owned(), name);
        }
        Ok(self.jobs.get(id).cloned().flatten())
    }

    fn stage(&mut self, reading: &Reading<'_>, id: &str) -> Result<Option<StageRef>> {
        if !self.stages.contains_key(id) {
            self.stages.insert(id.to_owned(), reading.stage(id)?.map(|(stage, _)| stage));
        }
        Ok(self.stages.get(id).cloned().flatten())
    }
}

impl Reading<'_> {
    /// The rows with these numbers, in this order; numbers without a row are left out.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn candidate_rows(&self, numbers: &[i64]) -> Result<Vec<CandidateRow>> {
        self.candidate_rows_on(numbers, None)
    }

    /// The same, each with its newest application to one of these jobs where it has one.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn candidate_rows_on(&self, numbers: &[i64], jobs: Option<&[String]>) -> Result<Vec<CandidateRow>> {
        let meant =
            |(_, job, _): &Ids| job.as_ref().is_some_and(|job| jobs.is_some_and(|jobs| jobs.contains(job)));
        let mut statement = self.connection.prepare_cached(ROW)?;
        let mut tags = self.connection.prepare_cached(TAGS)?;
        let mut applications = self.connection.prepare_cached(APPLICATIONS)?;
        let mut names = Names::default();
        let mut rows = Vec::with_capacity(numbers.len());
        for number in numbers {
            let Some(mut row) = statement.query_row([number], candidate).optional()? else { continue };
            row.tags = tags.query_map([&row.id], |tag| tag.get(0))?.collect::<rusqlite::Result<_>>()?;
            let ids = applications.query_map([&row.id], |of| Ok((of.get(0)?, of.get(1)?, of.get(2)?)))?;
            let ids: Vec<Ids> = ids.collect::<rusqlite::Result<_>>()?;
            row.applications = ids.len() as u64;
            let newest = ids.iter().find(|ids| meant(ids)).or_else(|| ids.first());
            if let Some((id, job, stage)) = newest.cloned() {
                let job = job.map(|job| names.job(self, &job)).transpose()?.flatten();
                let stage = stage.map(|stage| names.stage(self, &stage)).transpose()?.flatten();
                row.newest = Some((id, job, stage));
            }
            rows.push(row);
        }
        Ok(rows)
    }

    /// Who a row is, for whoever only needs to name people.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn candidate_headline(&self, number: i64) -> Result<Option<Headline>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, coalesce(_full_name, ''), title, company FROM ats_candidates WHERE _row = ?1",
        )?;
        let headline = |row: &rusqlite::Row<'_>| {
            Ok(Headline { id: row.get(0)?, name: row.get(1)?, title: row.get(2)?, company: row.get(3)? })
        };
        Ok(statement.query_row([number], headline).optional()?)
    }

    /// A candidate's page in Ashby.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn candidate_url(&self, id: &str) -> Result<Option<String>> {
        let mut statement =
            self.connection.prepare_cached("SELECT remote_url FROM ats_candidates WHERE id = ?1")?;
        Ok(statement.query_row([id], |row| row.get(0)).optional()?.flatten())
    }

    /// One candidate with its own columns and tags.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn candidate(&self, id: &str) -> Result<Option<CandidateRecord>> {
        const TEXT: [&str; 11] = [
            "_full_name",
            "title",
            "company",
            "source",
            "_location",
            "_credited_to",
            "_school",
            "remote_url",
            "remote_created_at",
            "remote_updated_at",
            "remote_id",
        ];
        const JSON: [&str; 8] = [
            "email_addresses",
            "phone_numbers",
            "social_media",
            "integration_fields",
            "custom_fields",
            "_resume",
            "_files",
            "_display",
        ];
        let sql =
            format!("SELECT {}, {} FROM ats_candidates WHERE id = ?1", TEXT.join(", "), JSON.join(", "));
        let mut statement = self.connection.prepare_cached(&sql)?;
        let columns = statement
            .query_row([id], |row| {
                let mut columns = HashMap::new();
                for name in TEXT {
                    columns
                        .insert(name, row.get::<_, Option<String>>(name)?.map_or(Value::Null, Value::String));
                }
                for name in JSON {
                    let json = row.get::<_, Option<String>>(name)?.unwrap_or_default();
                    columns.insert(name, serde_json::from_str(&json).unwrap_or(Value::Null));
                }
                Ok(columns)
            })
            .optional()?;
        let Some(columns) = columns else { return Ok(None) };
        let mut tags = self.connection.prepare_cached(
            "SELECT t.id, coalesce(t.name, '') FROM ats_join_candidates_tags j JOIN ats_tags t ON t.id = j.tag_id
             WHERE j.candidate_id = ?1 AND j.remote_deleted_at IS NULL ORDER BY t.name",
        )?;
        let tags =
            tags.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        let remote_id = columns.get("remote_id").and_then(Value::as_str).unwrap_or_default().to_owned();
        Ok(Some(CandidateRecord { id: id.to_owned(), remote_id, columns, tags }))
    }
}
