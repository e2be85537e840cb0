//! `samara`: the engine on the command line.
//!
//! Answers go to standard output, one object a line with `--json`; progress and failures to standard error, the
//! failure's code and cure on its last line. Exit codes: 0 done, 1 failed, 2 usage.

mod act;
mod arguments;
mod connect;
mod export;
mod host;
mod input;
mod keeping;
mod leave;
mod list;
mod outbox;
mod passthrough;
mod quality;
mod rebuild;
mod recovery;
mod sandbox;
mod scopes;
mod search;
mod settings;
mod status;
mod sync;
mod views;

use clap::Parser as _;
use samara_engine::Failure;

use crate::arguments::{Arguments, Verb};
use crate::host::Host;

#[tokio::main]
async fn main() -> std::process::ExitCode {
    if let Some(ended) = samara_engine::text::answered() {
        return ended;
    }
    let arguments = Arguments::parse();
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_max_level(arguments.verbosity())
        .without_time()
        .init();
    match run(arguments).await {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(failure) => {
            // Ashby's own words may have lines; the last line tells the whole.
            eprintln!("{}", failure.to_string().replace(['\n', '\r'], " "));
            std::process::ExitCode::from(1)
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Failure> {
    let Arguments { data_dir, vault, json, verb, .. } = arguments;
    if let Verb::Sandbox(options) = verb {
        return sandbox::run(options).await;
    }
    let host = Host::new(data_dir, json)?;
    match verb {
        Verb::Connect(options) => connect::run(&host, vault, options).await,
        Verb::Sync(options) => sync::run(&host, options).await,
        Verb::Recovery(verb) => recovery::run(&host, verb).await,
        Verb::Rebuild => rebuild::run(&host).await,
        Verb::Status => status::run(&host).await,
        Verb::List(options) => list::run(&host, options).await,
        Verb::Search(options) => search::run(&host, options).await,
        Verb::Export(options) => export::run(&host, options).await,
        Verb::Scopes(options) => scopes::run(&host, options).await,
        Verb::Views(options) => views::run(&host, options).await,
        Verb::Act(options) => act::run(&host, options).await,
        Verb::Outbox(options) => outbox::run(&host, options).await,
        Verb::Passthrough(options) => passthrough::run(&host, options).await,
        Verb::Mode(options) => keeping::mode(&host, options).await,
        Verb::Track(options) => keeping::track(&host, options).await,
        Verb::Forget(options) => keeping::forget(&host, options).await,
        Verb::Pause => keeping::switch(&host, false).await,
        Verb::Resume => keeping::switch(&host, true).await,
        Verb::Disconnect(options) => leave::disconnect(&host, options).await,
        Verb::Key(options) => leave::key(&host, options).await,
        Verb::Fields(verb) => settings::fields(&host, verb).await,
        Verb::Remapping(options) => settings::remapping(&host, options).await,
        Verb::Retention(options) => settings::retention(&host, options).await,
        Verb::Runs => settings::runs(&host).await,
        Verb::Quality(options) => quality::run(&host, options).await,
        Verb::Sandbox(_) => Ok(()),
    }
}
