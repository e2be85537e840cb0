//! `samara sandbox` in a process of its own.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use bytes::Bytes;
use samara_ashby::{HttpRequest, HttpTransport, Method, Transport as _};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

use crate::Outcome;

/// The key that is let in.
pub const KEY: &str = "bench-key-that-opens-nothing-else";

/// A running sandbox; gone with its handle.
pub struct Sandbox {
    url: String,
    transport: HttpTransport,
    _process: Child,
}

impl Sandbox {
    /// Starts one with that many people.
    pub async fn start(candidates: u32) -> Outcome<Self> {
        let mut command = behind(&program()?);
        command.args(["sandbox", "--port", "0", "--seed", "1", "--api-key", KEY]);
        command.args(["--candidates", &candidates.to_string()]);
        let mut process = command.stdout(Stdio::piped()).kill_on_drop(true).spawn()?;
        let output = process.stdout.take().ok_or("the sandbox has no output")?;
        let first = BufReader::new(output).lines().next_line().await?.unwrap_or_default();
        let url = first.split_once(" at ").map(|(_, url)| url.to_owned());
        let url = url.ok_or_else(|| format!("the sandbox did not say where it is: {first}"))?;
        Ok(Self { url, transport: HttpTransport::new()?, _process: process })
    }

    /// What to connect to.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Changes the world behind the client's back.
    pub async fn control(&self, operation: &Value) -> Outcome {
        let request = HttpRequest {
            method: Method::Post,
            url: format!("{}/sandbox/control", self.url),
            headers: vec![("Content-Type", "application/json".to_owned())],
            body: Bytes::from(operation.to_string()),
            timeout: Duration::from_secs(60),
            max_bytes: 1 << 20,
            public_only: false,
        };
        let reply = self.transport.send(request).await?;
        if reply.status == 200 { Ok(()) } else { Err(format!("the sandbox refused {operation}").into()) }
    }

    /// Lets every answer take 100 ms longer, or no longer than it takes.
    pub async fn slow(&self, slow: bool) -> Outcome {
        let faults = if slow { json!(["latency-100"]) } else { json!([]) };
        self.control(&json!({ "op": "faults", "faults": faults })).await
    }
}

/// A program that gives way to all others: the sandbox stands for a machine elsewhere, and takes nothing of this one's
/// time that the app wants.
fn behind(program: &Path) -> Command {
    if !cfg!(unix) {
        return Command::new(program);
    }
    let mut command = Command::new("nice");
    command.args(["-n", "19"]).arg(program);
    command
}

/// What `SAMARA_CLI` names, else what lies beside this program.
fn program() -> Outcome<PathBuf> {
    if let Some(path) = std::env::var_os("SAMARA_CLI") {
        return Ok(path.into());
    }
    let beside = std::env::current_exe()?.with_file_name(format!("samara{}", std::env::consts::EXE_SUFFIX));
    if beside.is_file() { Ok(beside) } else { Err("build `samara` first, or run `cargo xtask bench`".into()) }
}
