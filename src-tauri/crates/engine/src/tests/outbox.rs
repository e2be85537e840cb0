use serde_json::json;

use super::{Office, text};

#[tokio::test(start_paused = true)]
async fn a_move_whose_answer_was_lost_is_not_sent_again_wherever_it_went_from_there() {
    for back in [true, false] {
        let office = Office::open().await;
        let card = office.movable().await;
        office.lose_next_reply();
        let intent = office.start_move(&card.id, &card.to[0]).await;
        office.send(0).await;
        assert_eq!(office.intent(&intent).await["state"], "waiting");
        let next = if back { &card.from } else { &card.to[1] };
        office.colleague_moves(&card, next).await;
        office.send(30).await;
        let row = office.intent(&intent).await;
        assert_eq!((&row["state"], office.carried_out()), (&json!("done"), 1));
        assert_eq!(row["warnings"].as_array().unwrap().len(), 1, "{row}");
        let page = office.call("candidate", json!({ "id": card.candidate })).await;
        let shown = page["applications"].as_array().unwrap().iter().find(|view| view["id"] == *card.id);
        assert_eq!(shown.unwrap()["stage"]["id"], **next);
    }
}

#[tokio::test(start_paused = true)]
async fn what_may_have_arrived_is_never_told_to_have_failed() {
    let office = Office::open().await;
    let card = office.movable().await;
    office.lose_next_reply();
    let intent = office.start_move(&card.id, &card.to[0]).await;
    office.send(0).await;
    office.control(&json!({ "op": "revoke_key" }));
    office.send(30).await;
    let row = office.intent(&intent).await;
    assert_eq!(row["state"], "unconfirmed");
    assert_eq!(row["failure"]["code"], "INTEGRATION.AUTHENTICATION_INVALID");
    office.control(&json!({ "op": "restore_key" }));
    office.call("retry", json!({ "intent_id": intent })).await;
    office.send(30).await;
    assert_eq!((&office.intent(&intent).await["state"], office.carried_out()), (&json!("done"), 1));
}

#[tokio::test(start_paused = true)]
async fn a_move_that_was_tried_can_not_be_called_off_as_if_it_never_was() {
    let office = Office::open().await;
    let card = office.movable().await;
    office.lose_next_reply();
    let intent = office.start_move(&card.id, &card.to[0]).await;
    office.send(0).await;
    let back = office.call("undo", json!({ "intent_id": intent })).await;
    assert_ne!(back["intent_id"], *intent, "the opposite move is sent");
    assert_eq!(back["undoes"], json!([intent]));
    office.send(30).await;
    assert_eq!(office.carried_out(), 2);
    let row = office.rows("ats_applications").await.into_iter().find(|row| row["id"] == *card.id).unwrap();
    assert_eq!(row["current_stage_id"], *card.from);
}

#[tokio::test(start_paused = true)]
async fn without_the_first_of_two_moves_the_second_begins_where_the_first_did() {
    for call_off in ["undo", "discard"] {
        let office = Office::open().await;
        let card = office.movable().await;
        let first = office.start_move(&card.id, &card.to[0]).await;
        let second = office.start_move(&card.id, &card.to[1]).await;
        office.call(call_off, json!({ "intent_id": first })).await;
        office.send(30).await;
        assert_eq!(office.intent(&first).await["state"], "cancelled");
        assert_eq!(office.intent(&second).await["state"], "done", "nobody else moved: no conflict");
        assert_eq!(office.carried_out(), 1);
        office.call("undo", json!({ "intent_id": second })).await;
        office.send(30).await;
        let rows = office.rows("ats_applications").await;
        assert_eq!(rows.iter().find(|row| row["id"] == *card.id).unwrap()["current_stage_id"], *card.from);
    }
}

#[tokio::test(start_paused = true)]
async fn a_card_somebody_moved_on_is_not_dragged_back() {
    let office = Office::open().await;
    let card = office.movable().await;
    let intent = office.start_move(&card.id, &card.to[0]).await;
    office.send(30).await;
    office.colleague_moves(&card, &card.to[1]).await;
    office.sync().await;
    let refused = office.try_call("undo", json!({ "intent_id": intent })).await.unwrap_err();
    assert_eq!(refused.code.as_str(), "PLATFORM.INPUT_INVALID");
    assert_eq!(office.carried_out(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_conflict_waits_for_a_person_and_shows_both_sides() {
    for mine in [true, false] {
        let office = Office::open().await;
        let card = office.movable().await;
        office.colleague_moves(&card, &card.to[1]).await;
        let intent = office.start_move(&card.id, &card.to[0]).await;
        office.send(30).await;
        let row = office.intent(&intent).await;
        assert_eq!((&row["state"], office.carried_out()), (&json!("conflict"), 0));
        assert_eq!(row["conflict"]["theirs"]["id"], *card.to[1]);
        assert_eq!(row["conflict"]["yours"]["id"], *card.to[0]);
        let choice = if mine { "mine" } else { "theirs" };
        office.call("decide", json!({ "intent_id": intent, "choice": choice })).await;
        office.send(30).await;
        assert_eq!(office.carried_out(), usize::from(mine));
        let state = if mine { "done" } else { "cancelled" };
        assert_eq!(office.intent(&intent).await["state"], state);
    }
}

#[tokio::test(start_paused = true)]
async fn an_undo_that_was_called_off_can_be_asked_for_again() {
    let office = Office::open().await;
    let card = office.movable().await;
    let intent = office.start_move(&card.id, &card.to[0]).await;
    office.send(30).await;
    let undo = text(&office.call("undo", json!({ "intent_id": intent })).await, "intent_id");
    assert!(office.try_call("undo", json!({ "intent_id": intent })).await.is_err(), "once is enough");
    office.call("discard", json!({ "intent_id": undo })).await;
    office.call("undo", json!({ "intent_id": intent })).await;
    office.send(30).await;
    assert_eq!(office.carried_out(), 2);
}

#[tokio::test(start_paused = true)]
async fn offline_it_waits_and_then_goes_once() {
    let office = Office::open().await;
    let card = office.movable().await;
    office.control(&json!({ "op": "faults", "faults": ["reset"] }));
    let intent = office.start_move(&card.id, &card.to[0]).await;
    office.send(600).await;
    let row = office.intent(&intent).await;
    assert_eq!(
        (&row["state"], &row["failure"]["code"]),
        (&json!("waiting"), &json!("REMOTE.SERVICE_UNAVAILABLE"))
    );
    assert!(office.call("sync_status", json!({})).await["offline_since"].is_string());
    office.control(&json!({ "op": "faults", "faults": [] }));
    office.send(60).await;
    assert_eq!((&office.intent(&intent).await["state"], office.carried_out()), (&json!("done"), 1));
    assert!(office.call("sync_status", json!({})).await["offline_since"].is_null());
}
