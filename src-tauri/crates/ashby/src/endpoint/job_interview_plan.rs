//! `jobInterviewPlan.*`

use serde::Serialize;

use super::endpoint;
use crate::model::{JobId, JobInterviewPlan};

endpoint! {
    /// The plan of one job.
    JobInterviewPlanGet = "jobInterviewPlan.info", Read, "jobsRead", JobInterviewPlanInfoParams => JobInterviewPlan
}

/// Parameters of `jobInterviewPlan.info`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct JobInterviewPlanInfoParams {
    /// The job.
    pub job_id: JobId,
}
