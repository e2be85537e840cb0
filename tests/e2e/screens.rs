//! Every screen in light and dark, at 900, 1440 and 2560 wide.

use samara_tests::{App, Outcome, SandboxServer, button, css, literal, throw_away};
use std::path::Path;

/// The wide one last: the way goes on in it.
const SIZES: [(u32, u32); 3] = [(900, 700), (2560, 1440), (1440, 900)];
const THEMES: [&str; 2] = ["dark", "light"];
const KEY: &str = "sandbox-key-for-the-pictures";

/// Pictures first run up to the first sync on a sandbox, and all the rest on the demo workspace.
pub async fn tour(folder: &Path) -> Outcome {
    let data = throw_away()?;
    first_run(&data.path().join("fresh"), folder).await?;
    let app = App::start(&data.path().join("demo"), &["--demo"]).await?;
    app.resize(1440, 900).await?;
    app.synced().await?;
    work(&app, folder).await?;
    look_up(&app, folder).await?;
    app.close().await
}

async fn first_run(data: &Path, folder: &Path) -> Outcome {
    let ashby = SandboxServer::start(21, 20_000, KEY).await?;
    let url = ashby.url();
    let app = App::start(data, &["--base-url", &url]).await?;
    app.see(&button("^Connect Ashby")).await?;
    picture(&app, folder, "first-run").await?;
    app.click(&button("^Connect Ashby")).await?;
    picture(&app, folder, "connect-key").await?;
    app.enter_key("not-the-key").await?;
    app.see(&css("[role=alert]")).await?;
    picture(&app, folder, "connect-refused").await?;
    app.enter_key(KEY).await?;
    app.see(&button("^Continue")).await?;
    picture(&app, folder, "connect-report").await?;
    app.click(&button("^Continue")).await?;
    app.see(&button("first sync")).await?;
    picture(&app, folder, "connect-keep").await?;
    app.click(&button("first sync")).await?;
    app.see_within(&button("^Open Samara"), 60).await?;
    picture(&app, folder, "first-sync").await?;
    app.close().await
}

/// Jobs, a board with a card just moved, and the person on it.
async fn work(app: &App, folder: &Path) -> Outcome {
    app.visit("Jobs").await?;
    app.see(&css("[data-job-id]")).await?;
    picture(app, folder, "jobs").await?;

    let job = app.open_a_board().await?;
    tabs(app, folder, "job", &["Candidates", "Postings", "Screening questions", "Hiring team", "Details"])
        .await?;
    app.click(&button("^Pipeline")).await?;
    let card = app.movable_with_notes(&job).await?;
    app.move_by_key(&card).await?;
    picture(app, folder, "pipeline").await?;
    // The toast, if it is still there, would lie over what comes next.
    if app.look(&button("^Close$")).await?.is_some() {
        app.click(&button("^Close$")).await?;
    }
    app.focus(&card.card()).await?;
    app.press("Space").await?;
    picture(app, folder, "pipeline-peek").await?;
    app.press("Escape").await?;

    app.focus(&card.card()).await?;
    app.press("Enter").await?;
    app.candidate_shown(&card).await?;
    picture(app, folder, "candidate").await?;
    tabs(app, folder, "candidate", &["Interviews", "Offers", "Fields", "Raw"]).await
}

/// Candidates, Activity, settings, palette and keys.
async fn look_up(app: &App, folder: &Path) -> Outcome {
    app.visit("Candidates").await?;
    app.see(&css("[data-candidate-id]")).await?;
    picture(app, folder, "candidates").await?;
    app.press("/").await?;
    app.press_each("ma").await?;
    app.see(&css("[data-candidate-id] mark")).await?;
    picture(app, folder, "candidates-search").await?;
    app.press("Escape").await?;
    app.press_each("kubernetes").await?;
    app.see(&css("[title*=ubernetes] mark")).await?;
    picture(app, folder, "candidates-papers").await?;

    app.go("/interviews").await?;
    app.see(&css("[data-interview-id]")).await?;
    picture(app, folder, "interviews").await?;
    app.press("w").await?;
    picture(app, folder, "interviews-week").await?;
    app.press("o").await?;
    picture(app, folder, "interviews-feedback").await?;
    app.visit("Offers").await?;
    app.see(&css("[data-offer-id]")).await?;
    picture(app, folder, "offers").await?;

    app.visit("Activity").await?;
    app.see(&css("[data-intent-id]")).await?;
    picture(app, folder, "activity").await?;
    tabs(app, folder, "activity", &["Sync runs", "Quality checks"]).await?;
    app.visit("Settings").await?;
    picture(app, folder, "settings").await?;
    tabs(app, folder, "settings", &["Sync", "Models & fields", "Appearance", "Keys", "About"]).await?;

    app.press("Control+K").await?;
    app.see(&css("[role=combobox]")).await?;
    app.press_each("engineer").await?;
    app.see(&css("[role=option]")).await?;
    picture(app, folder, "palette").await?;
    app.press("Escape").await?;
    app.press("?").await?;
    app.see(&css("[role=dialog]")).await?;
    picture(app, folder, "keys").await
}

/// The tabs of a screen, one after the other: `settings-sync-900-dark.png`.
async fn tabs(app: &App, folder: &Path, screen: &str, names: &[&str]) -> Outcome {
    for name in names {
        app.click(&button(&format!("^{}", literal(name)))).await?;
        let words: Vec<String> = name.to_lowercase().split(' ').map(str::to_owned).collect();
        picture(app, folder, &format!("{screen}-{}", words.join("-").replace("-&", ""))).await?;
    }
    Ok(())
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
