//! The demo, once through: jobs → pipeline → move → candidate.

use samara_tests::{App, Outcome, css, throw_away};
use std::path::Path;

/// Drives it, with a picture of each station.
pub async fn tour(folder: &Path) -> Outcome {
    let data = throw_away()?;
    let app = App::start(&data.path().join("data"), &["--demo"]).await?;
    app.resize(1440, 900).await?;
    app.synced().await?;

    app.visit("Jobs").await?;
    app.see(&css("[data-job-id]")).await?;
    station(&app, folder, "1-jobs").await?;

    let job = app.open_a_board().await?;
    station(&app, folder, "2-pipeline").await?;

    let card = app.movable_with_notes(&job).await?;
    app.move_by_key(&card).await?;
    station(&app, folder, "3-moved").await?;

    app.press("Enter").await?;
    app.candidate_shown(&card).await?;
    station(&app, folder, "4-candidate").await?;
    app.close().await
}

async fn station(app: &App, folder: &Path, name: &str) -> Outcome {
    app.picture(&folder.join(format!("{name}.png"))).await?;
    println!("  {name}.png");
    Ok(())
}
