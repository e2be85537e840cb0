//! Files from the disk: what no candidate should be given is refused before anything is kept or asked.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use crate::program::{Samara, Sandbox, ended, text};

fn somebody(samara: &Samara) -> String {
    json!({ "candidate_id": samara.list("ats_candidates")[0]["id"] }).to_string()
}

fn attach(samara: &Samara, input: &str, path: &std::path::Path) -> crate::program::Ended {
    let path = path.to_str().unwrap();
    samara.run(&["--json", "act", "add_attachment_to_candidate", "--input", input, "--file", path])
}

#[test]
fn a_file_nobody_should_get_is_refused_before_anything_is_kept() {
    let sandbox = Sandbox::start(61, 60);
    let samara = Samara::synced(&sandbox);
    let input = somebody(&samara);
    let place = tempfile::tempdir().unwrap();
    let before = sandbox.control(&json!({ "op": "requests" }))["written"].clone();
    let huge = place.path().join("all of it.pdf");
    std::fs::File::create(&huge).unwrap().set_len(1 << 30).unwrap();
    let empty = place.path().join("empty.pdf");
    std::fs::write(&empty, b"").unwrap();
    let picture = place.path().join("picture.pdf");
    std::fs::write(&picture, b"\x89PNG\r\n\x1a\n").unwrap();
    for (path, said) in [
        (huge, "larger than 50 MB"),
        (empty, "is empty"),
        (picture, "is a PDF, but it is not one"),
        (place.path().join("nowhere.pdf"), "could not be read"),
        (place.path().to_owned(), "could not be read"),
    ] {
        let refused = attach(&samara, &input, &path).failed("PLATFORM.INPUT_INVALID");
        assert!(refused.last().contains(said), "{}", refused.last());
    }
    let note =
        json!({ "application_id": samara.list("ats_applications")[0]["id"], "content": "x" }).to_string();
    let arguments = ["act", "add_note_to_application", "--input", &note, "--file", "cv.pdf"];
    samara.run(&arguments).failed("PLATFORM.INPUT_INVALID");
    assert_eq!(samara.outbox(), Vec::<serde_json::Value>::new());
    assert_eq!(sandbox.control(&json!({ "op": "requests" }))["written"], before);
}

#[test]
fn a_file_longer_than_a_command_line_goes_by_its_path_and_on_standard_input() {
    let sandbox = Sandbox::start(62, 60);
    let samara = Samara::synced(&sandbox);
    let input = somebody(&samara);
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("work.txt");
    std::fs::write(&path, vec![b'w'; 3 << 20]).unwrap();
    attach(&samara, &input, &path).well();
    let mut piped: serde_json::Value = serde_json::from_str(&input).unwrap();
    let data = BASE64_STANDARD.encode(vec![b'v'; 3 << 20]);
    piped["attachment"] = json!({ "name": "more.txt", "type": "OTHER", "data": data });
    let arguments = ["--json", "act", "add_attachment_to_candidate", "--input", "-"];
    ended(&mut samara.command(&arguments), &piped.to_string()).well();
    let all = json!({ "candidate_id": piped["candidate_id"], "all": true }).to_string();
    let files = samara.run(&["--json", "act", "get_candidate_attachments", "--input", &all]).well();
    let files = files.objects()[0]["data"]["results"].as_array().unwrap().clone();
    for name in ["work.txt", "more.txt"] {
        assert_eq!(files.iter().filter(|file| text(file, "file_name") == name).count(), 1, "{files:?}");
    }
}

#[test]
fn input_without_end_is_not_read_for_ever() {
    let samara = Samara::empty();
    let mut command = samara.command(&["act", "add_note_to_application", "--input", "-"]);
    command.stdin(std::fs::File::open("/dev/zero").unwrap());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("larger than 256 MB"));
}
