//! Long text of candidates: what résumés, notes and feedback say, to be found by a word of it.

use rusqlite::{OptionalExtension as _, params};
use samara_unified::fold;
use serde::Serialize;
use ts_rs::TS;

use crate::payload::{pack, unpack};
use crate::search::expression;
use crate::{MirrorTx, Reading, Result};

/// Kinds a candidate's place has room for.
const ROOM: i64 = 8;
/// Letters of a query that are searched for in long text: fewer are at the beginning of nearly every text.
const ENOUGH: usize = 3;
/// Letters shown before and after a word that was found.
const AROUND: usize = 60;

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum DocumentKind {
    /// The text of the résumé.
    Resume,
    /// All notes.
    Notes,
    /// All feedback.
    Feedback,
}

impl DocumentKind {
    const ALL: [Self; 3] = [Self::Resume, Self::Notes, Self::Feedback];

    fn number(self) -> i64 {
        match self {
            Self::Resume => 0,
            Self::Notes => 1,
            Self::Feedback => 2,
        }
    }

    fn of_place(place: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.number() == place.rem_euclid(ROOM))
    }
}

/// A text in which a query was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextMatch {
    /// Number of the candidate's row.
    pub row: i64,
    /// What the text is.
    pub kind: DocumentKind,
}

fn place(row: i64, kind: DocumentKind) -> i64 {
    row * ROOM + kind.number()
}

impl MirrorTx<'_> {
    /// The number of a candidate's row.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn candidate_row(&self, candidate_id: &str) -> Result<Option<i64>> {
        let mut find = self.connection.prepare_cached("SELECT _row FROM ats_candidates WHERE id = ?1")?;
        Ok(find.query_row([candidate_id], |row| row.get(0)).optional()?)
    }

    /// Keeps a text of a candidate and what can be found in it, in place of the one before; empty text is none.
    /// A candidate that is not here has no texts.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn keep_document(&self, candidate_id: &str, kind: DocumentKind, text: &str) -> Result<()> {
        let Some(row) = self.candidate_row(candidate_id)? else { return Ok(()) };
        let place = place(row, kind);
        if text.is_empty() {
            return self.remove_documents(place, place);
        }
        let packed = pack(text)?;
        let same = self
            .connection
            .prepare_cached("SELECT 1 FROM document WHERE place = ?1 AND packed = ?2")?
            .exists(params![place, packed])?;
        if same {
            return Ok(());
        }
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO document (place, packed) VALUES (?1, ?2)")?
            .execute(params![place, packed])?;
        self.findings.borrow_mut().document(place, Some(text));
        Ok(())
    }

    /// Forgets all texts of a candidate's row.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn forget_documents(&self, row: i64) -> Result<()> {
        self.remove_documents(row * ROOM, row * ROOM + ROOM - 1)
    }

    fn remove_documents(&self, first: i64, last: i64) -> Result<()> {
        let mut kept =
            self.connection.prepare_cached("SELECT place FROM document WHERE place BETWEEN ?1 AND ?2")?;
        for place in kept.query_map([first, last], |row| row.get(0))? {
            self.findings.borrow_mut().document(place?, None);
        }
        self.connection
            .prepare_cached("DELETE FROM document WHERE place BETWEEN ?1 AND ?2")?
            .execute([first, last])?;
        Ok(())
    }
}

/// Whether the words say enough to be looked for in long texts.
pub(crate) fn long_enough(query: &str) -> bool {
    let folded = fold(query);
    folded.split(|letter: char| !letter.is_alphanumeric()).any(|word| word.chars().count() >= ENOUGH)
}

impl Reading<'_> {
    /// A text of a candidate.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn document(&self, candidate_id: &str, kind: DocumentKind) -> Result<Option<String>> {
        let mut find = self.connection.prepare_cached("SELECT _row FROM ats_candidates WHERE id = ?1")?;
        let row: Option<i64> = find.query_row([candidate_id], |row| row.get(0)).optional()?;
        row.map_or(Ok(None), |row| self.document_of_row(row, kind))
    }

    fn document_of_row(&self, row: i64, kind: DocumentKind) -> Result<Option<String>> {
        let mut statement = self.connection.prepare_cached("SELECT packed FROM document WHERE place = ?1")?;
        let packed: Option<Vec<u8>> =
            statement.query_row([place(row, kind)], |packed| packed.get(0)).optional()?;
        packed.map(|packed| unpack(&packed)).transpose()
    }

    /// Texts that hold every word of the query, newest candidates first. Short queries are in too many to look.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn find_in_documents(&self, query: &str, limit: u32) -> Result<Vec<TextMatch>> {
        let Some(words) = expression(query).filter(|_| long_enough(query)) else { return Ok(Vec::new()) };
        let mut statement = self.connection.prepare_cached(
            "SELECT rowid FROM document_search WHERE document_search MATCH ?1
             AND NOT EXISTS (SELECT 1 FROM ats_candidates gone INDEXED BY candidates_gone
               WHERE gone._row = document_search.rowid / 8 AND gone.remote_deleted_at IS NOT NULL)
             ORDER BY rowid DESC LIMIT ?2",
        )?;
        let places = statement.query_map(params![words, limit], |row| row.get(0))?;
        let mut matches = Vec::new();
        for found in places {
            let found: i64 = found?;
            matches.extend(
                DocumentKind::of_place(found).map(|kind| TextMatch { row: found.div_euclid(ROOM), kind }),
            );
        }
        Ok(matches)
    }

    /// In which text of a candidate a query was found first, and the words around.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn snippet(&self, candidate_id: &str, query: &str) -> Result<Option<(DocumentKind, String)>> {
        for kind in DocumentKind::ALL {
            if let Some(text) = self.document(candidate_id, kind)?
                && let Some(shown) = around(&text, query)
            {
                return Ok(Some((kind, shown)));
            }
        }
        Ok(None)
    }
}

/// The part of a text around the first of the query's words, where it holds them all.
#[must_use]
pub fn around(text: &str, query: &str) -> Option<String> {
    let folded = fold(query);
    let wanted: Vec<&str> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut missing: Vec<&str> = wanted.clone();
    let mut first = None;
    for (at, word) in words(text) {
        let word = fold(word);
        missing.retain(|wanted| !word.starts_with(wanted));
        if first.is_none() && wanted.iter().any(|wanted| word.starts_with(wanted)) {
            first = Some(at);
        }
        if missing.is_empty() {
            break;
        }
    }
    let at = first.filter(|_| missing.is_empty())?;
    let (before, after) = text.split_at_checked(at)?;
    let start = before.char_indices().rev().nth(AROUND).map(|(start, _)| start);
    let end = after.char_indices().nth(AROUND * 2).map(|(end, _)| end);
    // Cut at words where there is a cut.
    let before = start
        .and_then(|start| before.get(start..))
        .map_or(before, |part| part.split_once(char::is_whitespace).map_or(part, |(_, whole)| whole));
    let after = end
        .and_then(|end| after.get(..end))
        .map_or(after, |part| part.rsplit_once(char::is_whitespace).map_or(part, |(whole, _)| whole));
    let shown: Vec<&str> = before.split_whitespace().collect();
    let lead = if before.ends_with(char::is_whitespace) && !shown.is_empty() { " " } else { "" };
    let rest: Vec<&str> = after.split_whitespace().collect();
    Some(format!(
        "{}{}{lead}{}{}",
        if start.is_some() { "… " } else { "" },
        shown.join(" "),
        rest.join(" "),
        if end.is_some() { " …" } else { "" }
    ))
}

/// The words of a text with where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr().addr() - text.as_ptr().addr(), word))
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn the_words_around_are_shown_as_they_are_written() {
        assert_eq!(
            around("Led the Zürich team.\nWrote Rust.", "zuri").as_deref(),
            Some("Led the Zürich team. Wrote Rust.")
        );
        let long = format!("{} Kubernetes, {}", "word ".repeat(40), "more ".repeat(60));
        let shown = around(&long, "kubern more").unwrap();
        assert!(
            shown.starts_with("… word")
                && shown.contains("word Kubernetes, more")
                && shown.ends_with("more …"),
            "{shown}"
        );
        assert!(shown.chars().count() < 200);
    }

    #[test]
    fn all_words_have_to_be_there() {
        assert_eq!(around("Led the Zürich team", "zurich rust"), None);
        assert_eq!(around("", "a"), None);
    }
}
