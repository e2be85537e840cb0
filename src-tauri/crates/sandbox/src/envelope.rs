//! What an answer is wrapped in: success and failure, and the headers on both.

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use crate::Reply;

/// Why a request is turned down: a documented code and a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub status: u16,
    pub code: &'static str,
    pub message: String,
}

impl Refusal {
    /// A logical failure: Ashby reports nearly all of them with HTTP 200.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { status: 200, code, message: message.into() }
    }

    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new("invalid_input", message)
    }
}

/// A successful answer before it is wrapped: the fields beside `success`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Success {
    pub fields: Map<String, Value>,
}

impl Success {
    pub fn of(results: Value) -> Self {
        let mut fields = Map::new();
        fields.insert("results".into(), results);
        Self { fields }
    }

    pub fn with(mut self, name: &str, value: Value) -> Self {
        self.fields.insert(name.into(), value);
        self
    }
}

pub(crate) type Answer = Result<Success, Refusal>;

fn headers(content_type: &str) -> Vec<(String, String)> {
    [
        ("Content-Type", content_type),
        ("Ashby-Version", "2026-01-01"),
        ("Ashby-Version-Status", "active"),
        ("Cache-Control", "no-store"),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .collect()
}

pub(crate) fn bytes(status: u16, content_type: &str, body: Vec<u8>) -> Reply {
    Reply { status, headers: headers(content_type), body, delay: Duration::ZERO, slow: false }
}

pub(crate) fn json(status: u16, body: &Value) -> Reply {
    bytes(status, "application/json; charset=utf-8", body.to_string().into_bytes())
}

/// The human-readable bodies of 401, 403 and 404.
pub(crate) fn plain(status: u16, sentence: &str) -> Reply {
    bytes(status, "text/plain; charset=utf-8", sentence.as_bytes().to_vec())
}

pub(crate) fn success(success: Success) -> Reply {
    let mut body = success.fields;
    body.insert("success".into(), Value::Bool(true));
    json(200, &Value::Object(body))
}

pub(crate) fn failure(refusal: &Refusal, request_id: &str) -> Reply {
    // The documented 429 bodies hold sentences in `errors`, all others the code.
    let error = if refusal.status == 429 { refusal.message.as_str() } else { refusal.code };
    let body = json!({
        "success": false,
        "errors": [error],
        "errorInfo": { "code": refusal.code, "message": refusal.message, "requestId": request_id },
    });
    json(refusal.status, &body)
}

/// A request id in the form of a ULID: the time in milliseconds, then 80 bits drawn from the request's number.
pub(crate) fn request_id(now: DateTime<Utc>, entropy: (u64, u64)) -> String {
    const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let time = u128::from(now.timestamp_millis().unsigned_abs()) & ((1 << 48) - 1);
    let random = (u128::from(entropy.0) << 16) | u128::from(entropy.1 & 0xFFFF);
    let value = (time << 80) | random;
    (0..26u32)
        .rev()
        .filter_map(|digit| {
            let at = usize::try_from((value >> (digit * 5)) & 31).ok()?;
            DIGITS.get(at).map(|byte| char::from(*byte))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn request_ids_are_ulids_in_order_of_time() {
        let at = |ms| DateTime::from_timestamp_millis(ms).unwrap();
        let (early, late) =
            (request_id(at(1_700_000_000_000), (9, 9)), request_id(at(1_700_000_000_001), (1, 1)));
        assert_eq!(early.len(), 26);
        assert!(early < late);
        assert!(early.starts_with("01H"), "{early}");
    }
}
