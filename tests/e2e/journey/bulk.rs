//! Fifty at once, and one way back.

use samara_tests::{Outcome, Target, css, text as words, window_tests};
use serde_json::{Value, json};

use super::{Desk, all, text};

const MANY: usize = 50;

#[tokio::test(flavor = "multi_thread")]
async fn fifty_are_rejected_at_once_and_all_come_back_with_one_undo() -> Outcome {
    if !window_tests("fifty_are_rejected_at_once_and_all_come_back_with_one_undo") {
        return Ok(());
    }
    let desk = Desk::open_crowded(17).await?;
    let app = &desk.app;
    let (job, _) = desk.queue().await?;
    let board = app.call("board", json!({ "job_id": job, "plan": null })).await?;
    let columns = board.get("columns").and_then(Value::as_array).cloned().unwrap_or_default();
    let full =
        columns.iter().find(|column| column.get("count").and_then(Value::as_u64) >= Some(MANY as u64 + 5));
    let stage = text(full.unwrap_or(&Value::Null), "/stage/id");
    let cards = json!({ "job_id": job, "stage_id": stage, "offset": 0, "limit": 100 });
    let held = all(&app.call("board_cards", cards.clone()).await?, "/rows", "/application_id");
    assert!(held.len() >= MANY + 5, "{} in the fullest stage", held.len());
    let before = desk.stage(&held[0])?;

    app.go(&format!("/jobs/{job}")).await?;
    app.see(&css("[data-testid=board] [data-application-id]")).await?;
    app.walk_to("Tab", &css("[data-testid=board] [data-application-id]")).await?;
    app.walk_to("ArrowRight", &css(&format!("[data-stage-id=\"{stage}\"] [data-application-id]"))).await?;
    let (all_of, rest) = (sized(&stage, held.len()), sized(&stage, held.len() - MANY));
    app.press("Home").await?;
    reject(&desk, &held).await?;
    app.see(&rest).await?;
    app.press("Control+Z").await?;
    app.see(&all_of).await?;
    assert_eq!(desk.sent(MANY, 20).await?, 0);
    assert_eq!(desk.carried_out("application.changeStage")?.len(), 0, "taken back in time, none was sent");
    let back = all(&app.call("board_cards", cards).await?, "/rows", "/application_id");
    assert_eq!(back, held, "all are where they were");

    app.press("Home").await?;
    reject(&desk, &held).await?;
    assert_eq!(desk.sent(2 * MANY, 90).await?, 0);
    for id in held.iter().take(MANY) {
        let archived = text(&desk.application(id)?, "/status") == "Archived";
        assert_eq!((archived, desk.moves(id)?), (true, 1));
    }
    assert_eq!(desk.carried_out("application.changeStage")?.len(), MANY, "nobody else was rejected");
    app.press("Control+Z").await?;
    app.see(&all_of).await?;
    assert_eq!(desk.sent(3 * MANY, 90).await?, 0);
    for id in held.iter().take(MANY) {
        assert_eq!((desk.stage(id)?, desk.moves(id)?), (before.clone(), 2), "back in Ashby too");
    }
    desk.app.close().await
}

/// Chooses the first fifty of the column in hand, and rejects them for the first reason.
async fn reject(desk: &Desk, held: &[String]) -> Outcome {
    let app = &desk.app;
    let first = held.first().map(String::as_str).unwrap_or_default();
    app.held(&css(&format!("[data-application-id=\"{first}\"]"))).await?;
    for _ in 1..MANY {
        app.press("Shift+ArrowDown").await?;
    }
    app.see(&words(&format!("{MANY} selected"))).await?;
    app.press("r").await?;
    app.held(&css("[role=listbox]")).await?;
    app.press("1").await?;
    app.gone(&css("[role=toolbar]")).await
}

/// A card of a column that holds so many.
fn sized(stage: &str, count: usize) -> Target {
    css(&format!("[data-stage-id=\"{stage}\"] [aria-setsize=\"{count}\"]"))
}
