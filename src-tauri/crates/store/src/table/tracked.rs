//! Applications to be kept in the mode that keeps only what was created from here.

use rusqlite::params;

use crate::{LocalTx, Reading, Result};

impl LocalTx<'_> {
    /// Tracks an application; `created` from here, else imported by its id. Tells whether it is new.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn track(&self, application_remote_id: &str, created: bool, at: &str) -> Result<bool> {
        let origin = if created { "created" } else { "imported" };
        let new = self
            .connection
            .prepare_cached(
                "INSERT OR IGNORE INTO tracked_applications (application_remote_id, tracked_at, origin) VALUES (?1, ?2, ?3)",
            )?
            .execute(params![application_remote_id, at, origin])?;
        Ok(new > 0)
    }

    /// Stops tracking an application.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn untrack(&self, application_remote_id: &str) -> Result<()> {
        self.connection
            .prepare_cached("DELETE FROM tracked_applications WHERE application_remote_id = ?1")?
            .execute([application_remote_id])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// Ashby's ids of the tracked applications.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn tracked(&self) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT application_remote_id FROM local.tracked_applications ORDER BY tracked_at, application_remote_id",
        )?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
