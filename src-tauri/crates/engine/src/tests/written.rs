use std::collections::BTreeSet;

use samara_ashby::{Lane, endpoint as api};
use serde_json::{Value, json};

use super::{Office, text};

#[tokio::test(start_paused = true)]
async fn a_formatted_note_is_seen_as_written_and_keeps_what_ashby_keeps() {
    let office = Office::open().await;
    let card = office.movable().await;
    let content = "<b>Raft</b><br>on <a href=\"https://a.example\">a page</a><script>x()</script>";
    let input = json!({ "candidate_id": card.candidate, "content": content, "html": true, "private": true });
    office.ask("add_note_to_candidate", &input).await;
    let notes = office.call("candidate_notes", json!({ "id": card.candidate })).await;
    let first = &notes["notes"][0];
    assert_eq!((&first["author"], &first["pending"]["state"]), (&json!("You"), &json!("waiting")));
    let html = first["html"].as_str().unwrap();
    assert!(
        html.contains("<b>Raft</b>") && html.contains("https://a.example") && !html.contains("script"),
        "{html}"
    );

    let sent = office.act("add_note_to_candidate", &input).await;
    assert_eq!(sent["state"], "done");
    office.call("candidate_refresh", json!({ "id": card.candidate })).await;
    let notes = office.call("candidate_notes", json!({ "id": card.candidate })).await;
    let kept = notes["notes"].as_array().unwrap().iter().find(|note| note["pending"].is_null()).unwrap();
    assert_eq!(kept["private"], true, "{notes}");
}

#[tokio::test(start_paused = true)]
async fn a_note_of_formatting_alone_is_empty() {
    let office = Office::open().await;
    let card = office.movable().await;
    let input = json!({ "candidate_id": card.candidate, "content": "<b><br></b>", "html": true });
    assert!(office.try_call("add_note_to_candidate", input).await.is_err());
}

#[tokio::test(start_paused = true)]
async fn people_who_share_a_mail_address_are_told_as_likely_doubles() {
    let office = Office::open().await;
    for name in ["Ada Quist", "A. Quist"] {
        let person = api::CandidateCreateParams {
            name: name.to_owned(),
            email: Some("ada.quist@new.example".to_owned()),
            ..api::CandidateCreateParams::default()
        };
        office.workspace().client.call::<api::CandidateCreate>(Lane::Write, &person).await.unwrap();
    }
    office.sync().await;
    let list = office.call("list_duplicates", json!({})).await;
    assert_eq!(list["next"].is_null(), list["total"].as_u64() <= Some(40));
    let groups = list["groups"].as_array().unwrap();
    let names = |group: &Value| {
        let people = group["people"].as_array().unwrap().iter();
        people.map(|person| text(person, "name")).collect::<BTreeSet<_>>()
    };
    let quist = BTreeSet::from(["Ada Quist".to_owned(), "A. Quist".to_owned()]);
    let group = groups.iter().find(|group| names(group) == quist).expect("the two of one address");
    assert_eq!(group["alike"], json!(["email"]));
}

#[tokio::test(start_paused = true)]
async fn a_workspace_without_a_passphrase_is_not_locked() {
    let office = Office::open().await;
    assert!(office.try_call("lock", json!({})).await.is_err());
    assert_eq!(office.call("workspace_state", json!({})).await["phase"], "ready");
}
