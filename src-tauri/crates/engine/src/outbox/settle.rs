//! What a person decides about an intent that cannot go on by itself.

use std::sync::Arc;

use samara_store::table::intent::{Intent, State};

use super::clash::Clash;
use super::intention::Intention;
use super::provisional;
use super::undo::{unknown, withdraw};
use crate::{Failure, Tag, Workspace};

/// Sends a failed or unconfirmed intent again; Ashby is asked first whether it arrived after all.
pub(crate) async fn retry(workspace: &Arc<Workspace>, id: &str) -> Result<(), Failure> {
    let _turn = workspace.turn().await?;
    change(workspace, id, &[State::Failed, State::Unconfirmed, State::Partial], Change::Again).await
}

/// Gives an intent up; nothing is sent.
pub(crate) async fn discard(workspace: &Arc<Workspace>, id: &str) -> Result<(), Failure> {
    let _turn = workspace.turn().await?;
    discard_next(workspace, id).await
}

/// The same for who holds the turn.
pub(super) async fn discard_next(workspace: &Arc<Workspace>, id: &str) -> Result<(), Failure> {
    const OPEN: &[State] =
        &[State::Waiting, State::Failed, State::Unconfirmed, State::Conflict, State::Partial];
    change(workspace, id, OPEN, Change::GiveUp).await
}

/// Decides a conflict: mine sends the move from where Ashby has it now, theirs gives it up.
pub(crate) async fn decide(workspace: &Arc<Workspace>, id: &str, mine: bool) -> Result<(), Failure> {
    let _turn = workspace.turn().await?;
    change(workspace, id, &[State::Conflict], if mine { Change::FromTheirs } else { Change::GiveUp }).await
}

#[derive(Clone, Copy)]
enum Change {
    Again,
    FromTheirs,
    GiveUp,
}

async fn change(
    workspace: &Arc<Workspace>,
    id: &str,
    from: &'static [State],
    change: Change,
) -> Result<(), Failure> {
    let (id, now) = (id.to_owned(), workspace.now());
    let changed = workspace
        .write_local(move |tx| {
            let Some(mut intent) = tx.intent(&id)? else { return Ok(None) };
            if !from.contains(&intent.state) {
                return Ok(Some(false));
            }
            let before = intent.state;
            apply(&mut intent, change, now.as_str())?;
            let moved = tx.advance(&intent, before)?;
            if moved && intent.state == State::Waiting {
                Intention::of(&intent)?.show(tx, intent.seq, &intent)?;
            } else if moved {
                tx.unspool(&intent.id)?;
                if intent.state == State::Cancelled {
                    withdraw(tx, &intent)?;
                }
            }
            Ok(Some(moved))
        })
        .await?;
    match changed {
        None => return Err(unknown()),
        Some(false) => {
            return Err(Failure::input(
                "This action has moved on meanwhile.",
                "Look at its present state in Activity.",
            ));
        }
        Some(true) => {}
    }
    provisional::reconcile(workspace).await?;
    workspace.changed(&[Tag::Activity, Tag::Sync, Tag::Pipeline, Tag::Candidate, Tag::Candidates, Tag::Jobs]);
    workspace.send.notify_one();
    Ok(())
}

fn apply(intent: &mut Intent, change: Change, now: &str) -> samara_store::Result<()> {
    match change {
        Change::GiveUp => {
            // What is done in part stays done: only the rest is given up.
            intent.state = if intent.state == State::Partial { State::Done } else { State::Cancelled };
            intent.settled_at = Some(now.to_owned());
            return Ok(());
        }
        Change::FromTheirs => {
            let clash: Option<Clash> = intent.conflict.as_deref().map(serde_json::from_str).transpose()?;
            let mut intention = Intention::of(intent)?;
            if let Some((clash, pre_image)) = clash.zip(intention.place.as_mut()) {
                pre_image.from = clash.theirs_remote;
                pre_image.from_id = clash.theirs;
                (pre_image.last_stay, pre_image.last_reason) = (None, None);
            }
            intention.overruled = true;
            intent.pre_image = serde_json::to_string(&intention)?;
        }
        Change::Again => {}
    }
    intent.state = State::Waiting;
    intent.settled_at = None;
    intent.failure = None;
    intent.conflict = None;
    now.clone_into(&mut intent.not_before);
    Ok(())
}
