//! Excel workbooks, as little of them as it takes: one table, its head kept in view, going on on a further sheet where
//! one is full. Texts are written as texts, so nothing becomes a formula.
//!
//! Written here because the libraries for it end the program when the disk is full.

use std::fs::File;
use std::io::{BufWriter, Write};

use quick_xml::escape::escape;
use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::table::{Cell, Columns};
use super::{Sheet, whole};

/// Rows of a sheet that Excel reads, its head included.
const ROWS: u64 = 1_048_576;
/// Characters of a cell that Excel reads.
const LETTERS: usize = 32_767;

/// A workbook.
pub(super) struct Workbook {
    zip: ZipWriter<BufWriter<File>>,
    columns: Columns,
    /// Sheets begun.
    sheets: u32,
    /// Rows of the last of them.
    rows: u64,
    /// Rows a sheet takes.
    most: u64,
    buffer: String,
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

impl Workbook {
    pub(super) fn begin(file: File, columns: Columns) -> std::io::Result<Self> {
        Self::with_rows(file, columns, ROWS)
    }

    pub(super) fn with_rows(file: File, columns: Columns, most: u64) -> std::io::Result<Self> {
        let zip = ZipWriter::new(BufWriter::new(file));
        let mut workbook = Self { zip, columns, sheets: 0, rows: 0, most, buffer: String::new() };
        workbook.sheet()?;
        Ok(workbook)
    }

    fn sheet(&mut self) -> std::io::Result<()> {
        if self.sheets > 0 {
            self.zip.write_all(b"</sheetData></worksheet>")?;
        }
        self.sheets += 1;
        self.rows = 0;
        self.part(&format!("xl/worksheets/sheet{}.xml", self.sheets))?;
        write!(
            self.zip,
            "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" \
             topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>"
        )?;
        let head: Vec<Cell> = self.columns.names().map(|name| Cell::Text(name.to_owned())).collect();
        self.cells(head.into_iter())
    }

    fn part(&mut self, name: &str) -> std::io::Result<()> {
        let options = SimpleFileOptions::default().large_file(true);
        Ok(self.zip.start_file(name, options)?)
    }

    fn cells(&mut self, cells: impl Iterator<Item = Cell>) -> std::io::Result<()> {
        self.rows += 1;
        self.buffer.clear();
        self.buffer.push_str("<row>");
        for cell in cells {
            match cell {
                Cell::Empty => self.buffer.push_str("<c/>"),
                Cell::Number(number) if number.is_finite() => {
                    self.buffer.push_str(&format!("<c><v>{number}</v></c>"));
                }
                Cell::Number(_) => self.buffer.push_str("<c/>"),
                Cell::Bool(yes) => self.buffer.push_str(&format!("<c t=\"b\"><v>{}</v></c>", u8::from(yes))),
                Cell::Text(text) => {
                    self.buffer.push_str("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                    self.buffer.push_str(&escape(readable(&text)));
                    self.buffer.push_str("</t></is></c>");
                }
            }
        }
        self.buffer.push_str("</row>");
        self.zip.write_all(self.buffer.as_bytes())
    }

    fn contents(&mut self) -> std::io::Result<()> {
        let sheets = 1..=self.sheets;
        let each = |write: &dyn Fn(u32) -> String| sheets.clone().map(write).collect::<String>();
        let types = each(&|sheet| {
            format!(
                "<Override PartName=\"/xl/worksheets/sheet{sheet}.xml\" ContentType=\"{TYPES}.worksheet+xml\"/>"
            )
        });
        let named =
            each(&|sheet| format!("<sheet name=\"Samara {sheet}\" sheetId=\"{sheet}\" r:id=\"r{sheet}\"/>"));
        let related = each(&|sheet| {
            format!(
                "<Relationship Id=\"r{sheet}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{sheet}.xml\"/>"
            )
        });
        self.part("[Content_Types].xml")?;
        write!(
            self.zip,
            "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
             ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override \
             PartName=\"/xl/workbook.xml\" ContentType=\"{TYPES}.sheet.main+xml\"/>{types}</Types>"
        )?;
        self.part("_rels/.rels")?;
        write!(
            self.zip,
            "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" \
             Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        )?;
        self.part("xl/workbook.xml")?;
        write!(
            self.zip,
            "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{named}</sheets></workbook>"
        )?;
        self.part("xl/_rels/workbook.xml.rels")?;
        write!(self.zip, "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{related}</Relationships>")
    }
}

/// A text without what XML cannot hold, and no longer than a cell.
fn readable(text: &str) -> String {
    let holds = |letter: &char| matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..);
    // Excel counts as UTF-16 does.
    let mut left = LETTERS;
    let fits = |letter: &char| {
        left = left.saturating_sub(letter.len_utf16());
        left > 0
    };
    text.chars().filter(holds).take_while(fits).collect()
}

impl Sheet for Workbook {
    fn row(&mut self, row: &Value) -> std::io::Result<()> {
        if self.rows >= self.most {
            self.sheet()?;
        }
        let cells: Vec<Cell> = self.columns.cells(row).collect();
        self.cells(cells.into_iter())
    }

    fn end(mut self: Box<Self>) -> std::io::Result<File> {
        self.zip.write_all(b"</sheetData></worksheet>")?;
        self.contents()?;
        whole(self.zip.finish()?)
    }
}
