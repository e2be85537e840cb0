//! One workspace behind one key: what comes in, what goes wrong, what goes out.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use crate::changes::Overlay;
use crate::draw::{Draw, Stream};
use crate::endpoint::{self, Call};
use crate::envelope::{self, Refusal};
use crate::faults::{Fault, FaultKind, Faults, Strike};
use crate::generate::Workspace;
use crate::ids::Kind;
use crate::ledger::Ledger;
use crate::scopes::Scopes;
use crate::view::View;
use crate::{Config, Outcome, Reply, Request};

/// The rules of the day, all of them open to the control endpoint.
#[derive(Debug)]
pub(crate) struct Rules {
    pub scopes: Scopes,
    pub key_revoked: bool,
    pub faults: Faults,
    /// Tokens and cursors of an earlier epoch have expired.
    pub token_epoch: u16,
    pub cursor_epoch: u16,
    /// How far the world's clock runs ahead of the requests'.
    pub clock_ahead: TimeDelta,
    /// A delta of more pages is refused as too large.
    pub delta_pages: u64,
    /// Records a page holds at most, whatever is asked for.
    pub page_size: u64,
    pub malform: Option<Malform>,
    pub unpublished: Unpublished,
    /// Tokens and cursors handed out before the last of these can no longer be read.
    pub token_key: u16,
    pub cursor_key: u16,
    pub turn_down: Vec<TurnDown>,
    /// Every form sent in is turned away.
    pub forms_blocked: bool,
    /// Where uploads are sent instead of the workspace itself.
    pub upload_host: Option<String>,
    /// The key may act on behalf of users.
    pub may_act: bool,
}

/// Calls of an endpoint that are refused with a code, whatever they say.
#[derive(Debug, Clone)]
pub(crate) struct TurnDown {
    pub endpoint: String,
    pub code: &'static str,
    /// How many more.
    pub times: u64,
    /// Only calls that bring a cursor or a sync token.
    pub paged: bool,
}

/// Whether this Ashby knows how to list drafts of postings, which is newer than its published description.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unpublished {
    Known,
    /// The question is passed over.
    Ignored,
    /// The question is refused as `invalid_input`.
    Refused,
}

/// A field to break in one record of the next page of an endpoint.
#[derive(Debug, Clone)]
pub(crate) struct Malform {
    pub endpoint: String,
    pub field: String,
}

/// An Ashby workspace that answers requests.
#[derive(Debug)]
pub struct World {
    pub(crate) workspace: Workspace,
    api_key: Option<String>,
    base_url: RwLock<String>,
    overlay: RwLock<Overlay>,
    rules: Mutex<Rules>,
    ledger: Mutex<Ledger>,
    requests: AtomicU64,
    /// When it was first served: its clock runs on while no server does.
    #[cfg(feature = "server")]
    pub(crate) served: std::sync::OnceLock<tokio::time::Instant>,
}

impl World {
    /// Creates a workspace; takes the same time whatever its size.
    pub fn new(config: Config) -> Self {
        let rules = Rules {
            scopes: Scopes::default(),
            key_revoked: false,
            faults: Faults::default(),
            token_epoch: 0,
            cursor_epoch: 0,
            clock_ahead: TimeDelta::zero(),
            delta_pages: 50,
            page_size: 100,
            malform: None,
            unpublished: Unpublished::Known,
            token_key: 0,
            cursor_key: 0,
            turn_down: Vec::new(),
            forms_blocked: false,
            upload_host: None,
            may_act: true,
        };
        Self {
            workspace: Workspace::new(config.seed, config.candidates, config.now),
            api_key: config.api_key,
            base_url: RwLock::new(config.base_url),
            overlay: RwLock::default(),
            rules: Mutex::new(rules),
            ledger: Mutex::default(),
            requests: AtomicU64::new(0),
            #[cfg(feature = "server")]
            served: std::sync::OnceLock::new(),
        }
    }

    /// The moment the world was made for; its history lies before it.
    pub fn born(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.workspace.now).unwrap_or_default()
    }

    /// Answers a request, or fails to, as the faults in force have it.
    pub fn handle(&self, request: &Request) -> Outcome {
        let number = self.requests.fetch_add(1, Ordering::Relaxed);
        let name = endpoint_name(request.path);
        let (strike, ahead) = {
            let mut rules = self.rules();
            (rules.faults.strike(self.workspace.seed, number, name), rules.clock_ahead)
        };
        let now = request.now.checked_add_signed(ahead).unwrap_or(request.now);
        let mut draw = Draw::at(self.workspace.seed, Stream::Request, number);
        let request_id = envelope::request_id(now, (draw.next(), draw.next()));
        let mut outcome = self.struck(request, name, now, &request_id, strike);
        if let Outcome::Reply(reply) | Outcome::Truncated(reply) = &mut outcome {
            reply.headers.push(("Date".into(), now.format("%a, %d %b %Y %H:%M:%S GMT").to_string()));
        }
        self.ledger().count(name, &outcome);
        outcome
    }

    fn struck(&self, request: &Request, name: &str, now: DateTime<Utc>, id: &str, strike: Strike) -> Outcome {
        let timed = |mut reply: Reply| {
            reply.delay = strike.delay;
            reply.slow = strike.slow;
            reply
        };
        match strike.failure {
            Some(FaultKind::Reset) => return Outcome::Closed { committed: false },
            Some(FaultKind::RateLimit) => {
                let mut reply = rate_limited(id);
                reply.headers.push(("Retry-After".into(), "1".into()));
                return Outcome::Reply(timed(reply));
            }
            Some(FaultKind::RateLimitBare) => return Outcome::Reply(timed(rate_limited(id))),
            Some(FaultKind::ServerError) => return Outcome::Reply(timed(broken(id))),
            _ => {}
        }
        let (reply, committed) = self.answer(request, name, now, id);
        match strike.failure {
            Some(FaultKind::LostReply) => Outcome::Closed { committed },
            Some(FaultKind::ServerErrorAfter) => Outcome::Reply(timed(broken(id))),
            Some(FaultKind::Truncate) => Outcome::Truncated(timed(reply)),
            _ => Outcome::Reply(timed(reply)),
        }
    }

    /// The answer, and whether the request succeeded.
    fn answer(&self, request: &Request, name: &str, now: DateTime<Utc>, id: &str) -> (Reply, bool) {
        if let Some(file) = request.path.strip_prefix("/files/") {
            let reply = endpoint::download(self, request.method, file, now);
            let found = reply.status == 200;
            return (reply, found);
        }
        if name == "uploads" {
            let reply = endpoint::receive(self, request.method, request.body, now);
            let taken = reply.status == 204;
            return (reply, taken);
        }
        if let Some(reply) = self.turn_away(request) {
            return (reply, false);
        }
        let Some(found) = endpoint::find(name) else {
            return (envelope::plain(404, "There is no such endpoint."), false);
        };
        if request.method != "POST" {
            return (envelope::plain(404, "Every endpoint is called with POST."), false);
        }
        if !self.rules().scopes.allow(found.scope) {
            let message = format!("The API key lacks the permission {} that {name} requires.", found.scope);
            let refusal = Refusal { status: 403, code: "missing_endpoint_permission", message };
            return (envelope::failure(&refusal, id), false);
        }
        let actor = self.actor(request.acting_user);
        let read = actor.and_then(|actor| Ok(Call { actor, ..Call::read(self, name, request.body, now)? }));
        let answer = read.and_then(|call| match self.turned_down(&call) {
            Some(refusal) => Err(refusal),
            None => (found.answer)(&call),
        });
        if found.writes() {
            self.ledger().write(name, request.body, now, answer.as_ref().err().map(|refusal| refusal.code));
        }
        match answer {
            Ok(success) => (envelope::success(self.malformed(name, success)), true),
            Err(refusal) => (envelope::failure(&refusal, id), false),
        }
    }

    /// Who acts: the user of the key, or the one a call names, where the key may act for others.
    fn actor(&self, user: Option<&str>) -> Result<usize, Refusal> {
        let Some(id) = user else { return Ok(0) };
        if !self.rules().may_act {
            let message = "The API key may not act on behalf of a user.".to_owned();
            return Err(Refusal { status: 403, code: "missing_endpoint_permission", message });
        }
        let overlay = self.overlay();
        let found = View::new(&self.workspace, &overlay).named(Kind::User, id);
        let found = found.filter(|(_, user)| user.get("isEnabled") == Some(&Value::Bool(true)));
        let place = found.and_then(|(place, _)| usize::try_from(place).ok());
        place.ok_or_else(|| Refusal::invalid("X-On-Behalf-Of must name a user who is enabled"))
    }

    /// Whether the control endpoint asked to refuse this call.
    fn turned_down(&self, call: &Call) -> Option<Refusal> {
        let paged =
            ["cursor", "syncToken"].iter().any(|name| matches!(call.arguments.text(name), Ok(Some(_))));
        let mut rules = self.rules();
        let found = rules
            .turn_down
            .iter_mut()
            .find(|it| it.times > 0 && it.endpoint == call.name && (paged || !it.paged));
        found.map(|it| {
            it.times -= 1;
            Refusal::new(it.code, "The sandbox was told to refuse this.")
        })
    }

    /// 401 without a key, 403 with one that is not let in.
    fn turn_away(&self, request: &Request) -> Option<Reply> {
        let Some(header) = request.authorization else {
            return Some(envelope::plain(401, "No API key was provided."));
        };
        let key = header
            .split_once(' ')
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("basic"))
            .and_then(|(_, coded)| STANDARD.decode(coded.trim()).ok())
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .and_then(|pair| pair.split_once(':').map(|(key, _)| key.to_owned()))
            .filter(|key| !key.is_empty());
        let Some(key) = key else {
            return Some(envelope::plain(401, "No API key was provided."));
        };
        let wrong = self.api_key.as_ref().is_some_and(|right| *right != key);
        (wrong || self.rules().key_revoked)
            .then(|| envelope::plain(403, "The API key is wrong or has been deactivated."))
    }

    /// Breaks a field of one record when the control endpoint asked for it and there is a record to break.
    fn malformed(&self, name: &str, mut success: envelope::Success) -> envelope::Success {
        let mut rules = self.rules();
        let Some(malform) = rules.malform.as_ref().filter(|it| it.endpoint == name) else { return success };
        let record = success
            .fields
            .get_mut("results")
            .and_then(Value::as_array_mut)
            .and_then(|results| {
                let middle = results.len() / 2;
                results.get_mut(middle)
            })
            .and_then(Value::as_object_mut);
        if let Some(record) = record {
            let nonsense =
                if malform.field == "id" { Value::from(17) } else { Value::Object(serde_json::Map::new()) };
            record.insert(malform.field.clone(), nonsense);
            rules.malform = None;
        }
        success
    }

    /// Looks into the world or changes it from outside; `control.rs` lists the operations.
    ///
    /// # Errors
    /// A sentence naming what the operation lacks or what it does not know.
    pub fn control(&self, operation: &Value, now: DateTime<Utc>) -> Result<Value, String> {
        crate::control::run(self, operation, self.ahead(now))
    }

    /// The world's own time at this moment of its caller's.
    pub(crate) fn ahead(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        now.checked_add_signed(self.rules().clock_ahead).unwrap_or(now)
    }

    /// Replaces the faults in force.
    pub fn set_faults(&self, faults: Vec<Fault>) {
        self.rules().faults = Faults::new(faults);
    }

    /// Replaces the prefix of file URLs, for instance once the port is known.
    pub fn set_base_url(&self, base_url: String) {
        *self.base_url.write().unwrap_or_else(PoisonError::into_inner) = base_url;
    }

    pub(crate) fn base_url(&self) -> String {
        self.base_url.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn overlay(&self) -> RwLockReadGuard<'_, Overlay> {
        self.overlay.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn overlay_mut(&self) -> RwLockWriteGuard<'_, Overlay> {
        self.overlay.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn rules(&self) -> MutexGuard<'_, Rules> {
        self.rules.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn endpoint_name(path: &str) -> &str {
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    if path.starts_with("/files/") { "files" } else { path.trim_start_matches('/') }
}

fn rate_limited(id: &str) -> Reply {
    let message = "Too many requests. Slow down and try again.".to_owned();
    envelope::failure(&Refusal { status: 429, code: "rate_limit_exceeded", message }, id)
}

fn broken(id: &str) -> Reply {
    let message = "Something went wrong on our side.".to_owned();
    envelope::failure(&Refusal { status: 500, code: "generic_internal_error", message }, id)
}
