//! `samara-tour demo|screenshots FOLDER [ALBUM]`: drives the app over its demo workspace and leaves pictures; of one
//! album, if it is named (typical, empty, extreme, german).
//!
//! `cargo xtask demo` (without a display) and `cargo xtask screenshots` build it and provide screen and driver.

mod demo;
mod screens;

use samara_tests::Outcome;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    let mut words = std::env::args_os().skip(1);
    let (tour, folder) = (words.next(), words.next().map(PathBuf::from));
    let album = words.next().and_then(|name| name.into_string().ok());
    let done = match (tour.as_ref().and_then(|name| name.to_str()), folder) {
        (Some("demo"), Some(folder)) => run(&folder, demo::tour(&folder)).await,
        (Some("screenshots"), Some(folder)) => run(&folder, screens::tour(&folder, album.as_deref())).await,
        _ => {
            eprintln!("usage: samara-tour demo|screenshots FOLDER [ALBUM]");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("the tour stopped: {trouble}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a tour into an empty `folder`: pictures of an earlier run would pass for this one's.
async fn run(folder: &Path, tour: impl Future<Output = Outcome>) -> Outcome {
    let emptied = match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => std::fs::create_dir_all(folder),
    };
    emptied.map_err(|error| samara_tests::Trouble::System {
        doing: format!("empty {}", folder.display()),
        error,
    })?;
    tour.await
}
