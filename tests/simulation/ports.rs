//! The world outside as the simulation gives it to the engine: a clock that only sleeping moves, a network that can
//! be pulled, a vault in memory, and a killer that may strike at any call of them.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use samara_ashby::{Clock, Entropy, HttpReply, HttpRequest, Transport, TransportError};
use samara_engine::Failure;
use samara_engine::demo::InProcess;
use samara_engine::text::{TextReader, Unreadable};
use samara_sandbox::World;
use samara_store::vault::{self, Secrets, Vault};
use serde_json::Value;

use crate::chance::Chance;
use crate::garbled::garble;
use crate::planted::Planted;

/// What a killed engine unwinds with.
pub struct Killed;

/// Ends the engine at the n-th call of a port: before or after a request reached Ashby, between two writes, anywhere.
#[derive(Debug)]
pub struct Killer {
    calls_left: AtomicI64,
}

impl Default for Killer {
    fn default() -> Self {
        Self { calls_left: AtomicI64::new(i64::MAX) }
    }
}

impl Killer {
    /// Strikes after this many calls.
    pub fn arm(&self, calls: u64) {
        self.calls_left.store(i64::try_from(calls).unwrap_or(i64::MAX), Ordering::Relaxed);
    }

    /// Lets the engine live.
    pub fn disarm(&self) {
        self.calls_left.store(i64::MAX, Ordering::Relaxed);
    }

    /// A call of a port: the last one, if it is time.
    pub fn pass(&self) {
        if self.calls_left.fetch_sub(1, Ordering::Relaxed) <= 0 && !std::thread::panicking() {
            self.disarm();
            std::panic::resume_unwind(Box::new(Killed));
        }
    }
}

/// Tokio's clock, which stands still but for sleeping, from an invented day on. What the client is told may be off.
pub struct SimulatedClock {
    begin: tokio::time::Instant,
    ahead: AtomicI64,
    killer: Arc<Killer>,
}

impl SimulatedClock {
    /// A clock that begins now, in a runtime whose time is paused.
    pub fn new(killer: Arc<Killer>) -> Self {
        Self { begin: tokio::time::Instant::now(), ahead: AtomicI64::new(0), killer }
    }

    /// Sets the client's clock forward, or back.
    pub fn jump(&self, seconds: i64) {
        self.ahead.fetch_add(seconds, Ordering::Relaxed);
    }

    /// The time the client is told.
    pub fn told(&self) -> DateTime<Utc> {
        self.time() + TimeDelta::seconds(self.ahead.load(Ordering::Relaxed))
    }

    /// The true time, for the simulation itself and for Ashby.
    pub fn time(&self) -> DateTime<Utc> {
        let born = DateTime::from_timestamp(1_795_000_000, 0).unwrap_or_default();
        born + TimeDelta::from_std(self.begin.elapsed()).unwrap_or_default()
    }
}

#[async_trait]
impl Clock for SimulatedClock {
    fn now(&self) -> DateTime<Utc> {
        self.killer.pass();
        self.told()
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}

/// Ashby's clock, which is right.
pub struct TrueClock(pub Arc<SimulatedClock>);

#[async_trait]
impl Clock for TrueClock {
    fn now(&self) -> DateTime<Utc> {
        self.0.time()
    }

    async fn sleep(&self, duration: Duration) {
        self.0.sleep(duration).await;
    }
}

/// Gives fixed numbers first, so that two workspaces get the same id, then those of a stream.
pub struct Ids<E> {
    fixed: Mutex<Vec<u64>>,
    then: E,
}

impl<E> Ids<E> {
    /// The same id for every workspace of a seed.
    pub fn new(then: E) -> Self {
        Self { fixed: Mutex::new(vec![7, 7]), then }
    }
}

impl<E: Entropy> Entropy for Ids<E> {
    fn next_u64(&self) -> u64 {
        let fixed = self.fixed.lock().unwrap_or_else(PoisonError::into_inner).pop();
        fixed.unwrap_or_else(|| self.then.next_u64())
    }
}

/// A keychain that outlives the engine.
#[derive(Default)]
pub struct Memory {
    kept: Mutex<HashMap<String, Secrets>>,
}

impl Memory {
    fn kept(&self) -> MutexGuard<'_, HashMap<String, Secrets>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Vault for Memory {
    fn load(&self, workspace: &str) -> Result<Secrets, vault::Error> {
        self.kept().get(workspace).cloned().ok_or(vault::Error::Absent)
    }

    fn save(&self, workspace: &str, secrets: &Secrets) -> Result<(), vault::Error> {
        self.kept().insert(workspace.to_owned(), secrets.clone());
        Ok(())
    }

    fn forget(&self, workspace: &str) -> Result<(), vault::Error> {
        self.kept().remove(workspace);
        Ok(())
    }
}

/// Says only how large a file is: a seed has no time to read.
pub struct Weighed;

#[async_trait]
impl TextReader for Weighed {
    async fn read(&self, file: Bytes) -> Result<Result<String, Unreadable>, Failure> {
        Ok(Ok(format!("{} bytes", file.len())))
    }
}

/// The network between the engine and the world.
pub struct Network {
    inner: InProcess,
    clock: Arc<SimulatedClock>,
    killer: Arc<Killer>,
    planted: Option<Planted>,
    /// Spoils what is read while it is there.
    garbler: Mutex<Option<Chance>>,
    unplugged: AtomicBool,
    /// Cursors answered in this run, by endpoint.
    walked: Mutex<HashSet<(String, String)>>,
    /// A record of the first list, for a bug that never lets go of it.
    first: Mutex<Option<Value>>,
    /// What the engine did that it must never do.
    pub sins: Mutex<Vec<String>>,
}

impl Network {
    /// A network into the world.
    pub fn new(
        world: Arc<World>,
        clock: Arc<SimulatedClock>,
        killer: Arc<Killer>,
        planted: Option<Planted>,
    ) -> Self {
        Self {
            inner: InProcess::new(world, Arc::new(TrueClock(Arc::clone(&clock)))),
            clock,
            killer,
            planted,
            garbler: Mutex::default(),
            unplugged: AtomicBool::new(false),
            walked: Mutex::default(),
            first: Mutex::default(),
            sins: Mutex::default(),
        }
    }

    /// Pulls the plug, or puts it back.
    pub fn unplug(&self, unplugged: bool) {
        self.unplugged.store(unplugged, Ordering::Relaxed);
    }

    /// Spoils every record from here on.
    pub fn garble(&self, chance: Chance) {
        *self.garbler.lock().unwrap_or_else(PoisonError::into_inner) = Some(chance);
    }

    /// A new run begins: it may walk where the last one did.
    pub fn new_run(&self) {
        self.walked.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn note_walk(&self, endpoint: &str, request: &HttpRequest, reply: &HttpReply) {
        let body: Value = serde_json::from_slice(&request.body).unwrap_or_default();
        if let Some(cursor) = body["cursor"].as_str().map(str::to_owned)
            && serde_json::from_slice::<Value>(&reply.body).is_ok_and(|body| body["success"] == true)
            && !self
                .walked
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .insert((endpoint.to_owned(), cursor))
        {
            let mut sins = self.sins.lock().unwrap_or_else(PoisonError::into_inner);
            sins.push(format!("{endpoint} was asked the same cursor twice"));
        }
    }
}

#[async_trait]
impl Transport for Network {
    async fn send(&self, request: HttpRequest) -> Result<HttpReply, TransportError> {
        self.killer.pass();
        if self.unplugged.load(Ordering::Relaxed) {
            self.clock.sleep(Duration::from_millis(20)).await;
            return Err(TransportError::NotSent("no route".to_owned()));
        }
        let endpoint = request.url.rsplit('/').next().unwrap_or_default().to_owned();
        let sent = self.planted.map_or_else(|| request.clone(), |bug| bug.spoil_request(&endpoint, &request));
        let mut outcome = self.inner.send(sent.clone()).await;
        if let Some(bug) = self.planted {
            if bug.sends_again(&endpoint, &outcome) {
                outcome = self.inner.send(sent).await;
            }
            let mut first = self.first.lock().unwrap_or_else(PoisonError::into_inner);
            outcome = outcome.map(|reply| bug.spoil_reply(&endpoint, reply, &mut first));
        }
        if let Some(chance) = self.garbler.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            outcome = outcome.map(|reply| garble(chance, reply));
        }
        self.killer.pass();
        if let Ok(reply) = &outcome {
            self.note_walk(&endpoint, &request, reply);
            if self.planted == Some(Planted::WalksTwice) {
                self.note_walk(&endpoint, &request, reply);
            }
        }
        outcome
    }
}
