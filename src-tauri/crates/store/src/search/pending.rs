//! What is pending, as searches see it: tags put on or taken off and notes written count before Ashby has them.

use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, functions::FunctionFlags};
use samara_unified::plain_text;

use super::Rows;
use super::terms::{Condition, anywhere, phrase};
use crate::table::document::long_enough;
use crate::{Reading, Result};

/// Of what is asked for of one tag the newest counts.
const NEWEST: &str = "NOT EXISTS (SELECT 1 FROM local.overlay_change n WHERE n.candidate_id = o.candidate_id
    AND n.kind IN ('tag', 'untag') AND lowered(n.value) = lowered(o.value)
    AND (n.seq, n.position) > (o.seq, o.position))";

/// Teaches a connection `lowered(text)` and `plain(html)`.
pub(super) fn teach(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("lowered", 1, flags, |context| {
        Ok(context.get_raw(0).as_str_or_null()?.map(str::to_lowercase))
    })?;
    connection.create_scalar_function("plain", 1, flags, |context| {
        Ok(context.get_raw(0).as_str_or_null()?.map(plain_text))
    })?;
    Ok(())
}

/// That the tag `tag_id` of a person `c` is on its way off.
fn going(tag_id: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM local.overlay_change o WHERE o.candidate_id = c.id AND o.kind = 'untag'
         AND lowered(o.value) = (SELECT lowered(t.name) FROM ats_tags t WHERE t.id = {tag_id}) AND {NEWEST})"
    )
}

/// That a person `c` is seen with a tag: one in Ashby for which `mirrored` holds of the row `j`, or one on its way for
/// which `coming` holds of the row `o`.
pub(super) fn tagged(mirrored: &str, coming: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM ats_join_candidates_tags j WHERE j.candidate_id = c.id
         AND j.remote_deleted_at IS NULL AND {mirrored} AND NOT {})
         OR EXISTS (SELECT 1 FROM local.overlay_change o WHERE o.candidate_id = c.id AND o.kind = 'tag'
         AND {coming} AND {NEWEST})",
        going("j.tag_id")
    )
}

/// That a person `c` has a note, sent or not.
pub(super) const NOTED: &str = "EXISTS (SELECT 1 FROM note n WHERE n.candidate_id = c.id)
    OR EXISTS (SELECT 1 FROM local.overlay_change o WHERE o.candidate_id = c.id AND o.kind = 'note')";

/// What pending tags and notes change in what some words find.
#[derive(Debug, Default)]
pub(super) struct Pending {
    /// Found by what is on its way.
    pub(super) found: Vec<i64>,
    /// Not found any more without a tag that is on its way off.
    pub(super) lost: Rows,
}

impl Reading<'_> {
    /// The people of whom tags or notes are pending.
    pub(super) fn changed_people(&self) -> Result<Vec<i64>> {
        self.rows_of(
            "SELECT c._row FROM ats_candidates c
             WHERE c.id IN (SELECT candidate_id FROM local.overlay_change) AND c.remote_deleted_at IS NULL",
            Vec::new(),
        )
    }

    /// What is pending, seen by the words of `query`.
    pub(super) fn pending_matches(&self, query: &str) -> Result<Pending> {
        let words = super::words(query);
        let any = !words.is_empty()
            && self.connection.prepare_cached("SELECT 1 FROM local.overlay_change LIMIT 1")?.exists([])?;
        if !any {
            return Ok(Pending::default());
        }
        let all = Condition::all(&words.iter().map(|word| anywhere(word)).collect::<Vec<_>>());
        let noted = noted(query, &words);
        let begun = |kinds: &str| {
            let one = vec!["has_phrase(plain(o.value), ?)"; words.len()].join(" OR ");
            format!(
                "c.remote_deleted_at IS NULL AND c.id IN (SELECT o.candidate_id FROM local.overlay_change o
                 WHERE o.kind IN ({kinds}) AND ({one}))"
            )
        };
        let bound: Vec<SqlValue> = words.iter().map(|word| phrase(word)).collect();
        let select = |kinds: &str, rest: &str| {
            format!(
                "SELECT c._row FROM ats_candidates c WHERE {} AND {rest} ORDER BY c._row DESC",
                begun(kinds)
            )
        };
        let found = self.rows_of(
            &select("'tag', 'note'", &format!("({} OR {})", all.sql, noted.sql)),
            [bound.clone(), all.bound.clone(), noted.bound].concat(),
        )?;
        let lost =
            self.rows_of(&select("'untag'", &format!("NOT ({})", all.sql)), [bound, all.bound].concat())?;
        Ok(Pending { found, lost: lost.into_iter().collect() })
    }

    fn rows_of(&self, sql: &str, bound: Vec<SqlValue>) -> Result<Vec<i64>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(rusqlite::params_from_iter(bound), |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// That one pending note of a person `c` holds all words. As with all long texts, short words alone find nothing.
fn noted(query: &str, words: &[String]) -> Condition {
    if !long_enough(query) {
        return Condition { sql: "0".to_owned(), bound: Vec::new() };
    }
    let each = vec!["has_phrase(plain(o.value), ?)"; words.len()].join(" AND ");
    let sql = format!(
        "EXISTS (SELECT 1 FROM local.overlay_change o WHERE o.candidate_id = c.id AND o.kind = 'note' AND {each})"
    );
    Condition { sql, bound: words.iter().map(|word| phrase(word)).collect() }
}
