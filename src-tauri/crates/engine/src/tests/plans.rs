use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Office, text};

/// Stages of each open job in their order, by Ashby's ids.
async fn stages(office: &Office) -> BTreeMap<String, Vec<String>> {
    let names: BTreeMap<String, String> = office
        .rows("ats_application_stages")
        .await
        .iter()
        .map(|row| (text(row, "id"), text(row, "remote_id")))
        .collect();
    let rows = office.rows("ats_join_jobs_application_stages").await;
    let mut jobs = BTreeMap::new();
    for job in office.rows("ats_jobs").await.iter().filter(|job| job["status"] == "OPEN") {
        let mut of_job: Vec<&Value> = rows.iter().filter(|row| row["job_id"] == job["id"]).collect();
        of_job.sort_by_key(|row| row["index"].as_i64());
        let ids = of_job.iter().map(|row| names[&text(row, "stage_id")].clone()).collect();
        jobs.insert(text(job, "remote_id"), ids);
    }
    jobs
}

fn asked(office: &Office) -> u64 {
    let report = office.control(&json!({ "op": "requests", "last": 0 }));
    report["endpoints"]["jobInterviewPlan.info"]["requests"].as_u64().unwrap_or(0)
}

#[tokio::test(start_paused = true)]
async fn stages_that_cannot_be_listed_are_learned_from_the_jobs_themselves() {
    let whole = stages(&Office::open().await).await;
    let office = Office::connected();
    office.control(&json!({ "op": "scopes", "withdraw": ["interviews:read"] }));
    office.sync().await;
    let learned = stages(&office).await;
    for (job, told) in &learned {
        assert!(!told.is_empty(), "{job} has no stages");
        assert!(whole[job].starts_with(told), "the default plan comes first: {told:?} of {:?}", whole[job]);
    }
    let once = asked(&office);
    assert!(once > 0 && once <= learned.len() as u64, "one job of each plan");
    office.sync().await;
    assert_eq!(asked(&office), once, "what is known is not asked for with every change");
    let stage = office.rows("ats_application_stages").await;
    assert!(stage.iter().any(|row| row["remote_data"]["/jobInterviewPlan.info"].is_object()));
    office.movable().await;

    office.control(&json!({ "op": "scopes" }));
    assert_eq!(office.sync().await.failures, []);
    assert_eq!(stages(&office).await, whole, "listed stages take their place");
}

#[tokio::test(start_paused = true)]
async fn a_stage_that_a_listing_left_out_is_found_by_comparing_with_the_jobs() {
    let office = Office::open().await;
    assert_eq!(asked(&office), 0, "a first sync has listed everything");
    let before = stages(&office).await;
    let outcome = crate::pull::run(&office.workspace(), true).await.unwrap();
    assert_eq!((outcome.failures, stages(&office).await), (Vec::new(), before.clone()));
    let compared = asked(&office);
    assert!(compared > 0);

    let fresh = Office::connected();
    // One record of the first page cannot be read: its stage is missing until the jobs are asked.
    fresh.control(&json!({ "op": "malform", "endpoint": "interviewStage.list" }));
    let outcome = crate::pull::run(&fresh.workspace(), true).await.unwrap();
    assert_eq!(outcome.failures, []);
    assert_eq!(stages(&fresh).await, before);
}
