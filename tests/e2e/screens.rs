//! Every screen in light and dark, at 1440 and at 900 wide.

use samara_tests::{App, Outcome, button, css, throw_away};
use serde_json::json;
use std::path::Path;

/// The wide one last: the way goes on in it.
const SIZES: [(u32, u32); 2] = [(900, 700), (1440, 900)];
const THEMES: [&str; 2] = ["light", "dark"];

/// Pictures them, one app start for first run and one for the rest.
pub async fn tour(folder: &Path) -> Outcome {
    let data = throw_away()?;
    let fresh = App::start(&data.path().join("fresh"), &[]).await?;
    fresh.see(&button("^Connect Ashby")).await?;
    picture(&fresh, folder, "first-run").await?;
    fresh.click(&button("^Connect Ashby")).await?;
    picture(&fresh, folder, "connect").await?;
    fresh.close().await?;

    let app = App::start(&data.path().join("demo"), &["--demo"]).await?;
    app.resize(1440, 900).await?;
    app.synced().await?;
    app.visit("Jobs").await?;
    app.see(&css("[data-job-id]")).await?;
    picture(&app, folder, "jobs").await?;

    let job = app.open_a_board().await?;
    let card = app.movable(&job).await?;
    app.move_by_key(&card).await?;
    picture(&app, folder, "pipeline").await?;

    app.press("Enter").await?;
    app.answers("candidate_notes", json!({ "id": card.candidate }), 20, |notes| {
        notes.get("fetched_at").is_some_and(|at| !at.is_null())
    })
    .await?;
    picture(&app, folder, "candidate").await?;

    app.visit("Candidates").await?;
    app.see(&css("[data-candidate-id]")).await?;
    picture(&app, folder, "candidates").await?;

    app.visit("Activity").await?;
    app.see(&css("[data-intent-id]")).await?;
    picture(&app, folder, "activity").await?;

    app.press("Control+K").await?;
    app.see(&css("[role=dialog] input, [cmdk-input], [role=combobox]")).await?;
    picture(&app, folder, "palette").await?;
    app.close().await
}

/// One screen in all its looks: `jobs-1440-light.png`.
async fn picture(app: &App, folder: &Path, screen: &str) -> Outcome {
    for (width, height) in SIZES {
        app.resize(width, height).await?;
        for theme in THEMES {
            app.wear(theme).await?;
            let name = format!("{screen}-{width}-{theme}.png");
            app.picture(&folder.join(&name)).await?;
            println!("  {name}");
        }
    }
    Ok(())
}
