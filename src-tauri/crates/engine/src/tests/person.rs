use serde_json::json;

use super::{Office, text};
use crate::pull;

#[tokio::test(start_paused = true)]
async fn who_is_forgotten_leaves_no_trace_and_stays_away_until_let_in_again() {
    let office = Office::open().await;
    let card = office.movable().await;
    let rows = office.rows("ats_candidates").await;
    let before = rows.into_iter().find(|row| row["id"] == *card.candidate).unwrap();
    let mail = text(&before["email_addresses"][0], "email_address");
    office.call("candidate_refresh", json!({ "id": card.candidate })).await;
    office.start_move(&card.id, &card.to[0]).await;
    let refused = office.try_call("forget_person", json!({ "candidate_id": card.candidate })).await;
    assert_eq!(refused.unwrap_err().code.as_str(), "PLATFORM.INPUT_INVALID", "a move is on its way");
    office.send(30).await;
    let done = office.call("forget_person", json!({ "candidate_id": card.candidate })).await;
    assert_eq!(done["found"], true);
    let name = text(&before, "last_name");
    let gone = || async { !office.mentions(&mail).await && !office.mentions(&card.remote_id).await };
    assert!(gone().await, "nothing is left of {}", name.len());
    // Neither changes, nor a complete listing, nor a colleague's move bring anything back.
    office.control(&json!({ "op": "edit_candidate", "candidate_id": before["remote_id"], "title": "Chief" }));
    office.colleague_moves(&card, &card.to[1]).await;
    office.sync().await;
    assert!(gone().await);
    pull::run(&office.workspace(), true).await.unwrap();
    assert!(gone().await);
    assert_eq!(office.rows("ats_candidates").await.len(), 149);

    let again = office.call("remember_person", json!({ "candidate_id": card.candidate })).await;
    assert_eq!(again["found"], true);
    office.sync().await;
    let back =
        office.rows("ats_candidates").await.into_iter().find(|row| row["id"] == *card.candidate).unwrap();
    assert_eq!(
        (&back["title"], back["email_addresses"][0]["email_address"].as_str()),
        (&json!("Chief"), Some(&*mail))
    );
    assert!(office.rows("ats_applications").await.iter().any(|row| row["id"] == *card.id));
    let never = office.call("remember_person", json!({ "candidate_id": card.candidate })).await;
    assert_eq!(never["found"], false);
}
