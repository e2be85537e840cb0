//! What the machine must have before anything is built: named when it lacks, installed where that is safe.
//!
//! On Debian and Ubuntu the missing packages are installed with apt. Rust and Node are never installed behind
//! anyone's back: their absence is named with its cure.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::repository::{RUST_CURE, Repository};
use crate::step::{Failure, Steps};

/// To compile the app: WebKitGTK and the libraries Tauri and SQLCipher link.
const BUILD_PACKAGES: &[&str] = &[
    "build-essential",
    "libdbus-1-dev",
    "libgtk-3-dev",
    "librsvg2-dev",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
    "pkg-config",
];

/// To open a window where there is no display and no login session, and to drive it.
const HEADLESS_PACKAGES: &[&str] =
    &["dbus", "fonts-dejavu-core", "gnome-keyring", "webkit2gtk-driver", "xauth", "xvfb"];

/// Oldest Node that Vite 8 runs on.
const NODE: (u32, u32) = (20, 19);
const NODE_CURE: &str = "install Node 20.19 or newer with npm, from https://nodejs.org or a version switcher";

/// What a command is going to do, and so what it needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Compile only, or open a window on the display that is there.
    Build,
    /// Open windows without a display as well.
    Headless,
}

/// Makes sure that everything `need` asks for is there.
pub fn ensure(repository: &Repository, steps: &Steps, need: Need) -> Result<(), Failure> {
    steps.watch("Rust, clippy and rustfmt", || rust(repository))?;
    steps.watch("Node and npm", node)?;
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let mut packages = BUILD_PACKAGES.to_vec();
    if need == Need::Headless {
        packages.extend_from_slice(HEADLESS_PACKAGES);
    }
    if !on_path("dpkg-query") || !on_path("apt-get") {
        steps.skip(
            "system packages",
            &format!("not Debian or Ubuntu; provide what there is called {}", packages.join(", ")),
        );
        return Ok(());
    }
    let missing = steps.watch("system packages", || missing(&packages))?;
    if missing.is_empty() { Ok(()) } else { install(steps, &missing) }
}

fn rust(repository: &Repository) -> Result<(), Failure> {
    for tool in ["clippy", "fmt"] {
        let found = repository.cargo().args([tool, "--version"]).stdout(Stdio::null()).status();
        if !found.is_ok_and(|status| status.success()) {
            return Err(Failure::new("Rust", format!("`cargo {tool}` is not there"), RUST_CURE));
        }
    }
    Ok(())
}

fn node() -> Result<(), Failure> {
    let absent = |what: &str| Failure::new("Node and npm", format!("{what} is not on the path"), NODE_CURE);
    let text = version_of("node").ok_or_else(|| absent("node"))?;
    let version = parse_version(&text)
        .ok_or_else(|| Failure::new("Node and npm", format!("node calls itself {text:?}"), NODE_CURE))?;
    if version < NODE {
        return Err(Failure::new("Node and npm", format!("node is {text}, older than 20.19"), NODE_CURE));
    }
    let npm = version_of(NPM).ok_or_else(|| absent("npm"))?;
    println!("  node {text}, npm {npm}");
    Ok(())
}

/// npm's own name: a script on Windows, where only programs are found without their ending.
pub const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

fn version_of(program: &str) -> Option<String> {
    let output = Command::new(program).arg("--version").stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// `v20.20.2` → (20, 20)
fn parse_version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim_start_matches('v').split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// The packages dpkg does not call installed.
fn missing(packages: &[&str]) -> Result<Vec<String>, Failure> {
    let output = Command::new("dpkg-query")
        .args(["--show", "--showformat", "${db:Status-Abbrev} ${Package}\n"])
        .args(packages)
        .stderr(Stdio::null())
        .output()
        .map_err(|error| Failure::new("system packages", format!("dpkg-query: {error}"), "repair dpkg"))?;
    let known = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(not_installed(&known, packages))
}

/// Reads dpkg-query's lines (`ii  xvfb`): whatever is not marked installed there is missing.
fn not_installed(known: &str, packages: &[&str]) -> Vec<String> {
    let installed = |package: &str| {
        known.lines().any(|line| {
            let mut words = line.split_whitespace();
            words.next() == Some("ii") && words.next() == Some(package)
        })
    };
    packages.iter().filter(|package| !installed(package)).map(|package| (*package).to_owned()).collect()
}

fn install(steps: &Steps, packages: &[String]) -> Result<(), Failure> {
    let by_hand = format!("run `sudo apt-get install {}` yourself, then again", packages.join(" "));
    if !is_root() && !on_path("sudo") {
        let cause = format!("{} lacks, and there is no sudo to install it with", packages.join(", "));
        return Err(Failure::new("install system packages", cause, by_hand));
    }
    // A list that cannot be refreshed may still be good enough to install from.
    if steps.run("refresh the package list", apt().arg("update"), &by_hand).is_err() {
        steps.skip("refreshing the package list", "apt-get update failed; trying with the list at hand");
    }
    let mut command = apt();
    command.args(["install", "--yes", "--no-install-recommends"]).args(packages);
    steps.run(&format!("install {}", packages.join(", ")), &mut command, &by_hand)
}

fn apt() -> Command {
    let mut command = if is_root() {
        Command::new("apt-get")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
        sudo
    };
    command.arg("--quiet").env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// Whether a program of that name stands in one of the folders of `PATH`.
pub fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| is_program(&folder.join(program)))
}

fn is_program(path: &Path) -> bool {
    path.is_file() || path.with_extension("exe").is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_compare_by_number_not_by_letter() {
        assert_eq!(parse_version("v20.20.2"), Some((20, 20)));
        assert!(parse_version("v20.9.0").unwrap() < NODE);
        assert!(parse_version("v22.0.0").unwrap() > NODE);
        assert_eq!(parse_version("unknown"), None);
    }

    #[test]
    fn only_packages_marked_installed_count() {
        let known = "ii  xvfb\nrc  xauth\nun  dbus\n";
        assert_eq!(
            not_installed(known, &["xvfb", "xauth", "dbus", "pkg-config"]),
            ["xauth", "dbus", "pkg-config"]
        );
    }

    #[test]
    fn a_machine_that_knows_no_package_lacks_them_all() {
        assert_eq!(not_installed("", &["xvfb"]), ["xvfb"]);
    }
}
