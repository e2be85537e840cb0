//! What can be said of writes, and of those that wait.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Options of `act`.
#[derive(Debug, Args)]
pub struct Act {
    /// The action, such as `move_application_to_stage`.
    pub action: String,
    /// Its input; - reads it from standard input.
    #[arg(long, value_name = "JSON")]
    pub input: String,
    /// The file to attach; under its own name, and as OTHER, unless the input's attachment says otherwise.
    #[arg(long, value_name = "PATH")]
    pub file: Option<PathBuf>,
    /// Only keep it; do not wait for the outcome.
    #[arg(long)]
    pub queue: bool,
}

/// Options of `outbox`.
#[derive(Debug, Args)]
pub struct Outbox {
    /// What to do with it.
    #[command(subcommand)]
    pub verb: OutboxVerb,
}

/// What to do with the outbox.
#[derive(Debug, Subcommand)]
pub enum OutboxVerb {
    /// List it, newest first.
    List,
    /// Send what waits, for up to a minute.
    Run(Run),
    /// Take an intent back.
    Undo(Intent),
    /// Send a failed one again.
    Retry(Intent),
    /// Ask for a failed one with another input.
    Edit(Edit),
    /// Give one up.
    Discard(Intent),
    /// Decide a conflict.
    Decide(Decide),
}

/// Options of `outbox run`.
#[derive(Debug, Args)]
pub struct Run {
    /// Go on until nothing waits any more, however long Ashby is out of reach. While another Samara sends, wait for it.
    #[arg(long)]
    pub until_quiet: bool,
}

/// Which intent.
#[derive(Debug, Args)]
pub struct Intent {
    /// Its id.
    pub intent_id: String,
}

/// A failed intent and what to ask for instead.
#[derive(Debug, Args)]
pub struct Edit {
    /// The intent's id.
    pub intent_id: String,
    /// The action's input, - for standard input; a file that is not given anew is kept.
    #[arg(long, value_name = "JSON")]
    pub input: String,
}

/// Whose side wins.
#[derive(Debug, Args)]
pub struct Decide {
    /// The intent's id.
    pub intent_id: String,
    /// mine: send it all the same; theirs: leave Ashby as it is.
    #[arg(value_parser = ["mine", "theirs"])]
    pub choice: String,
}
