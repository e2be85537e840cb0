//! The operating system's keychain: Secret Service, macOS Keychain, Windows Credential Manager.

use keyring::{Entry, Error as KeyringError};

use super::{Error, Secrets, Vault};

/// The service name all entries stand under.
const SERVICE: &str = "app.samara.desktop";

/// The platform's keychain. One entry per workspace holds all of its secrets, so that one unlock prompt is enough.
#[derive(Debug, Clone, Copy, Default)]
pub struct Keychain;

fn entry(workspace: &str) -> Result<Entry, Error> {
    if let Err(error) = Entry::store_status() {
        return Err(Error::NoService(error.to_string()));
    }
    Entry::new(SERVICE, workspace).map_err(explain)
}

impl Vault for Keychain {
    fn load(&self, workspace: &str) -> Result<Secrets, Error> {
        let json = zeroize::Zeroizing::new(entry(workspace)?.get_password().map_err(explain)?);
        Secrets::from_json(&json)
    }

    fn save(&self, workspace: &str, secrets: &Secrets) -> Result<(), Error> {
        entry(workspace)?.set_password(&secrets.to_json()).map_err(explain)
    }

    fn forget(&self, workspace: &str) -> Result<(), Error> {
        match entry(workspace)?.delete_credential() {
            Ok(()) | Err(KeyringError::NoEntry) => Ok(()),
            Err(error) => Err(explain(error)),
        }
    }
}

fn explain(error: KeyringError) -> Error {
    match error {
        KeyringError::NoEntry => Error::Absent,
        KeyringError::NoStorageAccess(_) => Error::Locked,
        KeyringError::BadEncoding(_) | KeyringError::BadDataFormat(..) => Error::Damaged,
        other => Error::NoService(other.to_string()),
    }
}
