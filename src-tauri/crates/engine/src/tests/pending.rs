//! What is pending is seen everywhere, as it will be once Ashby has it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Movable, Office, text};

impl Office {
    async fn seen_by(&self, query: &str) -> Vec<Value> {
        let mut rows = Vec::new();
        loop {
            let input =
                json!({ "query": query, "sort": "name", "desc": false, "offset": rows.len(), "limit": 100 });
            let page = self.call("list_candidates", input).await;
            assert_eq!(page["problems"], json!([]), "{query}");
            let window = page["rows"].as_array().unwrap().clone();
            if window.is_empty() {
                assert_eq!(page["total"], rows.len(), "{query}");
                return rows;
            }
            rows.extend(window);
        }
    }

    /// Whether a query finds the person.
    async fn finds(&self, query: &str, card: &Movable) -> bool {
        self.seen_by(query).await.iter().any(|row| row["id"] == *card.candidate)
    }

    async fn active(&self, job: &str) -> u64 {
        let input =
            json!({ "query": "", "statuses": [], "sort": "title", "desc": false, "offset": 0, "limit": 200 });
        let page = self.call("list_jobs", input).await;
        let rows = page["rows"].as_array().unwrap();
        rows.iter().find(|row| row["id"] == *job).unwrap()["active"].as_u64().unwrap()
    }

    async fn card(&self, card: &Movable, stage: &str) -> Value {
        let input = json!({ "job_id": card.job, "stage_id": stage, "offset": 0, "limit": 100 });
        let page = self.call("board_cards", input).await;
        let mut rows = page["rows"].as_array().unwrap().iter();
        rows.find(|row| row["application_id"] == *card.id).cloned().unwrap_or(Value::Null)
    }
}

fn wears(value: &Value, tag: &str) -> bool {
    value["tags"].as_array().unwrap().iter().any(|name| name == tag || name["name"] == tag)
}

#[tokio::test(start_paused = true)]
async fn a_tag_counts_in_search_lists_and_cards_before_and_after_it_is_sent() {
    let office = Office::open().await;
    let card = office.movable().await;
    let tag = json!({ "candidate_id": card.candidate, "tag": { "name": "Zymurgist" } });
    assert!(!office.finds("tag:zymurgist", &card).await);
    let intent = text(&office.call("add_tag_to_candidate", tag.clone()).await, "intent_id");
    for sent in [false, true] {
        for query in
            ["tag:zymurgist", "zymurg", "\"zymurgist\"", "tag:zymurgist status:live", "has:tag zymurgist"]
        {
            assert!(office.finds(query, &card).await, "{query}, sent: {sent}");
        }
        assert!(!office.finds("-tag:zymurgist", &card).await);
        let row = office.seen_by("zymurgist").await.remove(0);
        assert_eq!((wears(&row, "Zymurgist"), &row["pending"]), (true, &json!(!sent)));
        let shown = office.card(&card, &card.from).await;
        assert!(wears(&shown, "Zymurgist"), "{shown}");
        assert_eq!(shown["pending"]["intent_id"] == *intent, !sent, "{shown}");
        office.send(60).await;
    }
    office.call("remove_tag_from_candidate", tag).await;
    for sent in [false, true] {
        for query in ["tag:zymurgist", "zymurg", "\"zymurgist\""] {
            assert!(!office.finds(query, &card).await, "{query}, sent: {sent}");
        }
        assert!(office.finds("-tag:zymurgist", &card).await);
        assert!(!wears(&office.card(&card, &card.from).await, "Zymurgist"));
        office.send(60).await;
    }
}

#[tokio::test(start_paused = true)]
async fn the_words_of_a_note_find_its_person_before_it_is_sent() {
    let office = Office::open().await;
    let card = office.movable().await;
    let note = json!({ "candidate_id": card.candidate, "content": "Prefers quixotic <b>hours</b>" });
    office.call("add_note_to_candidate", note).await;
    for sent in [false, true] {
        assert!(office.finds("quixotic", &card).await, "sent: {sent}");
        assert!(office.finds("quixotic hours", &card).await, "sent: {sent}");
        assert!(office.finds("has:note", &card).await, "sent: {sent}");
        assert!(!office.finds("quixotic nowhere", &card).await);
        let found = office.seen_by("quixotic").await.remove(0);
        assert!(text(&found["found_in"], "snippet").contains("quixotic"), "{found}");
        office.send(60).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_rejection_counts_where_people_are_counted_before_it_is_sent() {
    let office = Office::open().await;
    let card = office.movable().await;
    let live = office.active(&card.job).await;
    let rejected = office.seen_by("status:rejected").await.len();
    let input = json!({ "application_id": card.id, "rejection_reason_id": office.reason().await });
    let intent = text(&office.call("reject_application", input).await, "intent_id");
    for _ in 0..2 {
        assert_eq!(office.active(&card.job).await, live - 1);
        let page = office.call("candidate", json!({ "id": card.candidate })).await;
        let mut views = page["applications"].as_array().unwrap().iter();
        assert_eq!(views.find(|view| view["id"] == *card.id).unwrap()["outcome"], "DECLINED");
        assert!(office.seen_by("status:rejected").await.len() >= rejected);
        assert!(office.finds("status:rejected", &card).await);
        office.send(60).await;
    }
    office.call("undo", json!({ "intent_id": intent })).await;
    assert_eq!(office.active(&card.job).await, live);
    office.send(60).await;
    assert_eq!(office.active(&card.job).await, live);
}

#[tokio::test(start_paused = true)]
async fn what_is_pending_survives_a_restart() {
    let office = Office::open().await;
    let card = office.movable().await;
    let tag = json!({ "candidate_id": card.candidate, "tag": { "name": "Zymurgist" } });
    office.call("add_tag_to_candidate", tag).await;
    office.start_move(&card.id, &card.to[0]).await;
    let before: BTreeSet<String> =
        office.seen_by("tag:zymurgist").await.iter().map(Value::to_string).collect();
    let office = office.restarted();
    let after: BTreeSet<String> =
        office.seen_by("tag:zymurgist").await.iter().map(Value::to_string).collect();
    assert_eq!((before.len(), before), (1, after));
    assert_eq!(office.card(&card, &card.to[0]).await["application_id"], *card.id);
    office.send(60).await;
    assert!(office.finds("tag:zymurgist", &card).await);
    assert_eq!(office.carried_out(), 3, "the tag made, put on, and the move");
}
