//! The workspace as it is now: what is derived, with what was written on top.

mod application;
mod candidate;
mod feedback;
mod few;
mod file;
mod interview;
mod job;
mod offer;
mod posting;

pub(crate) use candidate::FIRST_WRITTEN_NOTE;
pub(crate) use feedback::FEEDBACK;
pub(crate) use file::{File, UPLOADED, file_id};
pub(crate) use job::Expansion;
use serde_json::{Map, Value, json};

use crate::changes::{CandidateEdit, Gone, Overlay, lay};
use crate::generate::Workspace;
use crate::generate::applications::Application;
use crate::generate::organisation::team_title;
use crate::generate::people::{Person, owner, stranger};
use crate::generate::words::Family;
use crate::ids::Kind;

/// A moment's look at the workspace.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'a> {
    pub workspace: &'a Workspace,
    pub overlay: &'a Overlay,
    /// Sees confidential jobs and who is on them, whatever the key may.
    whole: bool,
}

impl<'a> View<'a> {
    /// What the key may see.
    pub fn new(workspace: &'a Workspace, overlay: &'a Overlay) -> Self {
        Self { workspace, overlay, whole: false }
    }

    /// Everything there is.
    pub fn whole(workspace: &'a Workspace, overlay: &'a Overlay) -> Self {
        Self { workspace, overlay, whole: true }
    }

    /// A derived record with what was written over it.
    fn amended(&self, kind: Kind, index: u64, mut record: Value) -> Value {
        if let (Some(patch), Some(fields)) = (self.overlay.patch(kind, index), record.as_object_mut()) {
            lay(patch, fields);
        }
        record
    }

    /// Whether the job is there for the key.
    pub fn has_job(&self, job: usize) -> bool {
        let Some(it) = self.workspace.jobs.get(job) else { return false };
        let index = u64::try_from(job).unwrap_or(u64::MAX);
        let written = self.overlay.written(Kind::Job, index, "confidential").and_then(Value::as_bool);
        let confidential = written.unwrap_or(it.confidential);
        !self.overlay.is_gone(Kind::Job, index)
            && (self.whole || !self.overlay.confidential_hidden || !confidential)
    }

    pub fn candidate_count(&self) -> u32 {
        self.workspace.candidates + self.overlay.added_candidates
    }

    pub fn application_count(&self) -> u64 {
        self.workspace.application_count() + self.overlay.added_applications
    }

    pub fn edit(&self, candidate: u32) -> Option<&'a CandidateEdit> {
        self.overlay.candidates.get(&candidate)
    }

    /// Whether the candidate can be found: not gone, and not on confidential jobs alone while those are hidden.
    pub fn is_here(&self, candidate: u32) -> bool {
        candidate < self.candidate_count() && self.gone(candidate).is_none() && !self.is_hidden(candidate)
    }

    fn is_hidden(&self, candidate: u32) -> bool {
        if self.whole || !self.overlay.confidential_hidden {
            return false;
        }
        let whole = Self { whole: true, ..*self };
        let applications = whole.applications(candidate);
        !applications.is_empty() && applications.iter().all(|(_, it)| !self.has_job(it.job))
    }

    pub fn gone(&self, candidate: u32) -> Option<Gone> {
        self.edit(candidate).and_then(|edit| edit.gone)
    }

    /// An application, unless it, its candidate or its job is gone or hidden.
    pub fn application(&self, index: u64) -> Option<Application> {
        let application = match self.overlay.applications.get(&index) {
            Some(written) => written.clone(),
            None if index < self.workspace.application_count() => self.workspace.application(index),
            None => return None,
        };
        let here = self.gone(application.candidate).is_none()
            && !self.overlay.is_gone(Kind::Application, index)
            && self.has_job(application.job);
        here.then_some(application)
    }

    pub fn applications_of(&self, candidate: u32) -> Vec<u64> {
        let derived = if candidate < self.workspace.candidates {
            self.workspace.applications_of(candidate)
        } else {
            0..0
        };
        let added = self.edit(candidate).map(|edit| edit.applications.as_slice()).unwrap_or_default();
        derived.chain(added.iter().copied()).collect()
    }

    /// The kind of work a candidate is in: that of the first job applied for.
    fn family(&self, applications: &[Application]) -> Family {
        applications
            .first()
            .and_then(|application| self.workspace.jobs.get(application.job))
            .map_or(Family::Software, |job| job.family)
    }

    /// A candidate's applications as they are, in order.
    pub fn applications(&self, candidate: u32) -> Vec<(u64, Application)> {
        self.applications_of(candidate)
            .into_iter()
            .filter_map(|index| self.application(index).map(|application| (index, application)))
            .collect()
    }

    /// Who the candidate is, with edits.
    pub fn person(&self, candidate: u32) -> Person {
        let applications: Vec<Application> =
            self.applications(candidate).into_iter().map(|(_, application)| application).collect();
        self.person_among(candidate, &applications)
    }

    pub fn person_among(&self, candidate: u32, applications: &[Application]) -> Person {
        if let Some(edit) = self.edit(candidate).filter(|edit| edit.blank) {
            return stranger(edit.name.clone().unwrap_or_default());
        }
        let begun = self.begun(candidate);
        // Who somebody is does not change with what becomes of their applications.
        let family = self.family(if begun.is_empty() { applications } else { &begun });
        let mut person = self.workspace.person(candidate, family);
        if let Some(edit) = self.edit(candidate) {
            if let Some(name) = &edit.name {
                person.name.clone_from(name);
                person.latin.clone_from(name);
            }
            person.title = edit.title.clone().or(person.title);
            person.company = edit.company.clone().or(person.company);
        }
        person
    }

    /// The applications a candidate began with, as they were then.
    fn begun(&self, candidate: u32) -> Vec<Application> {
        if candidate >= self.workspace.candidates {
            return Vec::new();
        }
        self.workspace.applications_of(candidate).map(|index| self.workspace.application(index)).collect()
    }

    /// The name alone, with edits.
    pub fn name(&self, candidate: u32) -> String {
        let edited = self.edit(candidate).and_then(|edit| edit.name.clone());
        edited.unwrap_or_else(|| self.workspace.name_of(candidate).shown)
    }

    /// Who has this address, in whatever case it is written.
    pub fn with_address(&self, email: &str) -> Vec<u32> {
        let email = email.to_lowercase();
        let written = self.overlay.addresses.get(&email).into_iter().flatten().copied();
        // A derived address names its owner, so nobody else need be asked.
        let mut people: Vec<u32> = owner(&email).into_iter().chain(written).collect();
        people.sort_unstable();
        people.dedup();
        people.retain(|candidate| self.is_here(*candidate) && self.has_address(*candidate, &email));
        people
    }

    fn has_address(&self, candidate: u32, email: &str) -> bool {
        let written = self.edit(candidate).and_then(|edit| edit.fields.get("emailAddresses")?.as_array());
        match written {
            Some(list) => list
                .iter()
                .filter_map(|it| it.get("value")?.as_str())
                .any(|address| address.to_lowercase() == email),
            None => self.person(candidate).emails.iter().any(|it| it.value.to_lowercase() == email),
        }
    }

    /// When the candidate appeared and when their record last changed.
    pub fn moments(&self, candidate: u32, applications: &[Application]) -> (i64, i64) {
        let edit = self.edit(candidate);
        let now = self.workspace.now;
        // A move changes the application alone, and whoever loses one is no younger: moments never go back.
        let begun = self.begun(candidate);
        let known = if begun.is_empty() { applications } else { &begun };
        let first = known.iter().map(|it| it.created).min().unwrap_or(now) - 90_000;
        let created = edit.and_then(|edit| edit.created).unwrap_or(first);
        let derived = known.iter().map(|it| it.updated.min(now)).max().unwrap_or(now);
        (created, edit.and_then(|edit| edit.updated).unwrap_or(derived).max(created))
    }

    /// A user as embedded in other records.
    pub fn user(&self, place: usize) -> Option<Value> {
        self.one(Kind::User, u64::try_from(place).ok()?)
    }

    fn team(&self, team: &[(usize, usize)]) -> Value {
        team.iter().filter_map(|(user, role)| self.member(*user, team_title(*role)?)).collect()
    }

    /// A user as a member of a hiring team.
    pub fn member(&self, user: usize, role: &str) -> Option<Value> {
        let user = self.user(user)?;
        let field = |name: &str| user.get(name).cloned().unwrap_or_else(|| json!(""));
        // A team member always has an address in the schema; one who lost it shows an empty one.
        let email = user.get("email").and_then(Value::as_str).unwrap_or_default();
        Some(json!({
            "userId": field("id"), "firstName": field("firstName"), "lastName": field("lastName"), "email": email,
            "role": role,
        }))
    }
}

/// A record under construction whose unknown fields are either left out or null.
pub(crate) struct Sparse {
    pub fields: Map<String, Value>,
    says_null: bool,
}

impl Sparse {
    pub fn new(known: Value, says_null: bool) -> Self {
        let fields = if let Value::Object(fields) = known { fields } else { Map::new() };
        Self { fields, says_null }
    }

    pub fn put(&mut self, name: &str, value: Option<Value>) {
        match value {
            Some(value) => {
                self.fields.insert(name.to_owned(), value);
            }
            None if self.says_null => {
                self.fields.insert(name.to_owned(), Value::Null);
            }
            None => {}
        }
    }

    pub fn done(self) -> Value {
        Value::Object(self.fields)
    }
}
