//! Candidates that Ashby merged into others: whoever has the old id is led to the one who is left.

use std::collections::HashSet;

use rusqlite::{OptionalExtension as _, params};

use crate::{LocalTx, MirrorTx, Reading, Result};

/// A merge: who vanished, and who took over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// Unified id of the one that vanished.
    pub old_id: String,
    /// Unified id of the one that is left.
    pub new_id: String,
    /// Ashby's id of the one that vanished.
    pub old_remote_id: String,
    /// Ashby's id of the one that is left.
    pub new_remote_id: String,
}

impl LocalTx<'_> {
    /// Keeps a merge. Who was merged into the old one before is led on to the new one.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn keep_merge(&self, merge: &Merge, at: &str) -> Result<()> {
        let Merge { old_id, new_id, old_remote_id, new_remote_id } = merge;
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO candidate_alias (old_id, new_id, old_remote_id, new_remote_id, at)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![old_id, new_id, old_remote_id, new_remote_id, at])?;
        self.connection
            .prepare_cached("UPDATE candidate_alias SET new_id = ?2, new_remote_id = ?3 WHERE new_id = ?1 AND old_id <> ?2")?
            .execute(params![old_id, new_id, new_remote_id])?;
        // Who takes over is not led away.
        self.connection
            .prepare_cached("DELETE FROM candidate_alias WHERE old_id = ?1 OR old_id = new_id")?
            .execute([new_id])?;
        Ok(())
    }

    /// Puts everything that is in line, was done or is shown for one candidate into the line of another, by unified id.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn lead_person_on(&self, old_id: &str, new_id: &str) -> Result<()> {
        for table in ["intent", "overlay_stage", "overlay_change"] {
            self.connection
                .prepare_cached(&format!("UPDATE {table} SET candidate_id = ?2 WHERE candidate_id = ?1"))?
                .execute([old_id, new_id])?;
        }
        Ok(())
    }
}

impl MirrorTx<'_> {
    /// Notes that an application went from one candidate to another: a merge, if the first is gone. Whether it is has
    /// to be asked.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) fn suspect_merge(&self, from_remote_id: &str, to_remote_id: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO merge_hint (from_remote_id, to_remote_id) VALUES (?1, ?2)",
            )?
            .execute([from_remote_id, to_remote_id])?;
        self.owe("candidate.merge", from_remote_id)
    }

    /// The suspicion was looked into.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn drop_suspicion(&self, from_remote_id: &str) -> Result<()> {
        self.connection
            .prepare_cached("DELETE FROM merge_hint WHERE from_remote_id = ?1")?
            .execute([from_remote_id])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// Who took over the applications of a candidate, by Ashby's ids.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn suspected_merge(&self, from_remote_id: &str) -> Result<Option<String>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT to_remote_id FROM merge_hint WHERE from_remote_id = ?1")?;
        Ok(statement.query_row([from_remote_id], |row| row.get(0)).optional()?)
    }

    /// The candidate an id stands for now: itself while it lives, else the one it was merged into.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn resolve_candidate(&self, id: &str) -> Result<String> {
        let mut live = self
            .connection
            .prepare_cached("SELECT 1 FROM ats_candidates WHERE id = ?1 AND remote_deleted_at IS NULL")?;
        let mut next =
            self.connection.prepare_cached("SELECT new_id FROM local.candidate_alias WHERE old_id = ?1")?;
        let (mut at, mut been) = (id.to_owned(), HashSet::new());
        while !live.exists([&at])? && been.insert(at.clone()) {
            match next.query_row([&at], |row| row.get(0)).optional()? {
                Some(merged) => at = merged,
                None => break,
            }
        }
        Ok(at)
    }

    /// Ashby's ids of the applications that name a candidate, and of which of these are not here under that name.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn strays(&self, candidate_id: &str, application_remote_ids: &[String]) -> Result<Vec<String>> {
        let mut here = self.connection.prepare_cached(
            "SELECT 1 FROM ats_applications WHERE remote_id = ?1 AND candidate_id = ?2 AND remote_deleted_at IS NULL",
        )?;
        let mut strays = Vec::new();
        for remote_id in application_remote_ids {
            if !here.exists([remote_id.as_str(), candidate_id])? {
                strays.push(remote_id.clone());
            }
        }
        Ok(strays)
    }

    /// Ashby's ids of live applications that name a candidate.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn applications_naming(&self, candidate_id: &str) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT remote_id FROM ats_applications
             WHERE candidate_id = ?1 AND remote_deleted_at IS NULL AND remote_id IS NOT NULL",
        )?;
        let rows = statement.query_map([candidate_id], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
