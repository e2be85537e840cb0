//! Asking Ashby anything, as it is: the answer is not read, only passed on.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use serde::de::IgnoredAny;
use serde_json::Value;

use super::{Client, body};
use crate::{Class, Error, HttpReply, Lane, envelope};

/// A reply as it came.
#[derive(Clone, Debug)]
pub struct RawReply {
    /// HTTP status.
    pub status: u16,
    /// Header lines.
    pub headers: Vec<(String, String)>,
    /// The whole body.
    pub body: Bytes,
    /// Ashby's code, when it declined.
    pub code: Option<String>,
    /// Ashby's number of the call, when it declined.
    pub request_id: Option<String>,
}

/// Whether a name is that of an endpoint, `<category>.<method>`, and nothing else: it becomes the path of the address.
#[must_use]
pub fn is_endpoint(name: &str) -> bool {
    let word = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_alphabetic());
    name.split_once('.').is_some_and(|(category, method)| word(category) && word(method))
}

/// Whether an endpoint, by its name, only reads. What does not say so is taken to write.
#[must_use]
pub fn only_reads(name: &str) -> bool {
    let method = name.split_once('.').map_or("", |(_, method)| method);
    let list =
        method.strip_prefix("list").is_some_and(|rest| !rest.starts_with(|it: char| it.is_ascii_lowercase()));
    list || matches!(method, "info" | "search")
}

impl Client {
    /// Asks an endpoint by its name, once, through the same gate as all calls.
    ///
    /// # Errors
    /// When there is no whole reply, Ashby asks to slow down, or the name is not that of an endpoint. That Ashby
    /// declines is no error here: it is in the reply.
    pub async fn pass(&self, name: &str, params: &Value) -> Result<RawReply, Error> {
        if !is_endpoint(name) {
            return Err(Error::NotSent { reason: "this is not the name of an endpoint".into() });
        }
        let (lane, class) = match only_reads(name) {
            true => (Lane::Read, Class::Read),
            false => (Lane::Write, Class::CreateLike),
        };
        self.attempt(lane, name, class, &body(params)?, raw).await
    }
}

fn raw(http: &HttpReply, now: DateTime<Utc>) -> Result<RawReply, Error> {
    let (code, request_id) = match envelope::reply::<IgnoredAny>(http, now) {
        Err(error @ Error::RateLimited { .. }) => return Err(error),
        Err(Error::Refused { code, request_id, .. }) => (Some(code), request_id),
        _ => (None, None),
    };
    let HttpReply { status, headers, body } = http.clone();
    Ok(RawReply { status, headers, body, code, request_id })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::fake::{client, http};

    #[test]
    fn only_names_of_endpoints_become_addresses() {
        for name in ["candidate.info", "applicationForm.submit"] {
            assert!(is_endpoint(name), "{name}");
        }
        for name in [
            "",
            "candidate",
            "candidate.",
            "a.b/../c",
            "a.b?x",
            "@evil.example",
            "a.b.c",
            "//e.example",
            "a.b\r\n",
        ] {
            assert!(!is_endpoint(name), "{name}");
        }
    }

    #[test]
    fn what_does_not_say_that_it_reads_is_taken_to_write() {
        for name in ["candidate.info", "candidate.list", "candidate.listNotes", "job.search"] {
            assert!(only_reads(name), "{name}");
        }
        for name in ["candidate.create", "report.generate", "x.listen", "x.infoSet", "webhook.delete"] {
            assert!(!only_reads(name), "{name}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_refusal_is_passed_on_as_it_came_and_nothing_is_sent_elsewhere() {
        let refusal = r#"{"success":false,"errorInfo":{"code":"candidate_not_found","requestId":"01X"}}"#;
        let (client, transport, _) = client([Ok(http(200, refusal))]);
        let reply = client.pass("candidate.info", &json!({ "id": "x" })).await.unwrap();
        assert_eq!((reply.status, reply.code.as_deref()), (200, Some("candidate_not_found")));
        assert_eq!((&reply.body[..], reply.request_id.as_deref()), (refusal.as_bytes(), Some("01X")));
        assert!(matches!(client.pass("a.b/../../x", &json!({})).await, Err(Error::NotSent { .. })));
        assert_eq!(transport.sent(), 1);
    }
}
