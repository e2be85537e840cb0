//! The order by name of people most of whom are called as the words say.

use samara_unified::fold;

use crate::search::Rows;
use crate::{Reading, Result};

impl Reading<'_> {
    /// These people by name, where all but a `few` are called as the words say: those stand together in the order, which
    /// would have to be walked until it comes to them.
    pub(crate) fn around_the_named(
        &self,
        text: &str,
        among: &[i64],
        few: usize,
        descending: bool,
    ) -> Result<Option<Vec<i64>>> {
        let name = fold(text.trim());
        let limit = u32::try_from(among.len()).unwrap_or(u32::MAX);
        let mut named = match name.is_empty() {
            true => Vec::new(),
            false => self.names_beginning(&name, limit.saturating_add(1))?,
        };
        // Where more begin so, not all of them are among these.
        if named.is_empty() || named.len() > among.len() {
            return Ok(None);
        }
        let mut others: Rows = among.iter().copied().collect();
        named.retain(|row| others.remove(row));
        if others.len() > few {
            return Ok(None);
        }
        let others: Vec<i64> = others.into_iter().collect();
        let mut statement = self.connection.prepare_cached(
            "SELECT c._row, coalesce(c._sort_name < ?2, 1) FROM json_each(?1) j CROSS JOIN ats_candidates c
             ON c._row = j.value WHERE c.remote_deleted_at IS NULL ORDER BY c._sort_name, c._row",
        )?;
        let others = statement
            .query_map([serde_json::to_string(&others)?, name], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<Vec<(i64, bool)>>>()?;
        let (before, after): (Vec<_>, Vec<_>) = others.into_iter().partition(|(_, before)| *before);
        let [before, after] = [before, after].map(|rows| rows.into_iter().map(|(row, _)| row));
        let mut rows: Vec<i64> = before.chain(named).chain(after).collect();
        if descending {
            rows.reverse();
        }
        Ok(Some(rows))
    }
}
