//! The demo workspace in German: words that are longer have to find their room as well.

use samara_tests::{App, Outcome, css, throw_away};
use serde_json::json;

use super::Album;

const SETTINGS: [&str; 11] = [
    "connection",
    "sync",
    "models",
    "fields",
    "sources",
    "privacy",
    "appearance",
    "keys",
    "move",
    "api",
    "about",
];
const JOB: [&str; 8] =
    ["pipeline", "candidates", "openings", "postings", "questions", "team", "insights", "details"];
const CANDIDATE: [&str; 8] =
    ["resume", "timeline", "answers", "feedback", "interviews", "offers", "files", "fields"];
/// What is done with a person, each in the dialog that its key opens.
const DEEDS: [(&str, &str); 7] = [
    ("m", "move"),
    ("a", "add-to-job"),
    ("b", "transfer"),
    ("s", "source"),
    ("p", "projects"),
    ("f", "scorecard"),
    ("r", "reject"),
];

pub(super) async fn tour(album: &Album) -> Outcome {
    let data = throw_away()?;
    let app = App::start_sizable(&data.path().join("demo"), &["--demo"]).await?;
    app.resize(1440, 900).await?;
    app.synced().await?;
    app.call("set_setting", json!({ "key": "language", "value": "de" })).await?;
    app.see_within(&css("html[lang=de] h1"), 30).await?;
    album.screens(&app).await?;
    for tab in SETTINGS {
        album.at(&app, &format!("settings-{tab}"), &format!("/settings?tab={tab}")).await?;
    }
    jobs_and_people(&app, album).await?;
    app.press("Escape").await?;
    for (keys, screen) in [("Control+K", "palette"), ("?", "keys"), ("c", "someone-new")] {
        app.press(keys).await?;
        app.see(&css("[role=dialog]")).await?;
        album.picture(&app, screen).await?;
        app.press("Escape").await?;
        app.gone(&css("[role=dialog]")).await?;
    }
    app.close().await
}

async fn jobs_and_people(app: &App, album: &Album) -> Outcome {
    app.go("/jobs").await?;
    app.see(&css("[data-job-id]")).await?;
    let job = app.attributes("[data-job-id]", "data-job-id").await?.into_iter().next().unwrap_or_default();
    for tab in JOB {
        album.at(app, &format!("job-{tab}"), &format!("/jobs/{job}?tab={tab}")).await?;
    }
    app.go(&format!("/review/job/{job}")).await?;
    app.see_within(&css("[data-testid=review]"), 30).await?;
    album.picture(app, "bench").await?;
    app.go("/candidates").await?;
    app.see(&css("[data-candidate-id]")).await?;
    let person = app.attributes("[data-candidate-id]", "data-candidate-id").await?.into_iter().next();
    let person = person.unwrap_or_default();
    for tab in CANDIDATE {
        album.at(app, &format!("candidate-{tab}"), &format!("/candidates/{person}?tab={tab}")).await?;
    }
    for (key, screen) in DEEDS {
        app.press(key).await?;
        app.see(&css("[role=dialog]")).await?;
        album.picture(app, &format!("candidate-{screen}")).await?;
        app.press("Escape").await?;
        app.gone(&css("[role=dialog]")).await?;
    }
    Ok(())
}
