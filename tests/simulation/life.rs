//! One seed: a workspace, a recruiter, colleagues, trouble and crashes; then peace, and the checks.

use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::Arc;

use futures_util::FutureExt as _;
use samara_ashby::BaseUrl;
use samara_engine::desk::{Connecting, Options, Ports};
use samara_engine::{Desk, Workspace, demo, pull};
use samara_sandbox::{Config, World};
use samara_store::vault::VaultKind;
use samara_store::{Folder, Keys, Store, WorkspaceKind, table_info};
use serde_json::Value;

use crate::chance::Chance;
use crate::planted::Planted;
use crate::ports::{Ids, Killed, Killer, Memory, Network, SimulatedClock, Weighed};
use crate::promise::Broken;

/// The key of every simulated workspace; it must show nowhere.
pub const KEY: &str = "simulated-key-that-must-not-show";
/// One simulated workspace.
pub struct Life {
    pub(crate) chance: Chance,
    pub(crate) world: Arc<World>,
    pub(crate) clock: Arc<SimulatedClock>,
    pub(crate) network: Arc<Network>,
    pub(crate) vault: Arc<Memory>,
    pub(crate) desk: Desk,
    pub(crate) planted: Option<Planted>,
    pub(crate) killer: Arc<Killer>,
    pub(crate) seed: u64,
    base: PathBuf,
    lives: u32,
    /// Whether the mirror lost its last commits and was not read again since.
    pub(crate) power_failed: std::cell::Cell<bool>,
    /// The keychain of [`Life::fresh`].
    fresh_vault: Arc<Memory>,
    /// `local.db` as it was when the present scene began, for a bug that loses what came after.
    pub(crate) earlier: Option<Vec<(PathBuf, Vec<u8>)>>,
}

fn ports(
    chance: Chance,
    clock: &Arc<SimulatedClock>,
    network: &Arc<Network>,
    vault: &Arc<Memory>,
    killer: &Arc<Killer>,
) -> Ports {
    let killer = Arc::clone(killer);
    Ports {
        clock: Arc::clone(clock) as _,
        entropy: Arc::new(Ids::new(chance)),
        transport: Arc::clone(network) as _,
        keychain: Arc::clone(vault) as _,
        text: Arc::new(Weighed),
        disk: Some(Arc::new(move || killer.pass())),
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
    pub fn begin(
        seed: u64,
        planted: Option<Planted>,
        base: PathBuf,
        people: (u64, u64),
    ) -> Result<Self, String> {
        let chance = Chance::new(seed, 1);
        let killer = Arc::new(Killer::default());
        let clock = Arc::new(SimulatedClock::new(Arc::clone(&killer)));
        let world = Arc::new(World::new(Config {
            seed,
            candidates: u32::try_from(chance.between(people.0, people.1)).unwrap_or(50),
            api_key: Some(KEY.to_owned()),
            now: clock.time(),
            base_url: demo::BASE_URL.to_owned(),
        }));
        // A small workspace has its pages, too.
        let size = chance.between(3, 30);
        world.control(&serde_json::json!({ "op": "page_size", "records": size }), clock.time())?;
        let network =
            Arc::new(Network::new(Arc::clone(&world), Arc::clone(&clock), Arc::clone(&killer), planted));
        let vault = Arc::new(Memory::default());
        let desk = connected(base.join("0"), ports(Chance::new(seed, 2), &clock, &network, &vault, &killer))?;
        Ok(Self {
            chance,
            world,
            clock,
            network,
            vault,
            desk,
            planted,
            killer,
            seed,
            base,
            lives: 0,
            power_failed: std::cell::Cell::new(false),
            fresh_vault: Arc::default(),
            earlier: None,
        })
    }

    /// Does something until it is done, or until the process is killed at one of so many calls of a port: then
    /// nothing comes of it.
    pub async fn until_killed(
        &self,
        calls: Option<u64>,
        act: impl AsyncFnOnce(&Self) -> Result<(), String>,
    ) -> Result<Option<()>, Broken> {
        if let Some(calls) = calls {
            self.killer.arm(calls);
        }
        let outcome = AssertUnwindSafe(act(self)).catch_unwind().await;
        self.killer.disarm();
        match outcome {
            Ok(outcome) => outcome.map(Some).map_err(|words| Broken { promise: "sane", words }),
            Err(payload) if payload.is::<Killed>() => Ok(None),
            Err(payload) => std::panic::resume_unwind(payload),
        }
    }

    /// The process is gone; another starts on what lies on the disk. When the power failed, too, the last commits of
    /// the mirror never reached it.
    pub async fn crash(&mut self, power_failed: bool) -> Result<(), Broken> {
        let broken = |words: String| Broken { promise: "kept", words };
        let old = self.folder();
        self.lives += 1;
        let new = self.folder();
        std::fs::create_dir_all(&new).map_err(|error| broken(error.to_string()))?;
        let local = self.earlier.take().unwrap_or_else(|| files(&old, &["local.db", "local.db-wal"]));
        let mut mirror = files(&old, &["workspace.json", "mirror.db", "mirror.db-wal"]);
        if let Some((_, log)) =
            mirror.iter_mut().find(|(name, _)| power_failed && name.ends_with("mirror.db-wal"))
        {
            let lost = self.chance.below(log.len() as u64 / 3 + 1);
            self.power_failed.set(true);
            log.truncate(log.len() - usize::try_from(lost).unwrap_or(0));
        }
        for (name, bytes) in mirror.into_iter().chain(local) {
            std::fs::write(new.join(name), bytes).map_err(|error| broken(error.to_string()))?;
        }
        let stream = 10 + u64::from(self.lives);
        let ports =
            ports(Chance::new(self.seed, stream), &self.clock, &self.network, &self.vault, &self.killer);
        self.desk = Desk::new(Options::new(new), ports).map_err(|failure| broken(failure.to_string()))?;
        self.desk.open().map_err(|failure| broken(failure.to_string()))?;
        self.desk.workspace().map_err(|failure| broken(failure.to_string()))?;
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

    /// Where the files of [`Life::fresh`] are.
    pub fn fresh_folder(&self) -> PathBuf {
        self.base.join("fresh")
    }

    fn keys(&self, folder: &std::path::Path) -> Result<Keys, String> {
        let opened = Folder::open(folder).map_err(|error| error.to_string())?;
        let file = opened.workspace().map_err(|error| error.to_string())?.ok_or("no workspace.json")?;
        assert_eq!(file.kind, WorkspaceKind::Ashby);
        let vault = if *folder == self.fresh_folder() { &self.fresh_vault } else { &self.vault };
        let secrets = samara_store::vault::Vault::load(vault.as_ref(), &file.id);
        let secrets = secrets.map_err(|error| error.to_string())?;
        Ok(Keys { mirror: secrets.mirror_key, local: secrets.local_key })
    }

    /// What opens the mirror in a folder of this life.
    pub fn mirror_key(&self, folder: &std::path::Path) -> Result<samara_store::Key, String> {
        self.keys(folder).map(|keys| keys.mirror)
    }

    /// What opens `local.db`.
    pub fn local_key(&self) -> Result<samara_store::Key, String> {
        self.keys(&self.folder()).map(|keys| keys.local)
    }

    /// A second look at the files, as another process would have it.
    pub fn store(&self) -> Result<Store, String> {
        let folder = Folder::open(self.folder()).map_err(|error| error.to_string())?;
        let keys = self.keys(&self.folder())?;
        Store::open(&folder, &keys).map_err(|error| error.to_string())
    }

    /// A workspace that has just been filled from the same world, over a faultless line.
    pub async fn fresh(&self) -> Result<Desk, String> {
        let calm = Arc::new(Killer::default());
        let network = Arc::new(Network::new(Arc::clone(&self.world), Arc::clone(&self.clock), calm, None));
        let calm = Arc::new(Killer::default());
        let ports = ports(Chance::new(self.seed, 3), &self.clock, &network, &self.fresh_vault, &calm);
        let desk = connected(self.fresh_folder(), ports)?;
        let workspace = desk.workspace().map_err(|failure| failure.to_string())?;
        let outcome = pull::run(&workspace, true).await.map_err(|failure| failure.to_string())?;
        match outcome.failures.first() {
            None => Ok(desk),
            Some((endpoint, failure)) => Err(format!("a calm first sync failed at {endpoint}: {failure}")),
        }
    }
}

/// Files of a folder, as far as they are there.
pub fn files(folder: &std::path::Path, names: &[&str]) -> Vec<(PathBuf, Vec<u8>)> {
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
