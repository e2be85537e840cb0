//! Ashby's own API on the command line.

use serde_json::json;

use crate::program::{KEY, Samara, Sandbox};

#[test]
fn a_read_is_answered_and_a_write_asks_first() {
    let sandbox = Sandbox::start(71, 60);
    let samara = Samara::synced(&sandbox);
    let id = samara.list("ats_candidates")[0]["remote_id"].clone();
    let body = json!({ "id": id }).to_string();
    let read = samara.run(&["passthrough", "candidate.info", "--body", &body]).well();
    assert!(read.out.contains(id.as_str().unwrap()) && !read.out.contains(KEY));
    let note = json!({ "candidateId": id, "note": "Called" }).to_string();
    let refused = samara.run(&["passthrough", "candidate.createNote", "--body", &note]);
    let refused = refused.failed("PLATFORM.CONFIRMATION_NEEDED");
    assert!(refused.last().contains("--yes"), "{}", refused.last());
    assert_eq!(sandbox.asked("candidate.createNote"), 0);
    samara.run(&["passthrough", "candidate.createNote", "--body", &note, "--yes"]).well();
    assert_eq!(sandbox.asked("candidate.createNote"), 1);
    samara.run(&["passthrough", "https://evil.example/x"]).failed("PLATFORM.INPUT_INVALID");
    samara.run(&["passthrough", "candidate.info", "--body", "[1"]).failed("PLATFORM.INPUT_INVALID");
    samara
        .run(&["passthrough", "candidate.info", "--body", r#"{"id":"nobody"}"#])
        .failed("REMOTE.INPUT_INVALID");
    let log = samara.run(&["--json", "passthrough"]).well().objects();
    let endpoints: Vec<&str> = log.iter().map(|call| call["endpoint"].as_str().unwrap()).collect();
    assert_eq!(endpoints, ["candidate.info", "candidate.createNote", "candidate.info"]);
}
