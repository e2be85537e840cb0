//! Facts about the mirror as a whole: plain key and value.

use rusqlite::OptionalExtension as _;

use crate::{MirrorTx, Reading, Result};

impl MirrorTx<'_> {
    /// Notes a fact; without a value it is forgotten.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn set_state(&self, key: &str, value: Option<&str>) -> Result<()> {
        match value {
            Some(value) => self
                .connection
                .prepare_cached("INSERT OR REPLACE INTO mirror_state (key, value) VALUES (?1, ?2)")?
                .execute([key, value])?,
            None => {
                self.connection.prepare_cached("DELETE FROM mirror_state WHERE key = ?1")?.execute([key])?
            }
        };
        Ok(())
    }

    /// A fact, inside this transaction.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn state(&self, key: &str) -> Result<Option<String>> {
        read(self.connection, key)
    }
}

impl Reading<'_> {
    /// A fact.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn state(&self, key: &str) -> Result<Option<String>> {
        read(self.connection, key)
    }
}

fn read(connection: &rusqlite::Connection, key: &str) -> Result<Option<String>> {
    let mut statement = connection.prepare_cached("SELECT value FROM mirror_state WHERE key = ?1")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}
