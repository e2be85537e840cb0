//! Wishes that cancel each other before either is sent.

use std::sync::Arc;

use samara_store::table::intent::{Intent, State};

use super::action::{ADD_PROJECT, REMOVE_PROJECT};
use super::intention::Intention;
use super::queue::{ADD_TAG, Draft, MOVE, PreImage, REMOVE_TAG};
use crate::{Failure, Workspace};

/// The action that takes another one's effect away, and the kinds of overlay both are shown by.
fn opposite(action: &str) -> Option<(&'static str, [&'static str; 2])> {
    const TAGS: [&str; 2] = ["tag", "untag"];
    const PROJECTS: [&str; 2] = ["project", "unproject"];
    Some(match action {
        ADD_TAG => (REMOVE_TAG, TAGS),
        REMOVE_TAG => (ADD_TAG, TAGS),
        ADD_PROJECT => (REMOVE_PROJECT, PROJECTS),
        REMOVE_PROJECT => (ADD_PROJECT, PROJECTS),
        _ => return None,
    })
}

/// The newest intent about the same thing that was not sent yet and that this one is the opposite of.
pub(super) async fn unsent(workspace: &Arc<Workspace>, draft: &Draft) -> Result<Option<Intent>, Failure> {
    if let Some(place) = draft.intention.place.as_ref().filter(|_| draft.action == MOVE) {
        return unsent_move(workspace, draft, place).await;
    }
    let Some((opposite, kinds)) = opposite(draft.action) else { return Ok(None) };
    let (candidate, shown) = (draft.candidate_id.clone(), draft.intention.shown.first().cloned());
    let waiting = workspace.read(move |reading| reading.changes(&candidate)).await?;
    let alike =
        |value: &str| shown.as_ref().is_some_and(|shown| shown.value.to_lowercase() == value.to_lowercase());
    let newest = waiting
        .into_iter()
        .rev()
        .find(|change| kinds.contains(&change.kind.as_str()) && alike(&change.value));
    let Some(newest) = newest else { return Ok(None) };
    let id = newest.intent_id;
    let intent = workspace.read(move |reading| reading.intent(&id)).await?;
    Ok(intent.filter(|it| it.action == opposite && untouched(it)))
}

/// The unsent move that this one takes back to where it began.
async fn unsent_move(
    workspace: &Arc<Workspace>,
    draft: &Draft,
    place: &PreImage,
) -> Result<Option<Intent>, Failure> {
    let application = draft.application_id.clone().unwrap_or_default();
    let intent = workspace
        .read(move |reading| match reading.overlay(&application)? {
            Some(overlay) => reading.intent(&overlay.intent_id),
            None => Ok(None),
        })
        .await?;
    Ok(intent.filter(|it| {
        let began = Intention::of(it).ok().and_then(|intention| intention.place);
        // One that takes another back is not undone by a gesture that happens to look the same.
        it.action == MOVE
            && it.undoes.is_none()
            && untouched(it)
            && began.is_some_and(|began| began.from == place.to && began.to == place.from)
    }))
}

fn untouched(intent: &Intent) -> bool {
    intent.state == State::Waiting && intent.attempts == 0
}
