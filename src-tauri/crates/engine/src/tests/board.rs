use std::collections::HashMap;

use serde_json::{Value, json};

use super::{Movable, Office, text};

async fn board(office: &Office, job: &str) -> Value {
    office.call("board", json!({ "job_id": job })).await
}

fn counts(board: &Value) -> HashMap<String, u64> {
    let columns = board["columns"].as_array().unwrap();
    columns.iter().map(|column| (text(&column["stage"], "id"), column["count"].as_u64().unwrap())).collect()
}

async fn cards(office: &Office, card: &Movable, stage: &str, offset: u64, limit: u64) -> Value {
    let input = json!({ "job_id": card.job, "stage_id": stage, "offset": offset, "limit": limit });
    office.call("board_cards", input).await
}

#[tokio::test(start_paused = true)]
async fn a_move_is_counted_where_it_goes_from_the_moment_it_is_asked_for() {
    let office = Office::open().await;
    let card = office.movable().await;
    let before = counts(&board(&office, &card.job).await);
    let to = card.to.iter().find(|stage| before.contains_key(*stage)).unwrap();
    let intent = office.start_move(&card.id, to).await;

    let moved = |from: u64, to_count: u64| {
        let mut counts = before.clone();
        counts.insert(card.from.clone(), from);
        counts.insert(to.clone(), to_count);
        counts
    };
    let after = moved(before[&card.from] - 1, before[to] + 1);
    let shown = board(&office, &card.job).await;
    assert_eq!(counts(&shown), after);
    assert_eq!(shown["total"], before.values().sum::<u64>());
    let page = cards(&office, &card, to, 0, 100).await;
    assert_eq!(page["rows"][0]["application_id"], *card.id, "the newest arrival");
    assert_eq!(page["rows"][0]["pending"]["intent_id"], *intent);
    assert_eq!(
        (&page["total"], page["rows"].as_array().unwrap().len()),
        (&json!(after[to]), after[to] as usize)
    );
    let left = cards(&office, &card, &card.from, 0, 100).await;
    assert!(left["rows"].as_array().unwrap().iter().all(|row| row["application_id"] != *card.id));

    office.send(30).await;
    assert_eq!(counts(&board(&office, &card.job).await), after);
    let page = cards(&office, &card, to, 0, 100).await;
    let arrived = page["rows"].as_array().unwrap().iter().find(|row| row["application_id"] == *card.id);
    assert!(arrived.unwrap()["pending"].is_null());
}

#[tokio::test(start_paused = true)]
async fn a_move_called_off_leaves_no_trace_on_the_board() {
    let office = Office::open().await;
    let card = office.movable().await;
    let before = board(&office, &card.job).await;
    let intent = office.start_move(&card.id, &card.to[0]).await;
    office.call("discard", json!({ "intent_id": intent })).await;
    assert_eq!(board(&office, &card.job).await, before);
}

#[tokio::test(start_paused = true)]
async fn windows_of_a_column_show_each_card_once_also_those_that_are_pending() {
    let office = Office::open().await;
    let card = office.movable().await;
    let to = card.to[0].clone();
    let mut moved = 0;
    for row in office.rows("ats_applications").await {
        let input = json!({ "application_id": row["id"], "stage_id": to });
        if row["job_id"] == *card.job
            && moved < 3
            && office.try_call("move_application_to_stage", input).await.is_ok()
        {
            moved += 1;
        }
    }
    assert!(moved >= 1);
    let whole = cards(&office, &card, &to, 0, 100).await;
    let total = whole["total"].as_u64().unwrap();
    let mut windows = Vec::new();
    for offset in (0..total).step_by(2) {
        let page = cards(&office, &card, &to, offset, 2).await;
        assert_eq!(page["total"], total);
        windows.extend(page["rows"].as_array().unwrap().clone());
    }
    assert_eq!(windows, *whole["rows"].as_array().unwrap());
    let mut ids: Vec<String> = windows.iter().map(|row| text(row, "application_id")).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len() as u64, total);
}

#[tokio::test(start_paused = true)]
async fn where_a_card_may_not_go_is_said_before_it_is_tried() {
    let office = Office::open().await;
    let card = office.movable().await;
    let targets = office.call("move_targets", json!({ "application_id": card.id })).await;
    for target in targets.as_array().unwrap() {
        let archived = target["stage"]["kind"] == "Archived";
        let here = target["stage"]["id"] == *card.from;
        assert_eq!(target["current"], here);
        assert_eq!(target["refusal"].is_string(), archived || here, "{target}");
        if target["refusal"].is_string() {
            let input = json!({ "application_id": card.id, "stage_id": target["stage"]["id"] });
            let refused = office.try_call("move_application_to_stage", input).await.unwrap_err();
            let code = if here { "OUTBOX.ALREADY_SO" } else { "PLATFORM.INPUT_INVALID" };
            assert_eq!(refused.code.as_str(), code);
        }
    }
    assert_eq!(
        office.call("activity", json!({ "filter": "open", "offset": 0, "limit": 10 })).await["total"],
        0
    );
}

#[tokio::test(start_paused = true)]
async fn a_pending_move_of_an_application_that_is_gone_is_on_no_board() {
    let office = Office::open().await;
    let card = office.movable().await;
    let before = counts(&board(&office, &card.job).await);
    office.start_move(&card.id, &card.to[0]).await;
    let id = samara_unified::Id::parse(&card.id).unwrap();
    let now = office.workspace().now();
    let gone = move |tx: &samara_store::MirrorTx<'_>| tx.remove_row("ats_applications", id.as_str(), &now);
    assert!(office.workspace().write_mirror(gone).await.unwrap() > 0);
    let mut after = before.clone();
    after.insert(card.from.clone(), before[&card.from] - 1);
    assert_eq!(counts(&board(&office, &card.job).await), after);
}

/// All cards of a board under a filter.
async fn shown(office: &Office, job: &str, filter: &Value) -> Vec<Value> {
    let board = office.call("board", json!({ "job_id": job, "filter": filter })).await;
    let mut rows = Vec::new();
    for column in board["columns"].as_array().unwrap() {
        let stage = text(&column["stage"], "id");
        let input = json!({ "job_id": job, "stage_id": stage, "offset": 0, "limit": 100, "filter": filter });
        let page = office.call("board_cards", input).await;
        assert_eq!(page["total"], column["count"], "a column counts what it shows");
        assert_eq!(page["rows"].as_array().unwrap().len() as u64, column["count"].as_u64().unwrap());
        rows.extend(page["rows"].as_array().unwrap().clone());
    }
    assert_eq!(board["total"], rows.len());
    rows
}

#[tokio::test(start_paused = true)]
async fn a_filter_shows_and_counts_those_it_lets_through_and_no_one_else() {
    let office = Office::open().await;
    let card = office.movable().await;
    office.start_move(&card.id, &card.to[0]).await;
    let all = shown(&office, &card.job, &Value::Null).await;
    let names = office.call("board_filters", json!({ "job_id": card.job })).await;
    let source = text(&names["sources"][0], "name");
    let tag = text(&names["tags"][0], "name");
    let has = |row: &Value| row["tags"].as_array().unwrap().contains(&json!(tag));
    let ids = |rows: Vec<Value>| {
        let mut ids: Vec<String> = rows.iter().map(|row| text(row, "application_id")).collect();
        ids.sort_unstable();
        ids
    };
    let those =
        |passes: &dyn Fn(&Value) -> bool| ids(all.iter().filter(|row| passes(row)).cloned().collect());
    for (filter, wanted) in [
        (json!({ "sources": [source] }), those(&|row| row["source"].as_str().unwrap_or_default() == source)),
        (json!({ "tags": [tag] }), those(&has)),
        (json!({ "without_tags": [tag] }), those(&|row| !has(row))),
        (json!({ "credited_to": [""] }), those(&|row| row["credited_to"].is_null())),
        (json!({ "min_days": 3 }), those(&|row| row["days"].as_i64().is_some_and(|days| days >= 3))),
    ] {
        assert_eq!(ids(shown(&office, &card.job, &filter).await), wanted, "{filter}");
    }
    assert!(!those(&has).is_empty() && those(&has).len() < all.len());
    let filtered = office.call("board", json!({ "job_id": card.job, "filter": { "tags": [tag] } })).await;
    assert_eq!(filtered["unfiltered"], all.len());
}

#[tokio::test(start_paused = true)]
async fn a_tag_stands_on_the_card_from_the_moment_it_is_asked_for() {
    let office = Office::open().await;
    let card = office.movable().await;
    let input = json!({ "candidate_id": card.candidate, "tag": { "name": "Board star" } });
    office.call("add_tag_to_candidate", input).await;
    let page = cards(&office, &card, &card.from, 0, 100).await;
    let row = page["rows"].as_array().unwrap().iter().find(|row| row["application_id"] == *card.id).unwrap();
    assert!(row["tags"].as_array().unwrap().contains(&json!("Board star")));
    assert_eq!(row["pending"]["label"], "Tagged Board star, not sent yet");
    let filter = json!({ "tags": ["Board star"] });
    let found = shown(&office, &card.job, &filter).await;
    assert!(found.iter().all(|row| row["candidate_id"] == *card.candidate) && !found.is_empty());
}
