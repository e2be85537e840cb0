//! Text of PDF files.

use pdf_extract::OutputError;

use super::Unreadable;

/// The text of a PDF, page after page.
pub(super) fn text(file: &[u8]) -> Result<String, Unreadable> {
    pdf_extract::extract_text_from_mem(file).map_err(|error| match error {
        OutputError::PdfError(pdf_extract::Error::Decryption(_)) => Unreadable::Encrypted,
        _ => Unreadable::Garbled,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::text_of;

    /// A PDF of one page that shows these lines, with offsets as they should be.
    pub(crate) fn pdf(lines: &[&str]) -> Vec<u8> {
        let shown: String = lines.iter().map(|line| format!("({line}) Tj 0 -14 Td ")).collect();
        let content = format!("BT /F1 12 Tf 72 720 Td {shown}ET");
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R \
             /Resources << /Font << /F1 5 0 R >> >> >>"
                .to_owned(),
            format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        ];
        let mut file = "%PDF-1.4\n".to_owned();
        let mut offsets = Vec::new();
        for (number, object) in (1..).zip(&objects) {
            offsets.push(file.len());
            file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
        }
        let start = file.len();
        file.push_str("xref\n0 6\n0000000000 65535 f \n");
        file.extend(offsets.iter().map(|offset| format!("{offset:010} 00000 n \n")));
        file.push_str(&format!("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        file.into_bytes()
    }

    #[test]
    fn the_lines_of_a_page_are_read() {
        let text = text_of(&pdf(&["Leila Farahani", "Embedded Rust, Zephyr"])).unwrap();
        assert!(text.contains("Leila Farahani"), "{text}");
        assert!(text.contains("Embedded Rust, Zephyr"), "{text}");
    }

    #[test]
    fn a_page_without_text_has_none() {
        assert_eq!(text_of(&pdf(&[])), Err(Unreadable::NoText));
    }

    #[test]
    fn a_garbled_file_is_named_as_such() {
        assert_eq!(text_of(b"%PDF-1.7\nthis was never a document"), Err(Unreadable::Garbled));
        let whole = pdf(&["Leila Farahani"]);
        assert!(text_of(&whole[..whole.len() / 2]).is_err());
    }
}
