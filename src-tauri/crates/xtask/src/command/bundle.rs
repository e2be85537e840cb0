//! `cargo xtask bundle`: what a person installs.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::prerequisite::{self, Need};
use crate::repository::Repository;
use crate::step::{Failure, Steps};
use crate::ui;

/// Builds the packages for this platform; on Linux a `.deb` and a `.rpm` that bring their own libcrypto.
pub fn run(repository: &Repository, steps: &Steps) -> Result<(), Failure> {
    prerequisite::ensure(repository, steps, Need::Build)?;
    ui::install(repository, steps)?;
    // Of its own: another libcrypto is linked here, and switching would rebuild SQLCipher back and forth.
    let target = repository.target().join("bundle");
    let tauri =
        repository.ui().join("node_modules/.bin").join(if cfg!(windows) { "tauri.cmd" } else { "tauri" });
    let mut command = Command::new(tauri);
    command.current_dir(repository.root()).env("CARGO_TARGET_DIR", &target).arg("build");
    if cfg!(target_os = "linux") {
        command.args(["--bundles", "deb,rpm"]);
        link_libcrypto_inside(&target, &mut command, steps)?;
    }
    command.args(["--", "--profile", "dist"]);
    steps.run("build the packages", &mut command, "mend what tauri or the compiler names")?;
    steps.say(&format!("packages are under {}", target.join("dist/bundle").display()));
    Ok(())
}

/// Points SQLCipher's build at a folder that holds only Debian's static libcrypto, so that the linker takes it.
fn link_libcrypto_inside(target: &Path, command: &mut Command, steps: &Steps) -> Result<(), Failure> {
    let name = "static libcrypto";
    let library = [
        "/usr/lib/x86_64-linux-gnu/libcrypto.a",
        "/usr/lib/aarch64-linux-gnu/libcrypto.a",
        "/usr/lib64/libcrypto.a",
    ];
    let Some(library) = library.iter().map(Path::new).find(|path| path.is_file()) else {
        steps.skip(name, "no libcrypto.a here; the package will ask for the system's libcrypto.so");
        return Ok(());
    };
    let folder = target.join("static-libcrypto");
    let broken = |error: std::io::Error| Failure::new(name, error.to_string(), "free the target directory");
    fs::create_dir_all(&folder).map_err(broken)?;
    fs::copy(library, folder.join("libcrypto.a")).map_err(broken)?;
    command.env("OPENSSL_LIB_DIR", &folder).env("OPENSSL_INCLUDE_DIR", "/usr/include");
    Ok(())
}
