//! Candidates that Ashby merged, and applications whose candidate is gone.
//!
//! A merge shows as an application that names another candidate than before. Whether the first one is gone has to be
//! asked: only "not found" makes it a merge. Application ids stay, so nothing of a pipeline moves.

use std::sync::Arc;

use samara_ashby::endpoint as api;
use samara_ashby::endpoint::Endpoint as _;
use samara_ashby::model as ashby;
use samara_ashby::{Error as ApiError, Lane};
use samara_store::table::alias::Merge;
use samara_unified::Id;

use super::patience::patiently;
use super::refresh;
use crate::{Failure, Tag, Workspace};

/// Whether Ashby says that there is no such record.
pub(super) fn is_not_found(error: &ApiError) -> bool {
    matches!(error, ApiError::Refused { code, .. } if code.ends_with("not_found"))
}

/// Looks whether a candidate whose applications went to another one is gone, and follows the merge if so.
pub(super) async fn look_into(workspace: &Arc<Workspace>, from: &str) -> Result<(), Failure> {
    let wanted = from.to_owned();
    let Some(into) = workspace.read(move |reading| reading.suspected_merge(&wanted)).await? else {
        return Ok(());
    };
    let params = api::CandidateInfoParams { id: ashby::CandidateId::from(from) };
    match patiently(workspace, workspace.client.call::<api::CandidateGet>(Lane::Pull, &params)).await {
        Ok(reply) => refresh::apply_candidate(workspace, reply).await?,
        Err(error) if is_not_found(&error) => follow(workspace, from, &into).await?,
        Err(error) => return Err(Failure::of_call(error, api::CandidateGet::PERMISSION)),
    }
    let from = from.to_owned();
    workspace.write_mirror(move |tx| tx.drop_suspicion(&from)).await
}

/// Carries out a merge that is known to have happened, by Ashby's ids: as an event tells it, or as it was found out.
///
/// The alias comes first: if the process dies now, the merge is found out again, and the alias is the same.
///
/// # Errors
/// When the files or Ashby refuse; what was done by then stands, and doing it again is harmless.
pub async fn follow(workspace: &Arc<Workspace>, from: &str, into: &str) -> Result<(), Failure> {
    let id =
        |remote: &str| Id::of(&workspace.mapping.connection, "ats_candidates", remote).as_str().to_owned();
    let merge = Merge {
        old_id: id(from),
        new_id: id(into),
        old_remote_id: from.to_owned(),
        new_remote_id: into.to_owned(),
    };
    let (old_id, new_id) = (merge.old_id.clone(), merge.new_id.clone());
    let now = workspace.now();
    let at = now.as_str().to_owned();
    workspace
        .write_local(move |tx| {
            tx.keep_merge(&merge, &at)?;
            // What was asked for about the one who is gone is not gone with them, nor kept from being forgotten.
            tx.lead_person_on(&merge.old_id, &merge.new_id)
        })
        .await?;
    let gone = old_id.clone();
    workspace.write_mirror(move |tx| tx.remove_row("ats_candidates", &gone, &now).map(drop)).await?;
    let params = api::CandidateInfoParams { id: ashby::CandidateId::from(into) };
    let reply = patiently(workspace, workspace.client.call::<api::CandidateGet>(Lane::Pull, &params)).await;
    let applications: Vec<String> = match reply {
        Ok(reply) => {
            let ids = reply.results.application_ids.iter().map(|id| id.as_str().to_owned()).collect();
            refresh::apply_candidate(workspace, reply).await?;
            ids
        }
        // Merged on, or hidden: the next listing tells.
        Err(error) if is_not_found(&error) => Vec::new(),
        Err(error) => return Err(Failure::of_call(error, api::CandidateGet::PERMISSION)),
    };
    let strays = workspace
        .read(move |reading| {
            let mut strays = reading.strays(&new_id, &applications)?;
            strays.extend(reading.applications_naming(&old_id)?);
            strays.sort_unstable();
            strays.dedup();
            Ok(strays)
        })
        .await?;
    for stray in strays {
        reread(workspace, &stray).await?;
    }
    workspace.changed(&[Tag::Candidate, Tag::Candidates, Tag::Pipeline, Tag::Activity]);
    Ok(())
}

/// Reads an application again whose candidate is gone: it went to somebody else, or is gone, too, with its interviews
/// and offers.
pub(super) async fn reread(workspace: &Arc<Workspace>, remote_id: &str) -> Result<(), Failure> {
    let params = api::ApplicationInfoParams::new(ashby::ApplicationId::from(remote_id));
    match patiently(workspace, workspace.client.call::<api::ApplicationGet>(Lane::Pull, &params)).await {
        Ok(reply) => {
            let history = reply.results.application_history.clone();
            refresh::apply_application(workspace, api::ApplicationGet::NAME, &reply, history).await
        }
        Err(error) if is_not_found(&error) => {
            let id = Id::of(&workspace.mapping.connection, "ats_applications", remote_id);
            let now = workspace.now();
            workspace
                .write_mirror(move |tx| tx.remove_row("ats_applications", id.as_str(), &now).map(drop))
                .await?;
            workspace.changed(&[Tag::Pipeline, Tag::Jobs, Tag::Candidates, Tag::Candidate]);
            Ok(())
        }
        Err(error) => Err(Failure::of_call(error, api::ApplicationGet::PERMISSION)),
    }
}
