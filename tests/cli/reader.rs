//! The process that reads the text of files from strangers: limits, bombs, rubbish.

use std::io::{Cursor, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use samara_engine::text::{LONGEST, TIME, Unreadable, VERB};

use crate::program::binary;

/// How reading ended, with everything it left in the folder it ran in.
struct Read {
    outcome: Result<String, Unreadable>,
    took: Duration,
    left: Vec<String>,
    said: String,
}

/// Reads a file as the app has it read: a process of its own, the file on its standard input.
#[expect(clippy::disallowed_methods, reason = "how long a real process takes is told by the real clock")]
fn read(file: &[u8]) -> Read {
    let place = tempfile::tempdir().unwrap();
    let began = Instant::now();
    let mut child = Command::new(binary())
        .arg(VERB)
        .current_dir(place.path())
        .env("TMPDIR", place.path())
        .env("HOME", place.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let output = std::thread::scope(|scope| {
        // It may have seen enough before the end.
        scope.spawn(move || drop(input.write_all(file)));
        child.wait_with_output().unwrap()
    });
    Read {
        outcome: match output.status.code() {
            Some(0) => Ok(String::from_utf8(output.stdout).unwrap()),
            Some(code) => Err(Unreadable::of_exit_code(code)),
            None => Err(Unreadable::Crashed),
        },
        took: began.elapsed(),
        left: names(place.path()),
        said: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

/// Its reason; a file that has none leaves no text and nothing on the disk.
#[track_caller]
fn reason(file: &[u8]) -> Unreadable {
    let read = read(file);
    assert!(read.took < TIME + Duration::from_secs(5), "{:?}", read.took);
    assert_eq!(read.left, Vec::<String>::new());
    read.outcome.unwrap_err()
}

fn archive(name: &str, content: &[u8]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    writer.write_all(content).unwrap();
    writer.finish().unwrap().into_inner()
}

fn document(words: &str) -> Vec<u8> {
    let xml = format!(
        "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>"
    );
    archive("word/document.xml", xml.as_bytes())
}

/// A PDF of one page whose content is this, packed.
fn pdf(content: &[u8]) -> Vec<u8> {
    let mut packing = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packing.write_all(content).unwrap();
    let packed = packing.finish().unwrap();
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    let mut object = |file: &mut Vec<u8>, body: &[u8]| {
        offsets.push(file.len());
        file.extend_from_slice(format!("{} 0 obj\n", offsets.len()).as_bytes());
        file.extend_from_slice(body);
        file.extend_from_slice(b"\nendobj\n");
    };
    object(&mut file, b"<< /Type /Catalog /Pages 2 0 R >>");
    object(&mut file, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    object(
        &mut file,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    );
    let head = format!("<< /Length {} /Filter /FlateDecode >>\nstream\n", packed.len());
    object(&mut file, &[head.as_bytes(), &packed, b"\nendstream"].concat());
    object(&mut file, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    let start = file.len();
    file.extend_from_slice(b"xref\n0 6\n0000000000 65535 f \n");
    for offset in offsets {
        file.extend_from_slice(format!("{offset:010} 00000 n \n").as_bytes());
    }
    file.extend_from_slice(
        format!("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").as_bytes(),
    );
    file
}

/// Bytes that mean nothing, the same each time.
fn rubbish(length: usize) -> Vec<u8> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    (0..length).map(|_| next()).collect()
}

#[test]
fn what_people_send_is_read() {
    for (file, word) in [
        (pdf(b"BT /F1 12 Tf 72 720 Td (Leila Farahani) Tj ET"), "Leila Farahani"),
        (document("Zo\u{eb} Lind"), "Zo\u{eb} Lind"),
        ("Rust, Zephyr".as_bytes().to_vec(), "Rust, Zephyr"),
    ] {
        let read = read(&file);
        assert!(read.outcome.as_ref().is_ok_and(|text| text.contains(word)), "{word}: {:?}", read.outcome);
        assert_eq!((read.left, read.said), (Vec::new(), String::new()));
    }
}

#[test]
fn rubbish_has_a_reason_and_no_text() {
    assert_eq!(reason(&rubbish(200_000)), Unreadable::UnknownFormat);
    assert_eq!(reason(b""), Unreadable::NoText);
    assert_eq!(reason(&[b"PK\x03\x04".as_slice(), &rubbish(50_000)].concat()), Unreadable::Garbled);
    let broken = reason(&[b"%PDF-1.7\n".as_slice(), &rubbish(50_000)].concat());
    assert!(matches!(broken, Unreadable::Garbled | Unreadable::Crashed), "{broken:?}");
    let whole = document("Dana");
    assert_eq!(reason(&whole[..whole.len() / 2]), Unreadable::Garbled);
}

#[test]
fn every_cut_of_a_file_ends_with_text_or_a_reason() {
    let whole = pdf(b"BT /F1 12 Tf 72 720 Td (Leila Farahani) Tj ET");
    for part in 1..12 {
        let read = read(&whole[..whole.len() * part / 12]);
        assert_eq!(read.left, Vec::<String>::new());
        assert!(read.took < TIME, "{:?}", read.took);
    }
}

#[test]
fn bombs_are_not_unpacked() {
    let spaces = vec![b' '; 40 << 20];
    let bomb = archive("word/document.xml", &spaces);
    assert!(bomb.len() < spaces.len() / 100);
    assert_eq!(reason(&bomb), Unreadable::TooLarge);
    assert_eq!(reason(&document(&"word ".repeat(LONGEST / 4))), Unreadable::TooLarge);
}

/// The memory the process may take is a limit of the system, not of good manners.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_takes_more_memory_than_allowed_ends_its_reader_alone() {
    let more = usize::try_from(samara_engine::text::MEMORY).unwrap() + (64 << 20);
    let bomb = pdf(&vec![b' '; more]);
    assert!(bomb.len() < more / 100);
    let ended = reason(&bomb);
    assert!(matches!(ended, Unreadable::Crashed | Unreadable::TooSlow), "{ended:?}");
}

#[test]
fn a_file_larger_than_any_resume_is_not_taken() {
    assert_eq!(reason(&vec![b'a'; (64 << 20) + 1]), Unreadable::TooLarge);
}
