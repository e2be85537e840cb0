//! What a desk is set up with: its ways to the world, and how the host uses it.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use samara_ashby::{BaseUrl, Clock, Entropy, HttpTransport, SystemClock, SystemEntropy, Transport};
use samara_store::Watch;
use samara_store::vault::{Keychain, Vault, VaultKind};
use secrecy::SecretString;

use crate::Failure;
use crate::text::{Apart, TextReader};

/// The world outside, passed in.
#[derive(Clone)]
pub struct Ports {
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub entropy: Arc<dyn Entropy>,
    /// The network.
    pub transport: Arc<dyn Transport>,
    /// The keychain.
    pub keychain: Arc<dyn Vault>,
    /// What reads the text of files.
    pub text: Arc<dyn TextReader>,
    /// Who is told of every write to the disk, if anybody.
    pub disk: Option<Watch>,
}

impl Ports {
    /// This machine's own.
    ///
    /// # Errors
    /// When the network cannot be set up.
    pub fn system() -> Result<Self, Failure> {
        let transport = HttpTransport::new().map_err(|_| Failure::defect("network"))?;
        Ok(Self {
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy),
            transport: Arc::new(transport),
            keychain: Arc::new(Keychain),
            text: Arc::new(Apart::this_program()?),
            disk: None,
        })
    }
}

/// How a host uses the desk.
#[derive(Debug, Clone)]
pub struct Options {
    /// The data folder.
    pub data_dir: PathBuf,
    /// Time a gesture can be taken back before it is sent.
    pub grace: Duration,
    /// The passphrase, if the host was given it.
    pub passphrase: Option<SecretString>,
    /// Base URL of new connections that name none: Ashby's own, unless the host was told of a stand-in.
    pub base_url: String,
}

impl Options {
    /// A desk on a folder, sending at once, for Ashby's own API.
    #[must_use]
    pub fn new(data_dir: impl Into<PathBuf>) -> Self {
        let base_url = BaseUrl::PRODUCTION.to_owned();
        Self { data_dir: data_dir.into(), grace: Duration::ZERO, passphrase: None, base_url }
    }
}

/// What a new connection needs.
pub struct Connecting {
    /// Ashby's API key.
    pub api_key: SecretString,
    /// Base URL, checked.
    pub base_url: BaseUrl,
    /// Where the secrets go; with the passphrase for that kind.
    pub vault: (VaultKind, Option<SecretString>),
    /// `all`, `recent:<days>` or `created-only`.
    pub mode: String,
}
