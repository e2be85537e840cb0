//! What was written to the workspace, on top of what is derived, and in which order.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde_json::{Map, Value, json};

use crate::generate::applications::Application;
use crate::generate::time;
use crate::hooks::Hooks;
use crate::ids::Kind;
use crate::view::File;

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

/// Kinds whose records tell when they last changed.
const DATED: [Kind; 8] = [
    Kind::User,
    Kind::Department,
    Kind::Plan,
    Kind::Template,
    Kind::Job,
    Kind::Posting,
    Kind::Application,
    Kind::Schedule,
];

/// What was written about the records of one kind.
#[derive(Debug, Default)]
pub(crate) struct Drift {
    pub gone: HashSet<u64>,
    /// Fields that take the place of those a record is derived with.
    pub patches: HashMap<u64, Map<String, Value>>,
    /// Whole records behind the derived ones.
    pub added: BTreeMap<u64, Value>,
    pub log: ChangeLog,
}

/// Puts `fields` over a record; a moment of change never goes back.
pub(crate) fn lay(fields: &Map<String, Value>, record: &mut Map<String, Value>) {
    for (name, value) in fields {
        let later = name == "updatedAt"
            && record.get(name).and_then(Value::as_str).is_some_and(|before| Some(before) > value.as_str());
        if !later {
            record.insert(name.clone(), value.clone());
        }
    }
}

/// Sets one field of a record.
pub(crate) fn set(record: &mut Value, name: &str, value: Value) {
    if let Some(fields) = record.as_object_mut() {
        fields.insert(name.to_owned(), value);
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
    /// Nothing is derived about them: all that is known was written.
    pub blank: bool,
    /// Fields of their record that take the place of derived ones.
    pub fields: Map<String, Value>,
    /// Places of their tags, once they were changed.
    pub tags: Option<Vec<u64>>,
    /// Places of the projects they are in, once they were changed.
    pub projects: Option<Vec<u64>>,
    /// Numbers of the files, notes and feedback written.
    pub files: Vec<u64>,
    pub notes: Vec<u64>,
    /// The written file that is their résumé now.
    pub resume: Option<u64>,
}

/// Room for a file on its way in.
#[derive(Debug, Clone)]
pub(crate) struct Upload {
    pub handle: String,
    /// `CandidateResume`, `CandidateFiles` or `ApplicationForm`.
    pub context: String,
    pub name: String,
    pub content_type: String,
    pub length: usize,
    /// In milliseconds since 1970.
    pub until: i64,
    pub bytes: Option<Vec<u8>>,
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
    /// Everything else, and applications deleted or given other fields.
    drifts: HashMap<Kind, Drift>,
    /// Interview plans of jobs whose plans were changed.
    pub plans: HashMap<usize, Vec<usize>>,
    /// Forms sent in with applications.
    pub submissions: HashMap<u64, Value>,
    /// Uploaded files by their index.
    pub files: HashMap<u64, File>,
    /// Handles for uploads, in the order they were asked for.
    pub uploads: Vec<Upload>,
    /// Who had an address written to their record, by the address in lower case.
    pub addresses: HashMap<String, BTreeSet<u32>>,
    pub hooks: Hooks,
    pub blocked_forms: u64,
    /// What came into being through the API, by what it is: for tests that count.
    pub made: BTreeMap<&'static str, Vec<Value>>,
    /// The key may not see confidential jobs, nor who is on them alone.
    pub confidential_hidden: bool,
}

impl Overlay {
    pub fn drift(&self, kind: Kind) -> Option<&Drift> {
        self.drifts.get(&kind)
    }

    pub fn is_gone(&self, kind: Kind, index: u64) -> bool {
        self.drift(kind).is_some_and(|drift| drift.gone.contains(&index))
    }

    /// What was written over a record's fields.
    pub fn patch(&self, kind: Kind, index: u64) -> Option<&Map<String, Value>> {
        self.drift(kind)?.patches.get(&index)
    }

    /// A written field of a record.
    pub fn written(&self, kind: Kind, index: u64, field: &str) -> Option<&Value> {
        self.patch(kind, index)?.get(field)
    }

    fn drift_mut(&mut self, kind: Kind) -> &mut Drift {
        self.drifts.entry(kind).or_default()
    }

    /// Makes a record vanish: complete listings lack it, deltas say nothing.
    pub fn erase(&mut self, kind: Kind, index: u64) {
        self.drift_mut(kind).gone.insert(index);
    }

    /// Notes that a record changed, so that deltas tell.
    pub fn changed(&mut self, kind: Kind, index: u64) {
        self.sequence += 1;
        let sequence = self.sequence;
        match kind {
            Kind::Application => self.application_log.record(sequence, index),
            Kind::Candidate => self.candidate_log.record(sequence, index),
            _ => self.drift_mut(kind).log.record(sequence, index),
        }
    }

    /// Writes fields of a record and tells deltas.
    pub fn amend(&mut self, kind: Kind, index: u64, mut fields: Map<String, Value>, now: i64) {
        if DATED.contains(&kind) {
            fields.entry("updatedAt").or_insert_with(|| json!(time::iso(now)));
        }
        self.amend_silently(kind, index, &fields);
        self.changed(kind, index);
    }

    /// Writes fields of a record without a trace in its moments and in deltas.
    pub fn amend_silently(&mut self, kind: Kind, index: u64, fields: &Map<String, Value>) {
        lay(fields, self.drift_mut(kind).patches.entry(index).or_default());
    }

    /// Adds a record behind the derived ones.
    pub fn add(&mut self, kind: Kind, index: u64, record: Value) {
        self.drift_mut(kind).added.insert(index, record);
        self.changed(kind, index);
    }

    /// How many records of a kind were added.
    pub fn added(&self, kind: Kind) -> u64 {
        self.drift(kind).and_then(|drift| u64::try_from(drift.added.len()).ok()).unwrap_or(0)
    }

    /// The edit of a candidate, marked as changed now.
    pub fn edit(&mut self, candidate: u32, now: i64) -> &mut CandidateEdit {
        self.sequence += 1;
        self.candidate_log.record(self.sequence, u64::from(candidate));
        let edit = self.candidates.entry(candidate).or_default();
        edit.updated = Some(now);
        edit
    }

    /// Writes fields of a candidate's record.
    pub fn write_candidate(&mut self, candidate: u32, fields: &Map<String, Value>, now: i64) {
        let addresses = fields.get("emailAddresses").and_then(Value::as_array);
        for address in addresses.into_iter().flatten().filter_map(|it| it.get("value")?.as_str()) {
            self.addresses.entry(address.to_lowercase()).or_default().insert(candidate);
        }
        let edit = self.edit(candidate, now);
        if let Some(name) = fields.get("name").and_then(Value::as_str) {
            edit.name = Some(name.to_owned());
        }
        lay(fields, &mut edit.fields);
    }

    /// Remembers that something was made.
    pub fn made(&mut self, what: &'static str, facts: Value) {
        self.made.entry(what).or_default().push(facts);
    }

    /// Puts an application in place of what it was, changed now, and tells how it is.
    pub fn put(&mut self, index: u64, mut application: Application, now: i64) -> Application {
        self.sequence += 1;
        self.application_log.record(self.sequence, index);
        // The clock of a caller may lag behind the last change.
        application.updated = application.updated.max(now);
        self.applications.insert(index, application.clone());
        application
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
