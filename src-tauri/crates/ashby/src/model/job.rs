//! Jobs.

use super::{
    BrandId, Compensation, CustomFieldValue, DepartmentId, HiringTeamMember, InterviewPlanId, JobId,
    JobPostingId, Location, LocationId, Opening, User, record::record,
};

record! {
    /// A job, from `job.list`. `location`, `openings` and `compensation` come only when asked for by `expand`.
    Job {
        /// Ashby's id of the job.
        id: JobId,
        /// Its name.
        title: Option<String>,
        /// Whether only few may see it.
        confidential: Option<bool>,
        /// `Draft`, `Open`, `Closed`, `Archived` or another value.
        status: Option<String>,
        /// `FullTime`, `PartTime`, `Intern`, `Contract`, `Temporary` or another value.
        employment_type: Option<String>,
        /// Where the work is.
        location_id: Option<LocationId>,
        /// The department or team.
        department_id: Option<DepartmentId>,
        /// The plan new applications follow.
        default_interview_plan_id: Option<InterviewPlanId>,
        /// All plans of the job.
        interview_plan_ids: Vec<InterviewPlanId>,
        /// Fields of the organisation.
        custom_fields: Vec<CustomFieldValue>,
        /// The job's postings.
        job_posting_ids: Vec<JobPostingId>,
        /// The organisation's own number of the job, any text.
        custom_requisition_id: Option<String>,
        /// The brand it is posted under.
        brand_id: Option<BrandId>,
        /// Who works on it.
        hiring_team: Vec<HiringTeamMember>,
        /// Who made it.
        author: Option<User>,
        /// Creation, ISO 8601.
        created_at: Option<String>,
        /// Last change, ISO 8601.
        updated_at: Option<String>,
        /// When it was opened, ISO 8601.
        opened_at: Option<String>,
        /// When it was closed, ISO 8601.
        closed_at: Option<String>,
        /// Where the work is, in full.
        location: Option<Location>,
        /// The seats to be filled.
        openings: Vec<Opening>,
        /// The pay.
        compensation: Option<Compensation>,
    }
}
