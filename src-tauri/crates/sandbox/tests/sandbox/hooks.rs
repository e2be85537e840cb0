//! Webhooks: what is told, how it is signed, and what happens when nobody takes it.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::common::{control, listing, now, refusal, results, world};
use samara_sandbox::{Delivery, World};

fn hook(world: &World, kind: &str) -> Value {
    let body =
        json!({ "webhookType": kind, "requestUrl": "http://127.0.0.1:9/hook", "secretToken": "secret" });
    results(world, "webhook.create", &body)
}

fn enabled(world: &World, hook: &Value) -> bool {
    let it = results(world, "webhook.info", &json!({ "webhookId": hook["id"] }));
    assert_eq!(it.get("secretToken"), None, "the secret is not told again");
    it["enabled"] == json!(true)
}

fn due(world: &World, seconds: i64) -> Vec<Delivery> {
    world.due_deliveries(now() + TimeDelta::seconds(seconds))
}

fn message(delivery: &Delivery) -> Value {
    serde_json::from_slice(&delivery.body).unwrap()
}

/// Takes the ping of a new webhook.
fn welcome(world: &World, status: Option<u16>) {
    let mut pings = due(world, 0);
    assert_eq!(pings.len(), 1);
    assert_eq!(message(&pings[0])["action"], json!("ping"));
    world.delivered(pings.remove(0), status, now());
}

#[test]
fn a_webhook_whose_ping_is_not_taken_is_switched_off() {
    let world = world(50);
    let it = hook(&world, "candidateDelete");
    assert_eq!((&it["enabled"], &it["secretToken"]), (&json!(true), &json!("secret")));
    welcome(&world, None);
    assert!(!enabled(&world, &it));
    let (candidates, _) = listing(&world, "candidate.list", &json!({}));
    let delete = |at: usize| {
        control(&world, &json!({ "op": "delete", "kind": "candidate", "id": candidates[at]["id"] }))
    };
    delete(0);
    assert_eq!(due(&world, 0), []);
    results(&world, "webhook.update", &json!({ "webhookId": it["id"], "enabled": true }));
    welcome(&world, Some(200));
    assert!(enabled(&world, &it));
    delete(1);
    let told = due(&world, 0);
    assert_eq!(message(&told[0])["data"], json!({ "candidate": { "id": candidates[1]["id"] } }));
    results(&world, "webhook.delete", &json!({ "webhookId": it["id"] }));
    delete(2);
    assert_eq!(due(&world, 0), []);
    assert_eq!(refusal(&world, "webhook.info", &json!({ "webhookId": it["id"] })), "webhook_not_found");
    let body = json!({ "webhookType": "jobCreate", "requestUrl": "http://a.example", "secretToken": "s" });
    assert_eq!(refusal(&world, "webhook.create", &body), "invalid_input");
}

#[test]
fn a_message_is_tried_later_and_later_with_the_same_id() {
    let world = world(100);
    hook(&world, "candidateStageChange");
    welcome(&world, Some(204));
    let (applications, _) = listing(&world, "application.list", &json!({}));
    let it = applications
        .iter()
        .find(|it| it["currentInterviewStage"]["type"] == json!("PreInterviewScreen"))
        .unwrap();
    let plan = &it["currentInterviewStage"]["interviewPlanId"];
    let stages = results(&world, "interviewStage.list", &json!({ "interviewPlanId": plan }));
    let stage = stages.as_array().unwrap().iter().find(|stage| stage["type"] == json!("Active")).unwrap();
    let body = json!({ "applicationId": it["id"], "interviewStageId": stage["id"] });
    let moved = results(&world, "application.changeStage", &body);
    let mut tried = due(&world, 0);
    let first = message(&tried[0]);
    assert_eq!(first["data"]["application"], moved);
    assert!(tried[0].signature.starts_with("sha256=") && tried[0].signature.len() == 71);
    let mut at = 0;
    for delay in [10, 30, 70, 150, 310, 630, 1270, 2550, 5110] {
        world.delivered(tried.remove(0), Some(500), now() + TimeDelta::seconds(at));
        assert_eq!(due(&world, at + delay - 1), []);
        at += delay;
        tried = due(&world, at);
        assert_eq!(message(&tried[0])["webhookActionId"], first["webhookActionId"]);
    }
    world.delivered(tried.remove(0), None, now());
    assert_eq!(due(&world, 1_000_000), [], "ten attempts are all");

    let active = stages.as_array().unwrap().iter().rfind(|stage| stage["type"] == json!("Active")).unwrap();
    let body = json!({ "applicationId": it["id"], "interviewStageId": active["id"] });
    results(&world, "application.changeStage", &body);
    world.delivered(due(&world, 0).remove(0), Some(410), now());
    assert_eq!(due(&world, 1_000_000), [], "gone for good");
}

#[test]
fn a_hire_is_told_as_a_hire_an_update_and_a_move() {
    let world = world(200);
    for kind in ["candidateHire", "applicationUpdate", "candidateStageChange", "candidateMerge"] {
        hook(&world, kind);
        welcome(&world, Some(200));
    }
    let (applications, _) = listing(&world, "application.list", &json!({}));
    let it = applications.iter().find(|it| it["status"] == json!("Active")).unwrap();
    let plan = &it["currentInterviewStage"]["interviewPlanId"];
    let stages = results(&world, "interviewStage.list", &json!({ "interviewPlanId": plan }));
    let hired = stages.as_array().unwrap().iter().find(|stage| stage["type"] == json!("Hired")).unwrap();
    control(
        &world,
        &json!({ "op": "move_application", "application_id": it["id"], "stage_id": hired["id"] }),
    );
    let actions: Vec<Value> = due(&world, 0).iter().map(|it| message(it)["action"].clone()).collect();
    assert_eq!(json!(actions), json!(["candidateHire", "applicationUpdate", "candidateStageChange"]));
    let (from, into) = (&applications[0]["candidate"]["id"], &applications[9]["candidate"]["id"]);
    control(&world, &json!({ "op": "merge_candidates", "from": from, "into": into }));
    let merge = json!({ "deletedCandidate": { "id": from }, "mergedCandidate": { "id": into } });
    assert_eq!(message(&due(&world, 0)[0])["data"], merge);
}
