//! The demo workspace, and the way to it.

use samara_tests::{App, Outcome, SandboxServer, button, css, literal, throw_away};
use std::path::Path;

use super::{Album, KEY};

/// Pictures first run up to the first sync on a sandbox, and all the rest on the demo workspace.
pub(super) async fn tour(album: &Album) -> Outcome {
    let data = throw_away()?;
    first_run(&data.path().join("fresh"), album).await?;
    let app = App::start_sizable(&data.path().join("demo"), &["--demo"]).await?;
    app.resize(1440, 900).await?;
    app.synced().await?;
    work(&app, album).await?;
    look_up(&app, album).await?;
    more(&app, album).await?;
    app.close().await
}

async fn first_run(data: &Path, album: &Album) -> Outcome {
    let ashby = SandboxServer::start(21, 20_000, KEY).await?;
    let url = ashby.url();
    let app = App::start_sizable(data, &["--base-url", &url]).await?;
    app.see(&button("^Connect Ashby")).await?;
    album.picture(&app, "first-run").await?;
    app.click(&button("^Connect Ashby")).await?;
    album.picture(&app, "connect-key").await?;
    app.enter_key("not-the-key").await?;
    app.see(&css("[role=alert]")).await?;
    album.picture(&app, "connect-refused").await?;
    app.enter_key(KEY).await?;
    app.see(&button("^Continue")).await?;
    album.picture(&app, "connect-report").await?;
    app.click(&button("^Continue")).await?;
    app.see(&button("first sync")).await?;
    album.picture(&app, "connect-keep").await?;
    app.click(&button("first sync")).await?;
    app.see_within(&button("^Open Samara"), 60).await?;
    album.picture(&app, "first-sync").await?;
    app.close().await
}

/// Jobs, a board with a card just moved, and the person on it.
async fn work(app: &App, album: &Album) -> Outcome {
    app.visit("Jobs").await?;
    app.see(&css("[data-job-id]")).await?;
    album.picture(app, "jobs").await?;

    let job = app.open_a_board().await?;
    tabs(
        app,
        album,
        "job",
        &["Candidates", "Openings", "Postings", "Screening questions", "Hiring team", "Insights", "Details"],
    )
    .await?;
    app.click(&button("^Pipeline")).await?;
    let card = app.movable_with_notes(&job).await?;
    app.move_by_key(&card).await?;
    album.picture(app, "pipeline").await?;
    // The toast, if it is still there, would lie over what comes next.
    if app.look(&button("^Close$")).await?.is_some() {
        app.click(&button("^Close$")).await?;
    }
    app.focus(&card.card()).await?;
    app.press("Space").await?;
    album.picture(app, "pipeline-peek").await?;
    app.press("Escape").await?;

    app.focus(&card.card()).await?;
    app.press("Enter").await?;
    app.candidate_shown(&card).await?;
    album.picture(app, "candidate").await?;
    tabs(
        app,
        album,
        "candidate",
        &["Timeline", "Answers", "Feedback", "Interviews", "Offers", "Files", "Fields", "Raw"],
    )
    .await?;
    deeds(app, album).await
}

/// What is done with a person now and then, each in the dialog that its key opens.
async fn deeds(app: &App, album: &Album) -> Outcome {
    for (key, screen) in [
        ("a", "candidate-add-to-job"),
        ("b", "candidate-transfer"),
        ("s", "candidate-source"),
        ("p", "candidate-projects"),
        ("f", "candidate-scorecard"),
        ("r", "candidate-reject"),
    ] {
        app.press(key).await?;
        app.see(&css("[role=dialog]")).await?;
        album.picture(app, screen).await?;
        app.press("Escape").await?;
        app.gone(&css("[role=dialog]")).await?;
    }
    Ok(())
}

/// Candidates, Activity, settings, palette and keys.
async fn look_up(app: &App, album: &Album) -> Outcome {
    app.visit("Candidates").await?;
    app.see(&css("[data-candidate-id]")).await?;
    album.picture(app, "candidates").await?;
    app.focus(&css("[data-candidate-id]")).await?;
    app.press("x").await?;
    app.press("Shift+ArrowDown").await?;
    app.press("Shift+ArrowDown").await?;
    app.see(&css("[role=toolbar]")).await?;
    album.picture(app, "candidates-chosen").await?;
    app.press("Escape").await?;
    app.gone(&css("[role=toolbar]")).await?;
    app.click(&button("^Columns")).await?;
    app.see(&css("[role=menu]")).await?;
    album.picture(app, "candidates-columns").await?;
    app.press("Escape").await?;
    app.gone(&css("[role=menu]")).await?;
    app.press("/").await?;
    app.press_each("ma").await?;
    app.see(&css("[data-candidate-id] mark")).await?;
    album.picture(app, "candidates-search").await?;
    app.press("Escape").await?;
    app.press_each("kubernetes").await?;
    app.see(&css("[title*=ubernetes] mark")).await?;
    album.picture(app, "candidates-papers").await?;

    app.go("/interviews").await?;
    app.see(&css("[data-interview-id]")).await?;
    album.picture(app, "interviews").await?;
    app.press("w").await?;
    album.picture(app, "interviews-week").await?;
    app.press("o").await?;
    album.picture(app, "interviews-feedback").await?;
    app.visit("Offers").await?;
    app.see(&css("[data-offer-id]")).await?;
    album.picture(app, "offers").await?;

    app.visit("Activity").await?;
    app.see(&css("[data-intent-id]")).await?;
    album.picture(app, "activity").await?;
    tabs(app, album, "activity", &["Sync runs", "Quality checks"]).await?;
    app.visit("Settings").await?;
    album.picture(app, "settings").await?;
    tabs(
        app,
        album,
        "settings",
        &[
            "Sync",
            "Models & fields",
            "Fields",
            "Sources",
            "Privacy",
            "Appearance",
            "Keys",
            "New computer",
            "API",
            "About",
        ],
    )
    .await?;

    app.press("Control+K").await?;
    app.see(&css("[role=combobox]")).await?;
    app.press_each("engineer").await?;
    app.see(&css("[role=option]")).await?;
    album.picture(app, "palette").await?;
    app.press("Escape").await?;
    app.press("?").await?;
    app.see(&css("[role=dialog]")).await?;
    album.picture(app, "keys").await
}

/// Today, Review and what lies in front of a screen.
async fn more(app: &App, album: &Album) -> Outcome {
    app.press("Escape").await?;
    for (screen, address) in
        [("today", "/today"), ("review", "/review"), ("projects", "/projects"), ("duplicates", "/duplicates")]
    {
        album.at(app, screen, address).await?;
    }
    app.go("/review").await?;
    app.see(&css("[data-row]")).await?;
    app.press("Enter").await?;
    app.see(&css("[data-testid=review]")).await?;
    app.see_within(&css("[data-page=\"1\"] span"), 30).await?;
    album.picture(app, "bench").await?;
    for (key, screen) in [("r", "bench-reject"), ("t", "bench-tag"), ("n", "bench-note")] {
        app.press(key).await?;
        app.see(&css("[role=dialog]")).await?;
        album.picture(app, screen).await?;
        app.press("Escape").await?;
        app.gone(&css("[role=dialog]")).await?;
    }
    app.go("/jobs").await?;
    app.see(&css("[data-job-id]")).await?;
    app.press("c").await?;
    app.see(&css("[role=dialog]")).await?;
    album.picture(app, "someone-new").await
}

/// The tabs of a screen, one after the other: `settings-sync-900-dark.png`.
async fn tabs(app: &App, album: &Album, screen: &str, names: &[&str]) -> Outcome {
    for name in names {
        app.click(&button(&format!("^{}", literal(name)))).await?;
        let words: Vec<String> = name.to_lowercase().split(' ').map(str::to_owned).collect();
        album.picture(app, &format!("{screen}-{}", words.join("-").replace("-&", ""))).await?;
    }
    Ok(())
}
