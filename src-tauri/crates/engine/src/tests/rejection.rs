//! Rejections: their reason, and what stands in their way.

use serde_json::json;

use super::{Office, text};

#[tokio::test(start_paused = true)]
async fn a_rejection_stands_with_its_reason_and_can_be_taken_back() {
    let office = Office::open().await;
    let card = office.movable().await;
    let reason = office.reason().await;
    let input = json!({ "application_id": card.id, "rejection_reason_id": reason });
    let intent = office.act("reject_application", &input).await;
    let page = office.page(&card).await;
    let shown = page["applications"].as_array().unwrap().iter().find(|view| view["id"] == *card.id).unwrap();
    assert_eq!((&shown["outcome"], &shown["stage"]["kind"]), (&json!("DECLINED"), &json!("Archived")));
    let again = office.act("reject_application", &input).await;
    assert_eq!(office.carried_out(), 1, "{again}");
    assert_eq!(again["warnings"].as_array().unwrap().len(), 1);
    let other = office.call("rejection_reasons", json!({})).await[1]["id"].clone();
    let corrected = json!({ "application_id": card.id, "rejection_reason_id": other });
    let names = async || {
        let page = office.page(&card).await;
        let shown = page["applications"].as_array().unwrap().iter().find(|view| view["id"] == *card.id);
        shown.unwrap()["reason"].clone()
    };
    let before = names().await;
    let correction = office.act("reject_application", &corrected).await;
    assert_eq!(
        (&correction["state"], office.carried_out()),
        (&json!("done"), 2),
        "another reason is told to Ashby"
    );
    assert_ne!(names().await, before);
    office.call("undo", json!({ "intent_id": correction["id"] })).await;
    office.send(60).await;
    assert_eq!((names().await, office.carried_out()), (before, 3), "the reason there was is given back");
    office.call("undo", json!({ "intent_id": intent["id"] })).await;
    office.send(60).await;
    let row = office.rows("ats_applications").await.into_iter().find(|row| row["id"] == *card.id).unwrap();
    assert_eq!(row["current_stage_id"], *card.from);
}

#[tokio::test(start_paused = true)]
async fn a_colleague_is_not_overruled_by_a_rejection() {
    let office = Office::open().await;
    let card = office.movable().await;
    office.colleague_moves(&card, &card.to[1]).await;
    let input =
        json!({ "application_id": card.id, "rejection_reason_id": office.reason().await, "note": "No." });
    let intent = office.act("reject_application", &input).await;
    assert_eq!((&intent["state"], office.carried_out(), office.made("notes")), (&json!("conflict"), 0, 0));
    office.call("decide", json!({ "intent_id": intent["id"], "choice": "mine" })).await;
    office.send(60).await;
    assert_eq!((office.carried_out(), office.made("notes")), (2, 1), "the stage change and the note");
}

#[tokio::test(start_paused = true)]
async fn another_reason_whose_answer_was_lost_is_given_once_and_not_over_one_given_since() {
    for since in [false, true] {
        let office = Office::open().await;
        let card = office.movable().await;
        let reasons = office.call("rejection_reasons", json!({})).await;
        let input =
            |at: usize| json!({ "application_id": card.id, "rejection_reason_id": reasons[at]["id"] });
        office.act("reject_application", &input(0)).await;
        office.lose_next_reply();
        let intent = text(&office.call("reject_application", input(1)).await, "intent_id");
        office.send(0).await;
        assert_eq!(office.intent(&intent).await["state"], "waiting");
        if since {
            let there = office.rows("ats_rejection_reasons").await;
            let reason = there.iter().find(|row| row["id"] == reasons[2]["id"]).unwrap();
            let rows = office.rows("ats_applications").await;
            let here = rows.iter().find(|row| row["id"] == *card.id).unwrap();
            let stage = office.remote_stage(&text(here, "current_stage_id")).await;
            office.control(&json!({
                "op": "move_application", "application_id": card.remote_id, "stage_id": stage,
                "archive_reason_id": reason["remote_id"],
            }));
        }
        office.send(30).await;
        let row = office.intent(&intent).await;
        assert_eq!(office.carried_out(), 2, "{row}");
        assert_eq!(row["state"], if since { "conflict" } else { "done" });
        if since {
            let sides = (&row["conflict"]["theirs"]["name"], &row["conflict"]["yours"]["name"]);
            assert_eq!(sides, (&reasons[2]["name"], &reasons[1]["name"]));
        }
    }
}
