//! Listings page by page, and what changed since the last one.
//!
//! A full listing walks records by their index, which never changes: whoever is deleted on the way simply is not
//! there, whoever is added comes at the end. It starts with the number of the last change so far, and hands it out
//! as sync token on its last page. A delta walks changes by number, from the token's up to the last one at its
//! start; what changes meanwhile has a higher number and belongs to the next delta.

pub(crate) mod ticket;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::changes::ChangeLog;
use crate::endpoint::Call;
use crate::envelope::{Answer, Refusal, Success};
use ticket::{Position, Ticket, Use};

/// Something that can be listed.
pub(crate) trait Records {
    /// One more than the highest index.
    fn count(&self) -> u64;
    /// Whether the record belongs to this listing.
    fn admits(&self, index: u64) -> bool;
    fn render(&self, index: u64) -> Value;
    /// The first record at `from` or behind it. Sparse listings know a shorter way than asking every index.
    fn next(&self, from: u64) -> Option<u64> {
        (from..self.count()).find(|index| self.admits(*index))
    }
    /// The last change so far, and the changes themselves; none for what never changes.
    fn changes(&self) -> (u64, Option<&ChangeLog>) {
        (0, None)
    }
}

/// A fixed list.
pub(crate) struct Fixed(pub Vec<Value>);

impl Records for Fixed {
    fn count(&self) -> u64 {
        u64::try_from(self.0.len()).unwrap_or(0)
    }

    fn admits(&self, _: u64) -> bool {
        true
    }

    fn render(&self, index: u64) -> Value {
        usize::try_from(index).ok().and_then(|index| self.0.get(index)).cloned().unwrap_or(Value::Null)
    }
}

/// Records that fit in memory, by their index, with the changes of their kind.
pub(crate) struct Few<'a> {
    pub records: BTreeMap<u64, Value>,
    pub sequence: u64,
    pub log: Option<&'a ChangeLog>,
}

impl Records for Few<'_> {
    fn count(&self) -> u64 {
        self.records.last_key_value().map_or(0, |(last, _)| last + 1)
    }

    fn admits(&self, index: u64) -> bool {
        self.records.contains_key(&index)
    }

    fn next(&self, from: u64) -> Option<u64> {
        self.records.range(from..).next().map(|(index, _)| *index)
    }

    fn render(&self, index: u64) -> Value {
        self.records.get(&index).cloned().unwrap_or(Value::Null)
    }

    fn changes(&self) -> (u64, Option<&ChangeLog>) {
        (self.sequence, self.log)
    }
}

/// Whether an endpoint hands out sync tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sync {
    Tokens,
    PagesOnly,
}

const LARGEST: i64 = 100;

/// The page a call asks for.
pub(crate) fn page(call: &Call, sync: Sync, records: &impl Records) -> Answer {
    let limit = call.arguments.integer("limit")?.unwrap_or(LARGEST);
    if !(1..=LARGEST).contains(&limit) {
        return Err(Refusal::invalid(format!("limit must lie between 1 and {LARGEST}")));
    }
    let most = call.world.rules().page_size;
    let limit = usize::try_from(limit.unsigned_abs().min(most)).unwrap_or(1);
    let position = match call.arguments.text("cursor")? {
        Some(cursor) => Ticket::read(call, Use::Cursor, cursor)?.position,
        None => start(call, sync, records, limit)?,
    };
    match position {
        Position::Full { sequence, next } => Ok(full(call, sync, records, limit, sequence, next)),
        Position::Delta { until, after } => Ok(delta(call, sync, records, limit, until, after)),
    }
}

fn start(call: &Call, sync: Sync, records: &impl Records, limit: usize) -> Result<Position, Refusal> {
    let (sequence, log) = records.changes();
    let token = if sync == Sync::Tokens { call.arguments.text("syncToken")? } else { None };
    let Some(token) = token else { return Ok(Position::Full { sequence, next: 0 }) };
    let Position::Delta { until: after, .. } = Ticket::read(call, Use::Token, token)?.position else {
        return Err(Refusal::new(
            "sync_token_invalid",
            "This is not a sync token. Sync everything without one.",
        ));
    };
    let changed = log.map_or(0, |log| {
        log.between(after, sequence).filter(|(_, index)| records.admits(*index)).count().div_ceil(limit)
    });
    if u64::try_from(changed).unwrap_or(u64::MAX) > call.world.rules().delta_pages {
        let message = "Too much has changed since this sync token. Sync everything without one.";
        return Err(Refusal::new("incremental_sync_too_large", message));
    }
    Ok(Position::Delta { until: sequence, after })
}

fn full(call: &Call, sync: Sync, records: &impl Records, limit: usize, sequence: u64, next: u64) -> Success {
    let mut results = Vec::with_capacity(limit);
    let mut at = records.next(next);
    while let Some(index) = at.filter(|_| results.len() < limit) {
        results.push(records.render(index));
        at = records.next(index + 1);
    }
    let rest = at.map(|next| Position::Full { sequence, next });
    finish(call, sync, results, rest, sequence)
}

fn delta(call: &Call, sync: Sync, records: &impl Records, limit: usize, until: u64, after: u64) -> Success {
    let (_, log) = records.changes();
    let mut changed =
        log.into_iter().flat_map(|log| log.between(after, until)).filter(|it| records.admits(it.1));
    let mut last = after;
    let results: Vec<Value> = changed
        .by_ref()
        .take(limit)
        .map(|(at, index)| {
            last = at;
            records.render(index)
        })
        .collect();
    let rest = changed.next().map(|_| Position::Delta { until, after: last });
    finish(call, sync, results, rest, until)
}

fn finish(call: &Call, sync: Sync, results: Vec<Value>, rest: Option<Position>, sequence: u64) -> Success {
    let success = Success::of(Value::Array(results)).with("moreDataAvailable", json!(rest.is_some()));
    match rest {
        Some(position) => success.with("nextCursor", json!(Ticket::issue(call, Use::Cursor, position))),
        None if sync == Sync::Tokens => {
            let position = Position::Delta { until: sequence, after: sequence };
            success.with("syncToken", json!(Ticket::issue(call, Use::Token, position)))
        }
        None => success,
    }
}
