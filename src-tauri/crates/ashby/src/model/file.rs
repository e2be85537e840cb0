//! Files of candidates.

use super::{
    FileId,
    record::{part, record},
};

record! {
    /// A file by name; `file.info` gives the address to fetch it from.
    FileHandle {
        /// Ashby's id of the file, to compare files by.
        id: FileId,
        /// File name.
        name: Option<String>,
        /// Opaque and perhaps re-made at each reading: ask with a fresh one, never compare.
        handle: Option<String>,
    }
}

part! {
    /// Result of `file.info`.
    FileInfo {
        /// Where the file can be fetched for a short while, without the API key.
        url: Option<String>,
    }
}

part! {
    /// Where to upload a file to, from `file.createFileUploadHandle`.
    UploadHandle {
        /// What to name the upload by afterwards.
        handle: Option<String>,
        /// Where to post the file.
        url: Option<String>,
        /// Form fields to send before the file, by name.
        fields: Option<std::collections::BTreeMap<String, String>>,
    }
}
