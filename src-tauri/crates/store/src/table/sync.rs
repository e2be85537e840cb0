//! Where each endpoint's pull stands, the detail calls still owed, and the run log.

use std::collections::HashMap;

use rusqlite::{OptionalExtension as _, Row, params};

use crate::{MirrorTx, Reading, Result};

/// The state of one endpoint's pull.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EndpointState {
    /// Ashby's endpoint.
    pub endpoint: String,
    /// The exact request parameters that token and cursor belong to.
    pub params: String,
    /// The sync token the last whole pass ended with.
    pub token: Option<String>,
    /// Where the pass under way stands.
    pub cursor: Option<String>,
    /// The token the pass under way was begun with; `None`: a complete listing.
    pub pass_token: Option<String>,
    /// When the pass under way began; `None`: none is under way.
    pub pass_started: Option<String>,
    /// Pages of the pass so far.
    pub pages: i64,
    /// Records of the pass so far.
    pub records: i64,
    /// Begin of the last pass that ended.
    pub synced_at: Option<String>,
    /// Begin of the last complete listing that ended.
    pub listed_at: Option<String>,
    /// Why the last attempt failed, as JSON of the engine's failure.
    pub failure: Option<String>,
}

/// A detail call still owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// Its place in the queue.
    pub position: i64,
    /// What to read: an endpoint name such as `application.info`.
    pub kind: String,
    /// Ashby's id of the record.
    pub remote_id: String,
    /// When the record last changed, UTC; the newest is paid first.
    pub newest: String,
}

fn owed_row(row: &Row<'_>) -> rusqlite::Result<Owed> {
    Ok(Owed { position: row.get(0)?, kind: row.get(1)?, remote_id: row.get(2)?, newest: row.get(3)? })
}

/// Where a walk over what is owed goes on: after that call, or at the beginning.
fn after(last: Option<&Owed>) -> (&str, i64) {
    last.map_or(("~", i64::MAX), |last| (&last.newest, last.position))
}

/// One sync run of the log.
#[derive(Debug, Clone)]
pub struct Run {
    /// Its number.
    pub id: i64,
    /// Begin, UTC.
    pub started_at: String,
    /// End, UTC; `None` while running or when the process died.
    pub ended_at: Option<String>,
    /// Whether all endpoints were listed completely.
    pub full: bool,
    /// `running`, `succeeded`, `warnings`, `failed`.
    pub outcome: String,
    /// What each endpoint gave.
    pub endpoints: Vec<RunEndpoint>,
}

/// What one endpoint gave in one run.
#[derive(Debug, Clone)]
pub struct RunEndpoint {
    /// Ashby's endpoint.
    pub endpoint: String,
    /// Records received.
    pub records: i64,
    /// `delta`, `listed`, `failed`, `no_permission`.
    pub outcome: String,
    /// Why it failed, as JSON of the engine's failure.
    pub failure: Option<String>,
}

/// Kinds of calls that are owed for what belongs to a record and wait for the records themselves, in this order:
/// the notes on a candidate, its projects, the text of its résumé.
pub const LATER: [&str; 3] = ["candidate.listNotes", "candidate.listProjects", "resume"];

const COLUMNS: &str = "endpoint, params, token, cursor, pass_token, pass_started, pages, records, synced_at, listed_at, failure";

fn state(row: &Row<'_>) -> rusqlite::Result<EndpointState> {
    Ok(EndpointState {
        endpoint: row.get(0)?,
        params: row.get(1)?,
        token: row.get(2)?,
        cursor: row.get(3)?,
        pass_token: row.get(4)?,
        pass_started: row.get(5)?,
        pages: row.get(6)?,
        records: row.get(7)?,
        synced_at: row.get(8)?,
        listed_at: row.get(9)?,
        failure: row.get(10)?,
    })
}

fn one_endpoint(connection: &rusqlite::Connection, endpoint: &str) -> Result<Option<EndpointState>> {
    let sql = format!("SELECT {COLUMNS} FROM sync_endpoint WHERE endpoint = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([endpoint], state).optional()?)
}

impl MirrorTx<'_> {
    /// Writes where an endpoint stands, in the transaction of the rows that brought it there.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn set_endpoint(&self, state: &EndpointState) -> Result<()> {
        let sql = format!(
            "INSERT OR REPLACE INTO sync_endpoint ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
        );
        self.connection.prepare_cached(&sql)?.execute(params![
            state.endpoint,
            state.params,
            state.token,
            state.cursor,
            state.pass_token,
            state.pass_started,
            state.pages,
            state.records,
            state.synced_at,
            state.listed_at,
            state.failure,
        ])?;
        Ok(())
    }

    /// Where an endpoint stands, inside this transaction.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn endpoint(&self, endpoint: &str) -> Result<Option<EndpointState>> {
        one_endpoint(self.connection, endpoint)
    }

    /// Owes a detail call, before all that are owed; one already owed moves there.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owe(&self, kind: &str, remote_id: &str) -> Result<()> {
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO detail_queue (kind, remote_id) VALUES (?1, ?2)")?
            .execute([kind, remote_id])?;
        Ok(())
    }

    /// Owes a detail call for a record that changed at a time; one already owed takes that place.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owe_by_age(&self, kind: &str, remote_id: &str, changed: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO detail_queue (kind, remote_id, newest) VALUES (?1, ?2, ?3)",
            )?
            .execute([kind, remote_id, changed])?;
        Ok(())
    }

    /// Owes `candidate.info` for every candidate that an application names and the mirror does not have.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owe_missing_candidates(&self) -> Result<()> {
        self.connection.execute(
            "INSERT OR IGNORE INTO detail_queue (kind, remote_id)
             SELECT 'candidate.info', a._candidate_remote_id FROM ats_applications a
             WHERE a.remote_deleted_at IS NULL AND a._candidate_remote_id IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM ats_candidates c WHERE c.id = a.candidate_id)",
            [],
        )?;
        Ok(())
    }

    /// Owes `offer.info` for every offer without versions: it may not have been there to be read when it came.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owe_missing_versions(&self) -> Result<()> {
        self.connection.execute(
            "INSERT OR IGNORE INTO detail_queue (kind, remote_id) SELECT 'offer.info', remote_id FROM ats_offers
             WHERE _versions IS NULL AND remote_deleted_at IS NULL AND remote_id IS NOT NULL",
            [],
        )?;
        Ok(())
    }

    /// Owes the projects of everybody whose notes were read when there were no projects to be in, or none to be seen.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owe_missing_projects(&self) -> Result<()> {
        self.connection.execute(
            "INSERT OR IGNORE INTO detail_queue (kind, remote_id)
             SELECT 'candidate.listProjects', c.remote_id FROM freshness f JOIN ats_candidates c ON c.id = f.id
             WHERE f.kind = 'notes' AND c.remote_deleted_at IS NULL
               AND EXISTS (SELECT 1 FROM reference WHERE kind = 'project')
               AND NOT EXISTS (SELECT 1 FROM freshness p WHERE p.kind = 'projects' AND p.id = f.id)",
            [],
        )?;
        Ok(())
    }

    /// Owes what belongs to the candidate of an application that is followed: notes, the text of the résumé, and
    /// projects where there are any.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owe_beside(&self, application_remote_id: &str) -> Result<()> {
        let mut find = self.connection.prepare_cached(
            "SELECT _candidate_remote_id, coalesce(remote_updated_at, '') FROM ats_applications
             WHERE remote_id = ?1 AND _candidate_remote_id IS NOT NULL",
        )?;
        let candidate: Option<(String, String)> =
            find.query_row([application_remote_id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        candidate.map_or(Ok(()), |(candidate, changed)| self.owe_of_candidate(&candidate, &changed))
    }

    /// Owes the same for a candidate that came or changed, if it was read before or an application of theirs is
    /// followed: they may come after it, and come back.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owe_beside_again(&self, candidate_id: &str, remote_id: &str, changed: &str) -> Result<()> {
        let mut read =
            self.connection.prepare_cached("SELECT 1 FROM freshness WHERE kind = ?1 AND id = ?2")?;
        let mut applications = self.connection.prepare_cached(
            "SELECT id FROM ats_applications WHERE candidate_id = ?1 AND remote_deleted_at IS NULL",
        )?;
        let mut followed = read.exists(["notes", candidate_id])?;
        let mut rows = applications.query([candidate_id])?;
        while !followed && let Some(row) = rows.next()? {
            followed = read.exists(["application", row.get::<_, String>(0)?.as_str()])?;
        }
        if followed { self.owe_of_candidate(remote_id, changed) } else { Ok(()) }
    }

    fn owe_of_candidate(&self, remote_id: &str, changed: &str) -> Result<()> {
        let mut projects =
            self.connection.prepare_cached("SELECT 1 FROM reference WHERE kind = 'project' LIMIT 1")?;
        let any = projects.exists([])?;
        for kind in LATER.into_iter().filter(|kind| any || *kind != "candidate.listProjects") {
            self.owe_by_age(kind, remote_id, changed)?;
        }
        Ok(())
    }

    /// Settles a detail call, in the transaction of what it brought.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn settle(&self, owed: &Owed) -> Result<()> {
        self.connection
            .prepare_cached("DELETE FROM detail_queue WHERE position = ?1")?
            .execute([owed.position])?;
        Ok(())
    }

    /// Opens a run in the log.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn begin_run(&self, started_at: &str, full: bool) -> Result<i64> {
        self.connection.execute(
            "INSERT INTO sync_run (started_at, is_full, outcome) VALUES (?1, ?2, 'running')",
            params![started_at, full],
        )?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Closes a run.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn end_run(&self, id: i64, ended_at: &str, outcome: &str, endpoints: &[RunEndpoint]) -> Result<()> {
        self.connection.execute(
            "UPDATE sync_run SET ended_at = ?2, outcome = ?3 WHERE id = ?1",
            params![id, ended_at, outcome],
        )?;
        for endpoint in endpoints {
            self.connection.execute(
                "INSERT OR REPLACE INTO sync_run_endpoint (run, endpoint, records, outcome, failure)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                params![id, endpoint.endpoint, endpoint.records, endpoint.outcome, endpoint.failure],
            )?;
        }
        Ok(())
    }
}

impl Reading<'_> {
    /// Where every endpoint stands.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn endpoints(&self) -> Result<Vec<EndpointState>> {
        let mut statement =
            self.connection.prepare_cached(&format!("SELECT {COLUMNS} FROM sync_endpoint"))?;
        let rows = statement.query_map([], state)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Where one endpoint stands.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn endpoint(&self, endpoint: &str) -> Result<Option<EndpointState>> {
        one_endpoint(self.connection, endpoint)
    }

    /// The calls still owed for records themselves, newest first, after one of them.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owed(&self, last: Option<&Owed>, limit: u32) -> Result<Vec<Owed>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT position, kind, remote_id, newest FROM detail_queue INDEXED BY detail_queue_of_records
             WHERE (newest, position) < (?1, ?2)
             AND kind NOT IN ('candidate.listNotes', 'candidate.listProjects', 'resume')
             ORDER BY newest DESC, position DESC LIMIT ?3",
        )?;
        let (newest, position) = after(last);
        let rows = statement.query_map(params![newest, position, limit], owed_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The calls owed of one kind, newest first, after one of them.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owed_of(&self, kind: &str, last: Option<&Owed>, limit: u32) -> Result<Vec<Owed>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT position, kind, remote_id, newest FROM detail_queue INDEXED BY detail_queue_by_kind
             WHERE kind = ?1 AND (newest, position) < (?2, ?3) ORDER BY newest DESC, position DESC LIMIT ?4",
        )?;
        let (newest, position) = after(last);
        let rows = statement.query_map(params![kind, newest, position, limit], owed_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How many detail calls are owed.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn owed_count(&self) -> Result<u64> {
        let mut statement = self.connection.prepare_cached("SELECT count(*) FROM detail_queue")?;
        Ok(u64::try_from(statement.query_row([], |row| row.get::<_, i64>(0))?).unwrap_or(0))
    }

    /// When a run last tried each endpoint, as far as the newest runs tell: their ends, UTC.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn last_attempts(&self) -> Result<HashMap<String, String>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT e.endpoint, max(r.ended_at) FROM sync_run r JOIN sync_run_endpoint e ON e.run = r.id
             WHERE r.id > (SELECT max(id) - 20 FROM sync_run) AND r.ended_at IS NOT NULL GROUP BY e.endpoint",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The newest runs, newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn runs(&self, limit: u32) -> Result<Vec<Run>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, started_at, ended_at, is_full, outcome FROM sync_run ORDER BY id DESC LIMIT ?1",
        )?;
        let rows = statement.query_map([limit], |row| {
            Ok(Run {
                id: row.get(0)?,
                started_at: row.get(1)?,
                ended_at: row.get(2)?,
                full: row.get(3)?,
                outcome: row.get(4)?,
                endpoints: Vec::new(),
            })
        })?;
        let mut runs: Vec<Run> = rows.collect::<rusqlite::Result<_>>()?;
        let mut of_run = self.connection.prepare_cached(
            "SELECT endpoint, records, outcome, failure FROM sync_run_endpoint WHERE run = ?1 ORDER BY endpoint",
        )?;
        for run in &mut runs {
            let rows = of_run.query_map([run.id], |row| {
                Ok(RunEndpoint {
                    endpoint: row.get(0)?,
                    records: row.get(1)?,
                    outcome: row.get(2)?,
                    failure: row.get(3)?,
                })
            })?;
            run.endpoints = rows.collect::<rusqlite::Result<_>>()?;
        }
        Ok(runs)
    }
}
