//! From a page of records to rows.

use std::borrow::Cow;

use chrono::{DateTime, TimeDelta, Utc};
use samara_unified::{ConnectionId, Timestamp, may_be_sensitive, strip_sensitive};
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
}

/// What mapping needs besides the record.
#[derive(Debug, Clone)]
pub(crate) struct Mapping {
    /// The connection all ids belong to.
    pub(crate) connection: ConnectionId,
    /// Records last changed before are not kept.
    pub(crate) since: Option<Timestamp>,
    /// Interviews and offers are only kept of applications that are.
    pub(crate) known_only: bool,
}

impl Mapping {
    /// For a workspace of this mode, opened now.
    pub(crate) fn new(connection: &str, mode: Mode, now: DateTime<Utc>) -> Self {
        let since = match mode {
            Mode::Recent(days) => Some(Timestamp::from(now - TimeDelta::days(days.into()))),
            Mode::All | Mode::CreatedOnly => None,
        };
        Self { connection: ConnectionId::new(connection), since, known_only: mode != Mode::All }
    }

    /// Whether a record last changed then is kept. Ashby filters by creation only, so this is decided here.
    pub(crate) fn keeps(&self, updated_at: Option<&str>) -> bool {
        let updated = updated_at.and_then(Timestamp::parse);
        match (&self.since, updated) {
            (Some(since), Some(updated)) => updated.as_str() >= since.as_str(),
            _ => true,
        }
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
