//! Taking a move back: before it is sent it never happens, after that the opposite move is sent.

use std::sync::Arc;

use samara_store::LocalTx;
use samara_store::table::intent::{Intent, State};

use super::action::OPPOSITE;
use super::intention::Intention;
use super::provisional;
use super::queue::{self, PreImage, Queued, queue_back};
use crate::{Code, Failure, Tag, Workspace};

/// Takes an intent back.
///
/// # Errors
/// When there is nothing to take back: it failed, was taken back before, or somebody moved on from it.
pub(crate) async fn undo(workspace: &Arc<Workspace>, id: &str) -> Result<Queued, Failure> {
    let _turn = workspace.turn().await?;
    take_back(workspace, id).await
}

async fn take_back(workspace: &Arc<Workspace>, id: &str) -> Result<Queued, Failure> {
    let wanted = id.to_owned();
    let intent = workspace.read(move |reading| reading.intent(&wanted)).await?.ok_or_else(unknown)?;
    match intent.gesture.clone() {
        Some(gesture) => all(workspace, &gesture).await,
        None => one(workspace, intent).await,
    }
}

/// Takes back what one gesture asked for, newest first; what cannot be taken back is left as it is.
async fn all(workspace: &Arc<Workspace>, gesture: &str) -> Result<Queued, Failure> {
    let wanted = gesture.to_owned();
    let intents = workspace.read(move |reading| reading.gesture(&wanted)).await?;
    let undoes = intents.iter().map(|intent| intent.id.clone()).collect();
    let (mut taken, mut refused): (Vec<Queued>, Option<Failure>) = (Vec::new(), None);
    for intent in intents.into_iter().rev() {
        match one(workspace, intent).await {
            Ok(queued) => taken.push(queued),
            Err(failure) if matches!(failure.code, Code::InputInvalid | Code::AlreadySo) => {
                refused = Some(failure);
            }
            Err(failure) => return Err(failure),
        }
    }
    let count = taken.len();
    let last = taken.pop().ok_or_else(|| refused.unwrap_or_else(unknown))?;
    let label = if count == 1 { last.label } else { format!("Took back {count} actions") };
    Ok(Queued { label, undoes, ..last })
}

async fn one(workspace: &Arc<Workspace>, intent: Intent) -> Result<Queued, Failure> {
    if intent.undone_by.is_some() {
        return Err(Failure::input("This was taken back before.", "Nothing more is needed."));
    }
    if cancel(workspace, &intent).await? {
        return Ok(Queued {
            undoes: vec![intent.id.clone()],
            intent_id: intent.id,
            label: format!("Not sent: {}", intent.title),
            undo: false,
        });
    }
    match intent.state {
        State::Waiting | State::Sending | State::Done | State::Partial => back(workspace, &intent).await,
        _ => Err(Failure::input(
            "This did not reach Ashby, so there is nothing to take back.",
            "Retry or discard it in Activity.",
        )),
    }
}

/// Asks for the opposite.
async fn back(workspace: &Arc<Workspace>, intent: &Intent) -> Result<Queued, Failure> {
    if intent.action == queue::MAIL {
        return Err(Failure::input(
            "The mail to the candidate is on its way and cannot be taken back.",
            "Move the application to a stage if the rejection itself was wrong.",
        ));
    }
    if let Some(back) = Intention::of(intent).ok().and_then(|intention| intention.back) {
        let queued = queue::queue_next(workspace, &back.action, back.input, Some(intent.id.clone())).await?;
        // What is sent is the same kind of change: its own words would tell of another one.
        return Ok(Queued { label: format!("Took back: {}", intent.title), ..queued });
    }
    let opposite = match intent.action.as_str() {
        queue::MOVE | queue::REJECT | queue::TRANSFER => return queue_back(workspace, intent).await,
        queue::ADD_TAG => queue::REMOVE_TAG,
        queue::REMOVE_TAG => queue::ADD_TAG,
        _ => {
            return Err(Failure::input(
                "This has reached Ashby and cannot be taken back from here.",
                "Notes, files and links can only be removed in Ashby itself.",
            ));
        }
    };
    let input = serde_json::from_str(&intent.input).map_err(|_| Failure::defect("input"))?;
    queue::queue_next(workspace, opposite, input, Some(intent.id.clone())).await
}

/// Takes back the newest intent that can be; `None` when there is none.
pub(crate) async fn undo_last(workspace: &Arc<Workspace>) -> Result<Option<Queued>, Failure> {
    let _turn = workspace.turn().await?;
    match workspace.read(|reading| reading.last_undoable(OPPOSITE)).await? {
        Some(intent) => take_back(workspace, &intent.id).await.map(Some),
        None => Ok(None),
    }
}

/// Cancels an intent that certainly was not sent yet.
pub(super) async fn cancel(workspace: &Arc<Workspace>, intent: &Intent) -> Result<bool, Failure> {
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
        if provisional::makes(&intent.action) {
            provisional::reconcile(workspace).await?;
        }
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
    tx.lift(&intent.id)?;
    tx.unspool(&intent.id)?;
    if let Some(undone) = &intent.undoes {
        tx.set_undone_by(undone, None)?;
    }
    // What cannot be read has moved nothing.
    let Ok(intention) = Intention::of(intent) else { return Ok(()) };
    if let Some(provisional) = &intention.provisional {
        return call_off_followers(tx, intent, provisional.candidate.is_some());
    }
    let Some(gone) = intention.place else { return Ok(()) };
    let Some(mut next) = tx.next_waiting(intent)? else { return Ok(()) };
    let mut intention = Intention::of(&next)?;
    let Some(wanted) = intention.place.take() else { return Ok(()) };
    // After a move to another job that does not happen, its stages are not those of the plan any more.
    if next.attempts > 0 || wanted.from != gone.to || gone.transfer.is_some() {
        return Ok(());
    }
    intention.place = Some(PreImage { from: gone.from, from_id: gone.from_id, ..wanted });
    next.pre_image = serde_json::to_string(&intention)?;
    tx.advance(&next, State::Waiting).map(drop)
}

/// What was asked for about somebody who will not come is not sent either.
fn call_off_followers(tx: &LocalTx<'_>, made_by: &Intent, person: bool) -> samara_store::Result<()> {
    for mut follower in tx.followers(made_by, person)? {
        follower.state = State::Cancelled;
        follower.settled_at.clone_from(&made_by.settled_at);
        if tx.advance(&follower, State::Waiting)? {
            tx.lift(&follower.id)?;
            tx.unspool(&follower.id)?;
        }
    }
    Ok(())
}

pub(super) fn unknown() -> Failure {
    Failure::input("This action is not in the list any more.", "Look it up in Activity.")
}
