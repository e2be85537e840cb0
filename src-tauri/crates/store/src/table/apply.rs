//! What is to be known before somebody is put on a job: the job, what its forms ask, users, and who may be the same
//! person.

use rusqlite::{OptionalExtension as _, Row, params};
use serde_json::Value;

use crate::search::words;
use crate::{Reading, Result};

/// A job to apply for.
#[derive(Debug, Clone)]
pub struct ApplyJob {
    /// Unified id.
    pub id: String,
    /// Ashby's id.
    pub remote_id: String,
    /// Title.
    pub title: String,
    /// Unified status.
    pub status: Option<String>,
    /// Ashby's id of the default plan.
    pub plan: Option<String>,
    /// Ashby's ids of its postings, published ones first.
    pub postings: Vec<String>,
}

/// A question of a job.
#[derive(Debug, Clone)]
pub struct AskedQuestion {
    /// Unified id.
    pub id: String,
    /// Ashby's id of the field.
    pub remote_id: Option<String>,
    /// What is asked.
    pub title: String,
    /// An explanation, HTML.
    pub description: Option<String>,
    /// `EEO` or `DEMOGRAPHIC`, if it is asked for such a reason.
    pub category: Option<String>,
    /// `{type, …}` of the unified model.
    pub format: Value,
    /// Whether it has to be answered.
    pub required: bool,
    /// The key its answer is submitted under.
    pub path: String,
    /// Ashby's id of the survey form, if it is on one.
    pub survey: Option<String>,
    /// Ashby's type of the survey.
    pub survey_type: Option<String>,
    /// Ashby's type of the field.
    pub field_type: String,
    /// Ashby's ids of the postings that ask it.
    pub postings: Vec<String>,
}

/// A user by name.
#[derive(Debug, Clone)]
pub struct UserChoice {
    /// Unified id.
    pub id: String,
    /// Ashby's id.
    pub remote_id: String,
    /// The name.
    pub name: String,
    /// Whether the user can log in.
    pub active: bool,
}

/// Somebody who may be the person meant.
#[derive(Debug, Clone)]
pub struct Alike {
    /// Unified id.
    pub id: String,
    /// Ashby's id.
    pub remote_id: String,
    /// The name.
    pub name: String,
    /// Job title.
    pub title: Option<String>,
    /// Company.
    pub company: Option<String>,
    /// All mail addresses, primary first.
    pub emails: Vec<String>,
    /// Addresses of pages elsewhere.
    pub links: Vec<String>,
    /// Last change, UTC.
    pub updated_at: Option<String>,
}

const USER: &str =
    "SELECT id, remote_id, coalesce(_name, email, ''), coalesce(status, '') <> 'INACTIVE' FROM ats_users
     WHERE remote_deleted_at IS NULL AND remote_id IS NOT NULL";

fn user(row: &Row<'_>) -> rusqlite::Result<UserChoice> {
    Ok(UserChoice { id: row.get(0)?, remote_id: row.get(1)?, name: row.get(2)?, active: row.get(3)? })
}

fn texts(json: Option<String>) -> Vec<String> {
    json.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default()
}

impl Reading<'_> {
    /// A job to apply for.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn apply_job(&self, id: &str) -> Result<Option<ApplyJob>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, remote_id, coalesce(name, ''), status, _default_plan_remote_id FROM ats_jobs
             WHERE id = ?1 AND remote_id IS NOT NULL AND remote_deleted_at IS NULL",
        )?;
        let job = |row: &Row<'_>| {
            Ok(ApplyJob {
                id: row.get(0)?,
                remote_id: row.get(1)?,
                title: row.get(2)?,
                status: row.get(3)?,
                plan: row.get(4)?,
                postings: Vec::new(),
            })
        };
        let Some(job) = statement.query_row([id], job).optional()? else { return Ok(None) };
        let mut postings = self.connection.prepare_cached(
            "SELECT remote_id FROM ats_job_postings WHERE job_id = ?1 AND remote_id IS NOT NULL AND remote_deleted_at IS NULL
             ORDER BY status <> 'ACTIVE', remote_id",
        )?;
        let postings = postings.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(Some(ApplyJob { postings, ..job }))
    }

    /// The questions of a job, in order: the application form first, then the surveys.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn asked_questions(&self, job_id: &str) -> Result<Vec<AskedQuestion>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT q.id, q.remote_id, coalesce(q.title, ''), q.description, q.category, q.format, coalesce(j.required, 0),
               coalesce(q._path, ''), q._survey_form_id, q._survey_type, coalesce(q._field_type, ''), j._posting_remote_ids
             FROM ats_join_jobs_screening_questions j JOIN ats_screening_questions q ON q.id = j.question_id
             WHERE j.job_id = ?1 AND j.remote_deleted_at IS NULL AND q.remote_deleted_at IS NULL ORDER BY j.\"index\"",
        )?;
        let rows = statement.query_map([job_id], |row| {
            let format: Option<String> = row.get(5)?;
            Ok(AskedQuestion {
                id: row.get(0)?,
                remote_id: row.get(1)?,
                title: row.get(2)?,
                description: row.get(3)?,
                category: row.get(4)?,
                format: format.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default(),
                required: row.get(6)?,
                path: row.get(7)?,
                survey: row.get(8)?,
                survey_type: row.get(9)?,
                field_type: row.get(10)?,
                postings: texts(row.get(11)?),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// A user.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn user_choice(&self, id: &str) -> Result<Option<UserChoice>> {
        let sql = format!("{USER} AND id = ?1");
        Ok(self.connection.prepare_cached(&sql)?.query_row([id], user).optional()?)
    }

    /// All users who can log in, by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn user_choices(&self) -> Result<Vec<UserChoice>> {
        let sql = format!("{USER} AND coalesce(status, '') <> 'INACTIVE' ORDER BY 3, id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], user)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// People whose contact (addresses, user names) has these words in this order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn alike_by_contact(&self, text: &str, limit: u32) -> Result<Vec<Alike>> {
        let words = words(text);
        if words.is_empty() {
            return Ok(Vec::new());
        }
        self.alike(&format!("{{contact}} : \"{}\"", words.join(" ")), limit)
    }

    /// People with a name that has all these words, as far as they are typed.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn alike_by_name(&self, text: &str, limit: u32) -> Result<Vec<Alike>> {
        let words: Vec<String> = words(text).iter().map(|word| format!("\"{word}\"*")).collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        self.alike(&format!("{{name}} : ({})", words.join(" AND ")), limit)
    }

    fn alike(&self, expression: &str, limit: u32) -> Result<Vec<Alike>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT c.id, c.remote_id, coalesce(c._full_name, ''), c.title, c.company,
               (SELECT json_group_array(value ->> 'email_address') FROM json_each(c.email_addresses)),
               (SELECT json_group_array(value ->> 'link') FROM json_each(c.social_media)), c.remote_updated_at
             FROM search s JOIN ats_candidates c ON c._row = s.rowid
             WHERE search MATCH ?1 AND c.remote_deleted_at IS NULL AND c.remote_id IS NOT NULL LIMIT ?2",
        )?;
        let rows = statement.query_map(params![expression, limit], |row| {
            Ok(Alike {
                id: row.get(0)?,
                remote_id: row.get(1)?,
                name: row.get(2)?,
                title: row.get(3)?,
                company: row.get(4)?,
                emails: texts(row.get(5)?),
                links: texts(row.get(6)?),
                updated_at: row.get(7)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
