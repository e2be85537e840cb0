//! Sixty applications before lunch.

use samara_tests::{Outcome, css, window_tests};

use super::Desk;

const WANTED: usize = 60;

#[tokio::test(flavor = "multi_thread")]
async fn sixty_applications_are_reviewed_without_the_mouse() -> Outcome {
    if !window_tests("sixty_applications_are_reviewed_without_the_mouse") {
        return Ok(());
    }
    let desk = Desk::open_crowded(17).await?;
    let app = &desk.app;
    let (_, queue) = desk.queue().await?;
    assert!(queue.len() >= WANTED, "{} are to be reviewed", queue.len());
    let queue = &queue[..WANTED];
    let mut next = Vec::new();
    for id in queue {
        next.push(desk.next_stage(id).await?);
    }
    let before: Vec<String> = queue.iter().map(|id| desk.stage(id)).collect::<Outcome<_>>()?;

    app.press_each("gr").await?;
    app.held(&css("[data-row]")).await?;
    app.press("Enter").await?;
    for place in 0..WANTED {
        app.see(&css(&format!("[data-testid=review][data-place=\"{place}\"]"))).await?;
        match place % 3 {
            0 => app.press("a").await?,
            1 => reject(&desk, place).await?,
            _ => app.press("s").await?,
        }
    }
    // The last decision is taken back, and made again.
    app.see(&css(&format!("[data-testid=review][data-place=\"{WANTED}\"], [data-testid=review-summary]")))
        .await?;
    app.press("u").await?;
    app.see(&css(&format!("[data-testid=review][data-place=\"{}\"]", WANTED - 1))).await?;
    app.press("s").await?;
    app.press("Escape").await?;

    assert_eq!(desk.sent(WANTED / 3 * 2, 60).await?, 0, "nothing needs a decision");
    for (place, id) in queue.iter().enumerate() {
        let (stage, moves) = (desk.stage(id)?, desk.moves(id)?);
        match place % 3 {
            0 => assert_eq!((stage.as_str(), moves), (next[place].as_str(), 1), "advanced, {place}"),
            1 => assert_eq!(
                (desk.application(id)?["status"].as_str(), moves),
                (Some("Archived"), 1),
                "rejected, {place}"
            ),
            _ => assert_eq!((stage, moves), (before[place].clone(), 0), "skipped, {place}"),
        }
    }
    desk.app.close().await
}

/// Rejects whom Review shows, for the reason of a number.
async fn reject(desk: &Desk, place: usize) -> Outcome {
    desk.app.press("r").await?;
    desk.app.held(&css("[role=listbox]")).await?;
    desk.app.press(&(1 + place % 4).to_string()).await
}
