//! Ashby's public API as Rust: the records it sends, the errors it gives and, behind the feature `client`,
//! the way to ask it.
//!
//! The vocabulary is Ashby's own: a *candidate* is a person, an *application* is that person on one job, a
//! *stage* is a step of an interview plan, a *posting* is the public face of a job. A *cursor* walks through
//! the pages of one listing, a *sync token* asks for what changed since an earlier complete listing. A *lane*
//! says how urgent a call is.
//!
//! Invariants: reading is tolerant (any field but a record's own id may be absent, null or of a surprising
//! type; enumerations are open text); no error and no `Debug` output of the client carries an API key, a
//! request body or a reply's body; a call that may have created something is never sent again blindly.

// Words about people leave by the door of a host alone.
#![warn(clippy::print_stderr)]

pub mod error;
pub mod model;

#[cfg(feature = "client")]
pub mod client;
#[cfg(feature = "client")]
pub mod clock;
#[cfg(feature = "client")]
pub mod endpoint;
#[cfg(feature = "client")]
mod envelope;
#[cfg(feature = "client")]
pub mod limiter;
#[cfg(feature = "client")]
pub mod transport;

#[cfg(feature = "client")]
#[cfg(test)]
mod fake;

pub use error::Error;

#[cfg(feature = "client")]
pub use client::{
    Client, Config, Fetched, Malformed, Page, Part, RawReply, Record, Reply, is_endpoint, only_reads,
};
#[cfg(feature = "client")]
pub use clock::{Clock, Entropy, SystemClock, SystemEntropy};
#[cfg(feature = "client")]
pub use endpoint::{Class, Endpoint, ListEndpoint};
#[cfg(feature = "client")]
pub use limiter::{Lane, Limiter};
#[cfg(feature = "client")]
pub use transport::{
    BaseUrl, BaseUrlError, HttpReply, HttpRequest, HttpTransport, Method, Transport, TransportError,
    is_public,
};
