//! The rules of the day: faults, scopes, tokens, the clock.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{Done, Operation};
use crate::World;
use crate::faults::{Fault, parse_fault};
use crate::scopes::Scopes;
use crate::world::{Malform, Rules, TurnDown, Unpublished};

/// Carries out what concerns the rules; `None` for other operations.
pub(super) fn run(world: &World, name: &str, operation: &Operation) -> Option<Done> {
    Some(match name {
        "faults" => faults(world, operation),
        "scopes" => scopes(world, operation),
        "revoke_key" => rule(world, |rules| rules.key_revoked = true),
        "restore_key" => rule(world, |rules| rules.key_revoked = false),
        "expire_tokens" => rule(world, |rules| rules.token_epoch = rules.token_epoch.wrapping_add(1)),
        "expire_cursors" => rule(world, |rules| rules.cursor_epoch = rules.cursor_epoch.wrapping_add(1)),
        "forget_tokens" => rule(world, |rules| rules.token_key = rules.token_key.wrapping_add(1)),
        "forget_cursors" => rule(world, |rules| rules.cursor_key = rules.cursor_key.wrapping_add(1)),
        "delta_pages" => delta_pages(world, operation),
        "page_size" => page_size(world, operation),
        "clock" => clock(world, operation),
        "malform" => malform(world, operation),
        "refuse" => refuse(world, operation),
        "accept" => rule(world, |rules| rules.turn_down.clear()),
        "unpublished_postings" => unpublished(world, operation),
        "block_forms" => {
            let on = operation.flag("on");
            rule(world, |rules| rules.forms_blocked = on)
        }
        "upload_host" => {
            let url = operation.text("url").map(str::to_owned);
            rule(world, |rules| rules.upload_host = url)
        }
        "expire_uploads" => {
            for upload in &mut world.overlay_mut().uploads {
                upload.until = i64::MIN;
            }
            Ok(json!({ "ok": true }))
        }
        "acting" => {
            let allowed = operation.flag("allowed");
            rule(world, |rules| rules.may_act = allowed)
        }
        "confidential" => confidential(world, operation),
        _ => return None,
    })
}

#[expect(clippy::unnecessary_wraps, reason = "every operation answers alike")]
fn rule(world: &World, change: impl FnOnce(&mut Rules)) -> Done {
    change(&mut world.rules());
    Ok(json!({ "ok": true }))
}

fn delta_pages(world: &World, operation: &Operation) -> Done {
    let pages = operation.number("pages").ok_or("pages is missing")?;
    rule(world, |rules| rules.delta_pages = pages)
}

fn page_size(world: &World, operation: &Operation) -> Done {
    let records = operation.number("records").ok_or("records is missing")?;
    rule(world, |rules| rules.page_size = records.max(1))
}

fn clock(world: &World, operation: &Operation) -> Done {
    let seconds = operation.fields.get("advance_seconds").and_then(Value::as_i64);
    let jump = TimeDelta::try_seconds(seconds.ok_or("advance_seconds is missing")?)
        .ok_or("advance_seconds is too large")?;
    rule(world, |rules| {
        rules.clock_ahead = rules.clock_ahead.checked_add(&jump).unwrap_or(rules.clock_ahead);
    })
}

fn malform(world: &World, operation: &Operation) -> Done {
    let endpoint = operation.needed("endpoint")?.to_owned();
    let field = operation.text("field").unwrap_or("id").to_owned();
    rule(world, |rules| rules.malform = Some(Malform { endpoint, field }))
}

/// Codes an endpoint can be told to refuse with.
const CODES: &[&str] = &[
    "sync_token_expired",
    "sync_token_invalid",
    "incremental_sync_too_large",
    "next_cursor_expired",
    "invalid_next_cursor",
    "invalid_input",
    "application_not_found",
    "candidate_not_found",
    "opening_in_use",
    "generic_internal_error",
];

fn refuse(world: &World, operation: &Operation) -> Done {
    let code = operation.needed("code")?;
    let code = CODES.iter().find(|it| **it == code).ok_or_else(|| format!("no such code: {code}"))?;
    let turn_down = TurnDown {
        endpoint: operation.needed("endpoint")?.to_owned(),
        code,
        times: operation.number("times").unwrap_or(1),
        paged: operation.flag("paged"),
    };
    rule(world, |rules| {
        rules.turn_down.retain(|it| it.times > 0);
        rules.turn_down.push(turn_down);
    })
}

fn unpublished(world: &World, operation: &Operation) -> Done {
    let is = match operation.needed("is")? {
        "known" => Unpublished::Known,
        "ignored" => Unpublished::Ignored,
        "refused" => Unpublished::Refused,
        other => return Err(format!("is must be known, ignored or refused, not {other}")),
    };
    rule(world, |rules| rules.unpublished = is)
}

fn confidential(world: &World, operation: &Operation) -> Done {
    let visible = operation.fields.get("visible").and_then(Value::as_bool).ok_or("visible is missing")?;
    world.overlay_mut().confidential_hidden = !visible;
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
