//! The folder of one workspace: what lies in it, and the lease that decides who pulls and sends.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::vault::VaultKind;
use crate::{Error, Result, open};

/// What a workspace mirrors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkspaceKind {
    /// The in-process demo on throw-away keys.
    Demo,
    /// An Ashby organisation.
    Ashby,
}

/// `workspace.json`: what must be known before any file can be decrypted. No secrets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkspaceFile {
    /// Stable name of this workspace: the account in the vault, and the connection of all unified ids.
    pub id: String,
    /// Demo or Ashby.
    pub kind: WorkspaceKind,
    /// Where the keys are.
    pub vault: VaultKind,
    /// Base URL of the API.
    pub base_url: String,
    /// What the workspace is called in the switcher.
    pub name: Option<String>,
    /// Sync mode: `all`, `recent:<days>` or `created-only`.
    pub mode: String,
    /// When everything of it leaves this computer, UTC: it was disconnected, and somebody wanted to read on until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remove_at: Option<String>,
}

/// The file whose lock is the turn.
const TURN: &str = "turn";

/// The data folder and the names in it.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// Opens `root`, creating it for its owner alone.
    ///
    /// # Errors
    /// When the folder cannot be created.
    pub fn open(root: impl Into<PathBuf>) -> Result<Self> {
        let root = root.into();
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&root).map_err(Error::io(&root))?;
        Ok(Self { root })
    }

    /// The folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// `mirror.db`.
    #[must_use]
    pub fn mirror(&self) -> PathBuf {
        self.root.join("mirror.db")
    }

    /// `local.db`.
    #[must_use]
    pub fn local(&self) -> PathBuf {
        self.root.join("local.db")
    }

    /// `vault.sealed`, the passphrase vault.
    #[must_use]
    pub fn sealed_vault(&self) -> PathBuf {
        self.root.join("vault.sealed")
    }

    /// `recovery.sealed`: the key of `local.db` under the recovery code.
    #[must_use]
    pub fn recovery(&self) -> PathBuf {
        self.root.join("recovery.sealed")
    }

    /// The workspace that lives here, if any.
    ///
    /// # Errors
    /// When the file is there but cannot be read.
    pub fn workspace(&self) -> Result<Option<WorkspaceFile>> {
        let path = self.root.join("workspace.json");
        match std::fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).map(Some).map_err(|_| {
                let source = std::io::Error::from(std::io::ErrorKind::InvalidData);
                Error::Io { path, source }
            }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::io(path)(error)),
        }
    }

    /// Records which workspace lives here, replacing the file at once or not at all.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_workspace(&self, workspace: &WorkspaceFile) -> Result<()> {
        write_private(&self.root.join("workspace.json"), &serde_json::to_vec_pretty(workspace)?)
    }

    /// Removes the mirror, so that the next start builds it anew. `local.db` stays.
    ///
    /// # Errors
    /// When a file cannot be removed.
    pub fn remove_mirror(&self) -> Result<()> {
        self.remove_backups("mirror.db")?;
        self.remove(&["mirror.db", "mirror.db-wal", "mirror.db-shm"])
    }

    /// Removes the copies of a file that were made before it was migrated: what is to be gone must not be in them.
    ///
    /// # Errors
    /// When one cannot be removed.
    pub fn remove_backups(&self, file: &str) -> Result<()> {
        let prefix = format!("{file}.before-");
        let Ok(entries) = std::fs::read_dir(&self.root) else { return Ok(()) };
        for entry in entries.flatten() {
            let name = entry.file_name();
            if name.to_str().is_some_and(|name| name.starts_with(&prefix)) {
                self.remove(&[name.to_str().unwrap_or_default()])?;
            }
        }
        Ok(())
    }

    /// Removes everything of this workspace.
    ///
    /// # Errors
    /// When a file cannot be removed.
    pub fn remove_workspace(&self) -> Result<()> {
        self.remove_mirror()?;
        self.remove_backups("local.db")?;
        self.remove(&[
            "workspace.json",
            "vault.sealed",
            "recovery.sealed",
            "local.db",
            "local.db-wal",
            "local.db-shm",
            TURN,
        ])
    }

    /// Removes the files of earlier demo workspaces, except the one named. What cannot be removed now goes next time.
    pub fn remove_other_demos(&self, keep: &str) {
        let Ok(entries) = std::fs::read_dir(self.root.join("demo")) else { return };
        for entry in entries.flatten().filter(|entry| entry.file_name() != keep) {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }

    fn remove(&self, names: &[&str]) -> Result<()> {
        for name in names {
            let path = self.root.join(name);
            match std::fs::remove_file(&path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(Error::io(path)(error));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Takes the right to pull and send, or `None` while another process has it.
    ///
    /// # Errors
    /// When the lock file cannot be created.
    pub fn try_lease(&self) -> Result<Option<Lease>> {
        self.try_lock("lease")
    }

    /// Takes the turn to ask for something, or `None` while another process has it.
    ///
    /// # Errors
    /// When the lock file cannot be created.
    pub fn try_turn(&self) -> Result<Option<Lease>> {
        self.try_lock(TURN)
    }

    fn try_lock(&self, name: &str) -> Result<Option<Lease>> {
        let path = self.root.join(name);
        open::create_private(&path)?;
        let file = File::options().write(true).open(&path).map_err(Error::io(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Lease { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(Error::io(path)(error)),
        }
    }
}

/// A right that one process has. Held by an operating-system lock: it ends with the process, however that ends.
#[derive(Debug)]
pub struct Lease {
    _file: File,
}

/// Writes a file of mode 0600 through a neighbour and a rename, so that readers see the old or the new one.
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> Result<()> {
    use std::io::Write as _;
    let neighbour = path.with_extension("new");
    let _ = std::fs::remove_file(&neighbour);
    open::create_private(&neighbour)?;
    let mut file = File::options().write(true).open(&neighbour).map_err(Error::io(&neighbour))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(Error::io(&neighbour))?;
    std::fs::rename(&neighbour, path).map_err(Error::io(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_lease_at_a_time_and_it_ends_with_its_holder() {
        let temp = tempfile::tempdir().unwrap();
        let folder = Folder::open(temp.path().join("data")).unwrap();
        let lease = folder.try_lease().unwrap().unwrap();
        assert!(folder.try_lease().unwrap().is_none());
        drop(lease);
        assert!(folder.try_lease().unwrap().is_some());
    }

    #[test]
    fn the_workspace_is_remembered_until_it_is_removed() {
        let temp = tempfile::tempdir().unwrap();
        let folder = Folder::open(temp.path()).unwrap();
        assert_eq!(folder.workspace().unwrap(), None);
        let workspace = WorkspaceFile {
            id: "w".into(),
            kind: WorkspaceKind::Ashby,
            vault: VaultKind::Keychain,
            base_url: "https://api.ashbyhq.com".into(),
            name: None,
            mode: "all".into(),
            remove_at: None,
        };
        folder.set_workspace(&workspace).unwrap();
        assert_eq!(folder.workspace().unwrap(), Some(workspace));
        folder.remove_workspace().unwrap();
        assert_eq!(folder.workspace().unwrap(), None);
    }
}
