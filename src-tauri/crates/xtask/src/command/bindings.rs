//! `cargo xtask bindings`: the TypeScript side of the commands, written anew.

use crate::app::FEATURES;
use crate::repository::Repository;
use crate::step::{Failure, Steps};

/// Lets the test that compares the files write them.
pub fn run(repository: &Repository, steps: &Steps) -> Result<(), Failure> {
    let mut command = repository.cargo();
    command.args([
        "test",
        "--workspace",
        "--features",
        FEATURES,
        "--lib",
        "the_files_in_git_are_what_the_commands_say",
    ]);
    command.env("SAMARA_WRITE_BINDINGS", "1");
    steps.run("write ui/src/bindings", &mut command, "mend what the compiler names")
}
