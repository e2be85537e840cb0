//! The command line as scripts rely on it: the real program, real files, a sandbox behind a real socket.
//!
//! `cargo build -p samara-cli` builds what is tested here; `cargo xtask test` does so by itself.

#[cfg(unix)]
mod contract;
#[cfg(unix)]
mod damage;
#[cfg(unix)]
mod kill;
mod program;
#[cfg(unix)]
mod trouble;
