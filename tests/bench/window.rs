//! The built app in a real window, beside the same program showing an empty page. Linux only: it reads `/proc`.

mod interaction;
mod process;

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::process::{Child, Command};

use crate::Outcome;
use crate::table::{Samples, Table, spoken};
use process::Tree;

/// Starts of each, in turns.
const STARTS: usize = 11;
/// Until nothing is left to do after a start: the first run, to an Ashby that has gone, gives up after some 16 s.
const SETTLE: Duration = Duration::from_secs(20);
/// How long idleness is watched: as long as ages are told in seconds.
const WATCH: Duration = Duration::from_secs(60);
const PATIENCE: Duration = Duration::from_secs(30);

/// Answers when the first rows were seen, or the first frame of the empty page, and when they were the page's own, in
/// milliseconds of the epoch: rows kept from the last time are seen earlier. The page itself marks it: the driver looks
/// on some 50 ms after an empty page is there.
const PAINTED: &str = r#"
const done = arguments[0];
const at = (name) => performance.getEntriesByName(name)[0]?.startTime;
const look = () => {
  const own = at("painted");
  if (own === undefined) setTimeout(look, 10);
  else done([at("pictured") ?? own, own].map((time) => performance.timeOrigin + time));
};
look();
"#;

/// What is started.
struct Start<'a> {
    program: &'a Path,
    arguments: Vec<String>,
    /// Whether it is closed as a person closes it, and leaves a picture of its first screen.
    leaves: bool,
}

/// A running window and what was measured of its start.
struct Window {
    client: Client,
    driver: Child,
    painted: Duration,
    own: Duration,
    /// The program, if it is to be closed as a person does it.
    leaves: Option<PathBuf>,
}

#[derive(Default)]
struct Measured {
    painted: Samples,
    own: Samples,
    memory: u64,
    cpu: f64,
}

/// Starts, paints, rests: the app on `data`, and an empty window.
pub async fn measure(program: &Path, data: &Path, table: &mut Table) -> Outcome {
    let app = vec!["--data-dir".to_owned(), data.display().to_string()];
    let starts = [
        Start { program, arguments: vec!["--empty-window".to_owned()], leaves: false },
        Start { program, arguments: app, leaves: true },
    ];
    // The first start of a mirror has no picture of the last time.
    let window = Window::open(&starts[1]).await?;
    table.beside(
        "The app's first start on a mirror: process start → first rows painted",
        &spoken(window.own),
        "",
        "",
    );
    window.close().await?;
    let mut measured = [Measured::default(), Measured::default()];
    for turn in 0..STARTS {
        for (start, measured) in starts.iter().zip(&mut measured) {
            let window = Window::open(start).await?;
            measured.painted.add(window.painted);
            measured.own.add(window.own);
            if turn + 1 == STARTS {
                tokio::time::sleep(SETTLE).await;
                let tree = window.tree()?;
                let before = tree.cpu_seconds()?;
                tokio::time::sleep(WATCH).await;
                measured.cpu = (window.tree()?.cpu_seconds()? - before) / WATCH.as_secs_f64();
                measured.memory = window.tree()?.memory()?;
            }
            window.close().await?;
        }
    }
    report(&measured, table);
    let window = Window::open(&starts[1]).await?;
    interaction::measure(&window.client, table).await?;
    window.close().await
}

fn report([empty, app]: &[Measured; 2], table: &mut Table) {
    table.samples("An empty Tauri window: process start → painted", &empty.painted, "");
    table.samples("The app: process start → first rows painted", &app.painted, "");
    let (time, baseline) = (app.painted.median(), empty.painted.median());
    table.samples("… until they are drawn by the app itself", &app.own, "");
    table.ratio("First rows painted, beside the empty window", time, "empty", baseline, "≤ 1.25 (1 M: 1.35)");
    let mb = |bytes: u64| format!("{:.0} MB", bytes as f64 / f64::from(1 << 20));
    let above = app.memory.saturating_sub(empty.memory);
    let baseline = format!("{} above an empty window's {}", mb(above), mb(empty.memory));
    table.beside("Idle: memory (PSS, all processes)", &mb(app.memory), &baseline, "≤ 60 MB above (1 M: 100)");
    let percent = |part: f64| format!("{:.1} %", part * 100.0);
    let baseline = format!("{} for an empty window", percent(empty.cpu));
    table.beside("Idle: CPU of one core", &percent(app.cpu), &baseline, "< 1 %");
    println!("  (spread of the starts: {})", spoken(app.painted.spread()));
}

impl Window {
    async fn open(start: &Start<'_>) -> Outcome<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut driver = Command::new("/usr/bin/WebKitWebDriver");
        driver.arg(format!("--port={port}")).arg("--host=127.0.0.1").env("TAURI_WEBVIEW_AUTOMATION", "true");
        driver.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let driver = driver.process_group(0).kill_on_drop(true).spawn()?;
        let listening = async {
            while tokio::net::TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.is_err() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(PATIENCE, listening).await?;
        let options =
            json!({ "webkitgtk:browserOptions": { "binary": start.program, "args": start.arguments } });
        let mut builder = ClientBuilder::new(HttpConnector::new());
        if let Value::Object(options) = options {
            builder.capabilities(options);
        }
        let address = format!("http://127.0.0.1:{port}");
        let client = tokio::time::timeout(PATIENCE, builder.connect(&address)).await??;
        let painted = client.execute_async(PAINTED, Vec::new());
        let painted = tokio::time::timeout(PATIENCE, painted).await??;
        let [painted, own] =
            serde_json::from_value(painted).map_err(|_| "the window did not say when it was painted")?;
        let mut window = Self { client, driver, painted: Duration::ZERO, own: Duration::ZERO, leaves: None };
        let tree = window.tree()?;
        let began = tree.started(start.program)?;
        let since = |painted: f64| Duration::from_secs_f64((painted / 1_000.0 - began).max(0.0));
        (window.painted, window.own) = (since(painted), since(own));
        window.leaves = start.leaves.then(|| start.program.to_owned());
        Ok(window)
    }

    fn tree(&self) -> Outcome<Tree> {
        Tree::below(self.driver.id().ok_or("the driver ended")?)
    }

    async fn close(mut self) -> Outcome {
        if let Some((program, group)) = self.leaves.as_ref().zip(self.driver.id()) {
            samara_tests::ask_to_end(group, program).await?;
        }
        let group = self.driver.id().and_then(|id| i32::try_from(id).ok());
        // Where the window has gone already, so has the session.
        let _gone = self.client.close().await;
        if let Some(group) = group.and_then(rustix::process::Pid::from_raw) {
            // Gone already is as good.
            let _sent = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
        }
        self.driver.wait().await?;
        Ok(())
    }
}
