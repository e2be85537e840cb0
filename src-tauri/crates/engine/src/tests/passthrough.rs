use serde_json::{Value, json};

use super::{Office, text};

#[tokio::test(start_paused = true)]
async fn a_read_is_passed_on_as_it_is_and_a_write_only_once_confirmed() {
    let office = Office::of(50).await;
    let id = office.rows("ats_candidates").await[0]["remote_id"].clone();
    let read = office.call("passthrough", json!({ "path": "/candidate.info", "data": { "id": id } })).await;
    assert_eq!((&read["status"], &read["data"]["results"]["id"]), (&json!(200), &id));
    let mut write =
        json!({ "path": "candidate.createNote", "data": { "candidateId": id, "note": "Zymurgy" } });
    let refused = office.try_call("passthrough", write.clone()).await.unwrap_err();
    assert_eq!((refused.code, office.made("notes")), (crate::Code::ConfirmationNeeded, 0));
    write["confirmed"] = json!(true);
    let sent = office.call("passthrough", write).await;
    assert_eq!((&sent["data"]["success"], office.made("notes")), (&json!(true), 1));
    let gone =
        office.call("passthrough", json!({ "path": "candidate.info", "data": { "id": "nobody" } })).await;
    assert_eq!(gone["data"]["success"], false);

    let log = office.call("passthrough_log", json!({})).await;
    let endpoints: Vec<String> = log.as_array().unwrap().iter().map(|call| text(call, "endpoint")).collect();
    assert_eq!(endpoints, ["candidate.info", "candidate.createNote", "candidate.info"]);
    assert!(!log[0]["code"].is_null() && log[1]["code"].is_null());
    assert_eq!((&log[1]["writes"], &log[2]["writes"]), (&json!(true), &json!(false)));
    let told = log.to_string();
    assert!(!told.contains("Zymurgy") && !told.contains(id.as_str().unwrap()), "{told}");
}

#[tokio::test(start_paused = true)]
async fn the_host_is_fixed_and_a_call_is_remembered_for_two_months() {
    let office = Office::of(50).await;
    for (path, method, data) in [
        ("https://evil.example/x", "POST", json!({})),
        ("//evil.example/a.b", "POST", json!({})),
        ("candidate.info@evil.example", "POST", json!({})),
        ("candidate.info/../x", "POST", json!({})),
        ("candidate.info", "DELETE", json!({})),
        ("candidate.info", "POST", json!([1])),
    ] {
        let call = json!({ "path": path, "method": method, "data": data });
        let refused = office.try_call("passthrough", call).await.unwrap_err();
        assert_eq!(refused.code, crate::Code::InputInvalid, "{path} {refused}");
    }
    office.call("passthrough", json!({ "path": "apiKey.info" })).await;
    tokio::time::sleep(std::time::Duration::from_secs(61 * 86_400)).await;
    office.control(&json!({ "op": "scopes", "withdraw": ["candidates:read"] }));
    let refused = office.call("passthrough", json!({ "path": "candidate.list" })).await;
    assert_eq!(refused["status"], 403);
    let log = office.call("passthrough_log", json!({})).await;
    assert_eq!(log.as_array().map(Vec::len), Some(1), "{log}");
    assert_eq!(
        log.as_array().unwrap().iter().filter(|it: &&Value| it["endpoint"] == "candidate.list").count(),
        1
    );
}
