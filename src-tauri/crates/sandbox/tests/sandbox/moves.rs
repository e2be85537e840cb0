//! `application.changeStage`: what it does, and what it will not.

use serde_json::{Value, json};

use crate::common::{call, control, listing, refusal, results, world};
use samara_sandbox::World;

/// A live application in its first interview stage or before, and the stages of its plan.
fn candidate_for_a_move(world: &World) -> (Value, Vec<Value>) {
    let (applications, _) = listing(world, "application.list", &json!({ "status": "Active" }));
    let application = applications
        .into_iter()
        .find(|it| it["currentInterviewStage"]["type"] == json!("PreInterviewScreen"))
        .unwrap();
    let plan = &application["currentInterviewStage"]["interviewPlanId"];
    let stages = results(world, "interviewStage.list", &json!({ "interviewPlanId": plan }));
    (application, stages.as_array().unwrap().clone())
}

fn stage_of_type<'a>(stages: &'a [Value], kind: &str) -> &'a Value {
    stages.iter().find(|stage| stage["type"] == json!(kind)).unwrap()
}

fn history(world: &World, application: &Value) -> Vec<Value> {
    let (items, token) =
        listing(world, "application.listHistory", &json!({ "applicationId": application["id"] }));
    assert_eq!(token, None, "histories have no sync token");
    items
}

#[test]
fn a_move_shows_everywhere() {
    let world = world(200);
    let (application, stages) = candidate_for_a_move(&world);
    let (_, token) = listing(&world, "application.list", &json!({}));
    let before = history(&world, &application);
    for (kind, status) in [("Active", "Active"), ("Offer", "Active"), ("Hired", "Hired"), ("Lead", "Lead")] {
        let stage = stage_of_type(&stages, kind);
        let body = json!({ "applicationId": application["id"], "interviewStageId": stage["id"] });
        let moved = results(&world, "application.changeStage", &body);
        assert_eq!(moved["currentInterviewStage"], *stage);
        assert_eq!(moved["status"], json!(status));
        assert!(moved["updatedAt"].as_str() >= Some("2026-11-23T09:00:00.000Z"));
    }
    let after = history(&world, &application);
    assert_eq!(after.len(), before.len() + 4);
    for (number, pair) in after.windows(2).enumerate() {
        assert_eq!(pair[0]["leftStageAt"], pair[1]["enteredStageAt"]);
        assert_eq!(pair[0]["stageNumber"], json!(number));
    }
    assert!(after.last().unwrap()["leftStageAt"].is_null());
    let (delta, _) = listing(&world, "application.list", &json!({ "syncToken": token }));
    assert_eq!(delta.len(), 1);
    assert_eq!(delta[0]["id"], application["id"]);
}

#[test]
fn archiving_needs_a_reason_and_nothing_else_takes_one() {
    let world = world(200);
    let (application, stages) = candidate_for_a_move(&world);
    let reasons = results(&world, "archiveReason.list", &json!({ "includeArchived": true }));
    let reason = reasons.as_array().unwrap().iter().find(|it| it["isArchived"] == json!(false)).unwrap();
    let retired = reasons.as_array().unwrap().iter().find(|it| it["isArchived"] == json!(true)).unwrap();
    let (archive, active) = (stage_of_type(&stages, "Archived"), stage_of_type(&stages, "Active"));
    let body = |stage: &Value, reason: Option<&Value>| {
        let mut body = json!({ "applicationId": application["id"], "interviewStageId": stage["id"] });
        if let Some(reason) = reason {
            body["archiveReasonId"] = reason.clone();
        }
        body
    };
    let unknown = json!("3ae2b801-19f6-41ef-ad28-214bd731948f");
    let call_ = "application.changeStage";
    assert_eq!(refusal(&world, call_, &body(archive, None)), "invalid_input");
    assert_eq!(refusal(&world, call_, &body(active, Some(&reason["id"]))), "invalid_input");
    assert_eq!(refusal(&world, call_, &body(archive, Some(&unknown))), "archive_reason_not_found");
    assert_eq!(refusal(&world, call_, &body(archive, Some(&retired["id"]))), "archive_reason_not_found");
    assert_eq!(history(&world, &application).last().unwrap()["leftStageAt"], Value::Null);

    let archived = results(&world, call_, &body(archive, Some(&reason["id"])));
    assert_eq!(archived["status"], json!("Archived"));
    assert_eq!(archived["archiveReason"]["text"], reason["text"]);
    assert_eq!(archived["archivedAt"], archived["updatedAt"]);
    let back = results(&world, call_, &body(active, None));
    assert_eq!(back["status"], json!("Active"));
    assert!(back["archiveReason"].is_null() && back["archivedAt"].is_null());
}

#[test]
fn mail_goes_with_an_existing_template_only() {
    let world = world(200);
    let (application, stages) = candidate_for_a_move(&world);
    let reason = results(&world, "archiveReason.list", &json!({}))[0]["id"].clone();
    let body = json!({
        "applicationId": application["id"], "interviewStageId": stage_of_type(&stages, "Archived")["id"],
        "archiveReasonId": reason,
        "archiveEmail": { "communicationTemplateId": "3ae2b801-19f6-41ef-ad28-214bd731948f" },
    });
    let code = refusal(&world, "application.changeStage", &body);
    let mailable = !application["candidate"]["primaryEmailAddress"].is_null();
    assert_eq!(code, if mailable { "communication_template_not_found" } else { "invalid_input" });
    let after = results(&world, "application.info", &json!({ "applicationId": application["id"] }));
    assert_eq!(after["status"], application["status"]);
}

#[test]
fn what_cannot_be_found_is_named() {
    let world = world(200);
    let (application, stages) = candidate_for_a_move(&world);
    let unknown = "3ae2b801-19f6-41ef-ad28-214bd731948f";
    let stage = stage_of_type(&stages, "Active");
    let plans = results(&world, "interviewPlan.list", &json!({}));
    let other_plan = plans
        .as_array()
        .unwrap()
        .iter()
        .find(|plan| plan["id"] != application["currentInterviewStage"]["interviewPlanId"])
        .unwrap();
    let foreign = results(&world, "interviewStage.list", &json!({ "interviewPlanId": other_plan["id"] }))[2]
        ["id"]
        .clone();
    let ask = |application: &Value, stage: &Value| {
        refusal(
            &world,
            "application.changeStage",
            &json!({ "applicationId": application, "interviewStageId": stage }),
        )
    };
    assert_eq!(ask(&json!(unknown), &stage["id"]), "application_not_found");
    assert_eq!(ask(&application["id"], &json!(unknown)), "interview_stage_not_found");
    assert_eq!(ask(&application["id"], &foreign), "invalid_input");
    assert_eq!(ask(&json!("no uuid"), &stage["id"]), "invalid_input");
    assert_eq!(ask(&application["id"], &Value::Null), "invalid_input");
    for (endpoint, body, code) in [
        ("candidate.info", json!({ "id": unknown }), "candidate_not_found"),
        ("candidate.info", json!({}), "invalid_input"),
        ("candidate.info", json!({ "externalMappingId": "hris-7" }), "candidate_not_found"),
        ("candidate.search", json!({}), "invalid_input"),
        ("candidate.listNotes", json!({ "candidateId": unknown }), "candidate_not_found"),
        ("application.info", json!({ "applicationId": unknown }), "application_not_found"),
        ("application.info", json!({}), "invalid_input"),
        ("job.info", json!({ "id": unknown }), "job_not_found"),
        ("jobPosting.info", json!({ "jobPostingId": unknown }), "job_posting_not_found"),
        ("jobPosting.list", json!({ "jobBoardId": unknown }), "job_board_not_found"),
        ("interviewStage.list", json!({ "interviewPlanId": unknown }), "interview_plan_not_found"),
        ("file.info", json!({ "fileHandle": "fh_nothing" }), "file_not_found"),
    ] {
        assert_eq!(refusal(&world, endpoint, &body), code, "{endpoint} {body}");
    }
}

#[test]
fn moving_to_where_it_is_changes_nothing() {
    let world = world(200);
    let (application, _) = candidate_for_a_move(&world);
    let (_, token) = listing(&world, "application.list", &json!({}));
    let stage = &application["currentInterviewStage"]["id"];
    let body = json!({ "applicationId": application["id"], "interviewStageId": stage });
    assert_eq!(results(&world, "application.changeStage", &body), application);
    assert!(listing(&world, "application.list", &json!({ "syncToken": token })).0.is_empty());
}

#[test]
fn the_ledger_tells_how_often_a_move_was_sent() {
    let world = world(200);
    let (application, stages) = candidate_for_a_move(&world);
    let body = json!({ "applicationId": application["id"], "interviewStageId": stage_of_type(&stages, "Active")["id"] });
    call(&world, "application.changeStage", &body);
    call(&world, "application.changeStage", &json!({ "applicationId": application["id"] }));
    let report = control(&world, &json!({ "op": "requests" }));
    assert_eq!(report["written"], json!(2));
    assert_eq!(report["writes"][0]["input"], body);
    assert_eq!(report["writes"][0]["committed"], json!(true));
    assert_eq!(report["writes"][1]["refusal"], json!("invalid_input"));
    assert_eq!(report["endpoints"]["application.changeStage"]["requests"], json!(2));
}
