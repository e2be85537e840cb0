//! Intents: what the recruiter asked for, and what became of it.

use rusqlite::{OptionalExtension as _, Row, params};

use crate::{Error, LocalTx, Reading, Result};

/// Where an intent stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case", rename = "IntentState")]
pub enum State {
    /// Kept here, not sent yet.
    Waiting,
    /// A call is under way.
    Sending,
    /// Ashby has it.
    Done,
    /// Ashby has what was asked for, but not all that belongs to it; a person can have it finished.
    Partial,
    /// Ashby refused it, or it could not be sent; nothing arrived.
    Failed,
    /// It may or may not have arrived, and reading could not tell.
    Unconfirmed,
    /// Ashby's state moved meanwhile: a person decides.
    Conflict,
    /// Taken back before it was sent.
    Cancelled,
}

impl State {
    /// The word kept in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Done => "done",
            Self::Partial => "partial",
            Self::Failed => "failed",
            Self::Unconfirmed => "unconfirmed",
            Self::Conflict => "conflict",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state a word stands for.
    ///
    /// # Errors
    /// When no state has that word.
    pub fn parse(word: &str) -> Result<Self> {
        [
            Self::Waiting,
            Self::Sending,
            Self::Done,
            Self::Partial,
            Self::Failed,
            Self::Unconfirmed,
            Self::Conflict,
            Self::Cancelled,
        ]
        .into_iter()
        .find(|state| state.as_str() == word)
        .ok_or(Error::Unexpected("intent state"))
    }
}

/// An intent as kept.
#[derive(Debug, Clone)]
pub struct Intent {
    /// Order of asking.
    pub seq: i64,
    /// Its id.
    pub id: String,
    /// The unified action, such as `move_application_to_stage`.
    pub action: String,
    /// What it does, in words.
    pub title: String,
    /// Where, from what, to what.
    pub detail: String,
    /// Unified id of the candidate whose sends it stands in line with.
    pub candidate_id: String,
    /// Unified id of the application, if it concerns one.
    pub application_id: Option<String>,
    /// The action's input, JSON.
    pub input: String,
    /// What the mirror showed when it was asked for, JSON.
    pub pre_image: String,
    /// Where it stands.
    pub state: State,
    /// Not to be sent before, UTC.
    pub not_before: String,
    /// Asked for at, UTC.
    pub created_at: String,
    /// Reached its present end at, UTC.
    pub settled_at: Option<String>,
    /// Calls made for its core step.
    pub attempts: i64,
    /// The engine's failure, JSON.
    pub failure: Option<String>,
    /// Both sides of a conflict, JSON.
    pub conflict: Option<String>,
    /// What succeeded with a remark, JSON array of sentences.
    pub warnings: String,
    /// The intent this one takes back.
    pub undoes: Option<String>,
    /// The intent that takes this one back.
    pub undone_by: Option<String>,
    /// The gesture that asked for it together with others.
    pub gesture: Option<String>,
}

/// How many intents stand where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Waiting or sending.
    pub waiting: u64,
    /// Failed.
    pub failed: u64,
    /// Unconfirmed or in conflict.
    pub undecided: u64,
    /// Done or cancelled.
    pub done: u64,
}

const COLUMNS: &str =
    "seq, id, action, title, detail, candidate_id, application_id, input, pre_image, state, not_before,
    created_at, settled_at, attempts, failure, conflict, warnings, undoes, undone_by, gesture";

fn intent(row: &Row<'_>) -> rusqlite::Result<Intent> {
    let state: String = row.get(9)?;
    Ok(Intent {
        seq: row.get(0)?,
        id: row.get(1)?,
        action: row.get(2)?,
        title: row.get(3)?,
        detail: row.get(4)?,
        candidate_id: row.get(5)?,
        application_id: row.get(6)?,
        input: row.get(7)?,
        pre_image: row.get(8)?,
        state: State::parse(&state).map_err(|_| rusqlite::Error::InvalidQuery)?,
        not_before: row.get(10)?,
        created_at: row.get(11)?,
        settled_at: row.get(12)?,
        attempts: row.get(13)?,
        failure: row.get(14)?,
        conflict: row.get(15)?,
        warnings: row.get(16)?,
        undoes: row.get(17)?,
        undone_by: row.get(18)?,
        gesture: row.get(19)?,
    })
}

impl LocalTx<'_> {
    /// Keeps a new intent (its `seq` is given by the database) and returns its place in the order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn add_intent(&self, intent: &Intent) -> Result<i64> {
        self.connection
            .prepare_cached(
                "INSERT INTO intent (id, action, title, detail, candidate_id, application_id, input, pre_image, state,
                   not_before, created_at, settled_at, attempts, failure, conflict, warnings, undoes, undone_by,
                   gesture)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
            )?
            .execute(params![
                intent.id,
                intent.action,
                intent.title,
                intent.detail,
                intent.candidate_id,
                intent.application_id,
                intent.input,
                intent.pre_image,
                intent.state.as_str(),
                intent.not_before,
                intent.created_at,
                intent.settled_at,
                intent.attempts,
                intent.failure,
                intent.conflict,
                intent.warnings,
                intent.undoes,
                intent.undone_by,
                intent.gesture,
            ])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Writes what became of an intent, provided it still stands at `expected`; tells whether it did.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn advance(&self, intent: &Intent, expected: State) -> Result<bool> {
        let moved = self
            .connection
            .prepare_cached(
                "UPDATE intent SET state = ?3, settled_at = ?4, attempts = ?5, failure = ?6, conflict = ?7, warnings = ?8,
                   undone_by = ?9, not_before = ?10, pre_image = ?11
                 WHERE id = ?1 AND state = ?2",
            )?
            .execute(params![
                intent.id,
                expected.as_str(),
                intent.state.as_str(),
                intent.settled_at,
                intent.attempts,
                intent.failure,
                intent.conflict,
                intent.warnings,
                intent.undone_by,
                intent.not_before,
                intent.pre_image,
            ])?;
        Ok(moved > 0)
    }

    /// Notes which intent takes another one back, or that none does any more.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn set_undone_by(&self, id: &str, by: Option<&str>) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE intent SET undone_by = ?2 WHERE id = ?1")?
            .execute(params![id, by])?;
        Ok(())
    }

    /// The next waiting stage change of the same application, in order of asking.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn next_waiting(&self, after: &Intent) -> Result<Option<Intent>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM intent WHERE state = 'waiting' AND application_id = ?1 AND seq > ?2
               AND action IN ('move_application_to_stage', 'reject_application', 'reject_application_with_mail',
                 'transfer_application_to_job')
             ORDER BY seq LIMIT 1"
        );
        let found = params![after.application_id, after.seq];
        Ok(self.connection.prepare_cached(&sql)?.query_row(found, intent).optional()?)
    }

    /// One intent, inside this transaction.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn intent(&self, id: &str) -> Result<Option<Intent>> {
        let sql = format!("SELECT {COLUMNS} FROM intent WHERE id = ?1");
        Ok(self.connection.prepare_cached(&sql)?.query_row([id], intent).optional()?)
    }
}

impl Reading<'_> {
    /// One intent.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn intent(&self, id: &str) -> Result<Option<Intent>> {
        let sql = format!("SELECT {COLUMNS} FROM local.intent WHERE id = ?1");
        Ok(self.connection.prepare_cached(&sql)?.query_row([id], intent).optional()?)
    }

    /// The next intent of every candidate that has one: the oldest open one, in order of asking.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn due_intents(&self) -> Result<Vec<Intent>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM local.intent i WHERE i.state IN ('waiting', 'sending')
               AND i.seq = (SELECT min(first.seq) FROM local.intent first
                            WHERE first.candidate_id = i.candidate_id AND first.state IN ('waiting', 'sending'))
             ORDER BY i.seq"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], intent)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The intents that make somebody or something and are shown already, in order of asking.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn creations(&self) -> Result<Vec<Intent>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM local.intent WHERE state IN ('waiting', 'sending', 'unconfirmed')
               AND action IN ('create_candidate', 'create_application') ORDER BY seq"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], intent)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The intents of one gesture, in order of asking.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn gesture(&self, gesture: &str) -> Result<Vec<Intent>> {
        let sql = format!("SELECT {COLUMNS} FROM local.intent WHERE gesture = ?1 ORDER BY seq");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([gesture], intent)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Intents in the given states, newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn intents(&self, states: &[State], offset: u32, limit: u32) -> Result<Vec<Intent>> {
        let words: Vec<String> = states.iter().map(|state| format!("'{}'", state.as_str())).collect();
        let sql = format!(
            "SELECT {COLUMNS} FROM local.intent WHERE state IN ({}) ORDER BY seq DESC LIMIT ?1 OFFSET ?2",
            words.join(", ")
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params![limit, offset], intent)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The newest intent that can still be taken back: neither failed nor taken back, and not itself an undo. Once sent,
    /// only what has an `opposite` can.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn last_undoable(&self, opposite: &[&str]) -> Result<Option<Intent>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM local.intent
             WHERE undoes IS NULL AND undone_by IS NULL
               AND (state = 'waiting' AND attempts = 0
                    OR state IN ('waiting', 'sending', 'done', 'partial')
                      AND action IN (SELECT value FROM json_each(?1)))
             ORDER BY seq DESC LIMIT 1"
        );
        let opposite = serde_json::Value::from(opposite).to_string();
        Ok(self.connection.prepare_cached(&sql)?.query_row([opposite], intent).optional()?)
    }

    /// How many intents stand where.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn tally(&self) -> Result<Tally> {
        let mut statement =
            self.connection.prepare_cached("SELECT state, count(*) FROM local.intent GROUP BY state")?;
        let mut tally = Tally::default();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let count = u64::try_from(row.get::<_, i64>(1)?).unwrap_or(0);
            match State::parse(&row.get::<_, String>(0)?)? {
                State::Waiting | State::Sending => tally.waiting += count,
                State::Failed | State::Partial => tally.failed += count,
                State::Unconfirmed | State::Conflict => tally.undecided += count,
                State::Done | State::Cancelled => tally.done += count,
            }
        }
        Ok(tally)
    }
}
