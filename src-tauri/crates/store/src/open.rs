//! Opening one encrypted file.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::{Error, Key, Result};

/// How often a connection asks for a write lock that another process has: for five seconds.
const BUSY_TIMES: i32 = 500;
/// The time between two such questions.
const BUSY_PAUSE: Duration = Duration::from_millis(10);

/// Pages of 4 KiB the mirror's log grows to before a commit folds it back: more than a delta of a thousand changes
/// writes, so that it is folded back after it, when nobody waits.
const LOG: u32 = 16_000;

/// How durable a commit is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Durability {
    /// A power cut may lose the last commits, never consistency: what is lost, Ashby gives again.
    Mirror,
    /// Every commit survives a power cut: what is lost is lost for good.
    Local,
}

/// How each page of a file is authenticated.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pages {
    /// What SQLCipher does unless told otherwise.
    Sha512,
    /// As strong here, and two to three times as quick where processors know it, which by now is nearly everywhere:
    /// what a mirror spends most time on, as a read that comes after a write deciphers every page anew.
    Sha256,
}

/// Opens (and creates, mode 0600) the file at `path` and proves that `key` fits.
pub(crate) fn open(path: &Path, key: &Key, durability: Durability) -> Result<Connection> {
    create_private(path)?;
    let connection = match durability {
        // A mirror of an earlier version stays as it was made.
        Durability::Mirror => match unlock(path, key, Pages::Sha256) {
            Err(Error::Unreadable(_)) => unlock(path, key, Pages::Sha512)?,
            opened => opened?,
        },
        Durability::Local => unlock(path, key, Pages::Sha512)?,
    };
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.pragma_update(None, "secure_delete", "on")?;
    connection.pragma_update(None, "foreign_keys", "on")?;
    connection.pragma_update(None, "temp_store", "memory")?;
    match durability {
        Durability::Mirror => {
            connection.pragma_update(None, "synchronous", "normal")?;
            connection.pragma_update(None, "wal_autocheckpoint", LOG)?;
        }
        Durability::Local => connection.pragma_update(None, "synchronous", "full")?,
    }
    connection.set_prepared_statement_cache_capacity(128);
    crate::payload::teach(&connection)?;
    crate::table::unified::teach(&connection)?;
    crate::search::teach(&connection)?;
    Ok(connection)
}

fn unlock(path: &Path, key: &Key, pages: Pages) -> Result<Connection> {
    let mut connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI,
    )?;
    connection.pragma_update(None, "key", format!("x'{}'", *key.to_hex()))?;
    // Said either way: what goes unless told otherwise is a setting of the whole process.
    let algorithm = match pages {
        Pages::Sha512 => "HMAC_SHA512",
        Pages::Sha256 => "HMAC_SHA256",
    };
    connection.pragma_update(None, "cipher_hmac_algorithm", algorithm)?;
    // SQLCipher writes its own error lines, with paths, to stderr otherwise.
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    connection.busy_handler(Some(ask_again))?;
    connection
        .query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0))
        .map_err(|error| unreadable(path, error))?;
    Ok(connection)
}

/// SQLite itself would ask less and less often, and miss the moments in which a writer that is busy lets others through.
fn ask_again(times: i32) -> bool {
    std::thread::sleep(BUSY_PAUSE);
    times < BUSY_TIMES
}

fn unreadable(path: &Path, error: rusqlite::Error) -> Error {
    match Error::from(error) {
        Error::Damaged(_) => Error::Unreadable(path.to_owned()),
        other => other,
    }
}

/// SQLite creates files with the umask; its WAL inherits the mode of the main file, so that is set first.
pub(crate) fn create_private(path: &Path) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(Error::io(path))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mirror_of_an_earlier_version_opens_as_it_was_made() {
        let place = tempfile::tempdir().unwrap();
        let (path, key) = (place.path().join("mirror.db"), Key::generate().unwrap());
        create_private(&path).unwrap();
        let earlier = unlock(&path, &key, Pages::Sha512).unwrap();
        earlier.execute_batch("CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (7)").unwrap();
        drop(earlier);
        let seen = |connection: &Connection| {
            connection.query_row("SELECT x FROM a", [], |row| row.get::<_, i64>(0)).unwrap()
        };
        assert_eq!(seen(&open(&path, &key, Durability::Mirror).unwrap()), 7);
        assert!(unlock(&path, &key, Pages::Sha256).is_err(), "it was not made anew");
        let new = place.path().join("new.db");
        drop(open(&new, &key, Durability::Mirror).unwrap());
        assert!(unlock(&new, &key, Pages::Sha256).is_ok() && unlock(&new, &key, Pages::Sha512).is_err());
        assert!(matches!(
            open(&path, &Key::generate().unwrap(), Durability::Mirror),
            Err(Error::Unreadable(_))
        ));
    }
}
