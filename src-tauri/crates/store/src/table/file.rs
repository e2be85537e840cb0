//! Files fetched from Ashby, kept encrypted beside the rows, and what became of reading their text. A file's id is
//! stable; its handle and URL are not. Files can be fetched again, so the one looked at longest ago leaves when
//! there are too many bytes; its text stays.

use rusqlite::{OptionalExtension as _, params};

use super::document::DocumentKind;
use crate::{MirrorTx, Reading, Result};

/// What became of reading a file's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileText {
    /// When it was tried, UTC.
    pub read_at: String,
    /// Why it has none; `None`: it was read.
    pub reason: Option<String>,
}

impl MirrorTx<'_> {
    /// Keeps a file's bytes; others leave until all take at most `limit` bytes. A file larger than that is not kept.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn keep_file(&self, file_id: &str, bytes: &[u8], limit: u64, now: &str) -> Result<()> {
        let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        if size > limit {
            return Ok(());
        }
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO file_cache (file_id, fetched_at, used_at, size, bytes) VALUES (?1, ?2, ?2, ?3, ?4)",
            )?
            .execute(params![file_id, now, size, bytes])?;
        self.shrink_files(limit, file_id)
    }

    /// Lets the files looked at longest ago go until all take at most `limit` bytes.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn limit_files(&self, limit: u64) -> Result<()> {
        self.shrink_files(i64::try_from(limit).unwrap_or(i64::MAX), "")
    }

    fn shrink_files(&self, limit: i64, without: &str) -> Result<()> {
        let total: i64 = self
            .connection
            .prepare_cached("SELECT coalesce(sum(size), 0) FROM file_cache")?
            .query_row([], |row| row.get(0))?;
        let mut excess = total - limit;
        if excess <= 0 {
            return Ok(());
        }
        let mut oldest = self
            .connection
            .prepare_cached("SELECT rowid, file_id, size FROM file_cache ORDER BY used_at, rowid")?;
        let mut rows = oldest.query([])?;
        let mut leaving = Vec::new();
        while excess > 0 {
            let Some(row) = rows.next()? else { break };
            if row.get_ref(1)?.as_str().is_ok_and(|id| id == without) {
                continue;
            }
            leaving.push(row.get::<_, i64>(0)?);
            excess -= row.get::<_, i64>(2)?;
        }
        let mut remove = self.connection.prepare_cached("DELETE FROM file_cache WHERE rowid = ?1")?;
        for row in leaving {
            remove.execute([row])?;
        }
        Ok(())
    }

    /// Notes that a file was looked at.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn file_used(&self, file_id: &str, now: &str) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE file_cache SET used_at = ?2 WHERE file_id = ?1")?
            .execute([file_id, now])?;
        Ok(())
    }

    /// Keeps the text of a candidate's résumé, or why it has none. Only the last one counts: those before it are
    /// forgotten.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn keep_resume_text(
        &self,
        candidate_id: &str,
        file_id: &str,
        text: std::result::Result<&str, &str>,
        now: &str,
    ) -> Result<()> {
        self.connection
            .prepare_cached("DELETE FROM file_text WHERE candidate_id = ?1 AND file_id <> ?2")?
            .execute([candidate_id, file_id])?;
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO file_text (file_id, candidate_id, read_at, reason) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![file_id, candidate_id, now, text.err()])?;
        self.keep_document(candidate_id, DocumentKind::Resume, text.unwrap_or_default())
    }

    /// Forgets everything beside the unified tables that belongs to one candidate: notes, texts, feedback, projects,
    /// and the bytes of the files named.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn forget_extras(&self, candidate_id: &str, file_ids: &[String]) -> Result<()> {
        if let Some(row) = self.candidate_row(candidate_id)? {
            self.forget_documents(row)?;
        }
        for file in file_ids {
            self.connection.prepare_cached("DELETE FROM file_cache WHERE file_id = ?1")?.execute([file])?;
        }
        for sql in [
            "DELETE FROM note WHERE candidate_id = ?1",
            "DELETE FROM project_candidate WHERE candidate_id = ?1",
            "DELETE FROM file_cache WHERE file_id IN (SELECT file_id FROM file_text WHERE candidate_id = ?1)",
            "DELETE FROM file_text WHERE candidate_id = ?1",
            "DELETE FROM stage_history WHERE application_id IN (SELECT id FROM ats_applications WHERE candidate_id = ?1)",
            "DELETE FROM feedback WHERE application_id IN (SELECT id FROM ats_applications WHERE candidate_id = ?1)",
            "DELETE FROM freshness WHERE (kind, id) IN (SELECT k.column1, a.id FROM ats_applications a,
               (VALUES ('application'), ('history')) k WHERE a.candidate_id = ?1)",
            "DELETE FROM freshness WHERE kind IN ('candidate', 'notes', 'projects') AND id = ?1",
        ] {
            self.connection.prepare_cached(sql)?.execute([candidate_id])?;
        }
        Ok(())
    }
}

impl Reading<'_> {
    /// A file's bytes, if they are here.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn file(&self, file_id: &str) -> Result<Option<Vec<u8>>> {
        let mut statement =
            self.connection.prepare_cached("SELECT bytes FROM file_cache WHERE file_id = ?1")?;
        Ok(statement.query_row([file_id], |row| row.get(0)).optional()?)
    }

    /// Whether a file's bytes are here.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn has_file(&self, file_id: &str) -> Result<bool> {
        Ok(self
            .connection
            .prepare_cached("SELECT 1 FROM file_cache WHERE file_id = ?1")?
            .exists([file_id])?)
    }

    /// What became of reading a file's text; `None`: not tried yet.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn file_text(&self, file_id: &str) -> Result<Option<FileText>> {
        let mut statement =
            self.connection.prepare_cached("SELECT read_at, reason FROM file_text WHERE file_id = ?1")?;
        let text = |row: &rusqlite::Row<'_>| Ok(FileText { read_at: row.get(0)?, reason: row.get(1)? });
        Ok(statement.query_row([file_id], text).optional()?)
    }
}
