//! The real `samara`, started as a person or a script would start it.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

/// The key the sandboxes let in; it must not be found in any file.
pub const KEY: &str = "key-canary-4f1b7a";
/// What opens the passphrase vault.
pub const PASSPHRASE: &str = "ash seeds turn as they fall";

/// The built program: what `SAMARA_CLI` names, else what lies beside the running test.
pub fn binary() -> PathBuf {
    if let Some(path) = std::env::var_os("SAMARA_CLI") {
        return path.into();
    }
    let name = format!("samara{}", std::env::consts::EXE_SUFFIX);
    let running = std::env::current_exe().unwrap();
    let found =
        running.ancestors().skip(1).take(2).map(|folder| folder.join(&name)).find(|path| path.is_file());
    found.unwrap_or_else(|| panic!("{name} is not built. Cure: `cargo build -p samara-cli`"))
}

/// What a run left behind.
#[derive(Debug)]
pub struct Ended {
    /// Exit code; `None` when it was killed.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Ended {
    /// The objects of a `--json` run, one a line.
    pub fn objects(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The last line of standard error.
    pub fn last(&self) -> &str {
        self.err.lines().last().unwrap_or_default()
    }

    /// Done, exit code 0.
    #[track_caller]
    pub fn well(self) -> Self {
        assert_eq!(self.code, Some(0), "{self:?}");
        self
    }

    /// Failed: exit code 1, and the last line of standard error is the code, what happened, and a cure.
    #[track_caller]
    pub fn failed(self, code: &str) -> Self {
        assert_eq!(self.code, Some(1), "{self:?}");
        let told = self.last().strip_prefix(code).and_then(|rest| rest.strip_prefix(": "));
        let told = told.unwrap_or_else(|| panic!("the last line does not begin with {code}: {self:?}"));
        let sentences = told.split(['.', '!', '?']).filter(|sentence| sentence.trim().len() > 3).count();
        assert!(sentences >= 2, "no cure: {told}");
        assert!(!self.err.contains(KEY) && !self.out.contains(KEY));
        self
    }
}

/// A data folder and the program that works on it.
#[derive(Debug)]
pub struct Samara {
    folder: tempfile::TempDir,
}

impl Samara {
    /// A folder nothing is in.
    pub fn empty() -> Self {
        Self { folder: tempfile::Builder::new().prefix("samara-cli-").tempdir().unwrap() }
    }

    /// Connected to a sandbox, not synced.
    pub fn connected(sandbox: &Sandbox) -> Self {
        let samara = Self::empty();
        samara.connect(&sandbox.url, KEY).well();
        samara
    }

    /// Connected and synced.
    pub fn synced(sandbox: &Sandbox) -> Self {
        let samara = Self::connected(sandbox);
        samara.run(&["sync"]).well();
        samara
    }

    /// Where its files are.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The program with these arguments, not started.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(binary());
        command.arg("--data-dir").arg(self.data()).args(arguments);
        command.env("SAMARA_PASSPHRASE", PASSPHRASE).env_remove("RUST_BACKTRACE");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs it to its end.
    pub fn run(&self, arguments: &[&str]) -> Ended {
        ended(&mut self.command(arguments), "")
    }

    /// `samara --vault passphrase connect`.
    pub fn connect(&self, url: &str, key: &str) -> Ended {
        let arguments = ["--vault", "passphrase", "connect", "--base-url", url, "--api-key-stdin"];
        ended(&mut self.command(&arguments), key)
    }

    /// All rows of a model.
    pub fn list(&self, model: &str) -> Vec<Value> {
        self.run(&["--json", "list", model]).well().objects()
    }

    /// All intents.
    pub fn outbox(&self) -> Vec<Value> {
        self.run(&["--json", "outbox", "list"]).well().objects()
    }

    /// Every file below the folder.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut files = Vec::new();
        let mut folders = vec![self.data()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap().flatten() {
                let path = entry.path();
                if path.is_dir() { folders.push(path) } else { files.push(path) }
            }
        }
        files
    }
}

/// Runs a command to its end, with something to read.
pub fn ended(command: &mut Command, input: &str) -> Ended {
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    // A program that does not read its input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ended { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// `samara sandbox`, gone with its handle.
#[derive(Debug)]
pub struct Sandbox {
    child: Child,
    /// What to connect to.
    pub url: String,
}

impl Sandbox {
    /// Serves that many candidates on a free port; only [`KEY`] is let in.
    pub fn start(seed: u64, candidates: u32) -> Self {
        Self::start_at("0", seed, candidates)
    }

    fn start_at(port: &str, seed: u64, candidates: u32) -> Self {
        let (seed, candidates) = (seed.to_string(), candidates.to_string());
        let mut child = Command::new(binary())
            .args(["sandbox", "--port", port, "--seed", &seed, "--candidates", &candidates, "--api-key", KEY])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line.split_whitespace().last().unwrap().to_owned();
        Self { child, url }
    }

    /// Ends it and starts another at its address: same people, nothing of what was written.
    pub fn replace(&mut self, seed: u64, candidates: u32) {
        let port = self.url.rsplit(':').next().unwrap().to_owned();
        self.stop();
        *self = Self::start_at(&port, seed, candidates);
    }

    /// Ends it.
    pub fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Looks into the world, or changes it.
    pub fn control(&self, operation: &Value) -> Value {
        self.post("/sandbox/control", operation)
    }

    /// A call of the API.
    pub fn call(&self, endpoint: &str, input: &Value) -> Value {
        self.post(&format!("/{endpoint}"), input)
    }

    /// All records of a list endpoint.
    pub fn records(&self, endpoint: &str) -> Vec<Value> {
        let (mut records, mut cursor) = (Vec::new(), Value::Null);
        loop {
            let mut input = json!({ "limit": 100 });
            if !cursor.is_null() {
                input["cursor"] = cursor;
            }
            let mut page = self.call(endpoint, &input);
            records.append(page["results"].as_array_mut().unwrap());
            cursor = page["nextCursor"].take();
            if cursor.is_null() {
                return records;
            }
        }
    }

    /// How often an endpoint was asked; all of them with `""`.
    pub fn asked(&self, endpoint: &str) -> u64 {
        let report = self.control(&json!({ "op": "requests", "last": 0 }));
        let count =
            if endpoint.is_empty() { &report["total"] } else { &report["endpoints"][endpoint]["requests"] };
        count.as_u64().unwrap_or(0)
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        use base64::Engine as _;
        let address = self.url.trim_start_matches("http://");
        let key = base64::prelude::BASE64_STANDARD.encode(format!("{KEY}:"));
        let body = body.to_string();
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Basic {key}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut reply = String::new();
        stream.read_to_string(&mut reply).unwrap();
        let (head, body) = reply.split_once("\r\n\r\n").unwrap();
        assert!(head.contains(" 200 "), "{path} {head}: {body}");
        serde_json::from_str(body).unwrap()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.stop();
    }
}

/// The text under a name.
pub fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_else(|| panic!("no {name} in {value}"))
}

/// The bytes of a file.
pub fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}
