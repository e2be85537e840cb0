//! What a day begins with: who is new, who waits, what is scheduled. A pending move takes its application out of the
//! lists it leaves.

use rusqlite::{OptionalExtension as _, Row, params};
use serde::Serialize;
use ts_rs::TS;

use super::application::StageRef;
use crate::{Reading, Result};

/// A job with applications in review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewJob {
    /// Unified id.
    pub job_id: String,
    /// Title.
    pub title: String,
    /// Its number in Ashby, which tells it from others of the same title.
    pub code: Option<String>,
    /// Applications that came in since the time asked for.
    pub fresh: u64,
    /// All that are in review.
    pub to_review: u64,
    /// When the oldest of them came in, UTC.
    pub oldest_at: Option<String>,
}

/// An application in review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewItem {
    /// Unified id.
    pub application_id: String,
    /// Unified id of the candidate.
    pub candidate_id: String,
    /// The candidate's name.
    pub name: String,
    /// Where the candidate works.
    pub company: Option<String>,
}

/// An application that stands in its stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WaitingRow {
    /// Unified id.
    pub application_id: String,
    /// Unified id of the candidate.
    pub candidate_id: String,
    /// The candidate's name.
    pub name: String,
    /// Unified id of the job.
    pub job_id: Option<String>,
    /// Title of the job.
    pub job: Option<String>,
    /// The stage.
    pub stage: Option<StageRef>,
    /// Since when, UTC.
    pub entered_at: String,
}

/// An interview of the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Meeting {
    /// Unified id.
    pub id: String,
    /// What kind of interview it is.
    pub title: Option<String>,
    /// Begin, UTC.
    pub starting_at: String,
    /// End, UTC.
    pub ending_at: Option<String>,
    /// The video call.
    pub url: Option<String>,
    /// The place.
    pub location: Option<String>,
    /// Unified id of the candidate.
    pub candidate_id: String,
    /// The candidate's name.
    pub name: String,
    /// Title of the job.
    pub job: Option<String>,
    /// Names of those who hold it.
    pub interviewers: Vec<String>,
    /// Where they give feedback.
    pub feedback_link: Option<String>,
}

/// An offer that is not decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OfferWaiting {
    /// Unified id.
    pub id: String,
    /// Unified id of the candidate.
    pub candidate_id: String,
    /// The candidate's name.
    pub name: String,
    /// Title of the job.
    pub job: Option<String>,
    /// SENT, APPROVED or DRAFT.
    pub status: String,
    /// Ashby's word for where the approval stands.
    pub approval: Option<String>,
    /// When its first version was written, UTC.
    pub created_at: Option<String>,
    /// First day of work.
    pub starts_at: Option<String>,
}

/// A user of the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UserName {
    /// Unified id.
    pub id: String,
    /// The name.
    pub name: String,
    /// Jobs whose hiring team they are on.
    pub jobs: u64,
}

/// A window of rows and how many there are in all.
pub type Window<T> = (Vec<T>, u64);

/// On the hiring team of the job; `NULL` as the user lets everything through.
const MINE: &str = "(?1 IS NULL OR a.job_id IN (SELECT job_id FROM ats_join_jobs_users WHERE user_id = ?1 AND remote_deleted_at IS NULL))";
const SETTLED: &str = "a.id NOT IN (SELECT application_id FROM local.overlay_stage)";
macro_rules! in_review {
    () => {
        "a._is_live = 1 AND a.remote_deleted_at IS NULL AND a._stage_type = 'PreInterviewScreen'"
    };
}
const IN_REVIEW: &str = in_review!();
const REVIEW: &str =
    concat!("FROM ats_applications a INDEXED BY applications_to_review WHERE ", in_review!());
/// What the application in a window calls its candidate: looked at where there is none.
const NAME: &str = "(SELECT a._candidate_name FROM ats_applications a WHERE a._row = w._row)";
/// Leads do not wait for anybody yet.
const WAITING: &str = "FROM ats_applications a INDEXED BY applications_waiting
    WHERE a._is_live = 1 AND a.remote_deleted_at IS NULL AND a._entered_stage_at < ?2 AND a._stage_type IS NOT 'Lead'";
const INTERVIEW: &str = "SELECT i.id, i.title, i.starting_at, i.ending_at, i.video_conferencing_url, i._location, a.candidate_id,
      coalesce(c._full_name, a._candidate_name, ''), j.name,
      (SELECT json_group_array(value ->> 'name') FILTER (WHERE value ->> 'name' IS NOT NULL) FROM json_each(i._team)), i._feedback_link";
/// Mine is also what I hold myself. Applications are looked at only where it matters whose they are.
const HELD: &str = "WHERE i.remote_deleted_at IS NULL AND i.application_id IS NOT NULL AND i.starting_at >= ?2 AND i.starting_at < ?3
      AND (?1 IS NULL OR EXISTS (SELECT 1 FROM ats_join_interviews_users u WHERE u.interview_id = i.id AND u.user_id = ?1 AND u.remote_deleted_at IS NULL)
        OR (SELECT a.job_id FROM ats_applications a WHERE a.id = i.application_id)
          IN (SELECT job_id FROM ats_join_jobs_users WHERE user_id = ?1 AND remote_deleted_at IS NULL))";
const OFFERS: &str = "FROM offer_waiting a INDEXED BY offer_waiting_by_change";

fn tally(value: i64) -> u64 {
    u64::try_from(value).unwrap_or(0)
}

fn interview(row: &Row<'_>) -> rusqlite::Result<Meeting> {
    let names: String = row.get(9)?;
    Ok(Meeting {
        id: row.get(0)?,
        title: row.get(1)?,
        starting_at: row.get(2)?,
        ending_at: row.get(3)?,
        url: row.get(4)?,
        location: row.get(5)?,
        candidate_id: row.get::<_, Option<String>>(6)?.unwrap_or_default(),
        name: row.get(7)?,
        job: row.get(8)?,
        interviewers: serde_json::from_str(&names).unwrap_or_default(),
        feedback_link: row.get(10)?,
    })
}

impl Reading<'_> {
    /// A user by unified id, with how many hiring teams they are on.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn user_name(&self, id: &str) -> Result<Option<UserName>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT u.id, coalesce(u._name, u.email, ''), (SELECT count(DISTINCT job_id) FROM ats_join_jobs_users WHERE user_id = u.id AND remote_deleted_at IS NULL)
             FROM ats_users u WHERE u.id = ?1 AND u.remote_deleted_at IS NULL",
        )?;
        Ok(statement
            .query_row([id], |row| {
                Ok(UserName { id: row.get(0)?, name: row.get(1)?, jobs: tally(row.get(2)?) })
            })
            .optional()?)
    }

    /// Jobs with applications in review, those with the most new ones first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn review_jobs(&self, user: Option<&str>, since: &str) -> Result<Vec<ReviewJob>> {
        // Job by job from the kept counts: what is read does not grow with those in review.
        let mut statement = self.connection.prepare_cached(&format!(
            "WITH gone AS MATERIALIZED (
               SELECT a.job_id, count(*) AS pending FROM local.overlay_stage o CROSS JOIN ats_applications a ON a.id = o.application_id
               WHERE {IN_REVIEW} GROUP BY a.job_id)
             SELECT w.job_id, w.name, w.fresh, w.many, w.oldest, w.code
             FROM (SELECT a.job_id, coalesce(j.name, '') AS name, j.job_code AS code, a.live - coalesce(gone.pending, 0) AS many,
                     (SELECT count(*) {REVIEW} AND a.job_id = j.id AND a.remote_created_at >= ?2 AND {SETTLED}) AS fresh,
                     (SELECT a.remote_created_at {REVIEW} AND a.job_id = j.id AND a.remote_created_at IS NOT NULL AND {SETTLED}
                      ORDER BY a.remote_created_at LIMIT 1) AS oldest
                   FROM live_count a JOIN ats_jobs j INDEXED BY jobs_listed ON j.id = a.job_id AND j.remote_deleted_at IS NULL
                   LEFT JOIN gone ON gone.job_id = a.job_id
                   WHERE a.stage_type = 'PreInterviewScreen' AND many > 0 AND {MINE}) w
             ORDER BY w.fresh DESC, w.many DESC, w.name, w.job_id"
        ))?;
        let rows = statement.query_map(params![user, since], |row| {
            Ok(ReviewJob {
                job_id: row.get(0)?,
                title: row.get(1)?,
                code: row.get(5)?,
                fresh: tally(row.get::<_, Option<i64>>(2)?.unwrap_or(0)),
                to_review: tally(row.get(3)?),
                oldest_at: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The applications of a job in review, oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn review_queue(&self, job_id: &str, offset: u32, limit: u32) -> Result<Window<ReviewItem>> {
        let count = format!("SELECT coalesce((SELECT live FROM live_count WHERE job_id = ?1 AND stage_type = 'PreInterviewScreen'), 0)
            - (SELECT count(*) FROM local.overlay_stage o CROSS JOIN ats_applications a ON a.id = o.application_id
               WHERE a.job_id = ?1 AND {IN_REVIEW})");
        let total = self.connection.prepare_cached(&count)?.query_row([job_id], |row| row.get(0))?;
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT w.id, coalesce(w.candidate_id, ''), coalesce(c._full_name, {NAME}, ''), c.company
             FROM (SELECT a._row, a.id, a.candidate_id, a.remote_created_at {REVIEW} AND a.job_id = ?1 AND {SETTLED}
                   ORDER BY a.remote_created_at, a.id LIMIT ?2 OFFSET ?3) w
             LEFT JOIN ats_candidates c ON c.id = w.candidate_id ORDER BY w.remote_created_at, w.id"
        ))?;
        let rows = statement.query_map(params![job_id, limit, offset], |row| {
            Ok(ReviewItem {
                application_id: row.get(0)?,
                candidate_id: row.get(1)?,
                name: row.get(2)?,
                company: row.get(3)?,
            })
        })?;
        Ok((rows.collect::<rusqlite::Result<_>>()?, tally(total)))
    }

    /// Live applications that entered their stage before a time, the longest waiting first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn waiting_since(
        &self,
        user: Option<&str>,
        before: &str,
        (offset, limit): (u32, u32),
    ) -> Result<Window<WaitingRow>> {
        let count = format!("SELECT count(*) {WAITING} AND {SETTLED} AND {MINE}");
        let total =
            self.connection.prepare_cached(&count)?.query_row(params![user, before], |row| row.get(0))?;
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT w.id, coalesce(w.candidate_id, ''), coalesce(c._full_name, {NAME}, ''), w.job_id, j.name,
               s.id, coalesce(s.name, ''), coalesce(s._type, ''), w._entered_stage_at
             FROM (SELECT a._row, a.id, a.candidate_id, a.job_id, a.current_stage_id, a._entered_stage_at {WAITING}
                     AND {SETTLED} AND {MINE} ORDER BY a._entered_stage_at, a.id LIMIT ?3 OFFSET ?4) w
             LEFT JOIN ats_candidates c ON c.id = w.candidate_id
             LEFT JOIN ats_jobs j ON j.id = w.job_id LEFT JOIN ats_application_stages s ON s.id = w.current_stage_id
             ORDER BY w._entered_stage_at, w.id"
        ))?;
        let rows = statement.query_map(params![user, before, limit, offset], |row| {
            let stage: Option<String> = row.get(5)?;
            let (name, kind) = (row.get(6)?, row.get(7)?);
            Ok(WaitingRow {
                application_id: row.get(0)?,
                candidate_id: row.get(1)?,
                name: row.get(2)?,
                job_id: row.get(3)?,
                job: row.get(4)?,
                stage: stage.map(|id| StageRef { id, name, kind }),
                entered_at: row.get(8)?,
            })
        })?;
        Ok((rows.collect::<rusqlite::Result<_>>()?, tally(total)))
    }

    /// Interviews that begin within a span and are not called off, in order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn interviews_between(
        &self,
        user: Option<&str>,
        (from, until): (&str, &str),
        limit: u32,
    ) -> Result<Window<Meeting>> {
        const STANDS: &str = "AND i._schedule_status IS NOT 'Cancelled'";
        self.interviews(user, (from, until), limit, ("interviews_by_time", STANDS, "ASC"))
    }

    /// Interviews that began within a span and whose feedback is missing, latest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn feedback_due(
        &self,
        user: Option<&str>,
        (from, until): (&str, &str),
        limit: u32,
    ) -> Result<Window<Meeting>> {
        const DUE: &str = "AND i._schedule_status = 'WaitingOnFeedback' AND i._has_feedback IS NOT 1";
        self.interviews(user, (from, until), limit, ("interviews_due", DUE, "DESC"))
    }

    fn interviews(
        &self,
        user: Option<&str>,
        (from, until): (&str, &str),
        limit: u32,
        (index, condition, order): (&str, &str, &str),
    ) -> Result<Window<Meeting>> {
        let held = format!("FROM ats_interviews i INDEXED BY {index} {HELD} {condition}");
        let count = format!("SELECT count(*) {held}");
        let total = self
            .connection
            .prepare_cached(&count)?
            .query_row(params![user, from, until], |row| row.get(0))?;
        let mut statement = self.connection.prepare_cached(&format!(
            "{INTERVIEW} FROM (SELECT i._row {held} AND EXISTS (SELECT 1 FROM ats_applications k WHERE k.id = i.application_id)
                   ORDER BY i.starting_at {order}, i._row LIMIT ?4) w
             JOIN ats_interviews i ON i._row = w._row JOIN ats_applications a ON a.id = i.application_id
             LEFT JOIN ats_candidates c ON c.id = a.candidate_id LEFT JOIN ats_jobs j ON j.id = a.job_id
             ORDER BY i.starting_at {order}, i._row"
        ))?;
        let rows = statement.query_map(params![user, from, until, limit], interview)?;
        Ok((rows.collect::<rusqlite::Result<_>>()?, tally(total)))
    }

    /// Offers of live applications that are not decided, the latest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn offers_waiting(&self, user: Option<&str>, limit: u32) -> Result<Window<OfferWaiting>> {
        let count = format!("SELECT count(*) {OFFERS} WHERE {MINE}");
        let total = self.connection.prepare_cached(&count)?.query_row(params![user], |row| row.get(0))?;
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT o.id, coalesce(a.candidate_id, ''), coalesce(c._full_name, a._candidate_name, ''), j.name, o.status,
               o._approval_status, o.remote_created_at, o.employment_start_date
             FROM (SELECT a.offer, a.updated_at {OFFERS} WHERE {MINE} ORDER BY a.updated_at DESC, a.offer LIMIT ?2) w
             JOIN ats_offers o ON o._row = w.offer JOIN ats_applications a ON a.id = o.application_id
             LEFT JOIN ats_candidates c ON c.id = a.candidate_id LEFT JOIN ats_jobs j ON j.id = a.job_id
             ORDER BY w.updated_at DESC, w.offer"
        ))?;
        let rows = statement.query_map(params![user, limit], |row| {
            Ok(OfferWaiting {
                id: row.get(0)?,
                candidate_id: row.get(1)?,
                name: row.get(2)?,
                job: row.get(3)?,
                status: row.get(4)?,
                approval: row.get(5)?,
                created_at: row.get(6)?,
                starts_at: row.get(7)?,
            })
        })?;
        let rows = rows.collect::<rusqlite::Result<_>>()?;
        Ok((rows, tally(total)))
    }
}
