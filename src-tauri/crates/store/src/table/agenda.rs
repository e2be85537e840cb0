//! Interviews by time, and offers by state, over all candidates.

use rusqlite::types::ToSql;
use rusqlite::{Row, params, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Reading, Result};

/// Who holds an interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgendaInterviewer {
    /// Unified id of the user.
    pub user_id: String,
    /// First and last name.
    pub name: Option<String>,
    /// Ashby's `Shadow`, `Reverse-Shadow` or another word.
    pub training_role: Option<String>,
    /// Whether this interviewer has to give feedback.
    pub is_feedback_required: Option<bool>,
}

/// An interview with who it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AgendaInterview {
    /// Unified id.
    pub id: String,
    /// Unified id of the candidate.
    pub candidate_id: Option<String>,
    /// The candidate's name.
    pub candidate: Option<String>,
    /// The candidate's time zone, as Ashby knows it.
    pub time_zone: Option<String>,
    /// The candidate's page in Ashby, where interviews are scheduled.
    pub candidate_url: Option<String>,
    /// The job's title.
    pub job: Option<String>,
    /// Name of the stage it is held in.
    pub stage: Option<String>,
    /// Ashby's type of that stage.
    pub stage_type: Option<String>,
    /// What kind of interview it is.
    pub title: Option<String>,
    /// Begin, UTC.
    pub starting_at: Option<String>,
    /// End, UTC.
    pub ending_at: Option<String>,
    /// The video call.
    pub url: Option<String>,
    /// The place.
    pub location: Option<String>,
    /// Ashby's `Scheduled`, `WaitingOnFeedback`, `Complete`, `OnHold` or another word.
    pub status: Option<String>,
    /// Whether all feedback is given.
    pub has_feedback: Option<bool>,
    /// Where interviewers give feedback.
    pub feedback_link: Option<String>,
    /// Who holds it.
    pub interviewers: Vec<AgendaInterviewer>,
    /// Names of those whose feedback is missing, as far as that is known here.
    pub owing: Vec<String>,
}

/// An offer with who it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OfferRow {
    /// Unified id.
    pub id: String,
    /// Unified id of the candidate.
    pub candidate_id: Option<String>,
    /// The candidate's name.
    pub candidate: Option<String>,
    /// The job's title.
    pub job: Option<String>,
    /// ACCEPTED, DECLINED, ABANDONED, SENT, APPROVED, DRAFT.
    pub status: Option<String>,
    /// Ashby's own word of where it stands.
    pub offer_status: Option<String>,
    /// Ashby's word of its approval.
    pub approval: Option<String>,
    /// The pay in one line.
    pub salary: Option<String>,
    /// First day of work.
    pub starts_at: Option<String>,
    /// When its first version was written, UTC.
    pub created_at: Option<String>,
    /// When the candidate decided, UTC.
    pub decided_at: Option<String>,
    /// Name of the user who wrote the latest version.
    pub author: Option<String>,
}

/// Which interviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held<'a> {
    /// Those that begin in a span of time, `from` included and `to` not; earliest first.
    Between(&'a str, &'a str),
    /// Those over by then whose feedback is not complete, latest first.
    OwingAt(&'a str),
}

/// The order of offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum OfferSort {
    /// By when the first version was written.
    Created,
    /// By the first day of work.
    Starts,
}

const SHOWN: &str = "SELECT i.id, a.candidate_id, coalesce(c._full_name, a._candidate_name),
    (SELECT unpacked(p.packed) ->> '$.timezone' FROM payload_kind k
       JOIN remote_payload p ON p.place = k.kind * 1099511627776 + c._row
       WHERE k.model = 'ats_candidates' AND k.endpoint IN ('candidate.list', 'candidate.info') LIMIT 1),
    c.remote_url, j.name, s.name, s._type, i.title, i.starting_at, i.ending_at, i.video_conferencing_url, i._location,
    i._schedule_status, i._has_feedback, i._feedback_link, coalesce(i._team, '[]'),
    (SELECT json_group_array(f.author) FROM feedback f WHERE f.application_id = i.application_id
       AND f.interview_id = i.id)
    FROM ats_interviews i LEFT JOIN ats_applications a ON a.id = i.application_id AND a.remote_deleted_at IS NULL
    LEFT JOIN ats_candidates c ON c.id = a.candidate_id AND c.remote_deleted_at IS NULL
    LEFT JOIN ats_jobs j ON j.id = a.job_id LEFT JOIN ats_application_stages s ON s.id = i.stage_id
    WHERE i._row = ?1";

fn interview(row: &Row<'_>) -> rusqlite::Result<AgendaInterview> {
    let (team, given): (String, String) = (row.get(16)?, row.get(17)?);
    let interviewers: Vec<AgendaInterviewer> = serde_json::from_str(&team).unwrap_or_default();
    let given: Vec<Option<String>> = serde_json::from_str(&given).unwrap_or_default();
    let has_feedback: Option<bool> = row.get(14)?;
    let owes = |one: &&AgendaInterviewer| {
        has_feedback == Some(false) && one.is_feedback_required != Some(false) && !given.contains(&one.name)
    };
    let owing = interviewers.iter().filter(owes).filter_map(|one| one.name.clone()).collect();
    Ok(AgendaInterview {
        id: row.get(0)?,
        candidate_id: row.get(1)?,
        candidate: row.get(2)?,
        time_zone: row.get(3)?,
        candidate_url: row.get(4)?,
        job: row.get(5)?,
        stage: row.get(6)?,
        stage_type: row.get(7)?,
        title: row.get(8)?,
        starting_at: row.get(9)?,
        ending_at: row.get(10)?,
        url: row.get(11)?,
        location: row.get(12)?,
        status: row.get(13)?,
        has_feedback,
        feedback_link: row.get(15)?,
        interviewers,
        owing,
    })
}

const OFFERS: &str = "SELECT o.id, a.candidate_id, coalesce(c._full_name, a._candidate_name), j.name, o.status,
    o._offer_status, o._approval_status, o._salary, o.employment_start_date, o.remote_created_at, o._decided_at, o._author
    FROM ats_offers o LEFT JOIN ats_applications a ON a.id = o.application_id AND a.remote_deleted_at IS NULL
    LEFT JOIN ats_candidates c ON c.id = a.candidate_id AND c.remote_deleted_at IS NULL
    LEFT JOIN ats_jobs j ON j.id = a.job_id
    WHERE o._row = ?1";

fn offer(row: &Row<'_>) -> rusqlite::Result<OfferRow> {
    Ok(OfferRow {
        id: row.get(0)?,
        candidate_id: row.get(1)?,
        candidate: row.get(2)?,
        job: row.get(3)?,
        status: row.get(4)?,
        offer_status: row.get(5)?,
        approval: row.get(6)?,
        salary: row.get(7)?,
        starts_at: row.get(8)?,
        created_at: row.get(9)?,
        decided_at: row.get(10)?,
        author: row.get(11)?,
    })
}

/// Of one user alone, where one is named: each interview once, however often the user is on it.
const MINE: &str = " AND (?3 IS NULL OR EXISTS (SELECT 1 FROM ats_join_interviews_users u
    WHERE u.interview_id = i.id AND u.user_id = ?3 AND u.remote_deleted_at IS NULL))";

impl Held<'_> {
    /// The condition with its two bounds, and the order.
    fn sql(self) -> (&'static str, &'static str) {
        match self {
            Self::Between(..) => ("i.starting_at >= ?1 AND i.starting_at < ?2", "i.starting_at, i._row"),
            Self::OwingAt(_) => (
                "i.ending_at < ?1 AND ?2 IS NOT NULL AND i._has_feedback = 0",
                "i.ending_at DESC, i._row DESC",
            ),
        }
    }

    fn bounds(&self) -> (&str, &str) {
        match self {
            Self::Between(from, to) => (from, to),
            Self::OwingAt(now) => (now, now),
        }
    }
}

impl Reading<'_> {
    /// How many interviews there are, of one user where one is named.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn interviews_held(&self, held: Held<'_>, user: Option<&str>) -> Result<u64> {
        let (wanted, _) = held.sql();
        let sql = format!(
            "SELECT count(*) FROM ats_interviews i WHERE i.remote_deleted_at IS NULL AND {wanted}{MINE}"
        );
        let (from, to) = held.bounds();
        let count: i64 =
            self.connection.prepare_cached(&sql)?.query_row(params![from, to, user], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// A window of interviews, of one user where one is named.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn agenda(
        &self,
        held: Held<'_>,
        user: Option<&str>,
        (offset, limit): (u32, u32),
    ) -> Result<Vec<AgendaInterview>> {
        let (wanted, order) = held.sql();
        let sql = format!(
            "SELECT i._row FROM ats_interviews i WHERE i.remote_deleted_at IS NULL AND {wanted}{MINE}
             ORDER BY {order} LIMIT ?4 OFFSET ?5"
        );
        let (from, to) = held.bounds();
        let mut statement = self.connection.prepare_cached(&sql)?;
        let numbers =
            statement.query_map(params![from, to, user, limit, offset], |row| row.get::<_, i64>(0))?;
        let mut shown = self.connection.prepare_cached(SHOWN)?;
        numbers.map(|number| Ok(shown.query_row([number?], interview)?)).collect()
    }

    /// One interview.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn interview(&self, id: &str) -> Result<Option<AgendaInterview>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT _row FROM ats_interviews WHERE id = ?1 AND remote_deleted_at IS NULL")?;
        let number: Option<i64> = statement.query_map([id], |row| row.get(0))?.next().transpose()?;
        let mut shown = self.connection.prepare_cached(SHOWN)?;
        Ok(number.map(|number| shown.query_row([number], interview)).transpose()?)
    }

    /// How many offers have a status; those without one are not told.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn offers_by_status(&self) -> Result<Vec<(String, u64)>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT status, count(*) FROM ats_offers WHERE remote_deleted_at IS NULL AND status IS NOT NULL
             GROUP BY status",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs())))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// A window of the offers with one of these statuses; of all where none is named.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn offers(
        &self,
        statuses: &[String],
        (sort, desc): (OfferSort, bool),
        (offset, limit): (u32, u32),
    ) -> Result<Vec<OfferRow>> {
        let column = match sort {
            OfferSort::Created => "remote_created_at",
            OfferSort::Starts => "employment_start_date",
        };
        let turn = if desc { "DESC" } else { "ASC" };
        let filter = match statuses.len() {
            0 => String::new(),
            many => format!(" AND +status IN ({})", vec!["?"; many].join(", ")),
        };
        // Those without a day come last both ways: nothing is known of them that could be first.
        let sql = format!(
            "SELECT _row FROM ats_offers WHERE remote_deleted_at IS NULL{filter}
             ORDER BY {column} {turn} NULLS LAST, _row {turn} LIMIT {limit} OFFSET {offset}"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let values = statuses.iter().map(|status| status as &dyn ToSql);
        let numbers = statement.query_map(params_from_iter(values), |row| row.get::<_, i64>(0))?;
        let mut shown = self.connection.prepare_cached(OFFERS)?;
        numbers.map(|number| Ok(shown.query_row([number?], offer)?)).collect()
    }
}
