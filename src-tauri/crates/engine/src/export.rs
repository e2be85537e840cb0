//! Lists as files for other programs: CSV, Excel workbooks and JSON lines, written row by row.
//!
//! A *sheet* takes rows as objects and keeps no more of them than one. It is written into a file of its own beside
//! the place asked for, readable by its owner alone, and takes that place only when it is whole: whatever goes wrong
//! before, what was there stays and nothing half is left.

mod mask;
mod table;
mod text;
mod workbook;

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tempfile::NamedTempFile;
use ts_rs::TS;

pub(crate) use mask::Mask;
pub(crate) use table::Columns;

use crate::Failure;

/// The kind of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum Format {
    /// Comma-separated values, UTF-8.
    Csv,
    /// An Excel workbook.
    Xlsx,
    /// One JSON object a line, with everything that is known.
    Jsonl,
}

/// Something rows are written to.
trait Sheet: Send {
    fn row(&mut self, row: &Value) -> std::io::Result<()>;
    /// Ends it: everything has been handed to the file.
    fn end(self: Box<Self>) -> std::io::Result<std::fs::File>;
}

/// A file being written.
pub(crate) struct Export {
    sheet: Box<dyn Sheet>,
    place: tempfile::TempPath,
    path: PathBuf,
    mask: Option<Mask>,
    rows: u64,
}

impl Export {
    /// Begins a file that will stand at `path`.
    pub(crate) fn begin(
        path: &Path,
        format: Format,
        columns: Columns,
        mask: Option<Mask>,
    ) -> Result<Self, Failure> {
        let begun = || -> std::io::Result<(Box<dyn Sheet>, tempfile::TempPath)> {
            if path.is_dir() {
                return Err(std::io::ErrorKind::IsADirectory.into());
            }
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            let (file, place) =
                NamedTempFile::with_prefix_in(".samara-export-", folder.unwrap_or(Path::new(".")))?
                    .into_parts();
            let sheet: Box<dyn Sheet> = match format {
                Format::Csv => Box::new(text::Csv::begin(file, columns)?),
                Format::Jsonl => Box::new(text::Lines::begin(file)),
                Format::Xlsx => Box::new(workbook::Workbook::begin(file, columns)?),
            };
            Ok((sheet, place))
        };
        let (sheet, place) = begun().map_err(|error| failure(path, error))?;
        Ok(Self { sheet, place, path: path.to_owned(), mask, rows: 0 })
    }

    /// Writes one row.
    pub(crate) fn row(&mut self, mut row: Value) -> samara_store::Result<()> {
        if let Some(mask) = &self.mask {
            mask.apply(&mut row);
        }
        self.rows += 1;
        self.sheet.row(&row).map_err(|error| refused(&self.path, error))
    }

    /// Puts the whole file in its place. Gives the number of rows and of bytes.
    pub(crate) fn end(self) -> samara_store::Result<(u64, u64)> {
        let Self { sheet, place, path, rows, .. } = self;
        let whole = || -> std::io::Result<u64> {
            let file = sheet.end()?;
            file.sync_all()?;
            let bytes = file.metadata()?.len();
            place.persist(&path)?;
            Ok(bytes)
        };
        Ok((rows, whole().map_err(|error| refused(&path, error))?))
    }
}

/// Puts a text into a place, readable by its owner alone; what was there stays until the new one is whole.
pub(crate) fn put(path: &Path, text: &[u8]) -> samara_store::Result<()> {
    let written = || -> std::io::Result<()> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let mut file = NamedTempFile::with_prefix_in(".samara-export-", folder.unwrap_or(Path::new(".")))?;
        file.write_all(text)?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    };
    written().map_err(|error| refused(path, error))
}

fn refused(path: &Path, source: std::io::Error) -> samara_store::Error {
    match source.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => samara_store::Error::DiskFull,
        _ => samara_store::Error::Io { path: path.to_owned(), source },
    }
}

fn failure(path: &Path, error: std::io::Error) -> Failure {
    refused(path, error).into()
}

/// Flushes a buffered writer and gives its file back.
fn whole<W: Write>(writer: BufWriter<W>) -> std::io::Result<W> {
    writer.into_inner().map_err(std::io::IntoInnerError::into_error)
}

#[cfg(test)]
mod tests;
