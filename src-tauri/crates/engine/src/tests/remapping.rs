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
    let without_mail = async |changed: usize| {
        let rows = candidates(&office).await;
        for row in &rows {
            assert_eq!(row["email_addresses"], Value::Null);
            assert_eq!(row["remote_data"]["/candidate.list"].get("emailAddresses"), None);
            assert_eq!(row["remote_data"]["/candidate.list"].get("primaryEmailAddress"), None);
        }
        let now = |row: &&Value| row["company"].as_str().is_some_and(|company| company.contains(" Holding "));
        assert_eq!(rows.iter().filter(now).count(), changed);
    };
    without_mail(0).await;
    assert_eq!(office.rows("ats_offers").await, [] as [Value; 0]);
    office.control(&json!({ "op": "touch", "candidates": 5 }));
    office.sync().await;
    without_mail(5).await;
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

async fn field(office: &Office, key: &str) -> Option<Value> {
    let row = candidates(office).await.remove(0);
    let fields = row["integration_fields"].as_array().unwrap().clone();
    fields.into_iter().find(|field| field["key"] == *key)
}

#[tokio::test(start_paused = true)]
async fn fields_beside_the_unified_ones_are_offered_shown_and_named() {
    let office = Office::open().await;
    let list = office.call("list_fields", json!({ "model": "ats_candidates" })).await;
    let of = |kind: &str| {
        let fields = list["fields"].as_array().unwrap();
        fields.iter().filter(|field| field["type"] == *kind).cloned().collect::<Vec<_>>()
    };
    let (own, native) = (of("CUSTOM"), of("DEFAULT"));
    assert!(own.iter().all(|field| field["is_passthrough_enabled"] == true && field["label"].is_string()));
    assert!(native.iter().all(|field| field["is_passthrough_enabled"] == false));
    assert_eq!(native.iter().filter(|field| field["key"] == "/school").count(), 1);
    assert!(own.iter().any(|field| field["is_private"] == true));

    assert_eq!(field(&office, "/timezone").await, None);
    let input = json!({ "model": "ats_candidates", "key": "/timezone", "enabled": true });
    office.call("set_passthrough", input).await;
    let shown = field(&office, "/timezone").await.unwrap();
    assert_eq!(shown["type"], "DEFAULT");

    let with = |rows: &[Value], name: &str| rows.iter().any(|row| row["custom_fields"].get(name).is_some());
    let source = own.iter().find(|field| with_key(&list, field)).unwrap();
    let name = json!({ "model": "ats_candidates", "key": "my_field", "label": "Mine", "description": null,
        "integration_field": source["key"] });
    let saved = office.call("save_custom_key", name).await;
    assert_eq!(saved["keys"][0]["label"], "Mine");
    let rows = candidates(&office).await;
    assert!(with(&rows, "my_field"));
    for row in rows.iter().filter(|row| row["custom_fields"].get("my_field").is_some()) {
        let offered = source["custom_key"].as_str().unwrap();
        assert_eq!(row["custom_fields"]["my_field"], row["custom_fields"][offered]);
    }
    let hide = json!({ "model": "ats_candidates", "key": source["key"], "enabled": false });
    office.call("set_passthrough", hide).await;
    let key = source["key"].as_str().unwrap();
    for row in candidates(&office).await {
        assert!(row["integration_fields"].as_array().unwrap().iter().all(|field| field["key"] != *key));
    }
    office.call("delete_custom_key", json!({ "model": "ats_candidates", "key": "my_field" })).await;
    assert!(!with(&candidates(&office).await, "my_field"));
    for (name, input) in [
        ("set_passthrough", json!({ "model": "ats_candidates", "key": "/salary", "enabled": true })),
        ("list_fields", json!({ "model": "ats_tags" })),
        ("delete_custom_key", json!({ "model": "ats_candidates", "key": "never" })),
    ] {
        assert_eq!(office.try_call(name, input).await.unwrap_err().code.as_str(), "PLATFORM.INPUT_INVALID");
    }
}

/// Whether no other field of the list has the same key.
fn with_key(list: &Value, field: &Value) -> bool {
    let all = list["fields"].as_array().unwrap();
    let alike = all.iter().filter(|other| other["custom_key"] == field["custom_key"]).count();
    alike == 1 && field["is_archived"] == false && field["is_private"] == false
}

#[tokio::test(start_paused = true)]
async fn a_model_is_switched_off_and_on_by_name() {
    let office = Office::open().await;
    let offers = office.rows("ats_offers").await.len();
    office.call("keep_model", json!({ "model": "ats_offers", "keep": false })).await;
    assert_eq!(office.rows("ats_offers").await.len(), 0);
    office.call("keep_model", json!({ "model": "ats_offers", "keep": true })).await;
    office.sync().await;
    assert_eq!(office.rows("ats_offers").await.len(), offers);
    assert_eq!(office.call("remapping", json!({})).await["remapping"]["models"], json!({}));
}

#[tokio::test(start_paused = true)]
async fn the_custom_fields_of_a_row_are_told_by_name_and_in_words() {
    let office = Office::open().await;
    let mut told = 0;
    for model in ["ats_jobs", "ats_candidates", "ats_applications", "ats_offers"] {
        for row in office.rows(model).await.iter().take(40) {
            let named = office.call("record_fields", json!({ "model": model, "id": row["id"] })).await;
            let labels: Vec<&Value> =
                row["integration_fields"].as_array().unwrap().iter().map(|field| &field["label"]).collect();
            for field in named.as_array().unwrap() {
                assert!(labels.contains(&&field["label"]), "{field} is none of {labels:?}");
                assert!(!field["value"].as_str().unwrap().contains('{'), "{field} is no word");
                told += 1;
            }
        }
    }
    assert!(told > 20, "{told}");
    let none = office.call("record_fields", json!({ "model": "ats_jobs", "id": "1".repeat(24) })).await;
    assert_eq!(none, json!([]));
}
