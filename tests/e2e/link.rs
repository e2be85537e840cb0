//! `samara://` links, followed by a second start of the app and by a fresh one.

use std::process::Stdio;
use std::time::Duration;

use samara_tests::{
    App, Outcome, SandboxServer, Trouble, Vault, css, desktop_binary, literal, role, text, throw_away,
    window_tests,
};
use serde_json::{Value, json};

const KEY: &str = "sandbox-key-for-the-links";

#[tokio::test(flavor = "multi_thread")]
async fn a_link_opens_its_screen_in_a_running_app_and_in_a_fresh_one() -> Outcome {
    if !window_tests("a_link_opens_its_screen_in_a_running_app_and_in_a_fresh_one") {
        return Ok(());
    }
    let folder = throw_away()?;
    let ashby = SandboxServer::start(23, 60, KEY).await?;
    let url = ashby.url();
    let app = App::start(&folder.path().join("data"), &["--base-url", &url]).await?;
    app.connect(KEY, Vault::Keychain).await?;
    app.synced().await?;
    let (person, name) = first(&app, "list_candidates", "relevance", "/rows/0/name").await?;
    let (job, title) = first(&app, "list_jobs", "title", "/rows/0/title").await?;
    let view = json!({ "id": null, "name": "Robots", "query": "robots", "sort": "relevance", "desc": false, "columns": [] });
    let view = app.call("save_view", view).await?;
    let view = view.pointer("/id").and_then(Value::as_str).unwrap_or_default();

    follow(&app, &format!("samara://candidate/{person}")).await?;
    app.see(&role("heading", &literal(&name))).await?;
    follow(&app, &format!("samara://job/{job}")).await?;
    app.see(&role("heading", &literal(&title))).await?;
    follow(&app, &format!("samara://view/{view}")).await?;
    app.see(&css("[data-view-id][aria-pressed=true]")).await?;
    follow(&app, "samara://wire-transfer/1").await?;
    app.see(&text("This link shows nothing Samara knows")).await?;
    app.see(&css("[data-view-id][aria-pressed=true]")).await?;

    let app = app.restart_with(&["--base-url", &url, &format!("samara://candidate/{person}")]).await?;
    app.see(&role("heading", &literal(&name))).await?;
    app.close().await
}

/// Starts the app a second time on the same folder, with a link: it hands it over and ends.
async fn follow(app: &App, link: &str) -> Outcome {
    let system = |error| Trouble::System { doing: format!("start a second app for {link}"), error };
    let mut second = tokio::process::Command::new(desktop_binary()?);
    second.arg("--data-dir").arg(app.data()).arg(link).stdin(Stdio::null()).kill_on_drop(true);
    let ended = tokio::time::timeout(Duration::from_secs(20), second.status()).await;
    let status = ended.map_err(|_| system(std::io::ErrorKind::TimedOut.into()))?.map_err(system)?;
    assert!(status.success(), "{link}: {status}");
    Ok(())
}

/// Id and a text of the first row of a list.
async fn first(app: &App, list: &str, sort: &str, what: &str) -> Outcome<(String, String)> {
    let mut wanted = json!({ "query": "", "sort": sort, "desc": false, "offset": 0, "limit": 10 });
    if let Some(fields) = wanted.as_object_mut().filter(|_| list == "list_jobs") {
        fields.insert("statuses".to_owned(), json!([]));
    }
    let page = app.call(list, wanted).await?;
    let text = |pointer: &str| page.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok((text("/rows/0/id"), text(what)))
}
