//! What plain SQLite needs for the same rows: the least any sync could take on the disk's side.

use std::path::Path;
use std::time::Duration;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::Outcome;
use crate::desk::{self, Desk};
use crate::table::{Table, now, rate};

/// The tables that make up a first sync.
const TABLES: [&str; 4] =
    ["ats_candidates", "ats_applications", "ats_join_candidates_tags", "remote_payload"];
/// Rows a transaction.
const TOGETHER: usize = 2_000;

/// People whose rows are all inserted; of more, every so manieth row is.
const ALL: u32 = 200_000;

/// Inserts the rows of the mirror's large tables into an empty encrypted file of the same tables and indexes.
pub fn inserts(desk: &Desk, folder: &Path, candidates: u32, table: &mut Table) -> Outcome {
    let every = candidates.div_ceil(ALL).max(1);
    let from = desk.mirror()?;
    let path = folder.join("raw.db");
    let to = desk::open(&path, &desk.key()?)?;
    let mut time = Duration::ZERO;
    for name in TABLES {
        make(&from, &to, name)?;
        time += copy(&from, &to, name, every)?;
    }
    drop(to);
    for ending in ["db", "db-wal", "db-shm"] {
        // Only room on the disk is lost with what stays.
        let _ = std::fs::remove_file(path.with_extension(ending));
    }
    let rows = crate::sync::rows(desk)? / u64::from(every);
    let what = match every {
        1 => "… the same rows by raw inserts".to_owned(),
        every => format!("… one in {every} of these rows by raw inserts"),
    };
    table.beside(&what, &rate(rows, time), "same tables, indexes and key; no search", "");
    Ok(())
}

fn make(from: &Connection, to: &Connection, name: &str) -> Outcome {
    let sql =
        "SELECT sql FROM sqlite_master WHERE tbl_name = ?1 AND type IN ('table', 'index') AND sql IS NOT NULL
               ORDER BY type DESC";
    let mut statement = from.prepare(sql)?;
    let made = statement.query_map([name], |row| row.get::<_, String>(0))?;
    for sql in made {
        to.execute_batch(&sql?)?;
    }
    Ok(())
}

fn copy(from: &Connection, to: &Connection, name: &str, every: u32) -> Outcome<Duration> {
    let mut select = from.prepare(&format!("SELECT * FROM {name} WHERE rowid % {every} = 0"))?;
    let columns = select.column_count();
    let marks = vec!["?"; columns].join(", ");
    let mut insert = to.prepare(&format!("INSERT INTO {name} VALUES ({marks})"))?;
    let mut rows = select.query([])?;
    let mut time = Duration::ZERO;
    loop {
        let mut batch: Vec<Vec<Value>> = Vec::with_capacity(TOGETHER);
        while batch.len() < TOGETHER
            && let Some(row) = rows.next()?
        {
            batch.push((0..columns).map(|index| row.get(index)).collect::<rusqlite::Result<_>>()?);
        }
        if batch.is_empty() {
            return Ok(time);
        }
        let began = now();
        to.execute_batch("BEGIN")?;
        for row in batch {
            insert.execute(params_from_iter(row))?;
        }
        to.execute_batch("COMMIT")?;
        time += began.elapsed();
    }
}
