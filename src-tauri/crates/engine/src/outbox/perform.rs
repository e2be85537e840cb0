//! Making one call of an intent.

use std::sync::Arc;

use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint;
use samara_ashby::model as ashby;
use samara_ashby::{Error, Lane};
use samara_unified::{Timestamp, plain_text};

use super::intention::{Filling, Step};
use super::{feedback, making, upload};
use crate::{Code, Failure, Workspace};

/// What became of a call that was not answered with a yes.
pub(super) struct Refused {
    /// What people are told.
    pub(super) failure: Failure,
    /// Whether it may have taken effect nevertheless.
    pub(super) unknown: bool,
}

impl Refused {
    pub(super) fn of<E: Endpoint>(error: Error) -> Self {
        let unknown = error.outcome_unknown();
        Self { failure: Failure::of_call(error, E::PERMISSION), unknown }
    }

    /// The same of a call that changes nothing.
    pub(super) fn without_doubt(self) -> Self {
        Self { unknown: false, ..self }
    }

    /// Nothing was sent.
    pub(super) fn before(failure: Failure) -> Self {
        Self { failure, unknown: false }
    }
}

impl Step {
    /// The endpoint that decides it.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::MakeTag { .. } => api::CandidateTagCreate::NAME,
            Self::AddTag { .. } => api::CandidateAddTag::NAME,
            Self::RemoveTag { .. } => api::CandidateRemoveTag::NAME,
            Self::WriteNote { .. } => api::CandidateCreateNote::NAME,
            Self::MakeField { .. } => api::CustomFieldCreate::NAME,
            Self::FillFields { .. } => api::CustomFieldSetValues::NAME,
            Self::PutFile { resume: true, .. } => api::CandidateUploadResume::NAME,
            Self::PutFile { resume: false, .. } => api::CandidateUploadFile::NAME,
            Self::ChangeSource { .. } => api::ApplicationChangeSource::NAME,
            Self::GiveFeedback { .. } => api::ApplicationFeedbackSubmit::NAME,
            Self::Project { add: true, .. } => api::CandidateAddProject::NAME,
            Self::Project { add: false, .. } => api::CandidateRemoveProject::NAME,
            Self::Make(making) => making.name(),
        }
    }

    /// Whether twice is the same as once.
    pub(super) fn repeatable(&self) -> bool {
        match self {
            Self::WriteNote { .. }
            | Self::MakeField { .. }
            | Self::PutFile { .. }
            | Self::GiveFeedback { .. } => false,
            Self::Make(making) => making.repeatable(),
            _ => true,
        }
    }

    /// Whether other intents may be about to make the very same thing.
    pub(super) fn shared(&self) -> bool {
        matches!(self, Self::MakeField { .. })
    }
}

/// A call with everything it needs.
pub(super) struct Call<'a> {
    pub(super) intent_id: &'a str,
    pub(super) position: i64,
    /// What the steps before gave, by number.
    pub(super) given: &'a [Option<String>],
}

impl Call<'_> {
    fn resolve(&self, reference: &super::intention::Ref) -> Result<String, Refused> {
        match reference {
            super::intention::Ref::Is(id) => Ok(id.clone()),
            super::intention::Ref::Of(step) => self.given.get(*step).cloned().flatten().ok_or_else(|| {
                Refused::before(Failure::new(
                    Code::RemoteInputInvalid,
                    "An earlier step of this action did not succeed.",
                    "Finish the action in Activity, or leave it as it is.",
                ))
            }),
        }
    }
}

pub(super) async fn once<E: Endpoint>(
    workspace: &Workspace,
    params: &E::Params,
) -> Result<E::Results, Refused> {
    match workspace.client.call_once::<E>(Lane::Write, params).await {
        Ok(reply) => Ok(reply.results),
        Err(error) => Err(Refused::of::<E>(error)),
    }
}

/// Makes the call and returns Ashby's id of what it gave.
pub(super) async fn perform(
    workspace: &Arc<Workspace>,
    call: &Call<'_>,
    step: &Step,
) -> Result<Option<String>, Refused> {
    match step {
        Step::MakeTag { title } => make_tag(workspace, title).await.map(Some),
        Step::AddTag { candidate, tag } => {
            let params = tagged(candidate, &call.resolve(tag)?);
            once::<api::CandidateAddTag>(workspace, &params).await.map(|_| None)
        }
        Step::RemoveTag { candidate, tag } => {
            once::<api::CandidateRemoveTag>(workspace, &tagged(candidate, &call.resolve(tag)?))
                .await
                .map(|_| None)
        }
        Step::WriteNote { candidate, html, text, at, private } => {
            let params = api::CreateNoteParams {
                candidate_id: ashby::CandidateId::from(candidate.as_str()),
                note: api::NoteText {
                    r#type: if *html { "text/html" } else { "text/plain" },
                    value: text.clone(),
                },
                send_notifications: false,
                is_private: *private,
                created_at: at.clone(),
            };
            let note = once::<api::CandidateCreateNote>(workspace, &params).await?;
            Ok(Some(note.id.as_str().to_owned()))
        }
        Step::MakeField { title, kind, object } => {
            let params = api::CustomFieldCreateParams {
                field_type: kind.clone(),
                object_type: object.clone(),
                title: title.clone(),
            };
            let field = once::<api::CustomFieldCreate>(workspace, &params).await?;
            Ok(Some(field.id.as_str().to_owned()))
        }
        Step::FillFields { record, object, fillings, .. } => {
            let values = fillings.iter().map(|filling| filled(call, filling)).collect::<Result<_, _>>()?;
            let params =
                api::SetValuesParams { object_id: record.clone(), object_type: object.clone(), values };
            once::<api::CustomFieldSetValues>(workspace, &params).await.map(|_| None)
        }
        Step::PutFile { .. } => upload::put(workspace, call, step).await,
        Step::Make(making) => making::perform(workspace, call, making).await,
        Step::GiveFeedback { .. } => feedback::give(workspace, step).await,
        Step::ChangeSource { application, source, .. } => {
            let params = api::ChangeSourceParams {
                application_id: ashby::ApplicationId::from(application.as_str()),
                source_id: source.as_deref().map(ashby::SourceId::from),
            };
            once::<api::ApplicationChangeSource>(workspace, &params).await.map(|_| None)
        }
        Step::Project { candidate, project, add } => {
            let params = api::CandidateProjectParams {
                candidate_id: ashby::CandidateId::from(candidate.as_str()),
                project_id: ashby::ProjectId::from(project.as_str()),
            };
            if *add {
                once::<api::CandidateAddProject>(workspace, &params).await.map(|_| None)
            } else {
                once::<api::CandidateRemoveProject>(workspace, &params).await.map(|_| None)
            }
        }
    }
}

fn tagged(candidate: &str, tag: &str) -> api::CandidateTagParams {
    api::CandidateTagParams {
        candidate_id: ashby::CandidateId::from(candidate),
        tag_id: ashby::TagId::from(tag),
    }
}

fn filled(call: &Call<'_>, filling: &Filling) -> Result<api::FilledField, Refused> {
    Ok(api::FilledField {
        field_id: ashby::CustomFieldId::from(call.resolve(&filling.field)?.as_str()),
        field_value: filling.value.clone(),
    })
}

async fn make_tag(workspace: &Workspace, title: &str) -> Result<String, Refused> {
    let params = api::TagCreateParams { title: title.to_owned() };
    let tag = once::<api::CandidateTagCreate>(workspace, &params).await?;
    if tag.is_archived == Some(true) {
        return Err(Refused::before(Failure::new(
            Code::RemoteInputInvalid,
            "This tag is archived in Ashby.",
            "Bring the tag back in Ashby, or use another one.",
        )));
    }
    Ok(tag.id.as_str().to_owned())
}

/// What reading tells of a call whose answer was lost.
pub(super) enum Proof {
    /// It arrived, and gave this.
    Happened(Option<String>),
    /// It did not.
    Absent,
}

/// Looks whether a call that is not repeatable arrived.
pub(super) async fn look(
    workspace: &Arc<Workspace>,
    step: &Step,
    sent_at: Option<&str>,
) -> Result<Proof, Failure> {
    match step {
        Step::WriteNote { candidate, html, text, at, .. } => {
            look_for_note(workspace, candidate, (text, *html), at, sent_at).await
        }
        Step::MakeField { title, object, .. } => look_for_field(workspace, title, object).await,
        Step::PutFile { candidate, name, before, .. } => {
            upload::look(workspace, candidate, name, before.as_deref()).await
        }
        Step::Make(making) => making::look(workspace, making).await,
        Step::GiveFeedback { .. } => feedback::look(workspace, step).await,
        _ => Ok(Proof::Absent),
    }
}

/// Notes written in the same words by other intents are not taken for this one.
async fn look_for_note(
    workspace: &Arc<Workspace>,
    candidate: &str,
    (text, html): (&str, bool),
    at: &str,
    sent_at: Option<&str>,
) -> Result<Proof, Failure> {
    let params = api::CandidateNotesParams { candidate_id: ashby::CandidateId::from(candidate) };
    let mut cursor = None;
    let sent = sent_at.and_then(Timestamp::parse).and_then(|at| at.to_utc());
    loop {
        let page =
            workspace.client.page::<api::CandidateNotes>(Lane::Write, &params, cursor.as_ref(), None).await;
        let page = page.map_err(|error| Failure::of_call(error, api::CandidateNotes::PERMISSION))?;
        for note in page.records.into_iter().map(|record| record.value) {
            let written = note.created_at.as_deref().and_then(Timestamp::parse);
            let marked = written.as_ref().is_some_and(|written| written.as_str() == at);
            let lately = written
                .and_then(|written| written.to_utc())
                .zip(sent)
                .is_some_and(|(written, sent)| written >= sent - chrono::TimeDelta::minutes(2));
            // Ashby strips what it does not keep of HTML: then the words alone are compared.
            let alike = note.content.as_deref().is_some_and(|content| {
                content.trim() == text.trim() || (html && plain_text(content) == plain_text(text))
            });
            if (marked || (lately && alike)) && !known(workspace, note.id.as_str()).await? {
                return Ok(Proof::Happened(Some(note.id.as_str().to_owned())));
            }
        }
        cursor = page.next;
        if cursor.is_none() {
            return Ok(Proof::Absent);
        }
    }
}

/// A field of that name, on whichever page of the list it stands.
async fn look_for_field(workspace: &Arc<Workspace>, title: &str, object: &str) -> Result<Proof, Failure> {
    let params = api::ArchivedParams::default();
    let mut cursor = None;
    loop {
        let page =
            workspace.client.page::<api::CustomFieldList>(Lane::Write, &params, cursor.as_ref(), None).await;
        let page = page.map_err(|error| Failure::of_call(error, api::CustomFieldList::PERMISSION))?;
        let found = page.records.into_iter().map(|record| record.value).find(|field| {
            field.title.as_deref() == Some(title) && field.object_type.as_deref() == Some(object)
        });
        if let Some(field) = found {
            return Ok(Proof::Happened(Some(field.id.as_str().to_owned())));
        }
        cursor = page.next;
        if cursor.is_none() {
            return Ok(Proof::Absent);
        }
    }
}

async fn known(workspace: &Arc<Workspace>, note: &str) -> Result<bool, Failure> {
    let note = note.to_owned();
    workspace.read(move |reading| reading.given(api::CandidateCreateNote::NAME, &note)).await
}
