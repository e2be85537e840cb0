//! The files that are there, and where they can be fetched.

use std::sync::Arc;

use samara_ashby::Lane;
use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_ashby::model as ashby;
use samara_unified::Id;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::queue::Asking;
use super::attachment::{AttachmentKind, guess};
use super::{application, person};
use crate::{Failure, Workspace};

/// Input of `get_application_attachments`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ApplicationFilesInput {
    /// Unified id of the application, or `remote:<Ashby id>`.
    pub application_id: String,
    /// Whether files beside the résumé are given too.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub all: bool,
}

/// Input of `get_candidate_attachments`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CandidateFilesInput {
    /// Unified id of the candidate, or `remote:<Ashby id>`.
    pub candidate_id: String,
    /// Whether files beside the résumé are given too.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub all: bool,
}

/// A file that is there.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AttachmentRow {
    /// Unified id.
    pub id: String,
    /// Ashby's id.
    pub remote_id: String,
    /// What it is.
    pub r#type: AttachmentKind,
    /// Where it can be fetched for a short while.
    pub data_url: String,
    /// File name.
    pub file_name: Option<String>,
    /// MIME type, from the name.
    pub content_type: Option<String>,
    /// Ashby does not tell.
    pub remote_created_at: Option<String>,
    /// Ashby does not tell.
    pub remote_updated_at: Option<String>,
    /// The application whose résumé it is; of a candidate's files only.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub application_id: Option<String>,
    /// The candidate; of a candidate's files only.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub candidate_id: Option<String>,
}

/// The files that are there.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Attachments {
    /// The files, résumé first.
    pub results: Vec<AttachmentRow>,
}

/// Asks Ashby for the files of an application: its résumé, else its candidate's.
///
/// # Errors
/// When the application is not here or Ashby cannot be asked.
pub async fn application_attachments(
    workspace: &Arc<Workspace>,
    input: ApplicationFilesInput,
) -> Result<Attachments, Failure> {
    let asking = Asking { connection: workspace.mapping.connection.clone(), now: workspace.now() };
    let found = workspace.read(move |reading| Ok(application(reading, &asking, &input.application_id)));
    let known = found.await??;
    let id = ashby::ApplicationId::from(known.remote_id.as_str());
    let params = api::ApplicationInfoParams { application_id: id, expand: Vec::new() };
    let reply = workspace.client.call::<api::ApplicationGet>(Lane::Read, &params).await;
    let info = reply.map_err(|error| Failure::of_call(error, api::ApplicationGet::PERMISSION))?.results;
    let mut resume = info.resume_file_handle;
    let mut others = Vec::new();
    if let Some(candidate) = info.candidate.filter(|_| resume.is_none() || input.all) {
        let (own, files) = files_of(workspace, candidate.id).await?;
        resume = resume.or(own);
        others = files;
    }
    let results = rows(workspace, resume, if input.all { others } else { Vec::new() }, None).await?;
    Ok(Attachments { results })
}

/// Asks Ashby for the files of a candidate.
///
/// # Errors
/// When the candidate is not here or Ashby cannot be asked.
pub async fn candidate_attachments(
    workspace: &Arc<Workspace>,
    input: CandidateFilesInput,
) -> Result<Attachments, Failure> {
    let asking = Asking { connection: workspace.mapping.connection.clone(), now: workspace.now() };
    let known = workspace.read(move |reading| Ok(person(reading, &asking, &input.candidate_id))).await??;
    let id = ashby::CandidateId::from(known.remote_id.as_str());
    let (resume, others) = files_of(workspace, id).await?;
    let others = if input.all { others } else { Vec::new() };
    Ok(Attachments { results: rows(workspace, resume, others, Some(&known.id)).await? })
}

type Handles = (Option<ashby::FileHandle>, Vec<ashby::FileHandle>);

async fn files_of(workspace: &Arc<Workspace>, id: ashby::CandidateId) -> Result<Handles, Failure> {
    let params = api::CandidateInfoParams { id };
    let reply = workspace.client.call::<api::CandidateGet>(Lane::Read, &params).await;
    let candidate = reply.map_err(|error| Failure::of_call(error, api::CandidateGet::PERMISSION))?.results;
    let resume = candidate.resume_file_handle;
    let is_resume = |file: &ashby::FileHandle| resume.as_ref().is_some_and(|resume| resume.id == file.id);
    let others = candidate.file_handles.into_iter().filter(|file| !is_resume(file)).collect();
    Ok((resume, others))
}

async fn rows(
    workspace: &Arc<Workspace>,
    resume: Option<ashby::FileHandle>,
    others: Vec<ashby::FileHandle>,
    candidate_id: Option<&str>,
) -> Result<Vec<AttachmentRow>, Failure> {
    let others = workspace.read(move |reading| {
        let kind = |letter| if letter { AttachmentKind::CoverLetter } else { AttachmentKind::Other };
        others.into_iter().map(|file| Ok((kind(reading.is_cover_letter(file.id.as_str())?), file))).collect()
    });
    let others: Vec<(AttachmentKind, ashby::FileHandle)> = others.await?;
    let resume = resume.map(|file| (AttachmentKind::Cv, file));
    let mut rows = Vec::new();
    for (kind, file) in resume.into_iter().chain(others) {
        let Some(file_handle) = file.handle else { continue };
        let params = api::FileInfoParams { file_handle };
        let reply = workspace.client.call::<api::FileGet>(Lane::Read, &params).await;
        let info = reply.map_err(|error| Failure::of_call(error, api::FileGet::PERMISSION))?.results;
        let Some(data_url) = info.url else { continue };
        rows.push(AttachmentRow {
            id: Id::of(&workspace.mapping.connection, "ats_attachments", file.id.as_str())
                .as_str()
                .to_owned(),
            remote_id: file.id.as_str().to_owned(),
            r#type: kind,
            data_url,
            content_type: file.name.as_deref().and_then(guess).map(str::to_owned),
            file_name: file.name,
            remote_created_at: None,
            remote_updated_at: None,
            application_id: None,
            candidate_id: candidate_id.map(str::to_owned),
        });
    }
    Ok(rows)
}
