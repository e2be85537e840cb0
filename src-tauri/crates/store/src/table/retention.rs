//! What is gone long enough is emptied, and who is to be forgotten leaves no trace.
//!
//! An emptied row keeps its ids and times alone; what hangs on it (payloads, search, notes, files, history, and every
//! other table with its id) goes. `secure_delete` overwrites what is freed.

use rusqlite::{OptionalExtension as _, params};
use samara_unified::{TableInfo, Timestamp, tables};

use crate::payload::PER_KIND;
use crate::{LocalTx, MirrorTx, Reading, Result, table_info};

/// A row that has been gone long enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ripe {
    /// Its table.
    pub table: &'static str,
    row: i64,
    /// Its unified id.
    pub id: String,
}

impl MirrorTx<'_> {
    /// Notes when the retention clock stood where for rows that are newly gone.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn mark_tombstones(&self, clock: i64) -> Result<()> {
        for info in tables() {
            let sql = format!(
                "INSERT OR IGNORE INTO tombstone (model, row, marked)
                 SELECT ?1, _row, ?2 FROM {table} t INDEXED BY {index} WHERE remote_deleted_at IS NOT NULL
                   AND NOT EXISTS (SELECT 1 FROM tombstone s WHERE s.model = ?1 AND s.row = t._row)",
                table = info.table,
                index = gone_index(info.table),
            );
            self.connection.prepare_cached(&sql)?.execute(params![info.table, clock])?;
        }
        Ok(())
    }

    /// Empties a row that has been gone long enough, unless it has come back.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn empty(&self, ripe: &Ripe) -> Result<()> {
        let Some(info) = table_info(ripe.table) else { return Ok(()) };
        let gone = format!("SELECT 1 FROM {} WHERE _row = ?1 AND remote_deleted_at IS NOT NULL", info.table);
        if !self.connection.prepare_cached(&gone)?.exists([ripe.row])? {
            return Ok(());
        }
        self.shed(info, ripe.row, &ripe.id)?;
        let sets: Vec<String> =
            emptied_columns(info).iter().map(|name| format!("\"{name}\" = NULL")).collect();
        let sql = format!(
            "UPDATE {} SET {}, _hash = x'', _quiet_hash = x'' WHERE _row = ?1",
            info.table,
            sets.join(", ")
        );
        self.connection.prepare_cached(&sql)?.execute([ripe.row])?;
        self.connection
            .prepare_cached("UPDATE tombstone SET emptied = 1 WHERE model = ?1 AND row = ?2")?
            .execute(params![info.table, ripe.row])?;
        Ok(())
    }

    /// Removes a candidate, its applications and all that hangs on them without a trace. Gives the unified ids of the
    /// applications.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn erase_candidate(&self, id: &str, now: &Timestamp) -> Result<()> {
        for application in self.ids_where("ats_applications", "candidate_id", id)? {
            self.erase_row("ats_applications", &application, now)?;
        }
        self.erase_row("ats_candidates", id, now)
    }

    /// Removes a row and those that go with it for good.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn erase_row(&self, table: &str, id: &str, now: &Timestamp) -> Result<()> {
        let Some(info) = table_info(table) else { return Ok(()) };
        for (child, column) in crate::table::sweep::children(table) {
            for child_id in self.ids_where(child, column, id)? {
                self.erase_row(child, &child_id, now)?;
            }
        }
        // Marked first, so that whatever counts the living is told.
        self.mark_gone(table, id, now)?;
        let row: Option<(i64, Option<String>)> = {
            let remote = if info.has_remote_id { "remote_id" } else { "NULL" };
            self.connection
                .prepare_cached(&format!("SELECT _row, {remote} FROM {table} WHERE id = ?1"))?
                .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?
        };
        let Some((row, remote_id)) = row else { return Ok(()) };
        self.shed(info, row, id)?;
        self.connection.prepare_cached(&format!("DELETE FROM {table} WHERE _row = ?1"))?.execute([row])?;
        self.connection
            .prepare_cached("DELETE FROM tombstone WHERE model = ?1 AND row = ?2")?
            .execute(params![table, row])?;
        self.connection.prepare_cached("DELETE FROM quality_row WHERE key = ?1")?.execute([id])?;
        if let Some(remote_id) = remote_id {
            for sql in [
                "DELETE FROM detail_queue WHERE remote_id = ?1",
                "DELETE FROM merge_hint WHERE ?1 IN (from_remote_id, to_remote_id)",
            ] {
                self.connection.prepare_cached(sql)?.execute([&remote_id])?;
            }
        }
        Ok(())
    }

    fn ids_where(&self, table: &str, column: &str, value: &str) -> Result<Vec<String>> {
        let mut statement =
            self.connection.prepare_cached(&format!("SELECT id FROM {table} WHERE {column} = ?1"))?;
        let ids = statement.query_map([value], |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// Removes what hangs on a row.
    fn shed(&self, info: &TableInfo, row: i64, id: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "DELETE FROM remote_payload WHERE place IN (SELECT kind * ?2 + ?3 FROM payload_kind WHERE model = ?1)",
            )?
            .execute(params![info.table, PER_KIND, row])?;
        self.connection.prepare_cached("DELETE FROM freshness WHERE id = ?1")?.execute([id])?;
        let column = match info.table {
            "ats_candidates" => {
                self.connection
                    .prepare_cached(
                        "DELETE FROM file_cache WHERE file_id IN (
                           SELECT json_extract(f.value, '$.id') FROM ats_candidates c, json_each(c._files) f WHERE c._row = ?1
                           UNION SELECT json_extract(c._resume, '$.id') FROM ats_candidates c WHERE c._row = ?1)",
                    )?
                    .execute([row])?;
                self.unindex_candidate(row)?;
                self.forget_documents(row)?;
                "candidate_id"
            }
            "ats_applications" => "application_id",
            _ => return Ok(()),
        };
        for table in self.hanging(column)? {
            self.connection
                .prepare_cached(&format!("DELETE FROM \"{table}\" WHERE {column} = ?1"))?
                .execute([id])?;
        }
        let candidate: Option<String> = self
            .connection
            .prepare_cached("SELECT candidate_id FROM ats_applications WHERE id = ?1")?
            .query_row([id], |row| row.get(0))
            .optional()?
            .flatten();
        // What was said of an application is no word of its candidate's any more.
        candidate.map_or(Ok(()), |candidate| self.read_feedback_again(&candidate))
    }

    /// Tables beside the unified ones whose rows belong to a candidate or an application.
    fn hanging(&self, column: &str) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = ?1
             WHERE m.type = 'table' AND m.name NOT LIKE 'ats~_%' ESCAPE '~'",
        )?;
        let names = statement.query_map([column], |row| row.get(0))?;
        Ok(names.collect::<rusqlite::Result<_>>()?)
    }

    /// Merges the search indexes a little further; tells whether there is more to do. When the first step was `whole`,
    /// they are merged to the last piece, so that words of who was removed leave the file.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn merge_search(&self, whole: bool) -> Result<bool> {
        self.findings.take().write(self.connection)?;
        let before: i64 = self.connection.query_row("SELECT total_changes()", [], |row| row.get(0))?;
        let pages = if whole { -200 } else { 200 };
        for sql in [
            "INSERT INTO search (search, rank) VALUES ('merge', ?1)",
            "INSERT INTO document_search (document_search, rank) VALUES ('merge', ?1)",
        ] {
            self.connection.execute(sql, [pages])?;
        }
        let after: i64 = self.connection.query_row("SELECT total_changes()", [], |row| row.get(0))?;
        Ok(after - before > 2)
    }

    /// Forgets runs that began before, and what endpoints answered in runs that began before `details`.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn prune_runs(&self, runs: &str, details: &str) -> Result<()> {
        self.connection.prepare_cached("DELETE FROM sync_run WHERE started_at < ?1")?.execute([runs])?;
        self.connection
            .prepare_cached(
                "UPDATE sync_run_endpoint SET failure = NULL
                 WHERE failure IS NOT NULL AND run IN (SELECT id FROM sync_run WHERE started_at < ?1)",
            )?
            .execute([details])?;
        // What brought nothing is told of the newest runs only.
        self.connection
            .prepare_cached(
                "DELETE FROM sync_run_endpoint WHERE records = 0 AND outcome = 'delta' AND run <= (SELECT max(id) - 200 FROM sync_run)",
            )?
            .execute([])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// Rows that were gone already when the retention clock stood at `until`, and are not emptied yet.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn ripe(&self, until: i64, limit: u32) -> Result<Vec<Ripe>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT model, row FROM tombstone WHERE emptied = 0 AND marked <= ?1 LIMIT ?2")?;
        let rows =
            statement.query_map(params![until, limit], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
        let rows: Vec<(String, i64)> = rows.collect::<rusqlite::Result<_>>()?;
        let mut ripe = Vec::with_capacity(rows.len());
        for (model, row) in rows {
            let Some(info) = table_info(&model) else { continue };
            let sql =
                format!("SELECT id FROM {} WHERE _row = ?1 AND remote_deleted_at IS NOT NULL", info.table);
            let id = self.connection.prepare_cached(&sql)?.query_row([row], |row| row.get(0)).optional()?;
            ripe.extend(id.map(|id| Ripe { table: info.table, row, id }));
        }
        Ok(ripe)
    }

    /// Unified ids of all applications that name a candidate, the deleted too.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn all_applications_of(&self, candidate_id: &str) -> Result<Vec<(String, Option<String>)>> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id, remote_id FROM ats_applications WHERE candidate_id = ?1")?;
        let rows = statement.query_map([candidate_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether an intent about a candidate is still on its way, or undecided.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn has_open_intent(&self, candidate_id: &str) -> Result<bool> {
        let mut statement = self.connection.prepare_cached(
            "SELECT 1 FROM local.intent WHERE candidate_id = ?1 AND state IN ('waiting', 'sending', 'unconfirmed', 'conflict')",
        )?;
        Ok(statement.exists([candidate_id])?)
    }
}

impl LocalTx<'_> {
    /// Takes everything personal out of what was asked for about a candidate or an application: that something was
    /// done, when and how it ended stays.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn redact_intents(&self, column: IntentOf, id: &str) -> Result<()> {
        let column = match column {
            IntentOf::Candidate => "candidate_id",
            IntentOf::Application => "application_id",
        };
        // A move's pre-image holds ids of stages alone.
        let sql = format!(
            "UPDATE intent SET title = 'Removed', detail = '', candidate_id = '', application_id = NULL, input = '{{}}',
               pre_image = CASE action WHEN 'move_application_to_stage' THEN pre_image ELSE '{{}}' END,
               failure = NULL, conflict = NULL, warnings = '[]', undone_by = coalesce(undone_by, ''),
               state = CASE WHEN state IN ('done', 'cancelled') THEN state ELSE 'cancelled' END,
               settled_at = coalesce(settled_at, created_at)
             WHERE {column} = ?1"
        );
        for table in ["overlay_stage", "overlay_change", "spool"] {
            let sql =
                format!("DELETE FROM {table} WHERE intent_id IN (SELECT id FROM intent WHERE {column} = ?1)");
            self.connection.prepare_cached(&sql)?.execute([id])?;
        }
        self.connection.prepare_cached(&sql)?.execute([id])?;
        Ok(())
    }
}

/// What intents are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntentOf {
    /// A candidate, by unified id.
    Candidate,
    /// An application, by unified id.
    Application,
}

fn emptied_columns(info: &TableInfo) -> Vec<&'static str> {
    let mut columns: Vec<&str> = info.fields.iter().map(|field| field.name).collect();
    if info.has_custom_fields {
        columns.extend(["custom_fields", "integration_fields"]);
    }
    columns.extend(info.private.iter().map(|field| field.name));
    columns
}

/// The index that leads to the deleted rows of a table.
fn gone_index(table: &str) -> String {
    let name = table.trim_start_matches("ats_").trim_start_matches("join_");
    let name = if name == "jobs_application_stages" { "jobs_stages" } else { name };
    format!("{name}_gone")
}
