//! Points in time as the unified model writes them.

use std::fmt;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike, Utc};
use serde::{Deserialize, Deserializer, Serialize};

/// A point in time, UTC with milliseconds: `YYYY-MM-DDTHH:mm:ss.sssZ`. Compares as text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Timestamp(String);

impl Timestamp {
    /// Reads any ISO 8601 date-time (offset with or without colon, none meaning UTC) or plain date
    /// (midnight UTC); [`None`] if the text is no such thing or its year has not four digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if is_normal(text) {
            return Some(Self(text.to_owned()));
        }
        read(text).and_then(Self::write)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same point in time for reckoning with.
    #[must_use]
    pub fn to_utc(&self) -> Option<DateTime<Utc>> {
        read(&self.0)
    }

    fn write(at: DateTime<Utc>) -> Option<Self> {
        let year = u32::try_from(at.year()).ok().filter(|year| *year <= 9999)?;
        // A leap second is written as the last millisecond of its minute.
        let millisecond = at.timestamp_subsec_millis().min(999);
        let mut text = String::with_capacity(24);
        digits(&mut text, year, 1000);
        for (mark, value) in
            [('-', at.month()), ('-', at.day()), ('T', at.hour()), (':', at.minute()), (':', at.second())]
        {
            text.push(mark);
            digits(&mut text, value, 10);
        }
        text.push('.');
        digits(&mut text, millisecond, 100);
        text.push('Z');
        Some(Self(text))
    }
}

impl From<DateTime<Utc>> for Timestamp {
    /// Years outside 0000–9999 become the nearest end of that range.
    fn from(at: DateTime<Utc>) -> Self {
        Self::write(at).unwrap_or_else(|| {
            let end = if at.year() < 0 { "0000-01-01T00:00:00.000Z" } else { "9999-12-31T23:59:59.999Z" };
            Self(end.to_owned())
        })
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Timestamp {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not an ISO 8601 point in time"))
    }
}

fn digits(text: &mut String, value: u32, highest: u32) {
    let mut unit = highest;
    while unit > 0 {
        let digit = char::from_digit(value / unit % 10, 10).unwrap_or('0');
        text.push(digit);
        unit /= 10;
    }
}

/// Whether `text` already is what [`Timestamp::write`] would make of it. Nearly every time Ashby sends is,
/// and a first sync reads hundreds of thousands.
fn is_normal(text: &str) -> bool {
    const SHAPE: &[u8; 24] = b"0000-00-00T00:00:00.000Z";
    let shaped = text.len() == SHAPE.len()
        && text.bytes().zip(SHAPE).all(|(byte, form)| match form {
            b'0' => byte.is_ascii_digit(),
            _ => byte == *form,
        });
    let part = |from: usize, to: usize| text.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let in_range = |from: usize, highest: u32| part(from, from + 2).is_some_and(|value| value <= highest);
    let day_exists = || {
        let (year, month, day) = (part(0, 4)?, part(5, 7)?, part(8, 10)?);
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
    };
    shaped && in_range(11, 23) && in_range(14, 59) && in_range(17, 59) && day_exists().is_some()
}

fn read(text: &str) -> Option<DateTime<Utc>> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at.to_utc());
    }
    let with_offset = ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%d %H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M%#z"];
    if let Some(at) = with_offset.iter().find_map(|form| DateTime::parse_from_str(text, form).ok()) {
        return Some(at.to_utc());
    }
    let bare = text.strip_suffix(['Z', 'z']).unwrap_or(text);
    let without = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"];
    if let Some(at) = without.iter().find_map(|form| NaiveDateTime::parse_from_str(bare, form).ok()) {
        return Some(at.and_utc());
    }
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    Some(day.and_hms_opt(0, 0, 0)?.and_utc())
}
