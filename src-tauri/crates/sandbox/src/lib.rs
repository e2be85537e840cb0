//! An Ashby workspace in a box: a stateful emulator of the public API and a generator of the data behind it.
//!
//! The workspace is derived from a seed: record *n* of a kind is computed from `(seed, n)` whenever it is asked
//! for, so a workspace of a million candidates costs no more memory than one of fifty. What is written to it lies
//! on top, in an overlay, next to the log of changes that sync tokens point into. Two worlds with equal
//! [`Config`] that get equal requests at equal times answer with equal bytes.
//!
//! It shares nothing with the client: both read Ashby's contract for themselves, and a misreading shows.

mod arguments;
mod changes;
mod control;
mod docx;
mod draw;
mod endpoint;
mod envelope;
mod faults;
mod generate;
mod hooks;
mod ids;
mod ledger;
mod multipart;
mod paging;
mod pdf;
mod scopes;
#[cfg(feature = "server")]
mod server;
mod view;
mod world;

use std::time::Duration;

use chrono::{DateTime, Utc};

pub use faults::{Fault, FaultKind, parse_fault};
pub use hooks::Delivery;
#[cfg(feature = "server")]
pub use server::serve;
pub use world::World;

/// What a world is made from.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where every generated record comes from.
    pub seed: u64,
    /// How many candidates the workspace starts with: 10 to 1,000,000 (clamped).
    pub candidates: u32,
    /// The one key that is let in; `None` lets any key in.
    pub api_key: Option<String>,
    /// The world's today. All history lies before it.
    pub now: DateTime<Utc>,
    /// Prefix of file URLs, such as `http://127.0.0.1:4010`, without a slash at the end.
    pub base_url: String,
}

/// One request as it arrives.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// `POST`, `GET`, …
    pub method: &'a str,
    /// `/candidate.list`, or `/files/<token>.pdf`.
    pub path: &'a str,
    /// The `Authorization` header.
    pub authorization: Option<&'a str>,
    /// The `X-On-Behalf-Of` header: whoever the call is made for.
    pub acting_user: Option<&'a str>,
    /// The body as sent: JSON, or in several parts where files may come along.
    pub body: &'a [u8],
    /// When it arrives, by the world's clock.
    pub now: DateTime<Utc>,
}

/// What becomes of a request.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// An answer.
    Reply(Reply),
    /// The connection closes without an answer.
    Closed {
        /// Whether the request took effect all the same.
        committed: bool,
    },
    /// An answer whose body stops short of its `Content-Length`: [`Reply::body`] is the whole of what should have
    /// come, [`Reply::cut`] how much of it does.
    Truncated(Reply),
}

/// An HTTP answer.
#[derive(Debug, Clone)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Header names and values, `Content-Type` among them, `Content-Length` not.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
    /// How long the answer takes.
    pub delay: Duration,
    /// The headers come at once and the body drips through the whole of `delay`.
    pub slow: bool,
}

impl Reply {
    /// How many bytes of the body arrive when it is cut short: half of it, always less than all.
    pub fn cut(&self) -> usize {
        self.body.len() / 2
    }
}
