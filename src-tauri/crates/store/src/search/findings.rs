//! What changes in the search indexes, kept until the transaction is about to end.
//!
//! FTS5 writes what it has gathered to the disk whenever a savepoint begins, and SQLite begins one for nearly every
//! statement with a trigger. Written one by one between those, each text would make a piece of the index of its own,
//! to be merged with all others again and again; written together, those of a whole commit make one.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};
use samara_unified::fold;

use super::Findable;
use crate::Result;

/// Texts by their place in an index; `None` has what is there removed.
#[derive(Default)]
pub(crate) struct Findings {
    people: BTreeMap<i64, Option<[String; 4]>>,
    documents: BTreeMap<i64, Option<String>>,
}

impl Findings {
    pub(crate) fn person(&mut self, row: i64, texts: Option<Findable<'_>>) {
        let folded = texts.map(|texts| [texts.name, texts.contact, texts.work, texts.tags].map(fold));
        self.people.insert(row, folded);
    }

    pub(crate) fn document(&mut self, place: i64, text: Option<&str>) {
        self.documents.insert(place, text.map(fold));
    }

    /// What a later job of the same transaction changes.
    pub(crate) fn extend(&mut self, later: Self) {
        self.people.extend(later.people);
        self.documents.extend(later.documents);
    }

    /// Writes all of it.
    pub(crate) fn write(self, connection: &Connection) -> Result<()> {
        for (row, texts) in self.people {
            match texts {
                Some([name, contact, work, tags]) => connection
                    .prepare_cached(
                        "INSERT OR REPLACE INTO search (rowid, name, contact, work, tags) VALUES (?1, ?2, ?3, ?4, ?5)",
                    )?
                    .execute(params![row, name, contact, work, tags])?,
                None => connection.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([row])?,
            };
        }
        for (place, text) in self.documents {
            match text {
                Some(text) => connection
                    .prepare_cached("INSERT OR REPLACE INTO document_search (rowid, text) VALUES (?1, ?2)")?
                    .execute(params![place, text])?,
                None => connection
                    .prepare_cached("DELETE FROM document_search WHERE rowid = ?1")?
                    .execute([place])?,
            };
        }
        Ok(())
    }
}
