//! What a run has done so far, model by model, for the screens.

use std::collections::BTreeMap;
use std::sync::Mutex;

use samara_unified::Timestamp;
use serde::Serialize;
use ts_rs::TS;

use crate::Failure;

/// Where a model stands in the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum ModelState {
    /// Not begun.
    Waiting,
    /// Being fetched.
    Running,
    /// All here.
    Done,
    /// Ended with a failure; older rows stay.
    Failed,
    /// The key may not read it.
    NoPermission,
}

/// One model's progress.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ModelProgress {
    /// The model: its table without `ats_`, `stages` for that of application stages; `details` for what is read record
    /// by record.
    pub model: String,
    /// Rows in the mirror; for details the calls still owed.
    pub rows: u64,
    /// Records received in this run.
    pub fetched: u64,
    /// Where it stands.
    pub state: ModelState,
    /// Begin of the last pass that ended, UTC; of the oldest, where several listings fill it.
    pub synced_at: Option<String>,
    /// Why it failed.
    pub failure: Option<Failure>,
}

/// One endpoint's part of a run.
#[derive(Debug, Clone)]
pub(crate) struct EndpointProgress {
    pub(crate) fetched: u64,
    pub(crate) state: ModelState,
    pub(crate) failure: Option<Failure>,
    pub(crate) listed: bool,
    pub(crate) malformed: u64,
}

/// The run under way, or the last one.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    inner: Mutex<Inner>,
}

#[derive(Debug, Default, Clone)]
pub(crate) struct Inner {
    pub(crate) running: bool,
    pub(crate) full: bool,
    pub(crate) started_at: Option<Timestamp>,
    pub(crate) offline_since: Option<Timestamp>,
    pub(crate) failure: Option<Failure>,
    pub(crate) endpoints: BTreeMap<&'static str, EndpointProgress>,
}

impl Progress {
    /// Reads or changes the state.
    pub(crate) fn with<T>(&self, act: impl FnOnce(&mut Inner) -> T) -> T {
        let mut inner = self.inner.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        act(&mut inner)
    }

    /// Changes the part of one endpoint.
    pub(crate) fn endpoint(&self, name: &'static str, act: impl FnOnce(&mut EndpointProgress)) {
        self.with(|inner| {
            act(inner.endpoints.entry(name).or_insert(EndpointProgress {
                fetched: 0,
                state: ModelState::Waiting,
                failure: None,
                listed: false,
                malformed: 0,
            }));
        });
    }

    /// Whether the run has brought this endpoint up to date.
    pub(crate) fn is_done(&self, name: &str) -> bool {
        self.with(|inner| inner.endpoints.get(name).is_some_and(|part| part.state == ModelState::Done))
    }

    /// Notes that Ashby answered, or did not.
    pub(crate) fn reached(&self, failure: Option<&Failure>, now: &Timestamp) {
        self.with(|inner| match failure {
            None => inner.offline_since = None,
            Some(failure) if failure.code == crate::Code::Unavailable => {
                inner.offline_since.get_or_insert_with(|| now.clone());
            }
            Some(_) => {}
        });
    }
}
