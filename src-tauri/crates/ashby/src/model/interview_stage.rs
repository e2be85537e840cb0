//! Steps of interview plans.

use super::{InterviewPlanId, StageGroupId, StageId, record::record};

record! {
    /// A stage, from `interviewStage.list` or as an application's current one.
    Stage {
        /// Ashby's id of the stage, valid in one plan only.
        id: StageId,
        /// Its name, chosen by the organisation.
        title: Option<String>,
        /// `Lead`, `PreInterviewScreen`, `Active`, `Offer`, `Hired`, `Archived` or another value.
        r#type: Option<String>,
        /// To sort by, not to count by: it has gaps and can be large.
        order_in_interview_plan: Option<i64>,
        /// The group it is reported under.
        interview_stage_group_id: Option<StageGroupId>,
        /// The plan it belongs to.
        interview_plan_id: Option<InterviewPlanId>,
    }
}
