//! What surrounds every result: success or failure in all the shapes Ashby gives it, and the pages of lists.

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, value::RawValue};

use crate::{
    Error, HttpReply, Malformed, Page, Record, Reply,
    limiter::Pace,
    model::{Cursor, SyncToken},
};

#[cfg(test)]
mod tests;

/// Ashby's words are passed on up to here.
const LONGEST_MESSAGE: usize = 500;

/// The envelope; `R` is what the caller expects of `results`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Envelope<R> {
    #[serde(default, deserialize_with = "crate::model::tolerate")]
    success: Option<bool>,
    results: Option<R>,
    #[serde(default, deserialize_with = "crate::model::tolerate")]
    warnings: Vec<String>,
    #[serde(default, deserialize_with = "crate::model::tolerate")]
    more_data_available: Option<bool>,
    #[serde(default, deserialize_with = "crate::model::tolerate")]
    next_cursor: Option<Cursor>,
    #[serde(default, deserialize_with = "crate::model::tolerate")]
    sync_token: Option<SyncToken>,
}

/// The failing half of the envelope.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Failure {
    #[serde(default, deserialize_with = "crate::model::tolerate")]
    success: Option<bool>,
    #[serde(default, deserialize_with = "crate::model::tolerate")]
    errors: Vec<Value>,
    #[serde(default, deserialize_with = "crate::model::tolerate")]
    error_info: Option<ErrorInfo>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct ErrorInfo {
    #[serde(default, deserialize_with = "crate::model::tolerate")]
    code: Option<String>,
    #[serde(default, deserialize_with = "crate::model::tolerate")]
    message: Option<String>,
    #[serde(default, deserialize_with = "crate::model::tolerate")]
    request_id: Option<String>,
}

/// Reads the reply to a call for one result.
pub(crate) fn reply<T: DeserializeOwned>(http: &HttpReply, now: DateTime<Utc>) -> Result<Reply<T>, Error> {
    let envelope: Envelope<&RawValue> = open(http, now)?;
    // Some endpoints have nothing to say but that it went well.
    let raw = match envelope.results {
        Some(raw) => raw.to_owned(),
        None => RawValue::from_string("null".into()).map_err(|_| Error::Garbled { reason: "no results" })?,
    };
    let results = serde_json::from_str(raw.get())
        .map_err(|_| Error::Garbled { reason: "the results are not what the endpoint promises" })?;
    Ok(Reply { results, raw, warnings: envelope.warnings })
}

/// Reads one page of a listing asked for from `cursor` on.
pub(crate) fn page<T: DeserializeOwned>(
    http: &HttpReply,
    now: DateTime<Utc>,
    cursor: Option<&Cursor>,
) -> Result<Page<T>, Error> {
    let envelope: Envelope<Vec<&RawValue>> = open(http, now)?;
    let results = envelope.results.ok_or(Error::Garbled { reason: "a listing without results" })?;
    let goes_on = envelope.more_data_available.unwrap_or(false);
    let next = envelope.next_cursor.filter(|next| goes_on && !next.is_empty());
    if goes_on && (next.is_none() || next.as_ref() == cursor) {
        return Err(Error::StuckCursor);
    }
    let mut records = Vec::with_capacity(results.len());
    let mut malformed = Vec::new();
    for (index, raw) in results.into_iter().enumerate() {
        match serde_json::from_str(raw.get()) {
            Ok(value) => records.push(Record { value, raw: raw.to_owned() }),
            Err(error) => malformed.push(Malformed { index, reason: reason(&error) }),
        }
    }
    let token = envelope.sync_token.filter(|token| !goes_on && !token.is_empty());
    Ok(Page { records, malformed, next, token, warnings: envelope.warnings, bytes: http.body.len() })
}

/// Serde's own words may quote the value, which is personal data.
fn reason(error: &serde_json::Error) -> String {
    let words = error.to_string();
    match words.strip_prefix("missing field `").and_then(|rest| rest.split_once('`')) {
        Some((field, _)) => format!("the field {field} is missing"),
        None => format!("a required field is of another type, at character {}", error.column()),
    }
}

/// The envelope of a success, or the error the reply stands for.
fn open<'a, R: Deserialize<'a>>(http: &'a HttpReply, now: DateTime<Utc>) -> Result<Envelope<R>, Error> {
    if (200..300).contains(&http.status)
        && let Ok(envelope) = serde_json::from_slice::<Envelope<R>>(&http.body)
        && envelope.success == Some(true)
    {
        return Ok(envelope);
    }
    Err(failure(http, now))
}

fn failure(http: &HttpReply, now: DateTime<Utc>) -> Error {
    let told = serde_json::from_slice::<Failure>(&http.body);
    let fine = (200..300).contains(&http.status);
    if fine && !matches!(&told, Ok(Failure { success: Some(false), .. })) {
        let reason = match told {
            Ok(Failure { success: Some(true), .. }) => "the results are not what the endpoint promises",
            Ok(_) => "it does not say whether the call succeeded",
            Err(error) if error.is_eof() => "it is cut",
            Err(_) => "it is not JSON of the promised shape",
        };
        return Error::Garbled { reason };
    }
    let told = told.unwrap_or_default();
    let spoke = told.success == Some(false) || told.error_info.is_some() || !told.errors.is_empty();
    let (code, message, request_id) = told.words();
    match (http.status, code.as_str()) {
        (401, _) => Error::Unauthorized,
        (_, "missing_endpoint_permission") => Error::Forbidden { permission_missing: true, message },
        (403, _) => Error::Forbidden { permission_missing: false, message },
        (429, _) | (_, "rate_limit_exceeded" | "concurrent_limit_exceeded") => {
            Error::RateLimited { retry_after: retry_after(http, now), partner_wide: partner_wide(http) }
        }
        (status @ 500.., _) | (status, "generic_internal_error") => Error::Unavailable { status },
        (_, _) if spoke => Error::Refused { code, message, request_id },
        (status, _) => Error::Unexpected { status },
    }
}

impl Failure {
    /// Code, message and request id, from whichever place has them; `errorInfo` first, because `errors` is
    /// deprecated and holds codes here, sentences there and objects elsewhere.
    fn words(self) -> (String, Option<String>, Option<String>) {
        let info = self.error_info.unwrap_or_default();
        let (mut code, mut message) = (info.code, info.message);
        for error in self.errors {
            match error {
                Value::String(text) if looks_like_code(&text) => code = code.or(Some(text)),
                Value::String(text) => message = message.or(Some(text)),
                Value::Object(mut object) => {
                    let mut take = |key| match object.remove(key) {
                        Some(Value::String(text)) => Some(text),
                        _ => None,
                    };
                    code = code.or_else(|| take("code"));
                    message = message.or_else(|| take("message"));
                }
                _ => {}
            }
        }
        let message = message.map(|text| text.chars().take(LONGEST_MESSAGE).collect());
        (code.unwrap_or_else(|| "unknown_error".into()), message, info.request_id)
    }
}

fn looks_like_code(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// What the reply says about the pace, success or not.
pub(crate) fn pace(error: Option<&Error>) -> Option<Pace> {
    match error {
        None => Some(Pace::Good),
        Some(Error::RateLimited { retry_after, partner_wide }) => {
            Some(Pace::Limited { retry_after: *retry_after, partner_wide: *partner_wide })
        }
        Some(_) => None,
    }
}

fn partner_wide(http: &HttpReply) -> bool {
    http.header("x-ratelimit-scope").is_some_and(|scope| scope == "integration-partner")
}

/// `Retry-After` in seconds or as a date.
fn retry_after(http: &HttpReply, now: DateTime<Utc>) -> Option<Duration> {
    let text = http.header("retry-after")?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = DateTime::parse_from_rfc2822(text).ok()?;
    Some((until.to_utc() - now).to_std().unwrap_or_default())
}
