//! Text of Word documents: a ZIP archive with the words as XML.

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::Unreadable;

/// What all parts that are read may take together when unpacked, in bytes.
const LARGEST: u64 = 32 << 20;
/// Parts that are read, at most: the body, headers, footers.
const PARTS: usize = 16;
const BODY: &str = "word/document.xml";

/// The text of a document: its body, then headers, footers and notes, which often say how to reach somebody.
pub(super) fn text(file: &[u8]) -> Result<String, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(file)).map_err(|_| Unreadable::Garbled)?;
    if archive.index_for_name(BODY).is_none() {
        return Err(Unreadable::UnknownFormat);
    }
    let beside: Vec<String> = archive
        .file_names()
        .filter_map(Result::ok)
        .filter(|name| is_beside(name))
        .take(PARTS)
        .map(std::borrow::Cow::into_owned)
        .collect();
    let mut left = LARGEST;
    let mut text = String::new();
    for name in std::iter::once(BODY).chain(beside.iter().map(String::as_str)) {
        let part = archive.by_name(name).map_err(|_| Unreadable::Garbled)?;
        let mut xml = Vec::new();
        // What the archive says of sizes is not believed: one byte more than allowed is enough to tell.
        let read = part.take(left + 1).read_to_end(&mut xml).map_err(|_| Unreadable::Garbled)?;
        left = left.checked_sub(read as u64).ok_or(Unreadable::TooLarge)?;
        words(&xml, &mut text)?;
        text.push('\n');
    }
    Ok(text)
}

fn is_beside(name: &str) -> bool {
    let Some(part) = name.strip_prefix("word/").and_then(|name| name.strip_suffix(".xml")) else {
        return false;
    };
    ["header", "footer", "footnotes", "endnotes"].iter().any(|kind| part.starts_with(kind))
}

/// Adds the words of one part: runs of text, a line for each paragraph.
fn words(xml: &[u8], text: &mut String) -> Result<(), Unreadable> {
    let xml = std::str::from_utf8(xml).map_err(|_| Unreadable::Garbled)?;
    let mut reader = Reader::from_str(xml);
    let mut in_text = false;
    loop {
        match reader.read_event().map_err(|_| Unreadable::Garbled)? {
            Event::Start(tag) if is(&tag, "t") => in_text = true,
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => in_text = false,
                "p" => text.push('\n'),
                "tc" => text.push('\t'),
                _ => {}
            },
            Event::Start(tag) | Event::Empty(tag) if is(&tag, "tab") => text.push('\t'),
            Event::Start(tag) | Event::Empty(tag) if is(&tag, "br") || is(&tag, "cr") => text.push('\n'),
            Event::Text(run) if in_text => text.push_str(&run),
            Event::CData(run) if in_text => text.push_str(&run),
            Event::GeneralRef(named) if in_text => {
                let letter = match named.resolve_char_ref().map_err(|_| Unreadable::Garbled)? {
                    Some(letter) => letter.to_string(),
                    // Only the five that XML itself names: what a document defines for itself is not expanded.
                    None => quick_xml::escape::resolve_xml_entity(&named).unwrap_or_default().to_owned(),
                };
                text.push_str(&letter);
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn is(tag: &BytesStart<'_>, name: &str) -> bool {
    tag.local_name().as_ref() == name
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;
    use crate::text::{LONGEST, text_of};

    fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn body(paragraphs: &[&str]) -> String {
        let runs: String =
            paragraphs.iter().map(|text| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")).collect();
        format!(r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{runs}</w:body></w:document>"#)
    }

    #[test]
    fn paragraphs_are_lines_and_headers_follow() {
        let file = archive(&[
            ("word/header1.xml", body(&["dana@example.com"]).as_bytes()),
            ("word/document.xml", body(&["Dana &amp; S&#246;hne", "C<w:tab/>Rust"]).as_bytes()),
        ]);
        assert_eq!(text_of(&file).unwrap(), "Dana & Söhne\nC Rust\n\ndana@example.com");
    }

    #[test]
    fn what_a_document_defines_for_itself_is_not_expanded() {
        let xml = format!(r#"<!DOCTYPE w [<!ENTITY a "aaaaaaaa">]>{}"#, "<w:t>x&a;&a;</w:t>");
        assert_eq!(text_of(&archive(&[(BODY, xml.as_bytes())])).unwrap(), "x");
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let huge = vec![b' '; usize::try_from(LARGEST).unwrap() + (1 << 20)];
        let bomb = archive(&[(BODY, &huge)]);
        assert!(bomb.len() < huge.len() / 100);
        assert_eq!(text_of(&bomb), Err(Unreadable::TooLarge));
        let wordy = body(&["word ".repeat(LONGEST / 4).as_str()]);
        assert_eq!(text_of(&archive(&[(BODY, wordy.as_bytes())])), Err(Unreadable::TooLarge));
    }

    #[test]
    fn other_archives_and_broken_ones_have_a_reason() {
        assert_eq!(text_of(&archive(&[("a.txt", b"text")])), Err(Unreadable::UnknownFormat));
        let whole = archive(&[(BODY, body(&["Dana"]).as_bytes())]);
        assert_eq!(text_of(&whole[..whole.len() / 2]), Err(Unreadable::Garbled));
        assert_eq!(text_of(&archive(&[(BODY, b"<w:t>Dana</w:x>")])), Err(Unreadable::Garbled));
    }
}
