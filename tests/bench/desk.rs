//! The engine on a data folder, as a host sets it up.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::Connection;
use samara_ashby::BaseUrl;
use samara_engine::desk::{Connecting, Options, Ports};
use samara_store::vault::{PassphraseVault, Secrets, Vault as _, VaultKind};
use samara_store::{Folder, Key, WorkspaceFile};
use secrecy::SecretString;
use serde_json::Value;

use crate::Outcome;
use crate::recording::Recording;
use crate::sandbox::{KEY, Sandbox};

/// An engine with the network it records.
pub struct Desk {
    /// The engine.
    pub engine: Arc<samara_engine::Desk>,
    /// What it asks.
    pub recording: Arc<Recording>,
    data: PathBuf,
    ports: Ports,
}

fn passphrase() -> SecretString {
    SecretString::from("bench".to_owned())
}

fn desk(data: &Path) -> Outcome<Desk> {
    let recording = Recording::new()?;
    let ports = Ports { transport: recording.clone(), ..Ports::system()? };
    let options = Options { passphrase: Some(passphrase()), ..Options::new(data) };
    let engine = Arc::new(samara_engine::Desk::new(options, ports.clone())?);
    Ok(Desk { engine, recording, data: data.to_owned(), ports })
}

/// Opens the workspace of an earlier run, which knew the sandbox under another port.
pub fn reopen(data: &Path, sandbox: &Sandbox) -> Outcome<Desk> {
    let folder = Folder::open(data)?;
    let file = folder.workspace()?.ok_or("no workspace there")?;
    folder.set_workspace(&WorkspaceFile { base_url: sandbox.url().to_owned(), ..file })?;
    let desk = desk(data)?;
    desk.engine.open()?;
    Ok(desk)
}

/// Connects a new workspace to the sandbox; with the system's keychain when the app is to open it too.
pub fn connect(data: &Path, sandbox: &Sandbox, keychain: bool) -> Outcome<Desk> {
    let desk = desk(data)?;
    let vault =
        if keychain { (VaultKind::Keychain, None) } else { (VaultKind::Passphrase, Some(passphrase())) };
    desk.engine.connect(Connecting {
        api_key: SecretString::from(KEY.to_owned()),
        base_url: BaseUrl::parse(sandbox.url())?,
        vault,
        mode: "all".to_owned(),
    })?;
    Ok(desk)
}

impl Desk {
    /// Runs one of the engine's commands.
    pub async fn call(&self, name: &str, input: Value) -> Outcome<Value> {
        Ok(samara_engine::command::call(&self.engine, name, input).await?)
    }

    /// The data folder.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The mirror's key.
    pub fn key(&self) -> Outcome<Key> {
        Ok(self.secrets()?.mirror_key)
    }

    /// The key of what Ashby cannot give again.
    pub fn local_key(&self) -> Outcome<Key> {
        Ok(self.secrets()?.local_key)
    }

    fn secrets(&self) -> Outcome<Secrets> {
        let folder = Folder::open(&self.data)?;
        let file = folder.workspace()?.ok_or("no workspace")?;
        Ok(match file.vault {
            VaultKind::Keychain => self.ports.keychain.load(&file.id)?,
            _ => PassphraseVault::new(folder.sealed_vault(), passphrase()).load(&file.id)?,
        })
    }

    /// The mirror as plain SQLite sees it.
    pub fn mirror(&self) -> Outcome<Connection> {
        open(&Folder::open(&self.data)?.mirror(), &self.key()?)
    }
}

/// Opens an encrypted file, or makes one.
pub fn open(path: &Path, key: &Key) -> Outcome<Connection> {
    let connection = Connection::open(path)?;
    connection.pragma_update(None, "key", format!("x'{}'", *key.to_hex()))?;
    connection.pragma_update(None, "cipher_hmac_algorithm", "HMAC_SHA256")?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.pragma_update(None, "synchronous", "normal")?;
    connection.busy_timeout(Duration::from_secs(30))?;
    Ok(connection)
}
