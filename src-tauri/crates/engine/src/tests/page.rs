use serde_json::{Value, json};

use super::{Office, text};

async fn views(office: &Office) -> Vec<Value> {
    let mut views = Vec::new();
    for row in office.rows("ats_candidates").await {
        let page = office.call("candidate", json!({ "id": row["id"] })).await;
        views.extend(page["applications"].as_array().unwrap().clone());
    }
    views
}

#[tokio::test(start_paused = true)]
async fn each_application_stands_at_one_step_behind_those_it_has_passed() {
    let office = Office::open().await;
    let views = views(&office).await;
    assert_eq!(views.len(), office.rows("ats_applications").await.len());
    for view in &views {
        let steps = view["steps"].as_array().unwrap();
        let here: Vec<usize> = (0..steps.len()).filter(|at| steps[*at]["state"] == "current").collect();
        assert_eq!(here.len(), 1, "{view}");
        assert_eq!(steps[here[0]]["stage"], view["stage"]);
        for step in steps {
            let ending = step["stage"]["kind"] == "Hired" || step["stage"]["kind"] == "Archived";
            assert!(!ending || step["state"] == "current", "an ending is a step only where it is reached");
        }
        let ended =
            steps[here[0]]["stage"]["kind"] == "Hired" || steps[here[0]]["stage"]["kind"] == "Archived";
        if !ended {
            assert!(steps[..here[0]].iter().all(|step| step["state"] == "past"), "{view}");
        }
    }
    assert!(views.iter().any(|view| view["history_known"] == true), "live ones are read ahead");
}

#[tokio::test(start_paused = true)]
async fn a_pending_move_is_the_step_it_leads_to() {
    let office = Office::open().await;
    let card = office.movable().await;
    let intent = office.start_move(&card.id, &card.to[0]).await;
    let page = office.call("candidate", json!({ "id": card.candidate })).await;
    let view = page["applications"].as_array().unwrap().iter().find(|view| view["id"] == *card.id).unwrap();
    assert_eq!(view["stage"]["id"], *card.to[0]);
    assert_eq!(view["pending"]["intent_id"], *intent);
    let here = view["steps"].as_array().unwrap().iter().find(|step| step["state"] == "current").unwrap();
    assert_eq!((&here["stage"]["id"], &here["days"]), (&json!(card.to[0]), &json!(0)));
}

#[tokio::test(start_paused = true)]
async fn opening_a_candidate_brings_notes_and_history() {
    let office = Office::open().await;
    let card = office.movable().await;
    let input = json!({ "id": card.candidate });
    let before = office.call("candidate_notes", input.clone()).await["fetched_at"].clone();
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    office.call("candidate_refresh", input.clone()).await;
    let notes = office.call("candidate_notes", input.clone()).await;
    let world = office.rows("ats_candidates").await;
    let remote = text(world.iter().find(|row| row["id"] == *card.candidate).unwrap(), "remote_id");
    let there = office.control(&json!({ "op": "candidate", "id": remote }));
    assert_eq!(notes["notes"].as_array().unwrap().len(), there["notes"].as_array().unwrap().len());
    assert!(notes["fetched_at"].is_string() && notes["fetched_at"] != before, "they are read anew");
    let page = office.call("candidate", input).await;
    assert!(page["applications"].as_array().unwrap().iter().all(|view| view["history_known"] == true));
    assert!(office.try_call("candidate", json!({ "id": "nobody" })).await.is_err());
}
