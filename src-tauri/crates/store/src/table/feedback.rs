//! Feedback on applications (`applicationFeedback.list`): who said what on which form.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension as _, params};

use super::document::DocumentKind;
use super::listing::Subject;
use crate::payload::{pack, unpack};
use crate::{MirrorTx, Reading, Result};

/// One person's feedback on one application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Ashby's id.
    pub id: String,
    /// Unified id of the application.
    pub application_id: String,
    /// Unified id of the interview it is about.
    pub interview_id: Option<String>,
    /// When it was given, UTC; empty when Ashby does not say.
    pub submitted_at: String,
    /// Who gave it.
    pub author: String,
    /// Questions and answers: a JSON array in the order of the form.
    pub answers: String,
}

impl MirrorTx<'_> {
    /// Keeps feedback; tells whether it is new or different.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn keep_feedback(&self, feedback: &Feedback) -> Result<bool> {
        let changed = self
            .connection
            .prepare_cached(
                "INSERT INTO feedback (remote_id, application_id, interview_id, submitted_at, author, packed, is_indexed)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)
                 ON CONFLICT (remote_id) DO UPDATE SET application_id = ?2, interview_id = ?3, submitted_at = ?4,
                   author = ?5, packed = ?6, is_indexed = 0
                 WHERE (application_id, interview_id, submitted_at, author, packed) IS NOT (?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                feedback.id,
                feedback.application_id,
                feedback.interview_id,
                feedback.submitted_at,
                feedback.author,
                pack(&feedback.answers)?
            ])?;
        self.sight_named(Subject::Feedback, &feedback.id)?;
        Ok(changed > 0)
    }

    /// Replaces the feedback on an application by a complete listing.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn replace_feedback(&self, application_id: &str, feedback: &[Feedback], now: &str) -> Result<()> {
        let mut gone = Vec::new();
        {
            let mut kept =
                self.connection.prepare_cached("SELECT remote_id FROM feedback WHERE application_id = ?1")?;
            for id in kept.query_map([application_id], |row| row.get::<_, String>(0))? {
                let id = id?;
                if !feedback.iter().any(|given| given.id == id) {
                    gone.push(id);
                }
            }
        }
        for id in &gone {
            self.remove_feedback(id)?;
        }
        for given in feedback {
            self.keep_feedback(given)?;
        }
        self.set_fresh("feedback", application_id, now)
    }

    /// Removes feedback that is gone from Ashby, and what it said from among its candidate's texts. Tells whether it
    /// was here.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn remove_feedback(&self, id: &str) -> Result<bool> {
        let application: Option<String> = self
            .connection
            .prepare_cached("DELETE FROM feedback WHERE remote_id = ?1 RETURNING application_id")?
            .query_row([id], |row| row.get(0))
            .optional()?;
        let Some(application) = application else { return Ok(false) };
        let candidate: Option<String> = self
            .connection
            .prepare_cached("SELECT candidate_id FROM ats_applications WHERE id = ?1")?
            .query_row([application], |row| row.get(0))
            .optional()?
            .flatten();
        if let Some(candidate) = candidate {
            self.read_feedback_again(&candidate)?;
        }
        Ok(true)
    }

    /// Has what is left of a candidate's feedback be found without what was removed.
    pub(crate) fn read_feedback_again(&self, candidate_id: &str) -> Result<()> {
        let left = self
            .connection
            .prepare_cached(
                "UPDATE feedback SET is_indexed = 0 WHERE application_id IN (
                   SELECT id FROM ats_applications WHERE candidate_id = ?1 AND remote_deleted_at IS NULL)",
            )?
            .execute([candidate_id])?;
        if left > 0 { Ok(()) } else { self.keep_document(candidate_id, DocumentKind::Feedback, "") }
    }

    /// Makes feedback that came since be found among its candidate's texts; `text` gives what answers say. At most
    /// `limit` pieces; tells whether there may be more.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn index_feedback(&self, limit: u32, text: impl Fn(&str) -> String) -> Result<bool> {
        // Neither other order of the tables ends early, and both begin anew with every batch.
        let new: Vec<(String, String)> = {
            let mut statement = self.connection.prepare_cached(
                "SELECT a.candidate_id, f.application_id FROM feedback f INDEXED BY feedback_to_index
                 CROSS JOIN ats_applications a ON a.id = f.application_id
                 CROSS JOIN ats_candidates c ON c.id = a.candidate_id
                 WHERE f.is_indexed = 0 LIMIT ?1",
            )?;
            statement
                .query_map([limit], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<rusqlite::Result<_>>()?
        };
        let candidates: BTreeSet<&str> = new.iter().map(|(candidate, _)| candidate.as_str()).collect();
        for candidate in candidates {
            let given = Reading { connection: self.connection }.feedback(candidate)?;
            let texts: Vec<String> =
                given.iter().map(|given| format!("{}\n{}", given.author, text(&given.answers))).collect();
            self.keep_document(candidate, DocumentKind::Feedback, &texts.join("\n\n"))?;
        }
        for (_, application) in &new {
            self.connection
                .prepare_cached(
                    "UPDATE feedback SET is_indexed = 1 WHERE application_id = ?1 AND is_indexed = 0",
                )?
                .execute([application])?;
        }
        Ok(new.len() == limit as usize)
    }
}

impl Reading<'_> {
    /// Feedback on all applications of a candidate, newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn feedback(&self, candidate_id: &str) -> Result<Vec<Feedback>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT f.remote_id, f.application_id, f.interview_id, f.submitted_at, f.author, f.packed
             FROM ats_applications a JOIN feedback f ON f.application_id = a.id
             WHERE a.candidate_id = ?1 AND a.remote_deleted_at IS NULL ORDER BY f.submitted_at DESC, f.remote_id",
        )?;
        let rows = statement.query_map([candidate_id], |row| {
            Ok((
                Feedback {
                    id: row.get(0)?,
                    application_id: row.get(1)?,
                    interview_id: row.get(2)?,
                    submitted_at: row.get(3)?,
                    author: row.get(4)?,
                    answers: String::new(),
                },
                row.get::<_, Vec<u8>>(5)?,
            ))
        })?;
        let mut feedback = Vec::new();
        for row in rows {
            let (given, packed) = row?;
            feedback.push(Feedback { answers: unpack(&packed)?, ..given });
        }
        Ok(feedback)
    }
}
