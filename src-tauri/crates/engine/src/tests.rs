//! The engine as a host has it: commands on a desk, an emulated Ashby behind it, time that only sleeping moves.

mod action;
mod agenda;
mod arranged;
mod at_once;
mod board;
mod create;
mod extra_action;
mod extras;
mod jobs;
mod key;
mod leave;
mod merge;
mod mode;
mod outbox;
mod page;
mod passthrough;
mod pending;
mod person;
mod plans;
mod process;
mod read_only;
mod recovery;
mod rejection;
mod remapping;
mod retention;
mod schedule;
mod scopes;
mod search;
mod spoken;
mod status;
mod sweep;
mod today;
mod trouble;
mod views;
mod whole;
mod written;

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use samara_ashby::{BaseUrl, Clock, Entropy};
use samara_sandbox::{Config, World};
use samara_store::table::unified::Wanted;
use samara_store::vault::{self, Secrets, Vault, VaultKind};
use serde_json::{Value, json};

use crate::demo::{BASE_URL, InProcess};
use crate::desk::{Connecting, Options, Ports};
use crate::text::{TextReader, Unreadable};
use crate::{Desk, Failure, Workspace, command, pull};

struct Paused(tokio::time::Instant);

#[async_trait]
impl Clock for Paused {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_000_000, 0).unwrap() + TimeDelta::from_std(self.0.elapsed()).unwrap()
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}

/// This computer's clock, which may be wrong.
struct Local {
    right: Arc<Paused>,
    /// Seconds it is ahead.
    jump: AtomicI64,
}

#[async_trait]
impl Clock for Local {
    fn now(&self) -> DateTime<Utc> {
        self.right.now() + TimeDelta::seconds(self.jump.load(Ordering::Relaxed))
    }

    async fn sleep(&self, duration: Duration) {
        self.right.sleep(duration).await;
    }
}

#[derive(Default)]
struct Counted(AtomicU64);

impl Entropy for Counted {
    fn next_u64(&self) -> u64 {
        self.0.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed)
    }
}

#[derive(Default)]
struct Memory(Mutex<Option<Secrets>>);

impl Vault for Memory {
    fn load(&self, _: &str) -> Result<Secrets, vault::Error> {
        self.0.lock().unwrap().clone().ok_or(vault::Error::Absent)
    }

    fn save(&self, _: &str, secrets: &Secrets) -> Result<(), vault::Error> {
        *self.0.lock().unwrap() = Some(secrets.clone());
        Ok(())
    }

    fn forget(&self, _: &str) -> Result<(), vault::Error> {
        *self.0.lock().unwrap() = None;
        Ok(())
    }
}

/// Says only how large a file is: reading takes its time, and few tests are about words.
struct Weighed;

#[async_trait]
impl TextReader for Weighed {
    async fn read(&self, file: Bytes) -> Result<Result<String, Unreadable>, Failure> {
        Ok(Ok(format!("{} bytes", file.len())))
    }
}

/// A connected desk and the world behind it.
struct Office {
    world: Arc<World>,
    clock: Arc<Paused>,
    local: Arc<Local>,
    desk: Desk,
    place: tempfile::TempDir,
}

impl Office {
    /// Connected, nothing fetched.
    fn connected() -> Self {
        Self::connected_to(150)
    }

    /// The same, with another reader of files.
    fn with_reader(text: Arc<dyn TextReader>) -> Self {
        Self::connected_with(150, text)
    }

    /// Connected to a workspace of so many people, nothing fetched.
    fn connected_to(candidates: u32) -> Self {
        Self::connected_with(candidates, Arc::new(Weighed))
    }

    fn connected_with(candidates: u32, text: Arc<dyn TextReader>) -> Self {
        let clock = Arc::new(Paused(tokio::time::Instant::now()));
        let world = Arc::new(World::new(Config {
            seed: 5,
            candidates,
            api_key: None,
            now: clock.now(),
            base_url: BASE_URL.to_owned(),
        }));
        let place = tempfile::tempdir().unwrap();
        let local = Arc::new(Local { right: Arc::clone(&clock), jump: AtomicI64::new(0) });
        let ports = Ports {
            clock: Arc::clone(&local) as _,
            entropy: Arc::new(Counted::default()),
            transport: Arc::new(InProcess::new(Arc::clone(&world), Arc::clone(&clock) as _)),
            keychain: Arc::new(Memory::default()),
            text,
            disk: None,
        };
        let desk = Desk::new(Options::new(place.path()), ports).unwrap();
        desk.connect(Connecting {
            api_key: "key".to_owned().into(),
            base_url: BaseUrl::parse(BASE_URL).unwrap(),
            vault: (VaultKind::Keychain, None),
            mode: "all".to_owned(),
        })
        .unwrap();
        Self { world, clock, local, desk, place }
    }

    /// Connected and synced.
    async fn open() -> Self {
        Self::of(150).await
    }

    /// Connected to a workspace of that many people, and synced.
    async fn of(candidates: u32) -> Self {
        let office = Self::connected_to(candidates);
        let outcome = office.sync().await;
        assert_eq!(outcome.failures, []);
        office
    }

    /// The same after the program ended and began again.
    fn restarted(self) -> Self {
        let Self { world, clock, local, desk, place } = self;
        let ports = desk.ports.clone();
        drop(desk);
        let desk = Desk::new(Options::new(place.path()), ports).unwrap();
        desk.open().unwrap();
        Self { world, clock, local, desk, place }
    }

    fn workspace(&self) -> Arc<Workspace> {
        self.desk.workspace().unwrap()
    }

    async fn sync(&self) -> pull::Outcome {
        pull::run(&self.workspace(), false).await.unwrap()
    }

    /// Sends what is due, and what becomes due within that time.
    async fn send(&self, seconds: u64) {
        crate::outbox::send_until_quiet(&self.workspace(), Some(Duration::from_secs(seconds))).await.unwrap();
    }

    async fn try_call(&self, name: &str, input: Value) -> Result<Value, Failure> {
        command::call(&self.desk, name, input).await
    }

    async fn call(&self, name: &str, input: Value) -> Value {
        self.try_call(name, input).await.unwrap()
    }

    fn control(&self, operation: &Value) -> Value {
        self.world.control(operation, self.clock.now()).unwrap()
    }

    /// All rows of a table.
    async fn rows(&self, table: &str) -> Vec<Value> {
        let info = samara_store::table_info(table).unwrap();
        self.workspace().list(info, None, 100_000).await.unwrap().rows
    }

    /// A row that is gone from Ashby.
    async fn deleted(&self, table: &str, id: &str) -> Option<Value> {
        let info = samara_store::table_info(table).unwrap();
        let wanted = Wanted { include_deleted: true, ..Wanted::default() };
        let rows = self.workspace().read(move |reading| reading.unified_page(info, &wanted, 100_000)).await;
        let mut rows = rows.unwrap().rows.into_iter();
        rows.find(|row| row["id"] == *id && !row["remote_deleted_at"].is_null())
    }

    /// Whether anything that can be read here speaks of this.
    async fn mentions(&self, word: &str) -> bool {
        let mut texts = Vec::new();
        for info in samara_unified::tables() {
            let wanted = Wanted { include_deleted: true, ..Wanted::default() };
            let rows =
                self.workspace().read(move |reading| reading.unified_page(info, &wanted, 100_000)).await;
            texts.extend(rows.unwrap().rows.iter().map(Value::to_string));
        }
        for filter in ["open", "needs_you", "done"] {
            let page = self.call("activity", json!({ "filter": filter, "offset": 0, "limit": 100 })).await;
            texts.push(page.to_string());
        }
        texts.push(self.call("palette", json!({ "query": word, "limit": 50 })).await.to_string());
        texts.iter().any(|text| text.contains(word))
    }

    /// A live application with at least three stages it can be moved to.
    async fn movable(&self) -> Movable {
        for row in self.rows("ats_applications").await {
            let id = text(&row, "id");
            let targets = self.call("move_targets", json!({ "application_id": id })).await;
            let targets = targets.as_array().unwrap();
            let from = targets.iter().find(|target| target["current"] == true);
            let open: Vec<String> = targets
                .iter()
                .filter(|target| target["refusal"].is_null())
                .map(|target| text(&target["stage"], "id"))
                .collect();
            if let (Some(from), true, true) = (from, open.len() >= 3, row["outcome"] == "PENDING") {
                return Movable {
                    remote_id: text(&row, "remote_id"),
                    job: text(&row, "job_id"),
                    candidate: text(&row, "candidate_id"),
                    from: text(&from["stage"], "id"),
                    to: open,
                    id,
                };
            }
        }
        panic!("nobody can be moved")
    }

    async fn start_move(&self, application: &str, stage: &str) -> String {
        let input = json!({ "application_id": application, "stage_id": stage });
        text(&self.call("move_application_to_stage", input).await, "intent_id")
    }

    async fn intent(&self, id: &str) -> Value {
        self.call("intent", json!({ "intent_id": id })).await
    }

    /// Ashby's id of a stage.
    async fn remote_stage(&self, id: &str) -> String {
        let stages = self.rows("ats_application_stages").await;
        text(stages.iter().find(|row| row["id"] == *id).unwrap(), "remote_id")
    }

    /// Moves it behind the client's back.
    async fn colleague_moves(&self, application: &Movable, stage: &str) {
        let stage_id = self.remote_stage(stage).await;
        let id = &application.remote_id;
        self.control(&json!({ "op": "move_application", "application_id": id, "stage_id": stage_id }));
    }

    /// Stage changes that Ashby carried out for this client.
    fn carried_out(&self) -> usize {
        let report = self.control(&json!({ "op": "requests", "last": 10_000 }));
        report["writes"].as_array().unwrap().iter().filter(|write| write["committed"] == true).count()
    }

    /// Breaks the next answer of `application.changeStage`.
    fn lose_next_reply(&self) {
        self.trouble("lost-reply", "application.changeStage");
    }

    /// Lets the next call of an endpoint meet a fault.
    fn trouble(&self, fault: &str, endpoint: &str) {
        self.control(&json!({ "op": "faults", "faults": [fault], "endpoints": [endpoint], "times": 1 }));
    }
}

/// An application and where it can go; unified ids, and Ashby's.
struct Movable {
    id: String,
    remote_id: String,
    job: String,
    candidate: String,
    from: String,
    to: Vec<String>,
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_else(|| panic!("no {name} in {value}")).to_owned()
}
