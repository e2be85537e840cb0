//! The hand behind the scenes: changes the world without its API, and tells what happened in it.
//!
//! An operation is a JSON object with `op`:
//!
//! | op | takes | does |
//! |---|---|---|
//! | `faults` | `faults: ["reset:0.05"]`, `endpoints?`, `times?` | replaces the faults in force |
//! | `scopes` | `scopes: [..]`, or `withdraw: [..]` / `restore: [..]` | what the key may do; none of them restores all |
//! | `revoke_key`, `restore_key` | | every key is turned away, or let in again |
//! | `expire_tokens`, `expire_cursors` | | all handed out so far |
//! | `delta_pages` | `pages` | deltas of more pages are refused as too large |
//! | `clock` | `advance_seconds` | lets the world's clock jump |
//! | `malform` | `endpoint`, `field?` = `id` | breaks that field in one record of the next page |
//! | `move_application` | `application_id`, `stage_id`, `archive_reason_id?`, `actor_id?` | moves it |
//! | `edit_candidate` | `candidate_id`, `name?`, `title?`, `company?` | |
//! | `touch` | `candidates?`, `applications?` | changes that many at random; returns their ids |
//! | `delete_candidate` | `candidate_id` | with their applications |
//! | `merge_candidates` | `from`, `into` | `from` disappears, its applications go to `into` |
//! | `add_candidate` | `name?`, `job_id?` | with an application to that job, or to the first open one |
//! | `application`, `candidate` | `id` | the record in full |
//! | `counts` | | candidates and applications, by status |
//! | `requests` | `last?` = 100 | requests by endpoint and the last writes |

mod edit;
mod look;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::World;
use crate::faults::{Fault, parse_fault};
use crate::scopes::Scopes;
use crate::world::Malform;

type Done = Result<Value, String>;

/// One operation and its fields.
#[derive(Debug, Clone, Copy)]
struct Operation<'a> {
    fields: &'a Value,
    now: i64,
}

impl<'a> Operation<'a> {
    fn text(&self, name: &str) -> Option<&'a str> {
        self.fields.get(name).and_then(Value::as_str)
    }

    fn needed(&self, name: &str) -> Result<&'a str, String> {
        self.text(name).ok_or_else(|| format!("{name} is missing"))
    }

    fn number(&self, name: &str) -> Option<u64> {
        self.fields.get(name).and_then(Value::as_u64)
    }

    fn texts(&self, name: &str) -> Option<Vec<&'a str>> {
        Some(self.fields.get(name)?.as_array()?.iter().filter_map(Value::as_str).collect())
    }
}

pub(crate) fn run(world: &World, fields: &Value, now: DateTime<Utc>) -> Done {
    let operation = Operation { fields, now: now.timestamp_millis() };
    match operation.needed("op")? {
        "faults" => faults(world, &operation),
        "scopes" => scopes(world, &operation),
        "revoke_key" => rule(world, |rules| rules.key_revoked = true),
        "restore_key" => rule(world, |rules| rules.key_revoked = false),
        "expire_tokens" => rule(world, |rules| rules.token_epoch = rules.token_epoch.wrapping_add(1)),
        "expire_cursors" => rule(world, |rules| rules.cursor_epoch = rules.cursor_epoch.wrapping_add(1)),
        "delta_pages" => {
            let pages = operation.number("pages").ok_or("pages is missing")?;
            rule(world, |rules| rules.delta_pages = pages)
        }
        "clock" => {
            let seconds =
                fields.get("advance_seconds").and_then(Value::as_i64).ok_or("advance_seconds is missing")?;
            let jump = TimeDelta::try_seconds(seconds).ok_or("advance_seconds is too large")?;
            rule(world, |rules| {
                rules.clock_ahead = rules.clock_ahead.checked_add(&jump).unwrap_or(rules.clock_ahead);
            })
        }
        "malform" => {
            let endpoint = operation.needed("endpoint")?.to_owned();
            let field = operation.text("field").unwrap_or("id").to_owned();
            rule(world, |rules| rules.malform = Some(Malform { endpoint, field }))
        }
        "move_application" => edit::move_application(world, &operation),
        "edit_candidate" => edit::edit_candidate(world, &operation),
        "touch" => edit::touch(world, &operation),
        "delete_candidate" => edit::delete_candidate(world, &operation),
        "merge_candidates" => edit::merge_candidates(world, &operation),
        "add_candidate" => edit::add_candidate(world, &operation),
        "application" => look::application(world, &operation),
        "candidate" => look::candidate(world, &operation),
        "counts" => Ok(look::counts(world)),
        "requests" => {
            let last = operation.number("last").and_then(|last| usize::try_from(last).ok()).unwrap_or(100);
            Ok(world.ledger().report(last))
        }
        unknown => Err(format!("no such operation: {unknown}")),
    }
}

#[expect(clippy::unnecessary_wraps, reason = "every operation answers alike")]
fn rule(world: &World, change: impl FnOnce(&mut crate::world::Rules)) -> Done {
    change(&mut world.rules());
    Ok(json!({ "ok": true }))
}

fn faults(world: &World, operation: &Operation) -> Done {
    let endpoints: Vec<String> =
        operation.texts("endpoints").unwrap_or_default().into_iter().map(str::to_owned).collect();
    let times = operation.number("times").and_then(|times| u32::try_from(times).ok());
    let faults: Vec<Fault> = operation
        .texts("faults")
        .ok_or("faults is missing")?
        .into_iter()
        .map(|text| parse_fault(text).map(|fault| Fault { endpoints: endpoints.clone(), times, ..fault }))
        .collect::<Result<_, _>>()?;
    world.set_faults(faults);
    Ok(json!({ "ok": true }))
}

fn scopes(world: &World, operation: &Operation) -> Done {
    let mut scopes =
        match (operation.texts("scopes"), operation.texts("withdraw"), operation.texts("restore")) {
            (Some(names), ..) => Scopes::named(names.into_iter())?,
            (None, None, None) => Scopes::default(),
            _ => world.rules().scopes.clone(),
        };
    for scope in operation.texts("withdraw").unwrap_or_default() {
        scopes.withdraw(scope);
    }
    for scope in operation.texts("restore").unwrap_or_default() {
        scopes.grant(scope);
    }
    let names = json!(scopes.names());
    world.rules().scopes = scopes;
    Ok(json!({ "ok": true, "scopes": names }))
}
