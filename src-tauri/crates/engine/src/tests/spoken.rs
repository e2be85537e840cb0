//! What the engine says of writes is said by the window in other languages: it has to know each phrase.

use serde_json::{Value, json};

use super::action::actions;
use super::{Office, text};

const GERMAN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/words/de/phrases.ts");

/// The English phrases the window knows of a kind, names in braces.
fn phrases(kind: &str) -> Vec<String> {
    let all = std::fs::read_to_string(GERMAN).unwrap();
    let (_, list) = all.split_once(&format!("export const {kind}:")).unwrap();
    let (list, _) = list.split_once("\n];").unwrap();
    let rows = list.lines().filter_map(|line| line.trim().strip_prefix("[\""));
    rows.filter_map(|row| row.split_once("\", \"")).map(|(english, _)| english.to_owned()).collect()
}

/// Words of the engine's own among the names below what it says.
const OWN: [&str; 4] = ["Cannot be taken back", "No source", "No job", "Mail “"];

/// Whether a text is this phrase with something in place of each name.
fn fits(phrase: &str, said: &str) -> bool {
    let Some((literal, rest)) = phrase.split_once('{') else { return phrase == said };
    let Some(said) = said.strip_prefix(literal) else { return false };
    let rest = rest.split_once('}').map_or("", |(_, rest)| rest);
    (1..=said.len()).any(|at| said.get(at..).is_some_and(|from| fits(rest, from)))
}

#[tokio::test(start_paused = true)]
async fn the_window_knows_every_phrase() {
    let (known, details) = (phrases("PHRASES"), phrases("DETAILS"));
    assert!(known.len() > 40, "{}", known.len());
    assert!(!known.iter().any(|phrase| fits(phrase, "Something the engine never says")));
    let office = Office::of(50).await;
    let card = office.movable().await;
    let mut said = Vec::new();
    let mut wanted: Vec<(&str, Value)> =
        actions(&office, &card).await.into_iter().map(|(action, input, _)| (action, input)).collect();
    wanted.extend([
        ("move_application_to_stage", json!({ "application_id": card.id, "stage_id": card.to[0] })),
        (
            "create_candidate",
            json!({ "candidate": { "first_name": "Ada", "last_name": "Quist", "email_address": "ada@new.example" },
                    "application": { "job_id": office.other_job(&card).await } }),
        ),
    ]);
    let people: Vec<Value> =
        office.rows("ats_candidates").await.iter().map(|row| row["id"].clone()).collect();
    let tags: Vec<Value> = people
        .iter()
        .take(3)
        .map(|id| json!({ "candidate_id": id, "tag": { "name": "Seen at the fair" } }))
        .collect();
    wanted.push(("act_many", json!({ "action": "add_tag_to_candidate", "inputs": tags })));
    for (action, input) in wanted {
        let queued = office.call(action, input).await;
        let intent = office.intent(&text(&queued, "intent_id")).await;
        said.extend([text(&queued, "label"), text(&intent, "title")]);
        let detail = text(&intent, "detail");
        assert!(
            !OWN.iter().any(|own| detail.contains(own)) || details.iter().any(|phrase| fits(phrase, &detail)),
            "{detail} has to be added to words/de/phrases.ts"
        );
        said.push(text(&office.call("undo", json!({ "intent_id": intent["id"] })).await, "label"));
    }
    for said in &said {
        assert!(
            known.iter().any(|phrase| fits(phrase, said)),
            "{said} has to be added to words/de/phrases.ts"
        );
    }
    assert!(said.iter().any(|said| said.ends_with(" and 2 more")), "{said:?}");
    assert!(said.iter().any(|said| said == "Took back 3 actions"), "{said:?}");
}
