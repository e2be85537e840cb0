use serde_json::{Value, json};

use super::Office;

fn access(report: &Value, module: &str) -> (String, String) {
    let modules = report["modules"].as_array().unwrap();
    let found = modules.iter().find(|known| known["module"] == module).unwrap();
    (found["read"].as_str().unwrap().to_owned(), found["write"].as_str().unwrap().to_owned())
}

fn pair(read: &str, write: &str) -> (String, String) {
    (read.to_owned(), write.to_owned())
}

#[tokio::test(start_paused = true)]
async fn a_key_that_may_tell_is_asked() {
    let office = Office::connected();
    office.control(&json!({ "op": "scopes", "withdraw": ["candidates:write", "jobs:read"] }));
    let report = office.call("key_report", json!({})).await;
    assert_eq!(report["introspected"], true);
    assert_eq!(access(&report, "candidates"), pair("yes", "no"));
    assert_eq!(access(&report, "jobs"), pair("no", "yes"));
    let missing: Vec<&str> = report["missing"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!(missing.len(), 2, "{missing:?}");
    assert!(missing[0].contains("candidatesWrite") && missing[1].contains("jobsRead"));
}

#[tokio::test(start_paused = true)]
async fn a_key_that_may_not_tell_is_tried_and_nothing_is_guessed() {
    let office = Office::connected();
    office.control(&json!({ "op": "scopes", "withdraw": ["apiKeys:read", "interviews:read"] }));
    let report = office.call("key_report", json!({})).await;
    assert_eq!(report["introspected"], false);
    assert_eq!(access(&report, "candidates"), pair("yes", "unknown"));
    assert_eq!(access(&report, "interviews"), pair("no", "unknown"));
    assert_eq!(access(&report, "offers"), pair("yes", "unknown"));
    assert_eq!(report["missing"].as_array().unwrap().len(), 1, "{}", report["missing"]);
    assert_eq!(office.carried_out(), 0, "nothing is written to find out");
}

#[tokio::test(start_paused = true)]
async fn a_key_that_is_not_let_in_is_no_report() {
    let office = Office::connected();
    office.control(&json!({ "op": "revoke_key" }));
    let refused = office.try_call("key_report", json!({})).await.unwrap_err();
    assert_eq!(refused.code.as_str(), "INTEGRATION.AUTHENTICATION_INVALID");
}
