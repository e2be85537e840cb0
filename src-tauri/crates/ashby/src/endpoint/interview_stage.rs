//! `interviewStage.*`

use serde::Serialize;

use super::list;
use crate::model::{InterviewPlanId, Stage};

list! {
    /// The stages of one plan, in order.
    InterviewStageList = "interviewStage.list", "interviewsRead", InterviewStageListParams => Stage, paged: false, synced: false
}

/// Parameters of `interviewStage.list`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InterviewStageListParams {
    /// The plan.
    pub interview_plan_id: InterviewPlanId,
}
