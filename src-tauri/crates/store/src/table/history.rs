//! Stage history of applications (`application.listHistory`, `application.info`).

use rusqlite::{OptionalExtension as _, params};

use crate::{MirrorTx, Reading, Result};

/// One stay in a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// Unified id of the stage.
    pub stage_id: String,
    /// The stage's title as the history has it.
    pub title: Option<String>,
    /// When the stage was entered, UTC.
    pub entered_at: Option<String>,
    /// When it was left; `None` while in it.
    pub left_at: Option<String>,
}

impl MirrorTx<'_> {
    /// Replaces the history of an application by a complete one, in order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn replace_history(&self, application_id: &str, stays: &[Stay], now: &str) -> Result<()> {
        self.connection
            .prepare_cached("DELETE FROM stage_history WHERE application_id = ?1")?
            .execute([application_id])?;
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO stage_history (application_id, position, stage_id, title, entered_at, left_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        for (position, stay) in (0_i64..).zip(stays) {
            insert.execute(params![
                application_id,
                position,
                stay.stage_id,
                stay.title,
                stay.entered_at,
                stay.left_at
            ])?;
        }
        if let Some(current) = stays.iter().rev().find(|stay| stay.left_at.is_none()) {
            self.connection
                .prepare_cached(
                    "UPDATE ats_applications SET _entered_stage_at = ?2
                     WHERE id = ?1 AND current_stage_id = ?3 AND _entered_stage_at IS NOT ?2",
                )?
                .execute(params![application_id, current.entered_at, current.stage_id])?;
        }
        self.set_fresh("history", application_id, now)
    }
}

impl Reading<'_> {
    /// The name of a user by Ashby's id.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn actor_name(&self, remote_id: &str) -> Result<Option<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT trim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')) FROM ats_users
             WHERE remote_id = ?1",
        )?;
        let name: Option<String> = statement.query_row([remote_id], |row| row.get(0)).optional()?;
        Ok(name.filter(|name| !name.is_empty()))
    }

    /// The history of an application, oldest stay first; empty when not fetched.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn history(&self, application_id: &str) -> Result<Vec<Stay>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT stage_id, title, entered_at, left_at FROM stage_history WHERE application_id = ?1 ORDER BY position",
        )?;
        let rows = statement.query_map([application_id], |row| {
            Ok(Stay {
                stage_id: row.get(0)?,
                title: row.get(1)?,
                entered_at: row.get(2)?,
                left_at: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
