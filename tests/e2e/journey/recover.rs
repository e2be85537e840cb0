//! What Ashby refused is done after all, from Activity.

use samara_tests::{Outcome, css, window_tests};
use serde_json::json;

use super::Desk;

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_move_is_done_again_from_activity() -> Outcome {
    if !window_tests("a_refused_move_is_done_again_from_activity") {
        return Ok(());
    }
    let desk = Desk::open(22, 150).await?;
    let app = &desk.app;
    let job = app.open_a_board().await?;
    let card = app.movable(&job).await?;
    let before = desk.stage(&card.application)?;
    let refusal = json!({ "op": "refuse", "endpoint": "application.changeStage", "code": "opening_in_use" });
    desk.ashby.control(&refusal)?;
    app.walk_to("Tab", &css("[data-testid=board] [data-application-id]")).await?;
    app.walk_to("ArrowRight", &css(&format!("[data-stage-id=\"{}\"] [data-application-id]", card.from)))
        .await?;
    app.walk_to("ArrowDown", &css(&format!("[data-application-id=\"{}\"]", card.application))).await?;
    app.press("l").await?;
    app.see(&card.moved()).await?;
    assert_eq!(desk.sent(1, 60).await?, 1, "it needs a decision");
    assert_eq!(desk.stage(&card.application)?, before, "Ashby refused it");
    app.gone(&card.moved()).await?;

    app.press_each("ga").await?;
    app.held(&css("[data-intent-id][data-state=failed]")).await?;
    app.press("r").await?;
    app.see_within(&css("[data-intent-id][data-state=done]"), 60).await?;
    assert_eq!(desk.sent(1, 60).await?, 0);
    assert_eq!((desk.stage(&card.application)?, desk.moves(&card.application)?), (card.to_name.clone(), 1));
    desk.app.close().await
}
