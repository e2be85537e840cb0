//! `cargo xtask test`: everything that has to pass, cheap checks first.

use clap::Args;

use crate::app::{self, FEATURES};
use crate::prerequisite::{self, Need};
use crate::repository::Repository;
use crate::step::{Failure, Steps};
use crate::ui;

/// What to leave out.
#[derive(Args)]
pub struct Options {
    /// Without clippy, rustdoc and the licence check: only build and run the tests
    #[arg(long)]
    quick: bool,
}

/// Runs the checks and then every test in one go, in a real window too.
pub fn run(repository: &Repository, steps: &Steps, options: &Options) -> Result<(), Failure> {
    prerequisite::ensure(repository, steps, Need::Headless)?;
    format(repository, steps)?;
    interface(repository, steps)?;
    if !options.quick {
        licences(repository, steps)?;
        lint(repository, steps)?;
        document(repository, steps)?;
    }
    compile(repository, steps)?;
    test(repository, steps)
}

fn format(repository: &Repository, steps: &Steps) -> Result<(), Failure> {
    let mut command = repository.cargo();
    steps.run("formatting", command.args(["fmt", "--all", "--check"]), "run `cargo fmt --all`")
}

fn interface(repository: &Repository, steps: &Steps) -> Result<(), Failure> {
    ui::install(repository, steps)?;
    let mend = "mend what is named; `npm run <script>` in ui repeats it";
    ui::script(repository, steps, "UI lints", "lint", mend)?;
    ui::script(repository, steps, "UI types", "typecheck", mend)?;
    ui::script(repository, steps, "UI tests", "test", mend)?;
    ui::build(repository, steps)
}

fn licences(repository: &Repository, steps: &Steps) -> Result<(), Failure> {
    let name = "licences, bans and sources (cargo-deny)";
    if !prerequisite::on_path("cargo-deny") {
        steps.skip(name, "cargo-deny is not installed; `cargo install cargo-deny --locked` brings it");
        return Ok(());
    }
    let mut command = repository.cargo();
    command.args(["deny", "--all-features", "check", "licenses", "bans", "sources"]);
    steps.run(name, &mut command, "see deny.toml for what is allowed and why")
}

fn lint(repository: &Repository, steps: &Steps) -> Result<(), Failure> {
    let mut command = repository.cargo();
    command.args(["clippy", "--workspace", "--all-targets", "--features", FEATURES, "--", "-D", "warnings"]);
    steps.run(
        "Rust lints (clippy)",
        &mut command,
        "mend them, or `#[expect(…, reason = \"…\")]` with a true reason",
    )
}

fn document(repository: &Repository, steps: &Steps) -> Result<(), Failure> {
    let mut command = repository.cargo();
    command.args(["doc", "--workspace", "--no-deps", "--features", FEATURES]);
    command.env("RUSTDOCFLAGS", "-D warnings");
    steps.run("Rust documentation", &mut command, "mend the links and items rustdoc names")
}

/// Tests and programs in one build: the window tests drive the app itself.
fn compile(repository: &Repository, steps: &Steps) -> Result<(), Failure> {
    let mut command = repository.cargo();
    command.args(["build", "--workspace", "--features", FEATURES, "--lib", "--bins", "--tests"]);
    steps.run("build tests and programs", &mut command, "mend what the compiler names")
}

fn test(repository: &Repository, steps: &Steps) -> Result<(), Failure> {
    let nextest = prerequisite::on_path("cargo-nextest");
    if !nextest {
        steps.skip("cargo-nextest", "it is not installed; plain `cargo test` runs the same tests, slower");
    }
    let mut command = repository.cargo();
    if nextest {
        command.args(["nextest", "run", "--no-fail-fast"]);
    } else {
        command.args(["test", "--no-fail-fast"]);
    }
    command.args(["--workspace", "--features", FEATURES]);
    command.env("SAMARA_DESKTOP", repository.binary("debug", "samara-desktop"));
    command.env("SAMARA_CLI", repository.binary("debug", "samara"));
    if cfg!(target_os = "linux") {
        // Everything the window tests need is there by now: to skip them would hide something.
        command.env("SAMARA_WINDOW_TESTS", "required");
    }
    let cure = "the failed test says what it expected; a failed seed prints the line that replays it";
    steps.run("all tests", &mut app::headless(repository, &command), cure)
}
