//! The payloads rows came from: `remote_data`, one per row and endpoint.

use rusqlite::{OptionalExtension as _, params};

use crate::upsert::Payload;
use crate::{MirrorTx, Reading, Result};

impl MirrorTx<'_> {
    pub(crate) fn keep_payload(&self, table: &str, row: i64, payload: Payload<'_>) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO remote_payload (model, row, endpoint, json) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (model, row, endpoint) DO UPDATE SET json = excluded.json",
            )?
            .execute(params![table, row, payload.endpoint, payload.json])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// The last payload of one endpoint for the row with this unified id.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn payload(&self, table: &str, id: &str, endpoint: &str) -> Result<Option<String>> {
        let sql = format!(
            "SELECT p.json FROM {table} t JOIN remote_payload p ON p.model = ?1 AND p.row = t._row AND p.endpoint = ?3
             WHERE t.id = ?2"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row(params![table, id, endpoint], |row| row.get(0)).optional()?)
    }

    /// Every payload of one endpoint for the live rows of a table, in the order they were first seen.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn payloads(&self, table: &str, endpoint: &str) -> Result<Vec<String>> {
        let sql = format!(
            "SELECT p.json FROM remote_payload p JOIN {table} t ON t._row = p.row
             WHERE p.model = ?1 AND p.endpoint = ?2 AND t.remote_deleted_at IS NULL ORDER BY p.row"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params![table, endpoint], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
