//! The command line as scripts rely on it: the real program, real files, a sandbox behind a real socket.
//!
//! `cargo build -p samara-cli` builds what is tested here; `cargo xtask test` does so by itself.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that finds nothing panics, and that is its answer"
)]

#[cfg(unix)]
mod attach;
mod contract;
#[cfg(unix)]
mod damage;
#[cfg(unix)]
mod keeping;
#[cfg(unix)]
mod kill;
#[cfg(unix)]
mod list;
#[cfg(unix)]
mod passthrough;
mod program;
#[cfg(unix)]
mod reader;
#[cfg(unix)]
mod scopes;
#[cfg(unix)]
mod settings;
#[cfg(unix)]
mod trouble;
