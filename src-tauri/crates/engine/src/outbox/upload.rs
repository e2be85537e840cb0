//! Putting a file on a candidate: a handle, the upload, and the call that takes it over.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use samara_ashby::endpoint as api;
use samara_ashby::model as ashby;
use samara_ashby::{Error, Lane, Part};

use super::intention::Step;
use super::perform::{Call, Proof, Refused};
use crate::{Code, Failure, Workspace};

/// Ashby's ids of the files a candidate has, by name.
pub(super) async fn files(
    workspace: &Arc<Workspace>,
    candidate: &str,
) -> Result<Vec<ashby::FileHandle>, Failure> {
    use samara_ashby::Endpoint as _;
    let params = api::CandidateInfoParams { id: ashby::CandidateId::from(candidate) };
    let reply = workspace.client.call_once::<api::CandidateGet>(Lane::Write, &params).await;
    let candidate = reply.map_err(|error| Failure::of_call(error, api::CandidateGet::PERMISSION))?.results;
    Ok(candidate.file_handles.into_iter().chain(candidate.resume_file_handle).collect())
}

/// Uploads and hands over. Until the last call nothing shows anywhere, so only that one can be in doubt.
pub(super) async fn put(
    workspace: &Arc<Workspace>,
    call: &Call<'_>,
    step: &Step,
) -> Result<Option<String>, Refused> {
    let Step::PutFile { candidate, resume, name, content_type, before, .. } = step else { return Ok(None) };
    let (intent, position) = (call.intent_id.to_owned(), call.position);
    let bytes = workspace.read(move |reading| reading.spooled(&intent, position)).await;
    let bytes = bytes.map_err(Refused::before)?.ok_or_else(|| Refused::before(gone()))?;
    let id = ashby::CandidateId::from(candidate.as_str());
    let context = if *resume { "CandidateResume" } else { "CandidateFiles" };
    let taken = match upload(workspace, context, name, content_type, &bytes).await? {
        Uploaded::At(handle) => hand_over(workspace, *resume, id, handle).await?,
        Uploaded::Unreachable => {
            let field = if *resume { "resume" } else { "file" };
            let part = Part { field, name, content_type, bytes: &bytes };
            straight(workspace, *resume, id, &part).await?
        }
    };
    let now: Vec<_> = taken.file_handles.into_iter().chain(taken.resume_file_handle).collect();
    Ok(added(&now, name, before.as_deref()))
}

/// Where a file is by now.
pub(super) enum Uploaded {
    /// At the host for uploads, under this handle.
    At(String),
    /// Still here: that host cannot be reached.
    Unreachable,
}

/// Sends the file to Ashby itself.
async fn straight(
    workspace: &Workspace,
    resume: bool,
    id: ashby::CandidateId,
    part: &Part<'_>,
) -> Result<ashby::Candidate, Refused> {
    let fields = BTreeMap::from([("candidateId".to_owned(), id.as_str().to_owned())]);
    let client = &workspace.client;
    let reply = if resume {
        let reply = client.send_file_once::<api::CandidateUploadResume>(Lane::Write, &fields, part).await;
        reply.map_err(Refused::of::<api::CandidateUploadResume>)
    } else {
        let reply = client.send_file_once::<api::CandidateUploadFile>(Lane::Write, &fields, part).await;
        reply.map_err(Refused::of::<api::CandidateUploadFile>)
    };
    Ok(reply?.results)
}

async fn hand_over(
    workspace: &Workspace,
    resume: bool,
    id: ashby::CandidateId,
    handle: String,
) -> Result<ashby::Candidate, Refused> {
    Ok(if resume {
        let params = api::UploadResumeParams { candidate_id: id, resume_handle: handle };
        let reply = workspace.client.call_once::<api::CandidateUploadResume>(Lane::Write, &params).await;
        reply.map_err(Refused::of::<api::CandidateUploadResume>)?.results
    } else {
        let params = api::UploadFileParams { candidate_id: id, file_handle: handle };
        let reply = workspace.client.call_once::<api::CandidateUploadFile>(Lane::Write, &params).await;
        reply.map_err(Refused::of::<api::CandidateUploadFile>)?.results
    })
}

pub(super) fn gone() -> Failure {
    Failure::new(
        Code::InputInvalid,
        "The file is not kept here any more.",
        "Discard this action in Activity and attach the file again.",
    )
}

/// Uploads bytes for a purpose and returns the handle, which lives for ten minutes.
pub(super) async fn upload(
    workspace: &Arc<Workspace>,
    context: &'static str,
    name: &str,
    content_type: &str,
    bytes: &[u8],
) -> Result<Uploaded, Refused> {
    let params = api::UploadHandleParams {
        file_upload_context: context,
        filename: name.to_owned(),
        content_type: content_type.to_owned(),
        content_length: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
    };
    let reply = workspace.client.call_once::<api::FileCreateUploadHandle>(Lane::Write, &params).await;
    // A handle nobody uses is nothing: whatever goes wrong up to here leaves no doubt.
    let sure = |error: Error| Refused { unknown: false, ..Refused::of::<api::FileCreateUploadHandle>(error) };
    let made = reply.map_err(sure)?.results;
    let (Some(handle), Some(url)) = (made.handle, made.url) else {
        return Err(sure(Error::Garbled { reason: "the upload has no address" }));
    };
    let fields = made.fields.unwrap_or_default();
    match workspace.client.upload(&url, &fields, name, content_type, bytes).await {
        Ok(()) => Ok(Uploaded::At(handle)),
        // That Ashby was reached a moment ago tells that it is only that host.
        Err(Error::NotSent { .. }) => Ok(Uploaded::Unreachable),
        Err(error) => {
            let mut refused = sure(error);
            if refused.failure.code == Code::RemoteUnknown {
                refused.failure.message = "The host that takes uploads declined the file.".to_owned();
            }
            Err(refused)
        }
    }
}

/// The file of that name which was not there before.
fn added(files: &[ashby::FileHandle], name: &str, before: Option<&[String]>) -> Option<String> {
    let before: BTreeSet<&str> = before.unwrap_or_default().iter().map(String::as_str).collect();
    let new = files.iter().filter(|file| !before.contains(file.id.as_str()));
    new.filter(|file| file.name.as_deref() == Some(name)).map(|file| file.id.as_str().to_owned()).next_back()
}

/// Whether the file is there.
pub(super) async fn look(
    workspace: &Arc<Workspace>,
    candidate: &str,
    name: &str,
    before: Option<&[String]>,
) -> Result<Proof, Failure> {
    let Some(before) = before else { return Ok(Proof::Absent) };
    let files = files(workspace, candidate).await?;
    Ok(added(&files, name, Some(before)).map_or(Proof::Absent, |id| Proof::Happened(Some(id))))
}
