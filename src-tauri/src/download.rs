//! Files kept among a person's downloads.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use samara_engine::{Code, Failure};

/// Letters of a name that is kept; longer ones are refused by some file systems.
const LONGEST: usize = 120;
/// Files of one name beside each other.
const SAME: u32 = 1_000;

/// A name that stays within its folder and is one on every system.
fn plain(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|letter| if letter.is_control() || "/\\:*?\"<>|".contains(letter) { '_' } else { letter })
        .collect();
    let kept = kept.trim().trim_start_matches('.').trim();
    if kept.is_empty() { "file".to_owned() } else { kept.chars().take(LONGEST).collect() }
}

/// `CV.pdf` again: `CV (2).pdf`.
fn numbered(name: &str, number: u32) -> String {
    match name.rsplit_once('.') {
        _ if number < 2 => name.to_owned(),
        Some((stem, ending)) if !stem.is_empty() => format!("{stem} ({number}).{ending}"),
        _ => format!("{name} ({number})"),
    }
}

/// Writes a file under a name nobody has there, and says where it is.
///
/// # Errors
/// When the folder refuses it.
pub fn keep(folder: &Path, name: &str, bytes: &[u8]) -> Result<String, Failure> {
    let refused = || {
        Failure::new(
            Code::FileRefused,
            "The file could not be written among the downloads.",
            "Make room there, or allow Samara to write to that folder.",
        )
    };
    let name = plain(name);
    for number in 1..SAME {
        let path = folder.join(numbered(&name, number));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|_| refused())?;
                return Ok(path.display().to_string());
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(_) => return Err(refused()),
        }
    }
    Err(refused())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_in_its_folder() {
        assert_eq!(plain("../../etc/passwd"), "_.._etc_passwd");
        assert_eq!(plain("a:b?.pdf"), "a_b_.pdf");
        assert_eq!(plain("  "), "file");
    }

    #[test]
    fn nothing_is_overwritten() {
        let folder = std::env::temp_dir().join(format!("samara-download-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let first = keep(&folder, "CV.pdf", b"one").unwrap();
        let second = keep(&folder, "CV.pdf", b"two").unwrap();
        assert!(first.ends_with("CV.pdf") && second.ends_with("CV (2).pdf"));
        assert_eq!(std::fs::read(first).unwrap(), b"one");
        std::fs::remove_dir_all(folder).unwrap();
    }
}
