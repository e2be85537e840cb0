//! The workspace's own commands: `cargo xtask test | demo | bench | simulate | screenshots |
//! bindings | bundle`.
//!
//! Each command is a list of *steps* in order of cost. A step is one process or one look at the machine; it
//! prints its name and how long it took, and the first one that fails ends the command, naming its cure.

mod app;
mod command;
mod prerequisite;
mod repository;
mod step;
mod ui;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

use repository::Repository;
use step::{Failure, Steps};

/// Samara's workshop.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Format, lint, build and test everything: what has to pass before a change lands
    Test(command::test::Options),
    /// Build the app and open it on the demo workspace; without a display, tour it and leave pictures in target/demo
    Demo(command::demo::Options),
    /// Measure the release build against its budgets
    Bench(command::bench::Options),
    /// Run the seeded simulation of user, Ashby, network and crashes
    Simulate(command::simulate::Options),
    /// Picture every screen of three workspaces, light and dark, wide and narrow, in target/screenshots
    Screenshots,
    /// Write the TypeScript types and catalogue of the commands anew
    Bindings,
    /// Build the .deb and .rpm packages
    Bundle,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let steps = Steps::start();
    match run(arguments.command, &steps) {
        Ok(()) => {
            steps.finish();
            ExitCode::SUCCESS
        }
        Err(failure) => {
            steps.fail(&failure);
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task, steps: &Steps) -> Result<(), Failure> {
    let repository = Repository::find()?;
    match task {
        Task::Test(options) => command::test::run(&repository, steps, &options),
        Task::Demo(options) => command::demo::run(&repository, steps, &options),
        Task::Bench(options) => command::bench::run(&repository, steps, &options),
        Task::Simulate(options) => command::simulate::run(&repository, steps, &options),
        Task::Screenshots => command::screenshots::run(&repository, steps),
        Task::Bindings => command::bindings::run(&repository, steps),
        Task::Bundle => command::bundle::run(&repository, steps),
    }
}
