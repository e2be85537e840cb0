//! The workspace as it is now: what is derived, with what was written on top.

mod application;
mod candidate;
mod job;
mod posting;

pub(crate) use candidate::file_id;
pub(crate) use job::Expansion;
use serde_json::{Map, Value, json};

use crate::changes::{CandidateEdit, Gone, Overlay};
use crate::generate::Workspace;
use crate::generate::applications::Application;
use crate::generate::organisation::ROLES;
use crate::generate::people::Person;
use crate::generate::words::Family;

/// A moment's look at the workspace.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'a> {
    pub workspace: &'a Workspace,
    pub overlay: &'a Overlay,
}

impl<'a> View<'a> {
    pub fn candidate_count(&self) -> u32 {
        self.workspace.candidates + self.overlay.added_candidates
    }

    pub fn application_count(&self) -> u64 {
        self.workspace.application_count() + self.overlay.added_applications
    }

    pub fn edit(&self, candidate: u32) -> Option<&'a CandidateEdit> {
        self.overlay.candidates.get(&candidate)
    }

    /// Whether the candidate can be found.
    pub fn is_here(&self, candidate: u32) -> bool {
        candidate < self.candidate_count() && self.gone(candidate).is_none()
    }

    pub fn gone(&self, candidate: u32) -> Option<Gone> {
        self.edit(candidate).and_then(|edit| edit.gone)
    }

    /// An application, unless its candidate is gone.
    pub fn application(&self, index: u64) -> Option<Application> {
        let application = match self.overlay.applications.get(&index) {
            Some(written) => written.clone(),
            None if index < self.workspace.application_count() => self.workspace.application(index),
            None => return None,
        };
        self.gone(application.candidate).is_none().then_some(application)
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
        let mut person = self.workspace.person(candidate, self.family(applications));
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

    /// The name alone, with edits.
    pub fn name(&self, candidate: u32) -> String {
        let edited = self.edit(candidate).and_then(|edit| edit.name.clone());
        edited.unwrap_or_else(|| self.workspace.name_of(candidate).shown)
    }

    /// When the candidate appeared and when their record last changed.
    pub fn moments(&self, candidate: u32, applications: &[Application]) -> (i64, i64) {
        let edit = self.edit(candidate);
        let now = self.workspace.now;
        let first = applications.iter().map(|it| it.created).min().unwrap_or(now) - 90_000;
        let created = edit.and_then(|edit| edit.created).unwrap_or(first);
        // A move changes the application alone: the candidate's record stays as it was before.
        let unmoved = self.applications_of(candidate).into_iter().zip(applications).map(|(index, it)| {
            let moved =
                self.overlay.applications.contains_key(&index) && index < self.workspace.application_count();
            if moved { self.workspace.application(index).updated } else { it.updated }
        });
        let derived = unmoved.map(|updated| updated.min(now)).max().unwrap_or(now);
        (created, edit.and_then(|edit| edit.updated).unwrap_or(derived).max(created))
    }

    /// A user as embedded in other records.
    pub fn user(&self, place: usize) -> Option<Value> {
        self.workspace.users.get(place).map(|user| user.record.clone())
    }

    fn team(&self, team: &[(usize, usize)]) -> Value {
        team.iter()
            .filter_map(|(user, role)| self.workspace.users.get(*user).zip(ROLES.get(*role)))
            .map(|(user, role)| {
                // A team member always has an address in the schema; one who lost it shows an empty one.
                json!({
                    "userId": user.id, "firstName": user.first, "lastName": user.last,
                    "email": user.email.as_deref().unwrap_or_default(), "role": role,
                })
            })
            .collect()
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
