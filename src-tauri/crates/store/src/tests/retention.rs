use samara_unified::{Application, Email};

use super::{Open, at, candidate, id, intent, open, row};
use crate::Payload;
use crate::search::Findable;
use crate::table::intent::State;
use crate::table::note::Note;
use crate::table::retention::IntentOf;

const WORD: &str = "Kolibri";

/// Somebody with everything that can hang on a person.
fn keep(open: &Open, second: u32) {
    let mut person = candidate("c", WORD);
    person.model.email_addresses = vec![Email { email_address: format!("{WORD}@x.example"), kind: None }];
    person.model.private.files =
        vec![samara_unified::File { id: "f".into(), name: Some(WORD.into()), handle: None }];
    let application = Application { candidate_id: Some(person.id.clone()), ..Application::default() };
    let application = row("a", application);
    open.store
        .write_mirror(move |tx| {
            let json = format!("{{\"name\":\"{WORD}\"}}");
            let payload = Payload::new("candidate.list", &json);
            let (number, _) = tx.upsert(&person, &[payload], &at(second))?;
            tx.index_candidate(number, Findable { name: WORD, contact: "", work: "", tags: "" })?;
            let payload = Payload::new("application.list", &json);
            tx.upsert(&application, &[payload], &at(second))?;
            let note = Note {
                id: "n".into(),
                author: WORD.into(),
                created_at: String::new(),
                html: WORD.into(),
                private: false,
            };
            tx.replace_notes(person.id.as_str(), &[note], at(second).as_str())?;
            tx.keep_file("f", WORD.as_bytes(), 1 << 20, at(second).as_str())
        })
        .unwrap();
}

/// Every text of both files that speaks of the word, by table.
fn mentions(open: &Open) -> Vec<String> {
    open.store
        .read(|reading| {
            let mut found = Vec::new();
            for schema in ["main", "local"] {
                let sql = format!("SELECT name FROM {schema}.sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'");
                let mut tables = reading.connection.prepare(&sql)?;
                let tables = tables.query_map([], |row| row.get::<_, String>(0))?;
                for table in tables.collect::<rusqlite::Result<Vec<_>>>()? {
                    let mut rows = reading.connection.prepare(&format!("SELECT * FROM {schema}.\"{table}\""))?;
                    let width = rows.column_count();
                    let mut rows = rows.query([])?;
                    while let Some(row) = rows.next()? {
                        for column in 0..width {
                            let bytes = match row.get_ref(column)? {
                                rusqlite::types::ValueRef::Text(bytes) => bytes.to_vec(),
                                rusqlite::types::ValueRef::Blob(bytes) => bytes.to_vec(),
                                _ => continue,
                            };
                            if String::from_utf8_lossy(&bytes).to_lowercase().contains("kolibri") {
                                found.push(table.clone());
                            }
                        }
                    }
                }
            }
            let payloads: i64 =
                reading.connection.query_row("SELECT count(*) FROM remote_payload", [], |row| row.get(0))?;
            found.extend((payloads > 0).then(|| "remote_payload".to_owned()));
            found.dedup();
            Ok(found)
        })
        .unwrap()
}

fn compact(open: &Open) {
    let mut first = true;
    while open.store.write_mirror(move |tx| tx.merge_search(first)).unwrap() {
        first = false;
    }
}

#[test]
fn what_is_emptied_speaks_of_nobody_and_fills_up_again_when_it_returns() {
    let open = open();
    keep(&open, 1);
    assert!(mentions(&open).len() > 5, "{:?}", mentions(&open));
    for (table, key) in [("ats_candidates", "c"), ("ats_applications", "a")] {
        let id = id(table, key);
        open.store.write_mirror(move |tx| tx.remove_row(table, id.as_str(), &at(2))).unwrap();
    }
    open.store.write_mirror(|tx| tx.mark_tombstones(1_000)).unwrap();
    assert!(open.store.read(|reading| reading.ripe(999, 10)).unwrap().is_empty());
    for ripe in open.store.read(|reading| reading.ripe(1_000, 10)).unwrap() {
        open.store.write_mirror(move |tx| tx.empty(&ripe)).unwrap();
    }
    compact(&open);
    assert_eq!(mentions(&open), Vec::<String>::new());
    assert!(open.store.read(|reading| reading.ripe(9_999, 10)).unwrap().is_empty(), "emptied once");
    let stone: (String, String) = open
        .store
        .read(|reading| {
            let sql = "SELECT remote_id, remote_deleted_at FROM ats_candidates WHERE first_name IS NULL";
            Ok(reading.connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?)
        })
        .unwrap();
    assert_eq!(stone, ("c".to_owned(), at(2).as_str().to_owned()));

    keep(&open, 5);
    assert_eq!(open.store.read(|reading| reading.find(WORD)).unwrap().rows.len(), 1);
    assert_eq!(open.store.read(|reading| reading.live_rows("ats_candidates")).unwrap(), 1);
    // Gone again, it has its two weeks again.
    let again = id("ats_candidates", "c");
    open.store.write_mirror(move |tx| tx.remove_row("ats_candidates", again.as_str(), &at(6))).unwrap();
    open.store.write_mirror(|tx| tx.mark_tombstones(5_000)).unwrap();
    assert!(open.store.read(|reading| reading.ripe(4_999, 10)).unwrap().is_empty());
    assert_eq!(open.store.read(|reading| reading.ripe(5_000, 10)).unwrap().len(), 1);
}

#[test]
fn who_is_erased_was_never_here() {
    let open = open();
    keep(&open, 1);
    let person = id("ats_candidates", "c");
    let mut asked = intent("i");
    (asked.candidate_id, asked.title, asked.state) =
        (person.as_str().to_owned(), WORD.to_owned(), State::Done);
    let who = person.clone();
    open.store
        .write_local(move |tx| {
            tx.add_intent(&asked)?;
            tx.forget(who.as_str(), &[], at(2).as_str())?;
            tx.redact_intents(IntentOf::Candidate, who.as_str())
        })
        .unwrap();
    let erased = person.clone();
    open.store.write_mirror(move |tx| tx.erase_candidate(erased.as_str(), &at(2))).unwrap();
    compact(&open);
    assert_eq!(mentions(&open), Vec::<String>::new());
    let left: i64 = open
        .store
        .read(|reading| {
            let sql = "SELECT (SELECT count(*) FROM ats_candidates) + (SELECT count(*) FROM ats_applications)
                         + (SELECT sum(live) FROM table_count) + (SELECT sum(live) FROM candidate_place)";
            Ok(reading.connection.query_row(sql, [], |row| row.get(0))?)
        })
        .unwrap();
    assert_eq!(left, 0);
    let forgotten = open.store.read(|reading| reading.forgotten()).unwrap();
    assert!(forgotten.has(person.as_str()) && !forgotten.has("another"));
    assert!(open.store.write_local(move |tx| tx.remember(person.as_str())).unwrap());
    assert!(open.store.read(|reading| reading.forgotten()).unwrap().is_empty());
}
