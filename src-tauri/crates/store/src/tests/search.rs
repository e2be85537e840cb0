use proptest::prelude::*;

use super::{Open, at, candidate, id, open};
use crate::search::{FEW_GONE, Findable};
use crate::{MirrorTx, Result};

/// Keeps people with what can be found of them, in order.
fn people(names: &[&str]) -> Open {
    let open = open();
    for (key, name) in (0..).zip(names) {
        let key: i32 = key;
        keep(&open, &key.to_string(), name, "", "");
    }
    open
}

fn keep(open: &Open, key: &str, name: &str, contact: &str, tags: &str) {
    let (key, name, contact, tags) = (key.to_owned(), name.to_owned(), contact.to_owned(), tags.to_owned());
    open.store
        .write_mirror(move |tx| {
            keep_in(tx, &key, Findable { name: &name, contact: &contact, work: "", tags: &tags })
        })
        .unwrap();
}

fn keep_in(tx: &MirrorTx<'_>, key: &str, texts: Findable<'_>) -> Result<()> {
    let (number, _) = tx.upsert(&candidate(key, texts.name), &[], &at(1))?;
    tx.index_candidate(number, texts)
}

/// Names found, best first.
fn found(open: &Open, query: &str) -> Vec<String> {
    open.store
        .read(|reading| {
            let rows = reading.find(query)?.rows;
            rows.into_iter()
                .map(|row| {
                    let sql = "SELECT _full_name FROM ats_candidates WHERE _row = ?1";
                    Ok(reading.connection.query_row(sql, [row], |row| row.get(0))?)
                })
                .collect()
        })
        .unwrap()
}

#[test]
fn words_are_found_by_their_beginning_whatever_their_accents_and_case() {
    let open = people(&["Zoë Müller", "Łukasz Świątek", "José da Silva", "Ann O'Neil", "Søren Großmann"]);
    for (query, name) in [
        ("zoe", "Zoë Müller"),
        ("MULL", "Zoë Müller"),
        ("müll zo", "Zoë Müller"),
        ("swiat", "Łukasz Świątek"),
        ("swiatek lukasz", "Łukasz Świątek"),
        ("Łuk", "Łukasz Świątek"),
        ("grossm sor", "Søren Großmann"),
        ("großmann", "Søren Großmann"),
        ("jose sil", "José da Silva"),
        ("o'neil", "Ann O'Neil"),
        ("neil an", "Ann O'Neil"),
    ] {
        assert_eq!(found(&open, query), [name], "{query}");
    }
    for query in ["uller", "zoe silva", "", "  ", "--", "\"", "*"] {
        assert_eq!(found(&open, query), Vec::<String>::new(), "{query}");
    }
}

#[test]
fn a_slip_is_forgiven_where_nobody_is_called_as_typed() {
    let open = people(&["Leila Farahani", "Lena Fischer", "Bo Smith"]);
    let near = |query: &str| {
        let rows = open.store.read(|reading| reading.find_near(query, 8)).unwrap();
        rows.len()
    };
    for query in ["leila farhani", "farahnai", "faarahani", "leyla far", "Fishcer", "smiht", "FISSCHER lena"]
    {
        assert_eq!(near(query), 1, "{query}");
    }
    for query in ["leila fischer", "ferehani", "bo", "bu", "xeila", "\" OR *", ""] {
        assert_eq!(near(query), 0, "{query}");
    }
}

#[test]
fn names_that_begin_so_come_first_then_names_then_the_rest() {
    let open = open();
    keep(&open, "1", "Ada Rust", "", "");
    keep(&open, "2", "Bea Holm", "bea@rust.example", "");
    keep(&open, "3", "Rust Cohle", "", "");
    keep(&open, "4", "Cid Moor", "", "Rust");
    assert_eq!(found(&open, "rust"), ["Rust Cohle", "Ada Rust", "Cid Moor", "Bea Holm"]);
}

#[test]
fn the_best_few_are_the_first_of_all() {
    let open = open();
    for (key, (name, tags)) in (0..).zip([
        ("Ada Rust", ""),
        ("Rust Cohle", ""),
        ("Bea Holm", "Rust"),
        ("Rust Adams", ""),
        ("Cid", "Rust"),
    ]) {
        let key: i32 = key;
        keep(&open, &key.to_string(), name, "", tags);
    }
    for query in ["rust", "r", "ada", "rust c", "nobody"] {
        let all = open.store.read(|reading| reading.find(query)).unwrap().rows;
        for limit in 1..8 {
            let best = open.store.read(|reading| reading.find_best(query, limit)).unwrap();
            assert_eq!(best, all[..all.len().min(limit as usize)], "{query} {limit}");
        }
    }
}

#[test]
fn what_a_person_is_no_longer_called_is_not_found() {
    let open = people(&["Ada Brock"]);
    keep(&open, "0", "Ada Lund", "", "");
    assert_eq!(found(&open, "brock"), Vec::<String>::new());
    assert_eq!(found(&open, "lund"), ["Ada Lund"]);
}

#[test]
fn the_same_words_leave_the_index_as_it_is() {
    let open = people(&["Ada Brock"]);
    let pieces = || {
        let sql = "SELECT group_concat(id || hex(block)) FROM search_data";
        open.store
            .read(|reading| Ok(reading.connection.query_row(sql, [], |row| row.get::<_, String>(0))?))
            .unwrap()
    };
    let before = pieces();
    keep(&open, "0", "Ada Brock", "", "");
    assert_eq!(pieces(), before);
    // The same row, but a tag of it has another name.
    keep(&open, "0", "Ada Brock", "", "Alumni");
    assert_ne!(pieces(), before);
    assert_eq!(found(&open, "alum"), ["Ada Brock"]);
    keep(&open, "0", "Ada Brock", "Alumni", "");
    assert_eq!(found(&open, "alum"), ["Ada Brock"], "from one place to another");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn nothing_typed_is_an_error(query in ".{0,24}|[a-z\"*:(){}^+\\- ]{0,24}") {
        thread_local! {
            static PEOPLE: Open = people(&["Zoë Müller", "Ann O'Neil"]);
        }
        PEOPLE.with(|open| open.store.read(|reading| reading.find(&query)).map(drop)).unwrap();
    }
}

#[test]
fn who_is_gone_from_ashby_is_not_found() {
    let open = people(&["Ada Lovelace", "Ada Byron"]);
    let gone = id("ats_candidates", "0");
    open.store.write_mirror(move |tx| tx.remove_row("ats_candidates", gone.as_str(), &at(9))).unwrap();
    assert_eq!(found(&open, "ada"), ["Ada Byron"]);
    keep(&open, "0", "Ada Lovelace", "", "");
    assert_eq!(found(&open, "ada").len(), 2);
}

#[test]
fn who_is_gone_is_not_found_however_many_they_are() {
    let open = open();
    let all = FEW_GONE + 3;
    open.store
        .write_mirror(move |tx| {
            (0..all).try_for_each(|key| {
                keep_in(
                    tx,
                    &key.to_string(),
                    Findable { name: "Ada Lovelace", contact: "", work: "", tags: "" },
                )
            })
        })
        .unwrap();
    for (gone, here) in [(0..2, all - 2), (2..FEW_GONE, 3), (FEW_GONE..FEW_GONE + 2, 1)] {
        open.store
            .write_mirror(move |tx| {
                gone.map(|key| id("ats_candidates", &key.to_string()))
                    .try_for_each(|id| tx.remove_row("ats_candidates", id.as_str(), &at(9)).map(drop))
            })
            .unwrap();
        assert_eq!(found(&open, "lovel").len(), here as usize);
    }
}
