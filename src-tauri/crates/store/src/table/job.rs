//! Jobs as the table of jobs shows them.

use std::collections::HashMap;

use rusqlite::{OptionalExtension as _, Row};

use crate::{Reading, Result};

/// A job with what its row shows.
#[derive(Debug, Clone)]
pub struct JobRow {
    /// Unified id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Requisition id.
    pub code: Option<String>,
    /// Unified status.
    pub status: Option<String>,
    /// Whether Ashby marks it confidential.
    pub confidential: bool,
    /// Department's name.
    pub department: Option<String>,
    /// Location's name.
    pub location: Option<String>,
    /// REMOTE, HYBRID or `ON_SITE`.
    pub remote: Option<String>,
    /// The hiring team: JSON array of `{user_id, name, role}`.
    pub team: String,
    /// Openings to fill.
    pub openings: u64,
    /// Whether a posting of it is published.
    pub posted: bool,
    /// Opened at, UTC.
    pub opened_at: Option<String>,
    /// Where it stands in Ashby.
    pub url: Option<String>,
}

/// What jobs are sorted and chosen by.
#[derive(Debug, Clone)]
pub struct JobBrief {
    /// Unified id.
    pub id: String,
    /// Title.
    pub title: String,
    /// The organisation's own number.
    pub code: Option<String>,
    /// Unified status.
    pub status: Option<String>,
    /// Opened at, UTC.
    pub opened_at: Option<String>,
}

impl From<JobRow> for JobBrief {
    fn from(JobRow { id, title, code, status, opened_at, .. }: JobRow) -> Self {
        Self { id, title, code, status, opened_at }
    }
}

const JOB: &str = "SELECT id, coalesce(name, ''), job_code, status, coalesce(confidential, 0), department,
    location ->> '$.raw', remote_work_status, coalesce(_hiring_team, '[]'), coalesce(_openings, 0),
    EXISTS (SELECT 1 FROM ats_job_postings p WHERE p.job_id = j.id AND p.status = 'ACTIVE' AND p.remote_deleted_at IS NULL),
    opened_at, remote_url FROM ats_jobs j";

fn job(row: &Row<'_>) -> rusqlite::Result<JobRow> {
    Ok(JobRow {
        id: row.get(0)?,
        title: row.get(1)?,
        code: row.get(2)?,
        status: row.get(3)?,
        confidential: row.get(4)?,
        department: row.get(5)?,
        location: row.get(6)?,
        remote: row.get(7)?,
        team: row.get(8)?,
        openings: u64::try_from(row.get::<_, i64>(9)?).unwrap_or(0),
        posted: row.get(10)?,
        opened_at: row.get(11)?,
        url: row.get(12)?,
    })
}

impl Reading<'_> {
    /// Ashby's ids of the postings that the mirror has seen published.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn published_postings(&self) -> Result<std::collections::HashSet<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT remote_id FROM ats_job_postings WHERE _was_published = 1 AND remote_id IS NOT NULL",
        )?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// All jobs in brief, from an index alone.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn job_briefs(&self) -> Result<Vec<JobBrief>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, coalesce(name, ''), job_code, status, opened_at FROM ats_jobs INDEXED BY jobs_listed
             WHERE remote_deleted_at IS NULL",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(JobBrief {
                id: row.get(0)?,
                title: row.get(1)?,
                code: row.get(2)?,
                status: row.get(3)?,
                opened_at: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// All jobs.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn jobs(&self) -> Result<Vec<JobRow>> {
        let mut statement =
            self.connection.prepare_cached(&format!("{JOB} WHERE remote_deleted_at IS NULL"))?;
        let rows = statement.query_map([], job)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// One job.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn job(&self, id: &str) -> Result<Option<JobRow>> {
        let mut statement = self.connection.prepare_cached(&format!("{JOB} WHERE id = ?1"))?;
        Ok(statement.query_row([id], job).optional()?)
    }

    /// Ashby's id of a job.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn job_remote_id(&self, id: &str) -> Result<Option<String>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT remote_id FROM ats_jobs WHERE id = ?1 AND remote_deleted_at IS NULL")?;
        Ok(statement.query_row([id], |row| row.get(0)).optional()?)
    }

    /// Live applications by job and stage type, pending moves counted where they go.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn live_by_stage_type(&self) -> Result<HashMap<String, HashMap<String, u64>>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT job_id, stage_type, live FROM live_count WHERE live > 0")?;
        let mut counts: HashMap<String, HashMap<String, u64>> = HashMap::new();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let count = u64::try_from(row.get::<_, i64>(2)?).unwrap_or(0);
            counts.entry(row.get(0)?).or_default().insert(row.get(1)?, count);
        }
        for (job, kind, by) in self.live_shifts()? {
            let count = counts.entry(job).or_default().entry(kind).or_default();
            *count = count.saturating_add_signed(by);
        }
        for kinds in counts.values_mut() {
            kinds.retain(|_, count| *count > 0);
        }
        Ok(counts)
    }
}
