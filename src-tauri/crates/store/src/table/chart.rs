//! What becomes of a job's applications over time.

use serde::Serialize;
use ts_rs::TS;

use crate::{Reading, Result};

/// One stay of an application in a stage of a plan; an application without a known history has one without times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Unified id of the application.
    pub application_id: String,
    /// Unified id of the stage.
    pub stage_id: String,
    /// When the stage was entered, UTC.
    pub entered_at: Option<String>,
    /// When it was left, UTC.
    pub left_at: Option<String>,
    /// Whether it comes from the history.
    pub known: bool,
}

/// Applications of one month from one source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MonthSource {
    /// The month, `2026-11`.
    pub month: String,
    /// The source; empty: none.
    pub source: String,
    /// How many.
    pub count: u64,
}

impl Reading<'_> {
    /// Every stay of the applications of a job in one of its plans.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn passages(&self, job_id: &str, plan_remote_id: &str) -> Result<Vec<Passage>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT a.id, coalesce(h.stage_id, a.current_stage_id, ''), h.entered_at, h.left_at, h.stage_id IS NOT NULL
             FROM ats_applications a INDEXED BY applications_by_stage LEFT JOIN stage_history h ON h.application_id = a.id
             WHERE a.job_id = ?1 AND a.remote_deleted_at IS NULL
               AND a.current_stage_id IN (SELECT id FROM ats_application_stages WHERE _plan_remote_id = ?2)",
        )?;
        let rows = statement.query_map([job_id, plan_remote_id], |row| {
            Ok(Passage {
                application_id: row.get(0)?,
                stage_id: row.get(1)?,
                entered_at: row.get(2)?,
                left_at: row.get(3)?,
                known: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The applications of a job since a month, by month and source.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn months_of(&self, job_id: &str, since: &str) -> Result<Vec<MonthSource>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT substr(remote_created_at, 1, 7), coalesce(_source, ''), count(*) FROM ats_applications INDEXED BY applications_by_month
             WHERE job_id = ?1 AND remote_deleted_at IS NULL AND remote_created_at >= ?2
             GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2",
        )?;
        let rows = statement.query_map([job_id, since], |row| {
            Ok(MonthSource {
                month: row.get(0)?,
                source: row.get(1)?,
                count: u64::try_from(row.get::<_, i64>(2)?).unwrap_or(0),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
