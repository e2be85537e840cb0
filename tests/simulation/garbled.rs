//! Records that are not what Ashby promises: fields null, of another type, with words nobody knows.

use bytes::Bytes;
use samara_ashby::HttpReply;
use samara_engine::{command, pull};
use serde_json::{Value, json};

use crate::chance::Chance;
use crate::life::{Life, rows};
use crate::promise::Broken;

/// Changes some fields of each record; never the record's own id.
pub fn garble(chance: &Chance, reply: HttpReply) -> HttpReply {
    let Ok(mut body) = serde_json::from_slice::<Value>(&reply.body) else { return reply };
    match &mut body["results"] {
        Value::Array(records) => records.iter_mut().for_each(|record| spoil(chance, record)),
        record => spoil(chance, record),
    }
    HttpReply { body: Bytes::from(body.to_string()), ..reply }
}

fn spoil(chance: &Chance, record: &mut Value) {
    let Some(fields) = record.as_object_mut() else { return };
    for (name, value) in fields {
        if name == "id" {
            continue;
        }
        if chance.percent(6) {
            *value = surprise(chance);
        } else {
            within(chance, value);
        }
    }
}

/// Inside, ids are no safer than anything else.
fn within(chance: &Chance, value: &mut Value) {
    if chance.percent(3) {
        *value = surprise(chance);
        return;
    }
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| within(chance, item)),
        Value::Object(fields) => {
            for (name, field) in fields {
                match name.as_str() {
                    "id" if chance.percent(3) => *field = json!(7),
                    "id" => {}
                    _ => within(chance, field),
                }
            }
        }
        _ => {}
    }
}

fn surprise(chance: &Chance) -> Value {
    match chance.below(8) {
        0..3 => Value::Null,
        3 => json!({}),
        4 => json!([null, 7, "x"]),
        5 => json!("SomethingNobodyKnows"),
        6 => json!(-1.5),
        _ => json!(true),
    }
}

/// Every record is kept, with what can be read of it.
pub async fn everything_is_kept(life: &Life) -> Result<(), Broken> {
    let workspace = life.workspace().unwrap();
    let counts = life.world.control(&json!({ "op": "counts" }), life.clock.time()).unwrap();
    let outcome = pull::run(&workspace, false).await.unwrap();
    assert_eq!((outcome.failures, outcome.malformed), (Vec::new(), 0));
    for (table, name) in [
        ("ats_candidates", "candidates"),
        ("ats_applications", "applications"),
        ("ats_jobs", "jobs"),
        ("ats_rejection_reasons", "archive_reasons"),
    ] {
        let kept = rows(&workspace, table).await.unwrap().len() as u64;
        assert_eq!(counts[name], kept, "{table}");
    }
    for (table, name) in [("ats_users", "users"), ("ats_tags", "tags")] {
        // Somebody met under a spoilt id is one more.
        let kept = rows(&workspace, table).await.unwrap().len() as u64;
        assert!(counts[name].as_u64().is_some_and(|count| kept >= count), "{table}");
    }
    every_screen_opens(life).await;
    Ok(())
}

async fn every_screen_opens(life: &Life) {
    let call = async |name: &str, input: Value| command::call(&life.desk, name, input).await.unwrap();
    let workspace = life.workspace().unwrap();
    let all =
        json!({ "query": "", "statuses": [], "sort": "title", "desc": false, "offset": 0, "limit": 200 });
    for job in call("list_jobs", all).await["rows"].as_array().into_iter().flatten() {
        let board = call("board", json!({ "job_id": job["id"] })).await;
        for column in board["columns"].as_array().into_iter().flatten() {
            let cards =
                json!({ "job_id": job["id"], "stage_id": column["stage"]["id"], "offset": 0, "limit": 100 });
            assert_eq!(call("board_cards", cards).await["total"], column["count"]);
        }
    }
    for sort in ["name", "updated", "created"] {
        let page = json!({ "query": "", "sort": sort, "desc": true, "offset": 0, "limit": 100 });
        assert!(!call("list_candidates", page).await["rows"].as_array().unwrap().is_empty());
    }
    for candidate in rows(&workspace, "ats_candidates").await.unwrap() {
        call("candidate", json!({ "id": candidate["id"] })).await;
    }
    for application in rows(&workspace, "ats_applications").await.unwrap() {
        call("move_targets", json!({ "application_id": application["id"] })).await;
    }
}
