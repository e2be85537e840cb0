//! Opening, connecting and leaving a workspace, and what its key may do.

use samara_ashby::endpoint as api;
use samara_ashby::{Client, Error as ApiError, Lane};
use samara_store::vault::VaultKind;
use samara_store::{WorkspaceFile, WorkspaceKind};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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

/// A key to be checked.
#[derive(Deserialize, TS)]
pub struct KeyCheckInput {
    /// The key.
    pub api_key: String,
    /// Another base URL than Ashby's own.
    pub base_url: Option<String>,
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

/// Whether something is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum Access {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Ashby does not tell without trying.
    Unknown,
}

/// What a key may do in one module.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ModuleAccess {
    /// Ashby's name of the module.
    pub module: String,
    /// Read.
    pub read: Access,
    /// Write.
    pub write: Access,
    /// What Samara needs it for.
    pub used_for: String,
}

/// What a key may do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KeyReport {
    /// The key's name in Ashby.
    pub title: Option<String>,
    /// Whether the key could tell about itself; otherwise reads were tried.
    pub introspected: bool,
    /// Module by module.
    pub modules: Vec<ModuleAccess>,
    /// What will be missing, in sentences.
    pub missing: Vec<String>,
}

fn state(desk: &Desk) -> WorkspaceState {
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
    /// Checks a key before it is kept.
    CheckKey, Info::act("check_key", &[]), |desk, input: KeyCheckInput| -> KeyReport {
        let base_url = desk.base_url(input.base_url.as_deref())?;
        check_key(&desk.trial(&base_url, key(&input.api_key)?)?).await
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

fn key(text: &str) -> Result<SecretString, Failure> {
    let text = text.trim();
    if text.is_empty() || text.chars().any(|character| character.is_whitespace() || character.is_control()) {
        return Err(Failure::input(
            "This is not an API key.",
            "Copy the key from Ashby anew: one line without spaces.",
        ));
    }
    Ok(SecretString::from(text.to_owned()))
}

command! {
    /// Opens a locked workspace.
    Unlock, Info::act("unlock", Tag::ALL), |desk, input: UnlockInput| -> WorkspaceState {
        desk.unlock(SecretString::from(input.passphrase))?;
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

command! {
    /// What the key of the open workspace may do.
    KeyReportOf, Info::read("key_report", &[Tag::Workspace]), |desk, _input: Nothing| -> KeyReport {
        check_key(&desk.workspace()?.client).await
    }
}

/// The modules Samara uses, and what for.
const MODULES: [(&str, &str, &str); 7] = [
    (
        "candidates",
        "Candidates, applications, notes and résumés; moving people needs write",
        "candidates and pipelines",
    ),
    ("jobs", "Jobs and their postings", "jobs and postings"),
    ("interviews", "Interview plans: the stages of every pipeline", "the stages of pipelines"),
    (
        "hiringProcessMetadata",
        "Tags, sources, reasons for rejecting, custom fields",
        "tags, sources and reasons",
    ),
    (
        "organization",
        "Users, departments, locations, hiring roles",
        "people of the team, departments and locations",
    ),
    ("offers", "Offers", "offers"),
    ("apiKeys", "Lets the key tell its own permissions", "an exact list of permissions"),
];

/// Finds out what a key may do: from the key itself, or by trying one harmless read per module.
///
/// # Errors
/// When Ashby cannot be reached or does not accept the key.
pub async fn check_key(client: &Client) -> Result<KeyReport, Failure> {
    match client.call::<api::ApiKeyGet>(Lane::Read, &api::NoParams {}).await {
        Ok(reply) => Ok(report(reply.results.title, true, |module, right| {
            let granted = reply.results.scopes.iter().any(|scope| *scope == format!("{module}:{right}"));
            if granted { Access::Yes } else { Access::No }
        })),
        Err(ApiError::Forbidden { permission_missing: true, .. }) => probe(client).await,
        Err(error) => Err(error.into()),
    }
}

async fn probe(client: &Client) -> Result<KeyReport, Failure> {
    let tried = [
        (
            "candidates",
            tried(
                client
                    .page::<api::CandidateList>(Lane::Read, &api::CandidateListParams::default(), None, None)
                    .await,
            )?,
        ),
        (
            "jobs",
            tried(client.page::<api::JobList>(Lane::Read, &api::JobListParams::default(), None, None).await)?,
        ),
        (
            "interviews",
            tried(
                client
                    .page::<api::InterviewPlanList>(Lane::Read, &api::ArchivedParams::default(), None, None)
                    .await,
            )?,
        ),
        (
            "hiringProcessMetadata",
            tried(
                client.page::<api::SourceList>(Lane::Read, &api::ArchivedParams::default(), None, None).await,
            )?,
        ),
        (
            "organization",
            tried(
                client
                    .page::<api::LocationList>(Lane::Read, &api::ArchivedParams::default(), None, None)
                    .await,
            )?,
        ),
        ("apiKeys", Access::No),
    ];
    Ok(report(None, false, |module, right| match right {
        "read" => {
            tried.iter().find(|(name, _)| *name == module).map_or(Access::Unknown, |(_, access)| *access)
        }
        _ => Access::Unknown,
    }))
}

fn tried<T>(outcome: Result<T, ApiError>) -> Result<Access, Failure> {
    match outcome {
        Ok(_) => Ok(Access::Yes),
        Err(ApiError::Forbidden { permission_missing: true, .. }) => Ok(Access::No),
        Err(error) => Err(error.into()),
    }
}

fn report(title: Option<String>, introspected: bool, access: impl Fn(&str, &str) -> Access) -> KeyReport {
    let mut missing = Vec::new();
    let modules = MODULES
        .iter()
        .map(|(module, used_for, what)| {
            let (read, write) = (access(module, "read"), access(module, "write"));
            if read == Access::No && *module != "apiKeys" {
                missing.push(format!("Without {module}Read Samara shows no {what}."));
            }
            if *module == "candidates" && write == Access::No {
                missing.push(
                    "Without candidatesWrite Samara can show pipelines but not move anybody.".to_owned(),
                );
            }
            ModuleAccess { module: (*module).to_owned(), read, write, used_for: (*used_for).to_owned() }
        })
        .collect();
    KeyReport { title, introspected, modules, missing }
}
