//! `kill -9`, where it hurts.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};

use crate::program::{Samara, Sandbox, text};

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
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn ids(records: &[Value], name: &str) -> BTreeSet<String> {
    records.iter().map(|record| text(record, name).to_owned()).collect()
}

#[test]
fn a_first_sync_killed_five_times_ends_with_every_record() {
    const CANDIDATES: u32 = 20_000;
    let sandbox = Sandbox::start(11, CANDIDATES);
    let samara = Samara::connected(&sandbox);
    // The whole takes about 590 pages and then details: three of five points lie among the pages.
    let mut state = 20_261_123;
    let mut points: Vec<u64> =
        [500, 500, 500, 1_800, 1_800].iter().map(|end| 15 + chance(&mut state) % end).collect();
    points.sort_unstable();
    let killed = points.iter().filter(|point| run_until(&samara, &["sync"], &sandbox, "", **point)).count();
    assert_eq!(killed, 5, "killed at {points:?}");
    samara.run(&["sync"]).well();

    // Resumed, not begun anew: what was under way when the process died is all that was asked twice.
    let pages = sandbox.asked("candidate.list") + sandbox.asked("application.list");
    assert!(pages < 200 + 300 + 5 * 2 * 12, "{pages} pages for 500");
    for (model, endpoint) in [("ats_candidates", "candidate.list"), ("ats_applications", "application.list")]
    {
        let rows = samara.list(model);
        let records = sandbox.records(endpoint);
        assert_eq!(rows.len(), records.len(), "{model}");
        assert_eq!(ids(&rows, "remote_id"), ids(&records, "id"), "{model}");
    }
}

/// Sixty live applications, each with a stage of its own plan to go to; Ashby's ids.
fn moves(sandbox: &Sandbox) -> Vec<(String, String)> {
    let mut moves = Vec::new();
    for application in sandbox.records("application.list") {
        let here = &application["currentInterviewStage"];
        if application["status"] != "Active" || moves.len() == 60 {
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
    let moves = moves(&sandbox);
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
