//! Webhooks set up through the API.

use serde_json::{Value, json};

use super::{Call, Found};
use crate::envelope::{Answer, Refusal, Success};
use crate::hooks::{self, Hook, TYPES};
use crate::ids::Kind;

pub(super) fn endpoint(method: &str) -> Found {
    Some(match method {
        "create" => ("apiKeys:write", create),
        "info" => ("apiKeys:read", info),
        "update" => ("apiKeys:write", update),
        "delete" => ("apiKeys:write", delete),
        _ => return None,
    })
}

fn shown(call: &Call, index: u64, hook: &Hook, with_secret: bool) -> Value {
    let id = call.world.workspace.ids.id(Kind::Webhook, index);
    let mut record =
        json!({ "id": id, "enabled": hook.enabled, "requestUrl": hook.url, "webhookType": hook.kind });
    if with_secret {
        crate::changes::set(&mut record, "secretToken", json!(hook.secret));
    }
    record
}

fn url<'a>(call: &'a Call, name: &str) -> Result<Option<&'a str>, Refusal> {
    match call.arguments.text(name)? {
        Some(url) if !url.starts_with("https://") && !url.starts_with("http://") => {
            Err(Refusal::invalid(format!("{name} must be a URL")))
        }
        url => Ok(url),
    }
}

fn create(call: &Call) -> Answer {
    let arguments = &call.arguments;
    let kind = arguments.word("webhookType", &TYPES)?;
    let kind = kind.ok_or_else(|| Refusal::invalid("webhookType is required"))?;
    let url = url(call, "requestUrl")?.ok_or_else(|| Refusal::invalid("requestUrl is required"))?;
    let secret = arguments.needed("secretToken")?;
    let hook = Hook { kind: kind.into(), url: url.into(), secret: secret.into(), enabled: true };
    let mut overlay = call.world.overlay_mut();
    let index = overlay.hooks.made;
    overlay.hooks.made += 1;
    overlay.hooks.settings.insert(index, hook.clone());
    hooks::ping(&call.world.workspace, &mut overlay, index, call.now_ms());
    Ok(Success::of(shown(call, index, &hook, true)))
}

fn find(call: &Call) -> Result<u64, Refusal> {
    let index = call.world.workspace.ids.index(Kind::Webhook, call.arguments.id("webhookId")?);
    let here = |index: &u64| call.world.overlay().hooks.settings.contains_key(index);
    let message = "There is no webhook with this id.";
    index.filter(here).ok_or_else(|| Refusal::new("webhook_not_found", message))
}

fn info(call: &Call) -> Answer {
    let index = find(call)?;
    let overlay = call.world.overlay();
    Ok(Success::of(
        overlay.hooks.settings.get(&index).map_or(Value::Null, |hook| shown(call, index, hook, false)),
    ))
}

fn update(call: &Call) -> Answer {
    let index = find(call)?;
    let arguments = &call.arguments;
    let (url, secret) = (url(call, "requestUrl")?, arguments.text("secretToken")?);
    let enabled = arguments.value("enabled").filter(|it| !it.is_null());
    if url.is_none() && secret.is_none() && enabled.is_none() {
        return Err(Refusal::invalid("enabled, requestUrl or secretToken is required"));
    }
    let enabled = enabled.map(|_| arguments.flag("enabled")).transpose()?;
    let mut overlay = call.world.overlay_mut();
    let hook = overlay.hooks.settings.get_mut(&index);
    let hook = hook.ok_or_else(|| Refusal::new("webhook_not_found", "There is no webhook with this id."))?;
    hook.url = url.map_or_else(|| hook.url.clone(), str::to_owned);
    hook.secret = secret.map_or_else(|| hook.secret.clone(), str::to_owned);
    hook.enabled = enabled.unwrap_or(hook.enabled);
    let hook = hook.clone();
    if hook.enabled {
        hooks::ping(&call.world.workspace, &mut overlay, index, call.now_ms());
    }
    Ok(Success::of(shown(call, index, &hook, true)))
}

fn delete(call: &Call) -> Answer {
    let index = find(call)?;
    call.world.overlay_mut().hooks.settings.remove(&index);
    Ok(Success::of(json!({ "webhookId": call.arguments.text("webhookId")? })))
}
