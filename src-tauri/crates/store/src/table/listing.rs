//! What a complete listing has shown so far.
//!
//! While an endpoint is listed completely, every row that anything brings (the listing, a record read by itself, the
//! answer to an action) is *sighted*; what was not sighted when the listing has ended is gone from Ashby. A row is one
//! bit, so that listing a million of them again costs some hundred kilobytes.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::{OptionalExtension as _, params};

use super::reference::Kind;
use crate::{MirrorTx, Reading, Result};

/// Rows a chunk of bits stands for.
const CHUNK: i64 = 8_192;
/// Bytes of a chunk.
const BYTES: usize = 1_024;

/// What listings are about: a unified table, a kind of reference records, or feedback.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A unified table.
    Table(&'static str),
    /// Reference records of a kind.
    Reference(Kind),
    /// Feedback on applications.
    Feedback,
}

const FEEDBACK: &str = "feedback";

impl Subject {
    /// The word kept in the database.
    #[must_use]
    pub fn word(self) -> String {
        match self {
            Self::Table(table) => table.to_owned(),
            Self::Reference(kind) => format!("reference.{}", kind.name()),
            Self::Feedback => FEEDBACK.to_owned(),
        }
    }

    /// The subject a word stands for; `None` for one this version does not know.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        if word == FEEDBACK {
            return Some(Self::Feedback);
        }
        match word.strip_prefix("reference.") {
            Some(kind) => Kind::ALL.iter().copied().find(|known| known.name() == kind).map(Self::Reference),
            None => crate::table_info(word).map(|info| Self::Table(info.table)),
        }
    }
}

/// What a transaction has sighted, written before it ends.
#[derive(Default)]
pub(crate) struct Sightings {
    known: RefCell<Option<Known>>,
    rows: RefCell<BTreeMap<Chunk, Box<[u8; BYTES]>>>,
    named: RefCell<BTreeSet<(i64, String)>>,
    asked: Cell<bool>,
}

/// A listing and the number of a chunk of it.
type Chunk = (i64, i64);
/// The listings there are, by subject.
type Known = HashMap<String, i64>;

pub(crate) fn set(bits: &mut [u8], row: i64) {
    let bit = usize::try_from(row.rem_euclid(CHUNK)).unwrap_or(0);
    if let Some(byte) = bits.get_mut(bit / 8) {
        *byte |= 1 << (bit % 8);
    }
}

/// The bits of a listing.
#[derive(Default)]
pub(crate) struct Seen(HashMap<i64, Vec<u8>>);

impl Seen {
    pub(crate) fn has(&self, row: i64) -> bool {
        let bit = usize::try_from(row.rem_euclid(CHUNK)).unwrap_or(0);
        let byte = self.0.get(&row.div_euclid(CHUNK)).and_then(|bits| bits.get(bit / 8));
        byte.is_some_and(|byte| byte & (1 << (bit % 8)) != 0)
    }
}

pub(crate) fn seen(connection: &rusqlite::Connection, pass: i64) -> Result<Seen> {
    let mut statement = connection.prepare_cached("SELECT chunk, bits FROM listing_seen WHERE pass = ?1")?;
    let rows = statement.query_map([pass], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Seen(rows.collect::<rusqlite::Result<_>>()?))
}

impl MirrorTx<'_> {
    /// Begins to note what is sighted of these subjects; an earlier listing of them is forgotten. A subject of which
    /// nothing is here has nothing to lose: nothing is noted for it.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn begin_listing(&self, endpoint: &str, subjects: &[Subject]) -> Result<()> {
        for subject in subjects {
            let word = subject.word();
            self.connection.prepare_cached("DELETE FROM listing WHERE subject = ?1")?.execute([&word])?;
            if self.is_any_here(*subject)? {
                self.connection
                    .prepare_cached("INSERT INTO listing (endpoint, subject) VALUES (?1, ?2)")?
                    .execute([endpoint, word.as_str()])?;
            }
        }
        *self.sightings.known.borrow_mut() = None;
        Ok(())
    }

    /// The listing has reached its last page: what is not sighted any more is gone.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn end_listing(&self, endpoint: &str, now: &str) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE listing SET ended_at = ?2 WHERE endpoint = ?1 AND ended_at IS NULL")?
            .execute([endpoint, now])?;
        Ok(())
    }

    /// Forgets a listing that has not ended: it was broken off, or not all of it could be read.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn drop_listing(&self, endpoint: &str) -> Result<()> {
        self.connection
            .prepare_cached("DELETE FROM listing WHERE endpoint = ?1 AND ended_at IS NULL")?
            .execute([endpoint])?;
        *self.sightings.known.borrow_mut() = None;
        Ok(())
    }

    /// Forgets the ended listing of a subject: it was judged.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn close_listing(&self, pass: i64) -> Result<()> {
        self.connection.prepare_cached("DELETE FROM listing WHERE pass = ?1")?.execute([pass])?;
        *self.sightings.known.borrow_mut() = None;
        Ok(())
    }

    /// Whether anything of a subject is here, without counting it.
    fn is_any_here(&self, subject: Subject) -> Result<bool> {
        let (sql, word) = match subject {
            Subject::Table(table) => ("SELECT 1 FROM table_count WHERE model = ?1 AND live > 0", table),
            Subject::Reference(kind) => ("SELECT 1 FROM reference WHERE kind = ?1", kind.name()),
            Subject::Feedback => ("SELECT 1 FROM feedback WHERE ?1 IS NOT NULL", FEEDBACK),
        };
        Ok(self.connection.prepare_cached(sql)?.exists([word])?)
    }

    /// Whether it matters which rows of a table are sighted.
    pub(crate) fn is_watched(&self, table: &str) -> Result<bool> {
        Ok(self.pass_of(table)?.is_some() || self.sightings.asked.get())
    }

    /// Notes that a row of a table is in Ashby.
    pub(crate) fn sight(&self, table: &str, row: i64, id: &str) -> Result<()> {
        if let Some(pass) = self.pass_of(table)? {
            let mut rows = self.sightings.rows.borrow_mut();
            set(
                rows.entry((pass, row.div_euclid(CHUNK)))
                    .or_insert_with(|| Box::new([0; BYTES]))
                    .as_mut_slice(),
                row,
            );
        }
        self.answer(id)
    }

    /// Notes that a row is in Ashby which a listing named, but which is not kept from it.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn sight_by_remote_id(&self, table: &str, remote_id: &str) -> Result<()> {
        if self.pass_of(table)?.is_none() && !self.sightings.asked.get() {
            return Ok(());
        }
        let sql = format!("SELECT _row, id FROM {table} WHERE remote_id = ?1 AND remote_deleted_at IS NULL");
        let found = self
            .connection
            .prepare_cached(&sql)?
            .query_row([remote_id], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))
            .optional()?;
        found.map_or(Ok(()), |(row, id)| self.sight(table, row, &id))
    }

    /// Notes that a record which has no row of its own, such as one of reference or feedback, is in Ashby.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn sight_named(&self, subject: Subject, remote_id: &str) -> Result<()> {
        if let Some(pass) = self.pass_of(&subject.word())? {
            self.sightings.named.borrow_mut().insert((pass, remote_id.to_owned()));
        }
        self.answer(remote_id)
    }

    fn pass_of(&self, subject: &str) -> Result<Option<i64>> {
        let mut known = self.sightings.known.borrow_mut();
        if known.is_none() {
            let mut statement = self.connection.prepare_cached("SELECT subject, pass FROM listing")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            *known = Some(rows.collect::<rusqlite::Result<_>>()?);
            let asked = "SELECT EXISTS (SELECT 1 FROM quality_row)";
            self.sightings.asked.set(self.connection.prepare_cached(asked)?.query_row([], |row| row.get(0))?);
        }
        Ok(known.as_ref().and_then(|known| known.get(subject).copied()))
    }

    /// A row that is seen again is no question any more.
    fn answer(&self, key: &str) -> Result<()> {
        if self.sightings.asked.get() {
            self.connection.prepare_cached("DELETE FROM quality_row WHERE key = ?1")?.execute([key])?;
        }
        Ok(())
    }

    /// Writes what was sighted; called as the last thing of every transaction.
    pub(crate) fn keep_sightings(&self) -> Result<()> {
        for ((pass, chunk), mut bits) in std::mem::take(&mut *self.sightings.rows.borrow_mut()) {
            let kept = self
                .connection
                .prepare_cached("SELECT bits FROM listing_seen WHERE pass = ?1 AND chunk = ?2")?
                .query_row([pass, chunk], |row| row.get::<_, Vec<u8>>(0))
                .optional()?;
            for (bit, kept) in bits.iter_mut().zip(kept.unwrap_or_default()) {
                *bit |= kept;
            }
            // The listing may have been forgotten since.
            self.connection
                .prepare_cached(
                    "INSERT OR REPLACE INTO listing_seen (pass, chunk, bits)
                     SELECT pass, ?2, ?3 FROM listing WHERE pass = ?1",
                )?
                .execute(params![pass, chunk, bits.as_slice()])?;
        }
        for (pass, remote_id) in std::mem::take(&mut *self.sightings.named.borrow_mut()) {
            self.connection
                .prepare_cached(
                    "INSERT OR IGNORE INTO listing_named (pass, remote_id) SELECT pass, ?2 FROM listing WHERE pass = ?1",
                )?
                .execute(params![pass, remote_id])?;
        }
        Ok(())
    }
}

fn live_sql(subject: Subject) -> (&'static str, &'static str) {
    match subject {
        Subject::Table(table) => {
            ("SELECT coalesce((SELECT live FROM table_count WHERE model = ?1), 0)", table)
        }
        Subject::Reference(kind) => ("SELECT count(*) FROM reference WHERE kind = ?1", kind.name()),
        Subject::Feedback => ("SELECT count(*) FROM feedback WHERE ?1 IS NOT NULL", FEEDBACK),
    }
}

impl Reading<'_> {
    /// Live rows, or records, of a subject.
    pub(crate) fn live(&self, subject: Subject) -> Result<i64> {
        let (sql, word) = live_sql(subject);
        Ok(self.connection.prepare_cached(sql)?.query_row([word], |row| row.get(0))?)
    }
}
