//! The log of calls that a person made to Ashby past everything else.

use rusqlite::params;
use serde::Serialize;
use ts_rs::TS;

use crate::{LocalTx, Reading, Result};

/// One call. What was said either way is not kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Passed {
    /// When, UTC.
    pub at: String,
    /// The endpoint.
    pub endpoint: String,
    /// Whether it may have changed something.
    pub writes: bool,
    /// HTTP status; `None`: no whole reply.
    pub status: Option<u16>,
    /// Why it failed: Ashby's code, or Samara's.
    pub code: Option<String>,
    /// Ashby's number of the call.
    pub request_id: Option<String>,
    /// How long it took.
    pub ms: i64,
    /// Bytes sent.
    pub sent: i64,
    /// Bytes received.
    pub received: i64,
}

impl LocalTx<'_> {
    /// Notes a call, and forgets those made before `since`.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn log_passed(&self, call: &Passed, since: &str) -> Result<()> {
        self.connection.prepare_cached("DELETE FROM passthrough WHERE at < ?1")?.execute([since])?;
        self.connection
            .prepare_cached(
                "INSERT INTO passthrough (at, endpoint, writes, status, code, request_id, ms, sent, received)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(params![
                call.at,
                call.endpoint,
                call.writes,
                call.status,
                call.code,
                call.request_id,
                call.ms,
                call.sent,
                call.received
            ])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// The calls made, newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn passed(&self, limit: u32) -> Result<Vec<Passed>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT at, endpoint, writes, status, code, request_id, ms, sent, received
             FROM local.passthrough ORDER BY id DESC LIMIT ?1",
        )?;
        let rows = statement.query_map([limit], |row| {
            Ok(Passed {
                at: row.get(0)?,
                endpoint: row.get(1)?,
                writes: row.get(2)?,
                status: row.get(3)?,
                code: row.get(4)?,
                request_id: row.get(5)?,
                ms: row.get(6)?,
                sent: row.get(7)?,
                received: row.get(8)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
