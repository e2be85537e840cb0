use proptest::prelude::*;
use samara_unified::Tag;

use super::{Open, at, id, open, tag};
use crate::table::listing::Subject;
use crate::table::sweep::Absence;

const LIST: &str = "candidateTag.list";
const TAGS: Subject = Subject::Table("ats_tags");

fn keep(open: &Open, keys: &[u32]) {
    let rows: Vec<_> = keys.iter().map(|key| tag(&key.to_string(), "Remote")).collect();
    open.store
        .write_mirror(move |tx| rows.iter().try_for_each(|row| tx.upsert(row, &[], &at(1)).map(drop)))
        .unwrap();
}

fn begin(open: &Open) {
    open.store.write_mirror(|tx| tx.begin_listing(LIST, &[TAGS])).unwrap();
}

fn end(open: &Open) -> Option<Absence> {
    open.store.write_mirror(|tx| tx.end_listing(LIST, "now")).unwrap();
    open.store.read(|reading| reading.absences()).unwrap().pop()
}

fn key(key: u32) -> String {
    id("ats_tags", &key.to_string()).as_str().to_owned()
}

fn sorted(mut keys: Vec<String>) -> Vec<String> {
    keys.sort_unstable();
    keys
}

fn sweep(open: &Open, absence: Absence) -> u64 {
    open.store.write_mirror(move |tx| tx.sweep(&absence, &absence.absent, &at(9))).unwrap()
}

#[test]
fn what_an_ended_listing_did_not_name_is_absent() {
    let open = open();
    keep(&open, &[1, 2, 3]);
    begin(&open);
    keep(&open, &[2]);
    assert!(open.store.read(|reading| reading.absences()).unwrap().is_empty(), "it has not ended");
    let absence = end(&open).unwrap();
    assert_eq!((sorted(absence.absent.clone()), absence.live), (sorted(vec![key(1), key(3)]), 3));
    assert_eq!(sweep(&open, absence), 2);
    assert_eq!(open.store.read(|reading| reading.live_rows("ats_tags")).unwrap(), 1);
}

#[test]
fn what_is_sighted_after_it_was_judged_stays() {
    let open = open();
    keep(&open, &[1, 2]);
    begin(&open);
    let absence = end(&open).unwrap();
    keep(&open, &[2]);
    assert_eq!(sweep(&open, absence), 1);
    assert_eq!(open.store.read(|reading| reading.live_rows("ats_tags")).unwrap(), 1);
}

#[test]
fn a_listing_begun_anew_forgets_the_one_before_and_an_empty_table_needs_none() {
    let open = open();
    begin(&open);
    assert!(end(&open).is_none(), "nothing was here that could be missing");
    keep(&open, &[1, 2]);
    begin(&open);
    keep(&open, &[1]);
    begin(&open);
    keep(&open, &[2]);
    assert_eq!(end(&open).unwrap().absent, [key(1)]);
}

#[test]
fn a_question_is_asked_once_and_falls_away_when_the_row_is_seen() {
    let open = open();
    keep(&open, &[1, 2, 3]);
    begin(&open);
    let absence = end(&open).unwrap();
    open.store.write_mirror(move |tx| tx.ask(&absence, "many", &at(2))).unwrap();
    let asked = || open.store.read(|reading| reading.quality_checks()).unwrap();
    assert_eq!((asked()[0].missing, asked()[0].live), (3, 3));
    begin(&open);
    keep(&open, &[2]);
    assert_eq!(end(&open).unwrap().absent, Vec::<String>::new(), "the other two are asked about already");
    assert_eq!(asked()[0].missing, 2);
    let check = asked()[0].id;
    while open.store.write_mirror(move |tx| tx.delete_asked(check, 1, &at(3))).unwrap() {}
    assert!(asked().is_empty());
    assert_eq!(open.store.read(|reading| reading.live_rows("ats_tags")).unwrap(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is here and whatever a listing names, over as many transactions as it takes.
    #[test]
    fn absent_is_what_was_here_and_not_named(
        here in prop::collection::btree_set(0_u32..9_000, 1..40),
        pages in prop::collection::vec(prop::collection::vec(0_u32..9_000, 0..6), 0..6),
        removed in prop::option::of(0_u32..9_000),
    ) {
        let open = open();
        keep(&open, &here.iter().copied().collect::<Vec<_>>());
        begin(&open);
        for page in &pages {
            keep(&open, page);
        }
        if let Some(removed) = removed {
            let removed = id("ats_tags", &removed.to_string());
            open.store.write_mirror(move |tx| tx.mark_deleted::<Tag>(&removed, &at(4))).unwrap();
        }
        let named: Vec<u32> = pages.concat();
        let missing = here.iter().filter(|it| !named.contains(it) && Some(**it) != removed);
        let missing: Vec<String> = missing.map(|it| key(*it)).collect();
        prop_assert_eq!(sorted(end(&open).unwrap().absent), sorted(missing));
    }
}
