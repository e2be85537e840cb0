//! Leaving a workspace, another key, and how things are kept.

use serde_json::{Value, json};

use crate::program::{KEY, Samara, Sandbox, bytes, ended, text};

fn told(samara: &Samara, arguments: &[&str]) -> Value {
    samara.run(&[&["--json"], arguments].concat()).well().objects().remove(0)
}

#[test]
fn a_workspace_is_read_on_without_its_key_until_another_one_is_given_or_it_goes() {
    let sandbox = Sandbox::start(61, 60);
    let samara = Samara::synced(&sandbox);
    samara.run(&["disconnect", "--keep-until", "2020-01-01"]).failed("PLATFORM.INPUT_INVALID");
    let state = told(&samara, &["disconnect", "--keep-until", "2099-12-31"]);
    assert_eq!(state["remove_at"], "2099-12-31T00:00:00.000Z");
    let asked = sandbox.asked("");
    samara.run(&["sync"]).failed("INTEGRATION.INACTIVE");
    assert_eq!((samara.list("ats_candidates").len(), sandbox.asked("")), (60, asked));

    ended(&mut samara.command(&["key", "--api-key-stdin"]), "wrong")
        .failed("INTEGRATION.AUTHENTICATION_INVALID");
    ended(&mut samara.command(&["key", "--api-key-stdin"]), KEY).well();
    samara.run(&["sync"]).well();
    assert!(sandbox.asked("") > asked);
    for file in samara.files() {
        assert!(!bytes(&file).windows(KEY.len()).any(|part| part == KEY.as_bytes()), "{}", file.display());
    }

    let gone = told(&samara, &["disconnect"]);
    assert_eq!(gone["phase"], "none");
    assert!(samara.files().iter().all(|path| path.ends_with("lease")), "{:?}", samara.files());
    samara.run(&["status"]).failed("INTEGRATION.SETUP_INCOMPLETE");
}

#[test]
fn fields_logs_and_mappings_are_told_and_changed() {
    let sandbox = Sandbox::start(62, 60);
    let samara = Samara::synced(&sandbox);
    let fields = told(&samara, &["fields", "list", "ats_candidates"]);
    assert!(fields["fields"].as_array().unwrap().iter().any(|field| field["key"] == "/school"));
    let named =
        told(&samara, &["fields", "name", "ats_candidates", "school", "/school", "--label", "School"]);
    assert_eq!(named["keys"][0]["key"], "school");
    let rows = samara.list("ats_candidates");
    assert!(rows.iter().any(|row| row["custom_fields"]["school"].is_string()));

    samara.run(&["fields", "keep", "ats_offers", "off"]).well();
    assert_eq!(samara.list("ats_offers"), Vec::<Value>::new());
    assert_eq!(told(&samara, &["scopes", "--model", "ats_offers"])["state"], "switched_off");
    samara.run(&["fields", "keep", "ats_offers", "on"]).well();
    samara.run(&["sync"]).well();
    assert_eq!(told(&samara, &["scopes", "--model", "ats_offers"])["state"], "ok");

    let plain = ended(&mut samara.command(&["--json", "remapping", "--set-stdin"]), "{}").well().objects();
    assert_eq!(plain[0]["custom_fields"], json!([]));
    ended(&mut samara.command(&["remapping", "--set-stdin"]), "{").failed("PLATFORM.INPUT_INVALID");

    assert_eq!(told(&samara, &["retention"])["runs_days"], 60);
    assert_eq!(told(&samara, &["retention", "--runs-days", "7"])["runs_days"], 7);
    let runs = samara.run(&["--json", "runs"]).well().objects();
    assert!(runs.len() >= 2 && text(&runs[0], "outcome") == "succeeded", "{runs:?}");
}
