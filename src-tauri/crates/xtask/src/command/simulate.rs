//! `cargo xtask simulate`: the engine against a hostile world, seed by seed.

use clap::Args;

use crate::app::FEATURES;
use crate::repository::Repository;
use crate::step::{Failure, Steps};

/// Which seeds.
#[derive(Args)]
pub struct Options {
    /// How many seeds to run
    #[arg(long, default_value_t = 200)]
    seeds: u64,
    /// The first of them; with --seeds 1 this replays one
    #[arg(long, default_value_t = 0)]
    from: u64,
}

/// Runs the simulation's test target over the wanted seeds.
pub fn run(repository: &Repository, steps: &Steps, options: &Options) -> Result<(), Failure> {
    let mut command = repository.cargo();
    command.args([
        "test",
        "--workspace",
        "--features",
        FEATURES,
        "--test",
        "simulation",
        "--",
        "--nocapture",
    ]);
    command.env("SAMARA_SEEDS", options.seeds.to_string());
    command.env("SAMARA_FIRST_SEED", options.from.to_string());
    let name = format!("simulate {} seeds from {}", options.seeds, options.from);
    steps.run(&name, &mut command, "replay the failed seed with the line printed above")
}
