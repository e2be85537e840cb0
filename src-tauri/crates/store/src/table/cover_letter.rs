//! Which files are cover letters: Ashby keeps no such kind, so that it is known of those alone that were attached from
//! here.

use rusqlite::params;

use crate::{LocalTx, Reading, Result};

impl LocalTx<'_> {
    /// Keeps that a file, by Ashby's id, is a cover letter.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn keep_cover_letter(&self, file_id: &str, at: &str) -> Result<()> {
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO cover_letter (file_id, at) VALUES (?1, ?2)")?
            .execute(params![file_id, at])?;
        Ok(())
    }

    /// Forgets that a file is one.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn drop_cover_letter(&self, file_id: &str) -> Result<()> {
        self.connection.prepare_cached("DELETE FROM cover_letter WHERE file_id = ?1")?.execute([file_id])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// Whether a file, by Ashby's id, was attached from here as a cover letter.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn is_cover_letter(&self, file_id: &str) -> Result<bool> {
        let mut statement =
            self.connection.prepare_cached("SELECT 1 FROM local.cover_letter WHERE file_id = ?1")?;
        Ok(statement.exists([file_id])?)
    }
}
