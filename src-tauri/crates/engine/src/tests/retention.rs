use std::sync::atomic::Ordering;

use serde_json::json;

use super::{Office, text};
use crate::pull;

const DAY: u64 = 86_400;

impl Office {
    /// Lets days pass, with a sync on each.
    async fn pass(&self, days: u64) {
        for _ in 0..days {
            tokio::time::sleep(std::time::Duration::from_secs(DAY)).await;
            self.sync().await;
        }
    }
}

#[tokio::test(start_paused = true)]
async fn two_weeks_after_it_was_gone_a_row_is_empty_and_a_return_fills_it() {
    let office = Office::open().await;
    let card = office.movable().await;
    let rows = office.rows("ats_candidates").await;
    let before = rows.into_iter().find(|row| row["id"] == *card.candidate).unwrap();
    office.call("candidate_refresh", json!({ "id": card.candidate })).await;
    office.start_move(&card.id, &card.to[0]).await;
    office.send(30).await;
    let mail = text(&before["email_addresses"][0], "email_address");
    let name =
        office.call("candidate", json!({ "id": card.candidate })).await["name"].as_str().unwrap().to_owned();
    assert!(office.mentions(&mail).await && office.mentions(&name).await);
    office.control(&json!({ "op": "delete_candidate", "candidate_id": before["remote_id"] }));
    pull::run(&office.workspace(), true).await.unwrap();
    office.pass(13).await;
    assert!(office.mentions(&mail).await, "not yet");
    office.pass(2).await;
    assert!(!office.mentions(&mail).await && !office.mentions(&name).await);
    let tombstone = office.deleted("ats_candidates", &card.candidate).await.unwrap();
    assert_eq!(
        (&tombstone["remote_id"], &tombstone["first_name"], &tombstone["email_addresses"]),
        (&before["remote_id"], &json!(null), &json!(null))
    );
    assert!(tombstone["remote_deleted_at"].is_string());
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_jumps_by_years_empties_nothing() {
    let office = Office::open().await;
    let gone = office.rows("ats_candidates").await.remove(0);
    office.control(&json!({ "op": "delete_candidate", "candidate_id": gone["remote_id"] }));
    pull::run(&office.workspace(), true).await.unwrap();
    office.local.jump.store(10 * 365 * 86_400, Ordering::Relaxed);
    for _ in 0..3 {
        office.sync().await;
    }
    let kept = office.deleted("ats_candidates", &text(&gone, "id")).await.unwrap();
    assert_eq!(kept["first_name"], gone["first_name"]);
}

#[tokio::test(start_paused = true)]
async fn the_log_is_kept_as_long_as_it_is_wanted() {
    let office = Office::open().await;
    let kept = office.call("retention", json!({})).await;
    assert_eq!(
        kept,
        json!({ "runs_days": 60, "details_days": 30, "files_mb": 500, "deleted_days": 14 }),
        "what holds while nobody said otherwise"
    );
    office.control(&json!({ "op": "faults", "faults": ["server-error"], "endpoints": ["offer.list"] }));
    office.sync().await;
    office.control(&json!({ "op": "faults", "faults": [] }));
    let told = async || {
        let runs = office.call("sync_runs", json!({})).await;
        let runs = runs.as_array().unwrap();
        let endpoints = runs.iter().flat_map(|run| run["endpoints"].as_array().unwrap().clone());
        (runs.len(), endpoints.filter(|part| part["failure"].is_object()).count())
    };
    assert_eq!(told().await, (2, 1));
    office.call("set_retention", json!({ "runs_days": 5, "details_days": 2 })).await;
    office.pass(3).await;
    assert_eq!(told().await, (5, 0), "why it failed is over, that it ran is not");
    office.pass(3).await;
    assert!(told().await.0 <= 6, "the first two are over, too");
    for input in [json!({ "runs_days": 0 }), json!({ "files_mb": -1 })] {
        let refused = office.try_call("set_retention", input).await.unwrap_err();
        assert_eq!(refused.code.as_str(), "PLATFORM.INPUT_INVALID");
    }
    assert_eq!(office.call("retention", json!({})).await["runs_days"], 5);
}
