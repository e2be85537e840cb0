//! Candidates as lists and their own page show them.

use std::collections::HashMap;

use rusqlite::{OptionalExtension as _, params};
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
    fn column(self) -> &'static str {
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
    /// Number of the row in the mirror.
    pub row: i64,
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

const ROW: &str = "SELECT c._row, c.id, coalesce(c._full_name, ''), c.title, c.company, c._location, c._primary_email, c.source,
    c.remote_created_at, c.remote_updated_at,
    (SELECT json_group_array(t.name) FROM ats_join_candidates_tags j JOIN ats_tags t ON t.id = j.tag_id
     WHERE j.candidate_id = c.id AND j.remote_deleted_at IS NULL),
    (SELECT count(*) FROM ats_applications a WHERE a.candidate_id = c.id AND a.remote_deleted_at IS NULL),
    n.id, b.name, s.id, s.name, s._type
    FROM ats_candidates c
    LEFT JOIN ats_applications n ON n._row = (SELECT a._row FROM ats_applications a
      WHERE a.candidate_id = c.id AND a.remote_deleted_at IS NULL ORDER BY a._is_live DESC, a.remote_created_at DESC LIMIT 1)
    LEFT JOIN ats_jobs b ON b.id = n.job_id
    LEFT JOIN ats_application_stages s ON s.id = n.current_stage_id
    WHERE c._row = ?1";

fn candidate(row: &rusqlite::Row<'_>) -> rusqlite::Result<CandidateRow> {
    let tags: String = row.get(10)?;
    let stage = match row.get::<_, Option<String>>(14)? {
        None => None,
        Some(id) => Some(StageRef {
            id,
            name: row.get::<_, Option<String>>(15)?.unwrap_or_default(),
            kind: row.get::<_, Option<String>>(16)?.unwrap_or_default(),
        }),
    };
    let newest: Option<String> = row.get(12)?;
    let job = row.get(13)?;
    Ok(CandidateRow {
        row: row.get(0)?,
        id: row.get(1)?,
        name: row.get(2)?,
        title: row.get(3)?,
        company: row.get(4)?,
        location: row.get(5)?,
        email: row.get(6)?,
        source: row.get(7)?,
        created_at: row.get(8)?,
        updated_at: row.get(9)?,
        tags: serde_json::from_str(&tags).unwrap_or_default(),
        applications: u64::try_from(row.get::<_, i64>(11)?).unwrap_or(0),
        newest: newest.map(|id| (id, job, stage)),
    })
}

impl Reading<'_> {
    /// A window of row numbers in an order, `skip` rows from its beginning.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn candidate_window(
        &self,
        order: Order,
        descending: bool,
        skip: u64,
        limit: u32,
    ) -> Result<Vec<i64>> {
        let direction = if descending { "DESC" } else { "ASC" };
        let sql = format!(
            "SELECT _row FROM ats_candidates WHERE remote_deleted_at IS NULL
             ORDER BY {} {direction}, _row {direction} LIMIT ?1 OFFSET ?2",
            order.column()
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows =
            statement.query_map(params![limit, i64::try_from(skip).unwrap_or(i64::MAX)], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Puts rows in an order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn sort_candidates(&self, rows: &[i64], order: Order, descending: bool) -> Result<Vec<i64>> {
        let direction = if descending { "DESC" } else { "ASC" };
        let sql = format!(
            "SELECT _row FROM ats_candidates WHERE _row IN (SELECT value FROM json_each(?1))
             ORDER BY {} {direction}, _row {direction}",
            order.column()
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let list = serde_json::to_string(rows)?;
        let sorted = statement.query_map([list], |row| row.get(0))?;
        Ok(sorted.collect::<rusqlite::Result<_>>()?)
    }

    /// The rows with these numbers, in this order; numbers without a row are left out.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn candidate_rows(&self, numbers: &[i64]) -> Result<Vec<CandidateRow>> {
        let mut statement = self.connection.prepare_cached(ROW)?;
        let mut rows = Vec::with_capacity(numbers.len());
        for number in numbers {
            if let Some(row) = statement.query_row([number], candidate).optional()? {
                rows.push(row);
            }
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
