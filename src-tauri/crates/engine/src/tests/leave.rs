use serde_json::{Value, json};

use super::Office;

const HOUR: u64 = 3_600;

fn in_minutes(office: &Office, minutes: i64) -> String {
    let at = samara_ashby::Clock::now(office.clock.as_ref()) + chrono::TimeDelta::minutes(minutes);
    samara_unified::Timestamp::from(at).as_str().to_owned()
}

impl Office {
    fn total(&self) -> u64 {
        self.control(&json!({ "op": "requests", "last": 0 }))["total"].as_u64().unwrap()
    }

    fn files(&self) -> Vec<String> {
        let names = std::fs::read_dir(self.place.path()).unwrap().flatten();
        let mut names: Vec<String> = names.map(|entry| entry.file_name().into_string().unwrap()).collect();
        names.sort_unstable();
        names
    }

    async fn state(&self) -> Value {
        self.call("workspace_state", json!({})).await
    }
}

#[tokio::test(start_paused = true)]
async fn leaving_at_once_removes_everything() {
    let office = Office::open().await;
    std::fs::write(office.place.path().join("local.db.before-2"), "an older copy").unwrap();
    let id = office.workspace().file.id.clone();
    let state = office.call("disconnect", json!({})).await;
    assert_eq!(state["phase"], "none");
    let left = office.files();
    assert!(left.iter().all(|name| name == "lease" || name == "demo"), "{left:?}");
    assert!(office.desk.ports.keychain.load(&id).is_err());
}

#[tokio::test(start_paused = true)]
async fn what_was_left_can_be_read_until_the_chosen_time_and_asks_nothing() {
    let office = Office::open().await;
    let card = office.movable().await;
    let waiting = office.start_move(&card.id, &card.to[0]).await;
    let people = office.rows("ats_candidates").await;
    let until = in_minutes(&office, 90);
    let state = office.call("disconnect", json!({ "keep_until": until })).await;
    assert_eq!((&state["phase"], &state["remove_at"]), (&json!("ready"), &json!(until)));
    let id = office.workspace().file.id.clone();
    assert!(office.desk.ports.keychain.load(&id).unwrap().api_key.is_none(), "the key is gone at once");

    let asked = office.total();
    let refused = crate::pull::run(&office.workspace(), false).await.unwrap_err();
    assert_eq!(refused.code.as_str(), "INTEGRATION.INACTIVE");
    assert!(refused.message.contains(&until), "{}", refused.message);
    office.send(60).await;
    for (name, input) in [
        ("candidate_refresh", json!({ "id": card.candidate })),
        ("track_application", json!({ "application_id": card.remote_id })),
        ("scope_report", json!({ "rerun": true })),
        ("key_report", json!({})),
    ] {
        let refused = office.try_call(name, input).await.unwrap_err();
        assert_eq!(refused.code.as_str(), "INTEGRATION.INACTIVE", "{name}");
    }
    assert_eq!((office.total(), office.carried_out()), (asked, 0));
    assert_eq!(office.rows("ats_candidates").await, people);
    assert_eq!(office.call("sync_status", json!({})).await["connection"], "INACTIVE");
    assert_eq!(office.intent(&waiting).await["state"], "waiting");

    tokio::time::timeout(std::time::Duration::from_secs(HOUR), office.desk.live()).await.unwrap_err();
    assert_eq!(office.state().await["phase"], "ready", "not yet");
    tokio::time::timeout(std::time::Duration::from_secs(HOUR), office.desk.live()).await.unwrap_err();
    assert_eq!(office.state().await["phase"], "none");
    assert_eq!(office.total(), asked);
    assert!(!office.files().iter().any(|name| name.ends_with(".db")), "{:?}", office.files());
}

#[tokio::test(start_paused = true)]
async fn what_was_due_while_nobody_looked_is_removed_at_the_next_start() {
    let office = Office::open().await;
    office.call("disconnect", json!({ "keep_until": in_minutes(&office, 1) })).await;
    tokio::time::sleep(std::time::Duration::from_secs(2 * HOUR)).await;
    office.desk.open().unwrap();
    assert_eq!(office.state().await["phase"], "none");
    assert!(!office.files().iter().any(|name| name.ends_with(".db")));
}

#[tokio::test(start_paused = true)]
async fn a_new_key_goes_on_with_what_is_here() {
    let office = Office::open().await;
    let people = office.rows("ats_candidates").await;
    office.call("disconnect", json!({ "keep_until": in_minutes(&office, 30) })).await;
    let state = office.call("replace_key", json!({ "api_key": "another-key" })).await;
    assert_eq!((&state["phase"], state.get("remove_at")), (&json!("ready"), None));
    assert_eq!(office.rows("ats_candidates").await, people);
    assert_eq!(office.sync().await.failures, []);
    office.control(&json!({ "op": "revoke_key" }));
    let refused = office.try_call("replace_key", json!({ "api_key": "no-key" })).await.unwrap_err();
    assert_eq!(refused.code.as_str(), "INTEGRATION.AUTHENTICATION_INVALID", "it is tried first");
}

#[tokio::test(start_paused = true)]
async fn a_time_that_is_past_or_none_keeps_the_connection() {
    let office = Office::open().await;
    for until in [in_minutes(&office, -1), "soon".to_owned()] {
        let refused = office.try_call("disconnect", json!({ "keep_until": until })).await.unwrap_err();
        assert_eq!(refused.code.as_str(), "PLATFORM.INPUT_INVALID");
    }
    assert_eq!(office.sync().await.failures, []);
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_is_switched_off_sends_nothing_until_it_is_on_again() {
    let office = Office::open().await;
    let card = office.movable().await;
    office.call("set_connection", json!({ "active": false })).await;
    let intent = office.start_move(&card.id, &card.to[0]).await;
    office.send(60).await;
    assert_eq!((&office.intent(&intent).await["state"], office.carried_out()), (&json!("waiting"), 0));
    office.call("set_connection", json!({ "active": true })).await;
    office.send(60).await;
    assert_eq!((&office.intent(&intent).await["state"], office.carried_out()), (&json!("done"), 1));
}
