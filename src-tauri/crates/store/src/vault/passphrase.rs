//! A vault file sealed by a passphrase, for machines without a keychain service.

use std::path::PathBuf;

use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{Error, Secrets, Vault};
use crate::folder::write_private;

/// Argon2id cost: 46 MiB, one pass, one lane. Above the recommended floor, and well under 150 ms to unlock.
const MEMORY_KIB: u32 = 46 * 1024;
const PASSES: u32 = 1;
/// What a file may ask for at most, so that a planted one cannot exhaust memory.
const MEMORY_LIMIT_KIB: u32 = 1024 * 1024;

/// The sealed file and the passphrase that opens it.
#[derive(Debug)]
pub struct PassphraseVault {
    path: PathBuf,
    passphrase: SecretString,
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    version: u32,
    memory_kib: u32,
    passes: u32,
    salt: String,
    nonce: String,
    sealed: String,
}

impl PassphraseVault {
    /// A vault at `path`; the file appears with the first save.
    #[must_use]
    pub fn new(path: PathBuf, passphrase: SecretString) -> Self {
        Self { path, passphrase }
    }

    fn cipher(&self, salt: &[u8], memory_kib: u32, passes: u32) -> Result<XChaCha20Poly1305, Error> {
        if memory_kib > MEMORY_LIMIT_KIB {
            return Err(Error::Damaged);
        }
        let params = Params::new(memory_kib, passes, 1, Some(32)).map_err(|_| Error::Damaged)?;
        let mut key = Zeroizing::new([0_u8; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(self.passphrase.expose_secret().as_bytes(), salt, key.as_mut())
            .map_err(|_| Error::Damaged)?;
        XChaCha20Poly1305::new_from_slice(key.as_ref()).map_err(|_| Error::Damaged)
    }
}

impl Vault for PassphraseVault {
    fn load(&self, workspace: &str) -> Result<Secrets, Error> {
        let bytes = match std::fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(Error::Absent),
            Err(error) => return Err(crate::Error::io(&self.path)(error).into()),
        };
        let file: Sealed = serde_json::from_slice(&bytes).map_err(|_| Error::Damaged)?;
        let decode = |text: &str| BASE64.decode(text).map_err(|_| Error::Damaged);
        let cipher = self.cipher(&decode(&file.salt)?, file.memory_kib, file.passes)?;
        let nonce = XNonce::try_from(decode(&file.nonce)?.as_slice()).map_err(|_| Error::Damaged)?;
        let payload = Payload { msg: &decode(&file.sealed)?, aad: workspace.as_bytes() };
        let plain = Zeroizing::new(cipher.decrypt(&nonce, payload).map_err(|_| Error::WrongPassphrase)?);
        Secrets::from_json(std::str::from_utf8(&plain).map_err(|_| Error::Damaged)?)
    }

    fn save(&self, workspace: &str, secrets: &Secrets) -> Result<(), Error> {
        let (mut salt, mut nonce) = ([0_u8; 16], [0_u8; 24]);
        let entropy = |error: getrandom::Error| Error::NoService(error.to_string());
        getrandom::fill(&mut salt).map_err(entropy)?;
        getrandom::fill(&mut nonce).map_err(entropy)?;
        let cipher = self.cipher(&salt, MEMORY_KIB, PASSES)?;
        let json = secrets.to_json();
        let payload = Payload { msg: json.as_bytes(), aad: workspace.as_bytes() };
        let sealed = cipher.encrypt(&XNonce::from(nonce), payload).map_err(|_| Error::Damaged)?;
        let file = Sealed {
            version: 1,
            memory_kib: MEMORY_KIB,
            passes: PASSES,
            salt: BASE64.encode(salt),
            nonce: BASE64.encode(nonce),
            sealed: BASE64.encode(sealed),
        };
        let text = serde_json::to_vec(&file).map_err(|_| Error::Damaged)?;
        Ok(write_private(&self.path, &text)?)
    }

    fn forget(&self, _workspace: &str) -> Result<(), Error> {
        match std::fs::remove_file(&self.path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(crate::Error::io(&self.path)(error).into())
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault(folder: &tempfile::TempDir, passphrase: &str) -> PassphraseVault {
        PassphraseVault::new(folder.path().join("vault.sealed"), SecretString::from(passphrase.to_owned()))
    }

    #[test]
    fn opens_with_its_passphrase_and_for_its_workspace_only() {
        let folder = tempfile::tempdir().unwrap();
        let secrets = Secrets::generate(Some(SecretString::from("key-canary".to_owned()))).unwrap();
        vault(&folder, "ash seed").save("one", &secrets).unwrap();
        let again = vault(&folder, "ash seed").load("one").unwrap();
        assert_eq!(again.api_key.unwrap().expose_secret(), "key-canary");
        assert_eq!(*again.local_key.to_hex(), *secrets.local_key.to_hex());
        assert!(matches!(vault(&folder, "oak seed").load("one"), Err(Error::WrongPassphrase)));
        assert!(matches!(vault(&folder, "ash seed").load("two"), Err(Error::WrongPassphrase)));
        let bytes = std::fs::read(folder.path().join("vault.sealed")).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("key-canary"));
    }

    #[test]
    fn absent_is_told_from_unreadable() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(vault(&folder, "p").load("one"), Err(Error::Absent)));
        std::fs::write(folder.path().join("vault.sealed"), "not a vault").unwrap();
        assert!(matches!(vault(&folder, "p").load("one"), Err(Error::Damaged)));
    }

    /// Says how long it takes here; how long it may take depends on the machine, so nothing is asserted.
    #[test]
    #[expect(
        clippy::disallowed_methods,
        reason = "the time of the real work on this machine is what is asked for"
    )]
    fn unlocking_takes_a_moment() {
        let folder = tempfile::tempdir().unwrap();
        vault(&folder, "ash seed").save("one", &Secrets::generate(None).unwrap()).unwrap();
        let began = std::time::Instant::now();
        vault(&folder, "ash seed").load("one").unwrap();
        println!("unlocking took {} ms, 150 are allowed", began.elapsed().as_millis());
    }
}
