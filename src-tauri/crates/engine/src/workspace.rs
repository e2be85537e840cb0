//! An open workspace: its files, its connection to Ashby, and what runs in it.

use std::sync::{Arc, Mutex, RwLock};
use std::time::Duration;

use samara_ashby::endpoint as api;
use samara_ashby::{Client, Clock, Entropy, Lane};
use samara_store::table::sync::EndpointState;
use samara_store::{Folder, Key, Lease, LocalTx, MirrorTx, Reading, Store, WorkspaceFile};
use samara_unified::{ConnectionId, Timestamp};
use tokio::sync::Notify;

use crate::blocking::off_thread;
use crate::command::list::Asked;
use crate::connection::{self, Connection};
use crate::notice::{Notices, Tag};
use crate::pull::{self, Mapping, Mode, Progress, Scope};
use crate::text::TextReader;
use crate::{Failure, outbox};

/// The setting of the minutes between deltas while the app is open.
pub(crate) const DELTA_EVERY: &str = "sync.minutes";
/// As many of them without the setting, and the fewest and most there can be.
const DELTA_MINUTES: u64 = 5;
const DELTA_RANGE: std::ops::RangeInclusive<u64> = 1..=24 * 60;
/// A complete listing is due when the last is older.
const FULL_EVERY: chrono::TimeDelta = chrono::TimeDelta::hours(24);
/// How long Ashby is left alone that could not be reached.
const AWAY: Duration = Duration::from_secs(15);
/// How often a process without the lease looks whether it is free.
const LEASE_EVERY: Duration = Duration::from_secs(3);
/// Time between looks whether another process has let go of the turn, and how many there are.
const TURN_PAUSE: Duration = Duration::from_millis(10);
const TURN_TRIES: u32 = 500;

/// An open workspace. One process at a time holds its lease and pulls and sends; the others read and queue.
pub struct Workspace {
    /// What it is.
    pub file: WorkspaceFile,
    pub(crate) folder: Folder,
    pub(crate) store: Store,
    /// Opens `local.db`: what a recovery code seals.
    pub(crate) local_key: Key,
    pub(crate) client: Client,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) entropy: Arc<dyn Entropy>,
    pub(crate) notices: Notices,
    pub(crate) text: Arc<dyn TextReader>,
    pub(crate) mapping: Mapping,
    mode: RwLock<Mode>,
    pub(crate) progress: Progress,
    /// Answers that are held in memory alone.
    pub(crate) surveys: outbox::Surveys,
    pub(crate) searches: Mutex<crate::command::candidate::Searches>,
    /// Who was alike when it was last asked.
    pub(crate) compared: Mutex<Option<crate::command::duplicate::Compared>>,
    /// Wakes the worker that sends.
    pub(crate) send: Notify,
    asking: tokio::sync::Mutex<()>,
    /// Held while something is made that several intents may need.
    pub(crate) making: tokio::sync::Mutex<()>,
    /// Wakes the puller; the flag asks for everything.
    pub(crate) sync: Notify,
    full_wanted: std::sync::atomic::AtomicBool,
    lease: Mutex<Option<Lease>>,
    /// Time a gesture can be taken back before it is sent.
    pub(crate) grace: Duration,
}

/// The turn to ask for something.
pub(crate) struct Turn<'a> {
    _here: tokio::sync::MutexGuard<'a, ()>,
    _everywhere: Lease,
}

/// What a workspace is opened with.
pub(crate) struct Parts {
    pub(crate) file: WorkspaceFile,
    pub(crate) folder: Folder,
    pub(crate) store: Store,
    pub(crate) local_key: Key,
    pub(crate) client: Client,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) entropy: Arc<dyn Entropy>,
    pub(crate) notices: Notices,
    pub(crate) text: Arc<dyn TextReader>,
    pub(crate) grace: Duration,
}

impl Workspace {
    pub(crate) fn new(parts: Parts) -> Result<Arc<Self>, Failure> {
        let Parts { file, folder, store, local_key, client, clock, entropy, notices, text, grace } = parts;
        let remapping = store.read(|reading| reading.setting(pull::REMAPPING)).ok().flatten();
        if let Some(remapping) = remapping.and_then(|text| serde_json::from_str(&text).ok()) {
            store.remap(ConnectionId::new(file.id.as_str()), remapping);
        }
        let mode = Mode::parse(&file.mode);
        let scope = store.read(|reading| Scope::of(mode, clock.now(), reading))?;
        Ok(Arc::new(Self {
            mapping: Mapping::new(&file.id, scope),
            mode: RwLock::new(mode),
            file,
            folder,
            store,
            local_key,
            client,
            clock,
            entropy,
            notices,
            text,
            progress: Progress::default(),
            surveys: outbox::Surveys::default(),
            searches: Mutex::default(),
            compared: Mutex::default(),
            send: Notify::new(),
            asking: tokio::sync::Mutex::default(),
            making: tokio::sync::Mutex::default(),
            sync: Notify::new(),
            full_wanted: false.into(),
            lease: Mutex::new(None),
            grace,
        }))
    }

    /// What is kept here of candidates and applications.
    pub(crate) fn mode(&self) -> Mode {
        *self.mode.read().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Goes by what is to be kept now: the mode in the workspace's file, which another process may have changed, what
    /// is tracked, and who is forgotten.
    pub(crate) async fn load_scope(self: &Arc<Self>) -> Result<(), Failure> {
        if let Some(file) = self.folder.workspace()? {
            *self.mode.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Mode::parse(&file.mode);
        }
        let (mode, now) = (self.mode(), self.clock.now());
        let scope = self.read(move |reading| Scope::of(mode, now, reading)).await?;
        self.mapping.set_scope(scope);
        Ok(())
    }

    /// Keeps another mode in the workspace's file, and goes by it.
    pub(crate) async fn set_mode(self: &Arc<Self>, mode: Mode) -> Result<(), Failure> {
        let known = self.folder.workspace()?.unwrap_or_else(|| self.file.clone());
        self.folder.set_workspace(&WorkspaceFile { mode: mode.word(), ..known })?;
        self.load_scope().await
    }

    /// The present time as rows keep it.
    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::from(self.clock.now())
    }

    /// Reads off the async threads.
    pub(crate) async fn read<T: Send + 'static>(
        self: &Arc<Self>,
        read: impl FnOnce(&Reading<'_>) -> samara_store::Result<T> + Send + 'static,
    ) -> Result<T, Failure> {
        let store = self.store.clone();
        Ok(off_thread("read", move || store.read(read)).await??)
    }

    /// Writes to the mirror off the async threads, and returns after the commit.
    pub(crate) async fn write_mirror<T: Send + 'static>(
        self: &Arc<Self>,
        write: impl FnOnce(&MirrorTx<'_>) -> samara_store::Result<T> + Send + 'static,
    ) -> Result<T, Failure> {
        let store = self.store.clone();
        Ok(off_thread("write", move || store.write_mirror(write)).await??)
    }

    /// Writes to the local file off the async threads, and returns after the commit.
    pub(crate) async fn write_local<T: Send + 'static>(
        self: &Arc<Self>,
        write: impl FnOnce(&LocalTx<'_>) -> samara_store::Result<T> + Send + 'static,
    ) -> Result<T, Failure> {
        let store = self.store.clone();
        Ok(off_thread("write", move || store.write_local(write)).await??)
    }

    /// Notes why an endpoint could not be read; its token, cursor and rows stay.
    pub(crate) async fn record_failure(
        self: &Arc<Self>,
        endpoint: &'static str,
        failure: &Failure,
    ) -> Result<(), Failure> {
        let failure = serde_json::to_string(failure).ok();
        self.write_mirror(move |tx| {
            let known = tx.endpoint(endpoint)?;
            let known = known.unwrap_or_else(|| EndpointState {
                endpoint: endpoint.to_owned(),
                ..EndpointState::default()
            });
            tx.set_endpoint(&EndpointState { failure, ..known })
        })
        .await
    }

    /// Notes that an endpoint without a pass of its own is up to date.
    pub(crate) async fn record_success(self: &Arc<Self>, endpoint: &'static str) -> Result<(), Failure> {
        let now = self.now();
        self.write_mirror(move |tx| {
            tx.set_endpoint(&EndpointState {
                endpoint: endpoint.to_owned(),
                synced_at: Some(now.as_str().to_owned()),
                listed_at: Some(now.as_str().to_owned()),
                ..EndpointState::default()
            })
        })
        .await
    }

    /// Waits for the turn to ask for something. It is held from looking at what is shown until what was asked for on top
    /// of it is kept: one wish after another, here in the order they came.
    ///
    /// # Errors
    /// When the lock file cannot be used, or another process does not let go of it for some seconds.
    pub(crate) async fn turn(&self) -> Result<Turn<'_>, Failure> {
        let here = self.asking.lock().await;
        for _ in 0..TURN_TRIES {
            if let Some(everywhere) = self.folder.try_turn()? {
                return Ok(Turn { _here: here, _everywhere: everywhere });
            }
            self.clock.sleep(TURN_PAUSE).await;
        }
        Err(samara_store::Error::Busy.into())
    }

    /// Takes the lease, if no other process has it.
    ///
    /// # Errors
    /// When the lock file cannot be used.
    pub fn lead(&self) -> Result<bool, Failure> {
        let mut lease = self.lease.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if lease.is_none() {
            *lease = self.folder.try_lease()?;
        }
        Ok(lease.is_some())
    }

    /// Whether this process pulls and sends.
    #[must_use]
    pub fn leads(&self) -> bool {
        self.lease.lock().unwrap_or_else(std::sync::PoisonError::into_inner).is_some()
    }

    /// Asks for a sync now; tells whether one is under way, behind which it then stands.
    pub fn sync_now(&self, full: bool) -> bool {
        if full {
            self.full_wanted.store(true, std::sync::atomic::Ordering::Relaxed);
        }
        self.sync.notify_one();
        self.progress.with(|inner| inner.running)
    }

    /// Asks for a delta unless a run is under way or began less than `age` ago.
    pub(crate) fn sync_if_older(&self, age: chrono::TimeDelta) {
        let limit = Timestamp::from(self.clock.now() - age);
        let due = self.progress.with(|inner| {
            !inner.running && inner.started_at.as_ref().is_some_and(|at| at.as_str() < limit.as_str())
        });
        if due {
            self.sync_now(false);
        }
    }

    /// Pulls and sends for as long as this future is polled: the background of the desktop.
    pub async fn live(self: Arc<Self>) {
        while !self.lead().unwrap_or(false) {
            self.clock.sleep(LEASE_EVERY).await;
        }
        if let Err(failure) = outbox::provisional::reconcile(&self).await {
            tracing::warn!(code = failure.code.as_str(), "provisional.not_shown");
        }
        tokio::join!(self.pull_forever(), outbox::send_forever(&self));
    }

    async fn pull_forever(self: &Arc<Self>) {
        loop {
            let wanted = self.full_wanted.swap(false, std::sync::atomic::Ordering::Relaxed);
            let full = wanted || self.full_is_due().await;
            if let Err(failure) = pull::run(self, full).await {
                tracing::warn!(code = failure.code.as_str(), "pull.failed");
            }
            self.send.notify_one();
            // With a key that Ashby refuses, or switched off, only a person begins again.
            let by_itself = connection::of(self).await.is_ok_and(|state| state == Connection::Active);
            tokio::select! {
                () = self.until_due(), if by_itself => {}
                () = self.sync.notified() => {}
            }
        }
    }

    /// Waits until changes are due again. Out of reach, Ashby is asked one thing until it answers, whatever that is: a
    /// run asks for every model, each several times.
    async fn until_due(self: &Arc<Self>) {
        if self.progress.with(|inner| inner.offline_since.is_none()) {
            self.clock.sleep(self.delta_every().await).await;
            return;
        }
        loop {
            self.clock.sleep(AWAY).await;
            let answer = self.client.call_once::<api::ApiKeyGet>(Lane::Pull, &api::NoParams {}).await;
            if !matches!(answer, Err(samara_ashby::Error::NotSent { .. })) {
                // What a person did does not wait for the run.
                self.send.notify_one();
                return;
            }
        }
    }

    /// Time between deltas, as it is set now.
    async fn delta_every(self: &Arc<Self>) -> Duration {
        let set = self.read(|reading| reading.setting(DELTA_EVERY)).await.ok().flatten();
        let minutes = set.and_then(|text| text.parse().ok()).filter(|minutes| DELTA_RANGE.contains(minutes));
        Duration::from_secs(60 * minutes.unwrap_or(DELTA_MINUTES))
    }

    /// Whether a table that is listed completely was so last more than a day ago; or, by a clock that went back, in
    /// the future.
    async fn full_is_due(self: &Arc<Self>) -> bool {
        let now = self.clock.now();
        let (limit, future) =
            (Timestamp::from(now - FULL_EVERY), Timestamp::from(now + chrono::TimeDelta::hours(1)));
        let states = self.read(|reading| reading.endpoints()).await.unwrap_or_default();
        let listed =
            states.into_iter().filter(|state| state.token.is_some()).filter_map(|state| state.listed_at);
        listed.into_iter().any(|at| at.as_str() < limit.as_str() || at.as_str() > future.as_str())
    }

    /// Rows of a model in the unified shape, in the order of their ids.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub async fn list(
        self: &Arc<Self>,
        info: &'static samara_unified::TableInfo,
        after: Option<String>,
        limit: u32,
    ) -> Result<samara_store::table::unified::Page, Failure> {
        self.read(move |reading| reading.unified(info, after.as_deref(), limit)).await
    }

    /// Hands out rows of a model one by one, with the memory of one row. Gives the cursor at which a limited read goes
    /// on.
    ///
    /// # Errors
    /// When the mirror cannot be read.
    pub async fn rows(
        self: &Arc<Self>,
        asked: Asked,
        limit: Option<u64>,
        mut each: impl FnMut(serde_json::Value) + Send + 'static,
    ) -> Result<Option<String>, Failure> {
        self.read(move |reading| {
            reading.unified_rows(asked.info, &asked.wanted, limit, &mut |row| {
                each(row);
                Ok(std::ops::ControlFlow::Continue(()))
            })
        })
        .await
    }

    pub(crate) fn changed(&self, tags: &[Tag]) {
        self.notices.tell(tags);
    }
}
