//! The records of Ashby's API, one file per resource.
//!
//! Every field but a record's own `id` is optional: Ashby declares nullability unreliably, so absent, `null`
//! and wrongly typed are all read as "not known", and a list that is not there is empty. Enumerations stay
//! text, because Ashby adds values without notice. Points in time stay the ISO 8601 text that was sent.

mod record;
#[cfg(test)]
mod tests;
mod tolerant;

mod api_key;
mod application;
mod archive_reason;
mod candidate;
mod candidate_tag;
mod communication_template;
mod compensation;
mod custom_field;
mod department;
mod feedback;
mod file;
mod form;
mod hiring_team;
mod id;
mod interview;
mod interview_plan;
mod interview_stage;
mod job;
mod job_board;
mod job_interview_plan;
mod job_posting;
mod location;
mod note;
mod offer;
mod opening;
mod project;
mod source;
mod user;

#[cfg(feature = "client")]
pub(crate) use tolerant::read as tolerate;

pub use api_key::ApiKeyInfo;
pub use application::{Application, ApplicationArchiveReason, CandidateStub, HistoryItem, JobStub, Referral};
pub use archive_reason::ArchiveReason;
pub use candidate::{Candidate, CandidateLocation, ContactInfo, LocationComponent, SocialLink};
pub use candidate_tag::Tag;
pub use communication_template::CommunicationTemplate;
pub use compensation::{Compensation, CompensationComponent, CompensationTier};
pub use custom_field::{CustomFieldDefinition, CustomFieldValue, SelectableValue};
pub use department::Department;
pub use feedback::{Feedback, FeedbackForm};
pub use file::{FileHandle, FileInfo, UploadHandle};
pub use form::{
    FormDefinition, FormField, FormInstance, FormMessages, FormSection, FormSectionField, SubmittedForm,
    SurveyForm,
};
pub use hiring_team::{HiringTeamMember, HiringTeamRole};
pub use id::*;
pub use interview::{Interview, InterviewEvent, InterviewSchedule, Interviewer, InterviewerPool};
pub use interview_plan::InterviewPlan;
pub use interview_stage::Stage;
pub use job::Job;
pub use job_board::JobBoard;
pub use job_interview_plan::{InterviewActivity, JobInterviewPlan, JobInterviewStage, PlannedInterview};
pub use job_posting::{DescriptionPart, DescriptionParts, JobPosting, JobPostingInfo, PostingLocationIds};
pub use location::{Address, Location, PostalAddress};
pub use note::{Note, NoteAuthor};
pub use offer::{Money, Offer, OfferVersion};
pub use opening::{Opening, OpeningVersion};
pub use project::Project;
pub use source::{Source, SourceType};
pub use user::User;
