//! Finding people by a query: the most selective term first, everything else looked up of those it leaves.
//!
//! Counts are capped: a search looks at as many people as it takes to fill what is asked for and some more, unless
//! a term leaves so few that all of them can be looked at. [`People::exact`] tells which it was.

use std::collections::HashSet;

use rusqlite::params_from_iter;
use rusqlite::types::Value as SqlValue;

use super::language::Query;
use super::terms::{Applied, Condition, Terms, anywhere, within};
use super::{Matches, words};
use crate::table::candidate::Order;
use crate::{Reading, Result};

/// How far a search goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    /// So many are all looked at, and told exactly.
    pub(crate) narrow: usize,
    /// Up to so many rows of one term are known when the list is walked in its order.
    pub(crate) middling: usize,
    /// So many pairs of a job and a stage are looked up one by one.
    pub(crate) pairs: usize,
    /// Matches found beyond those asked for, so that the list can be scrolled on.
    pub(crate) ahead: usize,
    /// People looked at once the window is full.
    pub(crate) looked_at: usize,
    /// People looked at, at most, to fill it.
    pub(crate) at_most: usize,
}

const BOUNDS: Bounds =
    Bounds { narrow: 400, middling: 20_000, pairs: 4_000, ahead: 100, looked_at: 200, at_most: 100_000 };
/// People looked up at once: each may lie on a page of its own, which has to be deciphered.
const TOGETHER: usize = 128;

/// People a query found, in the order asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct People {
    /// Their rows, from the first on; not always all of them.
    pub rows: Vec<i64>,
    /// How many there are.
    pub total: usize,
    /// Whether that is exact, or the least.
    pub exact: bool,
}

/// The order of a list: `None` is by relevance.
pub type Sort = Option<(Order, bool)>;

impl Reading<'_> {
    /// Finds people: at least `enough` of them, if there are as many.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn people(&self, query: &Query, sort: Sort, enough: usize) -> Result<People> {
        self.people_within(query, sort, enough, BOUNDS)
    }

    /// Everybody a query finds, in order: all of them, however long that takes.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn everyone(&self, query: &Query, sort: Sort) -> Result<Vec<i64>> {
        let bounds = Bounds { at_most: usize::MAX, ..BOUNDS };
        Ok(self.people_within(query, sort, usize::MAX, bounds)?.rows)
    }

    pub(crate) fn people_within(
        &self,
        query: &Query,
        sort: Sort,
        enough: usize,
        bounds: Bounds,
    ) -> Result<People> {
        let terms = self.terms(query)?;
        let text = match words(&query.text).is_empty() {
            true => None,
            false if bounds.at_most == usize::MAX => Some(self.find_within(&query.text, u32::MAX - 1)?),
            false => Some(self.find(&query.text)?),
        };
        let search = Search::new(terms, text.as_ref(), query, sort, bounds);
        let mut people = match self.driver(&search)? {
            Driver::Few(rows) => {
                let rows = self.all_of(&search, &rows)?;
                People { total: rows.len(), rows, exact: true }
            }
            Driver::Many(rows) => self.walk(&search, Some(rows), enough)?,
            Driver::Any => self.walk(&search, None, enough)?,
        };
        people.exact &= text.as_ref().is_none_or(|text| !text.cut);
        Ok(people)
    }

    /// The rows of the most selective term.
    fn driver(&self, search: &Search<'_>) -> Result<Driver> {
        let Bounds { narrow, middling, .. } = search.bounds;
        let mut best: Option<Vec<i64>> = None;
        let keep = |best: &mut Option<Vec<i64>>, rows: Vec<i64>| {
            if rows.len() <= middling && best.as_ref().is_none_or(|best| rows.len() < best.len()) {
                *best = Some(rows);
            }
        };
        let small = |best: &Option<Vec<i64>>| best.as_ref().is_some_and(|best| best.len() <= narrow / 10);
        if let Some(text) = search.text.filter(|text| !text.more) {
            keep(&mut best, text.rows.clone());
        }
        let limit = u32::try_from(middling + 1).unwrap_or(u32::MAX);
        if !search.terms.expressions.is_empty() && !small(&best) {
            let mut all = search.terms.expressions.clone();
            // Words that stand in too many people to be listed may stand in few of these.
            if search.text.is_some_and(|text| text.more) {
                all.extend(super::expression(&search.query.text));
            }
            keep(&mut best, self.matching(&all.join(" AND "), limit)?);
        }
        for applied in search.terms.applied.iter().flat_map(|applied| ways(applied, search.bounds.pairs)) {
            if !small(&best) && self.worth_following(&applied, search.bounds)? {
                let (sql, bound) = applications(&applied, limit);
                keep(&mut best, self.numbers(&sql, bound)?);
            }
        }
        for (column, values) in &search.terms.facets {
            if !small(&best) && self.facet_size(column, values)? <= middling {
                let values = SqlValue::Text(serde_json::Value::from(values.as_slice()).to_string());
                let sql = format!(
                    "SELECT _row FROM ats_candidates WHERE {column} IN (SELECT value FROM json_each(?))
                     AND remote_deleted_at IS NULL LIMIT {limit}"
                );
                keep(&mut best, self.numbers(&sql, vec![values])?);
            }
        }
        for (column, span) in &search.terms.spans {
            if !small(&best) {
                let (within, bound) = within(column, *span);
                let sql = format!(
                    "SELECT _row FROM ats_candidates WHERE {within} AND remote_deleted_at IS NULL LIMIT {limit}"
                );
                keep(&mut best, self.numbers(&sql, bound)?);
            }
        }
        Ok(match best {
            Some(rows) if rows.len() <= narrow => Driver::Few(rows),
            Some(rows) => Driver::Many(rows),
            None => Driver::Any,
        })
    }

    /// Whether such applications are so few that their people are sooner listed than met in the list of all: each
    /// is looked up in the largest of the indexes.
    fn worth_following(&self, applied: &Applied, bounds: Bounds) -> Result<bool> {
        let everybody = usize::try_from(self.live_rows("ats_candidates")?).unwrap_or(usize::MAX);
        let most = bounds.middling.min((everybody / 40).max(bounds.narrow));
        let (conditions, bound) = standing(applied);
        let sql = format!(
            "SELECT count(*) FROM (SELECT 1 FROM ats_applications a WHERE {conditions} LIMIT {})",
            most + 1
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let count: i64 = statement.query_row(params_from_iter(bound), |row| row.get(0))?;
        Ok(usize::try_from(count).is_ok_and(|count| count <= most))
    }

    /// How many people have one of these values.
    fn facet_size(&self, column: &str, values: &[String]) -> Result<usize> {
        let mut statement = self.connection.prepare_cached(
            "SELECT coalesce(sum(live), 0) FROM candidate_facet
             WHERE kind = ?1 AND value IN (SELECT value FROM json_each(?2))",
        )?;
        let values = serde_json::Value::from(values).to_string();
        Ok(usize::try_from(statement.query_row([column, &values], |row| row.get::<_, i64>(0))?).unwrap_or(0))
    }

    /// All matches among few rows, in order.
    fn all_of(&self, search: &Search<'_>, rows: &[i64]) -> Result<Vec<i64>> {
        let Some((order, descending)) = search.order() else {
            // By relevance: as the words rank them.
            let found: HashSet<i64> = self.looked_up(search, rows, "j.key")?.into_iter().collect();
            let ranked = search.text.map(|text| text.rows.as_slice()).unwrap_or_default();
            let known: HashSet<i64> = ranked.iter().copied().collect();
            let others = rows.iter().filter(|row| !known.contains(row));
            return Ok(ranked.iter().chain(others).copied().filter(|row| found.contains(row)).collect());
        };
        let direction = if descending { "DESC" } else { "ASC" };
        self.looked_up(search, rows, &format!("c.{} {direction}, c._row {direction}", order.column()))
    }

    /// Matches in the order of the list, until there are enough.
    fn walk(&self, search: &Search<'_>, among: Option<Vec<i64>>, enough: usize) -> Result<People> {
        let Some((order, descending)) = search.order() else {
            // The words rank no more than so many; those that the other term leaves follow.
            let whole = among.is_some() || search.text.is_none_or(|text| !text.more);
            let ranked = search.text.map(|text| text.rows.as_slice()).unwrap_or_default();
            let rows = match among {
                None => ranked.to_vec(),
                Some(mut among) => {
                    let left: HashSet<i64> = among.iter().copied().collect();
                    let first: Vec<i64> = ranked.iter().copied().filter(|row| left.contains(row)).collect();
                    let known: HashSet<i64> = first.iter().copied().collect();
                    among.retain(|row| !known.contains(row));
                    among.sort_unstable_by(|one, other| other.cmp(one));
                    first.into_iter().chain(among).collect()
                }
            };
            let mut people = self.until_enough(search, rows.into_iter().map(Ok), enough)?;
            people.exact &= whole;
            return Ok(people);
        };
        let direction = if descending { "DESC" } else { "ASC" };
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT _row FROM ats_candidates WHERE remote_deleted_at IS NULL ORDER BY {} {direction}, _row {direction}",
            order.column()
        ))?;
        let among: Option<HashSet<i64>> = among.map(|rows| rows.into_iter().collect());
        // Nothing is left to be looked up when the term that was followed is the only one.
        let whole = among.as_ref().filter(|_| search.terms.is_one_of_columns() && search.text.is_none());
        let all = statement.query_map([], |row| row.get::<_, i64>(0))?;
        let rows = all.filter(|row| match (row, &among) {
            (Ok(row), Some(among)) => among.contains(row),
            _ => true,
        });
        if let Some(whole) = whole {
            let last = enough.saturating_add(search.bounds.ahead);
            let rows = rows.take(last).collect::<rusqlite::Result<_>>()?;
            return Ok(People { rows, total: whole.len(), exact: true });
        }
        self.until_enough(search, rows, enough)
    }

    fn until_enough(
        &self,
        search: &Search<'_>,
        mut order: impl Iterator<Item = rusqlite::Result<i64>>,
        enough: usize,
    ) -> Result<People> {
        let Bounds { ahead, looked_at: budget, at_most, .. } = search.bounds;
        let (mut people, mut looked_at) = (People { exact: true, ..People::default() }, 0);
        loop {
            let chunk: Vec<i64> = order.by_ref().take(TOGETHER).collect::<rusqlite::Result<_>>()?;
            if chunk.is_empty() {
                return Ok(people);
            }
            looked_at += chunk.len();
            people.rows.extend(self.looked_up(search, &chunk, "j.key")?);
            people.total = people.rows.len();
            let full = people.rows.len() >= enough && looked_at >= budget;
            if full || people.rows.len() >= enough.saturating_add(ahead) || looked_at >= at_most {
                people.exact = false;
                return Ok(people);
            }
        }
    }

    /// Those among the rows that all conditions hold of.
    fn looked_up(&self, search: &Search<'_>, rows: &[i64], order: &str) -> Result<Vec<i64>> {
        let rows: Vec<i64> = match &search.found {
            Some(found) => rows.iter().copied().filter(|row| found.contains(row)).collect(),
            None => rows.to_vec(),
        };
        let sql = format!(
            "SELECT c._row FROM json_each(?) j CROSS JOIN ats_candidates c ON c._row = j.value
             WHERE c.remote_deleted_at IS NULL AND {} ORDER BY {order}",
            search.condition.sql
        );
        let rows = SqlValue::Text(serde_json::Value::from(rows).to_string());
        self.numbers(&sql, std::iter::once(rows).chain(search.condition.bound.clone()).collect())
    }

    fn numbers(&self, sql: &str, bound: Vec<SqlValue>) -> Result<Vec<i64>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params_from_iter(bound), |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// What a search begins with.
enum Driver {
    /// All matches are among these few.
    Few(Vec<i64>),
    /// All matches are among these, which are met in the order of the list.
    Many(Vec<i64>),
    /// No term is selective.
    Any,
}

struct Search<'a> {
    terms: Terms,
    /// What the free words find.
    text: Option<&'a Matches>,
    /// The same, when it is all of it.
    found: Option<HashSet<i64>>,
    /// What must hold of a person beside that.
    condition: Condition,
    query: &'a Query,
    sort: Sort,
    bounds: Bounds,
}

impl<'a> Search<'a> {
    fn new(terms: Terms, text: Option<&'a Matches>, query: &'a Query, sort: Sort, bounds: Bounds) -> Self {
        let mut all = terms.conditions.clone();
        if text.is_some_and(|text| text.more) {
            all.extend(words(&query.text).iter().map(|word| anywhere(word)));
        }
        let found = text.filter(|text| !text.more).map(|text| text.rows.iter().copied().collect());
        Self { condition: Condition::all(&all), terms, text, found, query, sort, bounds }
    }

    /// `None`: as the words rank. Without words, relevance is recency.
    fn order(&self) -> Sort {
        self.sort.or_else(|| self.text.is_none().then_some((Order::Updated, true)))
    }
}

/// The ways to find such applications: by job and stage where these are few pairs, else by either alone.
fn ways(applied: &Applied, pairs: usize) -> Vec<Applied> {
    match (&applied.jobs, &applied.stages) {
        (Some(jobs), Some(stages)) if jobs.len().saturating_mul(stages.len()) > pairs => vec![
            Applied { jobs: applied.jobs.clone(), stages: None },
            Applied { jobs: None, stages: applied.stages.clone() },
        ],
        _ => vec![applied.clone()],
    }
}

/// The condition on an application `a`.
fn standing(applied: &Applied) -> (String, Vec<SqlValue>) {
    let (mut conditions, mut bound) = (vec!["a.remote_deleted_at IS NULL"], Vec::new());
    let list = |ids: &[String]| SqlValue::Text(serde_json::Value::from(ids).to_string());
    if let Some(jobs) = &applied.jobs {
        conditions.push("a.job_id IN (SELECT value FROM json_each(?))");
        bound.push(list(jobs));
    }
    if let Some(stages) = &applied.stages {
        conditions.push("a.current_stage_id IN (SELECT value FROM json_each(?))");
        bound.push(list(stages));
    }
    (conditions.join(" AND "), bound)
}

/// The people with such an application, also where one is only shown so until Ashby says the same.
fn applications(applied: &Applied, limit: u32) -> (String, Vec<SqlValue>) {
    let (conditions, bound) = standing(applied);
    let sql = format!(
        "SELECT _row FROM ats_candidates WHERE id IN (SELECT candidate_id FROM local.overlay_stage)
         UNION SELECT * FROM (SELECT DISTINCT c._row FROM ats_applications a CROSS JOIN ats_candidates c ON c.id = a.candidate_id
                              WHERE {conditions} LIMIT {limit})"
    );
    (sql, bound)
}
