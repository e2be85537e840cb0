//! Somebody new, met where there is no network.

use std::path::Path;

use samara_tests::{Outcome, Trouble, button, css, literal, role, text as words, text_box, window_tests};
use serde_json::{Value, json};

use super::{Desk, text};

const MAIL: &str = "imke.vandersloot@example.org";
/// What the dialog is called.
const HEADING: &str = "[role=dialog] h2";
/// Strokes through all questions of a form at most.
const STROKES: usize = 80;

#[tokio::test(flavor = "multi_thread")]
async fn somebody_entered_offline_exists_once_when_the_line_is_back() -> Outcome {
    if !window_tests("somebody_entered_offline_exists_once_when_the_line_is_back") {
        return Ok(());
    }
    let mut desk = Desk::open(24, 150).await?;
    let folder = tempfile::tempdir().map_err(system)?;
    let resume = folder.path().join("Imke Vandersloot.txt");
    std::fs::write(&resume, "Imke Vandersloot. Twelve years of gearboxes.").map_err(system)?;
    let job = askable(&desk).await?;
    desk.ashby.stop().await;

    fill_in(&desk, &job, &resume).await?;
    // Whatever the job asks, page after page; the button at the end of the last one sends.
    let mut steps = 0;
    while desk.app.look(&css("[role=dialog]")).await?.is_some() {
        steps += 1;
        assert!(steps <= 3, "there are no more than two pages of questions");
        answer(&desk, &resume).await?;
        let page = desk.app.words_of(HEADING).await?;
        desk.app.press("Enter").await?;
        let seen = turned(&desk, &page).await?;
        assert!(seen, "“{page}” does not let go: {}", desk.app.words().await?);
    }
    assert!(steps >= 1, "the job asks something");

    desk.app.press_each("ga").await?;
    desk.app.see(&css("[data-intent-id]:is([data-state=waiting], [data-state=sending])")).await?;
    assert_eq!(desk.made("candidates")?.len(), 0, "Ashby cannot be reached");
    desk.ashby.resume().await?;
    desk.app.press("Control+R").await?;
    assert_eq!(desk.sent(1, 120).await?, 0, "nothing needs a decision");

    let people = desk.made("candidates")?;
    let hers: Vec<&Value> = people.iter().filter(|one| text(one, "/email") == MAIL).collect();
    assert_eq!((people.len(), hers.len()), (1, 1), "{people:?}");
    let id = text(hers[0], "/id");
    let applications = desk.made("applications")?;
    assert_eq!(
        applications.iter().map(|one| text(one, "/candidateId")).collect::<Vec<_>>(),
        std::slice::from_ref(&id)
    );
    let files = desk.made("files")?;
    assert_eq!(
        files.iter().filter(|file| text(file, "/name") == "Imke Vandersloot.txt").count(),
        1,
        "{files:?}"
    );
    let application = json!({ "op": "application", "id": text(&applications[0], "/id") });
    let application = desk.ashby.control(&application)?;
    let answers =
        application.pointer("/applicationFormSubmissions/0/submittedValues").and_then(Value::as_object);
    assert!(answers.is_some_and(|answers| answers.len() > 5), "the answers came along: {answers:?}");
    let query = json!({ "query": MAIL, "sort": "relevance", "desc": false, "offset": 0, "limit": 10 });
    let here = |page: &Value| page.get("total").and_then(Value::as_u64) == Some(1);
    desk.app.answers("list_candidates", query, 30, here).await?;
    desk.app.close().await
}

/// The title of an open job of which every question that must be answered can be asked here.
async fn askable(desk: &Desk) -> Outcome<String> {
    let wanted = json!({ "query": "", "statuses": ["OPEN"], "sort": "title", "desc": false, "offset": 0, "limit": 100 });
    let jobs = desk.app.call("list_jobs", wanted).await?;
    for job in jobs.get("rows").and_then(Value::as_array).into_iter().flatten() {
        let form = desk.app.call("create_form", json!({ "job_id": text(job, "/id") })).await?;
        let questions = form.get("questions").and_then(Value::as_array).cloned().unwrap_or_default();
        let stuck = |question: &&Value| {
            let kind = text(question, "/format/type");
            question.get("required") == Some(&Value::Bool(true)) && (kind == "UNKNOWN" || kind.is_empty())
        };
        if !questions.is_empty() && !questions.iter().any(|question| stuck(&question)) {
            return Ok(text(job, "/title"));
        }
    }
    panic!("every job asks something that cannot be asked here")
}

/// Who it is: pasted, typed, a job from the list, and a file.
async fn fill_in(desk: &Desk, job: &str, resume: &Path) -> Outcome {
    let app = &desk.app;
    app.press("c").await?;
    app.held(&css("[role=dialog] input[type=url]")).await?;
    app.type_words("https://www.linkedin.com/in/imke-vandersloot").await?;
    for _ in 0..3 {
        app.press("Tab").await?;
    }
    app.type_words(MAIL).await?;
    pick(desk, "^Not said", "Norway").await?;
    app.walk_to("Tab", &text_box("^City")).await?;
    app.type_words("Oslo").await?;
    pick(desk, "Choose a job", job).await?;
    app.choose_file("[role=dialog] input[type=file]", resume).await?;
    app.see(&words("Imke Vandersloot.txt")).await?;
    app.see(&button("^On to the questions")).await?;
    app.press("Control+Enter").await?;
    app.see(&css("[role=dialog] input, [role=dialog] textarea")).await?;
    Ok(())
}

/// Opens a list of choices and takes one by its first letters.
async fn pick(desk: &Desk, list: &str, choice: &str) -> Outcome {
    let app = &desk.app;
    app.walk_to("Tab", &button(list)).await?;
    app.press("ArrowDown").await?;
    app.held(&css("[role=listbox] [role=option]")).await?;
    app.type_words(choice).await?;
    app.held(&role("option", &format!("^{}", literal(choice)))).await?;
    app.press("Enter").await?;
    app.gone(&css("[role=listbox]")).await
}

/// Walks through the fields of a page and answers each in its way.
async fn answer(desk: &Desk, file: &Path) -> Outcome {
    let app = &desk.app;
    app.walk_to(
        "Tab",
        &css("[role=dialog] :is(input, textarea, [role=spinbutton], [aria-haspopup=listbox])"),
    )
    .await?;
    let last = css("[role=dialog] footer button:last-of-type");
    for _ in 0..STROKES {
        if app.holds(&last).await? {
            return Ok(());
        }
        if app.holds(&css("input[type=radio]")).await? {
            app.press("ArrowDown").await?;
        } else if app.holds(&css("input[type=checkbox]")).await? {
            app.press("Space").await?;
        } else if app.holds(&css("button:has(+ input[type=file])")).await? {
            app.choose_file("[role=dialog] input[type=file]", file).await?;
            app.see(&words("Imke Vandersloot.txt")).await?;
            app.walk_to("Tab", &button("^Take .* away")).await?;
        } else if app.holds(&css("[role=spinbutton]")).await? {
            app.type_words("2").await?;
        } else if app.holds(&css("[aria-haspopup=listbox]")).await? {
            app.press("ArrowDown").await?;
            app.see(&css("[role=listbox]")).await?;
            app.press("Enter").await?;
            app.gone(&css("[role=listbox]")).await?;
        } else if app
            .holds(&css("input[inputmode=numeric], input[inputmode=decimal], [role=group] input"))
            .await?
        {
            app.type_words("3").await?;
        } else if app.holds(&css("input[type=url]")).await? {
            app.type_words("https://imke.example.org").await?;
        } else if app.holds(&css("input, textarea")).await? {
            app.type_words("reference@example.org").await?;
        }
        app.press("Tab").await?;
    }
    app.see(&last).await?;
    app.held(&last).await
}

/// Waits until the dialog shows another page, or is gone.
async fn turned(desk: &Desk, page: &str) -> Outcome<bool> {
    samara_tests::until(10, || async { Ok(desk.app.words_of(HEADING).await? != page) }).await
}

fn system(error: std::io::Error) -> Trouble {
    Trouble::System { doing: "write a résumé".to_owned(), error }
}
