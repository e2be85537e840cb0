//! Every action: its effect in Ashby, each step failing, each answer lost.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use samara_ashby::{Lane, endpoint as api};
use serde_json::{Value, json};

use super::{Movable, Office, text};

impl Office {
    /// What was made through the API, counted by kind.
    pub(super) fn made(&self, kind: &str) -> u64 {
        self.control(&json!({ "op": "made" }))["counts"][kind].as_u64().unwrap_or(0)
    }

    /// Calls of an endpoint that Ashby carried out.
    pub(super) fn effects(&self, endpoint: &str) -> usize {
        let report = self.control(&json!({ "op": "requests", "last": 10_000 }));
        let writes = report["writes"].as_array().unwrap().iter();
        writes.filter(|write| write["endpoint"] == endpoint && write["committed"] == true).count()
    }

    /// Asks for an action and sends it.
    pub(super) async fn act(&self, action: &str, input: &Value) -> Value {
        let intent = self.ask(action, input).await;
        self.send(120).await;
        self.intent(&intent).await
    }

    pub(super) async fn ask(&self, action: &str, input: &Value) -> String {
        text(&self.call(action, input.clone()).await, "intent_id")
    }

    pub(super) async fn reason(&self) -> String {
        text(&self.call("rejection_reasons", json!({})).await[0], "id")
    }

    pub(super) async fn page(&self, card: &Movable) -> Value {
        self.call("candidate", json!({ "id": card.candidate })).await
    }
}

pub(super) fn pdf() -> Value {
    json!({ "name": "cv.pdf", "type": "CV", "data": BASE64_STANDARD.encode(b"%PDF-1.4\n%%EOF") })
}

fn link() -> Value {
    json!({ "label": "Report", "url": "https://a.example/r?x=1&y=2",
            "details": { "custom_field_name_prefix": "Acme:", "attributes": [{ "key": "Score", "value": "91" }] } })
}

/// An action on a card, with its calls in order and the kind of thing `made` counts, if any.
pub(super) async fn actions(
    office: &Office,
    card: &Movable,
) -> Vec<(&'static str, Value, Vec<&'static str>)> {
    let (application, candidate) = (&card.id, &card.candidate);
    let mut linked = link();
    linked["application_id"] = json!(application);
    vec![
        (
            "reject_application",
            json!({ "application_id": application, "rejection_reason_id": office.reason().await, "note": "No." }),
            vec!["application.changeStage", "candidate.createNote"],
        ),
        (
            "add_tag_to_candidate",
            json!({ "candidate_id": candidate, "tag": { "name": "Never seen before" } }),
            vec!["candidateTag.create", "candidate.addTag"],
        ),
        (
            "add_note_to_application",
            json!({ "application_id": application, "content": "Called; <b>keen</b>." }),
            vec!["candidate.createNote"],
        ),
        (
            "add_result_link_to_application",
            linked,
            vec!["candidate.createNote", "customField.create", "customField.setValues"],
        ),
        (
            "add_attachment_to_candidate",
            json!({ "candidate_id": candidate, "attachment": pdf() }),
            vec!["file.createFileUploadHandle", "candidate.uploadResume"],
        ),
        (
            "reject_application_with_mail",
            json!({ "application_id": application, "rejection_reason_id": office.reason().await,
                    "template_id": office.template().await }),
            vec!["application.changeStage"],
        ),
        (
            "transfer_application_to_job",
            json!({ "application_id": application, "job_id": office.other_job(card).await }),
            vec!["application.transfer"],
        ),
        (
            "change_application_source",
            json!({ "application_id": application, "source_id": office.other_source(card).await }),
            vec!["application.changeSource"],
        ),
        (
            "set_candidate_fields",
            json!({ "candidate_id": candidate, "fields": [{ "field": office.text_field("Candidate").await, "value": "Quartz" }] }),
            vec!["customField.setValues"],
        ),
        (
            "add_candidate_to_project",
            json!({ "candidate_id": candidate, "project_id": office.project(card).await }),
            vec!["candidate.addProject"],
        ),
        ("submit_feedback", office.scorecard(card).await, vec!["applicationFeedback.submit"]),
    ]
}

/// What one run of the action must leave behind, exactly.
fn once(office: &Office, action: &str) {
    let expected: &[(&str, u64)] = match action {
        "reject_application" | "add_note_to_application" => &[("notes", 1)],
        "add_result_link_to_application" => &[("notes", 1), ("custom_fields", 2)],
        "add_attachment_to_candidate" => &[("files", 1)],
        "reject_application_with_mail" => &[("mails", 1)],
        "submit_feedback" => &[("feedback", 1)],
        _ => &[],
    };
    for (kind, count) in expected {
        assert_eq!(
            office.made(kind),
            *count,
            "{kind} of {action}: {}",
            office.control(&json!({ "op": "made" }))
        );
    }
}

/// The calls of each action that can be broken one by one, in order.
async fn calls_of_each() -> Vec<Vec<&'static str>> {
    let office = Office::of(50).await;
    let card = office.movable().await;
    actions(&office, &card).await.into_iter().map(|(_, _, calls)| calls.to_vec()).collect()
}

#[tokio::test(start_paused = true)]
async fn each_action_arrives_once_whichever_answer_is_lost_or_refused_for_a_while() {
    for (number, endpoints) in calls_of_each().await.into_iter().enumerate() {
        for fault in ["", "lost-reply", "server-error", "server-error-after", "reset"] {
            for endpoint in endpoints.iter().take(if fault.is_empty() { 1 } else { endpoints.len() }) {
                let office = Office::of(50).await;
                let card = office.movable().await;
                let (action, input, calls) = actions(&office, &card).await.swap_remove(number);
                if !fault.is_empty() {
                    office.trouble(fault, endpoint);
                }
                let intent = office.act(action, &input).await;
                let case = format!("{action}, {fault} at {endpoint}: {intent}");
                assert_eq!(intent["state"], "done", "{case}");
                once(&office, action);
                for call in &calls {
                    assert!(office.effects(call) >= 1, "{call} of {case}");
                }
                let pending = office
                    .call(
                        "list_candidates",
                        json!({ "query": "", "sort": "name", "desc": false, "offset": 0, "limit": 100 }),
                    )
                    .await;
                assert!(
                    pending["rows"].as_array().unwrap().iter().all(|row| row["pending"] == false),
                    "{case}"
                );
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn each_action_is_finished_by_a_retry_whichever_call_ashby_refuses() {
    for (number, endpoints) in calls_of_each().await.into_iter().enumerate() {
        for endpoint in endpoints {
            let office = Office::of(50).await;
            let card = office.movable().await;
            let (action, input, _) = actions(&office, &card).await.swap_remove(number);
            office.control(&json!({ "op": "refuse", "endpoint": endpoint, "code": "invalid_input" }));
            let intent = office.act(action, &input).await;
            let case = format!("{action}, {endpoint} refused: {intent}");
            assert!(intent["state"] == "failed" || intent["state"] == "partial", "{case}");
            assert!(!intent["failure"].is_null() || intent["warnings"][0].is_string(), "{case}");
            office.call("retry", json!({ "intent_id": intent["id"] })).await;
            office.send(120).await;
            let intent = office.intent(&text(&intent, "id")).await;
            assert_eq!(intent["state"], "done", "{case}, then {intent}");
            once(&office, action);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_field_whose_making_was_not_answered_is_found_on_whichever_page_it_stands() {
    let office = Office::of(50).await;
    let card = office.movable().await;
    for number in 0..120 {
        let params = api::CustomFieldCreateParams {
            field_type: "String".to_owned(),
            object_type: "Application".to_owned(),
            title: format!("Field {number}"),
        };
        let client = &office.workspace().client;
        client.call::<api::CustomFieldCreate>(Lane::Write, &params).await.unwrap();
    }
    let before = office.made("custom_fields");
    office.trouble("lost-reply", "customField.create");
    let mut input = link();
    input["application_id"] = json!(card.id);
    let intent = office.act("add_result_link_to_application", &input).await;
    assert_eq!(intent["state"], "done", "{intent}");
    assert_eq!(office.made("custom_fields") - before, 2);
}

#[tokio::test(start_paused = true)]
async fn a_field_that_several_links_need_at_once_is_made_once() {
    let office = Office::of(50).await;
    let people = office.rows("ats_candidates").await;
    let inputs = people.iter().take(4).map(|row| {
        let mut input = link();
        input["candidate_id"] = row["id"].clone();
        input
    });
    let inputs: Vec<Value> = inputs.collect();
    office.call("act_many", json!({ "action": "add_result_link_to_candidate", "inputs": inputs })).await;
    office.send(120).await;
    assert_eq!((office.made("notes"), office.made("custom_fields")), (4, 2));
}

#[tokio::test(start_paused = true)]
async fn a_tag_is_seen_at_once_and_its_opposite_undoes_it() {
    let office = Office::open().await;
    let card = office.movable().await;
    let input = json!({ "candidate_id": card.candidate, "tag": { "name": "Speaks Welsh" } });
    let named = |page: &Value| {
        let mut tags = page["tags"].as_array().unwrap().iter();
        tags.find(|tag| tag["name"] == "Speaks Welsh").cloned()
    };
    let first = office.ask("add_tag_to_candidate", &input).await;
    assert_eq!(named(&office.page(&card).await).unwrap()["pending"]["intent_id"], *first);
    let refused = office.try_call("add_tag_to_candidate", input.clone()).await.unwrap_err();
    assert_eq!(refused.code, crate::Code::AlreadySo, "{refused}");
    office.send(60).await;
    let tag = named(&office.page(&card).await).expect("the mirror has it");
    assert!(tag["pending"].is_null(), "{tag}");
    office.call("undo", json!({ "intent_id": first })).await;
    assert!(named(&office.page(&card).await).is_none());
    office.send(60).await;
    assert!(named(&office.page(&card).await).is_none());
    assert_eq!((office.effects("candidate.addTag"), office.effects("candidate.removeTag")), (1, 1));
}

#[tokio::test(start_paused = true)]
async fn an_opposite_that_meets_an_unsent_tag_takes_it_out_of_the_line() {
    let office = Office::open().await;
    let card = office.movable().await;
    let input = json!({ "candidate_id": card.candidate, "tag": { "name": "Speaks Welsh" } });
    let first = office.ask("add_tag_to_candidate", &input).await;
    office.ask("remove_tag_from_candidate", &input).await;
    office.send(60).await;
    assert_eq!(office.intent(&first).await["state"], "cancelled");
    assert_eq!(office.made("tags") + office.effects("candidate.removeTag") as u64, 0);
}

#[tokio::test(start_paused = true)]
async fn a_note_can_be_called_off_but_not_taken_back() {
    let office = Office::open().await;
    let card = office.movable().await;
    let input = json!({ "application_id": card.id, "content": "First" });
    let called_off = office.ask("add_note_to_application", &input).await;
    assert_eq!(office.intent(&called_off).await["undo"], "cancel");
    office.call("undo", json!({ "intent_id": called_off })).await;
    let sent = office.act("add_note_to_application", &input).await;
    assert_eq!((&sent["undo"], office.made("notes")), (&Value::Null, 1));
    assert!(office.try_call("undo", json!({ "intent_id": sent["id"] })).await.is_err());
    let notes = office.call("candidate_notes", json!({ "id": card.candidate })).await;
    let mine = notes["notes"].as_array().unwrap().iter();
    assert_eq!(mine.filter(|note| note["html"].as_str().unwrap().ends_with("First")).count(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_same_note_twice_is_two_notes_even_when_answers_are_lost() {
    let office = Office::open().await;
    let card = office.movable().await;
    for _ in 0..2 {
        office.trouble("lost-reply", "candidate.createNote");
        let note = json!({ "application_id": card.id, "content": "Called" });
        assert_eq!(office.act("add_note_to_application", &note).await["state"], "done");
    }
    assert_eq!(office.made("notes"), 2);
}

#[tokio::test(start_paused = true)]
async fn what_follows_the_core_is_left_to_be_finished() {
    let office = Office::open().await;
    let card = office.movable().await;
    office.control(&json!({ "op": "refuse", "endpoint": "candidate.createNote", "code": "invalid_input" }));
    let input =
        json!({ "application_id": card.id, "rejection_reason_id": office.reason().await, "note": "No." });
    let intent = office.act("reject_application", &input).await;
    assert_eq!((&intent["state"], office.made("notes")), (&json!("partial"), 0));
    assert_eq!(intent["warnings"].as_array().unwrap().len(), 1);
    office.call("retry", json!({ "intent_id": intent["id"] })).await;
    office.send(60).await;
    let intent = office.intent(&text(&intent, "id")).await;
    assert_eq!((&intent["state"], office.effects("application.changeStage")), (&json!("done"), 1));
    assert_eq!(office.made("notes"), 1);
}

#[tokio::test(start_paused = true)]
async fn a_missing_permission_is_named_and_costs_nothing() {
    let office = Office::open().await;
    let card = office.movable().await;
    office
        .control(&json!({ "op": "scopes", "withdraw": ["candidates:write", "hiringProcessMetadata:write"] }));
    for (action, input, _) in actions(&office, &card).await {
        let intent = office.act(action, &input).await;
        assert_eq!(intent["failure"]["code"], "INTEGRATION.PERMISSION_MISSING", "{intent}");
        assert!(intent["failure"]["message"].as_str().unwrap().contains("Write"), "{intent}");
        assert_eq!(intent["state"], "failed");
    }
}

#[tokio::test(start_paused = true)]
async fn wrong_input_is_refused_before_any_call() {
    let office = Office::open().await;
    let card = office.movable().await;
    let before = office.control(&json!({ "op": "requests" }))["total"].clone();
    let huge = json!({ "name": "a.txt", "type": "OTHER", "data": "A".repeat(80 << 20) });
    for (action, input) in [
        ("reject_application", json!({ "application_id": card.id, "rejection_reason_id": "nobody" })),
        (
            "reject_application",
            json!({ "application_id": "nobody", "rejection_reason_id": office.reason().await }),
        ),
        ("add_tag_to_candidate", json!({ "candidate_id": card.candidate, "tag": { "name": "  " } })),
        ("add_tag_to_candidate", json!({ "candidate_id": "nobody", "tag": { "name": "x" } })),
        ("add_note_to_application", json!({ "application_id": card.id, "content": "" })),
        (
            "add_result_link_to_candidate",
            json!({ "candidate_id": card.candidate, "label": "x", "url": "javascript:alert(1)" }),
        ),
        (
            "add_attachment_to_candidate",
            json!({ "candidate_id": card.candidate, "attachment": { "name": "a.pdf", "type": "CV" } }),
        ),
        (
            "add_attachment_to_candidate",
            json!({ "candidate_id": card.candidate, "attachment": { "name": "a.pdf", "type": "CV", "data_url": "https://127.0.0.1/x" } }),
        ),
        ("add_attachment_to_candidate", json!({ "candidate_id": card.candidate, "attachment": huge })),
    ] {
        let refused = office.try_call(action, input).await.unwrap_err();
        assert_eq!(refused.code.as_str(), "PLATFORM.INPUT_INVALID", "{action}: {refused}");
    }
    assert_eq!(office.control(&json!({ "op": "requests" }))["total"], before);
}

#[tokio::test(start_paused = true)]
async fn one_gesture_for_many_is_kept_and_taken_back_as_one() {
    let office = Office::open().await;
    let candidates: Vec<Value> =
        office.rows("ats_candidates").await.iter().take(30).map(|row| row["id"].clone()).collect();
    let inputs: Vec<Value> =
        candidates.iter().map(|id| json!({ "candidate_id": id, "tag": { "name": "Bulk" } })).collect();
    let mut wrong = inputs.clone();
    wrong.push(json!({ "candidate_id": "nobody", "tag": { "name": "Bulk" } }));
    let many = |inputs: Vec<Value>| json!({ "action": "add_tag_to_candidate", "inputs": inputs });
    assert!(office.try_call("act_many", many(wrong)).await.is_err());
    // Of the first it is so already; of the second it is not so any more when all is taken back.
    office.act("add_tag_to_candidate", &inputs[0]).await;
    let queued = office.call("act_many", many(inputs.clone())).await;
    office.send(300).await;
    assert_eq!(office.effects("candidate.addTag"), 30);
    let again = office.try_call("act_many", many(inputs.clone())).await.unwrap_err();
    assert_eq!(again.code, crate::Code::AlreadySo, "{again}");
    office.act("remove_tag_from_candidate", &inputs[1]).await;
    let undone = office.call("undo", json!({ "intent_id": queued["intent_id"] })).await;
    assert_eq!(undone["label"], "Took back 28 actions");
    let undoes = undone["undoes"].as_array().unwrap();
    assert!(undoes.len() == 29 && undoes.contains(&queued["intent_id"]), "{undoes:?}");
    office.send(300).await;
    assert_eq!(office.effects("candidate.removeTag"), 29);
}

#[tokio::test(start_paused = true)]
async fn files_are_told_with_a_way_to_fetch_them() {
    let office = Office::open().await;
    let card = office.movable().await;
    let input = json!({ "candidate_id": card.candidate, "attachment": pdf() });
    office.act("add_attachment_to_candidate", &input).await;
    let other = json!({ "name": "work.txt", "type": "OTHER", "data": BASE64_STANDARD.encode(b"x") });
    office
        .act("add_attachment_to_application", &json!({ "application_id": card.id, "attachment": other }))
        .await;
    let letter =
        json!({ "name": "letter.txt", "type": "COVER_LETTER", "data": BASE64_STANDARD.encode(b"y") });
    office
        .act("add_attachment_to_candidate", &json!({ "candidate_id": card.candidate, "attachment": letter }))
        .await;
    let files = office
        .call("get_candidate_attachments", json!({ "candidate_id": card.candidate, "all": true }))
        .await;
    let files = files["results"].as_array().unwrap();
    assert_eq!((&files[0]["type"], &files[0]["file_name"]), (&json!("CV"), &json!("cv.pdf")));
    assert!(files.iter().any(|file| file["file_name"] == "work.txt" && file["type"] == "OTHER"));
    assert!(files.iter().any(|file| file["file_name"] == "letter.txt" && file["type"] == "COVER_LETTER"));
    let shown = office.call("candidate_files", json!({ "id": card.candidate })).await;
    let letters = shown.as_array().unwrap().iter().filter(|file| file["is_cover_letter"] == true);
    assert_eq!(letters.map(|file| text(file, "name")).collect::<Vec<_>>(), ["letter.txt"]);
    assert!(files.iter().all(|file| file["data_url"].as_str().is_some_and(|url| !url.is_empty())));
    let one = office.call("get_candidate_attachments", json!({ "candidate_id": card.candidate })).await;
    assert_eq!(one["results"].as_array().unwrap().len(), 1, "the résumé alone");
}
