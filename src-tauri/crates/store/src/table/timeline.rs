//! All that happened with a candidate, from every table that tells of it.

use rusqlite::params;

use crate::{Reading, Result};

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Moment {
    /// When, UTC. What is planned lies ahead.
    pub at: String,
    /// `added`, `applied`, `rejected`, `withdrawn`, `stage`, `note`, `feedback`, `interview`, `offer`, `offer_decided`, `action`.
    pub kind: String,
    /// Unified id of the application it belongs to.
    pub application_id: Option<String>,
    /// The job's title.
    pub job: Option<String>,
    /// The stage, the interview, the action.
    pub title: Option<String>,
    /// The source, the reason, the state, the note as HTML.
    pub detail: Option<String>,
    /// Who did it.
    pub by: Option<String>,
}

const MOMENTS: &str = "
  WITH a AS (SELECT a.id, a.remote_created_at, a.rejected_at, a.rejection_reason_name, a._archive_reason_type, a._source, a._credited_to, j.name AS job
             FROM ats_applications a LEFT JOIN ats_jobs j ON j.id = a.job_id
             WHERE a.candidate_id = ?1 AND a.remote_deleted_at IS NULL),
  moment (at, kind, application_id, job, title, detail, by) AS (
    SELECT remote_created_at, 'added', NULL, NULL, NULL, source, _credited_to FROM ats_candidates WHERE id = ?1
    UNION ALL SELECT remote_created_at, 'applied', id, job, NULL, _source, _credited_to FROM a
    UNION ALL SELECT rejected_at, iif(_archive_reason_type = 'RejectedByCandidate', 'withdrawn', 'rejected'), id, job, NULL, rejection_reason_name, NULL FROM a
    UNION ALL SELECT h.entered_at, 'stage', a.id, a.job, coalesce(h.title, s.name), NULL, NULL
      FROM a JOIN stage_history h ON h.application_id = a.id LEFT JOIN ats_application_stages s ON s.id = h.stage_id
    UNION ALL SELECT created_at, 'note', NULL, NULL, NULL, html, author FROM note WHERE candidate_id = ?1
    UNION ALL SELECT f.submitted_at, 'feedback', a.id, a.job, NULL, NULL, f.author
      FROM a JOIN feedback f ON f.application_id = a.id
    UNION ALL SELECT i.starting_at, 'interview', a.id, a.job, i.title, i._schedule_status, NULL
      FROM a JOIN ats_interviews i ON i.application_id = a.id AND i.remote_deleted_at IS NULL
    UNION ALL SELECT o.remote_created_at, 'offer', a.id, a.job, NULL, o.status, o._author
      FROM a JOIN ats_offers o ON o.application_id = a.id AND o.remote_deleted_at IS NULL
    UNION ALL SELECT o._decided_at, 'offer_decided', a.id, a.job, NULL, o.status, NULL
      FROM a JOIN ats_offers o ON o.application_id = a.id AND o.remote_deleted_at IS NULL
    UNION ALL SELECT coalesce(settled_at, created_at), 'action', application_id, NULL, title, state, NULL
      FROM local.intent WHERE candidate_id = ?1)";

impl Reading<'_> {
    /// What happened with a candidate, newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn timeline(&self, candidate_id: &str, offset: u32, limit: u32) -> Result<Vec<Moment>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "{MOMENTS} SELECT at, kind, application_id, job, title, detail, by FROM moment
             WHERE at IS NOT NULL AND at <> '' ORDER BY at DESC, kind, application_id, title LIMIT ?2 OFFSET ?3"
        ))?;
        let rows = statement.query_map(params![candidate_id, limit, offset], |row| {
            Ok(Moment {
                at: row.get(0)?,
                kind: row.get(1)?,
                application_id: row.get(2)?,
                job: row.get(3)?,
                title: row.get(4)?,
                detail: row.get(5)?,
                by: row.get(6)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How many things happened with a candidate.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn timeline_length(&self, candidate_id: &str) -> Result<u64> {
        let mut statement = self.connection.prepare_cached(&format!(
            "{MOMENTS} SELECT count(*) FROM moment WHERE at IS NOT NULL AND at <> ''"
        ))?;
        Ok(u64::try_from(statement.query_row([candidate_id], |row| row.get::<_, i64>(0))?).unwrap_or(0))
    }

    /// The answers given with each application of a candidate: (application, its job, why it was archived, answers as
    /// JSON; `None` until they are read).
    ///
    /// # Errors
    /// When the database refuses.
    pub fn application_answers(&self, candidate_id: &str) -> Result<Vec<Given>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT a.id, j.name, a._archive_reason_type, a.screening_question_answers,
               (SELECT at FROM freshness WHERE kind = 'application' AND id = a.id)
             FROM ats_applications a LEFT JOIN ats_jobs j ON j.id = a.job_id
             WHERE a.candidate_id = ?1 AND a.remote_deleted_at IS NULL
             ORDER BY a._is_live DESC, a.remote_created_at DESC, a.id",
        )?;
        let rows = statement.query_map([candidate_id], |row| {
            Ok(Given {
                application_id: row.get(0)?,
                job: row.get(1)?,
                reason_type: row.get(2)?,
                answers: row.get(3)?,
                read_at: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// What somebody answered when applying.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Unified id of the application.
    pub application_id: String,
    /// The job's title.
    pub job: Option<String>,
    /// `RejectedByOrg`, `RejectedByCandidate`, `Other` or another word.
    pub reason_type: Option<String>,
    /// The answers as JSON; `None` until they are read.
    pub answers: Option<String>,
    /// When they were read, UTC.
    pub read_at: Option<String>,
}
