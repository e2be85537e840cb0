//! The desk: the one place a host (window, command line, test) talks to. It opens, unlocks, connects and closes the
//! workspace in a data folder.

mod options;

use std::sync::{Arc, RwLock};

use samara_ashby::{BaseUrl, Client, Config, Transport};
use samara_store::vault::{self, PassphraseVault, RecoveryCode, Secrets, Vault, VaultKind};
use samara_store::{Folder, Keys, Store, WorkspaceFile, WorkspaceKind};
use secrecy::SecretString;
use tokio::sync::Notify;

pub use options::{Connecting, Options, Ports};

use crate::demo::{self, InProcess};
use crate::notice::{Notices, Tag};
use crate::workspace::Parts;
use crate::{Code, Failure, Workspace};

/// Coming back to the window asks for a delta when the last began longer ago.
const FOCUS_AFTER: chrono::TimeDelta = chrono::TimeDelta::minutes(1);

/// What is on the desk.
#[derive(Clone)]
pub(crate) enum Phase {
    /// Nothing yet: first run.
    Empty,
    /// A workspace whose passphrase is still to be given.
    Locked(WorkspaceFile),
    /// An open workspace.
    Ready(Arc<Workspace>),
    /// A workspace that could not be opened; nothing of it was changed.
    Failed(WorkspaceFile, Failure),
}

/// The desk.
pub struct Desk {
    folder: Folder,
    pub(crate) ports: Ports,
    options: Options,
    phase: RwLock<Phase>,
    turned: Notify,
    /// Tells what changed.
    pub notices: Notices,
}

impl Desk {
    /// A desk on a data folder. Call [`Desk::open`] next.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn new(options: Options, ports: Ports) -> Result<Self, Failure> {
        let folder = Folder::open(&options.data_dir)?;
        Ok(Self {
            folder,
            ports,
            options,
            phase: RwLock::new(Phase::Empty),
            turned: Notify::new(),
            notices: Notices::default(),
        })
    }

    /// The base URL of a new connection: the one named, else the host's.
    pub(crate) fn base_url(&self, named: Option<&str>) -> Result<BaseUrl, Failure> {
        parse_base_url(named.unwrap_or(&self.options.base_url))
    }

    pub(crate) fn phase(&self) -> Phase {
        self.phase.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    fn set_phase(&self, phase: Phase) {
        *self.phase.write().unwrap_or_else(std::sync::PoisonError::into_inner) = phase;
        self.turned.notify_one();
        self.notices.tell(Tag::ALL);
    }

    /// Pulls and sends for whichever workspace is open, for as long as this future is polled.
    pub async fn live(&self) {
        loop {
            match self.phase() {
                Phase::Ready(workspace) => tokio::select! {
                    () = workspace.live() => {}
                    () = self.turned.notified() => {}
                },
                _ => self.turned.notified().await,
            }
        }
    }

    /// The recruiter has come back to the window: what changed meanwhile is worth a look.
    pub fn focused(&self) {
        if let Phase::Ready(workspace) = self.phase() {
            workspace.sync_if_older(FOCUS_AFTER);
        }
    }

    /// The open workspace.
    ///
    /// # Errors
    /// What stands between the desk and an open workspace.
    pub fn workspace(&self) -> Result<Arc<Workspace>, Failure> {
        match self.phase() {
            Phase::Ready(workspace) => Ok(workspace),
            Phase::Empty => Err(Failure::no_workspace()),
            Phase::Locked(_) => Err(Failure::new(
                Code::VaultLocked,
                "This workspace is locked.",
                "Give its passphrase (on the command line in SAMARA_PASSPHRASE).",
            )),
            Phase::Failed(_, failure) => Err(failure),
        }
    }

    /// Opens what lives in the data folder, if anything. A failure is kept to be shown, not returned.
    ///
    /// # Errors
    /// When the folder itself cannot be read.
    pub fn open(&self) -> Result<(), Failure> {
        let Some(file) = self.folder.workspace()? else {
            self.set_phase(Phase::Empty);
            return Ok(());
        };
        if file.kind == WorkspaceKind::Demo {
            return self.open_demo();
        }
        let vault = match (file.vault, &self.options.passphrase) {
            (VaultKind::Passphrase, None) => {
                self.set_phase(Phase::Locked(file));
                return Ok(());
            }
            (kind, passphrase) => self.vault(kind, passphrase.clone()),
        };
        self.open_with(file, vault.as_ref());
        Ok(())
    }

    /// Opens a locked workspace.
    ///
    /// # Errors
    /// When the passphrase does not fit; the workspace stays locked.
    pub fn unlock(&self, passphrase: SecretString) -> Result<(), Failure> {
        let file = self.folder.workspace()?.ok_or_else(Failure::no_workspace)?;
        let vault = self.vault(VaultKind::Passphrase, Some(passphrase));
        let secrets = vault.load(&file.id)?;
        self.ready(file, &secrets);
        Ok(())
    }

    /// Locks an open workspace: nothing is read, pulled or sent until its passphrase is given again.
    ///
    /// # Errors
    /// When none is open, or it has no passphrase.
    pub fn lock(&self) -> Result<(), Failure> {
        let workspace = self.workspace()?;
        if workspace.file.vault != VaultKind::Passphrase {
            return Err(Failure::input(
                "This workspace has no passphrase.",
                "It is locked with the computer; connect with a passphrase to lock it apart.",
            ));
        }
        self.set_phase(Phase::Locked(workspace.file.clone()));
        Ok(())
    }

    fn vault(&self, kind: VaultKind, passphrase: Option<SecretString>) -> Arc<dyn Vault> {
        match (kind, passphrase) {
            (VaultKind::Passphrase, Some(passphrase)) => {
                Arc::new(PassphraseVault::new(self.folder.sealed_vault(), passphrase))
            }
            _ => Arc::clone(&self.ports.keychain),
        }
    }

    fn open_with(&self, file: WorkspaceFile, vault: &dyn Vault) {
        match vault.load(&file.id) {
            Ok(secrets) => self.ready(file, &secrets),
            Err(error) => self.set_phase(Phase::Failed(file, error.into())),
        }
    }

    fn ready(&self, file: WorkspaceFile, secrets: &Secrets) {
        let opened =
            self.assemble(file.clone(), self.folder.clone(), secrets, Arc::clone(&self.ports.transport));
        self.set_phase(match opened {
            Ok(workspace) => Phase::Ready(workspace),
            Err(failure) => Phase::Failed(file, failure),
        });
    }

    fn assemble(
        &self,
        file: WorkspaceFile,
        folder: Folder,
        secrets: &Secrets,
        transport: Arc<dyn Transport>,
    ) -> Result<Arc<Workspace>, Failure> {
        let store = Store::open(
            &folder,
            &Keys { mirror: secrets.mirror_key.clone(), local: secrets.local_key.clone() },
        )?;
        let client = self.client(&file.base_url, secrets.api_key.clone(), transport)?;
        Workspace::new(Parts {
            local_key: secrets.local_key.clone(),
            file,
            folder,
            store,
            client,
            clock: Arc::clone(&self.ports.clock),
            entropy: Arc::clone(&self.ports.entropy),
            notices: self.notices.clone(),
            text: Arc::clone(&self.ports.text),
            grace: self.options.grace,
        })
    }

    fn client(
        &self,
        base_url: &str,
        api_key: Option<SecretString>,
        transport: Arc<dyn Transport>,
    ) -> Result<Client, Failure> {
        let config = Config {
            base_url: parse_base_url(base_url)?,
            api_key: api_key.unwrap_or_else(|| SecretString::from(String::new())),
            acting_user: None,
            clock: Arc::clone(&self.ports.clock),
            entropy: Arc::clone(&self.ports.entropy),
        };
        Ok(Client::new(config, transport))
    }

    /// A client for a key that is not connected yet.
    pub(crate) fn trial(&self, base_url: &BaseUrl, api_key: SecretString) -> Result<Client, Failure> {
        self.client(base_url.as_str(), Some(api_key), Arc::clone(&self.ports.transport))
    }

    /// Opens the demo workspace on throw-away keys, in a folder that is emptied first.
    ///
    /// # Errors
    /// When a workspace is connected, or the folder cannot be used.
    pub fn open_demo(&self) -> Result<(), Failure> {
        if let Some(file) = self.folder.workspace()?
            && file.kind == WorkspaceKind::Ashby
        {
            return Err(Failure::input(
                "An Ashby workspace is connected here.",
                "Disconnect it first, or use another data folder for the demo.",
            ));
        }
        // The old demo's files are in use until nobody holds its workspace.
        self.set_phase(Phase::Empty);
        let name = format!("demo-{:016x}", self.ports.entropy.next_u64());
        let folder = Folder::open(self.folder.root().join("demo").join(&name))?;
        let file = WorkspaceFile {
            id: "demo".to_owned(),
            kind: WorkspaceKind::Demo,
            vault: VaultKind::Memory,
            base_url: demo::BASE_URL.to_owned(),
            name: Some("Halden Robotics".to_owned()),
            mode: "all".to_owned(),
        };
        self.folder.remove_other_demos(&name);
        self.folder.set_workspace(&file)?;
        let transport = Arc::new(InProcess::demo(Arc::clone(&self.ports.clock)));
        // The emulator takes any key, but as Ashby does it wants one.
        let secrets = Secrets::generate(Some(SecretString::from("demo".to_owned())))?;
        let workspace = self.assemble(file, folder, &secrets, transport)?;
        self.set_phase(Phase::Ready(workspace));
        Ok(())
    }

    /// Connects an Ashby organisation: stores the secrets, then makes the files.
    ///
    /// # Errors
    /// When another workspace is connected, or vault or folder refuse; nothing is left behind then.
    pub fn connect(&self, connecting: Connecting) -> Result<(), Failure> {
        let existing = self.folder.workspace()?;
        if existing.as_ref().is_some_and(|file| file.kind == WorkspaceKind::Ashby) {
            return Err(Failure::input(
                "An Ashby workspace is connected here already.",
                "Disconnect it first, or use another data folder (--data-dir).",
            ));
        }
        let Connecting { api_key, base_url, vault: (kind, passphrase), mode } = connecting;
        if kind == VaultKind::Passphrase && passphrase.is_none() {
            return Err(Failure::input(
                "A passphrase vault needs a passphrase.",
                "Give one (on the command line in SAMARA_PASSPHRASE), or choose the keychain.",
            ));
        }
        self.set_phase(Phase::Empty);
        let id = format!("{:016x}{:016x}", self.ports.entropy.next_u64(), self.ports.entropy.next_u64());
        let secrets = Secrets::generate(Some(api_key))?;
        let vault = self.vault(kind, passphrase);
        vault.save(&id, &secrets)?;
        let file = WorkspaceFile {
            id: id.clone(),
            kind: WorkspaceKind::Ashby,
            vault: kind,
            base_url: base_url.as_str().to_owned(),
            name: None,
            mode,
        };
        let made = self
            .assemble(file.clone(), self.folder.clone(), &secrets, Arc::clone(&self.ports.transport))
            .and_then(|workspace| Ok(self.folder.set_workspace(&file).map(|()| workspace)?));
        match made {
            Ok(workspace) => {
                self.set_phase(Phase::Ready(workspace));
                Ok(())
            }
            Err(failure) => {
                forget(vault.as_ref(), &id);
                self.folder.remove_workspace()?;
                Err(failure)
            }
        }
    }

    /// Throws the mirror away and opens the workspace anew; the next sync fills it. `local.db` stays.
    ///
    /// # Errors
    /// When a file cannot be removed.
    pub fn rebuild_mirror(&self) -> Result<(), Failure> {
        self.set_phase(Phase::Empty);
        self.folder.remove_mirror()?;
        self.open()
    }

    /// Makes a recovery code for the open workspace. It is shown once; an earlier one opens nothing any more.
    ///
    /// # Errors
    /// When no Ashby workspace is open, or the vault or the folder refuses.
    pub fn new_recovery_code(&self) -> Result<RecoveryCode, Failure> {
        let workspace = self.workspace()?;
        if workspace.file.kind == WorkspaceKind::Demo {
            return Err(Failure::input("The demo needs no recovery code.", "Connect Ashby first."));
        }
        let code = RecoveryCode::generate()?;
        code.seal(&self.folder, &workspace.file.id, &workspace.local_key)?;
        Ok(code)
    }

    /// Opens a workspace whose vault is lost: the recovery code gives `local.db` back, the API key is given anew, and
    /// the mirror is fetched again.
    ///
    /// # Errors
    /// When the workspace can be opened without it, the code does not fit, or vault or folder refuse.
    pub fn recover(
        &self,
        code: &RecoveryCode,
        api_key: SecretString,
        passphrase: Option<SecretString>,
    ) -> Result<(), Failure> {
        let file = match self.phase() {
            Phase::Locked(file) | Phase::Failed(file, _) => file,
            Phase::Ready(_) => {
                return Err(Failure::input(
                    "This workspace is open.",
                    "A recovery code is for one that cannot be opened.",
                ));
            }
            Phase::Empty => return Err(Failure::no_workspace()),
        };
        if file.vault == VaultKind::Passphrase && passphrase.is_none() {
            return Err(Failure::input(
                "This workspace needs a new passphrase.",
                "Give one (on the command line in SAMARA_PASSPHRASE).",
            ));
        }
        let mut secrets = Secrets::generate(Some(api_key))?;
        secrets.local_key = code.open(&self.folder, &file.id)?;
        self.vault(file.vault, passphrase).save(&file.id, &secrets)?;
        self.folder.remove_mirror()?;
        self.ready(file, &secrets);
        self.workspace().map(drop)
    }

    /// Removes everything of this workspace from this computer, its secrets included.
    ///
    /// # Errors
    /// When a file cannot be removed.
    pub fn disconnect(&self) -> Result<(), Failure> {
        if let Some(file) = self.folder.workspace()? {
            self.set_phase(Phase::Empty);
            if file.vault == VaultKind::Keychain {
                forget(self.ports.keychain.as_ref(), &file.id);
            }
            self.folder.remove_workspace()?;
            self.folder.remove_other_demos("");
        }
        self.open()
    }
}

/// The keys of files that are gone open nothing: a vault that cannot forget them now is no obstacle.
fn forget(vault: &dyn Vault, id: &str) {
    if let Err(error) = vault.forget(id)
        && !matches!(error, vault::Error::Absent)
    {
        tracing::warn!("vault.forget_failed");
    }
}

/// Checks a base URL.
///
/// # Errors
/// When it is neither https nor http on this machine.
fn parse_base_url(text: &str) -> Result<BaseUrl, Failure> {
    BaseUrl::parse(text).map_err(|error| {
        Failure::input(
            format!("This base URL cannot be used: {error}."),
            "Use https, or http for an address on this computer. Ashby's own is https://api.ashbyhq.com.",
        )
    })
}
