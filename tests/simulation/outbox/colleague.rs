//! What colleagues do in Ashby while the recruiter works, and trouble on the line.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::Story;
use crate::trouble::{scopes, trouble};

/// What was done that the checks have to know.
#[derive(Debug, Default)]
pub struct Traces {
    /// Ashby's ids of applications that colleagues moved.
    pub moved: HashSet<String>,
    /// Ashby's ids of candidates who were merged or deleted, or whom nobody may read any more.
    pub gone: HashSet<String>,
    cut: bool,
}

impl Story {
    /// One change behind the client's back.
    pub(super) fn meanwhile(&self) -> Result<(), String> {
        let chance = &self.life.chance;
        let mut traces = self.traces.borrow_mut();
        let control = |operation: Value| self.life.world.control(&operation, self.life.clock.time());
        match chance.below(100) {
            0..25 => {
                let Some((application, stages)) = chance.pick(&self.places) else { return Ok(()) };
                let Some(stage) = chance.pick(stages) else { return Ok(()) };
                traces.moved.insert(application.clone());
                let moved =
                    json!({ "op": "move_application", "application_id": application, "stage_id": stage });
                // Whose candidate is gone is moved by nobody.
                let _ = control(moved);
            }
            25..40 => {
                let candidates = chance.between(1, 4);
                let touch =
                    json!({ "op": "touch", "candidates": candidates, "applications": chance.below(3) });
                let done = control(touch)?;
                let ids = done["applications"].as_array().into_iter().flatten();
                traces.moved.extend(ids.filter_map(|id| id.as_str().map(str::to_owned)));
            }
            40..43 => {
                let (Some(one), Some(other)) = (chance.pick(&self.pool), chance.pick(&self.pool)) else {
                    return Ok(());
                };
                let (from, into) = (&one.candidate_remote_id, &other.candidate_remote_id);
                if from != into && chance.percent(60) {
                    let merge = json!({ "op": "merge_candidates", "from": from, "into": into });
                    if control(merge).is_ok() {
                        traces.gone.extend([from.clone(), into.clone()]);
                    }
                } else if control(json!({ "op": "delete_candidate", "candidate_id": from })).is_ok() {
                    traces.gone.insert(from.clone());
                }
            }
            43..50 => drop(control(json!({ "op": "add_candidate", "name": "Zuzanna Kolibri" }))?),
            50..55 => drop(control(json!({ "op": "expire_tokens" }))?),
            55..60 => drop(control(json!({ "op": "expire_cursors" }))?),
            60..67 => drop(control(json!({ "op": "scopes", "withdraw": scopes(chance) }))?),
            67..76 => drop(control(json!({ "op": "scopes" }))?),
            76..78 => drop(control(json!({ "op": "revoke_key" }))?),
            78..84 => drop(control(json!({ "op": "restore_key" }))?),
            84..87 => {
                let seconds = chance.between(1, 2_000_000);
                drop(control(json!({ "op": "clock", "advance_seconds": seconds }))?);
            }
            87..89 => self.life.clock.jump(i64::try_from(chance.below(200_000)).unwrap_or(0) - 100_000),
            89..97 => {
                traces.cut = !traces.cut;
                self.life.network.unplug(traces.cut);
            }
            _ => trouble(&self.life.world, chance),
        }
        Ok(())
    }
}
