//! Files of candidates: fetched from Ashby when first wanted, then here until others need their room.

use std::sync::Arc;

use bytes::Bytes;
use samara_ashby::Lane;
use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_ashby::model as ashby;
use samara_store::Reading;
use samara_store::table::candidate::CandidateRecord;
use serde_json::Value;

use crate::pull::patiently;
use crate::{Code, Failure, Workspace, connection};

/// Largest file that is fetched, in bytes.
const LARGEST: usize = 32 * 1024 * 1024;
/// The setting that says how many megabytes of files are kept here.
pub const LIMIT: &str = "files.limit_mb";
/// Megabytes of files kept without the setting.
pub(crate) const LIMIT_DEFAULT: u64 = 500;

/// A file as its candidate's record names it.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    /// Ashby's id of the candidate.
    pub(crate) candidate: String,
    /// Ashby's id of the file.
    pub(crate) id: String,
    /// File name.
    pub(crate) name: Option<String>,
    /// What `file.info` took when the record was read.
    handle: Option<String>,
}

fn named(record: &CandidateRecord, file: &Value) -> Option<Named> {
    let text = |key: &str| file.get(key).and_then(Value::as_str).map(str::to_owned);
    Some(Named {
        candidate: record.remote_id.clone(),
        id: text("id")?,
        name: text("name"),
        handle: text("handle"),
    })
}

/// The résumé of a candidate.
pub(crate) fn resume_of(reading: &Reading<'_>, candidate_id: &str) -> samara_store::Result<Option<Named>> {
    let record = reading.candidate(candidate_id)?;
    Ok(record.and_then(|record| named(&record, record.columns.get("_resume")?)))
}

/// All files of a candidate, the résumé first.
pub(crate) fn files_of(record: &CandidateRecord) -> Vec<Named> {
    let resume = record.columns.get("_resume").and_then(|file| named(record, file));
    let others = record.columns.get("_files").and_then(Value::as_array).into_iter().flatten();
    let mut files: Vec<Named> = resume.into_iter().collect();
    for file in others.filter_map(|file| named(record, file)) {
        if files.iter().all(|known| known.id != file.id) {
            files.push(file);
        }
    }
    files
}

/// The bytes of a candidate's résumé, from here or from Ashby.
///
/// # Errors
/// When there is none, or it is not here yet and Ashby cannot be reached.
pub async fn resume(workspace: &Arc<Workspace>, candidate_id: &str) -> Result<Vec<u8>, Failure> {
    let id = candidate_id.to_owned();
    let file = workspace.read(move |reading| resume_of(reading, &id)).await?;
    let file = file.ok_or_else(|| {
        Failure::input(
            "This candidate has no résumé.",
            "Add one in Ashby; it shows here after the next sync.",
        )
    })?;
    bytes(workspace, file, true).await
}

/// The bytes of any file of a candidate, from here or from Ashby.
///
/// # Errors
/// When the candidate has no such file, or it is not here yet and Ashby cannot be reached.
pub async fn file(workspace: &Arc<Workspace>, candidate_id: &str, file_id: &str) -> Result<Vec<u8>, Failure> {
    let (id, wanted) = (candidate_id.to_owned(), file_id.to_owned());
    let found = workspace
        .read(move |reading| {
            let Some(record) = reading.candidate(&id)? else { return Ok(None) };
            let is_resume =
                |file: &Named| record.columns.get("_resume").is_some_and(|resume| resume["id"] == *file.id);
            let file = files_of(&record).into_iter().find(|file| file.id == wanted);
            Ok(file.map(|file| (is_resume(&file), file)))
        })
        .await?;
    let (is_resume, file) = found.ok_or_else(gone)?;
    bytes(workspace, file, is_resume).await
}

fn gone() -> Failure {
    Failure::input(
        "This candidate has no such file.",
        "It may have been removed in Ashby. Open the candidate anew.",
    )
}

async fn bytes(workspace: &Arc<Workspace>, file: Named, is_resume: bool) -> Result<Vec<u8>, Failure> {
    let now = workspace.now();
    let wanted = file.id.clone();
    if let Some(bytes) = workspace.read(move |reading| reading.file(&wanted)).await? {
        workspace.write_mirror(move |tx| tx.file_used(&file.id, now.as_str())).await?;
        return Ok(bytes);
    }
    let bytes = fetch(workspace, &file, Lane::Read).await?;
    let (kept, limit) = (bytes.clone(), limit(workspace).await?);
    workspace
        .write_mirror(move |tx| {
            tx.keep_file(&file.id, &kept, limit, now.as_str())?;
            // Its text is read when somebody has time for it.
            if is_resume { tx.owe("resume", &file.candidate) } else { Ok(()) }
        })
        .await?;
    Ok(bytes.to_vec())
}

/// How many bytes of files are kept here, by the setting [`LIMIT`] in megabytes.
pub(crate) async fn limit(workspace: &Arc<Workspace>) -> Result<u64, Failure> {
    let megabytes = workspace.read(|reading| reading.setting(LIMIT)).await?;
    let megabytes = megabytes.and_then(|text| text.parse().ok()).unwrap_or(LIMIT_DEFAULT);
    Ok(megabytes.saturating_mul(1 << 20))
}

/// Fetches a file. Handles may be made anew at each reading: where the one in the mirror is not taken any more, the
/// candidate is asked for a fresh one.
pub(crate) async fn fetch(workspace: &Arc<Workspace>, file: &Named, lane: Lane) -> Result<Bytes, Failure> {
    connection::ensure_on(workspace).await?;
    let known = match &file.handle {
        Some(handle) => address(workspace, handle.clone(), lane).await,
        None => Err(gone()),
    };
    let url = match known {
        Err(failure) if matches!(failure.code, Code::RemoteInputInvalid | Code::InputInvalid) => {
            address(workspace, fresh_handle(workspace, file, lane).await?, lane).await?
        }
        other => other?,
    };
    Ok(patiently(workspace, workspace.client.download(&url, LARGEST)).await?)
}

/// Where a file can be fetched for a short while.
async fn address(workspace: &Arc<Workspace>, handle: String, lane: Lane) -> Result<String, Failure> {
    let params = api::FileInfoParams { file_handle: handle };
    let info = patiently(workspace, workspace.client.call::<api::FileGet>(lane, &params)).await;
    let info = info.map_err(|error| Failure::of_call(error, api::FileGet::PERMISSION))?;
    // An address that will never be fetched from is none: to wait for it would hold up all that is owed.
    info.results.url.filter(|url| workspace.client.may_fetch(url)).ok_or_else(|| {
        Failure::new(Code::RemoteUnknown, "Ashby gave no address for the file.", "Try again later.")
    })
}

async fn fresh_handle(workspace: &Arc<Workspace>, file: &Named, lane: Lane) -> Result<String, Failure> {
    let params = api::CandidateInfoParams { id: ashby::CandidateId::from(file.candidate.as_str()) };
    let reply = patiently(workspace, workspace.client.call::<api::CandidateGet>(lane, &params)).await;
    let candidate = reply.map_err(|error| Failure::of_call(error, api::CandidateGet::PERMISSION))?.results;
    let files = candidate.resume_file_handle.into_iter().chain(candidate.file_handles);
    let found = files.filter(|known| known.id.as_str() == file.id).find_map(|known| known.handle);
    found.ok_or_else(|| {
        Failure::new(
            Code::RemoteInputInvalid,
            "Ashby has this file no more.",
            "It may have been removed in Ashby. Open the candidate anew.",
        )
    })
}
