use serde_json::{Value, json};

use super::{Office, text};

impl Office {
    async fn status(&self) -> Value {
        self.call("sync_status", json!({})).await
    }

    async fn set_mode(&self, mode: Value) -> Value {
        self.call("set_sync_mode", json!({ "mode": mode })).await
    }
}

#[tokio::test(start_paused = true)]
async fn a_narrower_mode_marks_the_rest_and_a_wider_one_brings_it_back() {
    let office = Office::open().await;
    let all = (office.rows("ats_candidates").await, office.rows("ats_applications").await);
    let status = office.set_mode(json!({ "kind": "recent", "days": 60 })).await;
    assert!(status["data_expired_at"].is_string());
    assert_eq!(status["mode"], "recent:60");
    let limit = samara_unified::Timestamp::from(
        samara_ashby::Clock::now(office.clock.as_ref()) - chrono::TimeDelta::days(61),
    );
    office.sync().await;
    let (people, applications) = (office.rows("ats_candidates").await, office.rows("ats_applications").await);
    assert!(people.len() < all.0.len() && !people.is_empty());
    assert!(applications.iter().all(|row| text(row, "remote_updated_at").as_str() > limit.as_str()));
    for row in &people {
        let recent = text(row, "remote_updated_at").as_str() > limit.as_str();
        assert!(recent || applications.iter().any(|application| application["candidate_id"] == row["id"]));
    }
    assert_eq!(office.status().await["data_expired_at"], Value::Null, "a good sync has ended");
    crate::pull::run(&office.workspace(), true).await.unwrap();
    assert_eq!(office.rows("ats_candidates").await.len(), people.len(), "nothing of it is taken for gone");
    assert_eq!(office.call("quality_checks", json!({})).await, json!([]));
    office.set_mode(json!({ "kind": "all" })).await;
    office.sync().await;
    assert_eq!(office.rows("ats_candidates").await.len(), all.0.len());
    assert_eq!(office.rows("ats_applications").await.len(), all.1.len());
}

#[tokio::test(start_paused = true)]
async fn only_what_is_tracked_is_kept_when_only_that_is_wanted() {
    let office = Office::open().await;
    let card = office.movable().await;
    office.set_mode(json!({ "kind": "created_only" })).await;
    assert_eq!(office.rows("ats_candidates").await.len(), 0);
    office.sync().await;
    assert_eq!(
        (office.rows("ats_candidates").await.len(), office.rows("ats_applications").await.len()),
        (0, 0)
    );
    assert!(!office.rows("ats_jobs").await.is_empty());
    office.call("track_application", json!({ "application_id": card.remote_id })).await;
    let here = |rows: Vec<Value>| rows.iter().map(|row| text(row, "id")).collect::<Vec<_>>();
    for _ in 0..2 {
        assert_eq!(here(office.rows("ats_candidates").await), std::slice::from_ref(&card.candidate));
        assert_eq!(here(office.rows("ats_applications").await), std::slice::from_ref(&card.id));
        office.colleague_moves(&card, &card.to[0]).await;
        office.sync().await;
        assert_eq!(office.rows("ats_applications").await[0]["current_stage_id"], *card.to[0]);
    }
    let unknown = "00000000-0000-4000-8000-000000000000";
    let refused = office.try_call("track_application", json!({ "application_id": unknown })).await;
    assert_eq!(refused.unwrap_err().code.as_str(), "PLATFORM.INPUT_INVALID");
}

#[tokio::test(start_paused = true)]
async fn the_state_of_the_connection_is_told() {
    let office = Office::connected();
    let states = |status: &Value| (status["connection"].clone(), status["setup"].clone());
    assert_eq!(states(&office.status().await), (json!("ACTIVE"), json!("FINAL_SYNC_PENDING")));
    office.sync().await;
    assert_eq!(states(&office.status().await), (json!("ACTIVE"), json!("COMPLETED")));
    office.control(&json!({ "op": "revoke_key" }));
    office.sync().await;
    assert_eq!(office.status().await["connection"], "INVALID");
    office.control(&json!({ "op": "restore_key" }));
    office.sync().await;
    assert_eq!(office.status().await["connection"], "ACTIVE");
    office.call("set_connection", json!({ "active": false })).await;
    assert_eq!(office.status().await["connection"], "INACTIVE");
    let refused = crate::pull::run(&office.workspace(), false).await.unwrap_err();
    assert_eq!(refused.code.as_str(), "INTEGRATION.INACTIVE");
    office.call("set_connection", json!({ "active": true })).await;
    assert_eq!(office.sync().await.failures, []);
}
