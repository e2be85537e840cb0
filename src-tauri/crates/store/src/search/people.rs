//! Finding people by a query: the most selective term first, everything else looked up of those it leaves.
//!
//! Counts are capped: a search looks at as many people as it takes to fill what is asked for and some more, unless
//! a term leaves so few that all of them can be looked at. [`People::exact`] tells which it was.

mod named;

use rusqlite::params_from_iter;
use rusqlite::types::Value as SqlValue;

use super::language::{Query, Span};
use super::standing::Standing;
use super::terms::{Condition, Terms, anywhere, within};
use super::{Matches, Rows, words};
use crate::table::candidate::Order;
use crate::{Reading, Result};

/// How far a search goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    /// So many are all looked at, and told exactly.
    pub(crate) narrow: usize,
    /// Up to so many rows of one term are listed.
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

impl Bounds {
    /// What is quickest among so many people. Looking a person up takes some hundred times as long as passing one in
    /// the order of the list, or naming one of a term's: the fewer a term names, the longer the list is walked.
    fn among(everybody: usize) -> Self {
        Self {
            narrow: everybody.isqrt().clamp(400, 1_000),
            middling: everybody.saturating_mul(16_000).isqrt().clamp(20_000, 120_000),
            pairs: 4_000,
            ahead: 100,
            looked_at: 200,
            at_most: 100_000,
        }
    }
}

/// People looked up at once: each may lie on a page of its own, which has to be deciphered.
const TOGETHER: usize = 128;
/// Naming so many of a further term costs no more than looking up one whom it may rule out.
const WORTH: usize = 50;

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
        self.people_within(query, sort, enough, self.bounds()?)
    }

    /// Everybody a query finds, in order: all of them, however long that takes.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn everyone(&self, query: &Query, sort: Sort) -> Result<Vec<i64>> {
        let bounds = Bounds { at_most: usize::MAX, ..self.bounds()? };
        Ok(self.people_within(query, sort, usize::MAX, bounds)?.rows)
    }

    fn bounds(&self) -> Result<Bounds> {
        Ok(Bounds::among(usize::try_from(self.live_rows("ats_candidates")?).unwrap_or(usize::MAX)))
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
        let mut people = match self.among(&search)? {
            Some(rows) if rows.len() <= bounds.narrow => {
                let rows = self.all_of(&search, &rows)?;
                People { total: rows.len(), rows, exact: true }
            }
            among => self.walk(&search, among, enough)?,
        };
        people.exact &= text.as_ref().is_none_or(|text| !text.cut);
        Ok(people)
    }

    /// Rows among which all matches are, each once; `None` when no term names few enough.
    fn among(&self, search: &Search<'_>) -> Result<Option<Vec<i64>>> {
        let Bounds { narrow, middling, .. } = search.bounds;
        let mut leads = self.leads(&search.terms)?;
        leads.retain(|lead| lead.size <= middling);
        leads.sort_by_key(|lead| lead.size);
        let mut among = None;
        if leads.first().is_some_and(|lead| lead.size <= narrow) {
            among = Some(self.follow(&leads.remove(0), search.bounds)?);
        }
        if among.is_none() {
            among = self.by_words(search)?;
        }
        for lead in leads {
            among = match among {
                None => Some(self.follow(&lead, search.bounds)?),
                Some(rows) if rows.len() > narrow / 10 && lead.size <= rows.len().saturating_mul(WORTH) => {
                    let named: Rows = self.follow(&lead, search.bounds)?.into_iter().collect();
                    Some(rows.into_iter().filter(|row| named.contains(row)).collect())
                }
                rows => rows,
            };
        }
        Ok(among)
    }

    /// Whom the words name: free ones, and those of terms the search index knows.
    fn by_words(&self, search: &Search<'_>) -> Result<Option<Vec<i64>>> {
        let middling = search.bounds.middling;
        let text = search.text.filter(|text| !text.more);
        if search.terms.expressions.is_empty() {
            return Ok(text.map(|text| text.rows.clone()).filter(|rows| rows.len() <= middling));
        }
        let mut all = search.terms.expressions.clone();
        // Words that stand in too many people to be listed may stand in few of these.
        all.extend(search.text.and_then(|_| super::expression(&search.query.text)));
        let limit = u32::try_from(middling + 1).unwrap_or(u32::MAX);
        let mut rows = self.matching(&all.join(" AND "), limit)?;
        if rows.len() > middling {
            return Ok(text.map(|text| text.rows.clone()).filter(|rows| rows.len() <= middling));
        }
        // This index does not know what is pending.
        let mut more = self.changed_people()?;
        if let Some(text) = text {
            // Free words may also be found in longer texts, which this index does not hold.
            more.extend(text.rows.get(text.indexed..).unwrap_or_default());
        }
        if !more.is_empty() {
            let mut known: Rows = rows.iter().copied().collect();
            rows.extend(more.into_iter().filter(|row| known.insert(*row)));
        }
        Ok(Some(rows))
    }

    /// The terms whose people can be listed, with how many these are.
    fn leads<'a>(&self, terms: &'a Terms) -> Result<Vec<Lead<'a>>> {
        let mut leads = Vec::new();
        if let Some(applied) = &terms.applied {
            let standing = self.where_they_stand(applied)?;
            leads.push(Lead { size: standing.size(), way: Way::Standing(standing) });
        }
        for (column, values) in &terms.facets {
            leads.push(Lead { size: self.facet_size(column, values)?, way: Way::Facet(column, values) });
        }
        for (column, span) in &terms.spans {
            leads.push(Lead { size: self.span_size(column, *span)?, way: Way::Span(column, *span) });
        }
        Ok(leads)
    }

    /// The people of one term.
    fn follow(&self, lead: &Lead<'_>, bounds: Bounds) -> Result<Vec<i64>> {
        match &lead.way {
            Way::Standing(standing) => self.standing_rows(standing, bounds.pairs),
            Way::Facet(column, values) => {
                let values = SqlValue::Text(serde_json::Value::from(*values).to_string());
                let sql = format!(
                    "SELECT _row FROM ats_candidates WHERE {column} IN (SELECT value FROM json_each(?))
                     AND remote_deleted_at IS NULL"
                );
                self.numbers(&sql, vec![values])
            }
            Way::Span(column, span) => {
                let (within, bound) = within(column, *span);
                let sql =
                    format!("SELECT _row FROM ats_candidates WHERE {within} AND remote_deleted_at IS NULL");
                self.numbers(&sql, bound)
            }
        }
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

    /// How many people were made, or changed, in these days.
    fn span_size(&self, column: &str, span: Span) -> Result<usize> {
        let sort = if column == Order::Created.column() { "created" } else { "updated" };
        let (within, mut bound) = within("prefix", span);
        let sql = format!(
            "SELECT coalesce(sum(live), 0) FROM candidate_place
             WHERE sort = ? AND length = 10 AND prefix <> '' AND {within}"
        );
        bound.insert(0, SqlValue::Text(sort.to_owned()));
        let mut statement = self.connection.prepare_cached(&sql)?;
        let size = statement.query_row(params_from_iter(bound), |row| row.get::<_, i64>(0))?;
        Ok(usize::try_from(size).unwrap_or(0))
    }

    /// All matches among few rows, in order.
    fn all_of(&self, search: &Search<'_>, rows: &[i64]) -> Result<Vec<i64>> {
        let Some((order, descending)) = search.order() else {
            // By relevance: as the words rank them.
            let found: Rows = self.looked_up(search, rows, "j.key")?.into_iter().collect();
            let ranked = search.text.map(|text| text.rows.as_slice()).unwrap_or_default();
            let known: Rows = ranked.iter().copied().collect();
            let others = rows.iter().filter(|row| !known.contains(row));
            return Ok(ranked.iter().chain(others).copied().filter(|row| found.contains(row)).collect());
        };
        let direction = if descending { "DESC" } else { "ASC" };
        self.looked_up(search, rows, &format!("c.{} {direction}, c._row {direction}", order.column()))
    }

    /// Matches in the order of the list, until there are enough.
    fn walk(&self, search: &Search<'_>, among: Option<Vec<i64>>, enough: usize) -> Result<People> {
        let Some((order, descending)) = search.order() else {
            // The words rank no more than so many; those that the other terms leave follow.
            let whole = among.is_some() || search.text.is_none_or(|text| !text.more);
            let ranked = search.text.map(|text| text.rows.as_slice()).unwrap_or_default();
            let rows = match among {
                None => ranked.to_vec(),
                Some(mut among) => {
                    let left: Rows = among.iter().copied().collect();
                    let first: Vec<i64> = ranked.iter().copied().filter(|row| left.contains(row)).collect();
                    let known: Rows = first.iter().copied().collect();
                    among.retain(|row| !known.contains(row));
                    among.sort_unstable_by(|one, other| other.cmp(one));
                    first.into_iter().chain(among).collect()
                }
            };
            let mut people = self.until_enough(search, rows.into_iter().map(Ok), enough)?;
            people.exact &= whole;
            return Ok(people);
        };
        if let (Order::Name, Some(among)) = (order, &among)
            && let Some(rows) =
                self.around_the_named(&search.query.text, among, search.bounds.narrow, descending)?
        {
            return self.until_enough(search, rows.into_iter().map(Ok), enough);
        }
        let direction = if descending { "DESC" } else { "ASC" };
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT _row FROM ats_candidates WHERE remote_deleted_at IS NULL ORDER BY {} {direction}, _row {direction}",
            order.column()
        ))?;
        let among: Option<Rows> = among.map(|rows| rows.into_iter().collect());
        // Nothing is left to be looked up when the term that was followed is the only one.
        let whole = among.as_ref().filter(|_| search.terms.is_one_list() && search.text.is_none());
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

    pub(super) fn numbers(&self, sql: &str, bound: Vec<SqlValue>) -> Result<Vec<i64>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params_from_iter(bound), |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// A term by which people can be listed.
struct Lead<'a> {
    /// How many people that are, at most.
    size: usize,
    way: Way<'a>,
}

/// How its people are listed.
enum Way<'a> {
    Standing(Standing),
    Facet(&'static str, &'a [String]),
    Span(&'static str, Span),
}

struct Search<'a> {
    terms: Terms,
    /// What the free words find.
    text: Option<&'a Matches>,
    /// The same, when it is all of it.
    found: Option<Rows>,
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
