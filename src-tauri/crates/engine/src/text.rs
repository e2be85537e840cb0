//! Text out of files people send: PDF, DOCX, plain text.
//!
//! Such files come from strangers, so they are read in a process of its own that is given the bytes and nothing
//! else: the program starts itself once more with [`VERB`], hands the file to its standard input and takes the text
//! from its standard output. That process has [`MEMORY`] and [`TIME`]; what does not end within them is ended, and
//! the file is *unreadable* for a reason that is kept, so that it is not tried again.

mod apart;
mod docx;
mod pdf;

use async_trait::async_trait;
use bytes::Bytes;

pub use apart::{Apart, answered};

use crate::Failure;

/// What makes the program a reader of one file.
pub const VERB: &str = "read-text";
/// Memory of its own a reading process may take, in bytes.
pub const MEMORY: u64 = 512 << 20;
/// Time a file may take.
pub const TIME: std::time::Duration = std::time::Duration::from_secs(10);
/// Text of one file, at most, in bytes.
pub const LONGEST: usize = 1 << 20;

macro_rules! reasons {
    ($($(#[$meta:meta])* $name:ident = $text:literal, $exit:literal;)*) => {
        /// Why a file has no text here.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Unreadable {
            $($(#[$meta])* $name,)*
        }

        impl Unreadable {
            /// Its name.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The status a reading process ends with.
            #[must_use]
            pub fn exit_code(self) -> u8 {
                match self { $(Self::$name => $exit,)* }
            }

            /// What a reading process that ended with this status means.
            #[must_use]
            pub fn of_exit_code(code: i32) -> Self {
                match code { $($exit => Self::$name,)* _ => Self::Crashed }
            }
        }
    };
}

reasons! {
    /// Neither PDF, DOCX nor text.
    UnknownFormat = "unknown_format", 20;
    /// Not what its format demands.
    Garbled = "garbled", 21;
    /// Locked with a password.
    Encrypted = "encrypted", 22;
    /// Larger inside, or with more text, than any résumé.
    TooLarge = "too_large", 23;
    /// Pictures of text only.
    NoText = "no_text", 24;
    /// Took longer than [`TIME`].
    TooSlow = "too_slow", 25;
    /// Reading it broke the reader, or took more than [`MEMORY`].
    Crashed = "crashed", 26;
    /// Ashby names it but does not give it.
    Gone = "gone", 27;
}

/// Reads the text of files.
#[async_trait]
pub trait TextReader: Send + Sync {
    /// The text of one file.
    ///
    /// # Errors
    /// When no reader could be started: that says nothing about the file.
    async fn read(&self, file: Bytes) -> Result<Result<String, Unreadable>, Failure>;
}

/// Reads in the same process, without a limit on time or memory: for files that are known, in tests.
pub struct Here;

#[async_trait]
impl TextReader for Here {
    async fn read(&self, file: Bytes) -> Result<Result<String, Unreadable>, Failure> {
        Ok(std::panic::catch_unwind(|| text_of(&file)).unwrap_or(Err(Unreadable::Crashed)))
    }
}

/// The text of a file, by what its first bytes say it is.
///
/// # Errors
/// Why there is none.
pub fn text_of(file: &[u8]) -> Result<String, Unreadable> {
    let head = file.get(..file.len().min(1_024)).unwrap_or_default();
    let text = if head.windows(5).any(|bytes| bytes == b"%PDF-") {
        pdf::text(file)?
    } else if head.starts_with(b"PK\x03\x04") {
        docx::text(file)?
    } else {
        match std::str::from_utf8(file) {
            Ok(text) if !text.contains('\0') => text.to_owned(),
            _ => return Err(Unreadable::UnknownFormat),
        }
    };
    let text = tidy(&text);
    match text.len() {
        0 => Err(Unreadable::NoText),
        length if length > LONGEST => Err(Unreadable::TooLarge),
        _ => Ok(text),
    }
}

/// One space between words, no space at the ends of lines, one empty line between paragraphs.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len().min(LONGEST));
    let mut gap = false;
    for line in text.lines() {
        let mut words = line.split(|letter: char| letter.is_whitespace() || letter.is_control());
        let mut first = true;
        for word in words.by_ref().filter(|word| !word.is_empty()) {
            match (first, tidied.is_empty(), gap) {
                (false, ..) => tidied.push(' '),
                (true, false, true) => tidied.push_str("\n\n"),
                (true, false, false) => tidied.push('\n'),
                (true, true, _) => {}
            }
            tidied.push_str(word);
            first = false;
        }
        gap = first;
    }
    tidied
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_and_room_between_them_is_one_line() {
        assert_eq!(tidy("  a \t b\r\n\n\n c\n d\u{c}"), "a b\n\nc\nd");
    }

    #[test]
    fn plain_text_is_its_own_text() {
        assert_eq!(text_of("Zoë, Rust".as_bytes()), Ok("Zoë, Rust".to_owned()));
    }

    #[test]
    fn what_is_no_document_has_a_reason() {
        assert_eq!(text_of(&[0xFF, 0xD8, 0xFF, 0]), Err(Unreadable::UnknownFormat));
        assert_eq!(text_of(b" \n "), Err(Unreadable::NoText));
        assert_eq!(text_of("long ".repeat(300_000).as_bytes()), Err(Unreadable::TooLarge));
    }

    #[test]
    fn every_reason_comes_back_from_its_status() {
        for reason in [Unreadable::Garbled, Unreadable::TooLarge, Unreadable::NoText, Unreadable::Encrypted] {
            assert_eq!(Unreadable::of_exit_code(reason.exit_code().into()), reason);
        }
        assert_eq!(Unreadable::of_exit_code(101), Unreadable::Crashed);
    }
}
