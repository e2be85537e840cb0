//! What was asked of the world, so that a test can prove how often a thing was sent and how often it happened.

use std::collections::{BTreeMap, VecDeque};

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};

use crate::Outcome;

/// How many writes are remembered in full.
const KEPT: usize = 10_000;

#[derive(Debug, Default)]
struct Count {
    requests: u64,
    /// Answers by HTTP status.
    statuses: BTreeMap<u16, u64>,
    closed: u64,
    truncated: u64,
}

/// Counts of requests by endpoint, and the writes that reached their endpoint.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    counts: BTreeMap<String, Count>,
    writes: VecDeque<Value>,
    written: u64,
}

impl Ledger {
    pub fn count(&mut self, endpoint: &str, outcome: &Outcome) {
        let count = self.counts.entry(endpoint.to_owned()).or_default();
        count.requests += 1;
        match outcome {
            Outcome::Reply(reply) => *count.statuses.entry(reply.status).or_default() += 1,
            Outcome::Closed { .. } => count.closed += 1,
            Outcome::Truncated(_) => count.truncated += 1,
        }
    }

    /// Notes a write that was carried out, or refused with `refusal`; whether its answer arrived is another matter.
    pub fn write(&mut self, endpoint: &str, body: &[u8], now: DateTime<Utc>, refusal: Option<&str>) {
        self.written += 1;
        if self.writes.len() == KEPT {
            self.writes.pop_front();
        }
        self.writes.push_back(json!({
            "number": self.written,
            "endpoint": endpoint,
            "input": serde_json::from_slice::<Value>(body).unwrap_or(Value::Null),
            "at": now.to_rfc3339_opts(SecondsFormat::Millis, true),
            "committed": refusal.is_none(),
            "refusal": refusal,
        }));
    }

    /// All counts, and the last `last` writes, oldest first.
    pub fn report(&self, last: usize) -> Value {
        let endpoints: serde_json::Map<String, Value> = self
            .counts
            .iter()
            .map(|(name, count)| {
                let report = json!({
                    "requests": count.requests, "statuses": count.statuses, "closed": count.closed,
                    "truncated": count.truncated,
                });
                (name.clone(), report)
            })
            .collect();
        let from = self.writes.len().saturating_sub(last);
        json!({
            "total": self.counts.values().map(|count| count.requests).sum::<u64>(),
            "endpoints": endpoints,
            "written": self.written,
            "writes": self.writes.iter().skip(from).collect::<Vec<_>>(),
        })
    }
}
