//! Identifiers of the unified model.
//!
//! A unified id is a function of the connection, the table and the natural key alone, so a rebuilt mirror
//! yields the same ids and a foreign key can be computed before the row it names has arrived.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use sha2::{Digest, Sha256};

const ALPHABET: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const LENGTH: usize = 24;
/// 136 bits: the most that 24 digits to base 58 can always hold.
const HASHED_BYTES: usize = 17;

/// Names one connected Ashby organisation; part of every [`Id`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ConnectionId(String);

impl ConnectionId {
    /// Takes the name as it is.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ConnectionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The id of a unified row: 24 digits of Base58, `^[1-9A-HJ-NP-Za-km-z]{24}$`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Id(String);

impl Id {
    /// The id of the row of `table` whose natural key is `natural_key`: the first 17 bytes of
    /// SHA-256 over `connection | table | natural key`, to base 58, padded with `1`.
    #[must_use]
    pub fn of(connection: &ConnectionId, table: &str, natural_key: &str) -> Self {
        Self::from_parts(connection, table, &[natural_key])
    }

    /// The id of a row of `table` whose natural key has several parts, joined by `|`.
    #[must_use]
    pub fn of_parts(connection: &ConnectionId, table: &str, natural_key: &[&str]) -> Self {
        Self::from_parts(connection, table, natural_key)
    }

    fn from_parts(connection: &ConnectionId, table: &str, natural_key: &[&str]) -> Self {
        let mut hash = Sha256::new();
        hash.update(connection.as_str());
        hash.update("|");
        hash.update(table);
        for part in natural_key {
            hash.update("|");
            hash.update(part);
        }
        let mut bytes = [0; HASHED_BYTES];
        for (byte, hashed) in bytes.iter_mut().zip(hash.finalize()) {
            *byte = hashed;
        }
        Self(base58(&bytes))
    }

    /// Reads an id that came from outside; [`None`] unless it has the shape of one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let well_formed = text.len() == LENGTH && text.bytes().all(|byte| ALPHABET.contains(&byte));
        well_formed.then(|| Self(text.to_owned()))
    }

    /// The 24 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text)
            .ok_or_else(|| serde::de::Error::custom("not a unified id: 24 Base58 digits wanted"))
    }
}

/// Writes a big-endian number as 24 digits to base 58.
///
/// The number is held as five limbs of 32 bits, so that each division is one of machine words; dividing by
/// 58⁵ takes five digits at a time.
fn base58(bytes: &[u8; HASHED_BYTES]) -> String {
    const FIVE_DIGITS: u64 = 58 * 58 * 58 * 58 * 58;
    let mut limbs = [0_u64; 5];
    // The first byte stands alone, four by four follow.
    for (place, byte) in bytes.iter().enumerate() {
        if let Some(limb) = limbs.get_mut(place.div_ceil(4)) {
            *limb = (*limb << 8) | u64::from(*byte);
        }
    }
    let mut digits = [b'1'; LENGTH];
    for chunk in digits.rchunks_mut(5) {
        let mut rest = 0_u64;
        for limb in &mut limbs {
            let wide = (rest << 32) | *limb;
            *limb = wide / FIVE_DIGITS;
            rest = wide % FIVE_DIGITS;
        }
        for digit in chunk.iter_mut().rev() {
            let value = usize::try_from(rest % 58).unwrap_or_default();
            *digit = ALPHABET.get(value).copied().unwrap_or(b'1');
            rest /= 58;
        }
    }
    digits.iter().copied().map(char::from).collect()
}
