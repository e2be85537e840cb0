//! The actions as commands, one and many at a time.

use samara_store::table::reference::Kind;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::outbox::WRITES;
use super::{Info, Nothing, command};
use crate::outbox::{
    self, ApplicationAttachmentInput, ApplicationFieldsInput, ApplicationFilesInput, ApplicationLinkInput,
    ApplicationNoteInput, Attachments, CandidateAttachmentInput, CandidateFieldsInput, CandidateFilesInput,
    CandidateLinkInput, CandidateNoteInput, CreateInput, FeedbackInput, InProjectInput, MailedRejectInput,
    MoveInput, Queued, RejectInput, SourceInput, TagInput, TransferInput, UnarchiveInput,
};
use crate::{Desk, Failure, Tag};

async fn queue(desk: &Desk, action: &str, input: impl Serialize) -> Result<Queued, Failure> {
    let input = serde_json::to_value(input).map_err(|_| Failure::defect("input"))?;
    outbox::queue(&desk.workspace()?, action, input).await
}

/// A list of Ashby's that actions choose from.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceName {
    /// `communicationTemplate.list`
    Templates,
    /// `feedbackFormDefinition.list`
    FeedbackForms,
    /// `customField.list`
    CustomFields,
}

/// Which list.
#[derive(Debug, Deserialize, TS)]
pub struct ReferenceListInput {
    /// Its name.
    pub list: ReferenceName,
}

/// The records of a list as Ashby tells them.
#[derive(Debug, Serialize, TS)]
pub struct ReferenceRecords {
    /// Each of them.
    #[ts(type = "Array<Record<string, unknown>>")]
    pub records: Vec<Value>,
}

/// One action for many.
#[derive(Debug, Deserialize, TS)]
pub struct ManyInput {
    /// The action.
    pub action: String,
    /// Its inputs, 1 to 500.
    #[ts(type = "Array<unknown>")]
    pub inputs: Vec<Value>,
}

/// A reason to reject for.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Reason {
    /// Unified id.
    pub id: String,
    /// Its words.
    pub name: String,
}

macro_rules! actions {
    ($($(#[$meta:meta])* $name:ident = $action:literal, $input:ty;)*) => {$(
        command! {
            $(#[$meta])*
            $name, Info::write($action, WRITES, "candidatesWrite"), |desk, input: $input| -> Queued {
                queue(desk, $action, input).await
            }
        }
    )*};
}

actions! {
    /// Moves an application to another stage of its plan.
    MoveApplication = "move_application_to_stage", MoveInput;
    /// Rejects an application; nobody is mailed.
    RejectApplication = "reject_application", RejectInput;
    /// Puts a tag on a candidate, made when missing.
    AddTag = "add_tag_to_candidate", TagInput;
    /// Takes a tag off a candidate.
    RemoveTag = "remove_tag_from_candidate", TagInput;
    /// Writes a note on an application's candidate. It cannot be taken back once sent.
    AddNoteToApplication = "add_note_to_application", ApplicationNoteInput;
    /// Writes a note on a candidate. It cannot be taken back once sent.
    AddNoteToCandidate = "add_note_to_candidate", CandidateNoteInput;
    /// Adds a link to results as a note, its details as custom fields. It cannot be taken back once sent.
    AddLinkToApplication = "add_result_link_to_application", ApplicationLinkInput;
    /// Adds a link to results as a note, its details as custom fields. It cannot be taken back once sent.
    AddLinkToCandidate = "add_result_link_to_candidate", CandidateLinkInput;
    /// Rejects an application and has Ashby mail the candidate. The mail cannot be taken back once sent.
    RejectWithMail = "reject_application_with_mail", MailedRejectInput;
    /// Moves an application to another job.
    TransferApplication = "transfer_application_to_job", TransferInput;
    /// Takes an application out of the archive, which clears its rejection.
    UnarchiveApplication = "unarchive_application", UnarchiveInput;
    /// Says where an application came from.
    ChangeSource = "change_application_source", SourceInput;
    /// Sets custom fields of a candidate.
    SetCandidateFields = "set_candidate_fields", CandidateFieldsInput;
    /// Sets custom fields of an application.
    SetApplicationFields = "set_application_fields", ApplicationFieldsInput;
    /// Puts a candidate into a project.
    AddToProject = "add_candidate_to_project", InProjectInput;
    /// Takes a candidate out of a project.
    RemoveFromProject = "remove_candidate_from_project", InProjectInput;
    /// Gives feedback on an application. It cannot be taken back once sent.
    SubmitFeedback = "submit_feedback", FeedbackInput;
}

command! {
    /// Makes a person, or finds them by the address, and puts them on a job.
    CreateCandidate, Info::write("create_candidate", WRITES, "candidatesWrite"), |desk, input: CreateInput| -> Queued {
        outbox::create(&desk.workspace()?, "create_candidate", input).await
    }
}

command! {
    /// Puts a person on a job, made when nobody has the address.
    CreateApplication, Info::write("create_application", WRITES, "candidatesWrite"), |desk, input: CreateInput| -> Queued {
        outbox::create(&desk.workspace()?, "create_application", input).await
    }
}

command! {
    /// Attaches a file to an application's candidate. It cannot be taken back once sent.
    AddFileToApplication, Info::write("add_attachment_to_application", WRITES, "candidatesWrite"), |desk, input: ApplicationAttachmentInput| -> Queued {
        let attachment = outbox::fetched(&desk.workspace()?, input.attachment).await?;
        queue(desk, "add_attachment_to_application", ApplicationAttachmentInput { attachment, ..input }).await
    }
}

command! {
    /// Attaches a file to a candidate. It cannot be taken back once sent.
    AddFileToCandidate, Info::write("add_attachment_to_candidate", WRITES, "candidatesWrite"), |desk, input: CandidateAttachmentInput| -> Queued {
        let attachment = outbox::fetched(&desk.workspace()?, input.attachment).await?;
        queue(desk, "add_attachment_to_candidate", CandidateAttachmentInput { attachment, ..input }).await
    }
}

command! {
    /// Does one action for many, kept together or not at all, and taken back together.
    ActMany, Info::write("act_many", WRITES, "candidatesWrite"), |desk, input: ManyInput| -> Queued {
        outbox::queue_all(&desk.workspace()?, &input.action, input.inputs).await
    }
}

command! {
    /// Where the files of an application can be fetched.
    ApplicationAttachments, Info::read("get_application_attachments", &[Tag::Candidate]), |desk, input: ApplicationFilesInput| -> Attachments {
        outbox::application_attachments(&desk.workspace()?, input).await
    }
}

command! {
    /// Where the files of a candidate can be fetched.
    CandidateAttachments, Info::read("get_candidate_attachments", &[Tag::Candidate]), |desk, input: CandidateFilesInput| -> Attachments {
        outbox::candidate_attachments(&desk.workspace()?, input).await
    }
}

command! {
    /// The reasons an application can be rejected for.
    RejectionReasons, Info::read("rejection_reasons", &[Tag::Settings]), |desk, _input: Nothing| -> Vec<Reason> {
        let reasons = desk.workspace()?.read(|reading| reading.rejection_reasons()).await?;
        Ok(reasons.into_iter().map(|reason| Reason { id: reason.id, name: reason.name }).collect())
    }
}

command! {
    /// What an action can choose from, as the mirror has it; empty as long as the key may not read it.
    ReferenceListOf, Info::read("reference_list", &[Tag::Settings]), |desk, input: ReferenceListInput| -> ReferenceRecords {
        let kind = match input.list {
            ReferenceName::Templates => Kind::Template,
            ReferenceName::FeedbackForms => Kind::FeedbackForm,
            ReferenceName::CustomFields => Kind::CustomField,
        };
        let records = desk.workspace()?.read(move |reading| reading.references(kind)).await?;
        let records = records.iter().map(|json| serde_json::from_str(json)).collect::<Result<_, _>>();
        Ok(ReferenceRecords { records: records.map_err(|_| Failure::defect("reference"))? })
    }
}
