//! `samara-bench [--candidates N] [--data DIR] [--skip sync,raw,delta,latency,window]`: how fast it is, as a table; it
//! asserts nothing. With `--data` the mirror stays there, and `--skip sync` takes the one an earlier run left. Where a
//! workspace is so large that it would take too long, raw inserts take a part of its rows, its details are paid for a
//! minute, and the sync that reads are measured beside is not waited for.
//!
//! One workspace of N people stands in a sandbox in a process of its own, behind a real socket on this machine. It
//! is pulled into an encrypted mirror, changed, searched and read by the engine's own commands, and shown by the
//! built app. What has a baseline is measured in the same run: the same pages only downloaded, the same rows only
//! inserted, a window with nothing in it. `cargo xtask bench` builds what this needs and provides screen and keychain.

mod desk;
mod latency;
mod raw;
mod reads;
mod recording;
mod sandbox;
mod sweep;
mod sync;
mod table;
mod window;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use sandbox::Sandbox;
use table::Table;

/// The result of one measurement; nothing here is worth an enum.
type Outcome<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

const USAGE: &str =
    "usage: samara-bench [--candidates N] [--data DIR] [--skip sync,raw,delta,latency,window]";

/// What is asked for.
struct Wanted {
    candidates: u32,
    data: Option<PathBuf>,
    skip: Vec<String>,
    /// The built app, when a window is to be measured.
    desktop: Option<PathBuf>,
}

impl Wanted {
    fn read() -> Outcome<Self> {
        let mut wanted = Self {
            candidates: 100_000,
            data: None,
            skip: Vec::new(),
            desktop: std::env::var_os("SAMARA_DESKTOP").map(PathBuf::from),
        };
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            match (word.as_str(), words.next()) {
                ("--candidates", Some(number)) => wanted.candidates = number.parse()?,
                ("--data", Some(folder)) => wanted.data = Some(folder.into()),
                ("--skip", Some(parts)) => wanted.skip = parts.split(',').map(str::to_owned).collect(),
                _ => return Err(USAGE.into()),
            }
        }
        if wanted.skips("window") {
            wanted.desktop = None;
        }
        Ok(wanted)
    }

    fn skips(&self, part: &str) -> bool {
        self.skip.iter().any(|skipped| skipped == part)
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    if let Some(ended) = samara_engine::text::answered() {
        return ended;
    }
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("the bench stopped: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Outcome {
    let wanted = Wanted::read()?;
    let mut table = Table::default();
    let sandbox = Sandbox::start(wanted.candidates).await?;
    let folder = tempfile::Builder::new().prefix("samara-bench-").tempdir()?;
    let data = wanted.data.clone().unwrap_or_else(|| folder.path().join("data"));
    let desk = if wanted.skips("sync") {
        desk::reopen(&data, &sandbox)?
    } else {
        let desk = desk::connect(&data, &sandbox, wanted.desktop.is_some())?;
        sync::first(&desk, &mut table).await?;
        if !wanted.skips("raw") {
            raw::inserts(&desk, folder.path(), wanted.candidates, &mut table)?;
        }
        sync::details(&desk, &mut table).await?;
        desk
    };
    if !wanted.skips("delta") {
        sync::delta(&desk, &sandbox, &mut table).await?;
        sweep::measure(&desk, &mut table)?;
    }
    reads::measure(&desk, "", &mut table).await?;
    reads::while_syncing(&desk, &mut table).await?;
    if let Some(desktop) = &wanted.desktop {
        // The sync that was cut off comes to its end: the window is measured at rest.
        sync::run(desk.engine.workspace()?, false).await?;
        drop(desk);
        window::measure(desktop, &data, &mut table).await?;
    }
    if !wanted.skips("latency") {
        latency::measure(folder.path(), &sandbox, &mut table).await?;
    }
    table.print(wanted.candidates);
    Ok(())
}
