//! What a candidate's applications lead to: interviews and offers.

use rusqlite::Row;
use serde::Serialize;
use ts_rs::TS;

use crate::{Reading, Result};

/// An interview of a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CandidateInterview {
    /// Unified id.
    pub id: String,
    /// What kind of interview it is.
    pub title: Option<String>,
    /// The job's title.
    pub job: Option<String>,
    /// Name of the stage it is held in.
    pub stage: Option<String>,
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
    /// Names of those who hold it.
    pub interviewers: Vec<String>,
}

/// An offer to a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CandidateOffer {
    /// Unified id.
    pub id: String,
    /// The job's title.
    pub job: Option<String>,
    /// ACCEPTED, DECLINED, ABANDONED, SENT, APPROVED, DRAFT.
    pub status: Option<String>,
    /// Ashby's `WaitingOnOfferApproval`, `CandidateAccepted`, … or another word.
    pub offer_status: Option<String>,
    /// Ashby's `Approved`, `WaitingOnApprovals`, `Declined` or another word.
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
    /// How many versions there have been, as far as that is known.
    pub versions: Option<i64>,
}

const INTERVIEWS: &str = "SELECT i.id, i.title, j.name, s.name, i.starting_at, i.ending_at, i.video_conferencing_url,
    i._location, i._schedule_status, i._has_feedback, i._feedback_link,
    (SELECT json_group_array(value ->> 'name') FILTER (WHERE value ->> 'name' IS NOT NULL) FROM json_each(i._team))
    FROM ats_applications a JOIN ats_interviews i ON i.application_id = a.id
    LEFT JOIN ats_jobs j ON j.id = a.job_id LEFT JOIN ats_application_stages s ON s.id = i.stage_id
    WHERE a.candidate_id = ?1 AND a.remote_deleted_at IS NULL AND i.remote_deleted_at IS NULL
    ORDER BY i.starting_at DESC, i.id";

const OFFERS: &str = "SELECT o.id, j.name, o.status, o._offer_status, o._approval_status, o._salary,
    o.employment_start_date, o.remote_created_at, o._decided_at, o._author, o._versions
    FROM ats_applications a JOIN ats_offers o ON o.application_id = a.id LEFT JOIN ats_jobs j ON j.id = a.job_id
    WHERE a.candidate_id = ?1 AND a.remote_deleted_at IS NULL AND o.remote_deleted_at IS NULL
    ORDER BY o.remote_created_at DESC, o.id";

fn interview(row: &Row<'_>) -> rusqlite::Result<CandidateInterview> {
    let names: String = row.get(11)?;
    Ok(CandidateInterview {
        id: row.get(0)?,
        title: row.get(1)?,
        job: row.get(2)?,
        stage: row.get(3)?,
        starting_at: row.get(4)?,
        ending_at: row.get(5)?,
        url: row.get(6)?,
        location: row.get(7)?,
        status: row.get(8)?,
        has_feedback: row.get(9)?,
        feedback_link: row.get(10)?,
        interviewers: serde_json::from_str(&names).unwrap_or_default(),
    })
}

fn offer(row: &Row<'_>) -> rusqlite::Result<CandidateOffer> {
    Ok(CandidateOffer {
        id: row.get(0)?,
        job: row.get(1)?,
        status: row.get(2)?,
        offer_status: row.get(3)?,
        approval: row.get(4)?,
        salary: row.get(5)?,
        starts_at: row.get(6)?,
        created_at: row.get(7)?,
        decided_at: row.get(8)?,
        author: row.get(9)?,
        versions: row.get(10)?,
    })
}

impl Reading<'_> {
    /// The interviews of a candidate, latest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn interviews_of(&self, candidate_id: &str) -> Result<Vec<CandidateInterview>> {
        let mut statement = self.connection.prepare_cached(INTERVIEWS)?;
        Ok(statement.query_map([candidate_id], interview)?.collect::<rusqlite::Result<_>>()?)
    }

    /// The offers to a candidate, latest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn offers_of(&self, candidate_id: &str) -> Result<Vec<CandidateOffer>> {
        let mut statement = self.connection.prepare_cached(OFFERS)?;
        Ok(statement.query_map([candidate_id], offer)?.collect::<rusqlite::Result<_>>()?)
    }
}
