use serde_json::json;

use super::Office;

/// The keychain forgets everything; the app is started again.
async fn lost(office: &Office) {
    let id = office.workspace().file.id.clone();
    office.desk.ports.keychain.forget(&id).unwrap();
    office.desk.open().unwrap();
    let state = office.call("workspace_state", json!({})).await;
    assert_eq!((&state["phase"], &state["failure"]["code"]), (&json!("failed"), &json!("VAULT.EMPTY")));
}

#[tokio::test(start_paused = true)]
async fn what_waits_survives_the_loss_of_the_keychain() {
    let office = Office::open().await;
    let card = office.movable().await;
    let code = office.call("new_recovery_code", json!({})).await["code"].clone();
    let intent = office.start_move(&card.id, &card.to[0]).await;
    lost(&office).await;
    let input =
        |code: &serde_json::Value| json!({ "code": code, "api_key": "another-key", "passphrase": null });
    let other = office.try_call("recover", input(&json!("AAAAA-AAAAA-AAAAA-AAAAA-AAAAA"))).await.unwrap_err();
    assert_eq!(other.code.as_str(), "VAULT.WRONG_PASSPHRASE");
    let typo = office.try_call("recover", input(&json!("AAAAA"))).await.unwrap_err();
    assert_eq!(typo.code.as_str(), "PLATFORM.INPUT_INVALID");
    let state = office.call("recover", input(&code)).await;
    assert_eq!(state["phase"], "ready");
    assert_eq!(office.intent(&intent).await["state"], "waiting");
    assert_eq!(office.rows("ats_candidates").await.len(), 0, "the mirror is fetched again");
    office.sync().await;
    office.send(30).await;
    assert_eq!((&office.intent(&intent).await["state"], office.carried_out()), (&json!("done"), 1));
    let again = office.try_call("recover", input(&code)).await.unwrap_err();
    assert_eq!(again.code.as_str(), "PLATFORM.INPUT_INVALID", "an open workspace needs no recovery");
}

#[tokio::test(start_paused = true)]
async fn a_newer_code_takes_the_place_of_the_older() {
    let office = Office::open().await;
    let older = office.call("new_recovery_code", json!({})).await["code"].clone();
    let newer = office.call("new_recovery_code", json!({})).await["code"].clone();
    lost(&office).await;
    for (code, fits) in [(older, false), (newer, true)] {
        let input = json!({ "code": code, "api_key": "key", "passphrase": null });
        assert_eq!(office.try_call("recover", input).await.is_ok(), fits);
    }
}
