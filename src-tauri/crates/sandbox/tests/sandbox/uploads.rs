//! Files on their way up: by handle, and in the old way.

use serde_json::{Value, json};

use crate::common::{now, refusal, results, world};
use crate::writes::{made, newcomer};
use samara_sandbox::{Outcome, Reply, Request, World};

pub fn post(world: &World, path: &str, authorization: Option<&str>, body: &[u8], minutes: i64) -> Reply {
    let now = now() + chrono::TimeDelta::minutes(minutes);
    match world.handle(&Request { method: "POST", path, authorization, acting_user: None, body, now }) {
        Outcome::Reply(reply) => reply,
        other => panic!("{path} got no reply but {other:?}"),
    }
}

/// Name, file name, bytes.
pub type Part<'a> = (&'a str, Option<&'a str>, &'a [u8]);

pub fn multipart(parts: &[Part]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, file, bytes) in parts {
        let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
        let head = format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--cut--\r\n");
    body
}

pub fn handle(world: &World, context: &str, length: usize) -> Value {
    let body = json!({
        "fileUploadContext": context, "filename": "Ada.pdf", "contentType": "application/pdf", "contentLength": length,
    });
    results(world, "file.createFileUploadHandle", &body)
}

pub fn upload(world: &World, handle: &Value, bytes: &[u8], minutes: i64) -> Reply {
    let fields: Vec<(String, String)> = handle["fields"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()))
        .collect();
    let mut parts: Vec<Part> =
        fields.iter().map(|(name, value)| (name.as_str(), None, value.as_bytes())).collect();
    parts.push(("file", Some("Ada.pdf"), bytes));
    post(world, "/uploads", None, &multipart(&parts), minutes)
}

pub const PDF: &[u8] = b"%PDF-1.4\n%%EOF";

#[test]
fn a_file_goes_up_by_handle_and_comes_down_as_it_was() {
    let world = world(100);
    let person = newcomer(&world);
    let room = handle(&world, "CandidateResume", PDF.len());
    let body = json!({ "candidateId": person["id"], "resumeHandle": room["handle"] });
    assert_eq!(refusal(&world, "candidate.uploadResume", &body), "invalid_input", "nothing is there yet");
    assert_eq!(upload(&world, &room, b"%PDF", 0).status, 400, "too small");
    assert_eq!(upload(&world, &room, PDF, 0).status, 204);
    let wrong = json!({ "candidateId": person["id"], "fileHandle": room["handle"] });
    assert_eq!(refusal(&world, "candidate.uploadFile", &wrong), "invalid_input", "made for a résumé");
    let it = results(&world, "candidate.uploadResume", &body);
    assert_eq!(it["resumeFileHandle"]["name"], json!("Ada.pdf"));
    assert_eq!(it["fileHandles"].as_array().unwrap().len(), 1);
    let link = results(&world, "file.info", &json!({ "fileHandle": it["resumeFileHandle"]["handle"] }));
    let path = link["url"].as_str().unwrap().strip_prefix("http://127.0.0.1:4010").unwrap().to_owned();
    let request =
        Request { method: "GET", path: &path, authorization: None, acting_user: None, body: b"", now: now() };
    let Outcome::Reply(reply) = world.handle(&request) else { panic!("no reply") };
    assert_eq!((reply.status, reply.body.as_slice()), (200, PDF));
    assert_eq!(made(&world)["files"], json!(1));
}

#[test]
fn an_upload_is_turned_away_late_forged_or_out_of_order() {
    let world = world(100);
    let person = newcomer(&world);
    let late = handle(&world, "CandidateFiles", PDF.len());
    assert_eq!(upload(&world, &late, PDF, 11).status, 403);
    let mut forged = handle(&world, "CandidateFiles", PDF.len());
    forged["fields"]["x-amz-signature"] = json!("0");
    assert_eq!(upload(&world, &forged, PDF, 0).status, 403);
    let good = handle(&world, "CandidateFiles", PDF.len());
    let first = multipart(&[("file", Some("Ada.pdf"), PDF), ("key", None, b"x")]);
    assert_eq!(post(&world, "/uploads", None, &first, 0).status, 403);
    assert_eq!(upload(&world, &good, PDF, 9).status, 204);
    let body = json!({ "candidateId": person["id"], "fileHandle": good["handle"] });
    let answer =
        crate::common::send(&world, "candidate.uploadFile", &body, now() + chrono::TimeDelta::minutes(11));
    let Outcome::Reply(reply) = answer else { panic!("no reply") };
    assert!(String::from_utf8_lossy(&reply.body).contains("expired"));
    for length in [0, 200_000_000] {
        let body = json!({
            "fileUploadContext": "CandidateFiles", "filename": "a", "contentType": "a/b", "contentLength": length,
        });
        assert_eq!(refusal(&world, "file.createFileUploadHandle", &body), "invalid_input");
    }
    assert_eq!(made(&world)["files"], json!(0));
}

#[test]
fn files_also_come_in_the_old_way_in_several_parts() {
    let world = world(100);
    let person = newcomer(&world);
    let id = person["id"].as_str().unwrap().as_bytes();
    let body = multipart(&[("candidateId", None, id), ("file", Some("Plan.docx"), b"PK")]);
    let reply = post(&world, "/candidate.uploadFile", Some(crate::common::AUTHORIZATION), &body, 0);
    let it = &crate::common::json_of(&reply)["results"];
    assert_eq!((&it["fileHandles"][0]["name"], &it["resumeFileHandle"]), (&json!("Plan.docx"), &Value::Null));
}
