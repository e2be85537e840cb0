//! Somebody entered while Ashby is out of reach.

use serde_json::json;

use super::{EMAIL, input, pdf, person};
use crate::tests::{Office, text};

#[tokio::test(start_paused = true)]
async fn somebody_entered_offline_is_seen_found_tagged_moved_and_becomes_the_real_one() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    let form = office.form(&job).await;
    let (first, next) =
        (text(&form, "first_stage"), form["stages"].as_array().unwrap().last().unwrap()["id"].clone());
    office.control(&json!({ "op": "faults", "faults": ["reset"] }));
    let intent = office.ask("create_candidate", &input(&job)).await;
    office.send(5).await;
    let rows = office.listed("Quist").await;
    assert_eq!((rows.len(), &rows[0]["pending"]), (1, &json!(true)), "{rows:?}");
    let id = text(&rows[0], "id");
    let page = office.call("candidate", json!({ "id": id })).await;
    assert_eq!(page["name"], "Ada Quist");
    let application = &page["applications"][0];
    assert_eq!((&application["job_id"], &application["pending"]["intent_id"]), (&json!(job), &json!(intent)));
    assert_eq!(office.cards(&job, &first, "Ada Quist").await.len(), 1);
    office.call("candidate_refresh", json!({ "id": id })).await;
    assert!(
        office.rows("ats_candidates").await.iter().all(|row| row["id"] != *id),
        "reads tell of Ashby alone"
    );

    let application = text(application, "id");
    office.ask("add_tag_to_candidate", &json!({ "candidate_id": id, "tag": { "name": "Never seen" } })).await;
    office.ask("add_note_to_candidate", &json!({ "candidate_id": id, "content": "Met at the fair" })).await;
    office
        .ask(
            "add_attachment_to_candidate",
            &json!({ "candidate_id": id, "attachment": pdf("talk.pdf", "OTHER") }),
        )
        .await;
    let moved = office.start_move(&application, next.as_str().unwrap()).await;
    assert_eq!(office.cards(&job, next.as_str().unwrap(), "Ada Quist").await.len(), 1);

    office.control(&json!({ "op": "faults", "faults": [] }));
    office.send(600).await;
    for id in [&intent, &moved] {
        let intent = office.intent(id).await;
        assert_eq!(intent["state"], "done", "{intent}");
    }
    office.once("offline").await;
    let led = office.call("candidate", json!({ "id": id })).await;
    assert_ne!(led["id"], *id);
    assert!(led.get("followed_from").is_none(), "nobody was merged");
    assert_eq!(led["tags"][0]["name"], "Never seen");
    assert_eq!(led["applications"][0]["stage"]["id"], next);
    assert_eq!(office.made("notes"), 1);
    assert_eq!(office.listed("Quist").await[0]["pending"], false);
}

#[tokio::test(start_paused = true)]
async fn two_people_entered_offline_with_one_address_are_one() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    let jobs = office.rows("ats_jobs").await;
    let other = jobs.iter().find(|row| row["status"] == "OPEN" && row["id"] != *job).unwrap();
    let first = office.ask("create_candidate", &input(&job)).await;
    let mut again = input(&text(other, "id"));
    again["candidate"] = person(&EMAIL.to_uppercase());
    let second = office.ask("create_application", &again).await;
    assert_eq!(office.listed("Quist").await.len(), 1);
    let refused = office.try_call("create_application", input(&job)).await.unwrap_err();
    assert_eq!(refused.code.as_str(), "ATS.APPLICATION_ALREADY_EXISTS");
    office.send(120).await;
    for id in [first, second] {
        assert_eq!(office.intent(&id).await["state"], "done");
    }
    assert_eq!((office.made("candidates"), office.made("applications")), (1, 2));
}

#[tokio::test(start_paused = true)]
async fn somebody_called_off_before_sending_is_gone_everywhere() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    let intent = office.ask("create_candidate", &input(&job)).await;
    let found = office.listed("Quist").await;
    assert_eq!(found.len(), 1);
    let note = json!({ "candidate_id": found[0]["id"], "content": "Hello" });
    let note = office.ask("add_note_to_candidate", &note).await;
    office.call("undo", json!({ "intent_id": intent })).await;
    assert_eq!(office.listed("Quist").await.len(), 0);
    assert_eq!(office.intent(&note).await["state"], "cancelled");
    office.send(60).await;
    assert_eq!(office.made("candidates"), 0);
}

#[tokio::test(start_paused = true)]
async fn what_waits_for_somebody_who_never_came_says_so() {
    let office = Office::open().await;
    let (job, _) = office.open_job().await;
    let intent = office.ask("create_candidate", &input(&job)).await;
    let id = text(&office.listed("Quist").await[0], "id");
    let tag =
        office.ask("add_tag_to_candidate", &json!({ "candidate_id": id, "tag": { "name": "x" } })).await;
    office.control(&json!({ "op": "scopes", "withdraw": ["candidates:write"] }));
    office.send(60).await;
    assert_eq!(office.intent(&intent).await["failure"]["code"], "INTEGRATION.PERMISSION_MISSING");
    let tag = office.intent(&tag).await;
    assert!(tag["failure"]["message"].as_str().unwrap().contains("has not come to Ashby"), "{tag}");
    office.control(&json!({ "op": "scopes", "restore": ["candidates:write"] }));
    for id in [&intent, &text(&tag, "id")] {
        office.call("retry", json!({ "intent_id": id })).await;
        office.send(60).await;
        assert_eq!(office.intent(id).await["state"], "done");
    }
    office.once("retried").await;
}
