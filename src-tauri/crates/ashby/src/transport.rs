//! One HTTP exchange, so that the network can be replaced.

mod base_url;
mod http;
mod public;

use std::{fmt, time::Duration};

use async_trait::async_trait;
use bytes::Bytes;

pub use base_url::{BaseUrl, BaseUrlError};
pub use http::HttpTransport;
pub use public::is_public;

/// Carries one request to its host and one reply back.
#[async_trait]
pub trait Transport: Send + Sync {
    /// Sends `request` once, never again on its own, follows no redirects and keeps to the request's
    /// `timeout` and `max_bytes`.
    ///
    /// # Errors
    /// [`TransportError::NotSent`] only when the request certainly did not arrive.
    async fn send(&self, request: HttpRequest) -> Result<HttpReply, TransportError>;
}

/// The methods in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Fetches a file.
    Get,
    /// Everything else: Ashby's API knows no other.
    Post,
}

/// A request. `Debug` shows neither credentials nor body.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpRequest {
    /// How.
    pub method: Method,
    /// Where, complete.
    pub url: String,
    /// Header lines.
    pub headers: Vec<(&'static str, String)>,
    /// What, JSON or nothing.
    pub body: Bytes,
    /// From sending to the last byte of the reply.
    pub timeout: Duration,
    /// The longest body taken in reply.
    pub max_bytes: usize,
    /// Whether only public addresses may be connected to, whatever the name in the address stands for.
    pub public_only: bool,
}

impl fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The address of a file is a credential in itself.
        let address = self.url.split_once('?').map_or(self.url.as_str(), |(address, _)| address);
        f.debug_struct("HttpRequest")
            .field("method", &self.method)
            .field("url", &address)
            .field("headers", &self.headers.iter().map(|(name, _)| name).collect::<Vec<_>>())
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

/// A reply. `Debug` does not show the body.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpReply {
    /// HTTP status.
    pub status: u16,
    /// Header lines.
    pub headers: Vec<(String, String)>,
    /// The whole body.
    pub body: Bytes,
}

impl HttpReply {
    /// The first header of that name, in any case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

impl fmt::Debug for HttpReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpReply")
            .field("status", &self.status)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

/// Why there is no whole reply. The texts name neither credentials nor addresses with queries.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// The connection was never opened: the request certainly did not arrive.
    #[error("not sent: {0}")]
    NotSent(String),
    /// The connection broke; the request may have arrived.
    #[error("lost: {0}")]
    Lost(String),
    /// No whole reply in time; the request may have arrived.
    #[error("timed out")]
    TimedOut,
    /// The reply is longer than the request takes.
    #[error("longer than {0} bytes")]
    TooLarge(usize),
}
