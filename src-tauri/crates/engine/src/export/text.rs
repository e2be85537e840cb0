//! Files of text: CSV and JSON lines.

use std::fs::File;
use std::io::{BufWriter, Write as _};

use serde_json::Value;

use super::table::{Cell, Columns};
use super::{Sheet, whole};

/// Comma-separated values.
pub(super) struct Csv {
    writer: csv::Writer<BufWriter<File>>,
    columns: Columns,
}

impl Csv {
    pub(super) fn begin(file: File, columns: Columns) -> std::io::Result<Self> {
        let mut writer = csv::WriterBuilder::new().from_writer(BufWriter::new(file));
        writer.write_record(columns.names().map(harmless)).map_err(plain)?;
        Ok(Self { writer, columns })
    }
}

/// What the file said, without the library's words around it.
fn plain(error: csv::Error) -> std::io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => std::io::Error::other(format!("{other:?}")),
    }
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

impl Sheet for Csv {
    fn row(&mut self, row: &Value) -> std::io::Result<()> {
        let cells = self.columns.cells(row).map(|cell| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => harmless(&text),
            Cell::Number(number) => number.to_string(),
            Cell::Bool(yes) => yes.to_string(),
        });
        self.writer.write_record(cells).map_err(plain)
    }

    fn end(self: Box<Self>) -> std::io::Result<File> {
        whole(self.writer.into_inner().map_err(csv::IntoInnerError::into_error)?)
    }
}

/// One JSON object a line.
pub(super) struct Lines {
    writer: BufWriter<File>,
}

impl Lines {
    pub(super) fn begin(file: File) -> Self {
        Self { writer: BufWriter::new(file) }
    }
}

impl Sheet for Lines {
    fn row(&mut self, row: &Value) -> std::io::Result<()> {
        serde_json::to_writer(&mut self.writer, row)?;
        self.writer.write_all(b"\n")
    }

    fn end(self: Box<Self>) -> std::io::Result<File> {
        whole(self.writer)
    }
}
