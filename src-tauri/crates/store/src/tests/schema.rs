use std::collections::BTreeSet;

use samara_unified::tables;

use super::open;
use crate::upsert::bound_columns;

/// A column of a model without a place in its table, or the other way round, would show as a lost field only.
#[test]
fn each_table_has_the_columns_of_its_model_and_no_others() {
    let open = open();
    for info in tables() {
        let mut wanted: BTreeSet<String> = bound_columns(info).into_iter().map(str::to_owned).collect();
        wanted.extend(["_row", "remote_deleted_at"].map(str::to_owned));
        if info.table == "ats_candidates" {
            wanted.insert("_texts_hash".to_owned());
        }
        let columns = open
            .store
            .read(|reading| {
                let mut statement = reading.connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
                let names = statement.query_map([info.table], |row| row.get::<_, String>(0))?;
                Ok(names.collect::<rusqlite::Result<BTreeSet<String>>>()?)
            })
            .unwrap();
        assert_eq!(columns, wanted, "{}", info.table);
    }
}

#[test]
fn both_files_are_sound_and_encrypted() {
    let open = open();
    for path in [open.folder.mirror(), open.folder.local()] {
        let bytes = std::fs::read(path).unwrap();
        assert!(!bytes.starts_with(b"SQLite format 3"));
    }
    let sound: String = open
        .store
        .read(|reading| Ok(reading.connection.query_row("PRAGMA quick_check", [], |row| row.get(0))?))
        .unwrap();
    assert_eq!(sound, "ok");
}

#[test]
fn a_reader_cannot_write() {
    let open = open();
    for sql in ["DELETE FROM ats_tags", "DELETE FROM local.intent"] {
        assert!(open.store.read(|reading| Ok(reading.connection.execute(sql, [])?)).is_err(), "{sql}");
    }
}
