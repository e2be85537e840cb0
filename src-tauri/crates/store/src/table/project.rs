//! Who is in which project (`candidate.listProjects`): Ashby tells it person by person only.

use rusqlite::params;

use crate::{MirrorTx, Reading, Result};

/// By how much pending wishes change the size of projects.
const PENDING: &str = "SELECT o.value, CASE o.kind WHEN 'project' THEN 1 ELSE -1 END FROM local.overlay_change o
    JOIN ats_candidates c ON c.id = o.candidate_id
    WHERE o.kind IN ('project', 'unproject') AND c.remote_deleted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM local.overlay_change n WHERE n.candidate_id = o.candidate_id AND n.value = o.value
        AND n.kind IN ('project', 'unproject') AND n.seq > o.seq)
      AND (o.kind = 'project') <> EXISTS (SELECT 1 FROM project_candidate p
        WHERE p.project_id = o.value AND p.candidate_id = o.candidate_id)";

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

    /// The same, put in and taken out as far as asked for.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn seen_projects(&self, candidate_id: &str) -> Result<Vec<String>> {
        let mut projects = self.candidate_projects(candidate_id)?;
        for change in self.changes(candidate_id)? {
            match change.kind.as_str() {
                "project" if !projects.contains(&change.value) => projects.push(change.value),
                "unproject" => projects.retain(|project| *project != change.value),
                _ => {}
            }
        }
        Ok(projects)
    }

    /// How many live candidates each project has, as far as they are known here, what is pending included.
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
        let mut sizes: std::collections::HashMap<String, u64> = rows.collect::<rusqlite::Result<_>>()?;
        let mut statement = self.connection.prepare_cached(PENDING)?;
        let mut shifts = statement.query([])?;
        while let Some(row) = shifts.next()? {
            let size = sizes.entry(row.get(0)?).or_default();
            *size = size.saturating_add_signed(row.get(1)?);
        }
        Ok(sizes)
    }

    /// Row numbers of a project's candidates by name, what is pending included.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn project_rows(&self, project_id: &str, offset: u32, limit: u32) -> Result<Vec<i64>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT c._row FROM ats_candidates c
             WHERE c.remote_deleted_at IS NULL AND c.id IN (
                 SELECT candidate_id FROM project_candidate WHERE project_id = ?1
                 UNION SELECT candidate_id FROM local.overlay_change WHERE kind = 'project' AND value = ?1)
               AND coalesce((SELECT o.kind FROM local.overlay_change o WHERE o.candidate_id = c.id AND o.value = ?1
                 AND o.kind IN ('project', 'unproject') ORDER BY o.seq DESC LIMIT 1), 'project') = 'project'
             ORDER BY c._sort_name, c._row LIMIT ?2 OFFSET ?3",
        )?;
        let rows = statement.query_map(params![project_id, limit, offset], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
