//! Trouble between here and Ashby: nothing is lost, everything says how it is cured.

use serde_json::json;

use crate::contract::{act, movable};
use crate::program::{KEY, Samara, Sandbox, ended, text};

#[test]
fn a_wrong_key_connects_nothing() {
    let sandbox = Sandbox::start(31, 60);
    let samara = Samara::empty();
    samara.connect(&sandbox.url, "another-key").failed("INTEGRATION.AUTHENTICATION_INVALID");
    assert!(!samara.data().join("workspace.json").exists());
    samara.connect("http://example.com", KEY).failed("PLATFORM.INPUT_INVALID");
    samara.connect("ftp://127.0.0.1", KEY).failed("PLATFORM.INPUT_INVALID");
    samara.connect(&sandbox.url, KEY).well();
}

#[test]
fn a_withdrawn_key_keeps_what_is_here() {
    let sandbox = Sandbox::start(32, 60);
    let samara = Samara::synced(&sandbox);
    let (application, stage, _) = movable(&samara);
    sandbox.control(&json!({ "op": "revoke_key" }));
    samara.run(&["sync"]).failed("INTEGRATION.AUTHENTICATION_INVALID");
    assert_eq!(samara.list("ats_candidates").len(), 60);
    let refused = act(&samara, &application, &stage).failed("INTEGRATION.AUTHENTICATION_INVALID");
    let id = text(&refused.objects()[0], "intent_id").to_owned();
    sandbox.control(&json!({ "op": "restore_key" }));
    samara.run(&["sync"]).well();
    samara.run(&["outbox", "retry", &id]).well();
    samara.run(&["outbox", "run"]).well();
    assert_eq!(sandbox.asked("application.changeStage"), 1);
}

#[test]
fn a_key_without_a_permission_syncs_the_rest() {
    let sandbox = Sandbox::start(33, 60);
    let samara = Samara::synced(&sandbox);
    let jobs = samara.list("ats_jobs").len();
    sandbox.control(&json!({ "op": "scopes", "withdraw": ["jobs:read"] }));
    sandbox.control(&json!({ "op": "add_candidate", "name": "Ada Brock" }));
    let ended = samara.run(&["sync"]).failed("INTEGRATION.PERMISSION_MISSING");
    assert!(ended.last().contains("jobsRead"), "{}", ended.last());
    assert_eq!(samara.list("ats_candidates").len(), 61);
    assert_eq!(samara.list("ats_jobs").len(), jobs);
    sandbox.control(&json!({ "op": "scopes" }));
    samara.run(&["sync"]).well();
}

#[test]
fn a_move_without_the_permission_fails_visibly_and_leaves_no_trace() {
    let sandbox = Sandbox::start(34, 60);
    let samara = Samara::synced(&sandbox);
    let (application, stage, _) = movable(&samara);
    sandbox.control(&json!({ "op": "scopes", "withdraw": ["candidates:write"] }));
    let refused = act(&samara, &application, &stage).failed("INTEGRATION.PERMISSION_MISSING");
    assert!(refused.last().contains("candidatesWrite"), "{}", refused.last());
    assert_eq!(refused.objects()[0]["state"], "failed");
    let row = samara.list("ats_applications").into_iter().find(|row| row["id"] == *application).unwrap();
    assert_ne!(row["current_stage_id"], *stage);
}

#[test]
fn out_of_reach_everything_is_still_here_and_a_move_waits() {
    let mut sandbox = Sandbox::start(35, 60);
    let samara = Samara::synced(&sandbox);
    let (application, stage, _) = movable(&samara);
    sandbox.stop();
    samara.run(&["sync"]).failed("REMOTE.SERVICE_UNAVAILABLE");
    assert_eq!(samara.list("ats_candidates").len(), 60);
    let input = json!({ "application_id": application, "stage_id": stage }).to_string();
    samara.run(&["act", "move_application_to_stage", "--queue", "--input", &input]).well();
    sandbox.replace(35, 60);
    samara.run(&["outbox", "run"]).well();
    assert_eq!(sandbox.asked("application.changeStage"), 1);
    Samara::empty().connect("http://127.0.0.1:9", KEY).failed("REMOTE.SERVICE_UNAVAILABLE");
}

#[test]
fn without_a_keychain_it_says_what_else_there_is() {
    let sandbox = Sandbox::start(36, 60);
    let samara = Samara::empty();
    let mut connect = samara.command(&["connect", "--base-url", &sandbox.url, "--api-key-stdin"]);
    connect.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus").env_remove("XDG_RUNTIME_DIR");
    let refused = ended(&mut connect, KEY).failed("VAULT.ABSENT");
    assert!(refused.last().contains("passphrase"), "{}", refused.last());
    assert!(!samara.data().join("workspace.json").exists());
}

#[test]
fn a_second_process_reads_and_queues_while_the_first_leads() {
    let sandbox = Sandbox::start(37, 60);
    let samara = Samara::synced(&sandbox);
    let (application, stage, _) = movable(&samara);
    let first = samara_store::Folder::open(samara.data()).unwrap().try_lease().unwrap().unwrap();
    samara.run(&["sync"]).failed("STORE.BUSY");
    samara.run(&["outbox", "run"]).failed("STORE.BUSY");
    assert_eq!(samara.list("ats_candidates").len(), 60);
    let input = json!({ "application_id": application, "stage_id": stage }).to_string();
    samara.run(&["act", "move_application_to_stage", "--queue", "--input", &input]).well();
    drop(first);
    samara.run(&["outbox", "run"]).well();
    assert_eq!(sandbox.asked("application.changeStage"), 1);
}

#[test]
fn an_action_takes_over_from_a_leader_that_goes() {
    let sandbox = Sandbox::start(38, 60);
    let samara = Samara::synced(&sandbox);
    let (application, stage, _) = movable(&samara);
    let first = samara_store::Folder::open(samara.data()).unwrap().try_lease().unwrap().unwrap();
    std::thread::scope(|scope| {
        let acting = scope.spawn(|| act(&samara, &application, &stage));
        while !samara.outbox().iter().any(|row| row["state"] == "waiting") {
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        drop(first);
        acting.join().unwrap().well();
    });
    assert_eq!(sandbox.asked("application.changeStage"), 1);
}

#[test]
fn running_until_quiet_outlasts_another_that_sends_and_an_ashby_out_of_reach() {
    let mut sandbox = Sandbox::start(41, 60);
    let samara = Samara::synced(&sandbox);
    let (application, stage, _) = movable(&samara);
    let input = json!({ "application_id": application, "stage_id": stage }).to_string();
    samara.run(&["act", "move_application_to_stage", "--queue", "--input", &input]).well();
    sandbox.stop();
    let first = samara_store::Folder::open(samara.data()).unwrap().try_lease().unwrap().unwrap();
    std::thread::scope(|scope| {
        let running = scope.spawn(|| samara.run(&["outbox", "run", "--until-quiet"]));
        std::thread::sleep(std::time::Duration::from_millis(300));
        assert!(samara.outbox()[0]["failure"].is_null(), "the other one has the line");
        drop(first);
        while samara.outbox()[0]["failure"].is_null() {
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        sandbox.replace(41, 60);
        running.join().unwrap().well();
    });
    assert_eq!(samara.outbox()[0]["state"], "done");
    assert_eq!(sandbox.asked("application.changeStage"), 1);
    samara.run(&["outbox", "run", "--until-quiet"]).well();
}

#[test]
fn what_ashby_sends_wrong_is_left_out_and_told() {
    let sandbox = Sandbox::start(39, 60);
    let samara = Samara::connected(&sandbox);
    sandbox.control(&json!({ "op": "malform", "endpoint": "candidate.list" }));
    let synced = samara.run(&["sync"]).well();
    assert!(synced.err.contains("1 record"), "{}", synced.err);
    assert_eq!(samara.list("ats_candidates").len(), 59);
    samara.run(&["sync", "--full"]).well();
    assert_eq!(samara.list("ats_candidates").len(), 60);
    // A field of another type than promised is no reason to leave a record out.
    for (endpoint, field) in [
        ("candidate.list", "name"),
        ("candidate.list", "tags"),
        ("candidate.list", "createdAt"),
        ("application.list", "status"),
        ("application.list", "job"),
        ("application.list", "currentInterviewStage"),
        ("job.list", "status"),
        ("job.list", "hiringTeam"),
        ("user.list", "globalRole"),
    ] {
        sandbox.control(&json!({ "op": "malform", "endpoint": endpoint, "field": field }));
        let synced = samara.run(&["sync", "--full"]).well();
        assert!(!synced.err.contains("could not be understood"), "{endpoint} {field}: {}", synced.err);
    }
    samara.run(&["sync", "--full"]).well();
    assert_eq!(samara.list("ats_candidates").len(), 60);
}

#[test]
fn tokens_and_cursors_that_are_worth_nothing_any_more_end_in_a_complete_listing() {
    let mut sandbox = Sandbox::start(40, 1_200);
    let samara = Samara::synced(&sandbox);
    let listed = |code: &str| {
        let before = sandbox.asked("candidate.list");
        samara.run(&["sync"]).well();
        assert!(sandbox.asked("candidate.list") - before >= 12, "{code} brings a complete listing");
    };
    sandbox.control(&json!({ "op": "expire_tokens" }));
    listed("sync_token_expired");
    sandbox.control(&json!({ "op": "touch", "candidates": 5 }));
    sandbox.control(&json!({ "op": "delta_pages", "pages": 0 }));
    listed("incremental_sync_too_large");
    sandbox.control(&json!({ "op": "delta_pages", "pages": 50 }));

    let leave_midway = |sandbox: &Sandbox| {
        // The next pass dies after a few pages, its cursor on the disk.
        let mut child = samara.command(&["sync", "--full"]).spawn().unwrap();
        let before = sandbox.asked("candidate.list");
        while sandbox.asked("candidate.list") < before + 9 {
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
        child.kill().unwrap();
        child.wait().unwrap();
    };
    sandbox.control(&json!({ "op": "faults", "faults": ["latency-40"] }));
    leave_midway(&sandbox);
    sandbox.control(&json!({ "op": "faults", "faults": [] }));
    sandbox.control(&json!({ "op": "expire_cursors" }));
    samara.run(&["sync"]).well();
    sandbox.control(&json!({ "op": "faults", "faults": ["latency-40"] }));
    leave_midway(&sandbox);
    // Another world at the same address knows neither the cursors nor the tokens of the first.
    sandbox.replace(40, 1_200);
    samara.run(&["sync"]).well();
    sandbox.replace(40, 1_200);
    samara.run(&["sync"]).well();
    assert_eq!(samara.list("ats_candidates").len(), 1_200);
}
