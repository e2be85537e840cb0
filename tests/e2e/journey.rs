//! The day of a recruiter, by keyboard alone: in the real window, against an Ashby on a loopback port whose own books
//! tell afterwards what arrived, and how often.

mod bulk;
mod create;
mod find;
mod recover;
mod review;
mod triage;

use std::collections::HashMap;

use samara_tests::{App, Outcome, SandboxServer, Vault, throw_away};
use serde_json::{Value, json};

const KEY: &str = "sandbox-key-for-the-journeys";

/// A window on a synced workspace, and the Ashby behind it.
struct Desk {
    app: App,
    ashby: SandboxServer,
    /// Ashby's own id of each application, by Samara's.
    remote: HashMap<String, String>,
    _folder: tempfile::TempDir,
}

impl Desk {
    /// Connects to a workspace of that size and waits for its first sync.
    async fn open(seed: u64, candidates: u32) -> Outcome<Self> {
        Self::open_on(SandboxServer::start(seed, candidates, KEY).await?).await
    }

    /// The same on a small workspace, where seventy people more have applied for one job.
    async fn open_crowded(seed: u64) -> Outcome<Self> {
        let ashby = SandboxServer::start(seed, 100, KEY).await?;
        for number in 0..70 {
            let name = format!("Crowd Member {number}");
            ashby.control(&json!({ "op": "add_candidate", "name": name }))?;
        }
        Self::open_on(ashby).await
    }

    /// The same on a workspace that was changed before.
    async fn open_on(ashby: SandboxServer) -> Outcome<Self> {
        let folder = throw_away()?;
        let app = App::start(&folder.path().join("data"), &["--base-url", &ashby.url()]).await?;
        app.connect(KEY, Vault::Keychain).await?;
        app.synced().await?;
        let remote = remote_ids(&app, "ats_applications").await?;
        Ok(Self { app, ashby, remote, _folder: folder })
    }

    /// The application as Ashby has it now.
    fn application(&self, id: &str) -> Outcome<Value> {
        let remote = self.remote.get(id).map(String::as_str).unwrap_or_default();
        self.ashby.control(&json!({ "op": "application", "id": remote }))
    }

    /// The stage Ashby has it in.
    fn stage(&self, id: &str) -> Outcome<String> {
        Ok(text(&self.application(id)?, "/currentInterviewStage/title"))
    }

    /// Writes of an endpoint that Ashby carried out.
    fn carried_out(&self, endpoint: &str) -> Outcome<Vec<Value>> {
        let report = self.ashby.control(&json!({ "op": "requests", "last": 10_000 }))?;
        let mut writes = report.get("writes").and_then(Value::as_array).cloned().unwrap_or_default();
        writes.retain(|write| {
            text(write, "/endpoint").ends_with(endpoint) && write.get("committed") == Some(&Value::Bool(true))
        });
        Ok(writes)
    }

    /// How often a change of stage of that application was carried out.
    fn moves(&self, id: &str) -> Outcome<usize> {
        let remote = self.remote.get(id).cloned().unwrap_or_default();
        let writes = self.carried_out("application.changeStage")?;
        Ok(writes.iter().filter(|write| text(write, "/input/applicationId") == remote).count())
    }

    /// What the API made of a kind.
    fn made(&self, kind: &str) -> Outcome<Vec<Value>> {
        let made = self.ashby.control(&json!({ "op": "made" }))?;
        Ok(made.pointer(&format!("/made/{kind}")).and_then(Value::as_array).cloned().unwrap_or_default())
    }

    /// Waits until so many actions have been given in all and none of them is left to be sent, and answers how many
    /// need a decision. The number is what it takes: a card moves on the screen before its action is in the outbox.
    async fn sent(&self, actions: usize, seconds: u64) -> Outcome<u64> {
        let open = json!({ "filter": "open", "offset": 0, "limit": 10 });
        let of = |page: &Value, part: &str| page.get(part).and_then(Value::as_u64).unwrap_or(u64::MAX);
        let settled = |page: &Value| {
            let given = of(page, "needs_you").saturating_add(of(page, "done"));
            of(page, "waiting") == 0 && given >= actions as u64
        };
        let page = self.app.answers("activity", open, seconds, settled).await?;
        Ok(of(&page, "needs_you"))
    }

    /// The job with most to review, and the applications in it in the order they are reviewed.
    async fn queue(&self) -> Outcome<(String, Vec<String>)> {
        let jobs = self
            .app
            .call("review_jobs", json!({ "mine": false, "since": "2000-01-01T00:00:00.000Z" }))
            .await?;
        let job = text(&jobs, "/jobs/0/job_id");
        let rows = self.app.call("review_queue", json!({ "job_id": job, "offset": 0, "limit": 200 })).await?;
        Ok((job, all(&rows, "/rows", "/application_id")))
    }

    /// The stage a key moves that application to, by name.
    async fn next_stage(&self, id: &str) -> Outcome<String> {
        let targets = self.app.call("move_targets", json!({ "application_id": id })).await?;
        let here = self.stage(id)?;
        let names = all(&targets, "", "/stage/name");
        let at = names.iter().position(|name| *name == here).unwrap_or(names.len());
        Ok(names.get(at + 1).cloned().unwrap_or_default())
    }
}

/// Ashby's ids of all rows of a model, by Samara's.
async fn remote_ids(app: &App, model: &str) -> Outcome<HashMap<String, String>> {
    let mut ids = HashMap::new();
    let mut cursor = Value::Null;
    loop {
        let page =
            app.call("list_rows", json!({ "model": model, "page_size": 250, "cursor": cursor })).await?;
        let rows = page.get("results").and_then(Value::as_array).cloned().unwrap_or_default();
        ids.extend(rows.iter().map(|row| (text(row, "/id"), text(row, "/remote_id"))));
        cursor = page.get("next").cloned().unwrap_or_default();
        if cursor.is_null() {
            return Ok(ids);
        }
    }
}

/// The text at a JSON pointer; empty where there is none.
fn text(value: &Value, pointer: &str) -> String {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// One text of each entry of a list.
fn all(value: &Value, list: &str, each: &str) -> Vec<String> {
    let entries = value.pointer(list).and_then(Value::as_array).cloned().unwrap_or_default();
    entries.iter().map(|entry| text(entry, each)).collect()
}
