use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use serde_json::{Value, json};

use super::{Office, text};
use crate::desk::Options;
use crate::notice::Notices;
use crate::{Desk, pull};

fn model<'a>(status: &'a Value, name: &str) -> &'a Value {
    status["models"].as_array().unwrap().iter().find(|model| model["model"] == name).unwrap()
}

#[tokio::test(start_paused = true)]
async fn the_first_sync_is_told_from_later_ones() {
    let office = Office::connected();
    let status = || office.call("sync_status", json!({}));
    assert_eq!(status().await["first"], true);
    office.sync().await;
    let after = status().await;
    assert_eq!(
        (&after["first"], &after["running"], &after["warnings"]),
        (&json!(false), &json!(false), &json!(0))
    );
    assert_eq!(model(&after, "candidates")["rows"], 150);
    assert_eq!(model(&after, "details")["rows"], 0, "nothing is owed");
    assert!(after["synced_at"].is_string());
    let runs = office.call("sync_runs", json!({})).await;
    assert_eq!((&runs[0]["outcome"], &runs[0]["full"]), (&json!("succeeded"), &json!(false)));
}

#[tokio::test(start_paused = true)]
async fn what_may_not_be_read_is_named_and_does_not_hold_up_the_rest() {
    let office = Office::open().await;
    office.control(&json!({ "op": "scopes", "withdraw": ["jobs:read"] }));
    office.control(&json!({ "op": "add_candidate" }));
    let outcome = office.sync().await;
    assert!(!outcome.is_failure() && !outcome.failures.is_empty());
    let status = office.call("sync_status", json!({})).await;
    assert_eq!(model(&status, "jobs")["state"], "no_permission");
    assert_eq!(model(&status, "jobs")["failure"]["code"], "INTEGRATION.PERMISSION_MISSING");
    assert_eq!(
        (&model(&status, "candidates")["state"], &model(&status, "candidates")["rows"]),
        (&json!("done"), &json!(151))
    );
}

/// Details owed while jobs could not be read are not forgotten.
#[tokio::test(start_paused = true)]
async fn details_wait_for_the_jobs_that_say_whether_they_matter() {
    let office = Office::connected();
    office.control(&json!({ "op": "faults", "faults": ["server-error"], "endpoints": ["job.list"] }));
    office.sync().await;
    let owed = model(&office.call("sync_status", json!({})).await, "details")["rows"].as_u64().unwrap();
    assert!(owed > 0);
    office.control(&json!({ "op": "faults", "faults": [] }));
    office.sync().await;
    assert_eq!(model(&office.call("sync_status", json!({})).await, "details")["rows"], 0);
    let read = office.rows("ats_applications").await;
    assert!(read.iter().any(|row| row["remote_data"]["/application.info"].is_object()));
}

#[tokio::test(start_paused = true)]
async fn what_changed_last_is_read_first() {
    let office = Office::connected();
    office.control(&json!({ "op": "faults", "faults": ["server-error"], "endpoints": ["job.list"] }));
    office.sync().await;
    let changed: HashMap<String, String> = office
        .rows("ats_applications")
        .await
        .iter()
        .map(|row| (text(row, "remote_id"), text(row, "remote_updated_at")))
        .collect();
    let owed = office.workspace().read(|reading| reading.owed(None, 10_000)).await.unwrap();
    let times: Vec<&String> = owed.iter().filter_map(|owed| changed.get(&owed.remote_id)).collect();
    assert!(times.len() > 50 && times.first() > times.last(), "{times:?}");
    assert!(times.is_sorted_by(|one, other| one >= other), "{times:?}");
    let (first, rest) = (owed[0].clone(), &owed[1..]);
    let page = office.workspace().read(move |reading| reading.owed(Some(&first), 10_000)).await.unwrap();
    assert_eq!(page, rest);
}

#[tokio::test(start_paused = true)]
async fn applications_of_a_job_that_opens_again_are_read_then() {
    let office = Office::connected();
    let listed = office.control(&json!({ "op": "list", "endpoint": "job.list" }));
    let jobs: Vec<Value> = listed.as_array().unwrap().iter().map(|job| job["id"].clone()).collect();
    for id in &jobs {
        office.control(&json!({ "op": "edit", "kind": "job", "id": id, "fields": { "status": "Closed" } }));
    }
    office.sync().await;
    let live = async || {
        let rows = office.rows("ats_applications").await;
        rows.into_iter().filter(|row| row["outcome"] == "PENDING").collect::<Vec<_>>()
    };
    let read = |row: &Value| row["remote_data"]["/application.info"].is_object();
    let before = live().await;
    assert!(!before.is_empty() && !before.iter().any(read), "nobody in a closed job is read ahead");
    let job = text(&before[0], "job_id");
    let rows = office.rows("ats_jobs").await;
    let remote_id = &rows.iter().find(|row| row["id"] == *job).unwrap()["remote_id"];
    let open = json!({ "op": "edit", "kind": "job", "id": remote_id, "fields": { "status": "Open" } });
    office.control(&open);
    office.sync().await;
    for row in live().await {
        assert_eq!(read(&row), row["job_id"] == *job, "{}", row["id"]);
    }
    assert_eq!(model(&office.call("sync_status", json!({})).await, "details")["rows"], 0);
}

#[tokio::test(start_paused = true)]
async fn a_sync_that_is_asked_for_during_one_says_so() {
    let office = Office::connected();
    let first = office.call("sync_now", json!({ "full": false })).await;
    assert_eq!(first["already_queued"], false);
    let workspace = office.workspace();
    let asked = async {
        tokio::task::yield_now().await;
        let second = office.call("sync_now", json!({ "full": false })).await;
        assert_eq!((&second["running"], &second["already_queued"]), (&json!(true), &json!(true)));
    };
    let (outcome, ()) = tokio::join!(pull::run(&workspace, false), asked);
    outcome.unwrap();
    assert_eq!(office.call("sync_now", json!({ "full": false })).await["already_queued"], false);
}

#[tokio::test(start_paused = true)]
async fn one_record_that_cannot_be_read_is_left_out_and_counted() {
    let office = Office::connected();
    office.control(&json!({ "op": "malform", "endpoint": "candidate.list" }));
    let outcome = office.sync().await;
    assert_eq!((outcome.malformed, outcome.failures.len()), (1, 0));
    assert_eq!(office.rows("ats_candidates").await.len(), 149);
    let full = pull::run(&office.workspace(), true).await.unwrap();
    assert_eq!((full.malformed, office.rows("ats_candidates").await.len()), (0, 150));
}

#[tokio::test(start_paused = true)]
async fn a_second_sync_of_the_same_changes_nothing() {
    let office = Office::open().await;
    let mut before = Vec::new();
    for info in samara_unified::tables() {
        before.push(office.rows(info.table).await);
    }
    pull::run(&office.workspace(), true).await.unwrap();
    for (info, before) in samara_unified::tables().iter().zip(before) {
        assert_eq!(office.rows(info.table).await, before, "{}", info.table);
    }
}

#[tokio::test(start_paused = true)]
async fn all_nineteen_models_are_counted_and_as_old_as_the_oldest_of_their_listings() {
    let office = Office::open().await;
    let names: Vec<Value> = office.call("sync_status", json!({})).await["models"].as_array().unwrap().clone();
    assert_eq!(names.len(), 20, "nineteen models, and the details owed");
    for model in &names {
        assert_eq!(model["state"], "done", "{model}");
        assert!(model["synced_at"].is_string(), "{model}");
    }
    for (name, table) in [
        ("stages", "ats_application_stages"),
        ("interviews", "ats_interviews"),
        ("join_jobs_users", "ats_join_jobs_users"),
        ("join_users_roles", "ats_join_users_roles"),
    ] {
        let rows = office.rows(table).await.len();
        let status = office.call("sync_status", json!({})).await;
        assert_eq!(model(&status, name)["rows"], rows, "{name}");
    }
    // Roles come from users and from the roles of hiring teams: the listing that failed keeps them old.
    tokio::time::sleep(std::time::Duration::from_secs(60)).await;
    office.control(
        &json!({ "op": "faults", "faults": ["server-error"], "endpoints": ["hiringTeamRole.list"] }),
    );
    office.sync().await;
    let status = office.call("sync_status", json!({})).await;
    let (roles, users) = (model(&status, "roles"), model(&status, "users"));
    assert_eq!((&roles["state"], &users["state"]), (&json!("failed"), &json!("done")));
    assert!(text(roles, "synced_at") < text(users, "synced_at"), "{roles} {users}");
    assert_eq!(status["warnings"], 1, "connections are counted with the models they belong to");
}

/// Whoever is told before the commit reads what was there before, and is not told again.
#[tokio::test(start_paused = true)]
async fn nobody_is_told_of_a_change_that_is_not_committed_yet() {
    let office = Office::connected_to(400);
    let (notices, heard) = (Arc::new(OnceLock::<Notices>::new()), Arc::new(Mutex::new(Vec::new())));
    let mut ports = office.desk.ports.clone();
    let (told, generations) = (Arc::clone(&notices), Arc::clone(&heard));
    ports.disk = Some(Arc::new(move || {
        generations.lock().unwrap().extend(told.get().map(Notices::generation));
    }));
    let Office { world, clock, local, desk, place } = office;
    drop(desk);
    let desk = Desk::new(Options::new(place.path()), ports).unwrap();
    desk.open().unwrap();
    notices.set(desk.notices.clone()).unwrap();
    let office = Office { world, clock, local, desk, place };
    assert_eq!(office.sync().await.failures, []);
    // Right before a write, and right after its commit.
    let heard = heard.lock().unwrap();
    let (writes, odd) = heard.as_chunks::<2>();
    assert!(odd.is_empty() && writes.len() > 20, "{}", heard.len());
    assert!(writes.iter().all(|[before, after]| before == after), "{writes:?}");
    assert!(heard.first() < heard.last(), "somebody was told");
}
