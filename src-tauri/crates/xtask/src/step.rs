//! Steps: what is printed while a command runs, and what is said when one fails.

use std::fmt;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// Why a command ended early: the step, what happened, and what to do about it.
#[derive(Debug)]
pub struct Failure {
    step: String,
    cause: String,
    cure: String,
}

impl Failure {
    /// A failure of `step`, with its cause and cure as sentences.
    pub fn new(step: impl Into<String>, cause: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { step: step.into(), cause: cause.into(), cure: cure.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "step failed: {}", self.step)?;
        writeln!(out, "      cause: {}", self.cause)?;
        write!(out, "       cure: {}", self.cure)
    }
}

/// The running account of one command.
pub struct Steps {
    started: Instant,
}

impl Steps {
    /// Starts the account, and its watch.
    pub fn start() -> Self {
        Self { started: now() }
    }

    /// Runs one process as a step, its output straight to the terminal.
    pub fn run(&self, name: &str, command: &mut Command, cure: &str) -> Result<(), Failure> {
        self.watch(name, || {
            let status = command.status().map_err(|error| {
                let program = command.get_program().to_string_lossy().into_owned();
                Failure::new(name, format!("`{program}` could not be started: {error}"), cure)
            })?;
            if status.success() {
                return Ok(());
            }
            Err(Failure::new(name, format!("`{}` ended with {status}", line(command)), cure))
        })
    }

    /// Runs a piece of work as a step.
    pub fn watch<T>(&self, name: &str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
        println!("\n▸ {name}");
        let began = now();
        let result = work();
        let mark = if result.is_ok() { "✓" } else { "✗" };
        println!("{mark} {name} · {}", spoken(began.elapsed()));
        result
    }

    /// Names what is left out, and why.
    pub fn skip(&self, name: &str, reason: &str) {
        println!("\n- {name} skipped: {reason}");
    }

    /// Says a fact the reader wants at the end.
    pub fn say(&self, fact: &str) {
        println!("{fact}");
    }

    /// The last line of a command that worked.
    pub fn finish(&self) {
        println!("all steps done in {}", spoken(self.started.elapsed()));
    }

    /// The last lines of a command that did not.
    pub fn fail(&self, failure: &Failure) {
        eprintln!("\n{failure}\nstopped after {}", spoken(self.started.elapsed()));
    }
}

#[expect(clippy::disallowed_methods, reason = "steps report real durations and decide nothing by them")]
fn now() -> Instant {
    Instant::now()
}

/// A duration as people say it: `0.4 s`, `38 s`, `3 min 05 s`.
fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// A command as one would type it.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![program.file_stem().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_spoken_in_their_own_unit() {
        assert_eq!(spoken(Duration::from_millis(420)), "0.4 s");
        assert_eq!(spoken(Duration::from_secs(38)), "38 s");
        assert_eq!(spoken(Duration::from_secs(185)), "3 min 05 s");
    }

    #[test]
    fn a_failed_process_names_step_command_and_cure() {
        let mut command = Command::new("cargo");
        command.arg("no-such-subcommand-here").stderr(std::process::Stdio::null());
        let failure = Steps::start().run("try it", &mut command, "do the other thing").unwrap_err();
        let text = failure.to_string();
        assert!(text.contains("step failed: try it"), "{text}");
        assert!(text.contains("cargo no-such-subcommand-here"), "{text}");
        assert!(text.contains("cure: do the other thing"), "{text}");
    }

    #[test]
    fn an_absent_program_is_a_failure_with_the_steps_cure() {
        let mut command = Command::new("samara-no-such-program");
        let failure = Steps::start().run("start it", &mut command, "install it").unwrap_err();
        assert!(failure.to_string().contains("could not be started"));
    }
}
