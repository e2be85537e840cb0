//! `cargo xtask bench`: the budgets, measured on the release build.

use clap::Args;
use std::process::Command;

use crate::app::{self, Speed};
use crate::prerequisite::{self, Need};
use crate::repository::Repository;
use crate::step::{Failure, Steps};
use crate::ui;

/// How much to measure.
#[derive(Args)]
pub struct Options {
    /// Size of the measured workspace
    #[arg(long, default_value_t = 100_000)]
    candidates: u64,
    /// Further words for the bench itself
    #[arg(last = true)]
    rest: Vec<String>,
}

/// Builds for release and prints the table of measurements.
pub fn run(repository: &Repository, steps: &Steps, options: &Options) -> Result<(), Failure> {
    prerequisite::ensure(repository, steps, Need::Headless)?;
    ui::build(repository, steps)?;
    let desktop =
        app::build(repository, steps, Speed::Release, &["samara-desktop", "samara", "samara-bench"])?;
    let mut command = Command::new(repository.binary("release", "samara-bench"));
    command.args(["--candidates", &options.candidates.to_string()]).args(&options.rest);
    command.env("SAMARA_DESKTOP", desktop).env("SAMARA_CLI", repository.binary("release", "samara"));
    command.current_dir(repository.root());
    let cure = "read the bench's last line; `--candidates 1000` tries it quickly";
    steps.run("measure", &mut app::headless(repository, &command), cure)
}
