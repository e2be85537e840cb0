//! Deletions that wait for a person: more went missing at once than is likely, or the key sees less than before.

use rusqlite::{OptionalExtension as _, params};
use samara_unified::Timestamp;

use super::listing::Subject;
use super::sweep::Absence;
use crate::{MirrorTx, Reading, Result};

/// A question to a person: are these gone, or only hidden from the key?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QualityCheck {
    /// Its number.
    pub id: i64,
    /// Ashby's endpoint.
    pub endpoint: String,
    /// The table, or `reference.<kind>`.
    pub subject: String,
    /// Rows that were alive when it was asked.
    pub live: u64,
    /// Rows it asks about: those still missing.
    pub missing: u64,
    /// `many`, `access` or `confidential`.
    pub reason: String,
    /// When it was asked, UTC.
    pub at: String,
}

const OPEN: &str = "SELECT c.id, c.endpoint, c.subject, c.live,
    (SELECT count(*) FROM quality_row r WHERE r.quality_check = c.id), c.reason, c.at FROM quality_check c
    WHERE c.kept_at IS NULL";

impl MirrorTx<'_> {
    /// Asks instead of deleting.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn ask(&self, absence: &Absence, reason: &str, now: &Timestamp) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO quality_check (endpoint, subject, live, reason, at) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                absence.endpoint,
                absence.subject.word(),
                i64::try_from(absence.live).unwrap_or(i64::MAX),
                reason,
                now.as_str()
            ])?;
        let id = self.connection.last_insert_rowid();
        let mut insert = self
            .connection
            .prepare_cached("INSERT OR IGNORE INTO quality_row (key, quality_check) VALUES (?1, ?2)")?;
        for key in &absence.absent {
            insert.execute(params![key, id])?;
        }
        Ok(())
    }

    /// Forgets questions whose rows have all been seen again.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn drop_answered(&self) -> Result<()> {
        self.connection
            .prepare_cached(
                "DELETE FROM quality_check WHERE NOT EXISTS (SELECT 1 FROM quality_row r WHERE r.quality_check = quality_check.id)",
            )?
            .execute([])?;
        Ok(())
    }

    /// Decides to keep the rows: they stay as they are, and are not asked about again until they were seen.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn keep_asked(&self, id: i64, now: &Timestamp) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE quality_check SET kept_at = ?2 WHERE id = ?1")?
            .execute(params![id, now.as_str()])?;
        Ok(())
    }

    /// Decides that some of the rows are gone: removes up to `limit` of them, and tells whether there are more.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn delete_asked(&self, id: i64, limit: u32, now: &Timestamp) -> Result<bool> {
        let subject: Option<String> = self
            .connection
            .prepare_cached("SELECT subject FROM quality_check WHERE id = ?1")?
            .query_row([id], |row| row.get(0))
            .optional()?;
        let Some(subject) = subject.as_deref().and_then(Subject::parse) else { return Ok(false) };
        let keys: Vec<String> = {
            let mut statement = self
                .connection
                .prepare_cached("SELECT key FROM quality_row WHERE quality_check = ?1 LIMIT ?2")?;
            let keys = statement.query_map(params![id, limit], |row| row.get(0))?;
            keys.collect::<rusqlite::Result<_>>()?
        };
        for key in &keys {
            self.remove(subject, key, now)?;
            self.connection
                .prepare_cached("DELETE FROM quality_row WHERE quality_check = ?1 AND key = ?2")?
                .execute(params![id, key])?;
        }
        let more = keys.len() == limit as usize;
        if !more {
            self.connection.prepare_cached("DELETE FROM quality_check WHERE id = ?1")?.execute([id])?;
        }
        Ok(more)
    }
}

impl Reading<'_> {
    /// The questions that are open, oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn quality_checks(&self) -> Result<Vec<QualityCheck>> {
        let mut statement = self.connection.prepare_cached(&format!("{OPEN} ORDER BY c.id"))?;
        let rows = statement.query_map([], |row| {
            Ok(QualityCheck {
                id: row.get(0)?,
                endpoint: row.get(1)?,
                subject: row.get(2)?,
                live: u64::try_from(row.get::<_, i64>(3)?).unwrap_or(0),
                missing: u64::try_from(row.get::<_, i64>(4)?).unwrap_or(0),
                reason: row.get(5)?,
                at: row.get(6)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
