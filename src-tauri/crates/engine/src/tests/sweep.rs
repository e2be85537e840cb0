use serde_json::{Value, json};

use super::{Office, text};
use crate::pull;

impl Office {
    async fn full(&self) -> pull::Outcome {
        pull::run(&self.workspace(), true).await.unwrap()
    }

    async fn candidate_ids(&self) -> Vec<String> {
        self.rows("ats_candidates").await.iter().map(|row| text(row, "remote_id")).collect()
    }

    fn delete(&self, ids: &[String]) {
        for id in ids {
            self.control(&json!({ "op": "delete_candidate", "candidate_id": id }));
        }
    }

    async fn checks(&self) -> Vec<Value> {
        self.call("quality_checks", json!({})).await.as_array().unwrap().clone()
    }
}

#[tokio::test(start_paused = true)]
async fn only_a_complete_listing_deletes() {
    let office = Office::open().await;
    let victim = office.movable().await.candidate;
    let rows = office.rows("ats_candidates").await;
    let gone = rows.iter().find(|row| row["id"] == *victim).map(|row| text(row, "remote_id")).unwrap();
    office.delete(std::slice::from_ref(&gone));
    office.sync().await;
    assert!(office.candidate_ids().await.contains(&gone), "changes delete nothing");
    office.full().await;
    assert!(!office.candidate_ids().await.contains(&gone));
    let left = |table| {
        let (office, victim) = (&office, &victim);
        async move { office.rows(table).await.iter().any(|row| row["candidate_id"] == **victim) }
    };
    assert!(!left("ats_applications").await, "the applications went, too");
    assert!(!left("ats_join_candidates_tags").await);
    assert_eq!(office.checks().await, Vec::<Value>::new());
    let status = office.call("sync_status", json!({})).await;
    let people = status["models"].as_array().unwrap().iter().find(|it| it["model"] == "candidates").unwrap();
    assert_eq!(people["rows"], 149);
}

/// Lets candidates be listed until a page of them is here, and fails from then on.
async fn break_off(office: &Office) {
    let slow = json!({ "op": "faults", "faults": ["latency-400"], "endpoints": ["candidate.list"] });
    office.control(&slow);
    let workspace = office.workspace();
    let fetched =
        || workspace.progress.with(|inner| inner.endpoints.get("candidate.list").map(|it| it.fetched));
    let breaking = async {
        while fetched() != Some(100) {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        office
            .control(&json!({ "op": "faults", "faults": ["server-error"], "endpoints": ["candidate.list"] }));
    };
    workspace.progress.with(|inner| inner.endpoints.clear());
    let (outcome, ()) = tokio::join!(office.full(), breaking);
    assert!(outcome.failures.iter().any(|(endpoint, _)| endpoint == "candidate.list"));
    office.control(&json!({ "op": "faults", "faults": [] }));
}

#[tokio::test(start_paused = true)]
async fn a_listing_that_was_broken_off_deletes_nothing_until_it_was_gone_on_with_to_its_end() {
    let office = Office::connected_to(250);
    office.sync().await;
    let gone = office.candidate_ids().await.remove(0);
    office.delete(std::slice::from_ref(&gone));
    break_off(&office).await;
    assert_eq!(office.candidate_ids().await.len(), 250);
    // It goes on at its third page, whatever is asked for.
    office.sync().await;
    assert_eq!(office.workspace().progress.with(|inner| inner.endpoints["candidate.list"].fetched), 49);
    let left = office.candidate_ids().await;
    assert!(left.len() == 249 && !left.contains(&gone));
}

#[tokio::test(start_paused = true)]
async fn half_a_table_is_not_deleted_without_asking() {
    for (decision, left) in [("delete", 75), ("keep", 150)] {
        let office = Office::open().await;
        let half: Vec<String> = office.candidate_ids().await.into_iter().take(75).collect();
        office.delete(&half);
        office.full().await;
        assert_eq!(office.candidate_ids().await.len(), 150);
        let checks = office.checks().await;
        let people = checks.iter().find(|check| check["model"] == "candidates").unwrap();
        assert_eq!((&people["missing"], &people["live"]), (&json!(75), &json!(150)));
        assert_ne!(people["reason"], "access");
        office.full().await;
        assert_eq!(office.checks().await.len(), checks.len(), "it is asked once");
        for check in &checks {
            office.call("decide_quality_check", json!({ "id": check["id"], "decision": decision })).await;
        }
        office.full().await;
        office.sync().await;
        assert_eq!(
            (office.candidate_ids().await.len(), office.checks().await.len()),
            (left, 0),
            "{decision}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_sees_less_than_before_is_asked() {
    let office = Office::open().await;
    let gone = office.candidate_ids().await.remove(0);
    office.control(&json!({ "op": "scopes", "withdraw": ["organization:read"] }));
    office.delete(std::slice::from_ref(&gone));
    office.full().await;
    assert!(office.candidate_ids().await.contains(&gone));
    assert!(!office.rows("ats_users").await.is_empty(), "what may not be read is not gone");
    assert!(office.checks().await.iter().all(|check| check["reason"] == "access"));
    office.full().await;
    assert!(office.candidate_ids().await.contains(&gone), "a question stays open until it is answered");
    let refused = office.try_call("decide_quality_check", json!({ "id": 99, "decision": "keep" })).await;
    assert_eq!(refused.unwrap_err().code.as_str(), "PLATFORM.INPUT_INVALID");
}
