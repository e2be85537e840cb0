//! Moments as milliseconds since 1970, which is what derived history is computed in.

use chrono::{DateTime, SecondsFormat};

pub(crate) const HOUR: i64 = 3_600_000;
pub(crate) const DAY: i64 = 24 * HOUR;

pub(crate) fn days(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(0) * DAY
}

/// `2026-11-23T09:15:00.000Z`.
pub(crate) fn iso(ms: i64) -> String {
    DateTime::from_timestamp_millis(ms).unwrap_or_default().to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// `2026-11-23`.
pub(crate) fn date(ms: i64) -> String {
    let mut text = iso(ms);
    text.truncate(10);
    text
}
