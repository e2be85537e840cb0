//! Where each endpoint's pull stands, and the run log.

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
