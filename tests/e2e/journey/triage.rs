//! Twenty decisions in a train: the line drops twice, and answers are lost.

use samara_tests::{Outcome, css, until, window_tests};
use serde_json::json;

use super::{Desk, text};

const WANTED: usize = 20;

#[tokio::test(flavor = "multi_thread")]
async fn twenty_decisions_arrive_once_each_though_the_line_drops_twice() -> Outcome {
    if !window_tests("twenty_decisions_arrive_once_each_though_the_line_drops_twice") {
        return Ok(());
    }
    let mut desk = Desk::open_crowded(18).await?;
    let (_, queue) = desk.queue().await?;
    assert!(queue.len() >= WANTED, "{} are to be reviewed", queue.len());
    let queue = &queue[..WANTED];
    let mut next = Vec::new();
    for id in queue {
        next.push(desk.next_stage(id).await?);
    }

    desk.app.press_each("gr").await?;
    desk.app.held(&css("[data-row]")).await?;
    desk.app.press("Enter").await?;
    for place in 0..WANTED {
        match place {
            4 | 14 => desk.ashby.stop().await,
            9 => back_on_the_line(&mut desk).await?,
            _ => {}
        }
        decide(&desk, place).await?;
    }
    desk.app.press("Escape").await?;
    let seen = desk.carried_out("")?.len();
    desk.ashby.control(&json!({ "op": "faults", "faults": ["lost-reply:0.4"], "endpoints": ["application.changeStage", "candidate.createNote"], "times": 4 }))?;
    desk.ashby.resume().await?;
    desk.app.press("Control+R").await?;

    assert_eq!(desk.sent(WANTED + WANTED / 4, 120).await?, 0, "nothing needs a decision");
    assert!(desk.carried_out("")?.len() > seen, "much was sent after the second drop");
    let notes = desk.made("notes")?;
    for (place, id) in queue.iter().enumerate() {
        let application = desk.application(id)?;
        assert_eq!(desk.moves(id)?, 1, "application {place} was moved once");
        match place % 4 {
            3 => assert_eq!(text(&application, "/status"), "Archived", "{place}"),
            _ => assert_eq!(desk.stage(id)?, next[place], "{place}"),
        }
        let written = notes.iter().filter(|note| text(note, "/content").contains(&line(place))).count();
        assert_eq!(written, usize::from(place % 4 == 1), "the note on {place}");
    }
    desk.app.close().await
}

/// Puts Ashby back, and waits until something of what waited has arrived: the next drop comes amid the sending.
async fn back_on_the_line(desk: &mut Desk) -> Outcome {
    let before = desk.carried_out("")?.len();
    desk.ashby.resume().await?;
    desk.app.press("Control+R").await?;
    let arrived = until(60, || async { Ok(desk.carried_out("")?.len() > before) }).await?;
    assert!(arrived, "nothing was sent once the line was back");
    Ok(())
}

/// One of three moves on, one in four with a note before; the fourth is rejected.
async fn decide(desk: &Desk, place: usize) -> Outcome {
    let app = &desk.app;
    app.see(&css(&format!("[data-testid=review][data-place=\"{place}\"]"))).await?;
    match place % 4 {
        3 => {
            app.press("r").await?;
            app.held(&css("[role=listbox]")).await?;
            return app.press("1").await;
        }
        1 => {
            app.press("n").await?;
            app.held(&css("[role=dialog] textarea")).await?;
            app.type_words(&line(place)).await?;
            app.press("Control+Enter").await?;
            app.gone(&css("[role=dialog]")).await?;
        }
        _ => {}
    }
    app.press("a").await
}

/// What is written on the one at that place, and on nobody else.
fn line(place: usize) -> String {
    format!("Spoke on the train, number {place}.")
}
