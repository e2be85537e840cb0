//! Reading models: filters, related rows, what changed since.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::program::{Samara, Sandbox, text};

fn rows(samara: &Samara, arguments: &[&str]) -> Vec<Value> {
    samara.run(&[&["--json", "list"], arguments].concat()).well().objects()
}

#[test]
fn a_listing_is_narrowed_by_filters_and_tells_related_rows() {
    let sandbox = Sandbox::start(31, 60);
    let samara = Samara::synced(&sandbox);
    let applications = samara.list("ats_applications");
    let (job, stage) = (text(&applications[0], "job_id"), text(&applications[0], "current_stage_id"));
    let both = [format!("job_ids={job}"), format!("current_stage_ids={stage}")];
    let found = rows(&samara, &["applications", "--filter", &both[0], "--filter", &both[1]]);
    let naive: Vec<Value> = applications
        .iter()
        .filter(|row| row["job_id"] == *job && row["current_stage_id"] == *stage)
        .cloned()
        .collect();
    assert_eq!(found, naive);

    let with = rows(&samara, &["ats_applications", "--embed", "candidate,current_stage,job"]);
    assert_eq!(with.len(), applications.len());
    for row in &with {
        for (embedded, reference) in
            [("candidate", "candidate_id"), ("current_stage", "current_stage_id"), ("job", "job_id")]
        {
            assert_eq!(row[embedded]["id"], row[reference], "{embedded}");
        }
    }
    let jobs = rows(&samara, &["ats_jobs", "--embed", "stages"]);
    let stages: Vec<&Vec<Value>> = jobs.iter().map(|job| job["stages"].as_array().unwrap()).collect();
    assert!(stages.iter().any(|stages| stages.len() > 2));
    for stages in stages {
        let places: Vec<i64> = stages.iter().map(|stage| stage["index"].as_i64().unwrap()).collect();
        assert!(places.is_sorted() && stages.iter().all(|stage| stage["remote_data"].is_object()));
    }
}

#[test]
fn what_changed_since_a_sync_is_told_by_the_next() {
    let sandbox = Sandbox::start(32, 60);
    let samara = Samara::synced(&sandbox);
    let later = |row: &Value| {
        let changed = samara_unified::Timestamp::parse(text(row, "changed_at")).unwrap().to_utc().unwrap();
        samara_unified::Timestamp::from(changed + chrono::TimeDelta::milliseconds(1)).as_str().to_owned()
    };
    let since = samara.list("ats_candidates").iter().map(later).max().unwrap();
    let person = &samara.list("ats_candidates")[3];
    sandbox.control(&serde_json::json!({
        "op": "edit_candidate", "candidate_id": person["remote_id"], "company": "Kestrel & Daughters",
    }));
    samara.run(&["sync"]).well();
    let after = |model: &str| -> BTreeSet<String> {
        let changed = rows(&samara, &[model, "--updated-after", &since]);
        changed.iter().map(|row| text(row, "id").to_owned()).collect()
    };
    assert!(after("ats_candidates").contains(text(person, "id")));
    assert_eq!(rows(&samara, &["ats_candidates", "--updated-after", "9999-01-01"]), Vec::<Value>::new());
    let theirs: Vec<Value> = samara
        .list("ats_applications")
        .into_iter()
        .filter(|row| row["candidate_id"] == person["id"])
        .collect();
    let applications = after("ats_applications");
    assert!(theirs.iter().all(|row| applications.contains(text(row, "id"))));
}

#[test]
fn a_wrong_name_is_wrong_usage_and_told_with_the_right_ones() {
    let samara = Samara::empty();
    for (arguments, told) in [
        (&["ats_jobs", "--filter", "colour=red"][..], "name_contains"),
        (&["ats_jobs", "--embed", "friends"], "stages"),
        (&["ats_tags", "--embed", "friends"], "leave it out"),
        (&["ats_jobs", "--updated-after", "soon"], "2026-01-31"),
        (&["ats_jobs", "--cursor", "3"], "cursor"),
        (&["ats_jobs", "--filter", "statuses"], "NAME=VALUE"),
        (&["ats_jobs", "--filter", "ids=a", "--filter", "ids=b"], "commas"),
    ] {
        let ended = samara.run(&[&["list"], arguments].concat());
        assert_eq!(ended.code, Some(2), "{arguments:?}");
        assert!(ended.err.contains(told), "{arguments:?}: {}", ended.err);
    }
}

#[test]
fn a_list_is_written_whole_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let sandbox = Sandbox::start(33, 60);
    let samara = Samara::synced(&sandbox);
    let folder = tempfile::tempdir().unwrap();
    let export = |list: &str, format: &str, more: &[&str]| {
        let path = folder.path().join(format!("{list}.{format}"));
        let out = path.to_str().unwrap();
        let arguments = [&["--json", "export", list, "--format", format, "--out", out], more].concat();
        let report = samara.run(&arguments).well().objects().remove(0);
        let file = path.metadata().unwrap();
        assert_eq!((file.permissions().mode() & 0o777, &report["bytes"]), (0o600, &Value::from(file.len())));
        (std::fs::read(path).unwrap(), report["rows"].as_u64().unwrap())
    };
    let applications = samara.list("ats_applications");
    let (bytes, rows) = export("ats_applications", "jsonl", &[]);
    let lines: Vec<Value> =
        bytes.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect();
    assert_eq!((rows, lines), (applications.len() as u64, applications));

    let (bytes, rows) = export("people", "csv", &["--sort", "name"]);
    let csv = String::from_utf8(bytes).unwrap();
    assert_eq!((rows, csv.lines().count()), (60, 61));
    let names: Vec<String> = samara
        .list("ats_candidates")
        .iter()
        .filter_map(|row| row["last_name"].as_str().map(str::to_owned))
        .filter(|name| name.len() > 5)
        .collect();
    assert!(names.iter().all(|name| csv.contains(name.as_str())));
    for (list, format) in [("people", "csv"), ("ats_candidates", "jsonl"), ("ats_candidates", "csv")] {
        let masked = String::from_utf8(export(list, format, &["--redact"]).0).unwrap();
        let told = names.iter().find(|name| masked.contains(name.as_str()));
        assert!(told.is_none() && !masked.contains("linkedin.com"), "{list} {format}: {told:?}");
    }
    let (bytes, rows) = export("ats_jobs", "xlsx", &[]);
    assert!(bytes.starts_with(b"PK") && rows > 0);
    let (_, some) = export("people", "xlsx", &["--query", "status:live has:resume"]);
    assert!((1..60).contains(&some));

    let nowhere = folder.path().join("no/where.csv");
    let failing = ["export", "people", "--format", "csv", "--out", nowhere.to_str().unwrap()];
    samara.run(&failing).failed("STORE.FILE_REFUSED");
    let full = ["export", "people", "--format", "csv", "--query", "created:soon", "--out", "x.csv"];
    samara.run(&full).failed("PLATFORM.INPUT_INVALID");
    let mixed = ["export", "people", "--format", "csv", "--out", "x.csv", "--filter", "ids=a"];
    assert_eq!(samara.run(&mixed).code, Some(2));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 6);
}
