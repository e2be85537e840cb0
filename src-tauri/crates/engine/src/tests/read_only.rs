//! A key that only reads: all writes say which permission is missing, and what reads works.

use serde_json::{Value, json};

use super::action::pdf;
use super::{Movable, Office, text};

/// The ten actions that write, with the permission they need.
async fn writes(office: &Office, card: &Movable) -> Vec<(&'static str, Value)> {
    let jobs = office.rows("ats_jobs").await;
    let job = jobs.iter().find(|job| job["status"] == "OPEN").unwrap();
    let person = json!({ "first_name": "Ada", "last_name": "Quist", "email_address": "ada@new.example" });
    let (candidate, application) = (&card.candidate, &card.id);
    let link = |key: &str, id: &str| json!({ key: id, "label": "Report", "url": "https://a.example/r" });
    vec![
        ("create_candidate", json!({ "candidate": person, "application": { "job_id": job["id"] } })),
        ("create_application", json!({ "candidate": person, "application": { "job_id": job["id"] } })),
        ("add_tag_to_candidate", json!({ "candidate_id": candidate, "tag": { "name": "Seen" } })),
        ("add_attachment_to_application", json!({ "application_id": application, "attachment": pdf() })),
        ("add_attachment_to_candidate", json!({ "candidate_id": candidate, "attachment": pdf() })),
        ("move_application_to_stage", json!({ "application_id": application, "stage_id": card.to[0] })),
        (
            "reject_application",
            json!({ "application_id": application, "rejection_reason_id": office.reason().await }),
        ),
        ("add_result_link_to_application", link("application_id", application)),
        ("add_result_link_to_candidate", link("candidate_id", candidate)),
        ("add_note_to_application", json!({ "application_id": application, "content": "Called" })),
    ]
}

#[tokio::test(start_paused = true)]
async fn every_action_that_writes_names_what_is_missing_and_files_are_still_fetched() {
    let office = Office::open().await;
    let card = office.movable().await;
    let scopes: Vec<Value> = office.control(&json!({ "op": "scopes" }))["scopes"].as_array().unwrap().clone();
    let only = scopes.into_iter().filter(|scope| scope.as_str().unwrap().ends_with(":read"));
    office.control(&json!({ "op": "scopes", "scopes": only.collect::<Vec<_>>() }));
    for (action, input) in writes(&office, &card).await {
        let intent = office.act(action, &input).await;
        assert_eq!(intent["state"], "failed", "{action}: {intent}");
        assert_eq!(intent["failure"]["code"], "INTEGRATION.PERMISSION_MISSING", "{action}: {intent}");
        let said = text(&intent["failure"], "message");
        assert!(said.contains("candidatesWrite") || said.contains("hiringProcessMetadataWrite"), "{said}");
        // One that failed does not hold up the next of the same person.
        office.call("discard", json!({ "intent_id": intent["id"] })).await;
    }
    assert_eq!(office.carried_out(), 0, "nothing was written");
    for (action, input) in [
        ("get_candidate_attachments", json!({ "candidate_id": card.candidate })),
        ("get_application_attachments", json!({ "application_id": card.id })),
    ] {
        assert!(office.call(action, input).await["results"].is_array(), "{action}");
    }
}
