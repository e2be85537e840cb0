//! The actions: what each takes, and what it will do, decided from the mirror alone.

mod attached;
mod attachment;
mod create;
mod create_answers;
mod create_draft;
mod create_place;
mod create_route;
mod custom;
mod feedback;
mod field;
pub(super) mod moving;
mod note;
mod project;
mod reject;
mod result_link;
mod source;
mod tag;
pub(super) mod transfer;

use std::sync::Arc;

use samara_store::Reading;
use samara_store::table::application::ApplicationRow;
use samara_store::table::overlay::ChangeOverlay;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::intention::Aside;
use super::provisional;
use super::queue::{self, Asking, Draft, Queued, resolve};
use crate::{Code, Failure, Workspace};

pub use attached::{
    ApplicationFilesInput, AttachmentRow, Attachments, CandidateFilesInput, application_attachments,
    candidate_attachments,
};
pub use attachment::{
    ApplicationAttachmentInput, Attachment, AttachmentKind, CandidateAttachmentInput, fetched,
};
pub use create::{
    CreateInput, GivenAnswer, GivenSource, NewApplication, NewEmail, NewLink, NewLocation, NewPerson,
    SourcedBy,
};
pub(crate) use create_place::DEFAULT_SOURCE;
pub(crate) use create_route::asks_for_resume;
pub use custom::{ApplicationFieldsInput, CandidateFieldsInput, FieldValue};
pub use feedback::FeedbackInput;
pub use moving::MoveInput;
pub use note::{ApplicationNoteInput, CandidateNoteInput};
pub use project::InProjectInput;
pub use reject::{MailedRejectInput, RejectInput};
pub use result_link::{ApplicationLinkInput, Attribute, CandidateLinkInput, LinkDetails};
pub use source::SourceInput;
pub use tag::{TagInput, TagName};
pub use transfer::{TransferInput, UnarchiveInput};

pub(crate) const NOTE_APPLICATION: &str = "add_note_to_application";
pub(crate) const NOTE_CANDIDATE: &str = "add_note_to_candidate";
pub(crate) const LINK_APPLICATION: &str = "add_result_link_to_application";
pub(crate) const LINK_CANDIDATE: &str = "add_result_link_to_candidate";
pub(crate) const FILE_APPLICATION: &str = "add_attachment_to_application";
pub(crate) const FILE_CANDIDATE: &str = "add_attachment_to_candidate";

pub(crate) const UNARCHIVE: &str = "unarchive_application";
pub(crate) const CHANGE_SOURCE: &str = "change_application_source";
pub(crate) const CANDIDATE_FIELDS: &str = "set_candidate_fields";
pub(crate) const APPLICATION_FIELDS: &str = "set_application_fields";
pub(crate) const ADD_PROJECT: &str = "add_candidate_to_project";
pub(crate) const REMOVE_PROJECT: &str = "remove_candidate_from_project";
pub(crate) const FEEDBACK: &str = "submit_feedback";

/// The actions that Ashby knows an opposite of, so that they can be taken back after they were sent.
pub(crate) const OPPOSITE: &[&str] = &[
    queue::MOVE,
    queue::REJECT,
    queue::TRANSFER,
    queue::ADD_TAG,
    queue::REMOVE_TAG,
    CHANGE_SOURCE,
    CANDIDATE_FIELDS,
    APPLICATION_FIELDS,
    ADD_PROJECT,
    REMOVE_PROJECT,
];

/// Whether Ashby knows an opposite of the action.
pub(crate) fn has_opposite(action: &str) -> bool {
    OPPOSITE.contains(&action)
}

/// Decides what an action will do; the input is refused here or not at all.
pub(super) fn draft(
    reading: &Reading<'_>,
    asking: &Asking,
    action: &str,
    input: Value,
) -> Result<Draft, Failure> {
    match action {
        queue::MOVE => moving::moved(reading, asking, &read(input)?),
        queue::REJECT => reject::reject(reading, asking, &read(input)?),
        queue::ADD_TAG => tag::add(reading, asking, &read(input)?),
        queue::REMOVE_TAG => tag::remove(reading, asking, &read(input)?),
        queue::MAIL => reject::with_mail(reading, asking, &read(input)?),
        queue::TRANSFER => transfer::transfer(reading, asking, &read(input)?),
        UNARCHIVE => transfer::unarchive(reading, asking, &read(input)?),
        CHANGE_SOURCE => source::change(reading, asking, &read(input)?),
        CANDIDATE_FIELDS => custom::of_candidate(reading, asking, &read(input)?),
        APPLICATION_FIELDS => custom::of_application(reading, asking, &read(input)?),
        ADD_PROJECT => project::change(reading, asking, &read(input)?, true),
        REMOVE_PROJECT => project::change(reading, asking, &read(input)?, false),
        FEEDBACK => feedback::submit(reading, asking, &read(input)?),
        NOTE_APPLICATION => note::on_application(reading, asking, &read(input)?),
        NOTE_CANDIDATE => note::on_candidate(reading, asking, &read(input)?),
        LINK_APPLICATION => result_link::on_application(reading, asking, &read(input)?),
        LINK_CANDIDATE => result_link::on_candidate(reading, asking, &read(input)?),
        FILE_APPLICATION => attachment::on_application(reading, asking, &read(input)?),
        provisional::CANDIDATE | provisional::APPLICATION => Err(create_draft::alone()),
        FILE_CANDIDATE => attachment::on_candidate(reading, asking, &read(input)?),
        _ => Err(Failure::new(
            Code::ActionNotAvailable,
            format!("There is no action {action}."),
            "Look at the actions in the help.",
        )),
    }
}

/// Keeps the intent to make somebody with an application. Files that are named by address are fetched first.
///
/// # Errors
/// When the input cannot be carried out; nothing is kept or sent then.
pub async fn create(
    workspace: &Arc<Workspace>,
    action: &'static str,
    mut input: CreateInput,
) -> Result<Queued, Failure> {
    for attachment in &mut input.attachments {
        *attachment = fetched(workspace, attachment.clone()).await?;
    }
    for given in &mut input.screening_question_answers {
        if let Some(attachment) = create_answers::attached(&given.answer).filter(|it| it.data_url.is_some()) {
            let fetched = fetched(workspace, attachment).await?;
            given.answer = serde_json::to_value(fetched).map_err(|_| Failure::defect("input"))?;
        }
    }
    let _turn = workspace.turn().await?;
    let asking = queue::asking(workspace);
    let drafted = workspace.read(move |reading| Ok(create_draft::draft(reading, &asking, action, &input)));
    let (draft, key, held) = drafted.await??;
    let key = key.strip_prefix(samara_store::table::provisional::PREFIX).unwrap_or(&key).to_owned();
    workspace.surveys.hold(&key, held);
    let kept = queue::keep(workspace, vec![draft], None, None).await;
    if kept.is_err() {
        workspace.surveys.release(&key);
    }
    kept
}

/// Holds answers to surveys for an application that was made, and has them sent.
///
/// # Errors
/// When the intent made no application, or the answers do not fit its job's surveys.
pub(crate) async fn answer_surveys(
    workspace: &Arc<Workspace>,
    intent_id: &str,
    answers: Vec<GivenAnswer>,
) -> Result<(), Failure> {
    let wanted = intent_id.to_owned();
    let (key, held) =
        workspace.read(move |reading| Ok(create_draft::surveys_again(reading, &wanted, &answers))).await??;
    workspace.surveys.hold(&key, held);
    super::settle::retry(workspace, intent_id).await
}

fn read<T: DeserializeOwned>(input: Value) -> Result<T, Failure> {
    serde_json::from_value(input).map_err(|error| {
        Failure::input(format!("The input does not fit: {error}."), "Correct the field named.")
    })
}

/// Whom an action is about.
struct Person {
    id: String,
    remote_id: String,
    name: String,
}

fn person(reading: &Reading<'_>, asking: &Asking, id: &str) -> Result<Person, Failure> {
    let id = reading.resolve_candidate(&resolve(&asking.connection, "ats_candidates", id))?;
    let record = reading.candidate(&id)?.ok_or_else(|| {
        Failure::input(
            "This candidate is not here.",
            "Sync, then try again with an id from the list of candidates.",
        )
    })?;
    let name = record.columns.get("_full_name").and_then(Value::as_str).unwrap_or("this person").to_owned();
    Ok(Person { id: record.id, remote_id: record.remote_id, name })
}

fn application(reading: &Reading<'_>, asking: &Asking, id: &str) -> Result<ApplicationRow, Failure> {
    let id = resolve(&asking.connection, "ats_applications", id);
    reading.application(&id)?.ok_or_else(|| {
        Failure::input(
            "This application is not in the mirror.",
            "Sync, then try again with an id from the list of applications.",
        )
    })
}

/// What is shown instead of a value of the mirror: the newest wish for it.
pub(crate) fn aside(
    changes: &[ChangeOverlay],
    kind: &str,
    application_id: Option<&str>,
    key: &str,
) -> Option<Aside> {
    let newest = changes.iter().rev().filter(|change| change.kind == kind);
    newest
        .filter_map(|change| Aside::of(&change.kind, &change.value))
        .find(|aside| aside.application_id.as_deref() == application_id && aside.key == key)
}

/// What is shown instead of the mirror's values of a candidate, in order of asking.
fn asides(reading: &Reading<'_>, candidate: &str, kind: &str) -> Result<Vec<Aside>, Failure> {
    let changes = reading.changes(candidate)?.into_iter().filter(|change| change.kind == kind);
    Ok(changes.filter_map(|change| Aside::of(&change.kind, &change.value)).collect())
}

/// An application with its candidate.
fn applicant(reading: &Reading<'_>, asking: &Asking, id: &str) -> Result<(ApplicationRow, Person), Failure> {
    let application = application(reading, asking, id)?;
    let person = person(reading, asking, &application.candidate_id)?;
    Ok((application, person))
}

/// Text that says something.
fn said<'a>(text: &'a str, field: &str) -> Result<&'a str, Failure> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Failure::input(format!("{field} is empty."), "Give it some text."));
    }
    Ok(text)
}
