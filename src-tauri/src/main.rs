//! The window: hosts the engine, and nothing else.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

#[cfg(target_os = "linux")]
mod again;
mod arguments;
mod download;
mod ipc;
mod leave;
mod link;
mod picture;
#[cfg(target_os = "linux")]
mod webkit;
mod window;

use std::process::ExitCode;

fn main() -> ExitCode {
    if let Some(ended) = samara_engine::text::answered() {
        return ended;
    }
    let arguments = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(arguments) => arguments,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    // The empty window is what the app is measured against: a window as it comes.
    #[cfg(target_os = "linux")]
    if !arguments.empty_window {
        webkit::prepare();
    }
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(tracing::Level::WARN).init();
    match window::run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            #[cfg(target_os = "linux")]
            if again::is_due(&message) {
                eprintln!("Samara could not be started anew: {}", again::start());
            }
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
