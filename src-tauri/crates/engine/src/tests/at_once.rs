//! What is asked for at the same moment is kept one wish after another, each on what the one before it shows.

use serde_json::json;
use tokio::join;

use super::Office;
use crate::Code;

#[tokio::test(flavor = "multi_thread")]
async fn two_moves_of_one_card_follow_each_other() {
    let office = Office::open().await;
    let card = office.movable().await;
    let (first, second) =
        join!(office.start_move(&card.id, &card.to[0]), office.start_move(&card.id, &card.to[1]));
    office.send(30).await;
    for intent in [&first, &second] {
        assert_eq!(office.intent(intent).await["state"], "done", "nobody else moved: no conflict");
    }
    assert_eq!(office.carried_out(), 2);
    let rows = office.rows("ats_applications").await;
    assert_eq!(rows.iter().find(|row| row["id"] == *card.id).unwrap()["current_stage_id"], *card.to[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_like_gestures_one_is_kept() {
    let office = Office::open().await;
    let card = office.movable().await;
    let stage = json!({ "application_id": card.id, "stage_id": card.to[0] });
    let many = json!({ "action": "move_application_to_stage", "inputs": [stage] });
    let (one, other) =
        join!(office.try_call("move_application_to_stage", stage), office.try_call("act_many", many));
    assert!(one.is_ok());
    assert_eq!(other.unwrap_err().code, Code::AlreadySo);
    office.send(30).await;
    assert_eq!(office.carried_out(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_back_twice_goes_back_once() {
    let office = Office::open().await;
    let card = office.movable().await;
    let intent = office.start_move(&card.id, &card.to[0]).await;
    office.send(30).await;
    let back = || office.try_call("undo", json!({ "intent_id": intent }));
    let (one, other) = join!(back(), back());
    assert!(one.is_ok());
    assert_eq!(other.unwrap_err().code, Code::InputInvalid);
    office.send(30).await;
    assert_eq!(office.carried_out(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_being_kept_is_what_was_done_last() {
    let office = Office::open().await;
    let card = office.movable().await;
    office.start_move(&card.id, &card.to[0]).await;
    let (intent, undone) =
        join!(office.start_move(&card.id, &card.to[1]), office.call("undo_last", json!({})));
    assert_eq!(undone["intent_id"], *intent);
    office.send(30).await;
    let rows = office.rows("ats_applications").await;
    assert_eq!(rows.iter().find(|row| row["id"] == *card.id).unwrap()["current_stage_id"], *card.to[0]);
}
