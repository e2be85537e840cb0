//! Applying through the form of a posting.

use std::sync::Arc;

use samara_ashby::Lane;
use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_ashby::model as ashby;
use samara_store::table::alias::Merge;
use samara_store::table::provisional::PREFIX;
use samara_unified::{Id, plain_text};

use super::super::perform::{Call, Proof, Refused};
use super::super::upload::{self, Uploaded};
use super::{Making, application, person};
use crate::{Code, Failure, Workspace, pull};

/// What a result that is an application's id and no form's begins with.
const APPLICATION: &str = "application:";

/// The applications of everybody with an address, none of them on this job.
pub(super) async fn before(
    workspace: &Arc<Workspace>,
    email: &str,
    job: &str,
) -> Result<Vec<String>, Failure> {
    let ids = of_address(workspace, email).await?;
    match application::on_job(workspace, &ids, job).await? {
        Some(there) => Err(application::exists(&there)),
        None => Ok(ids),
    }
}

async fn of_address(workspace: &Arc<Workspace>, email: &str) -> Result<Vec<String>, Failure> {
    let mut ids = Vec::new();
    for candidate in person::with_address(workspace, email).await? {
        ids.extend(application::ids_of(workspace, candidate.id.as_str()).await?);
    }
    Ok(ids)
}

/// Looks for an application on the job that was not there before.
pub(super) async fn look(
    workspace: &Arc<Workspace>,
    email: &str,
    job: &str,
    before: Option<&[String]>,
) -> Result<Proof, Failure> {
    let Some(before) = before else { return Ok(Proof::Absent) };
    let mut new = of_address(workspace, email).await?;
    new.retain(|id| !before.contains(id));
    let found = application::on_job(workspace, &new, job).await?;
    Ok(found.map_or(Proof::Absent, |id| Proof::Happened(Some(format!("{APPLICATION}{id}")))))
}

/// Uploads what the form asks for, which keeps for ten minutes only, and sends it in.
pub(super) async fn submit(
    workspace: &Arc<Workspace>,
    call: &Call<'_>,
    making: &Making,
) -> Result<String, Refused> {
    let Making::Form { key, posting, fields, files, withheld, .. } = making else {
        return Err(Refused::before(Failure::defect("step")));
    };
    let held = workspace.surveys.form(key);
    if held.len() < *withheld {
        return Err(Refused::before(Failure::input(
            "Answers that are held in memory alone are gone since Samara was restarted.",
            "Discard this action in Activity and enter the application again.",
        )));
    }
    let mut answers: Vec<api::FieldSubmission> = fields
        .iter()
        .map(|(path, value)| api::FieldSubmission { path: path.clone(), value: value.clone() })
        .collect();
    answers.extend(held.into_iter().map(|(path, value)| api::FieldSubmission { path, value }));
    for file in files {
        let (intent, place) = (call.intent_id.to_owned(), file.place);
        let bytes = workspace.read(move |reading| reading.spooled(&intent, place)).await;
        let bytes = bytes.map_err(Refused::before)?.ok_or_else(|| Refused::before(upload::gone()))?;
        let context = "ApplicationForm";
        let uploaded = upload::upload(workspace, context, &file.name, &file.content_type, &bytes).await?;
        let Uploaded::At(handle) = uploaded else {
            return Err(Refused::before(Failure::new(
                Code::Unavailable,
                "The host that takes uploads cannot be reached.",
                "Samara tries again by itself; what you do meanwhile is kept.",
            )));
        };
        answers.push(api::FieldSubmission { path: file.path.clone(), value: handle.into() });
    }
    let params = api::SubmitFormParams {
        job_posting_id: ashby::JobPostingId::from(posting.as_str()),
        application_form: api::FilledForm { field_submissions: answers },
    };
    let reply = workspace.client.call_once::<api::ApplicationFormSubmit>(Lane::Write, &params).await;
    let submitted = reply.map_err(Refused::of::<api::ApplicationFormSubmit>)?.results;
    let messages = submitted.form_messages.unwrap_or_default();
    if messages.blocked == Some(true) {
        return Err(Refused::before(blocked(messages.block_message_for_candidate_html.as_deref())));
    }
    workspace.surveys.forget_form(key);
    let form = submitted.submitted_form_instance.map(|form| form.id.into_string());
    form.ok_or_else(|| {
        Refused::of::<api::ApplicationFormSubmit>(samara_ashby::Error::Garbled {
            reason: "the submitted form has no id",
        })
    })
}

fn blocked(said: Option<&str>) -> Failure {
    let said = said.map(plain_text).filter(|text| !text.is_empty());
    Failure::new(
        Code::RemoteInputInvalid,
        said.map_or_else(
            || "Ashby turned the application away.".to_owned(),
            |said| format!("Ashby turned the application away: {said}"),
        ),
        "No application was made. Add the person without the form's answers, or apply later.",
    )
}

/// Finds the application a form brought, keeps it and its person here, and leads the person's key to them.
pub(super) async fn follow(workspace: &Arc<Workspace>, form: &str, person: &str) -> Result<String, Refused> {
    let info = match form.strip_prefix(APPLICATION) {
        Some(id) => {
            let params = api::ApplicationInfoParams::new(ashby::ApplicationId::from(id));
            let reply = workspace.client.call_once::<api::ApplicationGet>(Lane::Read, &params).await;
            reply.map_err(Refused::of::<api::ApplicationGet>).map_err(Refused::without_doubt)?
        }
        None => {
            let params = api::ApplicationOfFormParams {
                submitted_form_instance_id: ashby::FormInstanceId::from(form),
            };
            let reply = workspace.client.call_once::<api::ApplicationOfForm>(Lane::Read, &params).await;
            reply.map_err(Refused::of::<api::ApplicationOfForm>).map_err(Refused::without_doubt)?
        }
    };
    let history = info.results.application_history.clone();
    pull::apply_application(workspace, api::ApplicationGet::NAME, &info, history)
        .await
        .map_err(Refused::before)?;
    let candidate = info.results.candidate.as_ref().map(|candidate| candidate.id.as_str().to_owned());
    if let Some(candidate) = candidate {
        pull::refresh_candidate_alone(workspace, &candidate, Lane::Read).await.map_err(Refused::before)?;
        lead(workspace, person, &candidate).await.map_err(Refused::before)?;
    }
    Ok(info.results.id.into_string())
}

async fn lead(workspace: &Arc<Workspace>, person: &str, candidate: &str) -> Result<(), Failure> {
    let merge = merge(&workspace.mapping.connection, person, candidate);
    let now = workspace.now();
    workspace.write_local(move |tx| tx.keep_merge(&merge, now.as_str())).await
}

/// A person's key and who it is.
pub(in super::super) fn merge(
    connection: &samara_unified::ConnectionId,
    person: &str,
    candidate: &str,
) -> Merge {
    let old = format!("{PREFIX}{person}");
    let id = |remote: &str| Id::of(connection, "ats_candidates", remote).as_str().to_owned();
    Merge { old_id: id(&old), new_id: id(candidate), old_remote_id: old, new_remote_id: candidate.to_owned() }
}
