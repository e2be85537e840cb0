use std::time::Duration;

use samara_ashby::Clock as _;
use serde_json::{Value, json};

use super::{Office, text};
use crate::pull;

struct Merged {
    from: Value,
    into: Value,
    applications: Vec<String>,
}

impl Office {
    async fn row(&self, table: &str, id: &str) -> Option<Value> {
        self.rows(table).await.into_iter().find(|row| row["id"] == *id)
    }

    async fn applications_of(&self, candidate: &str) -> Vec<String> {
        let rows = self.rows("ats_applications").await;
        let mut ids: Vec<String> =
            rows.iter().filter(|row| row["candidate_id"] == *candidate).map(|row| text(row, "id")).collect();
        ids.sort_unstable();
        ids
    }

    /// Two candidates with applications, to be merged.
    async fn pair(&self) -> Merged {
        let rows = self.rows("ats_candidates").await;
        let mut with = Vec::new();
        for row in rows {
            if !self.applications_of(&text(&row, "id")).await.is_empty() {
                with.push(row);
            }
            if with.len() == 2 {
                break;
            }
        }
        let (into, from) = (with.pop().unwrap(), with.pop().unwrap());
        let mut applications = self.applications_of(&text(&from, "id")).await;
        applications.extend(self.applications_of(&text(&into, "id")).await);
        applications.sort_unstable();
        Merged { from, into, applications }
    }

    async fn merged(&self) -> Merged {
        let pair = self.pair().await;
        let (from, into) = (text(&pair.from, "remote_id"), text(&pair.into, "remote_id"));
        self.control(&json!({ "op": "merge_candidates", "from": from, "into": into }));
        pair
    }

    async fn expect_merged(&self, merged: &Merged) {
        let (from, into) = (text(&merged.from, "id"), text(&merged.into, "id"));
        assert_eq!(self.row("ats_candidates", &from).await, None, "one live candidate");
        assert!(self.row("ats_candidates", &into).await.is_some());
        assert_eq!(self.applications_of(&into).await, merged.applications, "applications keep their ids");
        let page = self.call("candidate", json!({ "id": from })).await;
        assert_eq!((&page["id"], &page["followed_from"]), (&json!(into), &json!(from)));
    }
}

#[tokio::test(start_paused = true)]
async fn a_merge_is_found_out_by_the_applications_that_moved() {
    for full in [false, true] {
        let office = Office::open().await;
        let merged = office.merged().await;
        pull::run(&office.workspace(), full).await.unwrap();
        office.expect_merged(&merged).await;
        office.sync().await;
        office.expect_merged(&merged).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_merge_that_is_told_is_followed_at_once() {
    let office = Office::open().await;
    let merged = office.merged().await;
    let (from, into) = (text(&merged.from, "remote_id"), text(&merged.into, "remote_id"));
    for _ in 0..2 {
        pull::follow_merge(&office.workspace(), &from, &into).await.unwrap();
        office.expect_merged(&merged).await;
    }
    pull::run(&office.workspace(), true).await.unwrap();
    office.expect_merged(&merged).await;
}

#[tokio::test(start_paused = true)]
async fn what_was_asked_for_about_the_one_who_is_gone_goes_on_with_the_one_who_is_left() {
    let office = Office::open().await;
    let pair = office.pair().await;
    let (from, into) = (text(&pair.from, "id"), text(&pair.into, "id"));
    let note = |content: &str| json!({ "candidate_id": from, "content": content });
    let sent = office.ask("add_note_to_candidate", &note("Pearl before")).await;
    office.send(30).await;
    let waiting = office.ask("add_note_to_candidate", &note("Opal after")).await;
    let (left, gone) = (text(&pair.into, "remote_id"), text(&pair.from, "remote_id"));
    office.control(&json!({ "op": "merge_candidates", "from": gone, "into": left }));
    pull::follow_merge(&office.workspace(), &gone, &left).await.unwrap();
    office.send(30).await;
    assert_eq!(office.intent(&waiting).await["state"], "done");
    let made = office.control(&json!({ "op": "made" }));
    let notes = made["made"]["notes"].as_array().unwrap();
    let of = notes.iter().find(|note| note["content"] == "Opal after").unwrap();
    assert_eq!(of["candidateId"], json!(left), "{of}");
    // Weeks later the one who is gone is emptied; what was asked for is told still, until somebody is forgotten.
    for _ in 0..2 {
        office.clock.sleep(Duration::from_secs(20 * 86_400)).await;
        office.sync().await;
    }
    for id in [&sent, &waiting] {
        assert_eq!(office.intent(id).await["candidate_id"], json!(into));
    }
    office.call("forget_person", json!({ "candidate_id": into })).await;
    assert!(!office.mentions("Pearl before").await && !office.mentions("Opal after").await);
}

#[tokio::test(start_paused = true)]
async fn the_applications_of_somebody_who_is_gone_are_asked_for_one_by_one() {
    let office = Office::open().await;
    let gone = office.pair().await.from;
    let id = text(&gone, "id");
    office.control(&json!({ "op": "delete_candidate", "candidate_id": gone["remote_id"] }));
    // A listing with a record that cannot be read does not tell what became of the applications.
    office.control(&json!({ "op": "malform", "endpoint": "application.list" }));
    pull::run(&office.workspace(), true).await.unwrap();
    assert_eq!(office.row("ats_candidates", &id).await, None);
    assert_eq!(office.applications_of(&id).await, Vec::<String>::new());
}
