//! `job.*`

use serde::Serialize;

use super::{endpoint, list};
use crate::model::{Job, JobId};

list! {
    /// Jobs.
    JobList = "job.list", "jobsRead", JobListParams => Job, paged: true, synced: true
}

endpoint! {
    /// One job.
    JobGet = "job.info", Read, "jobsRead", JobInfoParams => Job
}

/// Parameters of `job.info`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct JobInfoParams {
    /// The job.
    pub id: JobId,
}

/// Parameters of `job.list`; by default all jobs with everything that can be expanded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct JobListParams {
    /// Only jobs with one of these; drafts are listed only when named.
    pub status: Vec<&'static str>,
    /// Whether drafts count among a job's postings.
    pub include_unpublished_job_postings_ids: bool,
    /// What to send in full: `location`, `openings`, `compensation`.
    pub expand: Vec<&'static str>,
    /// Only jobs made later, in milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_after: Option<i64>,
}

impl Default for JobListParams {
    fn default() -> Self {
        Self {
            status: vec!["Draft", "Open", "Closed", "Archived"],
            include_unpublished_job_postings_ids: true,
            expand: vec!["location", "openings", "compensation"],
            created_after: None,
        }
    }
}

impl JobListParams {
    /// The same without `compensation`, which is documented for the reply but not for the request: for an
    /// organisation that answers `invalid_input`. A sync token of the one does not fit the other.
    #[must_use]
    pub fn without_compensation(mut self) -> Self {
        self.expand.retain(|part| *part != "compensation");
        self
    }
}
