//! Candidates, from `candidate.list` and `candidate.info`.

use samara_ashby::model as ashby;
use serde::Serialize;

use crate::candidate_tag::{CandidateTag, candidate_tags};
use crate::contact::{Email, Phone, Social, emails, phones, socials};
use crate::custom_field::custom_fields;
use crate::fold::fold;
use crate::id::{ConnectionId, Id};
use crate::person_name::{split_name, whole_name};
use crate::place::Place;
use crate::row::{Column, Model, Row, Value, model};
use crate::text::{collapsed, owned};
use crate::time::Timestamp;
use crate::user::{User, user};

model! {
    /// A person.
    pub struct Candidate in "ats_candidates", also [remote_id, remote_data, custom_fields] {
        /// Given name, split from Ashby's one name.
        first_name: Option<String> => Text,
        /// Family name, split from Ashby's one name.
        last_name: Option<String> => Text,
        /// Present employer.
        company: Option<String> => Text,
        /// Present position.
        title: Option<String> => Text,
        /// Where the person came from.
        source: Option<String> => Text,
        /// Phone numbers, primary first.
        phone_numbers: Vec<Phone> => Json,
        /// Valid e-mail addresses, primary first.
        email_addresses: Vec<Email> => Json,
        /// Pages about the person.
        social_media: Vec<Social> => Json,
        /// Where the person lives.
        location: Option<Place> => Json,
        /// The person's page in Ashby.
        remote_url: Option<String> => Text,
        /// When Ashby made the record.
        remote_created_at: Option<Timestamp> => Time,
        /// When Ashby last changed the record.
        remote_updated_at: Option<Timestamp> => Time,
    }
    /// Private columns of `ats_candidates`.
    private CandidatePrivate {
        /// The name as Ashby has it; what search and display use.
        full_name: Option<String> => Text,
        /// The name to sort by: [`fold`]ed, with single spaces.
        sort_name: Option<String> => Text,
        /// The first of the e-mail addresses.
        primary_email: Option<String> => Text,
        /// The line that tells the place.
        location: Option<String> => Text,
        /// Name of the user who gets the credit.
        credited_to: Option<String> => Text,
        /// Last school.
        school: Option<String> => Text,
        /// Ashby's ids of the applications.
        application_ids: Vec<String> => Json,
        /// The résumé.
        resume: Option<File> => Json,
        /// All files.
        files: Vec<File> => Json,
        /// Labels of chosen values: object of custom field id to `{value, label}`.
        display: Option<serde_json::Value> => Json,
    }
}

/// A file of a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct File {
    /// Ashby's id of the file.
    pub id: String,
    /// File name.
    pub name: Option<String>,
    /// What `file.info` takes; Ashby may make a new one at each reading.
    pub handle: Option<String>,
}

impl Column for File {
    fn value(&self) -> Value {
        // A struct of text always serialises.
        serde_json::to_value(self).map_or(Value::Null, Value::Json)
    }
}

/// What one candidate maps to.
#[derive(Clone, Debug, PartialEq)]
pub struct CandidateRows {
    /// The candidate.
    pub candidate: Row<Candidate>,
    /// All tags of the candidate: those not named here have been taken off.
    pub tags: Vec<Row<CandidateTag>>,
    /// Users met in the record: to be kept only where they are not known otherwise.
    pub users: Vec<Row<User>>,
}

/// A candidate with tags.
#[must_use]
pub fn candidate(connection: &ConnectionId, candidate: &ashby::Candidate) -> CandidateRows {
    let custom = custom_fields(connection, Candidate::TABLE, &candidate.custom_fields);
    let name = candidate.name.as_deref();
    let (first_name, last_name) = name.map(split_name).unwrap_or_default();
    let email_addresses = emails(candidate.primary_email_address.as_ref(), &candidate.email_addresses);
    let location = candidate.location.as_ref().and_then(Place::of_candidate);
    let private = CandidatePrivate {
        full_name: owned(name),
        sort_name: name.map(|name| fold(&collapsed(name))).filter(|name| !name.is_empty()),
        primary_email: email_addresses.first().map(|email| email.email_address.clone()),
        location: location.as_ref().and_then(line),
        credited_to: candidate.credited_to_user.as_ref().and_then(user_name),
        school: owned(candidate.school.as_deref()),
        application_ids: candidate.application_ids.iter().map(|id| id.as_str().to_owned()).collect(),
        resume: candidate.resume_file_handle.as_ref().map(file),
        files: candidate.file_handles.iter().map(file).collect(),
        display: custom.display,
    };
    let model = Candidate {
        first_name,
        last_name,
        company: owned(candidate.company.as_deref()),
        title: owned(candidate.position.as_deref()),
        source: candidate.source.as_ref().and_then(|source| owned(source.title.as_deref())),
        phone_numbers: phones(candidate.primary_phone_number.as_ref(), &candidate.phone_numbers),
        email_addresses,
        social_media: socials(&candidate.social_links),
        location,
        remote_url: owned(candidate.profile_url.as_deref()),
        remote_created_at: candidate.created_at.as_deref().and_then(Timestamp::parse),
        remote_updated_at: candidate.updated_at.as_deref().and_then(Timestamp::parse),
        private,
    };
    CandidateRows {
        candidate: Row {
            id: candidate_id(connection, &candidate.id),
            remote_id: Some(candidate.id.as_str().to_owned()),
            model,
            custom_fields: custom.custom,
            integration_fields: custom.integration,
        },
        tags: candidate_tags(connection, candidate),
        users: candidate.credited_to_user.iter().map(|credited| user(connection, credited)).collect(),
    }
}

pub(crate) fn candidate_id(connection: &ConnectionId, id: &ashby::CandidateId) -> Id {
    Id::of(connection, Candidate::TABLE, id.as_str())
}

pub(crate) fn user_name(user: &ashby::User) -> Option<String> {
    whole_name(user.first_name.as_deref(), user.last_name.as_deref())
}

/// The line Ashby gives for a place, else its parts.
fn line(place: &Place) -> Option<String> {
    place.raw.clone().or_else(|| {
        let parts = [&place.city, &place.state, &place.country];
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    })
}

fn file(handle: &ashby::FileHandle) -> File {
    File {
        id: handle.id.as_str().to_owned(),
        name: owned(handle.name.as_deref()),
        handle: owned(handle.handle.as_deref()),
    }
}
