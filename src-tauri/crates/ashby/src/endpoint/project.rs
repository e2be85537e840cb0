//! `project.*`, and the projects one candidate is in

use serde::Serialize;

use super::list;
use crate::model::{CandidateId, Project};

list! {
    /// Projects. Ashby does not list the people of a project: ask for the projects of each person.
    ProjectList = "project.list", "candidatesRead", ProjectListParams => Project, paged: true, synced: true
}

list! {
    /// The projects one candidate is in.
    CandidateProjects = "candidate.listProjects", "candidatesRead", CandidateProjectsParams => Project, paged: true, synced: false
}

/// Parameters of `project.list`; by default all projects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProjectListParams {
    /// Only projects made later, in milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_after: Option<i64>,
}

/// Parameters of `candidate.listProjects`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CandidateProjectsParams {
    /// The candidate.
    pub candidate_id: CandidateId,
}
