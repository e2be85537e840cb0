//! Notes of candidates (`candidate.listNotes`), and when a record's details were last read.

use rusqlite::{OptionalExtension as _, params};
use samara_unified::plain_text;
use serde::Serialize;
use ts_rs::TS;

use super::document::DocumentKind;
use crate::{MirrorTx, Reading, Result};

/// A note, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Note {
    /// Ashby's id.
    pub id: String,
    /// Who wrote it.
    pub author: String,
    /// When, UTC.
    pub created_at: String,
    /// Its text as sanitised HTML.
    pub html: String,
    /// Whether Ashby shows it to people with the right to private fields only.
    pub private: bool,
}

impl MirrorTx<'_> {
    /// Replaces the notes of a candidate by a complete listing.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn replace_notes(&self, candidate_id: &str, notes: &[Note], now: &str) -> Result<()> {
        // Whoever was removed while this was read stays removed.
        if self.candidate_row(candidate_id)?.is_none() {
            return Ok(());
        }
        self.connection
            .prepare_cached("DELETE FROM note WHERE candidate_id = ?1")?
            .execute([candidate_id])?;
        let mut insert = self.connection.prepare_cached(
            "INSERT OR REPLACE INTO note (candidate_id, remote_id, created_at, author, is_private, html)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        for note in notes {
            insert.execute(params![
                candidate_id,
                note.id,
                note.created_at,
                note.author,
                note.private,
                note.html
            ])?;
        }
        let texts: Vec<String> =
            notes.iter().map(|note| format!("{}\n{}", note.author, plain_text(&note.html))).collect();
        self.keep_document(candidate_id, DocumentKind::Notes, &texts.join("\n\n"))?;
        self.set_fresh("notes", candidate_id, now)
    }

    /// Records that details of a kind were read at `now`.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn set_fresh(&self, kind: &str, id: &str, now: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO freshness (kind, id, at) VALUES (?1, ?2, ?3) ON CONFLICT (kind, id) DO UPDATE SET at = ?3",
            )?
            .execute([kind, id, now])?;
        Ok(())
    }
}

impl Reading<'_> {
    /// The notes of a candidate, newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn notes(&self, candidate_id: &str) -> Result<Vec<Note>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT remote_id, author, created_at, html, is_private FROM note WHERE candidate_id = ?1
             ORDER BY created_at DESC, remote_id",
        )?;
        let rows = statement.query_map([candidate_id], |row| {
            Ok(Note {
                id: row.get(0)?,
                author: row.get(1)?,
                created_at: row.get(2)?,
                html: row.get(3)?,
                private: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// When details of a kind were last read, if ever.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn fresh_at(&self, kind: &str, id: &str) -> Result<Option<String>> {
        let mut statement =
            self.connection.prepare_cached("SELECT at FROM freshness WHERE kind = ?1 AND id = ?2")?;
        Ok(statement.query_row([kind, id], |row| row.get(0)).optional()?)
    }
}
