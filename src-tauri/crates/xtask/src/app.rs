//! The app as a program: built with its UI inside, and run where there may be no display.

use std::path::PathBuf;
use std::process::Command;

use crate::repository::Repository;
use crate::step::{Failure, Steps};

/// The features every workspace build uses, so that clippy, tests and app share what they compile.
pub const FEATURES: &str = "samara-desktop/custom-protocol";
/// Large enough for the widest picture.
const SCREEN: &str = "-screen 0 2560x1440x24 -nolisten tcp";
const BUILD_CURE: &str = "mend what the compiler names";

/// How fast the built programs are to be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Speed {
    /// Quick to build.
    Dev,
    /// Quick to run.
    Release,
}

impl Speed {
    /// The folder under the target directory.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Dev => "debug",
            Self::Release => "release",
        }
    }
}

/// Builds the named programs of the workspace together, and answers where the app is.
pub fn build(
    repository: &Repository,
    steps: &Steps,
    speed: Speed,
    programs: &[&str],
) -> Result<PathBuf, Failure> {
    let mut command = repository.cargo();
    // The whole workspace, though few programs of it: else features unify anew and half of it builds twice.
    command.args(["build", "--workspace", "--features", FEATURES]);
    for program in programs {
        command.args(["--bin", program]);
    }
    if speed == Speed::Release {
        command.arg("--release");
    }
    steps.run(&format!("build {}", programs.join(", ")), &mut command, BUILD_CURE)?;
    Ok(repository.binary(speed.folder(), "samara-desktop"))
}

/// Whether a window can be shown to somebody.
pub fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// `program`, on a screen and with a keychain of its own that are gone with it. Off Linux: `program` itself.
pub fn headless(repository: &Repository, program: &Command) -> Command {
    if !cfg!(target_os = "linux") {
        return again(program, Command::new(program.get_program()));
    }
    let mut command = Command::new("xvfb-run");
    command.args(["--auto-servernum", "--server-args", SCREEN]);
    command.arg(repository.root().join("tests/with-secret-service")).arg(program.get_program());
    // Wayland, where there is one, would win over the invisible screen.
    command.env_remove("WAYLAND_DISPLAY");
    again(program, command)
}

/// Hands arguments, environment and folder of one command on to another.
fn again(program: &Command, mut command: Command) -> Command {
    command.args(program.get_args());
    for (name, value) in program.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    if let Some(folder) = program.get_current_dir() {
        command.current_dir(folder);
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrapped_command_keeps_arguments_environment_and_folder() {
        let mut program = Command::new("tour");
        program.args(["demo", "out"]).env("SAMARA_TEST", "1").current_dir("/tmp");
        let wrapped = again(&program, Command::new("xvfb-run"));
        assert_eq!(wrapped.get_args().collect::<Vec<_>>(), ["demo", "out"]);
        assert_eq!(wrapped.get_envs().count(), 1);
        assert_eq!(wrapped.get_current_dir(), Some(std::path::Path::new("/tmp")));
    }
}
