//! Files fetched from Ashby, kept encrypted beside the rows. A file's id is stable; its handle and URL are not.

use rusqlite::{OptionalExtension as _, params};

use crate::{MirrorTx, Reading, Result};

impl MirrorTx<'_> {
    /// Keeps a file's bytes.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn keep_file(&self, file_id: &str, bytes: &[u8], now: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO file_cache (file_id, fetched_at, bytes) VALUES (?1, ?2, ?3)",
            )?
            .execute(params![file_id, now, bytes])?;
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
}
