//! `candidate.*` that change something

use serde::Serialize;
use serde_json::Value;

use super::{endpoint, list};
use crate::model::{Candidate, CandidateId, Note, ProjectId, SourceId, TagId, UserId};

list! {
    /// The people of a name or an address, at most 100, in one answer.
    CandidateSearch = "candidate.search", "candidatesRead", CandidateSearchParams => Candidate, paged: false, synced: false
}

endpoint! {
    /// Makes a person. Ashby does not say whether it looks for the same person first.
    CandidateCreate = "candidate.create", CreateLike, "candidatesWrite", CandidateCreateParams => Candidate
}

endpoint! {
    /// Sets what is given; leaves alone what is not.
    CandidateUpdate = "candidate.update", SetLike, "candidatesWrite", CandidateUpdateParams => Candidate
}

endpoint! {
    /// Puts a tag on a person.
    CandidateAddTag = "candidate.addTag", SetLike, "candidatesWrite", CandidateTagParams => Candidate
}

endpoint! {
    /// Takes a tag off a person.
    CandidateRemoveTag = "candidate.removeTag", SetLike, "candidatesWrite", CandidateTagParams => Candidate
}

endpoint! {
    /// Puts a person into a project.
    CandidateAddProject = "candidate.addProject", SetLike, "candidatesWrite", CandidateProjectParams => Candidate
}

endpoint! {
    /// Takes a person out of a project.
    CandidateRemoveProject = "candidate.removeProject", SetLike, "candidatesWrite", CandidateProjectParams => Candidate
}

endpoint! {
    /// Writes a note on a person; notes can neither be changed nor removed.
    CandidateCreateNote = "candidate.createNote", CreateLike, "candidatesWrite", CreateNoteParams => Note
}

endpoint! {
    /// Makes an uploaded file the résumé of a person.
    CandidateUploadResume = "candidate.uploadResume", CreateLike, "candidatesWrite", UploadResumeParams => Candidate
}

endpoint! {
    /// Adds an uploaded file to a person.
    CandidateUploadFile = "candidate.uploadFile", CreateLike, "candidatesWrite", UploadFileParams => Candidate
}

/// Parameters of `candidate.search`; both are to match when both are given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CandidateSearchParams {
    /// An address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// A name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A place in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WrittenLocation {
    /// City.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// State or region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// Parameters of `candidate.create`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CandidateCreateParams {
    /// The whole name.
    pub name: String,
    /// The address mails go to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The number to call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,
    /// A LinkedIn profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub linked_in_url: Option<String>,
    /// A GitHub profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub github_url: Option<String>,
    /// A page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// Further addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternate_email_addresses: Vec<String>,
    /// Where the person comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_id: Option<SourceId>,
    /// Who found the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credited_to_user_id: Option<UserId>,
    /// Where the person lives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<WrittenLocation>,
    /// When the person is said to have been made, ISO 8601: what a lost answer is recognised by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<String>,
}

/// Parameters of `candidate.update`. Nobody is notified.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CandidateUpdateParams {
    /// The person.
    pub candidate_id: CandidateId,
    /// Whether people in Ashby are told.
    pub send_notifications: bool,
    /// What to set, by Ashby's names.
    #[serde(flatten)]
    pub changes: serde_json::Map<String, Value>,
}

/// A person and a tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CandidateTagParams {
    /// The person.
    pub candidate_id: CandidateId,
    /// The tag.
    pub tag_id: TagId,
}

/// A person and a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CandidateProjectParams {
    /// The person.
    pub candidate_id: CandidateId,
    /// The project.
    pub project_id: ProjectId,
}

/// What a note says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoteText {
    /// `text/plain` or `text/html`.
    pub r#type: &'static str,
    /// The text.
    pub value: String,
}

/// Parameters of `candidate.createNote`. Nobody is notified.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateNoteParams {
    /// The person.
    pub candidate_id: CandidateId,
    /// What it says.
    pub note: NoteText,
    /// Whether people in Ashby are told.
    pub send_notifications: bool,
    /// Whether only people with the right to private fields see it; the key needs that right too.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_private: bool,
    /// When it was written, ISO 8601: what a lost answer is recognised by.
    pub created_at: String,
}

/// Parameters of `candidate.uploadResume`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UploadResumeParams {
    /// The person.
    pub candidate_id: CandidateId,
    /// Handle of an upload not older than ten minutes.
    pub resume_handle: String,
}

/// Parameters of `candidate.uploadFile`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UploadFileParams {
    /// The person.
    pub candidate_id: CandidateId,
    /// Handle of an upload not older than ten minutes.
    pub file_handle: String,
}
