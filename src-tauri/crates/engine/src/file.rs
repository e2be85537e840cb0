//! Files of candidates: fetched from Ashby when first wanted, then here.

use std::sync::Arc;

use samara_ashby::Lane;
use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_ashby::model as ashby;
use serde_json::Value;

use crate::{Code, Failure, Workspace};

/// Largest résumé that is fetched, in bytes.
const LARGEST: usize = 32 * 1024 * 1024;
/// The setting that says how many megabytes of files are kept here.
pub const LIMIT: &str = "files.limit_mb";
/// Megabytes of files kept without the setting.
const LIMIT_DEFAULT: u64 = 500;

/// The bytes of a candidate's résumé, from here or from Ashby.
///
/// # Errors
/// When there is none, or it is not here yet and Ashby cannot be reached.
pub async fn resume(workspace: &Arc<Workspace>, candidate_id: &str) -> Result<Vec<u8>, Failure> {
    let id = candidate_id.to_owned();
    let known = workspace
        .read(move |reading| {
            let Some(record) = reading.candidate(&id)? else { return Ok(None) };
            let file = record.columns.get("_resume").cloned().unwrap_or(Value::Null);
            let Some(file_id) = file.get("id").and_then(Value::as_str).map(str::to_owned) else {
                return Ok(None);
            };
            Ok(Some((record.remote_id, reading.file(&file_id)?, file_id)))
        })
        .await?;
    let Some((remote_id, kept, file_id)) = known else { return Err(none()) };
    match kept {
        Some(bytes) => Ok(bytes),
        None => fetch(workspace, &remote_id, file_id).await,
    }
}

fn none() -> Failure {
    Failure::input("This candidate has no résumé.", "Add one in Ashby; it shows here after the next sync.")
}

/// How many bytes of files are kept here, by the setting [`LIMIT`] in megabytes.
async fn limit(workspace: &Arc<Workspace>) -> Result<u64, Failure> {
    let megabytes = workspace.read(|reading| reading.setting(LIMIT)).await?;
    let megabytes = megabytes.and_then(|text| text.parse().ok()).unwrap_or(LIMIT_DEFAULT);
    Ok(megabytes.saturating_mul(1 << 20))
}

async fn fetch(workspace: &Arc<Workspace>, remote_id: &str, file_id: String) -> Result<Vec<u8>, Failure> {
    // Handles may be made anew at each reading: the one in the mirror may be stale.
    let params = api::CandidateInfoParams { id: ashby::CandidateId::from(remote_id) };
    let reply = workspace.client.call::<api::CandidateGet>(Lane::Read, &params).await;
    let reply = reply.map_err(|error| Failure::of_call(error, api::CandidateGet::PERMISSION))?;
    let handle = reply.results.resume_file_handle.and_then(|file| file.handle).ok_or_else(none)?;
    let info =
        workspace.client.call::<api::FileGet>(Lane::Read, &api::FileInfoParams { file_handle: handle }).await;
    let url = info.map_err(|error| Failure::of_call(error, api::FileGet::PERMISSION))?.results.url;
    let url = url.ok_or_else(|| {
        Failure::new(Code::RemoteUnknown, "Ashby gave no address for the file.", "Try again later.")
    })?;
    let bytes = workspace.client.download(&url, LARGEST).await?.to_vec();
    let (kept, now) = (bytes.clone(), workspace.now());
    let limit = limit(workspace).await?;
    workspace.write_mirror(move |tx| tx.keep_file(&file_id, &kept, limit, now.as_str())).await?;
    Ok(bytes)
}
