//! Files of every earlier version, with rows in them, become files of this one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::Connection;

use super::{at, candidate, intent, open};
use crate::migrate::{LOCAL, MIRROR, Steps, open_migrated};
use crate::open::Durability;
use crate::table::candidate::Order;
use crate::{Error, Folder, Key, Keys, Outcome, Store};

fn until(steps: Steps, level: usize) -> Steps {
    steps.get(..level).unwrap()
}

fn tables(connection: &Connection) -> Vec<String> {
    let mut statement = connection
        .prepare(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
               AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE '%search~_%' ESCAPE '~' ORDER BY name",
        )
        .unwrap();
    let names = statement.query_map([], |row| row.get(0)).unwrap();
    names.collect::<rusqlite::Result<_>>().unwrap()
}

/// Name, declared type.
fn columns(connection: &Connection, table: &str) -> BTreeMap<String, String> {
    let mut statement = connection.prepare("SELECT name, type FROM pragma_table_info(?1)").unwrap();
    let columns = statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    columns.collect::<rusqlite::Result<_>>().unwrap()
}

/// What triggers keep up from other tables: a migration may make it anew.
const DERIVED: [&str; 8] = [
    "candidate_facet",
    "dirty_job",
    "live_count",
    "offer_waiting",
    "stage_count",
    "standing",
    "standing_place",
    "tag_count",
];

/// Two rows in every table, different in every column; texts are JSON, so that whatever looks into them can.
fn fill(connection: &Connection) {
    connection.pragma_update(None, "foreign_keys", "off").unwrap();
    for table in tables(connection) {
        for number in 1..=2 {
            let columns = columns(connection, &table);
            let names: Vec<String> = columns.keys().map(|name| format!("\"{name}\"")).collect();
            let values: Vec<String> = columns
                .values()
                .map(|kind| match kind.as_str() {
                    "INTEGER" => number.to_string(),
                    "REAL" => format!("{number}.5"),
                    "BLOB" => format!("x'0{number}'"),
                    _ => format!("'{{\"id\":\"{number}\"}}'"),
                })
                .collect();
            let sql = format!(
                "INSERT OR REPLACE INTO {table} ({}) VALUES ({})",
                names.join(", "),
                values.join(", ")
            );
            connection.execute(&sql, []).unwrap_or_else(|error| panic!("{sql}: {error}"));
        }
    }
    connection.pragma_update(None, "foreign_keys", "on").unwrap();
}

/// What the columns of `shape` hold, row by row.
fn content(
    connection: &Connection,
    shape: &BTreeMap<String, BTreeMap<String, String>>,
) -> BTreeMap<String, BTreeSet<String>> {
    let of_table = |(table, columns): (&String, &BTreeMap<String, String>)| {
        let names: Vec<String> = columns.keys().map(|name| format!("quote(\"{name}\")")).collect();
        let mut statement =
            connection.prepare(&format!("SELECT {} FROM {table}", names.join(" || ',' || "))).unwrap();
        let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        (table.clone(), rows.collect::<rusqlite::Result<_>>().unwrap())
    };
    shape.iter().map(of_table).collect()
}

fn shape(connection: &Connection) -> BTreeMap<String, BTreeMap<String, String>> {
    tables(connection).into_iter().map(|table| (table.clone(), columns(connection, &table))).collect()
}

/// Names of everything that is no table, too.
fn things(connection: &Connection) -> BTreeSet<String> {
    let mut statement = connection.prepare("SELECT type || ' ' || name FROM sqlite_master").unwrap();
    let names = statement.query_map([], |row| row.get(0)).unwrap();
    names.collect::<rusqlite::Result<_>>().unwrap()
}

fn upgrade_each(file: &str, durability: Durability, steps: Steps) {
    let place = tempfile::tempdir().unwrap();
    let key = Key::generate().unwrap();
    let fresh = open_migrated(&place.path().join("fresh.db"), &key, durability, steps).unwrap();
    for level in 1..steps.len() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(file);
        let old = open_migrated(&path, &key, durability, until(steps, level)).unwrap();
        fill(&old);
        let (known, before) = (shape(&old), content(&old, &shape(&old)));
        drop(old);

        let new = open_migrated(&path, &key, durability, steps).unwrap();
        assert_eq!(shape(&new), shape(&fresh), "columns, from level {level}");
        assert_eq!(things(&new), things(&fresh), "indexes and triggers, from level {level}");
        let sound: String = new.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(sound, "ok");
        let after = content(&new, &known);
        for (table, rows) in before.iter().filter(|(table, _)| !DERIVED.contains(&table.as_str())) {
            assert!(rows.is_subset(&after[table]), "{table} from level {level}: {rows:?}");
        }
        let backup = path.with_extension(format!("db.before-{}", level + 1));
        assert_eq!(
            backup.exists(),
            durability == Durability::Local,
            "a copy of what Ashby cannot give again"
        );
        if durability == Durability::Local {
            let copy = open_migrated(&backup, &key, durability, until(steps, level)).unwrap();
            assert_eq!(content(&copy, &known), before, "the copy is as it was");
        }
    }
}

#[test]
fn a_mirror_of_every_earlier_version_becomes_one_of_this() {
    upgrade_each("mirror.db", Durability::Mirror, MIRROR);
}

#[test]
fn a_local_file_of_every_earlier_version_becomes_one_of_this() {
    upgrade_each("local.db", Durability::Local, LOCAL);
}

#[test]
fn a_migration_that_fails_leaves_a_full_file_of_any_version_as_it_was() {
    let key = Key::generate().unwrap();
    for (durability, steps) in [(Durability::Mirror, MIRROR), (Durability::Local, LOCAL)] {
        for level in 1..=steps.len() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("some.db");
            let old = open_migrated(&path, &key, durability, until(steps, level)).unwrap();
            fill(&old);
            let (known, before) = (shape(&old), content(&old, &shape(&old)));
            drop(old);
            let broken =
                [until(steps, level), &["CREATE TABLE half (x) STRICT; ALTER TABLE nope ADD y;"]].concat();
            assert!(open_migrated(&path, &key, durability, Vec::leak(broken)).is_err());
            let same = open_migrated(&path, &key, durability, until(steps, level)).unwrap();
            assert_eq!((shape(&same), content(&same, &known)), (known, before), "level {level}");
        }
    }
}

fn older(folder: &Folder, keys: &Keys, mirror: usize, local: usize) -> (Connection, Connection) {
    let file = |path: &Path, key, durability, steps, level| {
        open_migrated(path, key, durability, until(steps, level)).unwrap()
    };
    (
        file(&folder.mirror(), &keys.mirror, Durability::Mirror, MIRROR, mirror),
        file(&folder.local(), &keys.local, Durability::Local, LOCAL, local),
    )
}

#[test]
fn what_was_kept_by_the_first_version_is_read_and_goes_on() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::open(place.path()).unwrap();
    let keys = Keys { mirror: Key::generate().unwrap(), local: Key::generate().unwrap() };
    let person = candidate("c1", "Zoë Lind");
    // Level 2 of the mirror is what the first released version had.
    let (mirror, local) = older(&folder, &keys, 2, 1);
    mirror
        .execute(
            "INSERT INTO ats_candidates (id, remote_id, first_name, source, _full_name, _sort_name, _hash, _quiet_hash, changed_at)
             VALUES (?1, 'c1', 'Zoë', 'Referral', 'Zoë Lind', 'zoe lind', x'01', x'01', '2026-01-01T00:00:00.000Z')",
            [person.id.as_str()],
        )
        .unwrap();
    mirror
        .execute_batch(
            "INSERT INTO table_count VALUES ('ats_candidates', 1);
             INSERT INTO reference (kind, remote_id, json) VALUES ('job_posting', 'p1', '{\"jobId\": \"j1\"}');
             INSERT INTO file_cache VALUES ('f1', '2026-01-02T00:00:00.000Z', x'010203');
             INSERT INTO sync_endpoint (endpoint, params, token) VALUES ('user.list', '{}', 't'), ('candidate.list', '{}', 't');",
        )
        .unwrap();
    local
        .execute_batch(
            "INSERT INTO intent (id, action, title, detail, candidate_id, input, pre_image, state, not_before, created_at)
             VALUES ('i1', 'move_application_to_stage', 'Move', '', 'c', '{}', '{}', 'waiting', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z');
             INSERT INTO step VALUES ('i1', 1, 'changeStage', 'pending', NULL, NULL);
             INSERT INTO setting VALUES ('k', 'v');",
        )
        .unwrap();
    drop((mirror, local));

    let store = Store::open(&folder, &keys).unwrap();
    let (rows, waiting, setting, tokens, file) = store
        .read(|reading| {
            let tokens: Vec<String> = reading
                .endpoints()?
                .into_iter()
                .filter(|it| it.token.is_some())
                .map(|it| it.endpoint)
                .collect();
            Ok((
                reading.candidate_window(Order::Name, false, 0, 10)?,
                reading.due_intents()?.len(),
                reading.setting("k")?,
                tokens,
                reading.file("f1")?,
            ))
        })
        .unwrap();
    assert_eq!((rows.len(), waiting, setting.as_deref()), (1, 1, Some("v")));
    assert_eq!(tokens, ["candidate.list"], "users are listed anew for their roles");
    assert_eq!(file.unwrap(), [1, 2, 3]);
    let facet = "SELECT live FROM candidate_facet WHERE kind = 'source' AND value = 'Referral'";
    let (facets, board, size): (i64, String, i64) = store
        .read(|reading| {
            let one = |sql: &str| reading.connection.query_row(sql, [], |row| row.get(0));
            Ok((
                one(facet)?,
                reading.connection.query_row("SELECT board FROM posting_board", [], |row| row.get(0))?,
                one("SELECT size FROM file_cache")?,
            ))
        })
        .unwrap();
    assert_eq!((facets, board.as_str(), size), (1, "", 3));
    let outcome = store.write_mirror(move |tx| Ok(tx.upsert(&person, &[], &at(5))?.1)).unwrap();
    assert_eq!(outcome, Outcome::Changed, "the same row, brought up to date");
    store.write_local(|tx| tx.add_intent(&intent("i2")).map(drop)).unwrap();
}

#[test]
fn files_of_a_newer_version_are_refused_and_left_alone() {
    let whole = open();
    let (folder, keys) = (whole.folder.clone(), whole.keys.clone());
    drop(whole.store);
    for (path, key, durability) in [
        (folder.mirror(), &keys.mirror, Durability::Mirror),
        (folder.local(), &keys.local, Durability::Local),
    ] {
        let connection = crate::open::open(&path, key, durability).unwrap();
        let known: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        connection.pragma_update(None, "user_version", known + 1).unwrap();
        drop(connection);
        let refused = Store::open(&folder, &keys).err().unwrap();
        assert!(matches!(refused, Error::TooNew { .. }), "{refused}");
        let connection = crate::open::open(&path, key, durability).unwrap();
        connection.pragma_update(None, "user_version", known).unwrap();
    }
    Store::open(&folder, &keys).unwrap();
}
