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
    let everyone: BTreeSet<String> =
        samara.list("ats_candidates").iter().map(|row| text(row, "id").to_owned()).collect();
    let changed = after("ats_candidates");
    assert!(changed.contains(text(person, "id")) && changed.len() < everyone.len());
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
