//! The search index over people, and the words a recruiter types.
//!
//! Every word must match as a prefix, accents and case folded, in name, contact, work or tags. Ranking is bounded:
//! however broad the query, at most [`BOUND`] matches are looked at.

pub(crate) mod findings;
pub mod language;
mod pending;
pub(crate) mod people;
pub mod spelling;
mod standing;
mod terms;

use rusqlite::params;
use samara_unified::fold;
use sha2::{Digest as _, Sha256};

use crate::{MirrorTx, Reading, Result};

pub use people::{People, Sort};
pub(crate) use terms::teach;

/// Matches looked at, at most.
pub const BOUND: u32 = 10_000;
/// Matches in the name that are ranked before all others, at most.
const NAMED: u32 = 500;

/// Who is gone can be found among the deleted alone; the index of those is small.
const HERE: &str = "NOT EXISTS (SELECT 1 FROM ats_candidates gone INDEXED BY candidates_gone
    WHERE gone._row = search.rowid AND gone.remote_deleted_at IS NOT NULL)";
/// So few who are gone are known by their numbers; among more, each match is looked for.
pub(crate) const FEW_GONE: u32 = 2_000;

/// Some people, by the numbers of their rows.
pub(crate) type Rows = rustc_hash::FxHashSet<i64>;

/// The texts of one candidate that can be found.
#[derive(Debug, Clone, Copy)]
pub struct Findable<'a> {
    /// Name as written.
    pub name: &'a str,
    /// Mail addresses and profile names.
    pub contact: &'a str,
    /// Title and company.
    pub work: &'a str,
    /// Tags.
    pub tags: &'a str,
}

impl Findable<'_> {
    /// What tells these texts from others.
    fn hash(&self) -> i64 {
        let mut hash = Sha256::new();
        for text in [self.name, self.contact, self.work, self.tags] {
            hash.update(text.len().to_le_bytes());
            hash.update(text.as_bytes());
        }
        hash.finalize().iter().take(8).fold(0, |number, byte| number << 8 | i64::from(*byte))
    }
}

/// What a query matched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matches {
    /// Rows, best first: names that begin so, names that contain it, the rest from newest.
    pub rows: Vec<i64>,
    /// How many of them, from the first on, have the words in name, contact, work or tags.
    pub indexed: usize,
    /// Whether there are more than were looked at.
    pub more: bool,
    /// Whether long texts hold the words of more people than are named.
    pub cut: bool,
}

/// The FTS5 expression for what was typed; `None` when it holds no word.
///
/// Words are folded as what is indexed is, and cut as the index's tokenizer cuts them, so nothing typed can be read
/// as query syntax.
#[must_use]
pub fn expression(query: &str) -> Option<String> {
    let words: Vec<String> = words(query).iter().map(|word| format!("\"{word}\" *")).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The words of a text, folded, cut as the index cuts them.
pub(crate) fn words(text: &str) -> Vec<String> {
    cut(&fold(text)).map(str::to_owned).collect()
}

/// The words of a folded text.
fn cut(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty())
}

impl MirrorTx<'_> {
    /// Indexes a candidate under its row number as the transaction ends, in place of what was indexed before; the same
    /// texts are not indexed again.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn index_candidate(&self, row: i64, texts: Findable<'_>) -> Result<()> {
        let hash = texts.hash();
        let mut note = self.connection.prepare_cached(
            "UPDATE ats_candidates SET _texts_hash = ?2 WHERE _row = ?1 AND _texts_hash IS NOT ?2",
        )?;
        if note.execute(params![row, hash])? > 0 {
            self.findings.borrow_mut().person(row, Some(texts));
        }
        Ok(())
    }

    /// Takes a candidate out of the index as the transaction ends.
    pub(crate) fn unindex_candidate(&self, row: i64) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE ats_candidates SET _texts_hash = NULL WHERE _row = ?1")?
            .execute([row])?;
        self.findings.borrow_mut().person(row, None);
        Ok(())
    }
}

impl Reading<'_> {
    /// Finds candidates.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn find(&self, query: &str) -> Result<Matches> {
        self.find_within(query, BOUND)
    }

    /// Finds the best few candidates, and looks no further than it takes to know them.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn find_best(&self, query: &str, limit: u32) -> Result<Vec<i64>> {
        Ok(self.find_within(query, limit)?.rows)
    }

    /// The same with another bound.
    fn find_within(&self, query: &str, bound: u32) -> Result<Matches> {
        let Some(words) = expression(query) else { return Ok(Matches::default()) };
        let first = NAMED.min(bound);
        let begin = self.names_beginning(&fold(query.trim()), first)?;
        if begin.len() == bound as usize {
            return Ok(Matches { indexed: begin.len(), rows: begin, more: true, cut: false });
        }
        let named = self.matching(&format!("{{name}} : ({words})"), first)?;
        let all = self.matching(&words, bound + 1)?;
        let more = all.len() > bound as usize;
        let pending = self.pending_matches(query)?;
        let mut seen = Rows::with_capacity_and_hasher(all.len(), Default::default());
        let mut rows = Vec::with_capacity(all.len());
        for row in begin.into_iter().chain(named).chain(pending.found).chain(all) {
            if !pending.lost.contains(&row) && seen.insert(row) {
                rows.push(row);
            }
        }
        let (indexed, mut cut) = (rows.len().min(bound as usize), false);
        if !more {
            // Who is found by name alone comes before those whose papers say it.
            let texts = self.find_in_documents(query, bound)?;
            cut = texts.len() == bound as usize;
            rows.extend(texts.into_iter().map(|found| found.row).filter(|row| seen.insert(*row)));
        }
        cut |= rows.len() > bound as usize;
        rows.truncate(bound as usize);
        Ok(Matches { rows, indexed, more, cut })
    }

    pub(crate) fn names_beginning(&self, folded: &str, limit: u32) -> Result<Vec<i64>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT _row FROM ats_candidates WHERE _sort_name >= ?1 AND _sort_name < ?2 AND remote_deleted_at IS NULL
             ORDER BY _sort_name, _row LIMIT ?3",
        )?;
        let end = format!("{folded}\u{10FFFF}");
        let rows = statement.query_map(params![folded, end, limit], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn matching(&self, expression: &str, limit: u32) -> Result<Vec<i64>> {
        let gone = self.gone_if_few()?;
        let here = if gone.is_some() { "1" } else { HERE };
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT rowid FROM search WHERE search MATCH ?1 AND {here} ORDER BY rowid DESC"
        ))?;
        let gone = gone.unwrap_or_default();
        let matches = statement.query_map([expression], |row| row.get(0))?;
        let here = matches.filter(|row| row.as_ref().map_or(true, |row| !gone.contains(row)));
        Ok(here.take(usize::try_from(limit).unwrap_or(usize::MAX)).collect::<rusqlite::Result<_>>()?)
    }

    /// Who is gone from Ashby; `None` when they are many.
    fn gone_if_few(&self) -> Result<Option<Rows>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT _row FROM ats_candidates INDEXED BY candidates_gone WHERE remote_deleted_at IS NOT NULL LIMIT ?1",
        )?;
        let rows = statement.query_map([FEW_GONE + 1], |row| row.get(0))?;
        let gone = rows.collect::<rusqlite::Result<Rows>>()?;
        Ok(Some(gone).filter(|gone| gone.len() <= FEW_GONE as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::expression;

    #[test]
    fn what_is_typed_is_never_syntax() {
        assert_eq!(expression("leila far").as_deref(), Some("\"leila\" * \"far\" *"));
        assert_eq!(expression("o'neil AND (x*").as_deref(), Some("\"o\" * \"neil\" * \"and\" * \"x\" *"));
        assert_eq!(expression("  \"--  "), None);
    }
}
