use proptest::prelude::*;
use samara_unified::{Application, CandidateTag, Tag};
use serde_json::{Value, json};

use super::{Open, at, candidate, id, open, row, tag};
use crate::{Outcome, Payload, table_info};

const LIST: &str = "candidateTag.list";

/// Keeps a tag and tells what became of it, and its `changed_at`.
fn keep(open: &Open, name: &str, payload: &'static str, second: u32) -> (Outcome, String) {
    let row = tag("t", name);
    let payload = Payload::new(LIST, payload);
    let outcome = open.store.write_mirror(move |tx| Ok(tx.upsert(&row, &[payload], &at(second))?.1)).unwrap();
    (outcome, text(&rows(open, "ats_tags")[0], "changed_at"))
}

fn rows(open: &Open, table: &'static str) -> Vec<Value> {
    open.store.read(|reading| reading.unified(table_info(table).unwrap(), None, 1_000)).unwrap().rows
}

fn text(row: &Value, name: &str) -> String {
    row[name].as_str().unwrap().to_owned()
}

#[test]
fn a_row_has_changed_when_a_unified_field_has() {
    let open = open();
    let changed = |second| at(second).as_str().to_owned();
    assert_eq!(keep(&open, "Remote", "{}", 1), (Outcome::New, changed(1)));
    assert_eq!(keep(&open, "Remote", "{}", 2), (Outcome::Same, changed(1)));
    assert_eq!(keep(&open, "Remote", r#"{"new":1}"#, 3), (Outcome::Refreshed, changed(1)));
    assert_eq!(rows(&open, "ats_tags")[0]["remote_data"], json!({ "/candidateTag.list": { "new": 1 } }));
    assert_eq!(keep(&open, "On site", r#"{"new":1}"#, 4), (Outcome::Changed, changed(4)));

    let mut archived = tag("t", "On site");
    archived.model.private.is_archived = Some(true);
    let payload = Payload::new(LIST, r#"{"new":1}"#);
    let outcome = open.store.write_mirror(move |tx| Ok(tx.upsert(&archived, &[payload], &at(5))?.1)).unwrap();
    assert_eq!(outcome, Outcome::Refreshed, "a private column is no unified field");
    assert_eq!(text(&rows(&open, "ats_tags")[0], "changed_at"), changed(4));
}

#[test]
fn what_comes_back_is_new_again_and_counted_once() {
    let open = open();
    keep(&open, "Remote", "{}", 1);
    let tag_id = id("ats_tags", "t");
    let count = |open: &Open| open.store.read(|reading| reading.live_rows("ats_tags")).unwrap();
    assert_eq!(count(&open), 1);
    for (second, gone) in [(2, true), (3, false)] {
        let tag_id = tag_id.clone();
        let marked = open.store.write_mirror(move |tx| tx.mark_deleted::<Tag>(&tag_id, &at(second))).unwrap();
        assert_eq!(marked, gone, "the first time counts");
    }
    assert_eq!((rows(&open, "ats_tags").len(), count(&open)), (0, 0));
    assert_eq!(keep(&open, "Remote", "{}", 4).0, Outcome::New);
    assert_eq!((rows(&open, "ats_tags").len(), count(&open)), (1, 1));
}

#[test]
fn the_connections_of_an_owner_are_those_named_last() {
    let open = open();
    let owner = candidate("c", "Ada");
    // A connection, and the tag it is with.
    let join = |key: &str| {
        let (key, tag) = key.split_once(" with ").unwrap_or((key, key));
        let (candidate_id, tag_id) = (Some(id("ats_candidates", "c")), Some(id("ats_tags", tag)));
        row(key, CandidateTag { candidate_id, tag_id, ..CandidateTag::default() })
    };
    let replace = |keys: &[&str], second| {
        let (owner, joins) = (owner.id.clone(), keys.iter().map(|key| join(key)).collect::<Vec<_>>());
        open.store
            .write_mirror(move |tx| tx.replace_connections("candidate_id", &owner, &joins, &at(second)))
            .unwrap()
    };
    let here = || rows(&open, "ats_join_candidates_tags").len();
    assert!(replace(&["a", "b"], 1));
    assert!(!replace(&["b", "a"], 2), "the same in another order");
    assert!(replace(&["b", "c"], 3));
    assert_eq!(here(), 2);
    assert!(replace(&["b with d", "c"], 4), "one that is told otherwise");
    assert!(!replace(&["b with d", "c"], 5), "which is then kept");
    assert!(replace(&["a", "b with d", "c"], 6), "one that comes back");
    assert_eq!(here(), 3);
    assert!(replace(&[], 7));
    assert_eq!(here(), 0);
}

#[test]
fn a_stub_fills_a_gap_and_overwrites_nothing() {
    let open = open();
    for (name, second) in [("Met on a candidate", 1), ("Met again", 2)] {
        open.store.write_mirror(move |tx| tx.upsert_stub(&tag("t", name), &at(second))).unwrap();
    }
    assert_eq!(rows(&open, "ats_tags")[0]["name"], "Met on a candidate");
    assert_eq!(keep(&open, "Its own record", "{}", 3).0, Outcome::Changed);
}

fn application(stage: &str, updated: u32) -> samara_unified::Row<Application> {
    let model = Application {
        current_stage_id: Some(id("ats_application_stages", stage)),
        remote_updated_at: Some(at(updated)),
        ..Application::default()
    };
    row("a", model)
}

#[test]
fn a_late_page_does_not_bring_an_older_state_back() {
    let open = open();
    let keep = |stage: &'static str, updated| {
        let row = application(stage, updated);
        open.store.write_mirror(move |tx| Ok(tx.upsert_application(&row, &[], &at(59))?.1)).unwrap()
    };
    let stands = || rows_raw(&open, "SELECT current_stage_id FROM ats_applications");
    let stage = |key| id("ats_application_stages", key).as_str().to_owned();
    assert_eq!(keep("screen", 10), Outcome::New);
    assert_eq!(keep("onsite", 20), Outcome::Changed);
    assert_eq!((keep("screen", 10), stands()), (Outcome::Same, stage("onsite")));
    assert_eq!((keep("offer", 20), stands()), (Outcome::Changed, stage("offer")));
}

fn rows_raw(open: &Open, sql: &'static str) -> String {
    open.store.read(|reading| Ok(reading.connection.query_row(sql, [], |row| row.get(0))?)).unwrap()
}

#[test]
fn what_only_the_record_itself_tells_stays_when_a_listing_passes_by() {
    let open = open();
    let mut whole = application("screen", 10);
    whole.model.private.entered_stage_at = Some(at(5));
    for row in [whole, application("screen", 11)] {
        open.store.write_mirror(move |tx| Ok(tx.upsert_application(&row, &[], &at(59))?.1)).unwrap();
    }
    let entered = || rows_raw(&open, "SELECT _entered_stage_at FROM ats_applications");
    assert_eq!(entered(), at(5).as_str());
    let moved = application("onsite", 12);
    open.store.write_mirror(move |tx| Ok(tx.upsert_application(&moved, &[], &at(59))?.1)).unwrap();
    assert_eq!(entered(), at(12).as_str(), "another stage was entered at the change");
}

#[test]
fn a_unified_read_has_every_field_and_goes_on_at_its_cursor() {
    let open = open();
    for key in 0..25 {
        let row = candidate(&key.to_string(), &format!("Person {key}"));
        let payload = Payload::new("candidate.list", "{}");
        open.store.write_mirror(move |tx| tx.upsert(&row, &[payload], &at(1))).unwrap();
    }
    let info = table_info("ats_candidates").unwrap();
    let whole = rows(&open, "ats_candidates");
    assert_eq!(whole.len(), 25);
    for field in info.fields {
        assert!(whole[0].get(field.name).is_some(), "{} is there, if null", field.name);
    }
    assert_eq!(whole[0]["custom_fields"], json!({}));
    assert_eq!(whole[0]["remote_data"], json!({ "/candidate.list": {} }));
    let (mut paged, mut cursor) = (Vec::new(), None::<String>);
    loop {
        let page = open.store.read(|reading| reading.unified(info, cursor.as_deref(), 10)).unwrap();
        paged.extend(page.rows);
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(paged, whole);
}

#[test]
fn a_reference_to_what_is_not_here_reads_as_null() {
    let open = open();
    let mut row = application("screen", 1);
    row.model.candidate_id = Some(candidate("c", "Ada").id);
    open.store.write_mirror(move |tx| tx.upsert(&row, &[], &at(1))).unwrap();
    assert_eq!(rows(&open, "ats_applications")[0]["candidate_id"], Value::Null);
    open.store.write_mirror(|tx| tx.upsert(&candidate("c", "Ada"), &[], &at(2))).unwrap();
    let known = &rows(&open, "ats_applications")[0];
    assert_eq!(known["candidate_id"], *candidate("c", "Ada").id.as_str());
    assert_eq!(known["changed_at"], *at(1).as_str(), "a linked row is no field of this one");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is kept and removed in whatever order: the table holds what was kept last, and knows how many.
    #[test]
    fn the_table_is_what_was_kept_last(steps in prop::collection::vec((0_u8..6, prop::option::of("[a-c]")), 1..40)) {
        let open = open();
        let mut model = std::collections::BTreeMap::new();
        for (second, (key, name)) in (0_u32..).zip(&steps) {
            let key = key.to_string();
            match name {
                Some(name) => {
                    let row = tag(&key, name);
                    model.insert(row.id.as_str().to_owned(), name.clone());
                    open.store.write_mirror(move |tx| tx.upsert(&row, &[], &at(second))).unwrap();
                }
                None => {
                    let gone = id("ats_tags", &key);
                    model.remove(gone.as_str());
                    open.store.write_mirror(move |tx| tx.mark_deleted::<Tag>(&gone, &at(second))).unwrap();
                }
            }
        }
        let rows = rows(&open, "ats_tags");
        let kept: Vec<(String, String)> = rows.iter().map(|row| (text(row, "id"), text(row, "name"))).collect();
        prop_assert_eq!(kept, model.into_iter().collect::<Vec<_>>());
        prop_assert_eq!(open.store.read(|reading| reading.live_rows("ats_tags")).unwrap(), rows.len() as u64);
    }
}
