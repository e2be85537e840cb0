//! A small writer of Word documents: paragraphs and headings in a ZIP archive whose entries are stored as they are.

/// A document of paragraphs.
#[derive(Debug, Default)]
pub(crate) struct Word {
    body: String,
}

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

impl Word {
    pub fn heading(&mut self, text: &str) {
        self.run("<w:rPr><w:b/><w:sz w:val=\"28\"/></w:rPr>", text);
    }

    pub fn paragraph(&mut self, text: &str) {
        self.run("", text);
    }

    fn run(&mut self, style: &str, text: &str) {
        let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        self.body.push_str(&format!("<w:p><w:r>{style}<w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"));
    }

    pub fn finish(self) -> Vec<u8> {
        let document = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document \
             xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{}</w:body></w:document>",
            self.body
        );
        stored(&[
            ("[Content_Types].xml", TYPES.as_bytes()),
            ("_rels/.rels", RELATIONS.as_bytes()),
            ("word/document.xml", document.as_bytes()),
        ])
    }
}

/// A ZIP archive without compression.
fn stored(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    let short = |length: usize| u16::try_from(length).unwrap_or(u16::MAX).to_le_bytes();
    let long = |length: usize| u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes();
    for (name, bytes) in entries {
        let start = long(archive.len());
        // Version 2.0, no flags, stored, 1980-01-01.
        let mut facts = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
        facts.extend_from_slice(&checksum(bytes).to_le_bytes());
        facts.extend_from_slice(&long(bytes.len()));
        facts.extend_from_slice(&long(bytes.len()));
        facts.extend_from_slice(&short(name.len()));
        facts.extend_from_slice(&[0, 0]);
        archive.extend_from_slice(b"PK\x03\x04");
        archive.extend_from_slice(&facts);
        archive.extend_from_slice(name.as_bytes());
        archive.extend_from_slice(bytes);
        directory.extend_from_slice(b"PK\x01\x02\x14\0");
        directory.extend_from_slice(&facts);
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&start);
        directory.extend_from_slice(name.as_bytes());
    }
    let start = archive.len();
    archive.extend_from_slice(&directory);
    archive.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    archive.extend_from_slice(&short(entries.len()));
    archive.extend_from_slice(&short(entries.len()));
    archive.extend_from_slice(&long(directory.len()));
    archive.extend_from_slice(&long(start));
    archive.extend_from_slice(&[0, 0]);
    archive
}

/// CRC-32 as ZIP has it.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xEDB8_8320 & 0u32.wrapping_sub(sum & 1)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_zip() {
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
    }
}
