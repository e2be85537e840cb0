//! From a page of records to rows.

use std::borrow::Cow;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use chrono::{DateTime, TimeDelta, Utc};
use samara_store::Reading;
use samara_store::table::forgotten::Forgotten;
use samara_unified::{ConnectionId, Id, Timestamp, may_be_sensitive, strip_sensitive};
use serde_json::value::RawValue;

/// What is kept here of candidates and applications.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Everything.
    All,
    /// What changed in the last days, and the candidates of those applications.
    Recent(u32),
    /// Only what is created from here.
    CreatedOnly,
}

impl Mode {
    /// The mode kept in the workspace's file: `all`, `recent:<days>`, `created-only`.
    pub(crate) fn parse(text: &str) -> Self {
        match text.strip_prefix("recent:").and_then(|days| days.parse().ok()) {
            Some(days) => Self::Recent(days),
            None if text == "created-only" => Self::CreatedOnly,
            None => Self::All,
        }
    }

    /// The word kept in the workspace's file.
    pub(crate) fn word(self) -> String {
        match self {
            Self::All => "all".to_owned(),
            Self::Recent(days) => format!("recent:{days}"),
            Self::CreatedOnly => "created-only".to_owned(),
        }
    }
}

/// Whom to keep: the mode as it is now, and who is forgotten.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scope {
    /// Records last changed before are not kept.
    pub(crate) since: Option<Timestamp>,
    /// Interviews and offers are only kept of applications that are.
    pub(crate) known_only: bool,
    /// Who is kept out.
    pub(crate) forgotten: Forgotten,
}

impl Scope {
    /// The scope of a mode at this moment.
    pub(crate) fn of(mode: Mode, now: DateTime<Utc>, reading: &Reading<'_>) -> samara_store::Result<Self> {
        let forgotten = reading.forgotten()?;
        let since = match mode {
            Mode::Recent(days) => Some(Timestamp::from(now - TimeDelta::days(days.into()))),
            Mode::All | Mode::CreatedOnly => None,
        };
        Ok(Self { since, known_only: mode != Mode::All || !forgotten.is_empty(), forgotten })
    }
}

/// What mapping needs besides the record.
#[derive(Debug, Clone)]
pub(crate) struct Mapping {
    /// The connection all ids belong to.
    pub(crate) connection: ConnectionId,
    scope: Arc<RwLock<Scope>>,
}

impl Mapping {
    /// For a workspace of this scope.
    pub(crate) fn new(connection: &str, scope: Scope) -> Self {
        Self { connection: ConnectionId::new(connection), scope: Arc::new(RwLock::new(scope)) }
    }

    /// Goes by another scope from here on.
    pub(crate) fn set_scope(&self, scope: Scope) {
        *self.scope.write().unwrap_or_else(PoisonError::into_inner) = scope;
    }

    fn scope(&self) -> RwLockReadGuard<'_, Scope> {
        self.scope.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a record last changed then is kept. Ashby filters by creation only, so this is decided here.
    pub(crate) fn keeps(&self, updated_at: Option<&str>) -> bool {
        let scope = self.scope();
        let Some(since) = &scope.since else { return true };
        updated_at.and_then(Timestamp::parse).is_none_or(|updated| updated.as_str() >= since.as_str())
    }

    /// Whether the record with this id of Ashby's belongs to somebody who is forgotten.
    pub(crate) fn forgets(&self, table: &str, remote_id: &str) -> bool {
        let scope = self.scope();
        !scope.forgotten.is_empty()
            && scope.forgotten.has(Id::of(&self.connection, table, remote_id).as_str())
    }

    /// Whether interviews and offers are only kept of applications that are.
    pub(crate) fn known_only(&self) -> bool {
        self.scope().known_only
    }
}

/// A payload as it may be kept: equal-opportunity and demographic answers removed.
pub(crate) fn kept_payload<'a>(endpoint: &str, raw: &'a RawValue) -> Cow<'a, str> {
    if !may_be_sensitive(raw.get()) {
        return Cow::Borrowed(raw.get());
    }
    let Ok(mut payload) = serde_json::from_str(raw.get()) else { return Cow::Borrowed("null") };
    if strip_sensitive(endpoint, &mut payload) {
        Cow::Owned(payload.to_string())
    } else {
        Cow::Borrowed(raw.get())
    }
}
