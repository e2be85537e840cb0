//! One seed: a workspace, a recruiter, colleagues, trouble and crashes; then peace, and the checks.

use std::cell::RefCell;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt as _;
use samara_ashby::{BaseUrl, Clock as _};
use samara_engine::desk::{Connecting, Options, Ports};
use samara_engine::{Desk, Workspace, demo, outbox, pull};
use samara_sandbox::{Config, World};
use samara_store::vault::VaultKind;
use samara_store::{Folder, Keys, Store, WorkspaceKind, table_info};
use serde_json::Value;

use crate::behind::{self, Traces};
use crate::chance::Chance;
use crate::check::{self, Broken};
use crate::listener::Listener;
use crate::person::{self, Asked, Known};
use crate::planted::Planted;
use crate::ports::{Ids, Killed, Killer, Memory, Network, SimulatedClock, Weighed};

/// The key of every simulated workspace; it must show nowhere.
pub const KEY: &str = "simulated-key-that-must-not-show";
/// Applications the recruiter and the colleagues meet at.
const POOL: usize = 7;

/// One simulated workspace.
pub struct Life {
    pub(crate) chance: Chance,
    pub(crate) world: Arc<World>,
    pub(crate) clock: Arc<SimulatedClock>,
    pub(crate) network: Arc<Network>,
    pub(crate) vault: Arc<Memory>,
    pub(crate) desk: Desk,
    pub(crate) asked: RefCell<Vec<Asked>>,
    pub(crate) traces: RefCell<Traces>,
    pub(crate) pool: Vec<Known>,
    pub(crate) planted: Option<Planted>,
    killer: Arc<Killer>,
    seed: u64,
    base: PathBuf,
    lives: u32,
    /// Stages each application of the pool can be moved to behind the client's back, by Ashby's ids.
    places: Vec<(String, Vec<String>)>,
    /// `local.db` as it was when the present scene began, for a bug that loses what came after.
    earlier: Option<Vec<(PathBuf, Vec<u8>)>>,
}

fn ports(chance: Chance, clock: &Arc<SimulatedClock>, network: &Arc<Network>, vault: &Arc<Memory>) -> Ports {
    Ports {
        clock: Arc::clone(clock) as _,
        entropy: Arc::new(Ids::new(chance)),
        transport: Arc::clone(network) as _,
        keychain: Arc::clone(vault) as _,
        text: Arc::new(Weighed),
    }
}

/// A desk with a new connection to the world.
pub fn connected(folder: PathBuf, ports: Ports) -> Result<Desk, String> {
    let desk = Desk::new(Options::new(folder), ports).map_err(|failure| failure.to_string())?;
    desk.connect(Connecting {
        api_key: KEY.to_owned().into(),
        base_url: BaseUrl::parse(demo::BASE_URL).map_err(|error| error.to_string())?,
        vault: (VaultKind::Keychain, None),
        mode: "all".to_owned(),
    })
    .map_err(|failure| failure.to_string())?;
    Ok(desk)
}

impl Life {
    /// A workspace from a seed, connected and empty. Call it inside a runtime whose time is paused.
    pub fn begin(seed: u64, planted: Option<Planted>, base: PathBuf) -> Result<Self, String> {
        let chance = Chance::new(seed, 1);
        let killer = Arc::new(Killer::default());
        let clock = Arc::new(SimulatedClock::new(Arc::clone(&killer)));
        let world = Arc::new(World::new(Config {
            seed,
            candidates: u32::try_from(chance.between(50, 120)).unwrap_or(50),
            api_key: Some(KEY.to_owned()),
            now: clock.time(),
            base_url: demo::BASE_URL.to_owned(),
        }));
        let network =
            Arc::new(Network::new(Arc::clone(&world), Arc::clone(&clock), Arc::clone(&killer), planted));
        let vault = Arc::new(Memory::default());
        let desk = connected(base.join("0"), ports(Chance::new(seed, 2), &clock, &network, &vault))?;
        Ok(Self {
            chance,
            world,
            clock,
            network,
            vault,
            desk,
            asked: RefCell::default(),
            traces: RefCell::default(),
            pool: Vec::new(),
            planted,
            killer,
            seed,
            base,
            lives: 0,
            places: Vec::new(),
            earlier: None,
        })
    }

    /// Lives it to the end.
    pub async fn live(mut self, listener: &Listener) -> Result<(), Broken> {
        for scene in 0..self.chance.between(3, 6) {
            self.scene(scene == 0).await?;
            check::meanwhile(&self).await?;
        }
        check::in_peace(&mut self).await?;
        check::quiet(&listener.text(), &self.desk).await
    }

    /// Some minutes in which everything happens at once; at times the last of this process.
    async fn scene(&mut self, first: bool) -> Result<(), Broken> {
        let _ = self.meet().await;
        if self.planted == Some(Planted::ForgetsIntents) {
            self.earlier = Some(files(&self.folder(), &["local.db", "local.db-wal"]));
        }
        behind::trouble(&self.world, &self.chance);
        if self.chance.percent(if first { 60 } else { 35 }) {
            self.killer.arm(self.chance.between(1, 700));
        }
        let outcome = AssertUnwindSafe(self.together()).catch_unwind().await;
        self.killer.disarm();
        match outcome {
            Ok(outcome) => outcome.map_err(|words| Broken { promise: "sane", words }),
            Err(payload) if payload.is::<Killed>() => self.crash().await,
            Err(payload) => std::panic::resume_unwind(payload),
        }
    }

    async fn together(&self) -> Result<(), String> {
        let workspace = self.desk.workspace().map_err(|failure| failure.to_string())?;
        self.network.new_run();
        let chance = &self.chance;
        let pause = |most: u64| self.clock.sleep(Duration::from_millis(chance.below(most)));
        let pulls = async {
            if chance.percent(75) {
                pause(1_500).await;
                pull::run(&workspace, chance.percent(25)).await.map_err(|failure| failure.to_string())?;
            }
            Ok::<(), String>(())
        };
        let sends = async {
            if chance.percent(75) {
                pause(3_000).await;
                let patience = Duration::from_secs(chance.between(1, 60));
                outbox::send_until_quiet(&workspace, patience)
                    .await
                    .map_err(|failure| failure.to_string())?;
            }
            Ok(())
        };
        let recruiter = async {
            for _ in 0..chance.below(5) {
                pause(2_500).await;
                person::act(&self.desk, chance, &self.pool, &self.asked, self.planted).await?;
            }
            Ok(())
        };
        let colleagues = async {
            for _ in 0..chance.below(5) {
                pause(2_500).await;
                let mut traces = self.traces.borrow_mut();
                behind::change(&self.world, &self.network, &self.clock, chance, &self.places, &mut traces)?;
            }
            Ok(())
        };
        let (a, b, c, d) = tokio::join!(recruiter, colleagues, sends, pulls);
        a.and(b).and(c).and(d)
    }

    /// The process is gone; another starts on what lies on the disk.
    async fn crash(&mut self) -> Result<(), Broken> {
        let broken = |words: String| Broken { promise: "kept", words };
        let old = self.folder();
        self.lives += 1;
        let new = self.folder();
        std::fs::create_dir_all(&new).map_err(|error| broken(error.to_string()))?;
        let local = self.earlier.take().unwrap_or_else(|| files(&old, &["local.db", "local.db-wal"]));
        let mirror = files(&old, &["workspace.json", "mirror.db", "mirror.db-wal"]);
        for (name, bytes) in mirror.into_iter().chain(local) {
            std::fs::write(new.join(name), bytes).map_err(|error| broken(error.to_string()))?;
        }
        let stream = 10 + u64::from(self.lives);
        let ports = ports(Chance::new(self.seed, stream), &self.clock, &self.network, &self.vault);
        self.desk = Desk::new(Options::new(new), ports).map_err(|failure| broken(failure.to_string()))?;
        self.desk.open().map_err(|failure| broken(failure.to_string()))?;
        self.desk.workspace().map(drop).map_err(|failure| broken(failure.to_string()))
    }

    /// Chooses whom this life is about, as soon as the mirror has somebody.
    async fn meet(&mut self) -> Result<(), String> {
        if self.pool.len() == POOL {
            return Ok(());
        }
        let workspace = self.workspace()?;
        let stages = short_rows(&workspace, "ats_application_stages").await?;
        let mut applications = short_rows(&workspace, "ats_applications").await?;
        applications.retain(|row| row["outcome"] == "PENDING");
        (self.pool, self.places) = (Vec::new(), Vec::new());
        for _ in 0..POOL.min(applications.len()) {
            let at = usize::try_from(self.chance.below(applications.len() as u64)).unwrap_or(0);
            let row = applications.swap_remove(at);
            let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
            let input = serde_json::json!({ "application_id": text("id") });
            let targets = samara_engine::command::call(&self.desk, "move_targets", input);
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
                job_id: row["job_id"].as_str().map(str::to_owned),
            });
        }
        Ok(())
    }

    /// Where the files of the present process are.
    pub fn folder(&self) -> PathBuf {
        self.base.join(self.lives.to_string())
    }

    /// The open workspace.
    pub fn workspace(&self) -> Result<Arc<Workspace>, String> {
        self.desk.workspace().map_err(|failure| failure.to_string())
    }

    /// A second look at the files, as another process would have it.
    pub fn store(&self) -> Result<Store, String> {
        let folder = Folder::open(self.folder()).map_err(|error| error.to_string())?;
        let file = folder.workspace().map_err(|error| error.to_string())?.ok_or("no workspace.json")?;
        assert_eq!(file.kind, WorkspaceKind::Ashby);
        let secrets = samara_store::vault::Vault::load(self.vault.as_ref(), &file.id);
        let secrets = secrets.map_err(|error| error.to_string())?;
        let keys = Keys { mirror: secrets.mirror_key, local: secrets.local_key };
        Store::open(&folder, &keys).map_err(|error| error.to_string())
    }

    /// A workspace that has just been filled from the same world, over a faultless line.
    pub async fn fresh(&self) -> Result<Desk, String> {
        let calm = Arc::new(Killer::default());
        let network = Arc::new(Network::new(Arc::clone(&self.world), Arc::clone(&self.clock), calm, None));
        let vault = Arc::new(Memory::default());
        let ports = ports(Chance::new(self.seed, 3), &self.clock, &network, &vault);
        let desk = connected(self.base.join("fresh"), ports)?;
        let workspace = desk.workspace().map_err(|failure| failure.to_string())?;
        let outcome = pull::run(&workspace, true).await.map_err(|failure| failure.to_string())?;
        match outcome.failures.first() {
            None => Ok(desk),
            Some((endpoint, failure)) => Err(format!("a calm first sync failed at {endpoint}: {failure}")),
        }
    }
}

fn files(folder: &std::path::Path, names: &[&str]) -> Vec<(PathBuf, Vec<u8>)> {
    names
        .iter()
        .filter_map(|name| Some((PathBuf::from(name), std::fs::read(folder.join(name)).ok()?)))
        .collect()
}

/// All rows of a table as the unified read gives them.
pub async fn rows(workspace: &Arc<Workspace>, table: &str) -> Result<Vec<Value>, String> {
    let info = table_info(table).ok_or_else(|| format!("no table {table}"))?;
    Ok(workspace.list(info, None, 1_000_000).await.map_err(|failure| failure.to_string())?.rows)
}

/// All rows of a table without what they were read from.
pub async fn short_rows(workspace: &Arc<Workspace>, table: &str) -> Result<Vec<Value>, String> {
    static SHORT: std::sync::OnceLock<Vec<samara_unified::TableInfo>> = std::sync::OnceLock::new();
    let bare =
        |info: &samara_unified::TableInfo| samara_unified::TableInfo { has_remote_data: false, ..*info };
    let infos = SHORT.get_or_init(|| samara_unified::tables().iter().map(bare).collect());
    let info = infos.iter().find(|info| info.table == table).ok_or_else(|| format!("no table {table}"))?;
    Ok(workspace.list(info, None, 1_000_000).await.map_err(|failure| failure.to_string())?.rows)
}
