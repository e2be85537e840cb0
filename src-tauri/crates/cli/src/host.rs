//! The command line as a host of the engine.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use samara_engine::desk::{Options, Ports};
use samara_engine::{Code, Desk, Failure, Workspace};
use secrecy::SecretString;
use serde_json::Value;

/// A desk on the data folder, and how to answer.
pub struct Host {
    /// The desk, not opened yet.
    pub desk: Desk,
    /// Whether answers are JSON lines.
    pub json: bool,
    /// The folder.
    pub data_dir: PathBuf,
}

impl Host {
    /// A host on a data folder, by default the platform's.
    pub fn new(data_dir: Option<PathBuf>, json: bool) -> Result<Self, Failure> {
        let default = || {
            directories::ProjectDirs::from("app", "samara", "Samara").map(|dirs| dirs.data_dir().to_owned())
        };
        let data_dir = data_dir.or_else(default).ok_or_else(|| {
            Failure::input("This account has no home folder.", "Name a data folder with --data-dir.")
        })?;
        let passphrase = std::env::var("SAMARA_PASSPHRASE").ok().map(SecretString::from);
        let options = Options { passphrase, ..Options::new(data_dir.clone()) };
        Ok(Self { desk: Desk::new(options, Ports::system()?)?, json, data_dir })
    }

    /// The workspace in the folder.
    pub fn workspace(&self) -> Result<Arc<Workspace>, Failure> {
        self.desk.open()?;
        self.desk.workspace()
    }

    /// The workspace, with the right to pull and send.
    pub async fn leading(&self) -> Result<Arc<Workspace>, Failure> {
        let workspace = self.workspace()?;
        for _ in 0..20 {
            if workspace.lead()? {
                return Ok(workspace);
            }
            tokio::time::sleep(Duration::from_millis(250)).await;
        }
        Err(busy())
    }

    /// Runs a command of the engine.
    pub async fn call(&self, name: &str, input: Value) -> Result<Value, Failure> {
        samara_engine::command::call(&self.desk, name, input).await
    }

    /// Prints an answer: as one line of JSON, or in words.
    pub fn say(&self, object: &Value, words: impl FnOnce() -> String) {
        if self.json {
            line(&object.to_string());
        } else {
            line(&words());
        }
    }
}

/// Another process has the lease.
pub fn busy() -> Failure {
    Failure::new(
        Code::Busy,
        "Another Samara works on this workspace.",
        "It pulls and sends by itself. Close it to do so from here.",
    )
}

/// A member of an object, or null.
pub fn field<'a>(object: &'a Value, key: &str) -> &'a Value {
    object.get(key).unwrap_or(&Value::Null)
}

/// A member's text, or none.
pub fn text<'a>(object: &'a Value, key: &str) -> &'a str {
    field(object, key).as_str().unwrap_or_default()
}

/// A member's items, or none.
pub fn items<'a>(object: &'a Value, key: &str) -> &'a [Value] {
    field(object, key).as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Prints a line; a reader that has gone away ends the program quietly.
pub fn line(text: &str) {
    use std::io::Write as _;
    if writeln!(std::io::stdout(), "{text}").is_err() {
        std::process::exit(0);
    }
}
