//! What a narrower mode does not keep.

use rusqlite::params;

use super::provisional;
use crate::{MirrorTx, Reading, Result};

/// What is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Narrow {
    /// What changed since then, UTC, and the candidates of those applications.
    Since(String),
    /// Tracked applications and their candidates.
    Tracked,
}

/// A candidate stays for any application that stays.
const ALONE: &str = "NOT EXISTS (SELECT 1 FROM ats_applications a WHERE a.candidate_id = t.id AND a.remote_deleted_at IS NULL)";

impl Reading<'_> {
    /// Live rows of candidates or applications that are not kept. Ask for applications first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn outside(&self, table: &str, kept: &Narrow, limit: u32) -> Result<Vec<String>> {
        let (condition, since) = match (table, kept) {
            ("ats_candidates", Narrow::Since(since)) => {
                (format!("t.remote_updated_at < ?1 AND {ALONE}"), since.as_str())
            }
            ("ats_candidates", Narrow::Tracked) => (format!("?1 = ?1 AND {ALONE}"), ""),
            (_, Narrow::Since(since)) => ("t.remote_updated_at < ?1".to_owned(), since.as_str()),
            (_, Narrow::Tracked) => (
                "?1 = ?1 AND t.remote_id NOT IN (SELECT application_remote_id FROM local.tracked_applications)".to_owned(),
                "",
            ),
        };
        let sql = format!(
            "SELECT t.id FROM {table} t WHERE t.remote_deleted_at IS NULL AND {condition}{} LIMIT ?2",
            provisional::without(table)
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params![since, limit], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl MirrorTx<'_> {
    /// Has an endpoint listed completely by its next pass, and forgets what a listing under way has shown.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn relist(&self, endpoint: &str) -> Result<()> {
        self.connection.prepare_cached("DELETE FROM listing WHERE endpoint = ?1")?.execute([endpoint])?;
        self.connection
            .prepare_cached(
                "UPDATE sync_endpoint SET token = NULL, cursor = NULL, pass_token = NULL, pass_started = NULL
                 WHERE endpoint = ?1",
            )?
            .execute([endpoint])?;
        Ok(())
    }
}
