//! What the status says is so.

use samara_engine::command;
use samara_unified::{Timestamp, tables};
use serde_json::{Value, json};

use super::change::{Changes, number};
use crate::life::{Life, short_rows};
use crate::promise::{Checked, broken, sane};

/// At any moment: it counts what is there, and what it calls up to date holds all that happened before.
pub async fn meanwhile(life: &Life, changes: &Changes) -> Checked {
    let status = sane(command::call(&life.desk, "sync_status", Value::Null).await)?;
    let workspace = sane(life.workspace())?;
    let candidates = sane(short_rows(&workspace, "ats_candidates").await)?;
    let models = status["models"].as_array().cloned().unwrap_or_default();
    let of = |name: &str| models.iter().find(|model| model["model"] == name).cloned().unwrap_or_default();
    let people = of("candidates");
    if people["rows"] != json!(candidates.len()) {
        return broken(
            "honest",
            format!("{} candidates are said to be here, {} are", people["rows"], candidates.len()),
        );
    }
    for table in ["applications", "jobs", "job_postings", "users", "tags"] {
        let rows = sane(short_rows(&workspace, &format!("ats_{table}")).await)?;
        if of(table)["rows"] != json!(rows.len()) {
            return broken("honest", format!("{table}: not as many rows as are said to be"));
        }
    }
    let Some(at) = people["synced_at"].as_str().and_then(Timestamp::parse) else { return Ok(()) };
    for (remote_id, written) in &changes.companies {
        let last = written.iter().rfind(|(_, when)| Timestamp::from(*when).as_str() < at.as_str());
        let Some((last, when)) = last else { continue };
        let row = candidates.iter().find(|row| row["remote_id"] == **remote_id);
        let Some(row) = row else { continue };
        let shown = row["company"].as_str().and_then(number);
        // Who has another name than any of these, and was changed since, has it from a later hand.
        let later = row["remote_updated_at"].as_str() > Some(Timestamp::from(*when).as_str());
        if shown.map_or(!later, |shown| shown < *last) {
            // Or from one that is not in the mirror yet.
            let look = json!({ "op": "candidate", "id": remote_id });
            let there = sane(life.world.control(&look, life.clock.time()))?;
            let theirs = there["candidate"]["company"].as_str().and_then(number);
            if theirs.is_some_and(|theirs| theirs >= *last) && sane(is_shown(life, remote_id))? {
                return broken(
                    "honest",
                    format!("{remote_id} lacks a change made before the list was read, as it says"),
                );
            }
        }
    }
    Ok(())
}

/// Whether the key may see a candidate.
fn is_shown(life: &Life, remote_id: &str) -> Result<bool, String> {
    let list = json!({ "op": "list", "endpoint": "candidate.list", "body": {} });
    let records = life.world.control(&list, life.clock.time())?;
    Ok(records.as_array().is_some_and(|records| records.iter().any(|record| record["id"] == *remote_id)))
}

/// In peace it has nothing to complain of, and knows how much is here.
pub async fn at_last(life: &Life) -> Checked {
    let status = sane(command::call(&life.desk, "sync_status", Value::Null).await)?;
    for (name, expected) in [
        ("running", json!(false)),
        ("first", json!(false)),
        ("warnings", json!(0)),
        ("quality_checks", json!(0)),
        ("offline_since", Value::Null),
        ("failure", Value::Null),
        ("connection", json!("ACTIVE")),
    ] {
        if status[name] != expected {
            return broken("honest", format!("in peace {name} is {}", status[name]));
        }
    }
    let store = sane(life.store())?;
    for info in tables() {
        let rows = sane(short_rows(&sane(life.workspace())?, info.table).await)?.len() as u64;
        let counted = sane(store.read(|reading| reading.live_rows(info.table)))?;
        if rows != counted {
            return broken("honest", format!("{}: {counted} rows counted, {rows} there", info.table));
        }
    }
    for part in status["extras"].as_array().into_iter().flatten() {
        if part["have"].as_u64() > part["of"].as_u64() {
            return broken("honest", format!("more {} than there are", part["kind"]));
        }
    }
    let owed = sane(store.read(|reading| reading.owed_count()))?;
    if owed > 0 {
        return broken("honest", format!("{owed} records are still owed in peace"));
    }
    Ok(())
}
