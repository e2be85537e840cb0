//! `candidate.*`

use serde::Serialize;

use super::{endpoint, list};
use crate::model::{Candidate, CandidateId, Note};

list! {
    /// Candidates.
    CandidateList = "candidate.list", "candidatesRead", CandidateListParams => Candidate, paged: true, synced: true
}

endpoint! {
    /// One candidate.
    CandidateGet = "candidate.info", Read, "candidatesRead", CandidateInfoParams => Candidate
}

list! {
    /// Notes on one candidate.
    CandidateNotes = "candidate.listNotes", "candidatesRead", CandidateNotesParams => Note, paged: true, synced: true
}

/// Parameters of `candidate.list`; by default all candidates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CandidateListParams {
    /// Only candidates made later, in milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_after: Option<i64>,
}

/// Parameters of `candidate.info`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CandidateInfoParams {
    /// The candidate.
    pub id: CandidateId,
}

/// Parameters of `candidate.listNotes`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CandidateNotesParams {
    /// The candidate.
    pub candidate_id: CandidateId,
}
