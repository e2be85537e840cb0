use samara_tests::{App, axe_source, css, throw_away, window_tests};

/// Every screen by its address, with what shows that it stands.
const SCREENS: &[(&str, &str)] = &[
    ("/jobs", "[data-job-id]"),
    ("/candidates", "[data-candidate-id]"),
    ("/interviews?view=week", "[data-interview-id]"),
    ("/interviews?view=owing", "[data-interview-id]"),
    ("/offers", "[data-offer-id]"),
    ("/activity", "h1"),
    ("/activity?tab=runs", "h1"),
    ("/activity?tab=quality", "h1"),
    ("/settings", "h1"),
    ("/settings?tab=sync", "h1"),
    ("/settings?tab=models", "h1"),
    ("/settings?tab=appearance", "h1"),
    ("/settings?tab=keys", "h1"),
    ("/settings?tab=about", "h1"),
];

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
        for theme in ["light", "dark"] {
            app.wear(theme).await.unwrap();
            let seen = app.accessibility(&axe).await.unwrap();
            println!("{screen:<34} {theme:<6} {:>3} rules hold, {} do not", seen.passed, seen.found.len());
            complaints.extend(seen.found.iter().map(|found| format!("{screen}, {theme}: {found}")));
        }
    };
    for (address, stands) in SCREENS {
        app.go(address).await.unwrap();
        app.see_within(&css(stands), 30).await.unwrap();
        look(address, &mut complaints).await;
    }
    let job = app.open_a_board().await.unwrap();
    look("a board", &mut complaints).await;
    let card = app.movable(&job).await.unwrap();
    app.go(&format!("/candidates/{}", card.candidate)).await.unwrap();
    app.see_within(&css("[data-candidate-header], h1"), 30).await.unwrap();
    look("a person", &mut complaints).await;
    app.press("Control+K").await.unwrap();
    app.see(&css("[role=combobox]")).await.unwrap();
    look("the palette", &mut complaints).await;
    app.press("Escape").await.unwrap();
    app.press("?").await.unwrap();
    app.see(&css("[role=dialog]")).await.unwrap();
    look("the sheet of keys", &mut complaints).await;
    app.close().await.unwrap();
    assert_eq!(complaints, Vec::<String>::new());
}
