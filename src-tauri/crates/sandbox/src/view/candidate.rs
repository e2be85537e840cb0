//! Candidates, their notes and files as Ashby shows them.

use serde_json::{Value, json};

use super::{Sparse, View};
use crate::changes::lay;
use crate::draw::{Draw, Stream};
use crate::generate::applications::Application;
use crate::generate::metadata::field_values;
use crate::generate::people::{Contact, Person};
use crate::generate::places::PLACES;
use crate::generate::time;
use crate::ids::Kind;

/// Numbers from here on belong to notes that were written.
pub(crate) const FIRST_WRITTEN_NOTE: u64 = 1 << 40;

fn contact(contact: &Contact) -> Value {
    json!({ "value": contact.value, "type": contact.kind, "isPrimary": contact.primary })
}

impl View<'_> {
    pub fn candidate_id(&self, candidate: u32) -> String {
        self.workspace.ids.id(Kind::Candidate, u64::from(candidate))
    }

    pub fn candidate(&self, candidate: u32) -> Value {
        let indexed = self.applications(candidate);
        let application_ids: Vec<String> =
            indexed.iter().map(|(index, _)| self.workspace.ids.id(Kind::Application, *index)).collect();
        let applications: Vec<Application> =
            indexed.into_iter().map(|(_, application)| application).collect();
        let person = self.person_among(candidate, &applications);
        let (created, updated) = self.moments(candidate, &applications);
        let id = self.candidate_id(candidate);
        let tags = self.tags(candidate, &person);
        let mut fields = Draw::at(self.workspace.seed, Stream::Fields, u64::from(candidate));
        let files = self.files(candidate, &person);
        let resume = self.resume_of(candidate, &person);
        let known = json!({
            "id": id,
            "createdAt": time::iso(created),
            "updatedAt": time::iso(updated),
            "name": person.name,
            "emailAddresses": person.emails.iter().map(contact).collect::<Vec<_>>(),
            "phoneNumbers": person.phones.iter().map(contact).collect::<Vec<_>>(),
            "socialLinks": person.links.iter().map(|(kind, url)| json!({ "type": kind, "url": url })).collect::<Vec<_>>(),
            "tags": tags,
            "applicationIds": application_ids,
            "fileHandles": files,
            "profileUrl": format!("https://app.ashbyhq.com/candidate-searches/new/right-side/candidates/{id}"),
        });
        let mut record = Sparse::new(known, person.says_null);
        let primary = |list: &[Contact]| list.iter().find(|it| it.primary).map(contact);
        record.put("primaryEmailAddress", primary(&person.emails));
        record.put("primaryPhoneNumber", primary(&person.phones));
        record.put("position", person.title.as_ref().map(|it| json!(it)));
        record.put("company", person.company.as_ref().map(|it| json!(it)));
        record.put("school", person.school.as_ref().map(|it| json!(it)));
        record.put("fraudStatus", person.fraud.map(|it| json!(it)));
        record.put("resumeFileHandle", resume);
        let place = person.place.and_then(|place| PLACES.get(place).map(|it| (place, it)));
        record.put("timezone", place.map(|(_, place)| json!(place.timezone)));
        record.put("location", place.map(|(index, _)| self.home(index)));
        let first = applications.first();
        let source = first.and_then(|it| it.source).and_then(|source| self.source(source));
        record.put("source", source.filter(|_| !person.bare));
        record.put("creditedToUser", first.and_then(|it| it.credited).and_then(|user| self.user(user)));
        let share = if person.bare { 0 } else { 120 };
        let values = field_values(&self.workspace.ids, "Candidate", &mut fields, share, self.workspace.now);
        record.put("customFields", (!person.bare).then(|| json!(values)));
        if let Some(edit) = self.edit(candidate) {
            lay(&edit.fields, &mut record.fields);
        }
        record.done()
    }

    /// A source as it is now.
    pub fn source(&self, source: usize) -> Option<Value> {
        self.one(Kind::Source, u64::try_from(source).ok()?)
    }

    /// The places of the tags a candidate has.
    pub fn tag_places(&self, candidate: u32, person: &Person) -> Vec<u64> {
        let written = self.edit(candidate).and_then(|edit| edit.tags.clone());
        written.unwrap_or_else(|| person.tags.iter().filter_map(|tag| u64::try_from(*tag).ok()).collect())
    }

    /// The places of the projects a candidate is in.
    pub fn projects_of(&self, candidate: u32) -> Vec<u64> {
        let written = self.edit(candidate).and_then(|edit| edit.projects.clone());
        written.unwrap_or_else(|| self.workspace.projects_of(candidate))
    }

    fn tags(&self, candidate: u32, person: &Person) -> Vec<Value> {
        self.tag_places(candidate, person).into_iter().filter_map(|tag| self.one(Kind::Tag, tag)).collect()
    }

    fn home(&self, index: usize) -> Value {
        let Some(place) = PLACES.get(index) else { return Value::Null };
        let parts = [("City", place.city), ("Region", place.region), ("Country", place.country)];
        let components: Vec<Value> = parts
            .iter()
            .filter(|(_, name)| !name.is_empty())
            .map(|(kind, name)| json!({ "type": kind, "name": name }))
            .collect();
        let summary: Vec<&str> =
            parts.iter().filter(|(_, name)| !name.is_empty()).map(|(_, name)| *name).collect();
        json!({
            "id": self.workspace.ids.id(Kind::Place, u64::try_from(index).unwrap_or(0)),
            "locationSummary": summary.join(", "), "locationComponents": components,
        })
    }

    /// A candidate's notes, oldest first, those of candidates merged into this one among them.
    pub fn notes(&self, candidate: u32) -> Vec<(u64, Value)> {
        let absorbed = self.edit(candidate).map(|edit| edit.absorbed.as_slice()).unwrap_or_default();
        let mut notes: Vec<(String, u64, Value)> = std::iter::once(candidate)
            .chain(absorbed.iter().copied())
            .flat_map(|candidate| self.own_notes(candidate))
            .filter(|(_, index, _)| !self.overlay.is_gone(Kind::Note, *index))
            .collect();
        notes.sort_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)));
        notes.into_iter().map(|(_, index, note)| (index, note)).collect()
    }

    /// A note by its number.
    pub fn note(&self, index: u64) -> Option<Value> {
        if index >= FIRST_WRITTEN_NOTE {
            return self.one(Kind::Note, index);
        }
        let notes = self.derived_notes(u32::try_from(index / 8).ok()?);
        let found = notes.into_iter().find(|(_, at, _)| *at == index);
        found.filter(|_| !self.overlay.is_gone(Kind::Note, index)).map(|(_, _, note)| note)
    }

    /// A note about to be written.
    pub fn new_note(&self, index: u64, author: u64, content: &str, private: bool, created: i64) -> Value {
        let author = self.one(Kind::User, author).map(|mut user| {
            let known = ["id", "firstName", "lastName", "email"];
            if let Some(fields) = user.as_object_mut() {
                fields.retain(|name, _| known.contains(&name.as_str()));
            }
            user
        });
        json!({
            "id": self.workspace.ids.id(Kind::Note, index), "createdAt": time::iso(created), "isPrivate": private,
            "author": author, "content": content,
        })
    }

    fn own_notes(&self, candidate: u32) -> Vec<(String, u64, Value)> {
        let mut notes = self.derived_notes(candidate);
        let written = self.edit(candidate).map(|edit| edit.notes.as_slice()).unwrap_or_default();
        notes.extend(written.iter().filter_map(|index| {
            let note = self.one(Kind::Note, *index)?;
            Some((note.get("createdAt")?.as_str()?.to_owned(), *index, note))
        }));
        notes
    }

    fn derived_notes(&self, candidate: u32) -> Vec<(String, u64, Value)> {
        let applications: Vec<Application> = if candidate < self.workspace.candidates {
            self.workspace.applications_of(candidate).map(|index| self.workspace.application(index)).collect()
        } else {
            Vec::new()
        };
        let person = self.person_among(candidate, &applications);
        let Some(first) = applications.first() else { return Vec::new() };
        let job = self.workspace.jobs.get(first.job).map(|job| job.title.as_str()).unwrap_or_default();
        let given = person.name.split(' ').next().unwrap_or_default();
        (0..person.notes)
            .map(|number| {
                let note = self.workspace.note(candidate, number, given, job, first.created);
                let author = self.workspace.users.get(note.author).map(|user| {
                    json!({ "id": user.id, "firstName": user.first, "lastName": user.last, "email": user.email })
                });
                let moment = time::iso(note.created);
                let index = u64::from(candidate) * 8 + number;
                let known = json!({
                    "id": self.workspace.ids.id(Kind::Note, index),
                    "createdAt": moment, "isPrivate": note.private, "author": author,
                });
                let mut record = Sparse::new(known, person.says_null);
                record.put("content", note.content.map(|content| json!(content)));
                (moment, index, self.amended(Kind::Note, index, record.done()))
            })
            .collect()
    }
}
