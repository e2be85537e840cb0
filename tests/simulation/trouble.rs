//! What goes wrong around the client, and peace.

use samara_sandbox::{World, parse_fault};
use serde_json::json;

use crate::chance::Chance;
use crate::life::Life;

/// What goes wrong from here on: nothing, or some of everything.
pub fn trouble(world: &World, chance: &Chance) {
    const NAMES: [&str; 10] = [
        "latency-400",
        "latency-3000",
        "slow-5000",
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

/// A right that the key loses.
pub fn scopes(chance: &Chance) -> Vec<&'static str> {
    const SCOPES: [&str; 7] = [
        "candidates:write",
        "candidates:read",
        "jobs:read",
        "interviews:read",
        "organization:read",
        "offers:read",
        "hiringProcessMetadata:read",
    ];
    chance.pick(&SCOPES).into_iter().copied().collect()
}

/// Peace: no faults, the line whole, the key with all its rights.
pub fn calm(life: &Life) -> Result<(), String> {
    life.world.set_faults(Vec::new());
    life.network.unplug(false);
    for operation in [
        json!({ "op": "scopes" }),
        json!({ "op": "confidential", "visible": true }),
        json!({ "op": "unpublished_postings", "is": "known" }),
        json!({ "op": "restore_key" }),
        json!({ "op": "accept" }),
        json!({ "op": "delta_pages", "pages": 50 }),
        // One still to come goes where nobody asks.
        json!({ "op": "malform", "endpoint": "nowhere" }),
    ] {
        life.world.control(&operation, life.clock.time())?;
    }
    Ok(())
}
