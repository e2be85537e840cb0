//! What can be asked of Ashby: one type per endpoint, with its parameters, its result, the permission it needs
//! and whether it may be asked again.
//!
//! `Default` of a parameter type is what a mirror asks for. A sync token belongs to exactly one set of
//! parameters: send the same ones with it.

use serde::{Serialize, de::DeserializeOwned};

mod api_key;
mod application;
mod application_feedback;
mod application_write;
mod archive_reason;
mod candidate;
mod candidate_tag;
mod candidate_write;
mod communication_template;
mod custom_field;
mod department;
mod file;
mod form_write;
mod hiring_team_role;
mod interview;
mod interview_plan;
mod interview_stage;
mod job;
mod job_board;
mod job_interview_plan;
mod job_posting;
mod location;
mod metadata_write;
mod offer;
mod opening;
mod project;
mod source;
mod survey_form_definition;
mod user;

pub use api_key::ApiKeyGet;
pub use application::{
    ApplicationChangeStage, ApplicationGet, ApplicationHistory, ApplicationHistoryParams,
    ApplicationInfoParams, ApplicationList, ApplicationListParams, ApplicationOfForm,
    ApplicationOfFormParams, ArchiveEmail, ChangeStageParams,
};
pub use application_feedback::{
    ApplicationFeedbackList, ApplicationFeedbackListParams, ApplicationFeedbackSubmit,
    FeedbackFormDefinitionList, FeedbackSubmitParams, SubmittedFeedback,
};
pub use application_write::{
    ApplicationChangeSource, ApplicationCreate, ApplicationCreateParams, ApplicationTransfer,
    ApplicationUpdate, ApplicationUpdateParams, ChangeSourceParams, TransferParams,
};
pub use archive_reason::ArchiveReasonList;
pub use candidate::{
    CandidateGet, CandidateInfoParams, CandidateList, CandidateListParams, CandidateNotes,
    CandidateNotesParams,
};
pub use candidate_tag::CandidateTagList;
pub use candidate_write::{
    CandidateAddProject, CandidateAddTag, CandidateCreate, CandidateCreateNote, CandidateCreateParams,
    CandidateProjectParams, CandidateRemoveProject, CandidateRemoveTag, CandidateSearch,
    CandidateSearchParams, CandidateTagParams, CandidateUpdate, CandidateUpdateParams, CandidateUploadFile,
    CandidateUploadResume, CreateNoteParams, NoteText, UploadFileParams, UploadResumeParams, WrittenLocation,
};
pub use communication_template::CommunicationTemplateList;
pub use custom_field::CustomFieldList;
pub use department::DepartmentList;
pub use file::{FileGet, FileInfoParams};
pub use form_write::{
    ApplicationFormSubmit, FieldSubmission, FilledForm, SubmitFormParams, SurveySubmissionCreate,
    SurveySubmissionParams,
};
pub use hiring_team_role::{HiringTeamRoleList, HiringTeamRoleListParams};
pub use interview::{
    InterviewEventList, InterviewEventListParams, InterviewList, InterviewListParams, InterviewScheduleList,
    InterviewScheduleListParams,
};
pub use interview_plan::InterviewPlanList;
pub use interview_stage::{InterviewStageList, InterviewStageListParams};
pub use job::{JobGet, JobInfoParams, JobList, JobListParams};
pub use job_board::JobBoardList;
pub use job_interview_plan::{JobInterviewPlanGet, JobInterviewPlanInfoParams};
pub use job_posting::{JobPostingGet, JobPostingInfoParams, JobPostingList, JobPostingListParams};
pub use location::LocationList;
pub use metadata_write::{
    CandidateTagCreate, CustomFieldCreate, CustomFieldCreateParams, CustomFieldSetValues,
    FileCreateUploadHandle, FilledField, SetValuesParams, TagCreateParams, UploadHandleParams,
};
pub use offer::{OfferGet, OfferInfoParams, OfferList, OfferListParams};
pub use opening::{OpeningList, OpeningListParams};
pub use project::{CandidateProjects, CandidateProjectsParams, ProjectList, ProjectListParams};
pub use source::SourceList;
pub use survey_form_definition::SurveyFormDefinitionList;
pub use user::{UserList, UserListParams};

/// Whether a call may be sent again when it is not known how it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Changes nothing.
    Read,
    /// Changes something to a stated value: twice is the same as once.
    SetLike,
    /// Adds something: twice is two.
    CreateLike,
}

/// Something Ashby can be asked.
pub trait Endpoint: Send + Sync + 'static {
    /// `<category>.<method>`, the path of the endpoint.
    const NAME: &'static str;
    /// Whether it may be asked again.
    const CLASS: Class;
    /// The key permission it needs, such as `candidatesRead`.
    const PERMISSION: &'static str;
    /// What to send.
    type Params: Serialize + Send + Sync;
    /// What comes back.
    type Results: DeserializeOwned + Send;
}

/// Something Ashby lists.
pub trait ListEndpoint: Endpoint<Results = Vec<Self::Item>> {
    /// What is listed.
    type Item: DeserializeOwned + Send;
    /// Whether it is listed in pages.
    const PAGED: bool;
    /// Whether a complete listing ends with a token for asking what changed since.
    const SYNCED: bool;
}

/// Nothing to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NoParams {}

/// Whether archived records are listed too; by default they are, or they would look deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ArchivedParams {
    /// Whether archived records are listed.
    pub include_archived: bool,
}

impl Default for ArchivedParams {
    fn default() -> Self {
        Self { include_archived: true }
    }
}

/// Declares an endpoint with one result.
macro_rules! endpoint {
    ($(#[$meta:meta])* $name:ident = $path:literal, $class:ident, $permission:literal, $params:ty => $results:ty) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name;

        impl $crate::endpoint::Endpoint for $name {
            const NAME: &'static str = $path;
            const CLASS: $crate::endpoint::Class = $crate::endpoint::Class::$class;
            const PERMISSION: &'static str = $permission;
            type Params = $params;
            type Results = $results;
        }
    };
}

/// Declares an endpoint that lists.
macro_rules! list {
    (
        $(#[$meta:meta])*
        $name:ident = $path:literal, $permission:literal, $params:ty => $item:ty, paged: $paged:literal, synced: $synced:literal
    ) => {
        $crate::endpoint::endpoint! { $(#[$meta])* $name = $path, Read, $permission, $params => Vec<$item> }

        impl $crate::endpoint::ListEndpoint for $name {
            type Item = $item;
            const PAGED: bool = $paged;
            const SYNCED: bool = $synced;
        }
    };
}

use {endpoint, list};
