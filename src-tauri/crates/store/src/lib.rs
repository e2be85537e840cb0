//! Where a workspace lives on disk: two SQLCipher files and the vault that holds their keys.
//!
//! *Mirror* (`mirror.db`) is everything Ashby can give again; losing it costs a sync. *Local* (`local.db`) is
//! everything it can not: intents, their journal, settings; it is never dropped and is backed up before each
//! migration. Each file has one writer thread that owns its writing connection; any number of short-lived reads run beside
//! them on pooled connections that see the mirror with the local file attached as `local`.
//!
//! Invariant: a page of rows and the cursor it reached are committed in one transaction, so that a process killed at
//! any point resumes exactly where its data ends. This crate knows no HTTP.

// Words about people leave by the door of a host alone.
#![warn(clippy::print_stderr)]

mod error;
mod folder;
mod key;
mod migrate;
mod open;
mod payload;
mod reader;
mod remap;
pub mod search;
mod store;
pub mod table;
#[cfg(test)]
mod tests;
mod upsert;
pub mod vault;
mod writer;

pub use error::{Error, Result};
pub use folder::{Folder, Lease, WorkspaceFile, WorkspaceKind};
pub use key::Key;
pub use payload::Packed;
pub use reader::Reading;
pub use store::{Keys, Store, Watch};
pub use upsert::{Outcome, Payload, table_info};
pub use writer::{LocalTx, MirrorTx};
