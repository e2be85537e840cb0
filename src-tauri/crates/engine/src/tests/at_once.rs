//! What is asked for at the same moment is kept one wish after another, each on what the one before it shows.

use serde_json::json;
use tokio::join;

use super::{Office, text};
use crate::desk::Options;
use crate::{Code, Desk, command};

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
async fn so_do_those_that_two_processes_ask_for() {
    let office = Office::open().await;
    let card = office.movable().await;
    let other = Desk::new(Options::new(office.place.path()), office.desk.ports.clone()).unwrap();
    other.open().unwrap();
    let input = json!({ "application_id": card.id, "stage_id": card.to[1] });
    let (first, second) = join!(
        office.start_move(&card.id, &card.to[0]),
        command::call(&other, "move_application_to_stage", input)
    );
    office.send(30).await;
    for intent in [first, text(&second.unwrap(), "intent_id")] {
        assert_eq!(office.intent(&intent).await["state"], "done", "nobody else moved: no conflict");
    }
    assert_eq!(office.carried_out(), 2);
}

#[tokio::test(start_paused = true)]
async fn whoever_does_not_let_go_of_the_turn_is_named() {
    let office = Office::open().await;
    let card = office.movable().await;
    let held = office.workspace().folder.try_turn().unwrap();
    assert!(held.is_some());
    let input = json!({ "application_id": card.id, "stage_id": card.to[0] });
    let refused = office.try_call("move_application_to_stage", input).await.unwrap_err();
    assert_eq!(refused.code, Code::Busy);
    drop(held);
    office.start_move(&card.id, &card.to[0]).await;
    office.send(30).await;
    assert_eq!(office.carried_out(), 1);
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
