//! The whole way: connect, sync, move, pull the plug, go on, and nothing is lost or sent twice.

use samara_tests::{App, Outcome, SandboxServer, Vault, css, literal, role, throw_away, until, window_tests};
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
    arrived(&ashby, &first.application, &first.to).await?;
    assert_eq!(sent(&ashby, &first.application)?, 1);

    ashby.stop().await;
    let app = app.restart().await?;
    let job = browse(&app).await?;

    let second = app.movable(&job).await?;
    assert_ne!(second.application, first.application, "the first card has left this column");
    app.move_by_key(&second).await?;
    app.visit("Activity").await?;
    app.see(&css("[data-intent-id]:is([data-state=waiting], [data-state=sending])")).await?;
    assert_eq!(sent(&ashby, &second.application)?, 0, "Ashby cannot be reached");

    ashby.resume().await?;
    arrived(&ashby, &second.application, &second.to).await?;
    app.answers("activity", json!({ "filter": "open", "offset": 0, "limit": 10 }), 60, |page| {
        page.get("waiting").and_then(Value::as_u64) == Some(0)
    })
    .await?;
    assert_eq!(sent(&ashby, &second.application)?, 1);
    assert_eq!(
        sent(&ashby, &first.application)?,
        1,
        "what was confirmed before the restart is not sent again"
    );
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

/// Waits until Ashby has the application in that stage.
async fn arrived(ashby: &SandboxServer, application: &str, stage: &str) -> Outcome {
    let there = until(90, || async { Ok(stage_of(ashby, application)? == stage) }).await?;
    assert!(there, "{application} is in {}, not in {stage}", stage_of(ashby, application)?);
    Ok(())
}

/// Where Ashby has the application.
fn stage_of(ashby: &SandboxServer, application: &str) -> Outcome<String> {
    let record = ashby.control(&json!({ "op": "application", "id": application }))?;
    let stage = record.pointer("/currentInterviewStage/id").and_then(Value::as_str);
    Ok(stage.unwrap_or_default().to_owned())
}

/// How many moves of that application ever reached Ashby.
fn sent(ashby: &SandboxServer, application: &str) -> Outcome<usize> {
    let report = ashby.control(&json!({ "op": "requests", "last": 10_000 }))?;
    let writes = report.get("writes").and_then(Value::as_array).cloned().unwrap_or_default();
    let is_move = |write: &&Value| {
        let endpoint = write.get("endpoint").and_then(Value::as_str).unwrap_or_default();
        endpoint.contains("application.changeStage")
            && write.pointer("/input/applicationId").and_then(Value::as_str) == Some(application)
    };
    Ok(writes.iter().filter(is_move).count())
}
