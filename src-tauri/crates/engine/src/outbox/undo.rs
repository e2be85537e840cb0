//! Taking a move back: before it is sent it never happens, after that the opposite move is sent.

use std::sync::Arc;

use samara_store::table::intent::{Intent, State};

use super::queue::{Queued, queue_back};
use crate::{Failure, Tag, Workspace};

/// Takes an intent back.
///
/// # Errors
/// When there is nothing to take back: it failed, was taken back before, or somebody moved on from it.
pub(crate) async fn undo(workspace: &Arc<Workspace>, id: &str) -> Result<Queued, Failure> {
    let wanted = id.to_owned();
    let intent = workspace.read(move |reading| reading.intent(&wanted)).await?.ok_or_else(unknown)?;
    if intent.undone_by.is_some() {
        return Err(Failure::input("This was taken back before.", "Nothing more is needed."));
    }
    if cancel(workspace, &intent).await? {
        return Ok(Queued {
            intent_id: intent.id,
            label: format!("Not sent: {}", intent.title),
            undo: false,
        });
    }
    match intent.state {
        State::Waiting | State::Sending | State::Done => queue_back(workspace, &intent).await,
        _ => Err(Failure::input(
            "This did not reach Ashby, so there is nothing to take back.",
            "Retry or discard it in Activity.",
        )),
    }
}

/// Takes back the newest intent that can be; `None` when there is none.
pub(crate) async fn undo_last(workspace: &Arc<Workspace>) -> Result<Option<Queued>, Failure> {
    match workspace.read(|reading| reading.last_undoable()).await? {
        Some(intent) => undo(workspace, &intent.id).await.map(Some),
        None => Ok(None),
    }
}

/// Cancels an intent that certainly was not sent yet.
async fn cancel(workspace: &Arc<Workspace>, intent: &Intent) -> Result<bool, Failure> {
    let (id, now) = (intent.id.clone(), workspace.now());
    let cancelled = workspace
        .write_local(move |tx| {
            let Some(mut intent) = tx.intent(&id)? else { return Ok(false) };
            // One attempt may have arrived: then only the opposite move undoes it.
            if intent.state != State::Waiting || intent.attempts > 0 {
                return Ok(false);
            }
            intent.state = State::Cancelled;
            intent.settled_at = Some(now.as_str().to_owned());
            let cancelled = tx.advance(&intent, State::Waiting)?;
            if cancelled {
                tx.lift_stage(&id)?;
            }
            Ok(cancelled)
        })
        .await?;
    if cancelled {
        workspace.changed(&[
            Tag::Pipeline,
            Tag::Candidate,
            Tag::Candidates,
            Tag::Activity,
            Tag::Sync,
            Tag::Jobs,
        ]);
    }
    Ok(cancelled)
}

pub(super) fn unknown() -> Failure {
    Failure::input("This action is not in the list any more.", "Look it up in Activity.")
}
