//! Who is in which project (`candidate.listProjects`): Ashby tells it person by person only.

use rusqlite::params;

use crate::{MirrorTx, Reading, Result};

impl MirrorTx<'_> {
    /// Replaces the projects a candidate is in by a complete listing; `projects` are Ashby's ids.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn replace_projects(&self, candidate_id: &str, projects: &[String], now: &str) -> Result<()> {
        // Whoever was removed while this was read stays removed.
        if self.candidate_row(candidate_id)?.is_none() {
            return Ok(());
        }
        self.connection
            .prepare_cached("DELETE FROM project_candidate WHERE candidate_id = ?1")?
            .execute([candidate_id])?;
        let mut insert = self.connection.prepare_cached(
            "INSERT OR IGNORE INTO project_candidate (project_id, candidate_id) VALUES (?1, ?2)",
        )?;
        for project in projects {
            insert.execute([project.as_str(), candidate_id])?;
        }
        self.set_fresh("projects", candidate_id, now)
    }
}

impl Reading<'_> {
    /// Ashby's ids of the projects a candidate is in.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn candidate_projects(&self, candidate_id: &str) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT project_id FROM project_candidate WHERE candidate_id = ?1 ORDER BY project_id",
        )?;
        let rows = statement.query_map([candidate_id], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How many live candidates each project has, as far as they are known here.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn project_sizes(&self) -> Result<std::collections::HashMap<String, u64>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT p.project_id, count(*) FROM project_candidate p JOIN ats_candidates c ON c.id = p.candidate_id
             WHERE c.remote_deleted_at IS NULL GROUP BY p.project_id",
        )?;
        let rows = statement
            .query_map([], |row| Ok((row.get(0)?, u64::try_from(row.get::<_, i64>(1)?).unwrap_or(0))))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Row numbers of a project's candidates by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn project_rows(&self, project_id: &str, offset: u32, limit: u32) -> Result<Vec<i64>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT c._row FROM project_candidate p JOIN ats_candidates c ON c.id = p.candidate_id
             WHERE p.project_id = ?1 AND c.remote_deleted_at IS NULL ORDER BY c._sort_name, c._row LIMIT ?2 OFFSET ?3",
        )?;
        let rows = statement.query_map(params![project_id, limit, offset], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
