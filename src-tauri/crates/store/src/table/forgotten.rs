//! Persons who are to be forgotten, kept as salted hashes: enough to keep them out, not enough to name them.

use std::collections::HashSet;

use rusqlite::{OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};

use crate::{Key, LocalTx, Reading, Result};

const SALT: &str = "forgotten.salt";

/// Who is to be kept out.
#[derive(Debug, Clone, Default)]
pub struct Forgotten {
    salt: String,
    hashes: HashSet<String>,
}

impl Forgotten {
    /// Whether a row with this unified id is to be kept out.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        !self.hashes.is_empty() && self.hashes.contains(&hash(&self.salt, id))
    }

    /// Whether nobody is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }
}

fn hash(salt: &str, id: &str) -> String {
    let digest = Sha256::new().chain_update(salt).chain_update("|").chain_update(id).finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl LocalTx<'_> {
    /// Keeps a person out from here on, with applications met by their unified ids.
    ///
    /// # Errors
    /// When the database, or the system's source of chance, refuses.
    pub fn forget(&self, candidate_id: &str, application_ids: &[String], at: &str) -> Result<()> {
        let salt = self.salt()?;
        let person = hash(&salt, candidate_id);
        let mut insert = self
            .connection
            .prepare_cached("INSERT OR REPLACE INTO forgotten (hash, person, at) VALUES (?1, ?2, ?3)")?;
        insert.execute(params![person, person, at])?;
        for application in application_ids {
            insert.execute(params![hash(&salt, application), person, at])?;
        }
        self.connection
            .prepare_cached("DELETE FROM candidate_alias WHERE old_id = ?1 OR new_id = ?1")?
            .execute([candidate_id])?;
        Ok(())
    }

    /// Takes that back; tells whether the person was forgotten.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn remember(&self, candidate_id: &str) -> Result<bool> {
        let person = hash(&self.salt()?, candidate_id);
        Ok(self.connection.prepare_cached("DELETE FROM forgotten WHERE person = ?1")?.execute([person])? > 0)
    }

    fn salt(&self) -> Result<String> {
        let known: Option<String> = self
            .connection
            .query_row("SELECT value FROM setting WHERE key = ?1", [SALT], |row| row.get(0))
            .optional()?;
        if let Some(salt) = known {
            return Ok(salt);
        }
        let salt = Key::generate().map_err(|_| crate::Error::Unexpected("chance"))?.to_hex().to_string();
        self.set_setting(SALT, &salt)?;
        Ok(salt)
    }
}

impl Reading<'_> {
    /// Who is to be kept out.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn forgotten(&self) -> Result<Forgotten> {
        let mut statement = self.connection.prepare_cached("SELECT hash FROM local.forgotten")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(Forgotten {
            hashes: rows.collect::<rusqlite::Result<_>>()?,
            salt: self.setting(SALT)?.unwrap_or_default(),
        })
    }
}
