//! The recovery code: opens `local.db` when the keychain is lost, so that nothing that waits to be sent is.
//!
//! 125 random bits in groups of five, in an alphabet without look-alikes. What it seals is the key of `local.db`
//! alone: the mirror is fetched again, the API key is given again.

use secrecy::{ExposeSecret as _, SecretString};

use super::{Error, PassphraseVault, Secrets, Vault as _};
use crate::{Folder, Key};

/// Digits and letters without I, L, O and U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 25;
const GROUP: usize = 5;

/// A code as it is shown once and typed again years later.
#[derive(Debug, Clone)]
pub struct RecoveryCode(SecretString);

impl RecoveryCode {
    /// A fresh code.
    ///
    /// # Errors
    /// When the system has no entropy.
    pub fn generate() -> Result<Self, Error> {
        let mut bytes = [0_u8; LENGTH];
        getrandom::fill(&mut bytes).map_err(|error| Error::NoService(error.to_string()))?;
        let letter = |byte: &u8| ALPHABET.get(usize::from(byte % 32)).copied().map_or('0', char::from);
        Ok(Self(SecretString::from(bytes.iter().map(letter).collect::<String>())))
    }

    /// Reads a typed code: case, spaces and dashes do not matter, and letters that look like digits are those.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut code = String::with_capacity(LENGTH);
        for letter in text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-') {
            code.push(match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                letter if letter.is_ascii() && ALPHABET.contains(&(letter as u8)) => letter,
                _ => return None,
            });
        }
        (code.len() == LENGTH).then(|| Self(SecretString::from(code)))
    }

    /// The code in groups, to be shown once.
    #[must_use]
    pub fn shown(&self) -> String {
        let letters: Vec<char> = self.0.expose_secret().chars().collect();
        letters.chunks(GROUP).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }

    fn sealed(&self, folder: &Folder) -> PassphraseVault {
        PassphraseVault::new(folder.recovery(), self.0.clone())
    }

    /// Seals the key of `local.db`; an earlier code opens nothing any more.
    ///
    /// # Errors
    /// When the file cannot be written; the earlier code is then still good.
    pub fn seal(&self, folder: &Folder, workspace: &str, local_key: &Key) -> Result<(), Error> {
        let mut secrets = Secrets::generate(None)?;
        secrets.local_key = local_key.clone();
        self.sealed(folder).save(workspace, &secrets)
    }

    /// The key of `local.db`.
    ///
    /// # Errors
    /// [`Error::Absent`] when no code was ever made here, [`Error::WrongPassphrase`] when it is another one.
    pub fn open(&self, folder: &Folder, workspace: &str) -> Result<Key, Error> {
        Ok(self.sealed(folder).load(workspace)?.local_key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_what_it_sealed_however_it_is_typed() {
        let temp = tempfile::tempdir().unwrap();
        let folder = Folder::open(temp.path()).unwrap();
        let code = RecoveryCode::generate().unwrap();
        assert!(matches!(code.open(&folder, "w"), Err(Error::Absent)));
        let key = Key::generate().unwrap();
        code.seal(&folder, "w", &key).unwrap();
        let typed = format!(" {} ", code.shown().to_lowercase().replace('-', " ").replace('0', "o"));
        let again = RecoveryCode::parse(&typed).unwrap();
        assert_eq!(*again.open(&folder, "w").unwrap().to_hex(), *key.to_hex());
        let newer = RecoveryCode::generate().unwrap();
        newer.seal(&folder, "w", &key).unwrap();
        assert!(matches!(code.open(&folder, "w"), Err(Error::WrongPassphrase)));
    }

    #[test]
    fn what_is_no_code_is_told_before_anything_is_tried() {
        for text in [
            "",
            "AAAAA",
            "AAAAA-AAAAA-AAAAA-AAAAA-AAAAAA",
            "AAAAA-AAAAA-AAAAA-AAAAA-AAAA!",
            "ÄÄÄÄÄ-AAAAA-AAAAA-AAAAA-AAAAA",
        ] {
            assert!(RecoveryCode::parse(text).is_none(), "{text}");
        }
    }
}
