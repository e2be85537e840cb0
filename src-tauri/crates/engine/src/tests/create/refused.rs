//! What Ashby or Samara refuses, and who may be the same.

use serde_json::{Value, json};

use super::{answer, input};
use crate::tests::{Office, text};

#[tokio::test(start_paused = true)]
async fn a_job_that_closed_meanwhile_gets_nobody() {
    let office = Office::open().await;
    let (job, remote) = office.open_job().await;
    office.control(&json!({ "op": "edit", "kind": "job", "id": remote, "fields": { "status": "Closed" } }));
    let intent = office.act("create_candidate", &input(&job)).await;
    assert_eq!((&intent["state"], &intent["failure"]["code"]), (&json!("failed"), &json!("ATS.JOB_CLOSED")));
    assert_eq!(office.made("candidates"), 0, "nobody is left behind");
    let jobs = office.rows("ats_jobs").await;
    let closed = jobs.iter().find(|row| row["status"] == "CLOSED").unwrap();
    let refused = office.try_call("create_candidate", input(&text(closed, "id"))).await.unwrap_err();
    assert_eq!(refused.code.as_str(), "ATS.JOB_CLOSED");
}

#[tokio::test(start_paused = true)]
async fn an_application_that_is_refused_leaves_a_person_to_go_on_with() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    office.control(&json!({ "op": "refuse", "endpoint": "application.create", "code": "invalid_input" }));
    let intent = office.act("create_candidate", &input(&job)).await;
    assert_eq!((&intent["state"], office.made("candidates")), (&json!("failed"), 1), "{intent}");
    office.call("retry", json!({ "intent_id": intent["id"] })).await;
    office.send(60).await;
    office.once("retried").await;
}

#[tokio::test(start_paused = true)]
async fn a_missing_permission_names_the_module() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    office.control(&json!({ "op": "scopes", "withdraw": ["candidates:write"] }));
    let intent = office.act("create_candidate", &input(&job)).await;
    assert_eq!(intent["failure"]["code"], "INTEGRATION.PERMISSION_MISSING");
    assert!(intent["failure"]["message"].as_str().unwrap().contains("candidatesWrite"), "{intent}");
}

#[tokio::test(start_paused = true)]
async fn writes_are_a_users_where_the_key_allows_and_else_the_keys_own_with_a_remark() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    let users = office.call("list_users", json!({})).await;
    let user = users.as_array().unwrap().last().unwrap();
    office.call("set_setting", json!({ "key": "acting_user", "value": user["id"] })).await;
    let intent = office.act("create_candidate", &input(&job)).await;
    assert_eq!((&intent["state"], &intent["warnings"]), (&json!("done"), &json!([])), "{intent}");
    office.control(&json!({ "op": "acting", "allowed": false }));
    let id = text(&office.listed("Quist").await[0], "id");
    let note = office.act("add_note_to_candidate", &json!({ "candidate_id": id, "content": "Hello" })).await;
    assert_eq!(note["state"], "done", "{note}");
    assert!(note["warnings"].to_string().contains("act on behalf"), "{note}");
    assert_eq!(office.made("notes"), 1);
}

#[tokio::test(start_paused = true)]
async fn wrong_input_is_refused_before_any_call() {
    let office = Office::open().await;
    let (job, form) = office.job_with_form().await;
    let before = office.control(&json!({ "op": "requests" }))["total"].clone();
    let with = |path: &str, value: Value| {
        let mut input = input(&job);
        *input.pointer_mut(path).unwrap_or_else(|| panic!("{path}")) = value;
        input
    };
    let mut cases = vec![
        with("/candidate/first_name", json!("  ")),
        with("/candidate/last_name", json!("")),
        with("/candidate/email_address", json!("nobody")),
        with("/candidate/additional_email_addresses/0/email_address", json!("@x")),
        with("/candidate/location/country", json!("no")),
        with("/candidate/location/country", json!("ZZ")),
        with("/candidate/social_links/0/url", json!("javascript:alert(1)")),
        with("/application/job_id", json!("nowhere")),
        with("/attachments/0/data", json!("not base64!")),
        with("/attachments/0/data", json!("")),
        with("/attachments/0/name", json!(" ")),
        with("/candidate", json!({ "first_name": "Ada" })),
    ];
    let mut two = input(&job);
    two["attachments"][0]["data_url"] = json!("https://files.example/cv.pdf");
    cases.push(two);
    let mut by = input(&job);
    by["sourced_by"] = json!({ "user_id": "nobody" });
    cases.push(by);
    let mut none = input(&job);
    none["application"] = json!({});
    cases.push(none);
    for stage in ["Archived", "Hired"] {
        let rows = office.rows("ats_join_jobs_application_stages").await;
        let of_job: Vec<String> =
            rows.iter().filter(|row| row["job_id"] == *job).map(|row| text(row, "stage_id")).collect();
        let stages = office.rows("ats_application_stages").await;
        let named = stages.iter().find(|row| {
            of_job.contains(&text(row, "id")) && row["name"].as_str().is_some_and(|name| name.contains(stage))
        });
        if let Some(found) = named {
            let mut input = input(&job);
            input["stage_id"] = found["id"].clone();
            cases.push(input);
        }
    }
    for question in form["questions"].as_array().unwrap() {
        if answer(question).is_some() {
            let mut input = input(&job);
            input["screening_question_answers"] =
                json!([{ "question_id": question["id"], "answer": { "odd": true } }]);
            cases.push(input);
        }
    }
    for input in cases {
        let refused = office.try_call("create_candidate", input.clone()).await.unwrap_err();
        assert_eq!(refused.code.as_str(), "PLATFORM.INPUT_INVALID", "{refused} for {input}");
    }
    assert_eq!(office.control(&json!({ "op": "requests" }))["total"], before);
    let queued = office.call("activity", json!({ "filter": "open", "offset": 0, "limit": 10 })).await;
    assert_eq!(queued["total"], 0);
}

#[tokio::test(start_paused = true)]
async fn people_who_may_be_the_same_are_told_while_typing() {
    let office = Office::open().await;
    let rows = office.rows("ats_candidates").await;
    let row =
        rows.iter().find(|row| row["email_addresses"].as_array().is_some_and(|all| !all.is_empty())).unwrap();
    let email = text(&row["email_addresses"][0], "email_address").to_uppercase();
    let by_mail = office.call("duplicates_for", json!({ "email": email })).await;
    assert_eq!((&by_mail[0]["id"], &by_mail[0]["because"]), (&row["id"], &json!(["email"])), "{by_mail}");
    assert!(by_mail[0]["applications"].is_array());
    let name = format!("{} {}", text(row, "first_name"), text(row, "last_name"));
    let by_name = office.call("duplicates_for", json!({ "name": name })).await;
    assert!(by_name.as_array().unwrap().iter().any(|found| found["id"] == row["id"]), "{by_name}");
    let linked = rows.iter().find(|row| {
        row["social_media"].as_array().is_some_and(|all| all.iter().any(|it| !it["username"].is_null()))
    });
    let linked = linked.unwrap();
    let link =
        linked["social_media"].as_array().unwrap().iter().find(|it| !it["username"].is_null()).unwrap();
    let by_link = office.call("duplicates_for", json!({ "links": [text(link, "link")] })).await;
    assert_eq!((&by_link[0]["id"], &by_link[0]["because"]), (&linked["id"], &json!(["link"])), "{by_link}");
    let nobody = office.call("duplicates_for", json!({ "email": "no", "name": "Ada", "links": ["x"] })).await;
    assert_eq!(nobody, json!([]));
}
