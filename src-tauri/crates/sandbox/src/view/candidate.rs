//! Candidates, their notes and files as Ashby shows them.

use serde_json::{Value, json};

use super::{Sparse, View};
use crate::draw::{Draw, Stream};
use crate::generate::applications::Application;
use crate::generate::metadata::field_values;
use crate::generate::people::{Contact, Person};
use crate::generate::places::PLACES;
use crate::generate::time;
use crate::ids::Kind;

/// A file of a candidate, by its place among theirs.
pub(crate) const RESUME: u64 = 0;
pub(crate) const LETTER: u64 = 1;

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
        let mut fields = Draw::at(self.workspace.seed, Stream::Fields, u64::from(candidate));
        let files = self.files(candidate, &person);
        let known = json!({
            "id": id,
            "createdAt": time::iso(created),
            "updatedAt": time::iso(updated),
            "name": person.name,
            "emailAddresses": person.emails.iter().map(contact).collect::<Vec<_>>(),
            "phoneNumbers": person.phones.iter().map(contact).collect::<Vec<_>>(),
            "socialLinks": person.links.iter().map(|(kind, url)| json!({ "type": kind, "url": url })).collect::<Vec<_>>(),
            "tags": person.tags.iter().filter_map(|tag| self.workspace.tags.get(*tag)).collect::<Vec<_>>(),
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
        record.put("resumeFileHandle", files.first().filter(|_| person.resume).cloned());
        let place = person.place.and_then(|place| PLACES.get(place).map(|it| (place, it)));
        record.put("timezone", place.map(|(_, place)| json!(place.timezone)));
        record.put("location", place.map(|(index, _)| self.home(index)));
        let first = applications.first();
        let source = first.and_then(|it| it.source).and_then(|source| self.workspace.sources.get(source));
        record.put("source", source.filter(|_| !person.bare).cloned());
        record.put("creditedToUser", first.and_then(|it| it.credited).and_then(|user| self.user(user)));
        let share = if person.bare { 0 } else { 120 };
        let values = field_values(&self.workspace.ids, "Candidate", &mut fields, share, self.workspace.now);
        record.put("customFields", (!person.bare).then(|| json!(values)));
        record.done()
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

    /// The handles of a candidate's files, the résumé first.
    pub fn files(&self, candidate: u32, person: &Person) -> Vec<Value> {
        let stem: String =
            person.latin.chars().map(|it| if it.is_alphanumeric() { it } else { '_' }).take(60).collect();
        [(RESUME, person.resume, "CV"), (LETTER, person.letter, "letter")]
            .into_iter()
            .filter(|(_, here, _)| *here)
            .map(|(number, _, name)| self.file(candidate, number, &format!("{stem}_{name}.pdf")))
            .collect()
    }

    fn file(&self, candidate: u32, number: u64, name: &str) -> Value {
        let index = u64::from(candidate) * 4 + number;
        let id = self.workspace.ids.id(Kind::File, index);
        json!({ "id": id, "name": name, "handle": handle(&id) })
    }

    /// A candidate's notes, oldest first, those of candidates merged into this one among them.
    pub fn notes(&self, candidate: u32) -> Vec<Value> {
        let absorbed = self.edit(candidate).map(|edit| edit.absorbed.as_slice()).unwrap_or_default();
        let mut notes: Vec<(String, Value)> = std::iter::once(candidate)
            .chain(absorbed.iter().copied())
            .flat_map(|candidate| self.own_notes(candidate))
            .collect();
        notes.sort_by(|one, other| one.0.cmp(&other.0));
        notes.into_iter().map(|(_, note)| note).collect()
    }

    fn own_notes(&self, candidate: u32) -> Vec<(String, Value)> {
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
                let known = json!({
                    "id": self.workspace.ids.id(Kind::Note, u64::from(candidate) * 8 + number),
                    "createdAt": moment, "isPrivate": note.private, "author": author,
                });
                let mut record = Sparse::new(known, person.says_null);
                record.put("content", note.content.map(|content| json!(content)));
                (moment, record.done())
            })
            .collect()
    }

    /// A file's bytes, when the candidate has it.
    pub fn file_bytes(&self, index: u64) -> Option<Vec<u8>> {
        let candidate = u32::try_from(index / 4).ok().filter(|candidate| self.is_here(*candidate))?;
        let applications: Vec<Application> =
            self.applications(candidate).into_iter().map(|(_, it)| it).collect();
        let person = self.person_among(candidate, &applications);
        let job = applications.first().and_then(|it| self.workspace.jobs.get(it.job));
        match index % 4 {
            RESUME if person.resume => {
                Some(self.workspace.resume(candidate, &person, self.family(&applications)))
            }
            LETTER if person.letter => Some(self.workspace.letter(
                candidate,
                &person,
                job.map_or("open application", |job| &job.title),
            )),
            _ => None,
        }
    }
}

/// What `file.info` takes: opaque to the client.
pub(crate) fn handle(id: &str) -> String {
    format!("fh_{}", id.replace('-', ""))
}

/// The file id behind a handle.
pub(crate) fn file_id(handle: &str) -> Option<String> {
    let digits = handle.strip_prefix("fh_").filter(|digits| digits.len() == 32 && digits.is_ascii())?;
    let part = |from: usize, to: usize| digits.get(from..to);
    Some(format!("{}-{}-{}-{}-{}", part(0, 8)?, part(8, 12)?, part(12, 16)?, part(16, 20)?, part(20, 32)?))
}
