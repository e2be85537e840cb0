//! The unified ATS model and its mapping from Ashby, without any input or output.
//!
//! A *model* is one table of the unified model; a *row* is one mapped record with its [`Id`]; *private* columns
//! serve the mirror and are no part of a unified read. Mapping never fails: what Ashby does not say is NULL, a
//! word it has no value for is kept where the model is open and dropped where it is closed. The same record
//! maps to the same row always, so two readings can be compared by value.

// Words about people leave by the door of a host alone.
#![warn(clippy::print_stderr)]

mod answer;
mod application;
mod candidate;
mod candidate_tag;
mod contact;
mod country;
mod country_name;
mod custom_field;
mod employment;
mod fold;
mod html;
mod id;
mod interview;
mod job;
mod job_posting;
mod job_question;
mod job_stage;
mod job_team;
mod offer;
mod person_name;
mod place;
mod posting_record;
mod rejection_reason;
mod remap;
mod role;
mod row;
mod salary;
mod screening_question;
mod sensitive;
mod stage;
mod tag;
mod text;
mod time;
mod user;
mod user_role;
mod vocabulary;

#[cfg(test)]
mod tests;

pub use answer::{Answer, Question, QuestionType, answers};
pub use application::{
    Application, ApplicationContext, ApplicationPrivate, ApplicationRows, Outcome, application,
    entered_stage_at,
};
pub use candidate::{Candidate, CandidatePrivate, CandidateRows, File, candidate};
pub use candidate_tag::{CandidateTag, CandidateTagPrivate, candidate_tags};
pub use contact::{ContactType, Email, Phone, Social, SocialType, is_email};
pub use country::country_code;
pub use country_name::country_name;
pub use custom_field::{custom_object, native_fields, offered_key, shown_fields};
pub use employment::{EmploymentType, RemoteWorkStatus};
pub use fold::fold;
pub use html::{clean_html, note_html, plain_text};
pub use id::{ConnectionId, Id};
pub use interview::{
    Interview, InterviewPrivate, InterviewRows, InterviewUser, InterviewUserPrivate, Interviewer,
    ScheduleRows, interviews,
};
pub use job::{
    DEFAULT_JOB_URL, Job, JobContext, JobPrivate, JobRows, JobStatus, JobVisibility, TeamMember, job,
};
pub use job_posting::{JobPosting, JobPostingPrivate, PostingStatus, PostingVisibility, posting};
pub use job_question::{JobQuestion, JobQuestionPrivate, QuestionRows, job_questions};
pub use job_stage::{JobStage, JobStagePrivate, job_stages};
pub use job_team::{
    JobRoleAssignment, JobRoleAssignmentPrivate, JobUser, JobUserPrivate, TeamRows, job_team,
};
pub use offer::{Offer, OfferPrivate, OfferRows, OfferStatus, offer};
pub use person_name::split_name;
pub use place::Place;
pub use posting_record::{Board, PostingRecord, primary_posting};
pub use rejection_reason::{RejectionReason, RejectionReasonPrivate, rejection_reason};
pub use remap::{CustomKey, Fault, FieldRule, Remapping, Scope, Values};
pub use role::{Role, RolePrivate, RoleScope, RoleType, TeamRoles, system_role};
pub use row::{Field, Kind, Model, Row, TableInfo, Value};
pub use salary::SalaryPeriod;
pub use screening_question::{FormKind, QuestionCategory, ScreeningQuestion, ScreeningQuestionPrivate};
pub use sensitive::{may_be_sensitive, strip_sensitive};
pub use stage::{Stage, StagePrivate, stage};
pub use tag::{Tag, TagPrivate, tag};
pub use time::Timestamp;
pub use user::{User, UserPrivate, UserStatus, team_member, user};
pub use user_role::{UserRole, UserRolePrivate, user_role};

/// The models mirrored, in the order of the unified model.
#[must_use]
pub fn tables() -> &'static [TableInfo] {
    const TABLES: &[TableInfo] = &[
        TableInfo::of::<User>(),
        TableInfo::of::<Job>(),
        TableInfo::of::<JobPosting>(),
        TableInfo::of::<Candidate>(),
        TableInfo::of::<Stage>(),
        TableInfo::of::<Application>(),
        TableInfo::of::<ScreeningQuestion>(),
        TableInfo::of::<Tag>(),
        TableInfo::of::<Interview>(),
        TableInfo::of::<Offer>(),
        TableInfo::of::<RejectionReason>(),
        TableInfo::of::<Role>(),
        TableInfo::of::<CandidateTag>(),
        TableInfo::of::<JobStage>(),
        TableInfo::of::<JobQuestion>(),
        TableInfo::of::<JobRoleAssignment>(),
        TableInfo::of::<JobUser>(),
        TableInfo::of::<UserRole>(),
        TableInfo::of::<InterviewUser>(),
    ];
    TABLES
}
