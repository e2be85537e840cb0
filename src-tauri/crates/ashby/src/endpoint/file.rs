//! `file.*`

use serde::Serialize;

use super::endpoint;
use crate::model::FileInfo;

endpoint! {
    /// Where a file can be fetched for a short while.
    FileGet = "file.info", Read, "candidatesRead", FileInfoParams => FileInfo
}

/// Parameters of `file.info`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FileInfoParams {
    /// The `handle` of a file, freshly read.
    pub file_handle: String,
}
