//! The vault: where the API key and the two database keys rest.
//!
//! The operating system's keychain is the rule; a passphrase vault (Argon2id, XChaCha20-Poly1305) is the explicit
//! choice on machines without one; memory serves the demo. "Not readable now" is never "not there": only
//! [`Error::Absent`] means that nothing was stored.

mod keychain;
mod passphrase;
mod recovery;

use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};

pub use keychain::Keychain;
pub use passphrase::PassphraseVault;
pub use recovery::RecoveryCode;

use crate::Key;

/// The kind of vault, as remembered in `workspace.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VaultKind {
    /// Secret Service, Keychain or Credential Manager.
    Keychain,
    /// A file sealed by a passphrase.
    Passphrase,
    /// Nothing survives the process: the demo.
    Memory,
}

/// A failure of the vault.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nothing is stored for this workspace.
    #[error("nothing is stored for this workspace")]
    Absent,
    /// The keychain is there, but locked or refusing.
    #[error("the keychain is locked")]
    Locked,
    /// This machine has no keychain service.
    #[error("no keychain service: {0}")]
    NoService(String),
    /// The passphrase does not open the vault.
    #[error("the passphrase does not fit")]
    WrongPassphrase,
    /// What is stored cannot be understood.
    #[error("the vault's content is damaged")]
    Damaged,
    /// The vault's file cannot be read or written.
    #[error(transparent)]
    File(#[from] crate::Error),
}

/// What a workspace keeps secret.
#[derive(Debug, Clone)]
pub struct Secrets {
    /// Ashby's API key; the demo has none.
    pub api_key: Option<SecretString>,
    /// Opens `mirror.db`.
    pub mirror_key: Key,
    /// Opens `local.db`.
    pub local_key: Key,
}

/// One place for secrets.
pub trait Vault: Send + Sync {
    /// Reads the secrets of a workspace.
    ///
    /// # Errors
    /// [`Error::Absent`] when none were stored, another variant when they cannot be read now.
    fn load(&self, workspace: &str) -> Result<Secrets, Error>;
    /// Stores them, replacing what was there.
    ///
    /// # Errors
    /// When the vault refuses; what was there before still is.
    fn save(&self, workspace: &str, secrets: &Secrets) -> Result<(), Error>;
    /// Removes them; nothing stored is no error.
    ///
    /// # Errors
    /// When the vault refuses.
    fn forget(&self, workspace: &str) -> Result<(), Error>;
}

#[derive(Serialize, Deserialize)]
struct Stored {
    api_key: Option<String>,
    mirror_key: String,
    local_key: String,
}

impl Secrets {
    /// Fresh database keys around an API key.
    ///
    /// # Errors
    /// When the system has no entropy.
    pub fn generate(api_key: Option<SecretString>) -> Result<Self, Error> {
        let key = || Key::generate().map_err(|error| Error::NoService(error.to_string()));
        Ok(Self { api_key, mirror_key: key()?, local_key: key()? })
    }

    fn to_json(&self) -> zeroize::Zeroizing<String> {
        let mut stored = Stored {
            api_key: self.api_key.as_ref().map(|key| key.expose_secret().to_owned()),
            mirror_key: self.mirror_key.to_hex().to_string(),
            local_key: self.local_key.to_hex().to_string(),
        };
        let json = serde_json::to_string(&stored).unwrap_or_default();
        zeroize::Zeroize::zeroize(&mut stored.api_key);
        zeroize::Zeroize::zeroize(&mut stored.mirror_key);
        zeroize::Zeroize::zeroize(&mut stored.local_key);
        zeroize::Zeroizing::new(json)
    }

    fn from_json(json: &str) -> Result<Self, Error> {
        let stored: Stored = serde_json::from_str(json).map_err(|_| Error::Damaged)?;
        Ok(Self {
            api_key: stored.api_key.map(SecretString::from),
            mirror_key: Key::from_hex(&stored.mirror_key).ok_or(Error::Damaged)?,
            local_key: Key::from_hex(&stored.local_key).ok_or(Error::Damaged)?,
        })
    }
}
