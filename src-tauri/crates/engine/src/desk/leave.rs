//! Leaving a workspace: at once, or reading on until a chosen time; and giving it another key.

use std::sync::Arc;
use std::time::Duration;

use samara_store::vault::{Secrets, Vault, VaultKind};
use samara_store::{WorkspaceFile, WorkspaceKind};
use samara_unified::Timestamp;
use secrecy::SecretString;

use super::{Desk, Phase, forget};
use crate::{Failure, Workspace};

/// How often is looked whether a workspace that was left is due to be removed.
const LOOK_EVERY: Duration = Duration::from_secs(30);

impl Desk {
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

    /// Disconnects, but leaves what is here to be read until `until`: the API key goes at once, nothing is fetched or
    /// sent any more, and at that time everything is removed.
    ///
    /// # Errors
    /// When no Ashby workspace is open, the time is past, or vault or folder refuse.
    pub fn disconnect_at(&self, until: &Timestamp, passphrase: Option<SecretString>) -> Result<(), Failure> {
        let file = self.workspace()?.file.clone();
        if file.kind == WorkspaceKind::Demo {
            return Err(Failure::input("The demo is not kept.", "Disconnect it at once."));
        }
        if until.as_str() <= Timestamp::from(self.ports.clock.now()).as_str() {
            return Err(Failure::input("This time is past.", "Give a later one, or disconnect at once."));
        }
        let vault = self.vault_of(&file, passphrase)?;
        let secrets = vault.load(&file.id)?;
        let known = self.folder.workspace()?.unwrap_or(file);
        let file = WorkspaceFile { remove_at: Some(until.as_str().to_owned()), ..known };
        // Said first: if the process dies now, the key goes when the workspace is opened.
        self.folder.set_workspace(&file)?;
        let secrets = self.without_key(&file, vault.as_ref(), secrets)?;
        self.set_phase(Phase::Empty);
        self.ready(file, &secrets);
        self.workspace().map(drop)
    }

    /// Goes on with another API key of the same organisation; what is here stays.
    ///
    /// # Errors
    /// When no Ashby workspace is open, or vault or folder refuse; the old key is good then as before.
    pub fn replace_key(
        &self,
        api_key: SecretString,
        passphrase: Option<SecretString>,
    ) -> Result<(), Failure> {
        let file = self.workspace()?.file.clone();
        if file.kind == WorkspaceKind::Demo {
            return Err(Failure::input("The demo needs no key.", "Connect Ashby first."));
        }
        let vault = self.vault_of(&file, passphrase)?;
        let secrets = Secrets { api_key: Some(api_key), ..vault.load(&file.id)? };
        vault.save(&file.id, &secrets)?;
        let known = self.folder.workspace()?.unwrap_or(file);
        let file = WorkspaceFile { remove_at: None, ..known };
        self.folder.set_workspace(&file)?;
        self.set_phase(Phase::Empty);
        self.ready(file, &secrets);
        self.workspace().map(drop)
    }

    /// The vault of a workspace that is open; a passphrase is not remembered, so it has to be given.
    fn vault_of(
        &self,
        file: &WorkspaceFile,
        passphrase: Option<SecretString>,
    ) -> Result<Arc<dyn Vault>, Failure> {
        let passphrase = passphrase.or_else(|| self.options.passphrase.clone());
        if file.vault == VaultKind::Passphrase && passphrase.is_none() {
            return Err(Failure::input(
                "The passphrase of this workspace is needed for that.",
                "Give it once more (on the command line in SAMARA_PASSPHRASE).",
            ));
        }
        Ok(self.vault(file.vault, passphrase))
    }

    /// The secrets of a workspace; one that was left has no API key any more.
    pub(super) fn without_key(
        &self,
        file: &WorkspaceFile,
        vault: &dyn Vault,
        secrets: Secrets,
    ) -> Result<Secrets, Failure> {
        if file.remove_at.is_none() || secrets.api_key.is_none() {
            return Ok(secrets);
        }
        let secrets = Secrets { api_key: None, ..secrets };
        vault.save(&file.id, &secrets)?;
        Ok(secrets)
    }

    /// Whether it is time to remove a workspace that was left.
    pub(super) fn is_due(&self, file: &WorkspaceFile) -> bool {
        let now = Timestamp::from(self.ports.clock.now());
        file.remove_at.as_deref().is_some_and(|at| at <= now.as_str())
    }

    /// Waits until a workspace that was left is due, and removes it.
    pub(super) async fn removal(&self, workspace: &Workspace) {
        while !self.is_due(&workspace.file) {
            self.ports.clock.sleep(LOOK_EVERY).await;
        }
        if let Err(failure) = self.disconnect() {
            tracing::warn!(code = failure.code.as_str(), "workspace.not_removed");
            // Tried again at the next start, which comes first here.
            std::future::pending::<()>().await;
        }
    }
}
