//! Settings of this workspace: plain key and value.

use rusqlite::{OptionalExtension as _, params};

use crate::{LocalTx, Reading, Result};

impl Reading<'_> {
    /// The value of a setting.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        let mut statement =
            self.connection.prepare_cached("SELECT value FROM local.setting WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }
}

impl LocalTx<'_> {
    /// Sets a setting.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn set_setting(&self, key: &str, value: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            )?
            .execute(params![key, value])?;
        Ok(())
    }
}
