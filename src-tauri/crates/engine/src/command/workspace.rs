//! Opening, connecting and leaving a workspace.

use samara_store::vault::VaultKind;
use samara_store::{WorkspaceFile, WorkspaceKind};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::key::key;
use super::{Info, Nothing, command};
use crate::desk::{Connecting, Phase};
use crate::{Desk, Failure, Tag};

/// How the desk stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum WorkspacePhase {
    /// First run.
    None,
    /// The passphrase is still to be given.
    Locked,
    /// Open.
    Ready,
    /// It could not be opened.
    Failed,
}

/// What a workspace mirrors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "WorkspaceKind", rename_all = "snake_case")]
pub enum Kind {
    /// The demo.
    Demo,
    /// An Ashby organisation.
    Ashby,
}

/// Where secrets are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "VaultKind", rename_all = "snake_case")]
pub enum KeptIn {
    /// The operating system's keychain.
    Keychain,
    /// A file under a passphrase.
    Passphrase,
}

/// What is on the desk.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WorkspaceState {
    /// How the desk stands.
    pub phase: WorkspacePhase,
    /// Demo or Ashby.
    pub kind: Option<Kind>,
    /// What the workspace is called.
    pub name: Option<String>,
    /// Where its secrets are; the demo has none.
    pub vault: Option<KeptIn>,
    /// Why it could not be opened.
    pub failure: Option<Failure>,
    /// Version of the app.
    pub version: String,
}

/// What to keep on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(tag = "kind", rename_all = "snake_case")]
pub enum SyncMode {
    /// Everything.
    All,
    /// Candidates and applications of the last days.
    Recent {
        /// How many days.
        days: u32,
    },
    /// Only what is created from here.
    CreatedOnly,
}

/// Where to keep the secrets.
#[derive(Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(tag = "kind", rename_all = "snake_case")]
pub enum VaultChoice {
    /// The operating system's keychain.
    Keychain,
    /// A file under this passphrase.
    Passphrase {
        /// The passphrase.
        passphrase: String,
    },
}

/// A new connection.
#[derive(Deserialize, TS)]
pub struct ConnectInput {
    /// The key.
    pub api_key: String,
    /// Another base URL than Ashby's own.
    pub base_url: Option<String>,
    /// Where to keep the secrets.
    pub vault: VaultChoice,
    /// What to keep here.
    pub mode: SyncMode,
}

/// What opens a locked workspace.
#[derive(Deserialize, TS)]
pub struct UnlockInput {
    /// The passphrase.
    pub passphrase: String,
}

pub(super) fn state(desk: &Desk) -> WorkspaceState {
    let phase = desk.phase();
    let file: Option<WorkspaceFile> = match &phase {
        Phase::Empty => None,
        Phase::Locked(file) | Phase::Failed(file, _) => Some(file.clone()),
        Phase::Ready(workspace) => Some(workspace.file.clone()),
    };
    WorkspaceState {
        phase: match &phase {
            Phase::Empty => WorkspacePhase::None,
            Phase::Locked(_) => WorkspacePhase::Locked,
            Phase::Ready(_) => WorkspacePhase::Ready,
            Phase::Failed(..) => WorkspacePhase::Failed,
        },
        kind: file.as_ref().map(|file| match file.kind {
            WorkspaceKind::Demo => Kind::Demo,
            WorkspaceKind::Ashby => Kind::Ashby,
        }),
        name: file.as_ref().and_then(|file| file.name.clone()),
        vault: file.as_ref().and_then(|file| match file.vault {
            VaultKind::Keychain => Some(KeptIn::Keychain),
            VaultKind::Passphrase => Some(KeptIn::Passphrase),
            VaultKind::Memory => None,
        }),
        failure: match phase {
            Phase::Failed(_, failure) => Some(failure),
            _ => None,
        },
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

command! {
    /// What is on the desk.
    WorkspaceStateOf, Info::read("workspace_state", &[Tag::Workspace]), |desk, _input: Nothing| -> WorkspaceState {
        Ok(state(desk))
    }
}

command! {
    /// Tries again to open a workspace that could not be opened.
    Reopen, Info::act("reopen", Tag::ALL), |desk, _input: Nothing| -> WorkspaceState {
        desk.open()?;
        Ok(state(desk))
    }
}

command! {
    /// Opens the demo workspace.
    OpenDemo, Info::act("open_demo", Tag::ALL).titled("Open the demo workspace", None), |desk, _input: Nothing| -> WorkspaceState {
        desk.open_demo()?;
        Ok(state(desk))
    }
}

command! {
    /// Connects an Ashby organisation.
    Connect, Info::act("connect", Tag::ALL), |desk, input: ConnectInput| -> WorkspaceState {
        let vault = match input.vault {
            VaultChoice::Keychain => (VaultKind::Keychain, None),
            VaultChoice::Passphrase { passphrase } if passphrase.chars().count() < 8 => {
                return Err(Failure::input("This passphrase is too short.", format!("Use at least 8 characters, not {}.", passphrase.chars().count())));
            }
            VaultChoice::Passphrase { passphrase } => (VaultKind::Passphrase, Some(SecretString::from(passphrase))),
        };
        desk.connect(Connecting {
            api_key: key(&input.api_key)?,
            base_url: desk.base_url(input.base_url.as_deref())?,
            vault,
            mode: match input.mode {
                SyncMode::All => "all".to_owned(),
                SyncMode::Recent { days } => format!("recent:{days}"),
                SyncMode::CreatedOnly => "created-only".to_owned(),
            },
        })?;
        Ok(state(desk))
    }
}

command! {
    /// Opens a locked workspace.
    Unlock, Info::act("unlock", Tag::ALL), |desk, input: UnlockInput| -> WorkspaceState {
        desk.unlock(SecretString::from(input.passphrase))?;
        Ok(state(desk))
    }
}

command! {
    /// Locks the open workspace until its passphrase is given again.
    Lock, Info::act("lock", Tag::ALL), |desk, _input: Nothing| -> WorkspaceState {
        desk.lock()?;
        Ok(state(desk))
    }
}

command! {
    /// Builds the mirror anew from Ashby; the outbox stays.
    RebuildMirror, Info::act("rebuild_mirror", Tag::ALL), |desk, _input: Nothing| -> WorkspaceState {
        desk.rebuild_mirror()?;
        Ok(state(desk))
    }
}

command! {
    /// Removes this workspace from this computer.
    Disconnect, Info::act("disconnect", Tag::ALL), |desk, _input: Nothing| -> WorkspaceState {
        desk.disconnect()?;
        Ok(state(desk))
    }
}
