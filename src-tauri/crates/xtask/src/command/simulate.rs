//! `cargo xtask simulate`: the engine against a hostile world, seed by seed.

use clap::Args;

use crate::app::FEATURES;
use crate::repository::Repository;
use crate::step::{Failure, Steps};

/// Which seeds.
#[derive(Args)]
pub struct Options {
    /// How many seeds to run, of the mirror and of the outbox each
    #[arg(long, default_value_t = 200)]
    seeds: u64,
    /// The first of them; with --seeds 1 this replays one
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// Instead of seeds: kill the sending program itself 200 times while it carries out 1,000 actions
    #[arg(long)]
    kills: bool,
}

/// Runs the simulation's test target over the wanted seeds, or the loop of kills in full.
pub fn run(repository: &Repository, steps: &Steps, options: &Options) -> Result<(), Failure> {
    if options.kills {
        return kills(repository, steps);
    }
    let mut command = repository.cargo();
    // Of its own profile, and without the window, which it has no use for.
    command.args(["test", "--profile", "simulation", "--package", "samara-tests", "--test", "simulation"]);
    command.args(["--", "--nocapture", "mirror_", "outbox_"]);
    command.env("SAMARA_SEEDS", options.seeds.to_string());
    command.env("SAMARA_FIRST_SEED", options.from.to_string());
    let name = format!("simulate {} seeds from {}", options.seeds, options.from);
    steps.run(&name, &mut command, "replay the failed seed with the line printed above")
}

fn kills(repository: &Repository, steps: &Steps) -> Result<(), Failure> {
    let mut build = repository.cargo();
    build.args(["build", "--workspace", "--features", FEATURES, "--bins"]);
    steps.run("build the programs", &mut build, "mend what the compiler names")?;
    let mut command = repository.cargo();
    command.args(["test", "--workspace", "--features", FEATURES, "--test", "cli", "--", "--nocapture"]);
    command.arg("mixed_intents_happen_once_each_however_often_the_sender_is_killed");
    command.env("SAMARA_KILLS", "200");
    command.env("SAMARA_CLI", repository.binary("debug", "samara"));
    steps.run("200 kills, 1,000 actions", &mut command, "the test says which action happened twice or never")
}
