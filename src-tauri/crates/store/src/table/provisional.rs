//! People and applications that are shown before Ashby has them: rows of the mirror whose Ashby id begins with `new:`,
//! kept there by the outbox for as long as what makes them is on its way. No listing names them, so none removes them,
//! and no unified read tells them.

use rusqlite::{OptionalExtension as _, params};

use super::intent::Intent;
use crate::{LocalTx, Reading, Result};

/// What Ashby's id of such a row begins with.
pub const PREFIX: &str = "new:";

/// The tables with such rows.
pub const TABLES: [&str; 2] = ["ats_candidates", "ats_applications"];

/// The condition that leaves such rows of a table out, to be put after others.
pub(crate) fn without(table: &str) -> &'static str {
    if TABLES.contains(&table) { " AND coalesce(remote_id, '') NOT GLOB 'new:*'" } else { "" }
}

/// What something that was worked on before Ashby had it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Real {
    /// Unified id.
    pub id: String,
    /// Ashby's id.
    pub remote_id: String,
}

impl LocalTx<'_> {
    /// Notes what became of an application that was worked on before Ashby had it.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn keep_application_alias(&self, old_id: &str, real: &Real, at: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO application_alias (old_id, new_id, new_remote_id, at) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![old_id, real.id, real.remote_id, at])?;
        Ok(())
    }

    /// What waits, never sent, for an application that an intent makes; with `person` for its candidate too, unless
    /// something else in line makes that one.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn followers(&self, made_by: &Intent, person: bool) -> Result<Vec<Intent>> {
        let others = self
            .connection
            .prepare_cached(
                "SELECT 1 FROM intent WHERE candidate_id = ?1 AND id <> ?2 AND state IN ('waiting', 'sending', 'unconfirmed')
                   AND action IN ('create_candidate', 'create_application')",
            )?
            .exists([&made_by.candidate_id, &made_by.id])?;
        let mut statement = self.connection.prepare_cached(
            "SELECT id FROM intent WHERE candidate_id = ?1 AND seq > ?2 AND state = 'waiting' AND attempts = 0
               AND (?3 OR application_id = ?4) ORDER BY seq",
        )?;
        let whole = person && !others;
        let found = params![made_by.candidate_id, made_by.seq, whole, made_by.application_id];
        let ids: Vec<String> =
            statement.query_map(found, |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        ids.iter().filter_map(|id| self.intent(id).transpose()).collect()
    }

    /// Puts everything that is in line behind someone who is in Ashby now into that person's own line, with what it
    /// shows.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn lead_on(&self, made_by: &Intent) -> Result<()> {
        let led = |sql: &str, old: &str| -> Result<Option<String>> {
            Ok(self.connection.prepare_cached(sql)?.query_row([old], |row| row.get(0)).optional()?)
        };
        let candidate = led("SELECT new_id FROM candidate_alias WHERE old_id = ?1", &made_by.candidate_id)?;
        if let Some(new) = candidate {
            self.lead_person_on(&made_by.candidate_id, &new)?;
        }
        let Some(old) = &made_by.application_id else { return Ok(()) };
        if let Some(new) = led("SELECT new_id FROM application_alias WHERE old_id = ?1", old)? {
            for table in ["intent", "overlay_stage"] {
                self.connection
                    .prepare_cached(&format!(
                        "UPDATE {table} SET application_id = ?2 WHERE application_id = ?1"
                    ))?
                    .execute([old, &new])?;
            }
        }
        Ok(())
    }
}

impl Reading<'_> {
    /// The unified ids of the provisional rows of a table.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn provisional_rows(&self, table: &str) -> Result<Vec<String>> {
        let sql = format!("SELECT id FROM {table} WHERE remote_id >= 'new:' AND remote_id < 'new;'");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether a candidate's id was given here, before Ashby had them.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn was_provisional(&self, id: &str) -> Result<bool> {
        let sql = "SELECT 1 FROM local.candidate_alias WHERE old_id = ?1 AND old_remote_id GLOB 'new:*'";
        Ok(self.connection.prepare_cached(sql)?.exists([id])?)
    }

    /// What a provisional row, or a candidate who was merged, is in Ashby now.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn real(&self, table: &str, old_id: &str) -> Result<Option<Real>> {
        let sql = if table == "ats_applications" {
            "SELECT new_id, new_remote_id FROM local.application_alias WHERE old_id = ?1"
        } else {
            "SELECT new_id, new_remote_id FROM local.candidate_alias WHERE old_id = ?1"
        };
        let mut statement = self.connection.prepare_cached(sql)?;
        let real = |row: &rusqlite::Row<'_>| Ok(Real { id: row.get(0)?, remote_id: row.get(1)? });
        Ok(statement.query_row([old_id], real).optional()?)
    }
}
