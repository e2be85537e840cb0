//! What can go wrong while the app is driven.

use std::path::PathBuf;

/// The result of one thing done to the app.
pub type Outcome<T = ()> = Result<T, Trouble>;

/// Why the app could not be driven further. `Debug` is the same sentence, since that is what a failed test prints.
#[derive(thiserror::Error)]
pub enum Trouble {
    /// Something the tests need is not on this machine.
    #[error("{what} is missing. Cure: {cure}")]
    Missing {
        /// The missing thing.
        what: String,
        /// Where it comes from.
        cure: &'static str,
    },
    /// A program or a port could not be opened.
    #[error("{doing}: {error}")]
    System {
        /// What was tried.
        doing: String,
        /// What the system said.
        error: std::io::Error,
    },
    /// The driver gave no session: the app did not start, or has no automation.
    #[error("no session with the app: {error}\n{log}")]
    NoSession {
        /// What the driver said.
        error: String,
        /// The app's last lines.
        log: String,
    },
    /// The driver refused a command.
    #[error("the driver refused: {0}")]
    Refused(#[from] fantoccini::error::CmdError),
    /// Something awaited did not come.
    #[error("{awaited} within {seconds} s. The window says:\n{page}\n{log}")]
    Waited {
        /// What should have come about, as in "did not see button “Connect”".
        awaited: String,
        /// How long was waited.
        seconds: u64,
        /// The visible text of the page.
        page: String,
        /// The app's last lines.
        log: String,
    },
    /// A picture could not be written or cut.
    #[error("picture {path}: {error}")]
    Picture {
        /// Where it was to go.
        path: PathBuf,
        /// What went wrong.
        error: String,
    },
    /// The sandbox would not do it.
    #[error("the sandbox refused {operation}: {answer}")]
    Sandbox {
        /// What was asked, as JSON.
        operation: String,
        /// What it said.
        answer: String,
    },
    /// The app's own command failed.
    #[error("command {name} failed: {failure}")]
    Command {
        /// The command's name.
        name: String,
        /// The `Failure` it answered, as JSON.
        failure: String,
    },
}

impl std::fmt::Debug for Trouble {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{self}")
    }
}

/// Names what was being done when the system refused.
pub(crate) fn system(doing: impl Into<String>) -> impl FnOnce(std::io::Error) -> Trouble {
    let doing = doing.into();
    move |error| Trouble::System { doing, error }
}
