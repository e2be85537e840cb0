//! What can go wrong with the files and the vault.

use std::path::PathBuf;

/// The result of a storage call.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A failure of the store. None of them carries row contents or keys.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file does not open with the given key: another key, or not a database any more.
    #[error("{} does not open with its key, or is damaged", .0.display())]
    Unreadable(PathBuf),
    /// SQLite found the file malformed.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// The file was written by a newer version of the app.
    #[error("{} was written by a newer version (schema {found}, this one knows {known})", .path.display())]
    TooNew {
        /// The file.
        path: PathBuf,
        /// Its schema version.
        found: u32,
        /// The newest version this build knows.
        known: u32,
    },
    /// No room left on the device.
    #[error("the disk is full")]
    DiskFull,
    /// Another process held the write lock for longer than the busy timeout.
    #[error("the database is busy")]
    Busy,
    /// The file system refused.
    #[error("{}: {source}", .path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A statement failed for another reason.
    #[error("database: {0}")]
    Sqlite(String),
    /// A stored value is not what the schema promises.
    #[error("unexpected value in {0}")]
    Unexpected(&'static str),
    /// A writer thread is gone: the store was closed.
    #[error("the store is closed")]
    Closed,
}

impl Error {
    pub(crate) fn io(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| match source.kind() {
            std::io::ErrorKind::StorageFull => Self::DiskFull,
            _ => Self::Io { path, source },
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(error.to_string()),
            _ => Self::Sqlite(error.to_string()),
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(_: serde_json::Error) -> Self {
        Self::Unexpected("json column")
    }
}
