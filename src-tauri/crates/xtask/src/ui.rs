//! The UI's own tools: npm and its scripts.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::prerequisite::NPM;
use crate::repository::Repository;
use crate::step::{Failure, Steps};

/// The lockfile that `node_modules` was last filled from, kept inside it.
const STAMP: &str = "node_modules/.samara-package-lock.json";
const INSTALL_CURE: &str = "look at npm's own message; `rm -rf ui/node_modules` starts afresh";

/// Installs exactly what the lockfile names, when it changed since the last time.
pub fn install(repository: &Repository, steps: &Steps) -> Result<(), Failure> {
    let folder = repository.ui();
    if is_current(&folder) {
        return Ok(());
    }
    steps.run("install the UI's packages", npm(&folder).args(["ci", "--ignore-scripts"]), INSTALL_CURE)?;
    fs::copy(folder.join("package-lock.json"), folder.join(STAMP)).map(drop).map_err(|error| {
        Failure::new(
            "install the UI's packages",
            format!("the stamp could not be written: {error}"),
            INSTALL_CURE,
        )
    })
}

/// Runs one script of `ui/package.json`.
pub fn script(
    repository: &Repository,
    steps: &Steps,
    name: &str,
    script: &str,
    cure: &str,
) -> Result<(), Failure> {
    steps.run(name, npm(&repository.ui()).args(["run", "--silent", script]), cure)
}

/// Builds the UI into `ui/dist`, where the app embeds it from.
pub fn build(repository: &Repository, steps: &Steps) -> Result<(), Failure> {
    install(repository, steps)?;
    script(
        repository,
        steps,
        "build the UI",
        "build",
        "mend what the compiler names; `npm run build` in ui repeats it",
    )
}

fn npm(folder: &Path) -> Command {
    let mut command = Command::new(NPM);
    command.current_dir(folder);
    command
}

fn is_current(folder: &Path) -> bool {
    let stamp = fs::read(folder.join(STAMP));
    let lock = fs::read(folder.join("package-lock.json"));
    matches!((stamp, lock), (Ok(stamp), Ok(lock)) if stamp == lock)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_current_until_the_lockfile_changes() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("node_modules")).unwrap();
        let lock = folder.path().join("package-lock.json");
        fs::write(&lock, "one").unwrap();
        assert!(!is_current(folder.path()), "nothing installed yet");

        fs::copy(&lock, folder.path().join(STAMP)).unwrap();
        assert!(is_current(folder.path()));

        fs::write(&lock, "two").unwrap();
        assert!(!is_current(folder.path()), "the lockfile moved on");
    }
}
