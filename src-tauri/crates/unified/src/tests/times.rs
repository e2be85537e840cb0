use chrono::{DateTime, Utc};
use proptest::prelude::*;

use super::*;

#[test]
fn any_iso_8601_time_becomes_utc_with_milliseconds() {
    for (text, normal) in [
        ("2026-01-02T03:04:05.006Z", "2026-01-02T03:04:05.006Z"),
        ("2026-01-02T03:04:05Z", "2026-01-02T03:04:05.000Z"),
        ("2026-01-02T03:04:05.123456789Z", "2026-01-02T03:04:05.123Z"),
        ("2026-01-02T03:04:05.1+02:00", "2026-01-02T01:04:05.100Z"),
        ("2026-01-02T03:04:05-0830", "2026-01-02T11:34:05.000Z"),
        ("2026-01-02T03:04:05+02", "2026-01-02T01:04:05.000Z"),
        ("2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00.000Z"),
        ("2026-01-02 03:04:05", "2026-01-02T03:04:05.000Z"),
        ("2026-01-02t03:04:05z", "2026-01-02T03:04:05.000Z"),
        ("2026-01-02T03:04", "2026-01-02T03:04:00.000Z"),
        ("2026-01-02T03:04Z", "2026-01-02T03:04:00.000Z"),
        (" 2026-01-02 ", "2026-01-02T00:00:00.000Z"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.999Z"),
    ] {
        assert_eq!(Timestamp::parse(text).as_ref().map(Timestamp::as_str), Some(normal), "{text}");
    }
}

#[test]
fn what_is_no_time_is_none() {
    for text in [
        "",
        "tomorrow",
        "2026",
        "2026-13-01T00:00:00.000Z",
        "2026-02-30T00:00:00.000Z",
        "2026-02-28T24:00:00.000Z",
        "2026-02-28T23:60:00.000Z",
        "2026-02-28T23:59:61.000Z",
        "1767323045",
        "+12026-01-02T03:04:05Z",
    ] {
        assert_eq!(Timestamp::parse(text), None, "{text}");
    }
}

#[test]
fn a_year_beyond_four_digits_is_cut_to_the_last_that_has_them() {
    assert_eq!(Timestamp::from(DateTime::<Utc>::MAX_UTC).as_str(), "9999-12-31T23:59:59.999Z");
    assert_eq!(Timestamp::from(DateTime::<Utc>::MIN_UTC).as_str(), "0000-01-01T00:00:00.000Z");
}

proptest! {
    #[test]
    fn a_time_keeps_its_milliseconds_and_its_order(
        one in 0..253_402_300_799_999_i64,
        other in 0..253_402_300_799_999_i64,
        offset in -840..840_i32,
    ) {
        let at = |millis| DateTime::<Utc>::from_timestamp_millis(millis).unwrap();
        let (first, second) = (Timestamp::from(at(one)), Timestamp::from(at(other)));
        prop_assert_eq!(first.to_utc(), Some(at(one)));
        prop_assert_eq!(first.cmp(&second), one.cmp(&other));
        prop_assert_eq!(Timestamp::parse(first.as_str()), Some(first.clone()));
        let zone = chrono::FixedOffset::east_opt(offset * 60).unwrap();
        let local = at(one).with_timezone(&zone).to_rfc3339();
        if local.len() == 29 || local.len() == 25 {
            prop_assert_eq!(Timestamp::parse(&local), Some(first));
        }
    }

    #[test]
    fn any_text_is_a_time_or_is_not(text in "\\PC{0,30}") {
        if let Some(time) = Timestamp::parse(&text) {
            prop_assert_eq!(time.as_str().len(), 24);
            prop_assert_eq!(Timestamp::parse(time.as_str()), Some(time));
        }
    }
}
