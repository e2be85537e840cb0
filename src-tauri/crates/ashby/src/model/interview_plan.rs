//! Interview plans.

use super::{InterviewPlanId, record::record};

record! {
    /// A plan, from `interviewPlan.list`; its stages come from `interviewStage.list`.
    InterviewPlan {
        /// Ashby's id of the plan.
        id: InterviewPlanId,
        /// Its name.
        title: Option<String>,
        /// Whether it is archived.
        is_archived: Option<bool>,
        /// Creation, ISO 8601.
        created_at: Option<String>,
        /// Last change, ISO 8601.
        updated_at: Option<String>,
    }
}
