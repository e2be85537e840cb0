//! Somebody of whom one word is left in memory, and a search worth keeping.

use samara_tests::{Outcome, SandboxServer, button, css, literal, role, window_tests};
use serde_json::{Value, json};

use super::{Desk, KEY, all, text};

/// A word nobody in the workspace wrote.
const WORD: &str = "hurdygurdy";

#[tokio::test(flavor = "multi_thread")]
async fn a_word_of_a_note_finds_the_person() -> Outcome {
    if !window_tests("a_word_of_a_note_finds_the_person") {
        return Ok(());
    }
    let ashby = SandboxServer::start(19, 150, KEY).await?;
    let live = ashby
        .control(&json!({ "op": "list", "endpoint": "application.list", "body": { "status": "Active" } }))?;
    let (person, name) = (text(&live, "/3/candidate/id"), text(&live, "/3/candidate/name"));
    let said = format!("Plays the {WORD} in a trio, and knows rotary encoders.");
    ashby.control(&json!({ "op": "add_note", "candidate_id": person, "text": said }))?;
    let desk = Desk::open_on(ashby).await?;
    let app = &desk.app;
    // Notes are read after the lists.
    let found = json!({ "query": WORD, "sort": "relevance", "desc": false, "offset": 0, "limit": 10 });
    app.answers("list_candidates", found, 60, |page| page.get("total").and_then(Value::as_u64) == Some(1))
        .await?;

    app.press_each("gc").await?;
    app.press("/").await?;
    app.held(&css("input[type=search]")).await?;
    app.type_words(&WORD[..6]).await?;
    app.see(&css("[data-candidate-id] mark")).await?;
    app.press("Enter").await?;
    app.held(&css("[data-candidate-id]")).await?;
    app.press("Enter").await?;
    app.see(&role("heading", &literal(&name))).await?;

    // Back is where one was: the word still stands there, and the row is still held.
    app.press("Escape").await?;
    app.held(&css("[data-candidate-id]")).await?;
    app.see(&css("[data-candidate-id] mark")).await?;
    desk.app.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_view_is_built_kept_and_come_back_to() -> Outcome {
    if !window_tests("a_view_is_built_kept_and_come_back_to") {
        return Ok(());
    }
    let desk = Desk::open(20, 150).await?;
    let app = &desk.app;
    let query = "has:resume -stage:archived";
    app.press_each("gc").await?;
    app.press("/").await?;
    app.held(&css("input[type=search]")).await?;
    app.type_words(query).await?;
    app.walk_to("Tab", &button("^Save this view")).await?;
    app.press("Enter").await?;
    app.held(&css("[role=dialog] input")).await?;
    app.type_words("Ready to talk").await?;
    app.press("Enter").await?;
    app.see(&css("[data-view-id][aria-pressed=true]")).await?;
    let shown = rows(&desk, query).await?;
    assert!(!shown.is_empty());

    app.press_each("gj").await?;
    app.see(&css("[data-job-id]")).await?;
    app.press_each("gc").await?;
    app.see(&css("[data-view-id][aria-pressed=false]")).await?;
    app.walk_to("Tab", &css("[data-view-id]")).await?;
    app.press("Enter").await?;
    app.see(&css("[data-view-id][aria-pressed=true]")).await?;
    app.see(&css(&format!("[data-candidate-id=\"{}\"]", shown[0]))).await?;

    // And after the app was closed.
    let Desk { app, ashby, remote, _folder } = desk;
    let desk = Desk { app: app.restart().await?, ashby, remote, _folder };
    desk.app.see(&css("[data-job-id]")).await?;
    desk.app.press_each("gc").await?;
    desk.app.see(&css("[data-view-id]")).await?;
    assert_eq!(rows(&desk, query).await?, shown);
    desk.app.close().await
}

/// The first people a search finds.
async fn rows(desk: &Desk, query: &str) -> Outcome<Vec<String>> {
    let wanted = json!({ "query": query, "sort": "relevance", "desc": false, "offset": 0, "limit": 20 });
    Ok(all(&desk.app.call("list_candidates", wanted).await?, "/rows", "/id"))
}
