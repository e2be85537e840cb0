//! Where things stand: the root of the checkout, and where cargo puts what it builds.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::step::Failure;

/// The checkout this command runs in.
pub struct Repository {
    root: PathBuf,
    target: PathBuf,
}

impl Repository {
    /// Asks cargo for the workspace root and the target directory (which `CARGO_TARGET_DIR` may move).
    pub fn find() -> Result<Self, Failure> {
        let step = "find the workspace";
        let output = cargo()
            .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
            .stderr(Stdio::inherit())
            .output()
            .map_err(|error| Failure::new(step, format!("cargo could not be started: {error}"), RUST_CURE))?;
        let metadata: Value = serde_json::from_slice(&output.stdout).map_err(|error| {
            Failure::new(
                step,
                format!("`cargo metadata` gave no JSON: {error}"),
                "run it inside the checkout",
            )
        })?;
        let folder = |key: &str| {
            metadata.get(key).and_then(Value::as_str).map(PathBuf::from).ok_or_else(|| {
                Failure::new(
                    step,
                    format!("`cargo metadata` names no {key}"),
                    "update cargo with `rustup update`",
                )
            })
        };
        Ok(Self { root: folder("workspace_root")?, target: folder("target_directory")? })
    }

    /// The root of the checkout.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of the UI, where npm runs.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// Cargo's target directory.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// A folder for pictures under the checkout's own `target/`, wherever cargo builds.
    pub fn pictures(&self, name: &str) -> PathBuf {
        self.root.join("target").join(name)
    }

    /// A program that cargo built with `profile` (`debug`, `release`).
    pub fn binary(&self, profile: &str, name: &str) -> PathBuf {
        self.target.join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// Cargo, in the root of the checkout.
    pub fn cargo(&self) -> Command {
        let mut command = cargo();
        // Said outright, so that a relative CARGO_TARGET_DIR means the same folder to every step.
        command.current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        command
    }
}

/// What to do when there is no Rust.
pub const RUST_CURE: &str = "install Rust 1.95 or newer with rustup, components clippy and rustfmt included";

/// The cargo that runs this command, else the one on the path.
fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // `cargo run` describes xtask's own package to it; build scripts that watch these would run again.
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            command.env_remove(name);
        }
    }
    command
}
