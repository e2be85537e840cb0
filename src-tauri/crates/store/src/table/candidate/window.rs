//! Windows of the whole list of candidates, at any place of it.
//!
//! `candidate_place` counts the live candidates by the first letters of what they are ordered by, so that the place
//! 500,000 of a list is reached by adding up a few hundred counts, not by passing 500,000 rows.

use rusqlite::params;

use super::Order;
use crate::search::Rows;
use crate::{Reading, Result};

/// So few rows are always read one by one to be put in order.
const FEW: usize = 200;

impl Order {
    /// Name of the order in `candidate_place`, and how many letters its counts go by.
    fn places(self) -> (&'static str, [usize; 2]) {
        match self {
            Self::Name => ("name", [2, 4]),
            Self::Updated => ("updated", [10, 13]),
            Self::Created => ("created", [10, 13]),
        }
    }
}

/// Where to begin reading: at which key (`None`: the first), and how many rows after it.
#[derive(Debug, Default)]
struct Place {
    key: Option<String>,
    skip: u64,
}

impl Reading<'_> {
    /// A window of row numbers in an order, `skip` rows from its beginning.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn candidate_window(
        &self,
        order: Order,
        descending: bool,
        skip: u64,
        limit: u32,
    ) -> Result<Vec<i64>> {
        if !descending {
            return self.ascending(order, skip, u64::from(limit));
        }
        // The same window seen from the other end.
        let end = self.live_rows("ats_candidates")?.saturating_sub(skip);
        let begin = end.saturating_sub(u64::from(limit));
        let mut rows = self.ascending(order, begin, end - begin)?;
        rows.reverse();
        Ok(rows)
    }

    /// A window of those among `rows`, whom the words of `text` found, in an order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn candidate_window_among(
        &self,
        (rows, text): (&[i64], &str),
        (order, descending): (Order, bool),
        skip: usize,
        limit: usize,
    ) -> Result<Vec<i64>> {
        let direction = if descending { "DESC" } else { "ASC" };
        // The fewer they are, the longer the order has to be walked until enough of them are met.
        let everybody = usize::try_from(self.live_rows("ats_candidates")?).unwrap_or(usize::MAX);
        let few_are = FEW.max(everybody.isqrt());
        let few = rows.len() <= few_are;
        if let (Order::Name, false) = (order, few)
            && let Some(ordered) = self.around_the_named(text, rows, few_are, descending)?
        {
            return Ok(ordered.into_iter().skip(skip).take(limit).collect());
        }
        let among = if few { "_row IN (SELECT value FROM json_each(?1))" } else { "?1 IS NOT NULL" };
        let sql = format!(
            "SELECT _row FROM ats_candidates WHERE remote_deleted_at IS NULL AND {among}
             ORDER BY {} {direction}, _row {direction}",
            order.column()
        );
        let list = if few { serde_json::to_string(rows)? } else { String::new() };
        let wanted: Rows = rows.iter().copied().collect();
        let mut statement = self.connection.prepare_cached(&sql)?;
        let walk = statement.query_map([list], |row| row.get::<_, i64>(0))?;
        let met = walk.filter(|row| row.as_ref().map_or(true, |row| wanted.contains(row)));
        Ok(met.skip(skip).take(limit).collect::<rusqlite::Result<_>>()?)
    }

    fn ascending(&self, order: Order, skip: u64, limit: u64) -> Result<Vec<i64>> {
        let Some(place) = self.place(order, skip)? else { return Ok(Vec::new()) };
        let column = order.column();
        let from = if place.key.is_some() { format!("{column} >= ?3") } else { "?3 IS NULL".to_owned() };
        let sql = format!(
            "SELECT _row FROM ats_candidates WHERE remote_deleted_at IS NULL AND {from}
             ORDER BY {column}, _row LIMIT ?1 OFFSET ?2"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        let rows =
            statement.query_map(params![whole(limit), whole(place.skip), place.key], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The place `skip` rows from the beginning; `None` when there are no more than that.
    fn place(&self, order: Order, skip: u64) -> Result<Option<Place>> {
        let (name, lengths) = order.places();
        let mut statement = self.connection.prepare_cached(
            "SELECT prefix, live FROM candidate_place
             WHERE sort = ?1 AND length = ?2 AND prefix >= ?3 AND live > 0 ORDER BY prefix",
        )?;
        let mut place = Place { key: None, skip };
        for length in lengths {
            let within = place.key.take().unwrap_or_default();
            let letters = i64::try_from(length).unwrap_or(0);
            let mut counts = statement.query(params![name, letters, within])?;
            let prefix = loop {
                let Some(row) = counts.next()? else { return Ok(None) };
                let (prefix, live): (String, i64) = (row.get(0)?, row.get(1)?);
                let live = u64::try_from(live).unwrap_or(0);
                if place.skip < live {
                    break prefix;
                }
                place.skip -= live;
            };
            let whole = prefix.chars().count() < length;
            // Keys that are absent come first, before any that can be compared with.
            place.key = Some(prefix).filter(|prefix| !prefix.is_empty());
            if whole {
                break;
            }
        }
        Ok(Some(place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Folder, Key, Keys, MirrorTx, Store};

    const ALL: [Order; 3] = [Order::Name, Order::Updated, Order::Created];

    fn insert(tx: &MirrorTx<'_>, row: i64) -> Result<()> {
        let name = ["", "a", "ab", "abcd", "abcde", "émile", "zoë"].get(usize::try_from(row % 7).unwrap());
        let updated =
            (row % 5 != 0).then(|| format!("2026-0{}-1{}T0{}:00:00Z", 1 + row % 9, row % 3, row % 4));
        tx.connection.execute(
            "INSERT INTO ats_candidates (_row, id, _sort_name, remote_updated_at, _hash, _quiet_hash, changed_at)
             VALUES (?1, ?1, ?2, ?3, x'', x'', '')",
            params![row, name, updated],
        )?;
        tx.connection.execute(
            "INSERT INTO table_count VALUES ('ats_candidates', 1) ON CONFLICT DO UPDATE SET live = live + 1",
            [],
        )?;
        Ok(())
    }

    fn plain(reading: &Reading<'_>, order: Order, descending: bool) -> Result<Vec<i64>> {
        let direction = if descending { "DESC" } else { "ASC" };
        let sql = format!(
            "SELECT _row FROM ats_candidates WHERE remote_deleted_at IS NULL ORDER BY {} {direction}, _row {direction}",
            order.column()
        );
        let mut statement = reading.connection.prepare(&sql)?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    #[test]
    fn every_window_of_every_order_is_where_plain_sorting_has_it_also_after_changes() {
        let temp = tempfile::tempdir().unwrap();
        let keys = Keys { mirror: Key::generate().unwrap(), local: Key::generate().unwrap() };
        let store = Store::open(&Folder::open(temp.path()).unwrap(), &keys).unwrap();
        store
            .write_mirror(|tx| {
                (1..=300).try_for_each(|row| insert(tx, row))?;
                tx.connection.execute_batch(
                    "UPDATE ats_candidates SET _sort_name = 'moved', remote_updated_at = NULL WHERE _row % 11 = 0;
                     UPDATE ats_candidates SET remote_deleted_at = 'now' WHERE _row % 13 = 0;
                     UPDATE ats_candidates SET remote_deleted_at = NULL WHERE _row % 26 = 0;
                     UPDATE table_count SET live = (SELECT count(*) FROM ats_candidates WHERE remote_deleted_at IS NULL);",
                )?;
                Ok(())
            })
            .unwrap();
        store
            .read(|reading| {
                for (order, descending) in ALL.into_iter().flat_map(|order| [(order, false), (order, true)]) {
                    let all = plain(reading, order, descending)?;
                    for skip in 0..=all.len() + 20 {
                        let expected: Vec<i64> = all.iter().skip(skip).take(7).copied().collect();
                        let window = reading.candidate_window(order, descending, skip as u64, 7)?;
                        assert_eq!(window, expected, "{order:?} {descending} {skip}");
                    }
                    for among in [all.iter().rev().take(9).copied().collect::<Vec<_>>(), all.clone()] {
                        let sorted: Vec<i64> =
                            all.iter().copied().filter(|row| among.contains(row)).collect();
                        let window =
                            reading.candidate_window_among((&among, ""), (order, descending), 3, 5)?;
                        assert_eq!(window, sorted[3..8], "{order:?} {descending} among {}", among.len());
                    }
                }
                Ok(())
            })
            .unwrap();
    }
}
