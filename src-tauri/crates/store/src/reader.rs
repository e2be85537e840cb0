//! Reads: pooled connections that cannot write, with `local.db` attached as `local`.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;

use crate::open::{self, Durability};
use crate::{Error, Key, Result};

/// Connections kept open between reads.
const KEPT: usize = 4;
/// Page cache of a reading connection that is in use, in KiB, at least and at most: enough for the hot indexes of 100,000
/// candidates, and of a million.
const CACHE_KIB: (u64, u64) = (32 * 1024, 96 * 1024);
/// The part of a mirror that is hot.
const HOT: u64 = 100;

/// One read: a consistent view of both files for as long as it lives.
pub struct Reading<'a> {
    pub(crate) connection: &'a Connection,
}

pub(crate) struct Readers {
    mirror: (PathBuf, Key),
    local: (PathBuf, Key),
    idle: Mutex<Vec<Connection>>,
    /// Whether anything was read since the last rest.
    used: AtomicBool,
}

impl Readers {
    pub(crate) fn new(mirror: (PathBuf, Key), local: (PathBuf, Key)) -> Self {
        Self { mirror, local, idle: Mutex::new(Vec::new()), used: false.into() }
    }

    /// Gives the caches back, unless somebody has read since this was asked for before.
    pub(crate) fn rest(&self) {
        if self.used.swap(false, Ordering::Relaxed) {
            return;
        }
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        for connection in idle.iter() {
            // What cannot be given back now is so later.
            let _ = connection.execute_batch("PRAGMA shrink_memory");
        }
    }

    /// Runs `read` on a connection of the pool. Blocks: call it off the async threads.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&Reading<'_>) -> Result<T>) -> Result<T> {
        self.used.store(true, Ordering::Relaxed);
        let pooled = self.idle.lock().ok().and_then(|mut idle| idle.pop());
        let connection = match pooled {
            Some(connection) => connection,
            None => self.connect()?,
        };
        connection.execute_batch("BEGIN")?;
        let outcome = read(&Reading { connection: &connection });
        if matches!(outcome, Err(Error::Damaged(_))) && local_is_damaged(&connection) {
            return Err(self.local_damage());
        }
        connection.execute_batch("COMMIT")?;
        if let Ok(mut idle) = self.idle.lock()
            && idle.len() < KEPT
        {
            idle.push(connection);
        }
        outcome
    }

    /// The failure that names `local.db`: what it holds cannot be fetched again, so it is told from damage to the mirror.
    pub(crate) fn local_damage(&self) -> Error {
        Error::Unreadable(self.local.0.clone())
    }

    pub(crate) fn connect(&self) -> Result<Connection> {
        let connection = open::open(&self.mirror.0, &self.mirror.1, Durability::Mirror)?;
        connection.execute(
            "ATTACH DATABASE ?1 AS local KEY ?2",
            rusqlite::params![self.local.0.to_string_lossy(), format!("x'{}'", *self.local.1.to_hex())],
        )?;
        connection.pragma_update(None, "cache_size", -cache_kib(&self.mirror.0))?;
        connection.pragma_update(None, "query_only", "on")?;
        Ok(connection)
    }
}

fn cache_kib(mirror: &Path) -> i64 {
    let size = std::fs::metadata(mirror).map_or(0, |file| file.len() / 1024);
    i64::try_from((size / HOT).clamp(CACHE_KIB.0, CACHE_KIB.1)).unwrap_or(0)
}

/// A read sees both files; which of them is damaged, only looking at one alone tells.
fn local_is_damaged(connection: &Connection) -> bool {
    let checked = connection.query_row("PRAGMA local.quick_check(1)", [], |row| row.get::<_, String>(0));
    checked.map_or(true, |told| told != "ok")
}
