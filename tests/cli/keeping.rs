//! What is kept here: modes, tracked applications, people who are forgotten, deletions that wait, a switched-off line.

use serde_json::{Value, json};

use crate::program::{Samara, Sandbox, text};

/// The one object a `--json` run tells.
fn told(samara: &Samara, arguments: &[&str]) -> Value {
    samara.run(&[&["--json"], arguments].concat()).well().objects().remove(0)
}

#[test]
fn a_mode_narrows_what_is_here_and_what_is_tracked_comes_back() {
    let sandbox = Sandbox::start(41, 60);
    let samara = Samara::synced(&sandbox);
    assert_eq!(told(&samara, &["mode"]), json!({ "mode": "all", "data_expired_at": null }));
    let wanted = samara.list("ats_applications").remove(0);

    let narrow = told(&samara, &["mode", "created-only"]);
    assert!(narrow["data_expired_at"].is_string(), "{narrow}");
    assert_eq!(samara.list("ats_candidates"), Vec::<Value>::new());
    samara.run(&["sync"]).well();
    assert_eq!(told(&samara, &["mode"])["data_expired_at"], Value::Null);
    assert_eq!(samara.list("ats_applications"), Vec::<Value>::new());

    let done = told(&samara, &["track", text(&wanted, "remote_id")]);
    assert_eq!(done["tracked"], wanted["remote_id"]);
    samara.run(&["sync"]).well();
    let here = samara.list("ats_applications");
    assert_eq!((here.len(), &here[0]["id"]), (1, &wanted["id"]));
    assert_eq!(samara.list("ats_candidates")[0]["id"], wanted["candidate_id"]);
    samara.run(&["track", "00000000-0000-4000-8000-000000000000"]).failed("PLATFORM.INPUT_INVALID");

    samara.run(&["mode", "all"]).well();
    samara.run(&["sync"]).well();
    assert_eq!(samara.list("ats_candidates").len(), 60);
    assert_eq!(samara.run(&["mode", "recent:soon"]).code, Some(2));
}

#[test]
fn who_is_forgotten_stays_away_until_let_in_again() {
    let sandbox = Sandbox::start(42, 60);
    let samara = Samara::synced(&sandbox);
    let person = samara.list("ats_candidates").remove(5);
    let here = || samara.list("ats_candidates").iter().any(|row| row["id"] == person["id"]);
    assert_eq!(told(&samara, &["forget", text(&person, "id")])["found"], true);
    assert!(!here());
    samara.run(&["sync", "--full"]).well();
    assert!(!here());
    let applications = samara.list("ats_applications");
    assert!(applications.iter().all(|row| row["candidate_id"] != person["id"]));

    let remote = format!("remote:{}", text(&person, "remote_id"));
    assert_eq!(told(&samara, &["forget", &remote, "--undo"])["found"], true);
    samara.run(&["sync"]).well();
    assert!(here());
    samara.run(&["forget", "nobody"]).failed("PLATFORM.INPUT_INVALID");
}

#[test]
fn many_deletions_at_once_wait_for_a_decision() {
    let sandbox = Sandbox::start(43, 80);
    let samara = Samara::synced(&sandbox);
    assert!(samara.run(&["quality", "list"]).well().out.contains("Nothing waits"));
    for row in samara.list("ats_candidates").iter().take(30) {
        sandbox.control(&json!({ "op": "delete_candidate", "candidate_id": row["remote_id"] }));
    }
    samara.run(&["sync", "--full"]).well();
    assert_eq!(samara.list("ats_candidates").len(), 80);
    let checks = samara.run(&["--json", "quality", "list"]).well().objects();
    let people = checks.iter().find(|check| check["model"] == "candidates").unwrap();
    assert_eq!((&people["missing"], &people["live"]), (&json!(30), &json!(80)));
    for check in &checks {
        samara.run(&["quality", "decide", &check["id"].to_string(), "delete"]).well();
    }
    assert_eq!(samara.list("ats_candidates").len(), 50);
    assert_eq!(samara.run(&["--json", "quality", "list"]).well().objects(), Vec::<Value>::new());
    samara.run(&["quality", "decide", "99", "keep"]).failed("PLATFORM.INPUT_INVALID");
}

#[test]
fn a_paused_connection_reads_and_asks_nothing() {
    let sandbox = Sandbox::start(44, 60);
    let samara = Samara::synced(&sandbox);
    assert_eq!(told(&samara, &["pause"])["connection"], "INACTIVE");
    let asked = sandbox.asked("");
    samara.run(&["sync"]).failed("INTEGRATION.INACTIVE");
    assert_eq!((samara.list("ats_candidates").len(), sandbox.asked("")), (60, asked));
    assert_eq!(told(&samara, &["resume"])["connection"], "ACTIVE");
    samara.run(&["sync"]).well();
    assert!(sandbox.asked("") > asked);
}
