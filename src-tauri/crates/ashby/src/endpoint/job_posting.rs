//! `jobPosting.*`

use serde::Serialize;

use super::{endpoint, list};
use crate::model::{JobBoardId, JobPosting, JobPostingId, JobPostingInfo};

list! {
    /// Postings of one board, without their text and forms.
    JobPostingList = "jobPosting.list", "jobsRead", JobPostingListParams => JobPosting, paged: false, synced: false
}

endpoint! {
    /// A posting with its text and forms.
    JobPostingGet = "jobPosting.info", Read, "jobsRead", JobPostingInfoParams => JobPostingInfo
}

/// Parameters of `jobPosting.list`; by default all postings of the primary external board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct JobPostingListParams {
    /// The board; the primary external one when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_board_id: Option<JobBoardId>,
    /// Whether drafts are listed; versions of the API that do not know it leave it unread or refuse it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub include_unpublished_job_postings: bool,
}

impl Default for JobPostingListParams {
    fn default() -> Self {
        Self { job_board_id: None, include_unpublished_job_postings: true }
    }
}

/// Parameters of `jobPosting.info`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct JobPostingInfoParams {
    /// The posting.
    pub job_posting_id: JobPostingId,
    /// The board; an external one when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_board_id: Option<JobBoardId>,
    /// Whether it may be a draft; versions of the API that do not know it leave it unread or refuse it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub include_unpublished_job_postings: bool,
}

impl JobPostingInfoParams {
    /// That posting, be it published or not.
    #[must_use]
    pub fn new(job_posting_id: JobPostingId) -> Self {
        Self { job_posting_id, job_board_id: None, include_unpublished_job_postings: true }
    }
}
