//! Reads: pooled connections that cannot write, with `local.db` attached as `local`.

use std::path::PathBuf;
use std::sync::Mutex;

use rusqlite::Connection;

use crate::open::{self, Durability};
use crate::{Key, Result};

/// Connections kept open between reads.
const KEPT: usize = 4;
/// Page cache of a reading connection, in KiB: enough for the hot indexes of 100,000 candidates.
const CACHE_KIB: i64 = 16 * 1024;

/// One read: a consistent view of both files for as long as it lives.
pub struct Reading<'a> {
    pub(crate) connection: &'a Connection,
}

pub(crate) struct Readers {
    mirror: (PathBuf, Key),
    local: (PathBuf, Key),
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(crate) fn new(mirror: (PathBuf, Key), local: (PathBuf, Key)) -> Self {
        Self { mirror, local, idle: Mutex::new(Vec::new()) }
    }

    /// Runs `read` on a connection of the pool. Blocks: call it off the async threads.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&Reading<'_>) -> Result<T>) -> Result<T> {
        let pooled = self.idle.lock().ok().and_then(|mut idle| idle.pop());
        let connection = match pooled {
            Some(connection) => connection,
            None => self.connect()?,
        };
        connection.execute_batch("BEGIN")?;
        let outcome = read(&Reading { connection: &connection });
        connection.execute_batch("COMMIT")?;
        if let Ok(mut idle) = self.idle.lock()
            && idle.len() < KEPT
        {
            idle.push(connection);
        }
        outcome
    }

    fn connect(&self) -> Result<Connection> {
        let connection = open::open(&self.mirror.0, &self.mirror.1, Durability::Mirror)?;
        connection.execute(
            "ATTACH DATABASE ?1 AS local KEY ?2",
            rusqlite::params![self.local.0.to_string_lossy(), format!("x'{}'", *self.local.1.to_hex())],
        )?;
        connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
        connection.pragma_update(None, "query_only", "on")?;
        Ok(connection)
    }
}
