//! What is kept here, and whether anything is fetched at all.

use serde::Deserialize;
use ts_rs::TS;

use super::sync::{SyncStatus, status};
use super::workspace::SyncMode;
use super::{Info, command};
use crate::pull::{Mode, scope};
use crate::{Failure, Tag, connection};

/// Another mode.
#[derive(Debug, Deserialize, TS)]
pub struct SyncModeInput {
    /// What to keep here.
    pub mode: SyncMode,
}

/// Which application.
#[derive(Debug, Deserialize, TS)]
pub struct TrackInput {
    /// Ashby's id of the application, `remote:` before it or not.
    pub application_id: String,
}

/// Whether the connection is on.
#[derive(Debug, Deserialize, TS)]
pub struct ConnectionInput {
    /// On, or switched off.
    pub active: bool,
}

command! {
    /// Keeps more or less here. What is kept no more is marked deleted; until the next good sync the data counts as
    /// expired.
    SetSyncMode, Info::act("set_sync_mode", Tag::ALL), |desk, input: SyncModeInput| -> SyncStatus {
        let mode = match input.mode {
            SyncMode::All => Mode::All,
            SyncMode::Recent { days: days @ 1..=3_650 } => Mode::Recent(days),
            SyncMode::Recent { .. } => {
                return Err(Failure::input("This is no number of days.", "Give 1 to 3650."));
            }
            SyncMode::CreatedOnly => Mode::CreatedOnly,
        };
        scope::switch(&desk.workspace()?, mode).await?;
        status(desk).await
    }
}

command! {
    /// Imports one application with its candidate, in whatever mode.
    TrackApplication, Info::act("track_application", Tag::ALL), |desk, input: TrackInput| -> SyncStatus {
        let id = input.application_id.trim();
        let id = id.strip_prefix("remote:").unwrap_or(id);
        if id.is_empty() {
            return Err(Failure::input("An application's id is missing.", "Copy it from the application's page in Ashby."));
        }
        scope::track(&desk.workspace()?, id).await?;
        status(desk).await
    }
}

command! {
    /// Switches the connection on or off; what is here stays readable.
    SetConnection, Info::act("set_connection", &[Tag::Sync]), |desk, input: ConnectionInput| -> SyncStatus {
        let workspace = desk.workspace()?;
        connection::switch(&workspace, input.active).await?;
        if input.active {
            workspace.sync_now(false);
        }
        status(desk).await
    }
}
