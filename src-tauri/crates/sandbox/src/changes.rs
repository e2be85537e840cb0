//! What was written to the workspace, on top of what is derived, and in which order.

use std::collections::{BTreeMap, HashMap};

use crate::generate::applications::Application;

/// The last change of each record, in order: what deltas are served from.
#[derive(Debug, Default)]
pub(crate) struct ChangeLog {
    order: BTreeMap<u64, u64>,
    last: HashMap<u64, u64>,
}

impl ChangeLog {
    pub fn record(&mut self, at: u64, index: u64) {
        if let Some(before) = self.last.insert(index, at) {
            self.order.remove(&before);
        }
        self.order.insert(at, index);
    }

    /// Records whose last change lies after `after` and not after `until`, with that change.
    pub fn between(&self, after: u64, until: u64) -> impl Iterator<Item = (u64, u64)> + '_ {
        let range = (std::ops::Bound::Excluded(after), std::ops::Bound::Included(until.max(after)));
        // An empty range with an excluded start equal to the included end is allowed; the reverse would panic.
        self.order.range(range).map(|(at, index)| (*at, *index))
    }
}

/// Why a candidate can no longer be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gone {
    Deleted,
    MergedInto(u32),
}

/// What changed about a candidate.
#[derive(Debug, Clone, Default)]
pub(crate) struct CandidateEdit {
    pub name: Option<String>,
    pub title: Option<String>,
    pub company: Option<String>,
    pub gone: Option<Gone>,
    /// When the candidate was added, for those the workspace did not start with.
    pub created: Option<i64>,
    pub updated: Option<i64>,
    /// Applications beyond the derived ones: added, or taken over in a merge.
    pub applications: Vec<u64>,
    /// Candidates merged into this one; their notes and files came along.
    pub absorbed: Vec<u32>,
}

/// Everything written since the world began.
#[derive(Debug, Default)]
pub(crate) struct Overlay {
    /// Counts changes; sync tokens point into it.
    pub sequence: u64,
    pub candidates: HashMap<u32, CandidateEdit>,
    pub applications: HashMap<u64, Application>,
    /// How many candidates and applications were added behind the derived ones.
    pub added_candidates: u32,
    pub added_applications: u64,
    pub candidate_log: ChangeLog,
    pub application_log: ChangeLog,
}

impl Overlay {
    /// The edit of a candidate, marked as changed now.
    pub fn edit(&mut self, candidate: u32, now: i64) -> &mut CandidateEdit {
        self.sequence += 1;
        self.candidate_log.record(self.sequence, u64::from(candidate));
        let edit = self.candidates.entry(candidate).or_default();
        edit.updated = Some(now);
        edit
    }

    /// Puts an application in place of what it was, changed now.
    pub fn put(&mut self, index: u64, mut application: Application, now: i64) {
        self.sequence += 1;
        self.application_log.record(self.sequence, index);
        application.updated = now;
        self.applications.insert(index, application);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_listed_once_at_its_last_change() {
        let mut log = ChangeLog::default();
        for (at, index) in [(1, 7), (2, 8), (3, 7)] {
            log.record(at, index);
        }
        let list = |after, until| log.between(after, until).collect::<Vec<_>>();
        assert_eq!(list(0, 3), [(2, 8), (3, 7)]);
        assert_eq!(list(0, 2), [(2, 8)]);
        assert_eq!(list(3, 3), []);
        assert_eq!(list(9, 3), []);
    }
}
