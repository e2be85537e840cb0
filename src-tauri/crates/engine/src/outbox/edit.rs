//! Asking for a failed action again with another input.

use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use samara_store::table::intent::{Intent, State};
use serde_json::{Value, json};

use super::queue::{self, Queued};
use super::{settle, undo};
use crate::{Failure, Workspace};

/// Keeps the corrected intent, then gives the other one up: whatever happens between, nothing is lost.
///
/// # Errors
/// When the intent may have arrived, or the new input cannot be carried out; everything stays as it was then.
pub(crate) async fn edit(workspace: &Arc<Workspace>, id: &str, mut input: Value) -> Result<Queued, Failure> {
    let _turn = workspace.turn().await?;
    let wanted = id.to_owned();
    let intent = workspace.read(move |reading| reading.intent(&wanted)).await?.ok_or_else(undo::unknown)?;
    if !matches!(intent.state, State::Failed | State::Conflict) {
        return Err(Failure::input(
            "Only what failed, or waits for a decision, can be changed.",
            "Take it back or discard it, then ask for it anew.",
        ));
    }
    keep_file(workspace, &intent, &mut input).await?;
    let queued = queue::queue_next(workspace, &intent.action, input, None).await?;
    settle::discard_next(workspace, id).await?;
    Ok(queued)
}

/// A file that is not given anew is the one that was to be sent.
async fn keep_file(workspace: &Arc<Workspace>, intent: &Intent, input: &mut Value) -> Result<(), Failure> {
    let Some(attachment) = input.get_mut("attachment").and_then(Value::as_object_mut) else { return Ok(()) };
    if attachment.contains_key("data") || attachment.contains_key("data_url") {
        return Ok(());
    }
    let id = intent.id.clone();
    if let Some(bytes) = workspace.read(move |reading| reading.spooled(&id, 1)).await? {
        attachment.insert("data".to_owned(), json!(BASE64_STANDARD.encode(bytes)));
    }
    Ok(())
}
