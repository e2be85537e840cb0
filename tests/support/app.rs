//! The app itself, started by a driver on a data folder.

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::driver::Driver;
use crate::trouble::{Outcome, Trouble};

const SESSION: Duration = Duration::from_secs(60);
/// Names the app's binary; `cargo xtask` sets it.
const BINARY: &str = "SAMARA_DESKTOP";
const WINDOW_TESTS: &str = "SAMARA_WINDOW_TESTS";

/// Whether window tests are wanted here. Where they are not, says so, for the test to end there.
pub fn window_tests(test: &str) -> bool {
    let wanted = std::env::var_os(WINDOW_TESTS).is_some_and(|value| value == "required");
    if !wanted {
        eprintln!(
            "{test} skipped: it needs a screen, a driver and a keychain of its own; run `cargo xtask test`"
        );
    }
    wanted
}

/// The built app: what `SAMARA_DESKTOP` names, else what lies beside the running test.
pub fn desktop_binary() -> Outcome<PathBuf> {
    let missing = |what: String| Trouble::Missing {
        what,
        cure: "`cargo build --workspace --features samara-desktop/custom-protocol --bins`, after `npm run build` in ui",
    };
    if let Some(path) = std::env::var_os(BINARY).map(PathBuf::from) {
        return if path.is_file() { Ok(path) } else { Err(missing(path.display().to_string())) };
    }
    let name = format!("samara-desktop{}", std::env::consts::EXE_SUFFIX);
    let running = std::env::current_exe().map_err(crate::trouble::system("find the running program"))?;
    running
        .ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join(&name))
        .find(|path| path.is_file())
        .ok_or_else(|| missing(name.clone()))
}

/// A folder that is gone with its handle.
pub fn throw_away() -> Outcome<tempfile::TempDir> {
    tempfile::Builder::new().prefix("samara-").tempdir().map_err(crate::trouble::system("make a folder"))
}

/// The running app and its window.
pub struct App {
    pub(crate) client: Client,
    driver: Driver,
    start: Start,
}

/// How the app is started, kept to start it again.
struct Start {
    binary: PathBuf,
    data: PathBuf,
    arguments: Vec<String>,
    environment: Vec<(String, String)>,
}

impl App {
    /// Starts the app on `data` with further `arguments`, and waits for its first document.
    pub async fn start(data: &Path, arguments: &[&str]) -> Outcome<Self> {
        Self::start_with(data, arguments, &[]).await
    }

    /// The same with variables set for the app.
    pub async fn start_with(data: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Outcome<Self> {
        let start = Start {
            binary: desktop_binary()?,
            data: data.to_owned(),
            arguments: arguments.iter().map(|word| (*word).to_owned()).collect(),
            environment: environment.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
        };
        Self::launch(start).await
    }

    async fn launch(start: Start) -> Outcome<Self> {
        std::fs::create_dir_all(&start.data).map_err(crate::trouble::system("make the data folder"))?;
        let log = log_path(&start.data);
        let driver = Driver::start(&log, &start.environment).await?;
        let mut arguments = vec!["--data-dir".to_owned(), start.data.display().to_string()];
        arguments.extend(start.arguments.iter().cloned());
        let mut builder = ClientBuilder::new(HttpConnector::new());
        if let Value::Object(wanted) =
            json!({ "webkitgtk:browserOptions": { "binary": start.binary, "args": arguments } })
        {
            builder.capabilities(wanted);
        }
        let address = driver.address();
        let failed = |error: String| Trouble::NoSession { error, log: last_lines(&log) };
        let client = tokio::time::timeout(SESSION, builder.connect(&address))
            .await
            .map_err(|_| failed(format!("nothing within {} s", SESSION.as_secs())))?
            .map_err(|error| failed(error.to_string()))?;
        Ok(Self { client, driver, start })
    }

    /// Closes the window and ends the app.
    pub async fn close(self) -> Outcome {
        self.end().await.map(drop)
    }

    /// Ends the app and starts it again on the same data.
    pub async fn restart(self) -> Outcome<Self> {
        Self::launch(self.end().await?).await
    }

    /// Has the app close its window by itself, and starts it again on the same data.
    #[cfg(unix)]
    pub async fn leave_and_restart(self) -> Outcome<Self> {
        let Self { client, mut driver, start } = self;
        crate::leave::ask_to_end(driver.group(), &start.binary).await?;
        // The window has gone, and its session with it.
        let _gone = client.close().await;
        driver.end();
        Self::launch(start).await
    }

    /// The same with other arguments.
    pub async fn restart_with(self, arguments: &[&str]) -> Outcome<Self> {
        let mut start = self.end().await?;
        start.arguments = arguments.iter().map(|word| (*word).to_owned()).collect();
        Self::launch(start).await
    }

    async fn end(self) -> Outcome<Start> {
        let Self { client, mut driver, start } = self;
        client.close().await?;
        driver.end();
        Ok(start)
    }

    /// Milliseconds from the page's beginning to one of its own marks; none where it made no such mark.
    pub async fn marked(&self, name: &str) -> Outcome<Option<f64>> {
        let script = "return performance.getEntriesByName(arguments[0])[0]?.startTime ?? null";
        Ok(self.client.execute(script, vec![name.into()]).await?.as_f64())
    }

    /// The data folder.
    pub fn data(&self) -> &Path {
        &self.start.data
    }

    /// The last lines the app and the driver wrote.
    pub fn log(&self) -> String {
        last_lines(&log_path(&self.start.data))
    }

    /// Calls one of the engine's commands over the app's own IPC, as its UI does.
    pub async fn call(&self, name: &str, input: Value) -> Outcome<Value> {
        let script = r#"
            const [name, input, done] = arguments;
            window.__TAURI_INTERNALS__.invoke("call", { name, input })
              .then((output) => done({ output }), (failure) => done({ failure }));
        "#;
        let answer = self.client.execute_async(script, vec![name.into(), input]).await?;
        match (answer.get("output"), answer.get("failure")) {
            (_, Some(failure)) => {
                Err(Trouble::Command { name: name.to_owned(), failure: failure.to_string() })
            }
            (output, None) => Ok(output.cloned().unwrap_or(Value::Null)),
        }
    }
}

/// Beside the data folder, so that the folder holds only what the app itself writes.
fn log_path(data: &Path) -> PathBuf {
    data.with_extension("log")
}

fn last_lines(log: &Path) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let from = lines.len().saturating_sub(20);
    format!("its last lines:\n{}", lines.get(from..).unwrap_or_default().join("\n"))
}
