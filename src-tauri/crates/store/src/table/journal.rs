//! The journal of intents: every call on its way to Ashby, and the files that travel with it.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension as _, params};
use serde::Serialize;
use ts_rs::TS;

use crate::{Error, LocalTx, Reading, Result};

/// State of one journalled call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Planned.
    Pending,
    /// On its way; if the process died now, the outcome would be unknown.
    Sent,
    /// Ashby confirmed it.
    Done,
    /// Ashby refused it, or it provably did not arrive.
    Failed,
    /// It may have arrived.
    Unknown,
}

impl StepState {
    fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Sent => "sent",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
        }
    }

    fn parse(word: &str) -> Result<Self> {
        [Self::Pending, Self::Sent, Self::Done, Self::Failed, Self::Unknown]
            .into_iter()
            .find(|state| state.as_str() == word)
            .ok_or(Error::Unexpected("step state"))
    }
}

/// One call of an intent as the journal has it.
#[derive(Debug, Clone)]
pub struct Journalled {
    /// Where it stands.
    pub state: StepState,
    /// Last sent at, UTC.
    pub sent_at: Option<String>,
    /// Ashby's id of what it made or found.
    pub result: Option<String>,
}

/// One call of an intent as people see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IntentCall {
    /// The endpoint.
    pub endpoint: String,
    /// `pending`, `sent`, `done`, `failed` or `unknown`.
    pub state: String,
    /// Last sent at, UTC.
    pub sent_at: Option<String>,
    /// Ended at, UTC.
    pub ended_at: Option<String>,
    /// Ashby's id of what it made or found.
    pub result: Option<String>,
}

impl LocalTx<'_> {
    /// Notes that a journalled call is done and what of Ashby's it gave.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn step_done(
        &self,
        intent_id: &str,
        position: i64,
        name: &str,
        result: Option<&str>,
        at: &str,
    ) -> Result<()> {
        self.set_step(intent_id, position, name, StepState::Done, at)?;
        self.connection
            .prepare_cached("UPDATE step SET result = ?3 WHERE intent_id = ?1 AND position = ?2")?
            .execute(params![intent_id, position, result])?;
        self.connection
            .prepare_cached("DELETE FROM spool WHERE intent_id = ?1 AND position = ?2")?
            .execute(params![intent_id, position])?;
        Ok(())
    }

    /// Keeps a file until the step it is for is done.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn spool(&self, intent_id: &str, position: i64, bytes: &[u8]) -> Result<()> {
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO spool (intent_id, position, bytes) VALUES (?1, ?2, ?3)")?
            .execute(params![intent_id, position, bytes])?;
        Ok(())
    }

    /// Forgets a file that was sent with another step than its own.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn drop_spooled(&self, intent_id: &str, position: i64) -> Result<()> {
        self.connection
            .prepare_cached("DELETE FROM spool WHERE intent_id = ?1 AND position = ?2")?
            .execute(params![intent_id, position])?;
        Ok(())
    }

    /// Forgets the files of an intent that will not be sent.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn unspool(&self, intent_id: &str) -> Result<()> {
        self.connection.prepare_cached("DELETE FROM spool WHERE intent_id = ?1")?.execute([intent_id])?;
        Ok(())
    }

    /// Writes where a journalled call stands.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn set_step(
        &self,
        intent_id: &str,
        position: i64,
        name: &str,
        state: StepState,
        at: &str,
    ) -> Result<()> {
        let ended = matches!(state, StepState::Done | StepState::Failed | StepState::Unknown);
        self.connection
            .prepare_cached(
                "INSERT INTO step (intent_id, position, name, state, sent_at, ended_at)
                 VALUES (?1, ?2, ?3, ?4, CASE WHEN ?4 = 'sent' THEN ?5 END, CASE WHEN ?6 THEN ?5 END)
                 ON CONFLICT (intent_id, position) DO UPDATE
                 SET state = excluded.state, sent_at = coalesce(excluded.sent_at, sent_at), ended_at = excluded.ended_at",
            )?
            .execute(params![intent_id, position, name, state.as_str(), at, ended])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// Where a journalled call of an intent stands.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn step(&self, intent_id: &str, position: i64) -> Result<Option<StepState>> {
        let word: Option<String> = self
            .connection
            .prepare_cached("SELECT state FROM local.step WHERE intent_id = ?1 AND position = ?2")?
            .query_row(params![intent_id, position], |row| row.get(0))
            .optional()?;
        word.map(|word| StepState::parse(&word)).transpose()
    }

    /// The journal of an intent, by position.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn journal(&self, intent_id: &str) -> Result<BTreeMap<i64, Journalled>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT position, state, sent_at, result FROM local.step WHERE intent_id = ?1 ORDER BY position",
        )?;
        let mut rows = statement.query([intent_id])?;
        let mut journal = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let state = StepState::parse(&row.get::<_, String>(1)?)?;
            journal.insert(row.get(0)?, Journalled { state, sent_at: row.get(2)?, result: row.get(3)? });
        }
        Ok(journal)
    }

    /// The calls of an intent, in order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn calls(&self, intent_id: &str) -> Result<Vec<IntentCall>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT name, state, sent_at, ended_at, result FROM local.step WHERE intent_id = ?1 ORDER BY position",
        )?;
        let rows = statement.query_map([intent_id], |row| {
            Ok(IntentCall {
                endpoint: row.get(0)?,
                state: row.get(1)?,
                sent_at: row.get(2)?,
                ended_at: row.get(3)?,
                result: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether some intent's call gave this very thing of Ashby's.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn given(&self, name: &str, result: &str) -> Result<bool> {
        Ok(self
            .connection
            .prepare_cached("SELECT 1 FROM local.step WHERE name = ?1 AND result = ?2 LIMIT 1")?
            .exists(params![name, result])?)
    }

    /// A file on its way.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn spooled(&self, intent_id: &str, position: i64) -> Result<Option<Vec<u8>>> {
        Ok(self
            .connection
            .prepare_cached("SELECT bytes FROM local.spool WHERE intent_id = ?1 AND position = ?2")?
            .query_row(params![intent_id, position], |row| row.get(0))
            .optional()?)
    }
}
