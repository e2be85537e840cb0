//! The engine: everything Samara does, for any host.
//!
//! A host (the window, the command line, a test) sets up a [`Desk`] on a data folder with its [`desk::Ports`] to the
//! world, asks it [`command`]s, and listens to its [`notice`]s. Reads come from the mirror, never the network; the
//! pull follows Ashby; the outbox carries the recruiter's writes to it. The engine knows no Tauri.

// Words about people leave by the door of a host alone.
#![warn(clippy::print_stderr)]

mod bindings;
mod blocking;
pub mod command;
pub mod connection;
pub mod demo;
pub mod desk;
mod error;
mod export;
pub mod file;
pub mod notice;
pub mod outbox;
pub mod pull;
mod scopes;
#[cfg(test)]
mod tests;
pub mod text;
mod workspace;

pub use bindings::bindings;
pub use desk::Desk;
pub use error::{Code, Failure};
pub use notice::Tag;
pub use workspace::Workspace;
