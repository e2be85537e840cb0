//! What is promised when all is well: exit codes, JSON lines, paging, files, secrets.

use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt as _;

use samara_unified::tables;
use serde_json::{Value, json};

use crate::program::{KEY, PASSPHRASE, Samara, Sandbox, bytes, ended, text};

/// Applications in process, in the order of Ashby's ids: those here differ from run to run.
fn in_process(samara: &Samara) -> Vec<Value> {
    let mut applications = samara.list("ats_applications");
    applications.retain(|row| row["outcome"] == "PENDING");
    applications.sort_by_key(|row| text(row, "remote_id").to_owned());
    applications
}

/// An application that can be moved, with two open stages of its plan; unified ids.
pub fn movable(samara: &Samara) -> (String, String, String) {
    let stages = samara.list("ats_join_jobs_application_stages");
    for application in &in_process(samara) {
        let mut open = Vec::new();
        for stage in stages.iter().filter(|stage| stage["job_id"] == application["job_id"]) {
            let input =
                json!({ "application_id": application["id"], "stage_id": stage["stage_id"] }).to_string();
            let queued =
                samara.run(&["--json", "act", "move_application_to_stage", "--queue", "--input", &input]);
            if queued.code == Some(0) && queued.objects()[0]["intent_id"].is_string() {
                let id = text(&queued.objects()[0], "intent_id").to_owned();
                samara.run(&["outbox", "discard", &id]).well();
                open.push(text(stage, "stage_id").to_owned());
            }
            if let [one, other] = open.as_slice() {
                return (text(application, "id").to_owned(), one.clone(), other.clone());
            }
        }
    }
    panic!("nobody can be moved");
}

/// `act move_application_to_stage`, waiting for the outcome.
pub fn act(samara: &Samara, application: &str, stage: &str) -> crate::program::Ended {
    let input = json!({ "application_id": application, "stage_id": stage }).to_string();
    samara.run(&["--json", "act", "move_application_to_stage", "--input", &input])
}

#[test]
fn every_model_is_listed_whole_with_every_field() {
    let sandbox = Sandbox::start(21, 60);
    let samara = Samara::synced(&sandbox);
    for info in tables() {
        let mut wanted: BTreeSet<&str> = info.fields.iter().map(|field| field.name).collect();
        wanted.extend(["id", "changed_at", "remote_deleted_at"]);
        wanted.extend(info.has_remote_id.then_some("remote_id"));
        wanted.extend(info.has_remote_data.then_some("remote_data"));
        wanted.extend(
            info.has_custom_fields.then_some(["custom_fields", "integration_fields"]).into_iter().flatten(),
        );
        let rows = samara.list(info.table);
        assert!(!rows.is_empty(), "{}", info.table);
        for row in &rows {
            let fields: BTreeSet<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(fields, wanted, "{}", info.table);
        }
        let whole: Vec<&str> = rows.iter().map(|row| text(row, "id")).collect();
        assert!(whole.is_sorted(), "{}", info.table);
    }
}

#[test]
fn a_listing_goes_on_where_the_last_one_ended() {
    let sandbox = Sandbox::start(22, 60);
    let samara = Samara::synced(&sandbox);
    let whole = samara.list("ats_candidates");
    assert_eq!(whole.len(), 60);
    let (mut rows, mut cursor) = (Vec::new(), None::<String>);
    loop {
        let mut arguments = vec!["--json", "list", "ats_candidates", "--limit", "25"];
        arguments.extend(cursor.iter().flat_map(|cursor| ["--cursor", cursor.as_str()]));
        let page = samara.run(&arguments).well();
        rows.extend(page.objects());
        let Some(next) = page.last().strip_prefix("More: --cursor ") else { break };
        assert_eq!(page.objects().len(), 25);
        cursor = Some(next.to_owned());
    }
    assert_eq!(rows, whole);
    assert_eq!(samara.run(&["--json", "list", "ats_candidates", "--limit", "0"]).well().out, "");
    assert_eq!(
        samara.run(&["--json", "list", "ats_candidates", "--limit", "1000000"]).well().objects(),
        whole
    );
    samara.run(&["list", "ats_candidats"]).failed("INTEGRATION.MODEL_NOT_AVAILABLE");
}

#[test]
fn wrong_usage_is_told_from_failure() {
    let samara = Samara::empty();
    for wrong in [
        &[][..],
        &["dance"],
        &["list"],
        &["sync", "--fast"],
        &["--vault", "drawer", "status"],
        &["connect", "--base-url", "http://127.0.0.1:1"],
        &["connect", "--api-key-stdin", "--mode", "recent:0"],
        &["sandbox", "--candidates", "none"],
    ] {
        assert_eq!(samara.run(wrong).code, Some(2), "{wrong:?}");
    }
    assert_eq!(samara.run(&["--help"]).code, Some(0));
    for verb in [&["sync"][..], &["status"], &["list", "ats_jobs"], &["search", "ada"], &["outbox", "list"]] {
        samara.run(verb).failed("INTEGRATION.SETUP_INCOMPLETE");
    }
    let act = ["act", "move_application_to_stage", "--input", "{}"];
    samara.run(&act).failed("INTEGRATION.SETUP_INCOMPLETE");
}

#[test]
fn what_was_done_with_somebody_is_told_and_found() {
    let sandbox = Sandbox::start(24, 60);
    let samara = Samara::synced(&sandbox);
    let application = in_process(&samara).remove(0);
    let candidate = &application["candidate_id"];
    let act =
        |action: &str, input: &Value| samara.run(&["--json", "act", action, "--input", &input.to_string()]);

    let tag = json!({ "candidate_id": candidate, "tag": { "name": "Silver medallist" } });
    let note = json!({ "application_id": application["id"], "content": "Plays the theremin." });
    let link = json!({ "candidate_id": candidate, "label": "Report", "url": "https://a.example/r" });
    let file = json!({ "candidate_id": candidate, "attachment": {
        "name": "cv.pdf", "type": "CV", "data": "JVBERi0xLjQKJSVFT0Y=",
    } });
    for (action, input) in [
        ("add_tag_to_candidate", &tag),
        ("add_note_to_application", &note),
        ("add_result_link_to_candidate", &link),
        ("add_attachment_to_candidate", &file),
    ] {
        let done = act(action, input).well().objects();
        assert_eq!(done, [json!({ "status": "success", "data": {}, "warnings": [] })], "{action}");
    }
    let again = act("add_tag_to_candidate", &tag).well().objects();
    assert_eq!(again[0]["warnings"].as_array().unwrap().len(), 1);
    let found = samara.run(&["--json", "search", "theremin"]).well().objects();
    assert_eq!((&found[0]["id"], &found[0]["found_in"]["kind"]), (candidate, &json!("notes")));
    let files = act("get_candidate_attachments", &json!({ "candidate_id": candidate })).well().objects();
    assert_eq!(files[0]["data"]["results"][0]["file_name"], "cv.pdf");

    let reasons = samara.list("ats_rejection_reasons");
    let reason = reasons.iter().find(|reason| reason["name"] == "Position filled").unwrap();
    let reject = json!({ "application_id": application["id"], "rejection_reason_id": reason["id"] });
    act("reject_application", &reject).well();
    let row = samara.list("ats_applications").into_iter().find(|row| row["id"] == application["id"]).unwrap();
    assert_eq!(row["outcome"], "DECLINED");
}

#[test]
fn a_person_is_made_and_told_in_the_unified_shape() {
    let sandbox = Sandbox::start(25, 60);
    let samara = Samara::synced(&sandbox);
    let jobs = samara.list("ats_jobs");
    let open = jobs.iter().find(|job| job["status"] == "OPEN").unwrap();
    let input = json!({
        "candidate": { "first_name": "Ada", "last_name": "Quist", "email_address": "ada@new.example" },
        "application": { "job_id": open["id"] }, "gdpr_consent": true,
    });
    let act = |action: &str| samara.run(&["--json", "act", action, "--input", &input.to_string()]);
    let done = act("create_candidate").well().objects();
    assert_eq!((&done[0]["status"], &done[0]["data"]["first_name"]), (&json!("success"), &json!("Ada")));
    assert_eq!(done[0]["data"]["applications"][0]["job"]["id"], open["id"], "{done:?}");
    assert!(done[0]["warnings"][0]["message"].as_str().unwrap().contains("gdpr_consent"));
    act("create_application").failed("ATS.APPLICATION_ALREADY_EXISTS");
}

#[test]
fn a_move_is_told_by_its_outcome() {
    let sandbox = Sandbox::start(23, 60);
    let samara = Samara::synced(&sandbox);
    let (application, stage, other) = movable(&samara);

    let done = act(&samara, &application, &stage).well().objects();
    assert_eq!(done, [json!({ "status": "success", "data": {}, "warnings": [] })]);
    let row = samara.list("ats_applications").into_iter().find(|row| row["id"] == *application).unwrap();
    assert_eq!(row["current_stage_id"], *stage);

    let again = act(&samara, &application, &stage).well().objects();
    assert_eq!(again[0]["status"], "success");
    assert_eq!(again[0]["warnings"].as_array().unwrap().len(), 1);

    for (id, to) in [("nobody", stage.as_str()), (&application, "nowhere")] {
        act(&samara, id, to).failed("PLATFORM.INPUT_INVALID");
    }
    for input in [
        "{}",
        "not json",
        r#"{"application_id":1,"stage_id":2}"#,
        r#"{"application_id":"a","stage_id":"b","x":1}"#,
    ] {
        let act = samara.run(&["act", "move_application_to_stage", "--input", input]);
        act.failed("PLATFORM.INPUT_INVALID");
    }
    samara.run(&["act", "hire", "--input", "{}"]).failed("INTEGRATION.ACTION_NOT_AVAILABLE");

    let remote = text(&row, "remote_id");
    let stages = samara.list("ats_application_stages");
    let remote_stage =
        |id: &str| text(stages.iter().find(|row| row["id"] == *id).unwrap(), "remote_id").to_owned();
    let first = stages
        .iter()
        .find(|row| row["id"] != *stage && row["id"] != *other && row["name"] == "Application Review");
    let moved =
        json!({ "op": "move_application", "application_id": remote, "stage_id": remote_stage(&other) });
    sandbox.control(&moved);
    if let Some(first) = first {
        let conflict = act(&samara, &application, text(first, "id"));
        if conflict.last().contains("outbox decide") {
            let conflict = conflict.failed("REMOTE.INPUT_INVALID");
            let id = text(&conflict.objects()[0], "intent_id").to_owned();
            samara.run(&["outbox", "decide", &id, "theirs"]).well();
        }
    }
    assert!(samara.outbox().iter().all(|row| ["done", "cancelled"].contains(&text(row, "state"))));
}

#[test]
fn what_is_queued_is_kept_and_can_be_taken_back() {
    let sandbox = Sandbox::start(24, 60);
    let samara = Samara::synced(&sandbox);
    let (application, stage, other) = movable(&samara);
    let queue = |stage: &str| {
        let input = json!({ "application_id": application, "stage_id": stage }).to_string();
        let queued =
            samara.run(&["--json", "act", "move_application_to_stage", "--queue", "--input", &input]);
        text(&queued.well().objects()[0], "intent_id").to_owned()
    };
    let state =
        |id: &str| text(samara.outbox().iter().find(|row| row["id"] == *id).unwrap(), "state").to_owned();

    let first = queue(&stage);
    assert_eq!((state(&first).as_str(), sandbox.asked("application.changeStage")), ("waiting", 0));
    samara.run(&["outbox", "undo", &first]).well();
    assert_eq!(state(&first), "cancelled");
    samara.run(&["outbox", "run"]).well();
    assert_eq!(sandbox.asked("application.changeStage"), 0);

    let second = queue(&other);
    samara.run(&["outbox", "run"]).well();
    assert_eq!((state(&second).as_str(), sandbox.asked("application.changeStage")), ("done", 1));
    samara.run(&["outbox", "undo", &second]).well();
    samara.run(&["outbox", "run"]).well();
    assert_eq!(sandbox.asked("application.changeStage"), 2);
    samara.run(&["outbox", "retry", &second]).failed("PLATFORM.INPUT_INVALID");
    samara.run(&["outbox", "undo", "no-such-intent"]).failed("PLATFORM.INPUT_INVALID");
}

#[test]
fn people_are_found_and_the_state_is_told() {
    let sandbox = Sandbox::start(25, 60);
    let samara = Samara::synced(&sandbox);
    let people = samara.list("ats_candidates");
    let person = people.iter().find(|person| person["last_name"].is_string()).unwrap();
    let name = text(person, "last_name");
    let found = samara.run(&["--json", "search", name]).well().objects();
    assert!(found.iter().any(|hit| hit["id"] == person["id"]), "{name}: {found:?}");
    assert_eq!(samara.run(&["--json", "search", "qqqqqq"]).well().out, "");
    let status = samara.run(&["--json", "status"]).well().objects();
    assert_eq!(status.len(), 1);
    let candidates: Vec<&Value> = status[0]["sync"]["models"].as_array().unwrap().iter().collect();
    let candidates = candidates.iter().find(|model| model["model"] == "candidates").unwrap();
    assert_eq!((&candidates["rows"], &candidates["state"]), (&json!(60), &json!("done")));
}

#[test]
fn files_are_for_their_owner_alone_and_hold_neither_key_nor_names() {
    let sandbox = Sandbox::start(26, 60);
    let samara = Samara::synced(&sandbox);
    let (application, stage, _) = movable(&samara);
    act(&samara, &application, &stage).well();
    let folder = samara.data().metadata().unwrap().permissions().mode();
    assert_eq!(folder & 0o777, 0o700);
    let names: Vec<String> = samara
        .list("ats_candidates")
        .iter()
        .filter_map(|row| row["last_name"].as_str().map(str::to_owned))
        .collect();
    let files = samara.files();
    assert!(files.len() >= 4, "{files:?}");
    let holds = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    for path in files {
        let mode = path.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", path.display());
        let bytes = bytes(&path);
        assert!(!holds(&bytes, KEY) && !holds(&bytes, PASSPHRASE), "{}", path.display());
        let named = names.iter().filter(|name| name.len() > 6).find(|name| holds(&bytes, name));
        assert_eq!(named, None, "{}", path.display());
    }
}

#[test]
fn the_passphrase_comes_from_the_environment_and_nothing_is_asked() {
    let sandbox = Sandbox::start(27, 60);
    let samara = Samara::empty();
    let connect = ["--vault", "passphrase", "connect", "--base-url", &sandbox.url, "--api-key-stdin"];
    let without = |arguments: &[&str], input: &str| {
        ended(samara.command(arguments).env_remove("SAMARA_PASSPHRASE"), input)
    };
    without(&connect, KEY).failed("PLATFORM.INPUT_INVALID");
    samara.connect(&sandbox.url, "").failed("PLATFORM.INPUT_INVALID");
    samara.connect(&sandbox.url, "two words").failed("PLATFORM.INPUT_INVALID");
    assert!(!samara.data().join("workspace.json").exists());

    samara.connect(&sandbox.url, KEY).well();
    samara.run(&["sync"]).well();
    for verb in [&["status"][..], &["list", "ats_jobs"], &["sync"]] {
        without(verb, "").failed("VAULT.LOCKED");
        let wrong = ended(samara.command(verb).env("SAMARA_PASSPHRASE", "oak"), "");
        wrong.failed("VAULT.WRONG_PASSPHRASE");
    }
    assert_eq!(samara.list("ats_candidates").len(), 60);
    samara.connect(&sandbox.url, KEY).failed("PLATFORM.INPUT_INVALID");
    assert_eq!(samara.list("ats_candidates").len(), 60);
}
