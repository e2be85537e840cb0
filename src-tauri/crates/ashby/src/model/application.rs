//! Applications.

use super::{
    ApplicationId, ArchiveReasonId, CandidateId, ContactInfo, CustomFieldValue, DepartmentId, FileHandle,
    FormInstance, HiringTeamMember, HistoryItemId, JobId, JobPostingId, LocationId, Opening, Source, Stage,
    StageId, User, UserId,
    record::{part, record},
};

record! {
    /// A person on one job, from `application.list` or `application.info`. The last four fields come from
    /// `application.info` only.
    Application {
        /// Ashby's id of the application.
        id: ApplicationId,
        /// Creation, ISO 8601.
        created_at: Option<String>,
        /// Last change, ISO 8601.
        updated_at: Option<String>,
        /// `Hired`, `Archived`, `Active`, `Lead` or another value.
        status: Option<String>,
        /// Fields of the organisation.
        custom_fields: Vec<CustomFieldValue>,
        /// The person.
        candidate: Option<CandidateStub>,
        /// Where it stands.
        current_interview_stage: Option<Stage>,
        /// Where it came from.
        source: Option<Source>,
        /// Why it was archived.
        archive_reason: Option<ApplicationArchiveReason>,
        /// When it was archived, ISO 8601.
        archived_at: Option<String>,
        /// The job.
        job: Option<JobStub>,
        /// Who found the person.
        credited_to_user: Option<User>,
        /// Who works on it.
        hiring_team: Vec<HiringTeamMember>,
        /// The earliest posting the person applied to.
        applied_via_job_posting_id: Option<JobPostingId>,
        /// Network address the form was sent from.
        submitter_client_ip: Option<String>,
        /// Browser the form was sent from.
        submitter_user_agent: Option<String>,
        /// The seats to be filled, when asked for by `expand`.
        openings: Vec<Opening>,
        /// The stages it has been in; present at Ashby's discretion, `application.listHistory` always has them.
        application_history: Vec<HistoryItem>,
        /// The forms that were filled in, when asked for by `expand`.
        application_form_submissions: Vec<FormInstance>,
        /// Who recommended the person, when asked for by `expand`.
        referrals: Vec<Referral>,
        /// The résumé sent with this application.
        resume_file_handle: Option<FileHandle>,
    }
}

record! {
    /// The person of an application, in short.
    CandidateStub {
        /// Ashby's id of the candidate.
        id: CandidateId,
        /// The whole name.
        name: Option<String>,
        /// The address mails go to.
        primary_email_address: Option<ContactInfo>,
        /// The number to call.
        primary_phone_number: Option<ContactInfo>,
    }
}

record! {
    /// The job of an application, in short.
    JobStub {
        /// Ashby's id of the job.
        id: JobId,
        /// Its name.
        title: Option<String>,
        /// Where the work is.
        location_id: Option<LocationId>,
        /// The department or team.
        department_id: Option<DepartmentId>,
    }
}

record! {
    /// Why an application was archived, with the details asked for at that time.
    ApplicationArchiveReason {
        /// Ashby's id of the reason.
        id: ArchiveReasonId,
        /// What it says.
        text: Option<String>,
        /// `RejectedByCandidate`, `RejectedByOrg`, `Other` or another value.
        reason_type: Option<String>,
        /// Whether the reason is archived.
        is_archived: Option<bool>,
        /// Details of this archiving.
        custom_fields: Vec<CustomFieldValue>,
    }
}

record! {
    /// One stay in a stage, from `application.listHistory` or `application.info`.
    HistoryItem {
        /// Ashby's id of the stay.
        id: HistoryItemId,
        /// The stage.
        stage_id: Option<StageId>,
        /// The stage's name.
        title: Option<String>,
        /// ISO 8601.
        entered_stage_at: Option<String>,
        /// ISO 8601; absent while it lasts.
        left_stage_at: Option<String>,
        /// Place in the history, 0 first.
        stage_number: Option<i64>,
        /// `none`, `delete`, `set_entered_at` or other values.
        allowed_actions: Vec<String>,
        /// Who moved the application there.
        actor_id: Option<UserId>,
    }
}

part! {
    /// A recommendation.
    Referral {
        /// Who recommended the person.
        user: Option<User>,
        /// ISO 8601.
        referred_at: Option<String>,
    }
}
