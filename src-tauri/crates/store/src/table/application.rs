//! Applications as pipelines and candidate pages show them. What is pending is laid over by the caller.

use rusqlite::{OptionalExtension as _, Row, params};
use serde::Serialize;
use ts_rs::TS;

use crate::{MirrorTx, Outcome, Payload, Reading, Result};

/// A stage with its type (`Lead`, `PreInterviewScreen`, `Active`, `Offer`, `Hired`, `Archived`, or another word).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StageRef {
    /// Unified id.
    pub id: String,
    /// Its title.
    pub name: String,
    /// Ashby's stage type.
    pub kind: String,
}

/// A stage of one of a job's interview plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobStage {
    /// The stage.
    pub stage: StageRef,
    /// Ashby's id of the plan.
    pub plan: String,
    /// Whether it is the job's default plan.
    pub is_default: bool,
}

/// An application with all that its candidate's page shows of it.
#[derive(Debug, Clone)]
pub struct ApplicationRow {
    /// Unified id.
    pub id: String,
    /// Ashby's id.
    pub remote_id: String,
    /// Unified id of the candidate.
    pub candidate_id: String,
    /// The candidate's name.
    pub candidate: String,
    /// Unified id of the job.
    pub job_id: Option<String>,
    /// The job's title.
    pub job: Option<String>,
    /// The job's unified status.
    pub job_status: Option<String>,
    /// PENDING, HIRED or DECLINED.
    pub outcome: Option<String>,
    /// Present stage.
    pub stage: Option<StageRef>,
    /// Ashby's id of its interview plan.
    pub plan: Option<String>,
    /// Source of the application.
    pub source: Option<String>,
    /// Who is credited for it.
    pub credited_to: Option<String>,
    /// Created at, UTC.
    pub created_at: Option<String>,
    /// Rejected at, UTC.
    pub rejected_at: Option<String>,
    /// Reason of the rejection.
    pub reason: Option<String>,
    /// Whose it was: Ashby's `RejectedByOrg`, `RejectedByCandidate`, `Other`.
    pub reason_type: Option<String>,
    /// When the present stage was entered, UTC.
    pub entered_at: Option<String>,
    /// Updated at, UTC.
    pub updated_at: Option<String>,
}

const APPLICATION: &str = "SELECT a.id, a.remote_id, coalesce(a.candidate_id, ''), coalesce(c._full_name, a._candidate_name, ''), a.job_id, j.name, j.status,
    a.outcome, s.id, s.name, s._type, a._plan_remote_id, a._source, a._credited_to, a.remote_created_at, a.rejected_at,
    a.rejection_reason_name, a._entered_stage_at, a.remote_updated_at, a._archive_reason_type
    FROM ats_applications a LEFT JOIN ats_candidates c ON c.id = a.candidate_id LEFT JOIN ats_jobs j ON j.id = a.job_id
    LEFT JOIN ats_application_stages s ON s.id = a.current_stage_id";

fn application(row: &Row<'_>) -> rusqlite::Result<ApplicationRow> {
    let stage = match row.get::<_, Option<String>>(8)? {
        None => None,
        Some(id) => Some(StageRef {
            id,
            name: row.get::<_, Option<String>>(9)?.unwrap_or_default(),
            kind: row.get::<_, Option<String>>(10)?.unwrap_or_default(),
        }),
    };
    Ok(ApplicationRow {
        id: row.get(0)?,
        remote_id: row.get(1)?,
        candidate_id: row.get(2)?,
        candidate: row.get(3)?,
        job_id: row.get(4)?,
        job: row.get(5)?,
        job_status: row.get(6)?,
        outcome: row.get(7)?,
        stage,
        plan: row.get(11)?,
        source: row.get(12)?,
        credited_to: row.get(13)?,
        created_at: row.get(14)?,
        rejected_at: row.get(15)?,
        reason: row.get(16)?,
        entered_at: row.get(17)?,
        updated_at: row.get(18)?,
        reason_type: row.get(19)?,
    })
}

impl MirrorTx<'_> {
    /// Keeps an application. A listing carries neither answers nor history: those of an earlier `application.info`
    /// stay, the stage entry time only as long as the stage is the same. A record older than the row is left out.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn upsert_application(
        &self,
        row: &samara_unified::Row<samara_unified::Application>,
        payloads: &[Payload<'_>],
        now: &samara_unified::Timestamp,
    ) -> Result<(i64, Outcome)> {
        let model = &row.model;
        self.upsert_carrying(row, payloads, now, |stored| {
            if stored.is_newer(model.remote_updated_at.as_ref())? {
                return Ok(None);
            }
            if let (Some(before), Some(now)) =
                (stored.text("_candidate_remote_id")?, model.private.candidate_remote_id.as_deref())
                && before != now
                && !stored.is_deleted()?
            {
                self.suspect_merge(before, now)?;
            }
            let same_stage = stored.text("current_stage_id")?
                == model.current_stage_id.as_ref().map(samara_unified::Id::as_str);
            let entered = if same_stage {
                stored.text("_entered_stage_at")?
            } else {
                model.remote_updated_at.as_ref().map(samara_unified::Timestamp::as_str)
            };
            let answers = stored.text("screening_question_answers")?;
            let carried = [("screening_question_answers", answers), ("_entered_stage_at", entered)];
            Ok(Some(
                carried.into_iter().filter_map(|(column, text)| Some((column, text?.to_owned()))).collect(),
            ))
        })
    }
}

impl Reading<'_> {
    /// The stages of a job, all its plans, in order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn job_stages(&self, job_id: &str) -> Result<Vec<JobStage>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT s.id, coalesce(s.name, ''), coalesce(s._type, ''), coalesce(j._plan_remote_id, ''), j._is_default_plan
             FROM ats_join_jobs_application_stages j JOIN ats_application_stages s ON s.id = j.stage_id
             WHERE j.job_id = ?1 AND j.remote_deleted_at IS NULL ORDER BY j.\"index\"",
        )?;
        let rows = statement.query_map([job_id], |row| {
            Ok(JobStage {
                stage: StageRef { id: row.get(0)?, name: row.get(1)?, kind: row.get(2)? },
                plan: row.get(3)?,
                is_default: row.get::<_, Option<bool>>(4)?.unwrap_or(false),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The stages of an interview plan, in order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn plan_stages(&self, plan_remote_id: &str) -> Result<Vec<StageRef>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, coalesce(name, ''), coalesce(_type, '') FROM ats_application_stages
             WHERE _plan_remote_id = ?1 AND remote_deleted_at IS NULL ORDER BY _order, id",
        )?;
        let rows = statement.query_map([plan_remote_id], |row| {
            Ok(StageRef { id: row.get(0)?, name: row.get(1)?, kind: row.get(2)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// One stage and Ashby's id of it.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn stage(&self, id: &str) -> Result<Option<(StageRef, String)>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, coalesce(name, ''), coalesce(_type, ''), remote_id FROM ats_application_stages WHERE id = ?1",
        )?;
        Ok(statement
            .query_row([id], |row| {
                Ok((StageRef { id: row.get(0)?, name: row.get(1)?, kind: row.get(2)? }, row.get(3)?))
            })
            .optional()?)
    }

    /// The integration fields of an application, and how choices among them are shown.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn application_fields(&self, id: &str) -> Result<(serde_json::Value, serde_json::Value)> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT integration_fields, _display FROM ats_applications WHERE id = ?1")?;
        let read = |text: Option<String>| {
            text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or(serde_json::Value::Null)
        };
        let found = statement.query_row([id], |row| Ok((read(row.get(0)?), read(row.get(1)?)))).optional()?;
        Ok(found.unwrap_or_default())
    }

    /// Ashby's id of the interview plan a stage belongs to.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn plan_of_stage(&self, id: &str) -> Result<Option<String>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT _plan_remote_id FROM ats_application_stages WHERE id = ?1")?;
        Ok(statement.query_row([id], |row| row.get::<_, Option<String>>(0)).optional()?.flatten())
    }

    /// One application.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn application(&self, id: &str) -> Result<Option<ApplicationRow>> {
        let mut statement = self.connection.prepare_cached(&format!("{APPLICATION} WHERE a.id = ?1"))?;
        Ok(statement.query_row([id], application).optional()?)
    }

    /// One application by Ashby's id.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn application_by_remote_id(&self, remote_id: &str) -> Result<Option<ApplicationRow>> {
        let mut statement =
            self.connection.prepare_cached(&format!("{APPLICATION} WHERE a.remote_id = ?1"))?;
        Ok(statement.query_row(params![remote_id], application).optional()?)
    }

    /// The applications of a candidate, live ones first, then newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn candidate_applications(&self, candidate_id: &str) -> Result<Vec<ApplicationRow>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "{APPLICATION} WHERE a.candidate_id = ?1 AND a.remote_deleted_at IS NULL
             ORDER BY a._is_live DESC, a.remote_created_at DESC, a.id"
        ))?;
        let rows = statement.query_map([candidate_id], application)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
