//! A changed mapping is applied to the rows that are there, without a call to Ashby.

use serde_json::{Value, json};

use super::Office;

async fn remap(office: &Office, remapping: Value) {
    office.call("set_remapping", json!({ "remapping": remapping })).await;
}

fn requests(office: &Office) -> Value {
    office.control(&json!({ "op": "requests" }))
}

async fn candidates(office: &Office) -> Vec<Value> {
    office.rows("ats_candidates").await
}

#[tokio::test(start_paused = true)]
async fn a_rule_fills_a_field_from_elsewhere_without_a_fetch_and_back() {
    let office = Office::open().await;
    let (before, asked) = (candidates(&office).await, requests(&office));
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    let rule =
        json!({ "model": "ats_candidates", "field": "title", "source": "/school", "default": "None told" });
    remap(&office, json!({ "rules": [rule] })).await;
    let after = candidates(&office).await;
    for (old, new) in before.iter().zip(&after) {
        let school = new["remote_data"]["/candidate.list"]["school"].as_str().map(str::trim);
        assert_eq!(new["title"], school.filter(|school| !school.is_empty()).unwrap_or("None told"));
        assert_eq!(new["company"], old["company"]);
        assert_eq!(old["title"] == new["title"], old["changed_at"] == new["changed_at"]);
    }
    assert_eq!(office.call("remapping", json!({})).await["remapping"]["rules"][0]["source"], "/school");
    remap(&office, json!({})).await;
    let titles = |rows: &[Value]| rows.iter().map(|row| row["title"].clone()).collect::<Vec<_>>();
    assert_eq!(titles(&candidates(&office).await), titles(&before));
    assert_eq!(requests(&office), asked);
}

#[tokio::test(start_paused = true)]
async fn what_is_switched_off_leaves_rows_and_payloads_and_comes_back_with_a_full_run() {
    let office = Office::open().await;
    let before = candidates(&office).await;
    let offers = office.rows("ats_offers").await.len();
    remap(
        &office,
        json!({ "models": { "ats_offers": "DISABLED" }, "fields": { "ats_candidates.email_addresses": "DISABLED" } }),
    )
    .await;
    for row in candidates(&office).await {
        assert_eq!(row["email_addresses"], Value::Null);
        assert_eq!(row["remote_data"]["/candidate.list"].get("emailAddresses"), None);
        assert_eq!(row["remote_data"]["/candidate.list"].get("primaryEmailAddress"), None);
    }
    assert_eq!(office.rows("ats_offers").await, [] as [Value; 0]);
    office.sync().await;
    assert_eq!(office.rows("ats_offers").await, [] as [Value; 0], "a run brings none back");
    remap(&office, json!({})).await;
    office.sync().await;
    assert_eq!(office.rows("ats_offers").await.len(), offers);
    let mails = |rows: &[Value]| rows.iter().map(|row| row["email_addresses"].clone()).collect::<Vec<_>>();
    assert_eq!(mails(&candidates(&office).await), mails(&before));
}

#[tokio::test(start_paused = true)]
async fn rules_reach_the_rows_that_are_projected() {
    let office = Office::open().await;
    let values = json!({ "OPEN": "LIVE" });
    remap(&office, json!({ "rules": [{ "model": "ats_jobs", "field": "status", "values": values }] })).await;
    let jobs = office.rows("ats_jobs").await;
    assert!(jobs.iter().any(|job| job["status"] == "LIVE"));
    assert!(jobs.iter().all(|job| job["status"] != "OPEN"));
    let refused = office
        .try_call("set_remapping", json!({ "remapping": { "models": { "ats_ships": "DISABLED" } } }))
        .await
        .unwrap_err();
    assert!(refused.message.contains("ats_ships"), "{}", refused.message);
}

#[tokio::test(start_paused = true)]
async fn a_filter_on_a_field_that_is_off_finds_nothing_unless_it_is_to_be_ignored() {
    let office = Office::open().await;
    let name = candidates(&office).await[0]["first_name"].clone();
    let list = async |ignore: bool| {
        let input = json!({ "model": "ats_candidates", "filters": { "first_name": name }, "ignore_unsupported_filters": ignore });
        office.call("list_rows", input).await["results"].as_array().unwrap().len()
    };
    assert_ne!(list(false).await, 0);
    remap(&office, json!({ "fields": { "ats_candidates.first_name": "DISABLED" } })).await;
    office.sync().await;
    assert_eq!((list(false).await, list(true).await), (0, 100));
}
