//! The hand behind the scenes.

use serde_json::json;

use crate::common::{call, control, ids, listing, now, refusal, results, world};

#[test]
fn a_move_behind_the_clients_back_is_seen_with_its_actor() {
    let world = world(200);
    let (applications, token) = listing(&world, "application.list", &json!({}));
    let it = applications.iter().find(|it| it["status"] == json!("Active")).unwrap();
    let plan = &it["currentInterviewStage"]["interviewPlanId"];
    let stages = results(&world, "interviewStage.list", &json!({ "interviewPlanId": plan }));
    let hired = stages.as_array().unwrap().iter().find(|stage| stage["type"] == json!("Hired")).unwrap();
    let actor = results(&world, "user.list", &json!({}))[4]["id"].clone();
    control(
        &world,
        &json!({ "op": "move_application", "application_id": it["id"], "stage_id": hired["id"], "actor_id": actor }),
    );
    let full = control(&world, &json!({ "op": "application", "id": it["id"] }));
    assert_eq!(full["status"], json!("Hired"));
    assert_eq!(full["applicationHistory"].as_array().unwrap().last().unwrap()["actorId"], actor);
    assert_eq!(
        ids(&listing(&world, "application.list", &json!({ "syncToken": token })).0),
        ids(std::slice::from_ref(it))
    );
    let report = control(&world, &json!({ "op": "requests" }));
    assert_eq!(report["written"], json!(0), "the ledger counts what clients send");
}

#[test]
fn a_merge_carries_applications_and_notes_to_the_survivor() {
    let world = world(300);
    let (candidates, token) = listing(&world, "candidate.list", &json!({}));
    let (from, into) = (&candidates[10], &candidates[20]);
    let notes = |candidate: &serde_json::Value| {
        results(&world, "candidate.listNotes", &json!({ "candidateId": candidate["id"] }))
            .as_array()
            .unwrap()
            .len()
    };
    let together = notes(from) + notes(into);
    control(&world, &json!({ "op": "merge_candidates", "from": from["id"], "into": into["id"] }));
    assert_eq!(refusal(&world, "candidate.info", &json!({ "id": from["id"] })), "candidate_not_found");
    let survivor = results(&world, "candidate.info", &json!({ "id": into["id"] }));
    for application in from["applicationIds"].as_array().unwrap() {
        assert!(survivor["applicationIds"].as_array().unwrap().contains(application));
        let moved = results(&world, "application.info", &json!({ "applicationId": application }));
        assert_eq!(moved["candidate"]["id"], into["id"]);
    }
    assert_eq!(notes(into), together);
    for file in from["fileHandles"].as_array().unwrap() {
        assert!(survivor["fileHandles"].as_array().unwrap().contains(file));
        results(&world, "file.info", &json!({ "fileHandle": file["handle"] }));
    }
    let (delta, _) = listing(&world, "candidate.list", &json!({ "syncToken": token }));
    assert_eq!(ids(&delta), ids(std::slice::from_ref(into)), "the loser just stops appearing");
    let fate = control(&world, &json!({ "op": "candidate", "id": from["id"] }));
    assert_eq!(fate, json!({ "gone": "merged", "into": into["id"] }));
}

#[test]
fn an_added_candidate_can_be_listed_found_and_moved() {
    let world = world(100);
    let added = control(&world, &json!({ "op": "add_candidate", "name": "Nova Lindqvist" }));
    let found = results(&world, "candidate.search", &json!({ "name": "nova lind" }));
    assert_eq!(found[0], added["candidate"]);
    assert_eq!(found[0]["applicationIds"], json!([added["application_id"]]));
    let (applications, _) = listing(&world, "application.list", &json!({}));
    assert_eq!(json!(applications.last().unwrap()["id"]), added["application_id"]);
    assert!(
        results(&world, "candidate.listNotes", &json!({ "candidateId": added["candidate"]["id"] }))
            .is_array()
    );
}

#[test]
fn a_malformed_record_comes_once() {
    let world = world(100);
    control(&world, &json!({ "op": "malform", "endpoint": "candidate.list" }));
    call(&world, "job.list", &json!({}));
    let broken = call(&world, "candidate.list", &json!({}));
    let odd = |page: &serde_json::Value| {
        page["results"].as_array().unwrap().iter().filter(|it| it["id"] == json!(17)).count()
    };
    assert_eq!(odd(&broken), 1);
    assert_eq!(odd(&call(&world, "candidate.list", &json!({}))), 0);
    control(&world, &json!({ "op": "malform", "endpoint": "job.list", "field": "title" }));
    let jobs = call(&world, "job.list", &json!({}));
    assert_eq!(jobs["results"].as_array().unwrap().iter().filter(|it| it["title"].is_object()).count(), 1);
}

#[test]
fn nonsense_is_refused_by_name() {
    let world = world(50);
    for (operation, word) in [
        (json!({}), "op"),
        (json!({ "op": "fly" }), "fly"),
        (json!({ "op": "edit_candidate" }), "candidate_id"),
        (json!({ "op": "delete_candidate", "candidate_id": "x" }), "no such candidate"),
        (json!({ "op": "move_application", "application_id": "x", "stage_id": "y" }), "no such application"),
        (json!({ "op": "application", "id": "x" }), "no such application"),
        (json!({ "op": "clock" }), "advance_seconds"),
    ] {
        let message = world.control(&operation, now()).unwrap_err();
        assert!(message.contains(word), "{operation}: {message}");
    }
}
