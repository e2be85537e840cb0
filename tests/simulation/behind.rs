//! What happens in Ashby meanwhile: colleagues, administrators, and trouble on the line.

use samara_sandbox::{World, parse_fault};
use serde_json::{Value, json};

use crate::chance::Chance;
use crate::ports::{Network, SimulatedClock};

/// What was done that the checks have to know.
#[derive(Debug, Default)]
pub struct Traces {
    /// Ashby's ids of applications that colleagues moved.
    pub moved: std::collections::HashSet<String>,
    /// A record was sent broken: a delta may have missed it for good.
    pub malformed: bool,
    /// Whether the line is cut.
    pub cut: bool,
}

/// What goes wrong from here on: nothing, or some of everything.
pub fn trouble(world: &World, chance: &Chance) {
    const NAMES: [&str; 9] = [
        "latency-400",
        "latency-3000",
        "rate-limit",
        "rate-limit-bare",
        "server-error",
        "server-error-after",
        "lost-reply",
        "reset",
        "truncate",
    ];
    let faults = (0..chance.below(4))
        .filter_map(|_| {
            let name = chance.pick(&NAMES)?;
            parse_fault(&format!("{name}:0.{:02}", chance.between(2, 35))).ok()
        })
        .collect();
    world.set_faults(faults);
}

/// One change behind the client's back.
pub fn change(
    world: &World,
    network: &Network,
    clock: &SimulatedClock,
    chance: &Chance,
    pool: &[(String, Vec<String>)],
    traces: &mut Traces,
) -> Result<(), String> {
    let control = |operation: Value| world.control(&operation, clock.time());
    match chance.below(100) {
        0..25 => {
            let Some((application, stages)) = chance.pick(pool) else { return Ok(()) };
            let Some(stage) = chance.pick(stages) else { return Ok(()) };
            traces.moved.insert(application.clone());
            control(json!({ "op": "move_application", "application_id": application, "stage_id": stage }))?;
        }
        25..45 => {
            let candidates = chance.between(1, 4);
            let done =
                control(json!({ "op": "touch", "candidates": candidates, "applications": chance.below(3) }))?;
            let ids = done["applications"].as_array().into_iter().flatten();
            traces.moved.extend(ids.filter_map(|id| id.as_str().map(str::to_owned)));
        }
        45..55 => {
            control(json!({ "op": "add_candidate", "name": "Zuzanna Kolibri" }))?;
        }
        55..60 => drop(control(json!({ "op": "expire_tokens" }))?),
        60..65 => drop(control(json!({ "op": "expire_cursors" }))?),
        65..69 => drop(control(json!({ "op": "delta_pages", "pages": chance.below(2) }))?),
        69..74 => drop(control(json!({ "op": "scopes", "withdraw": scopes(chance) }))?),
        74..80 => drop(control(json!({ "op": "scopes" }))?),
        80..82 => drop(control(json!({ "op": "revoke_key" }))?),
        82..86 => drop(control(json!({ "op": "restore_key" }))?),
        86..89 => {
            let endpoint = if chance.percent(50) { "candidate.list" } else { "application.list" };
            traces.malformed = true;
            control(json!({ "op": "malform", "endpoint": endpoint }))?;
        }
        89..92 => drop(control(json!({ "op": "clock", "advance_seconds": chance.between(1, 2_000_000) }))?),
        92..97 => {
            traces.cut = !traces.cut;
            network.unplug(traces.cut);
        }
        _ => trouble(world, chance),
    }
    Ok(())
}

fn scopes(chance: &Chance) -> Vec<&'static str> {
    const SCOPES: [&str; 5] =
        ["candidates:write", "candidates:read", "jobs:read", "interviews:read", "organization:read"];
    chance.pick(&SCOPES).into_iter().copied().collect()
}

/// Peace: no faults, the line whole, the key with all its rights.
pub fn calm(
    world: &World,
    network: &Network,
    clock: &SimulatedClock,
    traces: &mut Traces,
) -> Result<(), String> {
    world.set_faults(Vec::new());
    network.unplug(false);
    traces.cut = false;
    for operation in [
        json!({ "op": "scopes" }),
        json!({ "op": "restore_key" }),
        json!({ "op": "delta_pages", "pages": 50 }),
        // One still to come goes where nobody asks.
        json!({ "op": "malform", "endpoint": "nowhere" }),
    ] {
        world.control(&operation, clock.time())?;
    }
    Ok(())
}
