//! The plan of one job with what has to be arranged in each stage.

use super::{
    ActivityId, InterviewId, InterviewPlanId, JobId, StageGroupId, StageId,
    record::{part, record},
};

part! {
    /// A job's plan, from `jobInterviewPlan.info`. A job may have further plans, which are not told here.
    JobInterviewPlan {
        /// The job.
        job_id: Option<JobId>,
        /// The plan.
        interview_plan_id: Option<InterviewPlanId>,
        /// Its stages.
        stages: Vec<JobInterviewStage>,
    }
}

record! {
    /// A stage of a job's plan.
    JobInterviewStage {
        /// Ashby's id of the stage.
        id: StageId,
        /// Its name.
        title: Option<String>,
        /// `Lead`, `PreInterviewScreen`, `Active`, `Offer`, `Hired`, `Archived` or another value.
        r#type: Option<String>,
        /// To sort by, not to count by.
        order_in_interview_plan: Option<i64>,
        /// The group it is reported under.
        interview_stage_group_id: Option<StageGroupId>,
        /// What has to be arranged.
        activities: Vec<InterviewActivity>,
    }
}

record! {
    /// Interviews that are arranged together.
    InterviewActivity {
        /// Ashby's id of the activity.
        id: ActivityId,
        /// Its name.
        title: Option<String>,
        /// Its interviews.
        interviews: Vec<PlannedInterview>,
    }
}

part! {
    /// An interview to be arranged.
    PlannedInterview {
        /// Ashby's id of this place in the plan.
        id: Option<String>,
        /// Its name.
        title: Option<String>,
        /// The kind of interview.
        interview_id: Option<InterviewId>,
        /// How long it takes, in minutes.
        interview_duration_minutes: Option<f64>,
        /// Whether it can be arranged.
        is_schedulable: Option<bool>,
    }
}
