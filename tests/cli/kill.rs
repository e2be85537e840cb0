//! `kill -9`, where it hurts.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use serde_json::{Value, json};

use base64::Engine as _;
use samara_engine::desk::{Options, Ports};
use samara_engine::{Desk, command};

use crate::program::{PASSPHRASE, Samara, Sandbox, text};

/// The next number of a sequence that looks like chance and is the same each time.
fn chance(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

/// Starts the program and kills it as soon as `endpoint` was asked that often; false when it ended before.
fn run_until(samara: &Samara, arguments: &[&str], sandbox: &Sandbox, endpoint: &str, asked: u64) -> bool {
    let mut child = samara.command(arguments).spawn().unwrap();
    loop {
        if sandbox.asked(endpoint) >= asked {
            child.kill().unwrap();
            return !child.wait().unwrap().success();
        }
        if let Some(status) = child.try_wait().unwrap() {
            assert!(status.success(), "{arguments:?} failed");
            return false;
        }
        std::thread::sleep(Duration::from_millis(4));
    }
}

fn ids(records: &[Value], name: &str) -> BTreeSet<String> {
    records.iter().map(|record| text(record, name).to_owned()).collect()
}

#[test]
fn a_first_sync_killed_five_times_ends_with_every_record() {
    const CANDIDATES: u32 = 6_000;
    let sandbox = Sandbox::start(11, CANDIDATES);
    let samara = Samara::connected(&sandbox);
    // The whole takes about 240 pages and then details: three of five points lie among the pages.
    let mut state = 20_261_123;
    let mut points: Vec<u64> =
        [150, 150, 150, 540, 540].iter().map(|end| 15 + chance(&mut state) % end).collect();
    points.sort_unstable();
    let killed = points.iter().filter(|point| run_until(&samara, &["sync"], &sandbox, "", **point)).count();
    assert_eq!(killed, 5, "killed at {points:?}");
    samara.run(&["sync"]).well();

    // Resumed, not begun anew: what was under way when the process died is all that was asked twice.
    let pages = sandbox.asked("candidate.list") + sandbox.asked("application.list");
    assert!(pages < 60 + 90 + 5 * 2 * 12, "{pages} pages for 150");
    for (model, endpoint) in [("ats_candidates", "candidate.list"), ("ats_applications", "application.list")]
    {
        let rows = samara.list(model);
        let records = sandbox.records(endpoint);
        assert_eq!(rows.len(), records.len(), "{model}");
        assert_eq!(ids(&rows, "remote_id"), ids(&records, "id"), "{model}");
    }
}

/// So many live applications, each with a stage of its own plan to go to; Ashby's ids.
fn moves(sandbox: &Sandbox, count: usize) -> Vec<(String, String)> {
    let mut moves = Vec::new();
    for application in sandbox.records("application.list") {
        let here = &application["currentInterviewStage"];
        if application["status"] != "Active" || moves.len() == count {
            continue;
        }
        let plan = json!({ "interviewPlanId": text(here, "interviewPlanId") });
        let stages = sandbox.call("interviewStage.list", &plan);
        let open = |stage: &&Value| stage["type"] == "Active" && stage["id"] != here["id"];
        let stage = stages["results"].as_array().unwrap().iter().find(open);
        moves.extend(stage.map(|stage| (text(&application, "id").to_owned(), text(stage, "id").to_owned())));
    }
    moves
}

#[test]
fn moves_are_sent_once_each_however_often_the_sender_dies() {
    let sandbox = Sandbox::start(12, 400);
    let samara = Samara::synced(&sandbox);
    let moves = moves(&sandbox, 60);
    assert_eq!(moves.len(), 60);
    std::thread::scope(|scope| {
        for part in moves.chunks(20) {
            let samara = &samara;
            scope.spawn(move || {
                for (application, stage) in part {
                    let input = json!({
                        "application_id": format!("remote:{application}"), "stage_id": format!("remote:{stage}"),
                    });
                    let input = input.to_string();
                    samara.run(&["act", "move_application_to_stage", "--queue", "--input", &input]).well();
                }
            });
        }
    });
    sandbox.control(&json!({
        "op": "faults", "faults": ["lost-reply:0.3", "latency-40"],
        "endpoints": ["application.changeStage", "application.info"],
    }));
    let mut state = 60;
    let mut killed = 0;
    while killed < 6 {
        let next = sandbox.asked("application.changeStage") + 1 + chance(&mut state) % 9;
        if !run_until(&samara, &["outbox", "run"], &sandbox, "application.changeStage", next) {
            break;
        }
        killed += 1;
    }
    assert!(killed >= 5, "killed {killed} times only");
    for _ in 0..3 {
        samara.run(&["outbox", "run"]).well();
    }

    let states: BTreeSet<String> = samara.outbox().iter().map(|row| text(row, "state").to_owned()).collect();
    assert_eq!(states, BTreeSet::from(["done".to_owned()]));
    let report = sandbox.control(&json!({ "op": "requests", "last": 10_000 }));
    let writes = report["writes"].as_array().unwrap();
    let mut arrived: Vec<(String, String)> = writes
        .iter()
        .filter(|write| write["committed"] == true)
        .map(|write| {
            let input = &write["input"];
            (text(input, "applicationId").to_owned(), text(input, "interviewStageId").to_owned())
        })
        .collect();
    arrived.sort_unstable();
    let mut wanted = moves;
    wanted.sort_unstable();
    assert_eq!(arrived, wanted, "each move arrived exactly once");
}

/// What is asked for, and how the sandbox would tell that it happened.
struct Wishes {
    /// Actions with their inputs.
    asked: Vec<(&'static str, Vec<Value>)>,
    /// Stage changes: application and stage.
    stages: BTreeSet<(String, String)>,
    /// Texts that notes hold.
    notes: Vec<String>,
    /// Names of files.
    files: Vec<String>,
    /// Candidates and the tags they get.
    tags: BTreeSet<(String, String)>,
}

impl Wishes {
    /// So many wishes of six kinds, spread over all people.
    fn new(sandbox: &Sandbox, count: usize) -> Self {
        let people = ids(&sandbox.records("candidate.list"), "id").into_iter().collect::<Vec<_>>();
        let reasons = sandbox.call("archiveReason.list", &json!({}));
        let reason = format!("remote:{}", text(&reasons["results"][0], "id"));
        let (moved, rejected) = (count * 15 / 100, count * 5 / 100);
        let places = moves(sandbox, moved + rejected);
        assert_eq!(places.len(), moved + rejected, "not enough live applications");
        let person = |number: usize| format!("remote:{}", people[number % people.len()]);
        let (moves, rejects) = places.split_at(moved);
        let mut wishes = Self {
            asked: Vec::new(),
            stages: moves.iter().cloned().collect(),
            notes: Vec::new(),
            files: Vec::new(),
            tags: BTreeSet::new(),
        };
        let moves = moves.iter().map(|(application, stage)| {
            json!({ "application_id": format!("remote:{application}"), "stage_id": format!("remote:{stage}") })
        });
        let rejects = rejects.iter().map(|(application, _)| {
            json!({ "application_id": format!("remote:{application}"), "rejection_reason_id": reason })
        });
        let (moves, rejects) = (moves.collect(), rejects.collect());
        let notes = (0..count * 35 / 100).map(|number| {
            wishes.notes.push(format!("Called, round {number}."));
            json!({ "candidate_id": person(number), "content": format!("Called, round {number}.") })
        });
        let notes = notes.collect();
        let links = (0..count / 10).map(|number| {
            let url = format!("https://tests.example/{number}");
            wishes.notes.push(format!("<a href=\"{url}\">Result</a>"));
            let details = json!({ "custom_field_name_prefix": "Trial", "attributes": [] });
            json!({ "candidate_id": person(number * 3), "label": "Result", "url": url, "details": details })
        });
        let links = links.collect();
        let files = (0..count / 10).map(|number| {
            let name = format!("paper-{number}.pdf");
            let data = base64::prelude::BASE64_STANDARD.encode(format!("%PDF-1.4 {number} %%EOF"));
            wishes.files.push(name.clone());
            let attachment =
                json!({ "name": name, "content_type": "application/pdf", "data": data, "type": "OTHER" });
            json!({ "candidate_id": person(number * 5), "attachment": attachment })
        });
        let files = files.collect();
        let tags = (0..count / 4).map(|number| {
            let (candidate, name) = (person(number), format!("Round {}", number * 7 % 9));
            wishes.tags.insert((candidate.trim_start_matches("remote:").to_owned(), name.clone()));
            json!({ "candidate_id": candidate, "tag": { "name": name } })
        });
        let tags = tags.collect();
        wishes.asked = vec![
            ("move_application_to_stage", moves),
            ("add_note_to_candidate", notes),
            ("add_tag_to_candidate", tags),
            ("add_result_link_to_candidate", links),
            ("add_attachment_to_candidate", files),
            ("reject_application", rejects),
        ];
        wishes
    }

    /// Keeps all of them as a person would who does many at once; nothing is sent.
    fn ask(&self, samara: &Samara) -> usize {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let options =
            Options { passphrase: Some(PASSPHRASE.to_owned().into()), ..Options::new(samara.data()) };
        let desk = Desk::new(options, Ports::system().unwrap()).unwrap();
        desk.open().unwrap();
        for (action, inputs) in &self.asked {
            let input = json!({ "action": action, "inputs": inputs });
            runtime.block_on(command::call(&desk, "act_many", input)).unwrap();
        }
        self.asked.iter().map(|(_, inputs)| inputs.len()).sum()
    }

    /// Each of them happened, and once.
    fn check(&self, sandbox: &Sandbox, rejects: usize) {
        let made = &sandbox.control(&json!({ "op": "made" }))["made"];
        let count = |kind: &str, field: &str| {
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            for record in made[kind].as_array().unwrap() {
                *counts.entry(text(record, field).to_owned()).or_default() += 1;
            }
            counts
        };
        let once = |names: &[String]| -> BTreeMap<String, usize> {
            names.iter().map(|name| (name.clone(), 1)).collect()
        };
        assert_eq!(count("notes", "content"), once(&self.notes));
        assert_eq!(count("files", "name"), once(&self.files));
        assert_eq!(count("custom_fields", "title"), once(&["Trial Result".to_owned()]));
        let titles: BTreeSet<String> = self.tags.iter().map(|(_, tag)| tag.clone()).collect();
        assert_eq!(count("tags", "title"), once(&titles.into_iter().collect::<Vec<_>>()));

        let worn: BTreeSet<(String, String)> = sandbox
            .records("candidate.list")
            .iter()
            .flat_map(|candidate| {
                let tags = candidate["tags"].as_array().unwrap();
                tags.iter()
                    .map(|tag| (text(candidate, "id").to_owned(), text(tag, "title").to_owned()))
                    .collect::<Vec<_>>()
            })
            .collect();
        assert!(self.tags.is_subset(&worn), "tags are missing");

        let report = sandbox.control(&json!({ "op": "requests", "last": 10_000 }));
        let committed = report["writes"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|write| write["endpoint"] == "application.changeStage" && write["committed"] == true);
        let (archived, moved): (Vec<&Value>, Vec<&Value>) =
            committed.map(|write| &write["input"]).partition(|input| input["archiveReasonId"].is_string());
        let place = |input: &&Value| {
            (text(input, "applicationId").to_owned(), text(input, "interviewStageId").to_owned())
        };
        assert_eq!(moved.len(), self.stages.len(), "each move arrived exactly once");
        assert_eq!(moved.iter().map(place).collect::<BTreeSet<_>>(), self.stages);
        assert_eq!(archived.len(), rejects, "each rejection arrived exactly once");
        assert_eq!(archived.iter().map(place).collect::<BTreeSet<_>>().len(), rejects);
    }
}

/// How many kills and intents: all of 200 and 1,000 with `SAMARA_KILLS=200`, a part of both without it.
fn size() -> (usize, usize) {
    let kills = std::env::var("SAMARA_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(40);
    (kills, kills * 5)
}

#[test]
fn mixed_intents_happen_once_each_however_often_the_sender_is_killed() {
    let (kills, intents) = size();
    let sandbox = Sandbox::start(13, 400);
    let samara = Samara::synced(&sandbox);
    let wishes = Wishes::new(&sandbox, intents);
    assert_eq!(wishes.ask(&samara), intents);
    sandbox.control(&json!({
        "op": "faults", "faults": ["lost-reply:0.08", "server-error-after:0.04", "reset:0.04", "truncate:0.04", "latency-15:0.5"],
    }));
    let (mut state, mut killed) = (61, 0);
    while killed < kills {
        // What one life may do: some twenty requests, about five intents' worth.
        let next = sandbox.asked("") + 1 + chance(&mut state) % 34;
        if !run_until(&samara, &["outbox", "run"], &sandbox, "", next) {
            break;
        }
        killed += 1;
    }
    assert_eq!(killed, kills, "everything was sent before the last kill");
    for _ in 0..10 {
        samara.run(&["outbox", "run"]).well();
        if samara.outbox().iter().all(|row| row["state"] == "done") {
            break;
        }
    }
    let ends: BTreeSet<String> = samara.outbox().iter().map(|row| text(row, "state").to_owned()).collect();
    assert_eq!(ends, BTreeSet::from(["done".to_owned()]));
    assert_eq!(samara.outbox().len(), intents);
    sandbox.control(&json!({ "op": "faults", "faults": [] }));
    wishes.check(&sandbox, intents * 5 / 100);
}
