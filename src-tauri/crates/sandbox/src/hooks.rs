//! Webhooks: who wants to hear of what, and the messages on their way.
//!
//! A message is tried up to ten times, later and later; answers that say it will never be taken end it at once. A
//! webhook is pinged when it is made or changed, and switched off when the ping is not taken.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::World;
use crate::changes::Overlay;
use crate::generate::Workspace;
use crate::ids::Kind;
use crate::view::View;

/// What a webhook can be for.
pub(crate) const TYPES: [&str; 17] = [
    "applicationSubmit",
    "applicationUpdate",
    "candidateHire",
    "candidateStageChange",
    "candidateDelete",
    "candidateMerge",
    "interviewPlanTransition",
    "interviewScheduleCreate",
    "interviewScheduleUpdate",
    "jobPostingUpdate",
    "jobPostingPublish",
    "jobPostingUnpublish",
    "offerCreate",
    "offerUpdate",
    "offerDelete",
    "pushToHRIS",
    "surveySubmit",
];

const PING: &str = "ping";

/// How often a message is tried at most.
const ATTEMPTS: u32 = 10;

/// Answers after which a message is not tried again.
const FINAL: [u16; 5] = [401, 403, 404, 405, 410];

/// A webhook as it was set up.
#[derive(Debug, Clone)]
pub(crate) struct Hook {
    pub kind: String,
    pub url: String,
    pub secret: String,
    pub enabled: bool,
}

/// A message to a webhook, to be sent as `POST` with these bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Where to.
    pub url: String,
    /// The value of the header `Ashby-Signature`.
    pub signature: String,
    /// JSON.
    pub body: Vec<u8>,
    hook: u64,
    ping: bool,
    /// How often it was tried before.
    tried: u32,
    /// Not before this moment, in milliseconds since 1970.
    due: i64,
}

/// All webhooks, and the messages that wait.
#[derive(Debug, Default)]
pub(crate) struct Hooks {
    pub settings: BTreeMap<u64, Hook>,
    /// How many were ever made, and how many events were told.
    pub made: u64,
    events: u64,
    waiting: Vec<Delivery>,
}

impl Hooks {
    fn wants(&self, action: &str) -> bool {
        self.settings.values().any(|hook| hook.enabled && hook.kind == action)
    }

    /// Puts a message on its way to those who want it; all of them get the same event id.
    fn send(&mut self, event: &str, action: &str, data: &Value, now: i64, to: impl Fn(u64, &Hook) -> bool) {
        self.events += 1;
        let message = json!({ "webhookActionId": event, "action": action, "data": data });
        let body = message.to_string().into_bytes();
        for (index, hook) in self.settings.iter().filter(|(index, hook)| to(**index, hook)) {
            self.waiting.push(Delivery {
                url: hook.url.clone(),
                signature: signature(&hook.secret, &body),
                body: body.clone(),
                hook: *index,
                ping: action == PING,
                tried: 0,
                due: now,
            });
        }
    }
}

/// `sha256=` and the HMAC of the bytes in lower-case hexadecimal.
fn signature(secret: &str, body: &[u8]) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return String::new() };
    mac.update(body);
    let digits: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256={digits}")
}

/// Tells the webhooks of an event; `data` is only looked up when someone wants to hear.
pub(crate) fn tell(
    workspace: &Workspace,
    overlay: &mut Overlay,
    action: &str,
    now: i64,
    data: impl FnOnce(&View) -> Value,
) {
    if overlay.hooks.wants(action) {
        let data = data(&View::whole(workspace, overlay));
        let event = workspace.ids.id(Kind::Message, overlay.hooks.events);
        overlay.hooks.send(&event, action, &data, now, |_, hook| hook.enabled && hook.kind == action);
    }
}

/// Pings one webhook.
pub(crate) fn ping(workspace: &Workspace, overlay: &mut Overlay, index: u64, now: i64) {
    let event = workspace.ids.id(Kind::Message, overlay.hooks.events);
    let data = json!({ "webhookActionType": PING });
    overlay.hooks.send(&event, PING, &data, now, |at, _| at == index);
}

/// Tells of an application; `actions` in the order Ashby names them.
pub(crate) fn tell_application(
    workspace: &Workspace,
    overlay: &mut Overlay,
    index: u64,
    actions: &[&str],
    now: i64,
) {
    for action in actions {
        tell(workspace, overlay, action, now, |view| {
            let application = view.application(index);
            json!({ "application": application.map(|it| view.application_record(index, &it, false)) })
        });
    }
}

impl World {
    /// The messages to webhooks that are due, taken out of the queue; each must be answered with
    /// [`World::delivered`].
    pub fn due_deliveries(&self, now: DateTime<Utc>) -> Vec<Delivery> {
        let now = self.ahead(now).timestamp_millis();
        let mut overlay = self.overlay_mut();
        let (due, waiting) =
            std::mem::take(&mut overlay.hooks.waiting).into_iter().partition(|it| it.due <= now);
        overlay.hooks.waiting = waiting;
        due
    }

    /// What became of a message: the HTTP status it was answered with, or nothing.
    pub fn delivered(&self, mut delivery: Delivery, status: Option<u16>, now: DateTime<Utc>) {
        let now = self.ahead(now).timestamp_millis();
        let taken = status.is_some_and(|status| (200..300).contains(&status));
        let mut overlay = self.overlay_mut();
        if delivery.ping {
            if let Some(hook) = overlay.hooks.settings.get_mut(&delivery.hook) {
                hook.enabled = hook.enabled && taken;
            }
            return;
        }
        delivery.tried += 1;
        let ended =
            taken || status.is_some_and(|status| FINAL.contains(&status)) || delivery.tried >= ATTEMPTS;
        if !ended && overlay.hooks.settings.contains_key(&delivery.hook) {
            delivery.due = now + ((1 << delivery.tried) - 1) * 10_000;
            overlay.hooks.waiting.push(delivery);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_those_of_the_standard() {
        // RFC 4231, test case 2.
        let signed = signature("Jefe", b"what do ya want for nothing?");
        assert_eq!(signed, "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }
}
