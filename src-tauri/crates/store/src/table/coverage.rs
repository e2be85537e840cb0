//! How much of what is read record by record is here: nothing of it comes with a listing.

use rusqlite::params;

use crate::{MirrorTx, Reading, Result};

/// How much of one kind is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// `history`, `answers`, `notes`, `projects`, `resume_text`, `resume_file`, `feedback`.
    pub kind: String,
    /// Records whose part is here.
    pub have: u64,
    /// Records there are.
    pub of: u64,
    /// Records whose part cannot be had: files that cannot be read.
    pub failed: u64,
    /// When it was counted, UTC.
    pub as_of: String,
}

/// Kinds with what counts as here, as there, as failed.
const COUNTS: [(&str, &str, &str, &str); 7] = [
    ("history", FRESH_HISTORY, APPLICATIONS, "SELECT 0"),
    ("answers", "SELECT count(*) FROM freshness WHERE kind = 'application'", APPLICATIONS, "SELECT 0"),
    ("notes", "SELECT count(*) FROM freshness WHERE kind = 'notes'", CANDIDATES, "SELECT 0"),
    ("projects", "SELECT count(*) FROM freshness WHERE kind = 'projects'", CANDIDATES, "SELECT 0"),
    (
        "resume_text",
        "SELECT (SELECT count(*) FROM file_text) - (SELECT count(*) FROM file_text WHERE reason IS NOT NULL)",
        RESUMES,
        "SELECT count(*) FROM file_text WHERE reason IS NOT NULL",
    ),
    ("resume_file", "SELECT count(*) FROM file_cache", RESUMES, "SELECT 0"),
    ("feedback", "SELECT count(*) FROM feedback", "SELECT count(*) FROM feedback", "SELECT 0"),
];
const FRESH_HISTORY: &str = "SELECT count(*) FROM freshness WHERE kind = 'history'";
const APPLICATIONS: &str =
    "SELECT coalesce((SELECT live FROM table_count WHERE model = 'ats_applications'), 0)";
const CANDIDATES: &str = "SELECT coalesce((SELECT live FROM table_count WHERE model = 'ats_candidates'), 0)";
const RESUMES: &str = "SELECT count(*) FROM ats_candidates INDEXED BY candidates_with_resume
    WHERE _resume IS NOT NULL AND remote_deleted_at IS NULL";

impl MirrorTx<'_> {
    /// Keeps what was counted.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn keep_coverage(&self, counted: &[Coverage]) -> Result<()> {
        let mut keep = self.connection.prepare_cached(
            "INSERT OR REPLACE INTO coverage (kind, have, total, failed, as_of) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        for part in counted {
            keep.execute(params![
                part.kind,
                number(part.have),
                number(part.of),
                number(part.failed),
                part.as_of
            ])?;
        }
        Ok(())
    }
}

impl Reading<'_> {
    /// Counts anew, which takes its time where there are many records.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn count_coverage(&self, now: &str) -> Result<Vec<Coverage>> {
        let count = |sql: &str| -> Result<u64> {
            let count: i64 = self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
            Ok(u64::try_from(count).unwrap_or(0))
        };
        COUNTS
            .iter()
            .map(|(kind, have, of, failed)| {
                let (have, of, failed) = (count(have)?, count(of)?, count(failed)?);
                // Records that are gone may have left their parts behind for a while.
                Ok(Coverage {
                    kind: (*kind).to_owned(),
                    have: have.min(of),
                    of,
                    failed,
                    as_of: now.to_owned(),
                })
            })
            .collect()
    }

    /// What was counted last.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn coverage(&self) -> Result<Vec<Coverage>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT kind, have, total, failed, as_of FROM coverage ORDER BY kind")?;
        let number = |row: &rusqlite::Row<'_>, at: usize| -> rusqlite::Result<u64> {
            Ok(u64::try_from(row.get::<_, i64>(at)?).unwrap_or(0))
        };
        let rows = statement.query_map([], |row| {
            Ok(Coverage {
                kind: row.get(0)?,
                have: number(row, 1)?,
                of: number(row, 2)?,
                failed: number(row, 3)?,
                as_of: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
