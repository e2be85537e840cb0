//! The outbox: a recruiter who does everything that can be done, colleagues, trouble and crashes; then peace, and the
//! checks.

mod check;
mod colleague;
mod further;
pub mod person;
mod sent;

use std::cell::{Cell, RefCell};
use std::time::Duration;

use samara_ashby::Clock as _;
use samara_engine::{command, outbox, pull};
use samara_store::table::provisional::PREFIX;
use serde_json::Value;

use crate::life::{Life, files, short_rows};
use crate::listener::Listener;
use crate::planted::Planted;
use crate::promise::{Checked, sane};
use crate::trouble;
use colleague::Traces;
use person::{Asked, Known};

/// Applications the recruiter and the colleagues meet at.
const POOL: usize = 7;

/// A life and what happened in it.
pub struct Story {
    life: Life,
    /// What was accepted.
    asked: RefCell<Vec<Asked>>,
    traces: RefCell<Traces>,
    pool: Vec<Known>,
    /// Stages each application of the pool can be moved to behind the client's back, by Ashby's ids.
    places: Vec<(String, Vec<String>)>,
    /// How many texts were written so far: each is another.
    written: Cell<u64>,
    /// The numbers of those who were entered.
    entered: RefCell<Vec<u64>>,
}

/// Lives one seed through.
pub async fn live(life: Life, listener: &Listener) -> Checked {
    let mut story = Story {
        life,
        asked: RefCell::default(),
        traces: RefCell::default(),
        pool: Vec::new(),
        places: Vec::new(),
        written: Cell::new(0),
        entered: RefCell::default(),
    };
    for scene in 0..story.life.chance.between(3, 5) {
        story.scene(scene == 0).await?;
        story.check_meanwhile().await?;
    }
    story.in_peace().await?;
    check::quiet(&listener.text(), &story.life.desk).await
}

impl Story {
    /// Some minutes in which everything happens at once; at times the last of this process.
    async fn scene(&mut self, first: bool) -> Checked {
        let _ = self.meet().await;
        if self.life.planted == Some(Planted::ForgetsIntents) {
            self.life.earlier = Some(files(&self.life.folder(), &["local.db", "local.db-wal"]));
        }
        if self.life.planted == Some(Planted::Overtakes) {
            self.overtake()?;
        }
        trouble::trouble(&self.life.world, &self.life.chance);
        let deadly = self.life.chance.percent(if first { 60 } else { 40 });
        let calls = deadly.then(|| self.life.chance.between(1, 700));
        match self.life.until_killed(calls, async |_| self.together().await).await? {
            Some(()) => Ok(()),
            None => {
                let power_failed = self.life.chance.percent(20);
                self.life.crash(power_failed).await?;
                // What the app does first when it is started again.
                sane(outbox::reconcile(&sane(self.life.workspace())?).await)
            }
        }
    }

    async fn together(&self) -> Result<(), String> {
        let workspace = self.life.workspace()?;
        self.life.network.new_run();
        let chance = &self.life.chance;
        let pause = |most: u64| self.life.clock.sleep(Duration::from_millis(chance.below(most)));
        let pulls = async {
            if self.pool.is_empty() || chance.percent(50) {
                pause(1_500).await;
                pull::run(&workspace, chance.percent(15)).await.map_err(|failure| failure.to_string())?;
            }
            Ok::<(), String>(())
        };
        let sends = async {
            if chance.percent(75) {
                pause(3_000).await;
                let patience = Duration::from_secs(chance.between(1, 60));
                let sent = outbox::send_until_quiet(&workspace, Some(patience)).await;
                sent.map_err(|failure| failure.to_string())?;
            }
            Ok(())
        };
        let recruiter = async {
            for _ in 0..chance.between(2, 8) {
                pause(2_000).await;
                self.act().await?;
            }
            Ok(())
        };
        let colleagues = async {
            for _ in 0..chance.below(5) {
                pause(2_500).await;
                self.meanwhile()?;
            }
            Ok(())
        };
        let (a, b, c, d) = tokio::join!(recruiter, colleagues, sends, pulls);
        a.and(b).and(c).and(d)
    }

    /// Chooses whom this life is about, as soon as the mirror has somebody.
    async fn meet(&mut self) -> Result<(), String> {
        if self.pool.len() == POOL {
            return Ok(());
        }
        let workspace = self.life.workspace()?;
        let stages = short_rows(&workspace, "ats_application_stages").await?;
        let candidates = short_rows(&workspace, "ats_candidates").await?;
        let mut applications = short_rows(&workspace, "ats_applications").await?;
        let in_ashby = |row: &Value| !row["remote_id"].as_str().unwrap_or_default().starts_with(PREFIX);
        applications.retain(|row| row["outcome"] == "PENDING" && in_ashby(row));
        (self.pool, self.places) = (Vec::new(), Vec::new());
        for _ in 0..POOL.min(applications.len()) {
            let at = usize::try_from(self.life.chance.below(applications.len() as u64)).unwrap_or(0);
            let row = applications.swap_remove(at);
            let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
            let Some(candidate) = candidates.iter().find(|candidate| candidate["id"] == row["candidate_id"])
            else {
                continue;
            };
            let input = serde_json::json!({ "application_id": text("id") });
            let targets = command::call(&self.life.desk, "move_targets", input);
            let targets = targets.await.map_err(|failure| failure.to_string())?;
            let ids: Vec<&str> = targets
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|it| it["stage"]["id"].as_str())
                .collect();
            let remote =
                stages.iter().filter(|stage| stage["id"].as_str().is_some_and(|id| ids.contains(&id)));
            let remote = remote.filter_map(|stage| stage["remote_id"].as_str().map(str::to_owned)).collect();
            self.places.push((text("remote_id"), remote));
            self.pool.push(Known {
                id: text("id"),
                remote_id: text("remote_id"),
                candidate_id: text("candidate_id"),
                candidate_remote_id: candidate["remote_id"].as_str().unwrap_or_default().to_owned(),
                job_id: row["job_id"].as_str().map(str::to_owned),
            });
        }
        Ok(())
    }

    /// Lets everything come to rest, and looks at what came of it.
    async fn in_peace(&mut self) -> Checked {
        sane(trouble::calm(&self.life))?;
        let workspace = sane(self.life.workspace())?;
        self.life.clock.sleep(Duration::from_secs(300_000)).await;
        // The first round lets fail what fails; what cannot be decided here a person then looks at.
        let patience = Some(Duration::from_secs(300));
        sane(outbox::send_until_quiet(&workspace, patience).await)?;
        self.settled()?;
        for _ in 0..3 {
            if !self.undecided()? {
                break;
            }
            sane(self.settle().await.map_err(|failure| failure.to_string()))?;
            sane(outbox::send_until_quiet(&workspace, patience).await)?;
        }
        self.settled()?;
        if self.life.planted == Some(Planted::KeepsOverlay) {
            self.keep_overlay()?;
        }
        self.life.network.new_run();
        sane(pull::run(&workspace, false).await)?;
        self.life.power_failed.set(false);
        self.check_at_last().await
    }
}
