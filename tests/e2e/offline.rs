//! The whole way: connect, sync, move, pull the plug, go on, and nothing is lost or sent twice.

use samara_tests::{
    App, Movable, Outcome, SandboxServer, Vault, css, literal, role, throw_away, until, window_tests,
};
use serde_json::{Value, json};

const KEY: &str = "sandbox-key-for-the-window-tests";

#[tokio::test(flavor = "multi_thread")]
async fn a_move_reaches_ashby_and_one_made_offline_waits_and_is_sent_once() -> Outcome {
    if !window_tests("a_move_reaches_ashby_and_one_made_offline_waits_and_is_sent_once") {
        return Ok(());
    }
    let folder = throw_away()?;
    let mut ashby = SandboxServer::start(11, 150, KEY).await?;
    let url = ashby.url();
    let app = App::start(&folder.path().join("data"), &["--base-url", &url]).await?;

    app.connect(KEY, Vault::Keychain).await?;
    app.synced().await?;
    let job = app.open_a_board().await?;

    let first = app.movable(&job).await?;
    app.move_by_key(&first).await?;
    arrived(&ashby, &first).await?;
    assert_eq!(sent(&ashby, &first)?.len(), 1);

    ashby.stop().await;
    let app = app.restart().await?;
    let job = browse(&app).await?;

    let second = app.movable(&job).await?;
    assert_ne!(second.application, first.application, "the first card has left this column");
    app.move_by_key(&second).await?;
    app.visit("Activity").await?;
    app.see(&css("[data-intent-id]:is([data-state=waiting], [data-state=sending])")).await?;
    assert_eq!(sent(&ashby, &second)?.len(), 0, "Ashby cannot be reached");

    ashby.resume().await?;
    arrived(&ashby, &second).await?;
    app.answers("activity", json!({ "filter": "open", "offset": 0, "limit": 10 }), 60, |page| {
        page.get("waiting").and_then(Value::as_u64) == Some(0)
    })
    .await?;
    assert_eq!(sent(&ashby, &second)?.len(), 1);
    assert_eq!(sent(&ashby, &first)?.len(), 1, "what was confirmed before the restart is not sent again");
    app.close().await
}

/// Without a network: jobs, a board, candidates and one of them. Ends on the board, and answers its job.
async fn browse(app: &App) -> Outcome<String> {
    app.visit("Candidates").await?;
    app.see(&css("[data-candidate-id]")).await?;
    let people = app.attributes("[data-candidate-id]", "data-candidate-id").await?;
    let person = people.first().cloned().unwrap_or_default();
    let view = app.call("candidate", json!({ "id": person })).await?;
    let name = view.get("name").and_then(Value::as_str).unwrap_or_default();
    app.focus(&css(&format!("[data-candidate-id=\"{person}\"]"))).await?;
    app.press("Enter").await?;
    app.see(&role("heading", &literal(name))).await?;
    app.open_a_board().await
}

/// Waits until Ashby has that person in the stage the card was moved to.
async fn arrived(ashby: &SandboxServer, card: &Movable) -> Outcome {
    let there = until(90, || async {
        let moved = sent(ashby, card)?;
        Ok(moved.last().is_some_and(|application| stage_of(application) == card.to_name))
    })
    .await?;
    assert!(there, "{} did not reach {}: Ashby has {:?}", card.name, card.to_name, sent(ashby, card)?);
    Ok(())
}

/// Where Ashby has an application.
fn stage_of(application: &Value) -> &str {
    application.pointer("/currentInterviewStage/title").and_then(Value::as_str).unwrap_or_default()
}

/// One entry for each time a move of that person ever reached Ashby: the application as Ashby has it now.
fn sent(ashby: &SandboxServer, card: &Movable) -> Outcome<Vec<Value>> {
    let report = ashby.control(&json!({ "op": "requests", "last": 10_000 }))?;
    let writes = report.get("writes").and_then(Value::as_array).cloned().unwrap_or_default();
    let moves = writes.iter().filter(|write| {
        write
            .get("endpoint")
            .and_then(Value::as_str)
            .is_some_and(|name| name.ends_with("application.changeStage"))
    });
    let applications: Outcome<Vec<Value>> = moves
        .filter_map(|write| write.pointer("/input/applicationId"))
        .map(|id| ashby.control(&json!({ "op": "application", "id": id })))
        .collect();
    let mut applications = applications?;
    applications
        .retain(|one| one.pointer("/candidate/name").and_then(Value::as_str) == Some(card.name.as_str()));
    Ok(applications)
}
