//! Numbered SQL migrations, each applied in one transaction together with its number (`user_version`).

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::open::Durability;
use crate::{Error, Key, Result, open};

/// The steps of one file, in order; step n brings `user_version` from n to n + 1. Never edited once shipped.
pub(crate) type Steps = &'static [&'static str];

pub(crate) const MIRROR: Steps = &[
    include_str!("../migrations/mirror/0001_unified.sql"),
    include_str!("../migrations/mirror/0002_extras.sql"),
    include_str!("../migrations/mirror/0003_reads.sql"),
    include_str!("../migrations/mirror/0004_whole_model.sql"),
    include_str!("../migrations/mirror/0005_keeping.sql"),
    include_str!("../migrations/mirror/0006_extras_text.sql"),
    include_str!("../migrations/mirror/0006_search.sql"),
    include_str!("../migrations/mirror/0007_postings.sql"),
    include_str!("../migrations/mirror/0008_stage.sql"),
    include_str!("../migrations/mirror/0009_agenda.sql"),
    include_str!("../migrations/mirror/0010_desk.sql"),
    include_str!("../migrations/mirror/0011_standing.sql"),
    include_str!("../migrations/mirror/0012_opening.sql"),
    include_str!("../migrations/mirror/0013_waiting.sql"),
    include_str!("../migrations/mirror/0014_merging.sql"),
    include_str!("../migrations/mirror/0015_due.sql"),
    include_str!("../migrations/mirror/0016_texts.sql"),
    include_str!("../migrations/mirror/0017_tagged.sql"),
    include_str!("../migrations/mirror/0018_places.sql"),
    include_str!("../migrations/mirror/0019_lean.sql"),
];
pub(crate) const LOCAL: Steps = &[
    include_str!("../migrations/local/0001_outbox.sql"),
    include_str!("../migrations/local/0002_keeping.sql"),
    include_str!("../migrations/local/0003_view.sql"),
    include_str!("../migrations/local/0004_actions.sql"),
    include_str!("../migrations/local/0005_made.sql"),
    include_str!("../migrations/local/0006_passthrough.sql"),
    include_str!("../migrations/local/0007_cover_letter.sql"),
];

/// Opens the file and brings it to the newest schema.
///
/// An older file is copied to `<file>.before-<version>` first and put back if a step fails; a newer one is refused.
/// The copy of a migrated `local.db` stays; that of the mirror goes.
pub(crate) fn open_migrated(
    path: &Path,
    key: &Key,
    durability: Durability,
    steps: Steps,
) -> Result<Connection> {
    let connection = open::open(path, key, durability)?;
    let found = version(&connection)?;
    let known = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    if found > known {
        return Err(Error::TooNew { path: path.to_owned(), found, known });
    }
    if found == known {
        return Ok(connection);
    }
    if found == 0 {
        apply(&connection, steps, found)?;
        return Ok(connection);
    }
    let backup = back_up(connection, path, found)?;
    let connection = open::open(path, key, durability)?;
    match apply(&connection, steps, found) {
        Ok(()) => {
            if durability == Durability::Mirror {
                // Ashby gives it again; a copy would keep people who are to be gone.
                std::fs::remove_file(&backup).map_err(Error::io(&backup))?;
            }
            Ok(connection)
        }
        Err(error) => {
            drop(connection);
            restore(&backup, path)?;
            Err(error)
        }
    }
}

fn version(connection: &Connection) -> Result<u32> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

fn apply(connection: &Connection, steps: Steps, from: u32) -> Result<()> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let outcome = steps.iter().enumerate().try_for_each(|(index, sql)| -> Result<()> {
        // Read again inside the lock: another process may have migrated while this one waited.
        let next = u32::try_from(index).unwrap_or(u32::MAX);
        if next < from || next < version(connection)? {
            return Ok(());
        }
        connection.execute_batch(sql)?;
        connection.pragma_update(None, "user_version", next + 1)?;
        Ok(())
    });
    match outcome {
        Ok(()) => Ok(connection.execute_batch("COMMIT")?),
        Err(error) => {
            connection.execute_batch("ROLLBACK")?;
            Err(error)
        }
    }
}

fn back_up(connection: Connection, path: &Path, found: u32) -> Result<PathBuf> {
    // With everything checkpointed into the main file, a plain copy is whole.
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    drop(connection);
    let backup = path.with_extension(format!("db.before-{}", found + 1));
    open::create_private(&backup)?;
    std::fs::copy(path, &backup).map_err(Error::io(&backup))?;
    Ok(backup)
}

fn restore(backup: &Path, path: &Path) -> Result<()> {
    for extension in ["db-wal", "db-shm"] {
        let _ = std::fs::remove_file(path.with_extension(extension));
    }
    std::fs::copy(backup, path).map_err(Error::io(path))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "CREATE TABLE a (x INTEGER) STRICT;";
    const TWO: &str = "ALTER TABLE a ADD COLUMN y TEXT;";

    fn file() -> (tempfile::TempDir, PathBuf, Key) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("local.db");
        (folder, path, Key::generate().unwrap())
    }

    #[test]
    fn an_older_file_is_backed_up_and_brought_up_to_date() {
        let (_folder, path, key) = file();
        let connection = open_migrated(&path, &key, Durability::Local, &[ONE]).unwrap();
        connection.execute("INSERT INTO a VALUES (7)", []).unwrap();
        drop(connection);
        let connection = open_migrated(&path, &key, Durability::Local, &[ONE, TWO]).unwrap();
        let row: (i64, Option<String>) =
            connection.query_row("SELECT x, y FROM a", [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        assert_eq!(row, (7, None));
        assert!(path.with_extension("db.before-2").exists());
    }

    #[test]
    fn a_failed_migration_leaves_the_old_file_as_it_was() {
        let (_folder, path, key) = file();
        let connection = open_migrated(&path, &key, Durability::Local, &[ONE]).unwrap();
        connection.execute("INSERT INTO a VALUES (7)", []).unwrap();
        drop(connection);
        assert!(
            open_migrated(&path, &key, Durability::Local, &[ONE, "ALTER TABLE nope ADD COLUMN y;"]).is_err()
        );
        let connection = open_migrated(&path, &key, Durability::Local, &[ONE]).unwrap();
        assert_eq!(connection.query_row("SELECT x FROM a", [], |row| row.get::<_, i64>(0)).unwrap(), 7);
    }

    #[test]
    fn a_newer_file_is_refused() {
        let (_folder, path, key) = file();
        drop(open_migrated(&path, &key, Durability::Local, &[ONE, TWO]).unwrap());
        let refused = open_migrated(&path, &key, Durability::Local, &[ONE]).unwrap_err();
        assert!(matches!(refused, Error::TooNew { found: 2, known: 1, .. }));
    }

    #[test]
    fn another_key_is_named_as_such_and_changes_nothing() {
        let (_folder, path, key) = file();
        drop(open_migrated(&path, &key, Durability::Local, &[ONE]).unwrap());
        let other = Key::generate().unwrap();
        assert!(matches!(open_migrated(&path, &other, Durability::Local, &[ONE]), Err(Error::Unreadable(_))));
        assert!(open_migrated(&path, &key, Durability::Local, &[ONE]).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn files_are_for_their_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let (folder, path, key) = file();
        let connection = open_migrated(&path, &key, Durability::Local, &[ONE]).unwrap();
        connection.execute("INSERT INTO a VALUES (7)", []).unwrap();
        for entry in std::fs::read_dir(folder.path()).unwrap() {
            let mode = entry.unwrap().metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }
}
