//! Unified reads against a naive reading of the same rows: filters, what changed since, paging under writes.

use std::collections::BTreeSet;

use proptest::prelude::*;
use samara_unified::{Application, Candidate, CandidateTag, Email, Job, Stage, Timestamp};
use serde_json::{Value, json};

use super::{Open, at, candidate, id, open, row, tag};
use crate::search::Findable;
use crate::table::unified::{Chosen, Wanted, embeds, filters};
use crate::table_info;

const NAMES: [&str; 4] = ["Zoë", "ZOE", "Ada", "ada lovelace"];
const MAILS: [&str; 4] = ["ann@x.example", "ANN@x.example", "ann@x.example.org", "bo@y.example"];

/// One thing that happens to the mirror.
#[derive(Debug, Clone)]
enum Event {
    Person { key: u8, name: usize, mail: usize },
    Applies { key: u8, person: u8, job: u8, stage: u8 },
    Tagged { person: u8, tags: Vec<u8> },
    StageRenamed { key: u8, name: u8 },
    PersonGone { key: u8 },
    ApplicationGone { key: u8 },
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => (0..12_u8, 0..NAMES.len(), 0..MAILS.len())
            .prop_map(|(key, name, mail)| Event::Person { key, name, mail }),
        4 => (0..12_u8, 0..12_u8, 0..3_u8, 0..3_u8)
            .prop_map(|(key, person, job, stage)| Event::Applies { key, person, job, stage }),
        2 => (0..12_u8, prop::collection::vec(0..3_u8, 0..3)).prop_map(|(person, tags)| Event::Tagged { person, tags }),
        1 => (0..3_u8, 0..3_u8).prop_map(|(key, name)| Event::StageRenamed { key, name }),
        1 => (0..12_u8).prop_map(|key| Event::PersonGone { key }),
        1 => (0..12_u8).prop_map(|key| Event::ApplicationGone { key }),
    ]
}

fn person(key: u8, name: usize, mail: usize) -> samara_unified::Row<Candidate> {
    let mut row = candidate(&key.to_string(), NAMES[name]);
    row.model.email_addresses = vec![Email { email_address: MAILS[mail].to_owned(), kind: None }];
    row
}

fn happen(open: &Open, event: Event, second: u32) {
    let now = at(second);
    open.store
        .write_mirror(move |tx| {
            match event {
                Event::Person { key, name, mail } => {
                    let (number, _) = tx.upsert(&person(key, name, mail), &[], &now)?;
                    let texts = Findable { name: NAMES[name], contact: MAILS[mail], work: "", tags: "" };
                    tx.index_candidate(number, texts)?;
                }
                Event::Applies { key, person, job, stage } => {
                    let model = Application {
                        candidate_id: Some(id("ats_candidates", &person.to_string())),
                        job_id: Some(id("ats_jobs", &job.to_string())),
                        current_stage_id: Some(id("ats_application_stages", &stage.to_string())),
                        remote_created_at: Some(at(u32::from(key))),
                        ..Application::default()
                    };
                    tx.upsert(&row(&key.to_string(), model), &[], &now)?;
                }
                Event::Tagged { person, tags } => {
                    let owner = id("ats_candidates", &person.to_string());
                    let tags: BTreeSet<u8> = tags.into_iter().collect();
                    let joins: Vec<_> = tags
                        .iter()
                        .map(|tag| {
                            let model = CandidateTag {
                                candidate_id: Some(owner.clone()),
                                tag_id: Some(id("ats_tags", &tag.to_string())),
                                ..CandidateTag::default()
                            };
                            row(&format!("{person}-{tag}"), model)
                        })
                        .collect();
                    tx.replace_connections("candidate_id", &owner, &joins, &now)?;
                }
                Event::StageRenamed { key, name } => {
                    let model = Stage { name: Some(format!("Stage {name}")), ..Stage::default() };
                    tx.upsert(&row(&key.to_string(), model), &[], &now)?;
                }
                Event::PersonGone { key } => {
                    tx.mark_deleted::<Candidate>(&id("ats_candidates", &key.to_string()), &now)?;
                }
                Event::ApplicationGone { key } => {
                    tx.mark_deleted::<Application>(&id("ats_applications", &key.to_string()), &now)?;
                }
            }
            Ok(())
        })
        .unwrap();
}

/// A mirror with three jobs, stages and tags, to which these things happened second by second.
fn mirror(events: &[Event]) -> Open {
    let open = open();
    open.store
        .write_mirror(|tx| {
            for key in ["0", "1", "2"] {
                let job = Job { name: Some(format!("Job {key}")), ..Job::default() };
                tx.upsert(&row(key, job), &[], &at(0))?;
                let stage = Stage { name: Some(format!("Stage {key}")), ..Stage::default() };
                tx.upsert(&row(key, stage), &[], &at(0))?;
                tx.upsert(&tag(key, key), &[], &at(0))?;
            }
            Ok(())
        })
        .unwrap();
    for (second, event) in (1..).zip(events) {
        happen(&open, event.clone(), second);
    }
    open
}

fn read(open: &Open, table: &'static str, wanted: &Wanted) -> Vec<Value> {
    let info = table_info(table).unwrap();
    open.store.read(|reading| reading.unified_page(info, wanted, 1_000)).unwrap().rows
}

fn all(open: &Open, table: &'static str) -> Vec<Value> {
    read(open, table, &Wanted { include_deleted: true, ..Wanted::default() })
}

fn ids(rows: &[Value]) -> Vec<String> {
    rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

fn chosen(table: &str, name: &str, text: &str) -> Chosen {
    let info = table_info(table).unwrap();
    filters(info).find(|filter| filter.name == name).unwrap().choose(text).unwrap()
}

/// A filter as it is given, and what it means of a row, told by looking at everything.
#[derive(Debug)]
struct Question {
    table: &'static str,
    name: &'static str,
    text: String,
}

fn lets_through(open: &Open, question: &Question, row: &Value) -> bool {
    let values: Vec<&str> = question.text.split(',').collect();
    let lower = question.text.to_lowercase();
    let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
    match (question.table, question.name) {
        (_, "ids") => values.contains(&text("id").as_str()),
        (_, "remote_ids") => values.contains(&text("remote_id").as_str()),
        ("ats_candidates", "first_name") => text("first_name").to_lowercase() == lower,
        ("ats_candidates", "email") => row["email_addresses"].as_array().is_some_and(|mails| {
            mails.iter().any(|mail| mail["email_address"].as_str().unwrap().to_lowercase() == lower)
        }),
        ("ats_candidates", "job_ids") => all(open, "ats_applications").iter().any(|application| {
            application["remote_deleted_at"].is_null()
                && application["candidate_id"] == row["id"]
                && values.contains(&application["job_id"].as_str().unwrap())
        }),
        ("ats_applications", "job_ids") => values.contains(&text("job_id").as_str()),
        ("ats_applications", "current_stage_ids") => values.contains(&text("current_stage_id").as_str()),
        ("ats_applications", "job_remote_ids") => {
            values.iter().any(|key| id("ats_jobs", key).as_str() == text("job_id"))
        }
        ("ats_jobs", "name_contains") => text("name").to_lowercase().contains(&lower),
        other => panic!("no reading of {other:?}"),
    }
}

fn question() -> impl Strategy<Value = Question> {
    let of = |table: &'static str, name: &'static str, text: String| Question { table, name, text };
    let several = |table: &'static str| {
        prop::collection::vec(0..14_u8, 1..4).prop_map(move |keys| {
            keys.iter()
                .map(|key| id(table, &key.to_string()).as_str().to_owned())
                .collect::<Vec<_>>()
                .join(",")
        })
    };
    prop_oneof![
        several("ats_candidates").prop_map(move |text| of("ats_candidates", "ids", text)),
        (0..14_u8, 0..14_u8).prop_map(move |(a, b)| of("ats_candidates", "remote_ids", format!("{a},{b}"))),
        (0..NAMES.len()).prop_map(move |name| of("ats_candidates", "first_name", NAMES[name].to_owned())),
        (0..MAILS.len()).prop_map(move |mail| of("ats_candidates", "email", MAILS[mail].to_owned())),
        several("ats_jobs").prop_map(move |text| of("ats_candidates", "job_ids", text)),
        several("ats_jobs").prop_map(move |text| of("ats_applications", "job_ids", text)),
        (0..4_u8).prop_map(move |key| of("ats_applications", "job_remote_ids", format!("{key},9"))),
        several("ats_application_stages").prop_map(move |text| of(
            "ats_applications",
            "current_stage_ids",
            text
        )),
        "[jJ]ob|b 1|2|x".prop_map(move |text| of("ats_jobs", "name_contains", text)),
    ]
}

/// Ids of the rows whose own `changed_at`, or that of what they are read with, is at or after `since`.
fn changed(open: &Open, table: &'static str, since: &Timestamp) -> BTreeSet<String> {
    let since = since.as_str();
    let moved = |row: &Value| row["changed_at"].as_str().unwrap() >= since;
    let (people, applications) = (all(open, "ats_candidates"), all(open, "ats_applications"));
    let stages = all(open, "ats_application_stages");
    let touched = |row: &&Value| match table {
        "ats_candidates" => {
            applications.iter().any(|other| other["candidate_id"] == row["id"] && moved(other))
                || all(open, "ats_join_candidates_tags")
                    .iter()
                    .any(|join| join["candidate_id"] == row["id"] && moved(join))
        }
        "ats_applications" => {
            row["remote_deleted_at"].is_null()
                && (people.iter().any(|other| row["candidate_id"] == other["id"] && moved(other))
                    || stages.iter().any(|other| row["current_stage_id"] == other["id"] && moved(other)))
        }
        _ => false,
    };
    let rows = all(open, table);
    rows.iter()
        .filter(|row| moved(row) || touched(row))
        .map(|row| row["id"].as_str().unwrap().to_owned())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn filters_let_through_what_a_naive_reading_does(
        events in prop::collection::vec(event(), 1..40),
        questions in prop::collection::vec(question(), 1..6),
        include_deleted in any::<bool>(),
    ) {
        let open = mirror(&events);
        for question in &questions {
            let filters = vec![chosen(question.table, question.name, &question.text)];
            let rows = read(&open, question.table, &Wanted { filters, include_deleted, ..Wanted::default() });
            let naive: Vec<Value> = all(&open, question.table)
                .into_iter()
                .filter(|row| include_deleted || row["remote_deleted_at"].is_null())
                .filter(|row| lets_through(&open, question, row))
                .collect();
            prop_assert_eq!(ids(&rows), ids(&naive), "{} {}={}", question.table, question.name, question.text);
        }
    }

    #[test]
    fn what_changed_since_is_what_a_naive_reading_finds(
        events in prop::collection::vec(event(), 1..50),
        since in 0_u32..52,
    ) {
        let open = mirror(&events);
        for table in ["ats_candidates", "ats_applications", "ats_jobs"] {
            let wanted =
                Wanted { updated_after: Some(at(since)), include_deleted: true, ..Wanted::default() };
            let found: BTreeSet<String> = ids(&read(&open, table, &wanted)).into_iter().collect();
            prop_assert_eq!(found, changed(&open, table, &at(since)), "{}", table);
        }
    }

    /// Whatever is written between two pages: a row that stays as it is is met once, and in order.
    #[test]
    fn paging_neither_loses_nor_repeats_a_row(
        events in prop::collection::vec(event(), 10..40),
        meanwhile in prop::collection::vec(event(), 0..15),
        size in 1_u32..5,
    ) {
        let open = mirror(&events);
        let before: BTreeSet<String> = all(&open, "ats_candidates").iter()
            .filter(|row| row["remote_deleted_at"].is_null())
            .map(|row| row["id"].as_str().unwrap().to_owned())
            .collect();
        let info = table_info("ats_candidates").unwrap();
        let (mut met, mut wanted) = (Vec::new(), Wanted::default());
        let mut meanwhile = meanwhile.into_iter();
        let mut gone = BTreeSet::new();
        loop {
            let page = open.store.read(|reading| reading.unified_page(info, &wanted, size)).unwrap();
            met.extend(ids(&page.rows));
            if let Some(event) = meanwhile.next() {
                happen(&open, event, 55);
                // One that comes back later was not there when its page was read.
                gone.extend(all(&open, "ats_candidates").iter()
                    .filter(|row| !row["remote_deleted_at"].is_null())
                    .map(|row| row["id"].as_str().unwrap().to_owned()));
            }
            let Some(next) = page.next else { break };
            wanted.after = Some(next);
        }
        prop_assert!(met.windows(2).all(|pair| pair[0] < pair[1]));
        for id in before.difference(&gone) {
            prop_assert!(met.contains(id));
        }
    }
}

#[test]
fn different_filters_must_all_let_a_row_through() {
    let open = mirror(&[
        Event::Applies { key: 1, person: 1, job: 0, stage: 0 },
        Event::Applies { key: 2, person: 1, job: 0, stage: 1 },
        Event::Applies { key: 3, person: 1, job: 1, stage: 1 },
    ]);
    let job = id("ats_jobs", "0");
    let stage = id("ats_application_stages", "1");
    let filters = vec![
        chosen("ats_applications", "job_ids", job.as_str()),
        chosen("ats_applications", "current_stage_ids", stage.as_str()),
    ];
    let found = read(&open, "ats_applications", &Wanted { filters, ..Wanted::default() });
    assert_eq!(ids(&found), [id("ats_applications", "2").as_str()]);
    let nothing = Wanted { filters: vec![Chosen::nothing()], ..Wanted::default() };
    assert_eq!(read(&open, "ats_applications", &nothing), Vec::<Value>::new());
}

#[test]
fn a_date_filter_goes_by_the_day() {
    let open = mirror(&[Event::Applies { key: 9, person: 1, job: 0, stage: 0 }]);
    let count = |text: &str| {
        let filters = vec![chosen("ats_applications", "remote_created_after", text)];
        read(&open, "ats_applications", &Wanted { filters, ..Wanted::default() }).len()
    };
    assert_eq!(count("2026-11-23"), 1);
    assert_eq!(count("2026-11-23T23:00:00Z"), 1);
    assert_eq!(count("2026-11-24"), 0);
    let filter = filters(table_info("ats_applications").unwrap());
    assert!(filter.into_iter().find(|f| f.name == "remote_created_after").unwrap().choose("soon").is_none());
}

#[test]
fn embedded_rows_are_told_with_their_extras_and_only_live_ones() {
    let open = mirror(&[
        Event::Person { key: 1, name: 0, mail: 0 },
        Event::Applies { key: 1, person: 1, job: 0, stage: 2 },
        Event::Applies { key: 2, person: 1, job: 1, stage: 1 },
        Event::Applies { key: 3, person: 1, job: 2, stage: 1 },
        Event::ApplicationGone { key: 3 },
        Event::Tagged { person: 1, tags: vec![2, 0] },
    ]);
    let info = table_info("ats_candidates").unwrap();
    let wanted = Wanted { embeds: embeds(info).collect(), ..Wanted::default() };
    let person = &read(&open, "ats_candidates", &wanted)[0];
    let names: Vec<&Value> = person["tags"].as_array().unwrap().iter().map(|tag| &tag["name"]).collect();
    assert_eq!(names, ["0", "2"]);
    let applications = person["applications"].as_array().unwrap();
    assert_eq!(applications.len(), 2);
    assert_eq!(applications[0]["current_stage"]["name"], "Stage 2");
    assert_eq!(applications[0]["current_stage"]["index"], Value::Null);
    assert_eq!(
        applications[1]["job"],
        json!({
            "id": id("ats_jobs", "1").as_str(), "remote_id": "1", "name": "Job 1",
        })
    );

    let info = table_info("ats_applications").unwrap();
    let wanted = Wanted { embeds: embeds(info).collect(), ..Wanted::default() };
    let rows = read(&open, "ats_applications", &wanted);
    let first = rows.iter().find(|row| row["id"] == *id("ats_applications", "1").as_str()).unwrap();
    assert_eq!(first["candidate"]["email_addresses"][0]["email_address"], MAILS[0]);
    assert_eq!(first["candidate"]["tags"].as_array().unwrap().len(), 2);
    happen(&open, Event::PersonGone { key: 1 }, 40);
    assert_eq!(read(&open, "ats_applications", &wanted)[0]["candidate"], Value::Null);
}

/// Plans for the large tables: what is selective is asked first.
#[test]
fn selective_reads_do_not_walk_the_large_tables() {
    let open = open();
    let plan = |table: &'static str, wanted: &Wanted| {
        let info = table_info(table).unwrap();
        open.store.read(|reading| reading.unified_plan(info, wanted)).unwrap()
    };
    let with =
        |table: &str, name: &str| Wanted { filters: vec![chosen(table, name, "x")], ..Wanted::default() };
    for (table, wanted) in [
        ("ats_candidates", with("ats_candidates", "email")),
        ("ats_candidates", with("ats_candidates", "job_ids")),
        ("ats_candidates", with("ats_candidates", "remote_ids")),
        ("ats_applications", with("ats_applications", "job_ids")),
        ("ats_applications", with("ats_applications", "ids")),
        ("ats_candidates", Wanted { updated_after: Some(at(1)), ..Wanted::default() }),
        ("ats_applications", Wanted { updated_after: Some(at(1)), ..Wanted::default() }),
    ] {
        let steps = plan(table, &wanted);
        let walks = steps.iter().find(|step| {
            let of_large = ["t", "a", "c", "ats_applications", "ats_candidates"];
            of_large.iter().any(|name| {
                step.starts_with(&format!("SCAN {name}")) && !step.starts_with("SCAN ats_application_stages")
            }) || step.contains("SEARCH t USING INDEX sqlite_autoindex") && step.contains("(id>?)")
        });
        assert_eq!(walks, None, "{table}: {steps:#?}");
    }
}
