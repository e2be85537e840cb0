//! What a start shows before the app has drawn itself.

use samara_tests::{App, Outcome, SandboxServer, Vault, css, throw_away, until, window_tests};
use serde_json::{Value, json};

const KEY: &str = "sandbox-key-for-the-starts";

#[tokio::test(flavor = "multi_thread")]
async fn a_start_shows_the_jobs_of_the_last_time_while_they_are_true() -> Outcome {
    if !window_tests("a_start_shows_the_jobs_of_the_last_time_while_they_are_true") {
        return Ok(());
    }
    let folder = throw_away()?;
    let mut ashby = SandboxServer::start(31, 60, KEY).await?;
    let url = ashby.url();
    let app = App::start(&folder.path().join("data"), &["--base-url", &url]).await?;
    app.connect(KEY, Vault::Keychain).await?;
    app.synced().await?;
    // From here on nothing changes but by this window.
    ashby.stop().await;
    app.visit("Candidates").await?;
    app.see(&css("[data-candidate-id]")).await?;

    let app = app.leave_and_restart().await?;
    let (pictured, painted) = shown(&app).await?;
    assert!(pictured.is_some_and(|seen| seen < painted), "seen at {pictured:?}, drawn at {painted} ms");
    let job = app.open_a_board().await?;
    let card = app.movable(&job).await?;
    let reasons = app.call("rejection_reasons", json!({})).await?;
    let reason = reasons.pointer("/0/id").cloned().unwrap_or_default();
    app.call(
        "reject_application",
        json!({ "application_id": card.application, "rejection_reason_id": reason }),
    )
    .await?;

    // It is killed: the picture of before counts one more.
    let app = app.restart().await?;
    let (pictured, _) = shown(&app).await?;
    assert_eq!(pictured, None, "a picture that is not true any more is not shown");

    let app = app.leave_and_restart().await?;
    assert!(shown(&app).await?.0.is_some(), "the picture left since then is");
    app.close().await
}

/// When the picture of the last time was seen, if it was, and when the app had drawn its own rows; in ms.
async fn shown(app: &App) -> Outcome<(Option<f64>, f64)> {
    app.see(&css("#root [data-job-id]")).await?;
    assert!(
        until(20, || async { Ok(app.marked("painted").await?.is_some()) }).await?,
        "no rows were painted"
    );
    let painted = app.marked("painted").await?.unwrap_or_default();
    assert!(app.look(&css("#picture")).await?.is_none(), "the app's own rows are in its place");
    let rows: Value = app.call("workspace_state", json!({})).await?;
    assert_eq!(rows.get("phase"), Some(&json!("ready")));
    Ok((app.marked("pictured").await?, painted))
}
