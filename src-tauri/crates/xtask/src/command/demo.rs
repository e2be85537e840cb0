//! `cargo xtask demo`: from a clean clone to the open app, on a workspace that needs no key and no network.

use clap::Args;
use std::process::Command;

use crate::app::{self, Speed};
use crate::prerequisite::{self, Need};
use crate::repository::Repository;
use crate::step::{Failure, Steps};
use crate::ui;

/// How to build it.
#[derive(Args)]
pub struct Options {
    /// Build as it ships: several minutes longer to build, quicker to use
    #[arg(long)]
    release: bool,
    /// Tour the app without showing it, even though there is a display
    #[arg(long)]
    headless: bool,
}

/// Opens the app on the demo workspace, or tours it where nobody could see it.
pub fn run(repository: &Repository, steps: &Steps, options: &Options) -> Result<(), Failure> {
    let shown = app::has_display() && !options.headless;
    let need = if shown { Need::Build } else { Need::Headless };
    prerequisite::ensure(repository, steps, need)?;
    ui::build(repository, steps)?;
    let speed = if options.release { Speed::Release } else { Speed::Dev };
    if shown {
        let desktop = app::build(repository, steps, speed, &["samara-desktop"])?;
        let cure = "read the app's message above; `cargo xtask demo --headless` tours it without a display";
        return steps.run(
            "Samara is open on the demo workspace; close its window to end",
            Command::new(desktop).arg("--demo"),
            cure,
        );
    }
    tour(repository, steps, speed, "demo")
}

/// Builds the app and the tour, and runs the tour called `name` into `target/<name>`.
pub fn tour(repository: &Repository, steps: &Steps, speed: Speed, name: &str) -> Result<(), Failure> {
    let desktop = app::build(repository, steps, speed, &["samara-desktop", "samara-tour"])?;
    let pictures = repository.pictures(name);
    let mut command = Command::new(repository.binary(speed.folder(), "samara-tour"));
    command.arg(name).arg(&pictures).env("SAMARA_DESKTOP", desktop);
    command.current_dir(repository.root());
    let cure = "the last line above says where the tour stopped; target/ keeps the pictures up to there";
    steps.run(&format!("tour the app ({name})"), &mut app::headless(repository, &command), cure)?;
    steps.say(&format!("pictures are in {}", pictures.display()));
    Ok(())
}
