//! Pending stage moves, tags and notes, shown everywhere until the mirror shows them too.

use rusqlite::{OptionalExtension as _, Row, params};

use crate::{LocalTx, Reading, Result};

/// An application shown in another stage than the mirror has it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageOverlay {
    /// The intent that asked for it.
    pub intent_id: String,
    /// State of that intent.
    pub state: String,
    /// Unified id of the application.
    pub application_id: String,
    /// Unified id of its candidate.
    pub candidate_id: String,
    /// Unified id of the job it is shown on.
    pub job_id: Option<String>,
    /// Unified id of the stage it is shown in.
    pub stage_id: String,
    /// When it was asked for, UTC.
    pub at: String,
}

/// Something shown of a candidate that the mirror does not have yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeOverlay {
    /// The intent that asked for it.
    pub intent_id: String,
    /// State of that intent.
    pub state: String,
    /// `tag`, `untag`, `note`, `project`, `unproject`, `source` or `field`.
    pub kind: String,
    /// The tag's name, the note as HTML, Ashby's id of the project; else JSON of the engine's.
    pub value: String,
    /// When it was asked for, UTC.
    pub at: String,
}

/// The newest overlay of an application hides the ones before it. An application that is gone is shown nowhere.
const NEWEST: &str = "SELECT o.intent_id, i.state, o.application_id, o.candidate_id, o.stage_id, o.at, o.job_id
     FROM local.overlay_stage o JOIN local.intent i ON i.id = o.intent_id
     WHERE o.seq = (SELECT max(n.seq) FROM local.overlay_stage n WHERE n.application_id = o.application_id)
       AND NOT EXISTS (SELECT 1 FROM ats_applications a WHERE a.id = o.application_id AND a.remote_deleted_at IS NOT NULL)";

fn overlay(row: &Row<'_>) -> rusqlite::Result<StageOverlay> {
    Ok(StageOverlay {
        intent_id: row.get(0)?,
        state: row.get(1)?,
        application_id: row.get(2)?,
        candidate_id: row.get(3)?,
        stage_id: row.get(4)?,
        at: row.get(5)?,
        job_id: row.get(6)?,
    })
}

impl LocalTx<'_> {
    /// Shows an application in a stage on behalf of an intent.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn lay_stage(&self, seq: i64, overlay: &StageOverlay) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO overlay_stage (seq, intent_id, application_id, candidate_id, job_id, stage_id, at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                seq,
                overlay.intent_id,
                overlay.application_id,
                overlay.candidate_id,
                overlay.job_id,
                overlay.stage_id,
                overlay.at
            ])?;
        Ok(())
    }

    /// Shows something of a candidate on behalf of an intent.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn lay_change(
        &self,
        seq: i64,
        position: i64,
        candidate_id: &str,
        overlay: &ChangeOverlay,
    ) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO overlay_change (seq, position, intent_id, kind, candidate_id, value, at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                seq,
                position,
                overlay.intent_id,
                overlay.kind,
                candidate_id,
                overlay.value,
                overlay.at
            ])?;
        Ok(())
    }

    /// Stops showing what an intent asked for.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn lift(&self, intent_id: &str) -> Result<()> {
        self.connection
            .prepare_cached("DELETE FROM overlay_change WHERE intent_id = ?1")?
            .execute([intent_id])?;
        self.connection
            .prepare_cached("DELETE FROM overlay_stage WHERE intent_id = ?1")?
            .execute([intent_id])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// The overlays of the applications on a job, those on their way to or from another one included.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn job_overlays(&self, job_id: &str) -> Result<Vec<StageOverlay>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "{NEWEST} AND (o.job_id = ?1 OR EXISTS (SELECT 1 FROM ats_applications a
               WHERE a.id = o.application_id AND a.job_id = ?1))"
        ))?;
        let rows = statement.query_map([job_id], overlay)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The overlay of one application.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn overlay(&self, application_id: &str) -> Result<Option<StageOverlay>> {
        let mut statement = self.connection.prepare_cached(&format!("{NEWEST} AND o.application_id = ?1"))?;
        Ok(statement.query_row([application_id], overlay).optional()?)
    }

    /// What is shown of one candidate beside the mirror, in order of asking.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn changes(&self, candidate_id: &str) -> Result<Vec<ChangeOverlay>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT o.intent_id, i.state, o.kind, o.value, o.at
             FROM local.overlay_change o JOIN local.intent i ON i.id = o.intent_id
             WHERE o.candidate_id = ?1 ORDER BY o.seq, o.position",
        )?;
        let rows = statement.query_map([candidate_id], |row| {
            Ok(ChangeOverlay {
                intent_id: row.get(0)?,
                state: row.get(1)?,
                kind: row.get(2)?,
                value: row.get(3)?,
                at: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The tags a candidate is seen with: those of the mirror, put on and taken off as far as asked for.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn seen_tags(&self, candidate_id: &str, mut tags: Vec<String>) -> Result<Vec<String>> {
        for change in self.changes(candidate_id)? {
            let alike = |tag: &String| tag.to_lowercase() == change.value.to_lowercase();
            match change.kind.as_str() {
                "tag" if !tags.iter().any(alike) => tags.push(change.value),
                "untag" => tags.retain(|tag| !alike(tag)),
                _ => {}
            }
        }
        Ok(tags)
    }

    /// How pending moves change the number of live applications: a job, a type of stage, and one more or less.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn live_shifts(&self) -> Result<Vec<(String, String, i64)>> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT coalesce(a.job_id, ''), coalesce(a._stage_type, ''), a._is_live,
               coalesce(o.job_id, a.job_id, ''), coalesce(s._type, '')
             FROM ({NEWEST}) o JOIN ats_applications a ON a.id = o.application_id
             LEFT JOIN ats_application_stages s ON s.id = o.stage_id"
        ))?;
        let mut shifts = Vec::new();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if row.get::<_, Option<bool>>(2)? == Some(true) {
                shifts.push((row.get(0)?, row.get(1)?, -1));
            }
            let (job, kind): (String, String) = (row.get(3)?, row.get(4)?);
            if !matches!(kind.as_str(), "Hired" | "Archived") {
                shifts.push((job, kind, 1));
            }
        }
        Ok(shifts)
    }

    /// The candidates with anything pending.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn overlaid_candidates(&self) -> Result<std::collections::HashSet<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT candidate_id FROM local.overlay_stage UNION SELECT candidate_id FROM local.overlay_change",
        )?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
