//! Emptying what has been gone for two weeks, and shortening the log.
//!
//! The two weeks are counted on a clock of their own: time that Ashby's replies attest. A reply without a date lets
//! this computer's clock advance it by a day at most for each run, so that a wrong clock empties nothing at once; it
//! never goes back.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use samara_store::table::retention::{IntentOf, Ripe};
use samara_unified::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Failure, Tag, Workspace};

/// How long a row that is gone keeps its content.
pub(crate) const KEPT: TimeDelta = TimeDelta::days(14);
/// How far a clock that nobody attests may advance this one between two runs.
const UNATTESTED: TimeDelta = TimeDelta::days(1);
/// Where this clock stands.
const CLOCK: &str = "retention_clock";
/// Rows emptied at a time.
const AT_ONCE: u32 = 200;
/// Steps of merging the search indexes, at most.
const STEPS: usize = 500;

/// The clock: how much time has passed on it, in milliseconds, and what the clocks it follows showed last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetentionClock {
    /// Time passed.
    pub passed: i64,
    /// What Ashby's clock showed last.
    pub ashby: Option<i64>,
    /// What this computer's clock showed last.
    pub own: Option<i64>,
}

impl RetentionClock {
    /// Where it stands after a run that ended now.
    #[must_use]
    pub fn advance(self, own: DateTime<Utc>, ashby: Option<DateTime<Utc>>) -> Self {
        let (own, ashby) = (own.timestamp_millis(), ashby.map(|at| at.timestamp_millis()));
        let attested = ashby.zip(self.ashby).map(|(now, before)| now.saturating_sub(before));
        let alone = self.own.map(|before| own.saturating_sub(before).min(UNATTESTED.num_milliseconds()));
        let step = attested.or(alone).unwrap_or(0).max(0);
        // Ashby's clock set back by an hour is not counted twice when it comes forward again.
        let ashby = ashby.into_iter().chain(self.ashby).max();
        Self { passed: self.passed.saturating_add(step), ashby, own: Some(own) }
    }
}

/// Advances the clock after a run in which Ashby answered, and empties what is due.
pub(super) async fn retire(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    let (own, ashby) = (workspace.clock.now(), workspace.client.told_time());
    let clock = workspace
        .write_mirror(move |tx| {
            let before: RetentionClock = match tx.state(CLOCK)? {
                Some(text) => serde_json::from_str(&text).unwrap_or_default(),
                None => RetentionClock::default(),
            };
            let clock = before.advance(own, ashby);
            tx.set_state(CLOCK, Some(&serde_json::to_string(&clock)?))?;
            tx.mark_tombstones(clock.passed)?;
            Ok(clock)
        })
        .await?;
    let until = clock.passed - KEPT.num_milliseconds();
    let mut people = false;
    loop {
        let ripe = workspace.read(move |reading| reading.ripe(until, AT_ONCE)).await?;
        if ripe.is_empty() {
            break;
        }
        people |= ripe.iter().any(|ripe| ripe.table == "ats_candidates");
        empty(workspace, ripe).await?;
    }
    if people {
        compact_search(workspace).await?;
        workspace.changed(Tag::ALL);
    }
    prune(workspace, ashby.unwrap_or(own).min(own)).await
}

/// The journal first: if the process dies in between, the row is found again.
async fn empty(workspace: &Arc<Workspace>, ripe: Vec<Ripe>) -> Result<(), Failure> {
    let ripe = Arc::new(ripe);
    let rows = Arc::clone(&ripe);
    workspace
        .write_local(move |tx| {
            for ripe in rows.iter() {
                match ripe.table {
                    "ats_candidates" => tx.redact_intents(IntentOf::Candidate, &ripe.id)?,
                    "ats_applications" => tx.redact_intents(IntentOf::Application, &ripe.id)?,
                    _ => {}
                }
            }
            Ok(())
        })
        .await?;
    if ripe.iter().any(|ripe| ripe.table == "ats_candidates") {
        // A copy from before a migration would still tell of them.
        workspace.folder.remove_backups("local.db")?;
    }
    workspace.write_mirror(move |tx| ripe.iter().try_for_each(|ripe| tx.empty(ripe))).await
}

/// Has the words of who was removed leave the search indexes for good.
pub(crate) async fn compact_search(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    merge_search(workspace, true).await
}

/// Merges the pieces that the pages of a listing left in the search indexes, which makes searches quicker; the whole of
/// them where asked to. A little at a time, so that no other write waits for long.
pub(super) async fn merge_search(workspace: &Arc<Workspace>, whole: bool) -> Result<(), Failure> {
    for step in 0..STEPS {
        if !workspace.write_mirror(move |tx| tx.merge_search(whole && step == 0)).await? {
            break;
        }
    }
    Ok(())
}

/// Settings of how long the log is kept, in days, with what holds without them.
pub(crate) const LOG_DAYS: (&str, i64) = ("log.runs_days", 60);
/// The same of what endpoints answered.
pub(crate) const DETAIL_DAYS: (&str, i64) = ("log.details_days", 30);
/// Days that can be chosen.
pub(crate) const DAYS: std::ops::RangeInclusive<i64> = 1..=3_650;

async fn prune(workspace: &Arc<Workspace>, now: DateTime<Utc>) -> Result<(), Failure> {
    let days = |(key, default): (&'static str, i64)| {
        workspace.read(move |reading| {
            let set = reading.setting(key)?.and_then(|text| text.parse::<i64>().ok());
            Ok(TimeDelta::days(set.filter(|days| DAYS.contains(days)).unwrap_or(default)))
        })
    };
    let (runs, details) = (days(LOG_DAYS).await?, days(DETAIL_DAYS).await?);
    let (runs, details) = (Timestamp::from(now - runs), Timestamp::from(now - details));
    workspace.write_mirror(move |tx| tx.prune_runs(runs.as_str(), details.as_str())).await
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(day: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_000_000 + day * 86_400, 0).unwrap()
    }

    fn days(clock: RetentionClock) -> i64 {
        clock.passed / 86_400_000
    }

    #[test]
    fn time_that_ashby_attests_counts_whatever_this_computer_says() {
        let start = RetentionClock::default().advance(day(0), Some(day(0)));
        assert_eq!(days(start), 0);
        assert_eq!(days(start.advance(day(0), Some(day(20)))), 20, "the app was closed for three weeks");
        assert_eq!(days(start.advance(day(9_000), Some(day(1)))), 1, "this clock jumped by years");
    }

    #[test]
    fn without_ashbys_word_a_run_counts_a_day_at_most() {
        let start = RetentionClock::default().advance(day(0), None);
        assert_eq!(days(start.advance(day(9_000), None)), 1);
        assert_eq!(days(start.advance(day(-9_000), None)), 0);
    }

    proptest! {
        #[test]
        fn it_never_goes_back(steps in prop::collection::vec((-400_i64..400, prop::option::of(-40_i64..40)), 1..20)) {
            let mut clock = RetentionClock::default();
            for (own, ashby) in steps {
                let next = clock.advance(day(own), ashby.map(day));
                prop_assert!(next.passed >= clock.passed);
                clock = next;
            }
        }
    }
}
