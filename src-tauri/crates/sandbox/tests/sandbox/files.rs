//! Résumés: a link that lives for a quarter of an hour, and a PDF that readers open.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::common::{control, listing, now, refusal, results, world};
use samara_sandbox::{Outcome, Reply, Request, World};

fn fetch(world: &World, url: &str, minutes: i64) -> Reply {
    let path = url.strip_prefix("http://127.0.0.1:4010").unwrap();
    let now = now() + TimeDelta::minutes(minutes);
    match world.handle(&Request {
        method: "GET",
        path,
        authorization: None,
        acting_user: None,
        body: b"",
        now,
    }) {
        Outcome::Reply(reply) => reply,
        other => panic!("no reply but {other:?}"),
    }
}

fn url(world: &World, handle: &Value) -> String {
    results(world, "file.info", &json!({ "fileHandle": handle }))["url"].as_str().unwrap().to_owned()
}

/// Reads a PDF the way a strict reader does: from its end to the table, from the table to each object.
fn check(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf).into_owned();
    assert!(pdf.starts_with(b"%PDF-1.4\n") && pdf.ends_with(b"%%EOF\n"));
    let find = |needle: &[u8]| pdf.windows(needle.len()).rposition(|window| window == needle).unwrap();
    let start: usize =
        String::from_utf8_lossy(&pdf[find(b"startxref\n") + 10..pdf.len() - 7]).trim().parse().unwrap();
    assert!(pdf[start..].starts_with(b"xref\n"));
    let table = String::from_utf8(pdf[start..find(b"trailer\n")].to_vec()).unwrap();
    let mut lines = table.lines().skip(1);
    let count: usize = lines.next().unwrap().strip_prefix("0 ").unwrap().parse().unwrap();
    for number in 0..count {
        let entry = lines.next().unwrap();
        assert_eq!(entry.len(), 19, "entries are 20 bytes with their line end");
        let offset: usize = entry[..10].parse().unwrap();
        if number > 0 {
            assert!(pdf[offset..].starts_with(format!("{number} 0 obj\n").as_bytes()), "object {number}");
        }
    }
    for stream in pdf.windows(8).enumerate().filter(|(_, it)| *it == b"\nstream\n").map(|(at, _)| at) {
        let head = &pdf[stream.saturating_sub(40)..stream];
        let head = String::from_utf8_lossy(head);
        let length: usize = head.rsplit("/Length ").next().unwrap().trim_end_matches(" >>").parse().unwrap();
        assert!(pdf[stream + 8 + length..].starts_with(b"\nendstream"));
    }
    text.matches("/Type /Page ").count()
}

#[test]
fn most_candidates_have_a_resume_and_each_is_a_sound_document() {
    let world = world(300);
    let (candidates, _) = listing(&world, "candidate.list", &json!({}));
    let with: Vec<&Value> = candidates.iter().filter(|it| it["resumeFileHandle"].is_object()).collect();
    assert!((230..280).contains(&with.len()), "{} of 300 have a résumé", with.len());
    let mut word = 0;
    for candidate in with {
        let url = url(&world, &candidate["resumeFileHandle"]["handle"]);
        let reply = fetch(&world, &url, 0);
        assert_eq!(reply.status, 200);
        if candidate["resumeFileHandle"]["name"].as_str().unwrap().ends_with(".docx") {
            assert!(url.ends_with(".docx"));
            check_archive(&reply.body);
            word += 1;
            continue;
        }
        assert!(reply.headers.contains(&("Content-Type".into(), "application/pdf".into())));
        assert!((1..=2).contains(&check(&reply.body)), "{}", candidate["name"]);
    }
    assert!((10..60).contains(&word), "{word} of 300 are Word documents");
}

/// Reads a ZIP archive from its end: the table leads to each entry.
fn check_archive(bytes: &[u8]) {
    let number = |at: usize, width: usize| {
        bytes[at..at + width].iter().rev().fold(0usize, |sum, byte| (sum << 8) | usize::from(*byte))
    };
    let end = bytes.len() - 22;
    assert_eq!(&bytes[end..end + 4], b"PK\x05\x06");
    let mut at = number(end + 16, 4);
    let mut names = Vec::new();
    for _ in 0..number(end + 10, 2) {
        assert_eq!(&bytes[at..at + 4], b"PK\x01\x02");
        let (length, name) = (number(at + 24, 4), number(at + 28, 2));
        let start = number(at + 42, 4);
        assert_eq!(&bytes[start..start + 4], b"PK\x03\x04");
        let content = &bytes[start + 30 + name..start + 30 + name + length];
        assert!(content.starts_with(b"<?xml"));
        names.push(String::from_utf8(bytes[at + 46..at + 46 + name].to_vec()).unwrap());
        at += 46 + name;
    }
    assert_eq!(names, ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]);
}

#[test]
fn other_files_are_letters_about_the_job() {
    let world = world(200);
    let (candidates, _) = listing(&world, "candidate.list", &json!({}));
    let letter = candidates
        .iter()
        .flat_map(|it| it["fileHandles"].as_array().unwrap())
        .find(|file| file["name"].as_str().unwrap().ends_with("_letter.pdf"))
        .unwrap();
    let reply = fetch(&world, &url(&world, &letter["handle"]), 0);
    assert_eq!(check(&reply.body), 1);
    assert!(String::from_utf8_lossy(&reply.body).contains("Application: "));
}

#[test]
fn a_link_dies_and_cannot_be_made_up() {
    let world = world(100);
    let (candidates, _) = listing(&world, "candidate.list", &json!({}));
    let candidate = candidates.iter().find(|it| it["resumeFileHandle"].is_object()).unwrap();
    let link = url(&world, &candidate["resumeFileHandle"]["handle"]);
    assert_eq!(fetch(&world, &link, 15).status, 200);
    assert_eq!(fetch(&world, &link, 16).status, 403);
    let ticket = link.rsplit('/').next().unwrap();
    let forged: String = ticket.chars().rev().collect();
    assert_eq!(fetch(&world, &link.replace(ticket, &forged), 0).status, 404);
    control(&world, &json!({ "op": "delete_candidate", "candidate_id": candidate["id"] }));
    assert_eq!(fetch(&world, &link, 0).status, 404);
    let body = json!({ "fileHandle": candidate["resumeFileHandle"]["handle"] });
    assert_eq!(refusal(&world, "file.info", &body), "file_not_found");
}

#[test]
fn links_follow_the_base_url() {
    let world = world(50);
    world.set_base_url("https://demo.samara.invalid".into());
    let (candidates, _) = listing(&world, "candidate.list", &json!({}));
    let candidate = candidates.iter().find(|it| it["resumeFileHandle"].is_object()).unwrap();
    assert!(
        url(&world, &candidate["resumeFileHandle"]["handle"])
            .starts_with("https://demo.samara.invalid/files/")
    );
}
