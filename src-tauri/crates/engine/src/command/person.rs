//! Forgetting a person: all that is here of them goes, and later syncs leave them out.

use std::sync::Arc;

use samara_store::table::retention::IntentOf;
use samara_unified::Id;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Info, command};
use crate::{Failure, Tag, Workspace, file, pull};

/// Who.
#[derive(Debug, Deserialize, TS)]
pub struct PersonInput {
    /// Unified id of the candidate, or `remote:` and Ashby's.
    pub candidate_id: String,
}

/// What became of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PersonForgotten {
    /// Whether anything of them was here, or whether they had been forgotten.
    pub found: bool,
    /// In words.
    pub message: String,
}

fn unified(workspace: &Workspace, id: &str) -> Result<String, Failure> {
    let id = match id.strip_prefix("remote:") {
        Some(remote) => Some(Id::of(&workspace.mapping.connection, "ats_candidates", remote)),
        None => Id::parse(id),
    };
    id.map(|id| id.as_str().to_owned()).ok_or_else(|| {
        Failure::input(
            "This is not the id of a candidate.",
            "Give the id of a row of candidates, or remote: and Ashby's id.",
        )
    })
}

/// Kept out first, then removed: if the process dies in between, a sync brings nothing back, and doing it again
/// removes the rest.
async fn forget(workspace: &Arc<Workspace>, id: String) -> Result<PersonForgotten, Failure> {
    let asked = id.clone();
    let (id, open, record, applications) = workspace
        .read(move |reading| {
            let id = reading.resolve_candidate(&asked)?;
            let applications = reading.all_applications_of(&id)?;
            Ok((id.clone(), reading.has_open_intent(&id)?, reading.candidate(&id)?, applications))
        })
        .await?;
    if open {
        return Err(Failure::input(
            "Something about this person is still on its way to Ashby, or waits for a decision.",
            "Wait for it, take it back or discard it in Activity; then forget the person.",
        ));
    }
    let (found, files) = (record.is_some(), record.as_ref().map(file::files_of).unwrap_or_default());
    let now = workspace.now();
    let (person, at) = (id.clone(), now.as_str().to_owned());
    workspace
        .write_local(move |tx| {
            let ids: Vec<String> = applications.iter().map(|(id, _)| id.clone()).collect();
            tx.forget(&person, &ids, &at)?;
            tx.redact_intents(IntentOf::Candidate, &person)?;
            files.iter().try_for_each(|file| tx.drop_cover_letter(&file.id))?;
            for (id, remote_id) in &applications {
                tx.redact_intents(IntentOf::Application, id)?;
                remote_id.iter().try_for_each(|remote_id| tx.untrack(remote_id))?;
            }
            Ok(())
        })
        .await?;
    workspace.folder.remove_backups("local.db")?;
    workspace.load_scope().await?;
    workspace.write_mirror(move |tx| tx.erase_candidate(&id, &now)).await?;
    pull::compact_search(workspace).await?;
    let message = if found {
        "Everything about this person was removed from this computer. Ashby still has it; later syncs leave it out."
    } else {
        "Nothing about this person was here. Later syncs leave them out."
    };
    Ok(PersonForgotten { found, message: message.to_owned() })
}

command! {
    /// Removes everything about a person from this computer, and keeps them out of later syncs.
    ForgetPerson, Info::act("forget_person", Tag::ALL), |desk, input: PersonInput| -> PersonForgotten {
        let workspace = desk.workspace()?;
        let id = unified(&workspace, &input.candidate_id)?;
        forget(&workspace, id).await
    }
}

command! {
    /// Lets a forgotten person in again, with the next sync.
    RememberPerson, Info::act("remember_person", Tag::ALL), |desk, input: PersonInput| -> PersonForgotten {
        let workspace = desk.workspace()?;
        let id = unified(&workspace, &input.candidate_id)?;
        let found = workspace.write_local(move |tx| tx.remember(&id)).await?;
        workspace.load_scope().await?;
        if found {
            pull::scope::relist(&workspace).await?;
        }
        let message = if found { "The next sync brings this person back." } else { "This person was not forgotten." };
        Ok(PersonForgotten { found, message: message.to_owned() })
    }
}
