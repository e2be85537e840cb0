//! Taking a move back: before it is sent it never happens, after that the opposite move is sent.

use std::sync::Arc;

use samara_store::LocalTx;
use samara_store::table::intent::{Intent, State};

use super::queue::{PreImage, Queued, queue_back};
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
                withdraw(tx, &intent)?;
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

/// Takes out of the line what will not be sent: what was asked for on top of it begins where it began, and what it
/// took back can be taken back again.
pub(super) fn withdraw(tx: &LocalTx<'_>, intent: &Intent) -> samara_store::Result<()> {
    tx.lift_stage(&intent.id)?;
    if let Some(undone) = &intent.undoes {
        tx.set_undone_by(undone, None)?;
    }
    let Some(mut next) = tx.next_waiting(intent)? else { return Ok(()) };
    let gone: PreImage = serde_json::from_str(&intent.pre_image)?;
    let wanted: PreImage = serde_json::from_str(&next.pre_image)?;
    if next.attempts > 0 || wanted.from != gone.to {
        return Ok(());
    }
    let wanted = PreImage { from: gone.from, from_id: gone.from_id, ..wanted };
    next.pre_image = serde_json::to_string(&wanted)?;
    tx.advance(&next, State::Waiting).map(drop)
}

pub(super) fn unknown() -> Failure {
    Failure::input("This action is not in the list any more.", "Look it up in Activity.")
}
