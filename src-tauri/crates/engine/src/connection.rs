//! Whether the connection to Ashby works, as the unified API tells it.

use std::sync::Arc;

use serde::Serialize;
use ts_rs::TS;

use crate::pull::Outcome;
use crate::{Code, Failure, Workspace};

/// The state of the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[ts(rename = "ConnectionStatus", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Connection {
    /// It works, as far as is known.
    Active,
    /// Ashby does not accept the key: nothing is synced until a person acts.
    Invalid,
    /// Switched off by a person.
    Inactive,
}

/// How far the set-up is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[ts(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SetupStatus {
    /// No key yet.
    Incomplete,
    /// The first sync has not ended.
    FinalSyncPending,
    /// All main tables have been listed once.
    Completed,
}

/// In `local.db`: whether a person switched the connection off.
const SWITCHED_OFF: &str = "connection.switched_off";
/// In the mirror: that Ashby refused the key last.
const REFUSED: &str = "connection.refused";

/// The state of the connection.
pub(crate) async fn of(workspace: &Arc<Workspace>) -> Result<Connection, Failure> {
    if left_until(workspace).is_some() {
        return Ok(Connection::Inactive);
    }
    workspace.read(read).await
}

fn read(reading: &samara_store::Reading<'_>) -> samara_store::Result<Connection> {
    if reading.setting(SWITCHED_OFF)?.as_deref() == Some("yes") {
        return Ok(Connection::Inactive);
    }
    Ok(if reading.state(REFUSED)?.is_some() { Connection::Invalid } else { Connection::Active })
}

/// Switches the connection on or off.
pub(crate) async fn switch(workspace: &Arc<Workspace>, active: bool) -> Result<(), Failure> {
    let word = if active { "no" } else { "yes" };
    workspace.write_local(move |tx| tx.set_setting(SWITCHED_OFF, word)).await
}

/// Until when a workspace that was disconnected can still be read; also where another process disconnected it.
fn left_until(workspace: &Workspace) -> Option<String> {
    let known = workspace.folder.workspace().ok().flatten();
    known.and_then(|file| file.remove_at).or_else(|| workspace.file.remove_at.clone())
}

/// Whether nothing is to be asked or sent.
pub(crate) async fn is_off(workspace: &Arc<Workspace>) -> Result<bool, Failure> {
    Ok(of(workspace).await? == Connection::Inactive)
}

/// Fails while it is switched off.
pub(crate) async fn ensure_on(workspace: &Arc<Workspace>) -> Result<(), Failure> {
    if let Some(until) = left_until(workspace) {
        return Err(Failure::new(
            Code::Inactive,
            format!("This workspace was disconnected; what is here can be read until {until}."),
            "To go on with it, give it an API key again (on the command line: samara key).",
        ));
    }
    match of(workspace).await? {
        Connection::Inactive => Err(Failure::new(
            Code::Inactive,
            "The connection to Ashby is switched off.",
            "Switch it on again in the settings (on the command line: samara resume).",
        )),
        Connection::Active | Connection::Invalid => Ok(()),
    }
}

/// Notes what a run showed of the key.
pub(crate) async fn note(workspace: &Arc<Workspace>, outcome: &Outcome) -> Result<(), Failure> {
    let refused = outcome.failures.iter().any(|(_, failure)| failure.code == Code::AuthenticationInvalid);
    let reached = outcome.records > 0 || outcome.failures.is_empty();
    if !refused && !reached {
        return Ok(());
    }
    workspace.write_mirror(move |tx| tx.set_state(REFUSED, refused.then_some("yes"))).await
}
