use samara_tests::{App, Look, axe_source, css, throw_away, window_tests};

/// Every screen by its address, with what shows that it stands.
const SCREENS: &[(&str, &str)] = &[
    ("/today", "h1"),
    ("/review", "[data-row]"),
    ("/jobs", "[data-job-id]"),
    ("/candidates", "[data-candidate-id]"),
    ("/projects", "h1"),
    ("/duplicates", "h1"),
    ("/interviews", "h1"),
    ("/interviews?view=week", "[data-interview-id]"),
    ("/interviews?view=owing", "[data-interview-id]"),
    ("/offers", "[data-offer-id]"),
    ("/activity", "h1"),
    ("/activity?tab=runs", "h1"),
    ("/activity?tab=quality", "h1"),
    ("/connect", "h1"),
    ("/settings", "h1"),
    ("/settings?tab=sync", "h1"),
    ("/settings?tab=models", "h1"),
    ("/settings?tab=fields", "h1"),
    ("/settings?tab=sources", "h1"),
    ("/settings?tab=privacy", "h1"),
    ("/settings?tab=move", "h1"),
    ("/settings?tab=appearance", "h1"),
    ("/settings?tab=keys", "h1"),
    ("/settings?tab=api", "h1"),
    ("/settings?tab=about", "h1"),
];

/// Parts of a job beside its board.
const JOB: &[&str] = &["candidates", "openings", "postings", "questions", "team", "insights", "details"];
/// Parts of a person.
const PERSON: &[&str] =
    &["resume", "timeline", "answers", "feedback", "interviews", "offers", "files", "fields", "raw"];

#[tokio::test]
async fn axe_finds_nothing_on_any_screen_in_either_theme() {
    if !window_tests("axe") {
        return;
    }
    let axe = axe_source().unwrap();
    let data = throw_away().unwrap();
    let app = App::start(&data.path().join("demo"), &["--demo"]).await.unwrap();
    app.resize(1440, 900).await.unwrap();
    app.synced().await.unwrap();
    let mut complaints = Vec::new();
    let look = async |screen: &str, complaints: &mut Vec<String>| {
        for (theme, wanted) in [("light", Look::All), ("dark", Look::Colours)] {
            app.wear(theme).await.unwrap();
            let seen = app.accessibility(&axe, wanted).await.unwrap();
            println!("{screen:<34} {theme:<6} {:>3} rules hold, {} do not", seen.passed, seen.found.len());
            complaints.extend(seen.found.iter().map(|found| format!("{screen}, {theme}: {found}")));
        }
    };
    for (address, stands) in SCREENS {
        app.go(address).await.unwrap();
        app.see_within(&css(stands), 30).await.unwrap();
        look(address, &mut complaints).await;
    }
    app.go("/candidates").await.unwrap();
    app.see(&css("[data-candidate-id]")).await.unwrap();
    app.focus(&css("[data-candidate-id]")).await.unwrap();
    app.press("x").await.unwrap();
    app.see(&css("[role=toolbar]")).await.unwrap();
    look("people who are chosen", &mut complaints).await;
    app.press("Escape").await.unwrap();
    let job = app.open_a_board().await.unwrap();
    look("a board", &mut complaints).await;
    for tab in JOB {
        app.go(&format!("/jobs/{job}?tab={tab}")).await.unwrap();
        app.see(&css("[role=tab][aria-selected=true], h1")).await.unwrap();
        look(&format!("a job, {tab}"), &mut complaints).await;
    }
    app.go(&format!("/review/job/{job}")).await.unwrap();
    app.see(&css("[data-testid=review]")).await.unwrap();
    look("a review", &mut complaints).await;
    for (key, dialog) in [("r", "the reasons of a rejection"), ("t", "the tags"), ("n", "a note")] {
        app.press(key).await.unwrap();
        app.see(&css("[role=dialog]")).await.unwrap();
        look(dialog, &mut complaints).await;
        app.press("Escape").await.unwrap();
        app.gone(&css("[role=dialog]")).await.unwrap();
    }
    let card = app.movable(&job).await.unwrap();
    for tab in PERSON {
        app.go(&format!("/candidates/{}?tab={tab}", card.candidate)).await.unwrap();
        app.see_within(&css("[data-candidate-header], h1"), 30).await.unwrap();
        look(&format!("a person, {tab}"), &mut complaints).await;
    }
    for (key, stands, dialog) in [
        ("a", "[role=dialog]", "one more job"),
        ("b", "[role=dialog]", "a transfer"),
        ("s", "[role=dialog]", "a source"),
        ("p", "[role=dialog]", "the projects"),
        ("f", "[role=dialog]", "a scorecard"),
        ("Control+K", "[role=combobox]", "the palette"),
        ("?", "[role=dialog]", "the sheet of keys"),
        ("c", "[role=dialog]", "someone new"),
    ] {
        app.press(key).await.unwrap();
        app.see(&css(stands)).await.unwrap();
        look(dialog, &mut complaints).await;
        app.press("Escape").await.unwrap();
        app.gone(&css(stands)).await.unwrap();
    }
    app.close().await.unwrap();
    assert_eq!(complaints, Vec::<String>::new());
}
