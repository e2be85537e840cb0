//! Bad input is refused before any call; what Ashby refuses is told in its words and leaves no trace.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::action::pdf;
use super::{Office, text};

fn file(name: &str, kind: Option<&str>, bytes: &[u8]) -> Value {
    json!({ "name": name, "content_type": kind, "type": "CV", "data": BASE64_STANDARD.encode(bytes) })
}

#[tokio::test(start_paused = true)]
async fn files_are_what_they_say_and_not_too_large() {
    let office = Office::of(50).await;
    let card = office.movable().await;
    let before = office.control(&json!({ "op": "requests" }))["total"].clone();
    let zip = [b"PK\x03\x04".as_slice(), &[0; 100]].concat();
    for attachment in [
        file("cv.pdf", None, b""),
        file("cv.pdf", None, &zip),
        file("cv.txt", Some("application/pdf"), b"plain words"),
        file("cv.pdf", Some("pdf"), b"%PDF-1.4\n%%EOF"),
        file("", None, b"%PDF-1.4\n%%EOF"),
        json!({ "name": "cv.pdf", "type": "CV", "data": "not base64!" }),
        json!({ "name": "cv.pdf", "type": "CV", "data": "AAAA", "data_url": "https://files.example.com/cv.pdf" }),
        json!({ "name": "cv.pdf", "type": "CV", "data_url": "https://192.168.1.1/cv.pdf" }),
        json!({ "name": "cv.pdf", "type": "CV", "data_url": "https://files.example.com/cv.pdf" }),
    ] {
        let input = json!({ "candidate_id": card.candidate, "attachment": attachment });
        let refused = office.try_call("add_attachment_to_candidate", input).await.unwrap_err();
        assert_eq!(refused.code, crate::Code::InputInvalid, "{refused}");
    }
    assert_eq!(office.control(&json!({ "op": "requests" }))["total"], before);
    let smallest = json!({ "candidate_id": card.candidate, "attachment": pdf() });
    assert_eq!(office.act("add_attachment_to_candidate", &smallest).await["state"], "done");
}

#[tokio::test(start_paused = true)]
async fn a_handle_that_expired_is_told_and_another_is_made_when_asked_again() {
    let office = Office::of(50).await;
    let card = office.movable().await;
    office.control(&json!({ "op": "refuse", "endpoint": "candidate.uploadResume", "code": "invalid_input" }));
    let input = json!({ "candidate_id": card.candidate, "attachment": pdf() });
    let intent = office.act("add_attachment_to_candidate", &input).await;
    assert_eq!(
        (&intent["state"], &intent["failure"]["code"]),
        (&json!("failed"), &json!("REMOTE.INPUT_INVALID"))
    );
    office.call("retry", json!({ "intent_id": intent["id"] })).await;
    office.send(60).await;
    assert_eq!(
        (&office.intent(&text(&intent, "id")).await["state"], office.made("files")),
        (&json!("done"), 1)
    );
    assert_eq!(office.effects("file.createFileUploadHandle"), 2);
}

#[tokio::test(start_paused = true)]
async fn what_failed_is_asked_for_with_another_input_and_its_file() {
    let office = Office::of(50).await;
    let card = office.movable().await;
    office.control(&json!({ "op": "refuse", "endpoint": "candidate.uploadResume", "code": "invalid_input" }));
    let input = json!({ "candidate_id": card.candidate, "attachment": pdf() });
    let failed = office.act("add_attachment_to_candidate", &input).await;
    let mut detail = office.call("intent_detail", json!({ "intent_id": failed["id"] })).await;
    assert_eq!(
        (&detail["calls"][0]["endpoint"], &detail["calls"][0]["state"]),
        (&json!("candidate.uploadResume"), &json!("failed"))
    );
    assert!(detail["input"]["attachment"]["data"].is_null(), "the content is not kept with the words");
    detail["input"]["attachment"]["name"] = json!("better.pdf");
    let edited = office.call("edit", json!({ "intent_id": failed["id"], "input": detail["input"] })).await;
    assert_eq!(office.intent(&text(&failed, "id")).await["state"], "cancelled");
    office.send(60).await;
    assert_eq!(office.intent(&text(&edited, "intent_id")).await["state"], "done");
    assert_eq!(office.control(&json!({ "op": "made" }))["counts"]["files"], 1);
    let again = json!({ "intent_id": edited["intent_id"], "input": detail["input"] });
    assert!(office.try_call("edit", again).await.is_err(), "it is done");
}

#[tokio::test(start_paused = true)]
async fn a_stage_ashby_refuses_is_shown_no_longer() {
    let office = Office::open().await;
    let card = office.movable().await;
    office
        .control(&json!({ "op": "refuse", "endpoint": "application.changeStage", "code": "opening_in_use" }));
    let intent = office.start_move(&card.id, &card.to[0]).await;
    office.send(60).await;
    let intent = office.intent(&intent).await;
    assert_eq!(
        (&intent["state"], &intent["failure"]["code"]),
        (&json!("failed"), &json!("REMOTE.INPUT_INVALID"))
    );
    assert!(text(&intent["failure"], "message").ends_with('.'), "the cure follows it: {intent}");
    let page = office.page(&card).await;
    let mut views = page["applications"].as_array().unwrap().iter();
    assert_eq!(views.find(|view| view["id"] == *card.id).unwrap()["stage"]["id"], *card.from);
}

#[tokio::test(start_paused = true)]
async fn stages_of_other_plans_and_reasons_out_of_use_are_refused_with_what_can_be_chosen() {
    let office = Office::open().await;
    let card = office.movable().await;
    let targets = office.call("move_targets", json!({ "application_id": card.id })).await;
    let mine: Vec<String> =
        targets.as_array().unwrap().iter().map(|target| text(&target["stage"], "id")).collect();
    let stages = office.rows("ats_application_stages").await;
    let other = stages.iter().find(|stage| !mine.contains(&text(stage, "id"))).unwrap();
    let input = json!({ "application_id": card.id, "stage_id": other["id"] });
    let refused = office.try_call("move_application_to_stage", input).await.unwrap_err();
    assert_eq!(refused.code, crate::Code::InputInvalid);
    assert!(refused.cure.contains(targets[0]["stage"]["name"].as_str().unwrap()), "{refused}");
    let usable = office.call("rejection_reasons", json!({})).await;
    let usable: Vec<String> = usable.as_array().unwrap().iter().map(|reason| text(reason, "id")).collect();
    for reason in office.rows("ats_rejection_reasons").await {
        if usable.contains(&text(&reason, "id")) {
            continue;
        }
        let input = json!({ "application_id": card.id, "rejection_reason_id": reason["id"] });
        let refused = office.try_call("reject_application", input).await.unwrap_err();
        assert_eq!(refused.code, crate::Code::InputInvalid, "{refused}");
    }
}
