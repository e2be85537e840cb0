//! Asking Ashby: one client per key, one limiter for all its calls.

use std::{fmt, sync::Arc, time::Duration};

use base64::{Engine, prelude::BASE64_STANDARD};
use bytes::Bytes;
use chrono::{DateTime, Utc};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::{
    BaseUrl, Class, Clock, Endpoint, Entropy, Error, HttpReply, HttpRequest, Lane, Limiter, ListEndpoint,
    Method, Transport, TransportError, envelope,
    model::{Cursor, SyncToken, UserId},
};

mod acting;
mod fetch;
mod passthrough;
mod retry;
#[cfg(test)]
mod tests;
mod upload;

pub use fetch::Fetched;
pub use passthrough::{RawReply, is_endpoint, only_reads};
pub use upload::Part;

use retry::Retry;

/// The version of the API all calls select.
const ASHBY_VERSION: &str = "2026-01-01";
/// Ashby's maximum, and the fewest calls.
const PAGE_SIZE: u32 = 100;
const READ_TIMEOUT: Duration = Duration::from_secs(30);
const WRITE_TIMEOUT: Duration = Duration::from_secs(60);
const LARGEST_REPLY: usize = 64 << 20;

/// What a client needs to know.
#[derive(Clone)]
pub struct Config {
    /// Where Ashby is.
    pub base_url: BaseUrl,
    /// The key.
    pub api_key: SecretString,
    /// The user to write as, if the key may; reads are always the key's own.
    pub acting_user: Option<UserId>,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Chance, to spread retries.
    pub entropy: Arc<dyn Entropy>,
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("base_url", &self.base_url)
            .field("acting_user", &self.acting_user)
            .finish_non_exhaustive()
    }
}

/// Ashby with one key. Cheap to clone; clones share the limiter.
#[derive(Clone)]
pub struct Client {
    shared: Arc<Shared>,
}

struct Shared {
    base_url: BaseUrl,
    authorization: SecretString,
    acting: acting::Acting,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    transport: Arc<dyn Transport>,
    limiter: Arc<Limiter>,
    told: std::sync::Mutex<Option<DateTime<Utc>>>,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("base_url", &self.shared.base_url).finish_non_exhaustive()
    }
}

/// A result with what came along.
#[derive(Clone, Debug)]
pub struct Reply<T> {
    /// The result, read.
    pub results: T,
    /// The result as sent.
    pub raw: Box<RawValue>,
    /// Ashby's codes for what it did not do.
    pub warnings: Vec<String>,
}

/// A part of a listing.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// The records that could be read, in Ashby's order.
    pub records: Vec<Record<T>>,
    /// Those that could not.
    pub malformed: Vec<Malformed>,
    /// Where the listing goes on; absent on the last page.
    pub next: Option<Cursor>,
    /// For asking what changed since; only on the last page, and there at Ashby's discretion.
    pub token: Option<SyncToken>,
    /// Ashby's codes for what it did not do.
    pub warnings: Vec<String>,
    /// Size of the reply's body.
    pub bytes: usize,
}

/// A listed record.
#[derive(Clone, Debug)]
pub struct Record<T> {
    /// The record, read.
    pub value: T,
    /// The record as sent, unknown fields included.
    pub raw: Box<RawValue>,
}

/// A listed record that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// Its place in the page, 0 first.
    pub index: usize,
    /// What is wrong, without any of its content.
    pub reason: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PageParams<'a, P> {
    #[serde(flatten)]
    params: &'a P,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cursor: Option<&'a Cursor>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sync_token: Option<&'a SyncToken>,
}

impl Client {
    /// A client that has asked nothing yet.
    #[must_use]
    pub fn new(config: Config, transport: Arc<dyn Transport>) -> Self {
        let Config { base_url, api_key, acting_user, clock, entropy } = config;
        let credentials = BASE64_STANDARD.encode(format!("{}:", api_key.expose_secret()));
        let shared = Shared {
            base_url,
            authorization: format!("Basic {credentials}").into(),
            acting: acting::Acting::new(acting_user),
            limiter: Limiter::new(Arc::clone(&clock)),
            clock,
            entropy,
            transport,
            told: std::sync::Mutex::new(None),
        };
        Self { shared: Arc::new(shared) }
    }

    /// The gate all calls pass through.
    #[must_use]
    pub fn limiter(&self) -> &Arc<Limiter> {
        &self.shared.limiter
    }

    /// What Ashby's clock showed with its last reply, if that said so.
    #[must_use]
    pub fn told_time(&self) -> Option<DateTime<Utc>> {
        *self.shared.told.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn note_time(&self, http: &HttpReply) {
        if let Some(date) = http.header("Date").and_then(|date| DateTime::parse_from_rfc2822(date).ok()) {
            let mut told = self.shared.told.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            *told = Some(date.to_utc());
        }
    }

    /// Asks, and asks again as the endpoint's class permits.
    ///
    /// # Errors
    /// The last error, when retries are used up or pointless.
    pub async fn call<E: Endpoint>(
        &self,
        lane: Lane,
        params: &E::Params,
    ) -> Result<Reply<E::Results>, Error> {
        let body = body(params)?;
        let mut retry = Retry::new(E::CLASS);
        loop {
            match self.attempt(lane, E::NAME, E::CLASS, &body, envelope::reply).await {
                Err(error) => self.wait(&mut retry, error).await?,
                done => return done,
            }
        }
    }

    /// Asks exactly once: for writes whose repetition is decided by who keeps the intent.
    ///
    /// # Errors
    /// See [`Error`]; [`Error::outcome_unknown`] tells when the call may have taken effect nevertheless.
    pub async fn call_once<E: Endpoint>(
        &self,
        lane: Lane,
        params: &E::Params,
    ) -> Result<Reply<E::Results>, Error> {
        self.attempt(lane, E::NAME, E::CLASS, &body(params)?, envelope::reply).await
    }

    /// Asks for one page of a listing: the first without `cursor`, later ones with the `next` of the page
    /// before. With `token` only what changed since; give it with every page of that listing. Retried like
    /// [`Client::call`].
    ///
    /// # Errors
    /// [`Error::StuckCursor`] when the listing claims to go on but does not advance. After an error with
    /// [`Error::recovery`] neither token nor cursor may be used again.
    pub async fn page<E: ListEndpoint>(
        &self,
        lane: Lane,
        params: &E::Params,
        cursor: Option<&Cursor>,
        token: Option<&SyncToken>,
    ) -> Result<Page<E::Item>, Error> {
        self.listed::<E>(lane, params, PAGE_SIZE, cursor, token).await
    }

    /// Asks for one record of a listing, to learn whether the key may read it. Listings without pages come whole.
    ///
    /// # Errors
    /// As [`Client::page`].
    pub async fn probe<E: ListEndpoint>(&self, lane: Lane, params: &E::Params) -> Result<(), Error> {
        self.listed::<E>(lane, params, 1, None, None).await.map(drop)
    }

    async fn listed<E: ListEndpoint>(
        &self,
        lane: Lane,
        params: &E::Params,
        limit: u32,
        cursor: Option<&Cursor>,
        token: Option<&SyncToken>,
    ) -> Result<Page<E::Item>, Error> {
        let body = body(&PageParams {
            params,
            limit: E::PAGED.then_some(limit),
            cursor,
            sync_token: token.filter(|_| E::SYNCED),
        })?;
        let mut retry = Retry::new(E::CLASS);
        loop {
            let read = |http: &HttpReply, now| envelope::page(http, now, cursor);
            match self.attempt(lane, E::NAME, E::CLASS, &body, read).await {
                Err(error) => self.wait(&mut retry, error).await?,
                done => return done,
            }
        }
    }

    /// Whether [`Client::download`] would fetch from an address: it is https, or on Ashby's own host on this machine.
    #[must_use]
    pub fn may_fetch(&self, url: &str) -> bool {
        self.shared.base_url.may_fetch(url)
    }

    /// Fetches a file from an address that `file.info` gave, without credentials and past the limiter, because
    /// files lie elsewhere.
    ///
    /// # Errors
    /// [`Error::NotSent`] for an address that is neither https nor on Ashby's own host on this machine,
    /// [`Error::TooLarge`] beyond `max_bytes`, [`Error::Unexpected`] for one that is no longer valid.
    pub async fn download(&self, url: &str, max_bytes: usize) -> Result<Bytes, Error> {
        if !self.may_fetch(url) {
            return Err(Error::NotSent {
                reason: "the file's address is neither https nor Ashby's own".into(),
            });
        }
        let mut retry = Retry::new(Class::Read);
        loop {
            let request = HttpRequest {
                method: Method::Get,
                url: url.to_owned(),
                headers: vec![("User-Agent", user_agent())],
                body: Bytes::new(),
                timeout: WRITE_TIMEOUT,
                max_bytes,
                public_only: false,
            };
            let error = match self.shared.transport.send(request).await {
                Ok(reply) => match reply.status {
                    200..300 if reply.body.len() > max_bytes => {
                        return Err(Error::TooLarge { limit: max_bytes });
                    }
                    200..300 => return Ok(reply.body),
                    429 => Error::RateLimited { retry_after: None, partner_wide: false },
                    status @ 500.. => Error::Unavailable { status },
                    status => return Err(Error::Unexpected { status }),
                },
                Err(error) => error.into(),
            };
            self.wait(&mut retry, error).await?;
        }
    }

    /// Lets time pass before the next attempt, or gives the error back.
    async fn wait(&self, retry: &mut Retry, error: Error) -> Result<(), Error> {
        let Shared { clock, entropy, limiter, .. } = &*self.shared;
        let now = clock.now();
        let Some(delay) = retry.after(&error, now, limiter.pause_left(), entropy.as_ref()) else {
            return Err(error);
        };
        clock.sleep(delay).await;
        Ok(())
    }

    async fn attempt<T>(
        &self,
        lane: Lane,
        name: &str,
        class: Class,
        body: &Sent,
        read: impl Fn(&HttpReply, chrono::DateTime<chrono::Utc>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let Shared { clock, limiter, .. } = &*self.shared;
        // Nobody waits longer than that without being told.
        if let Some(left) = limiter.pause_left().filter(|left| *left > retry::PATIENCE) {
            let partner_wide = limiter.snapshot().partner_wide;
            return Err(Error::RateLimited { retry_after: Some(left), partner_wide });
        }
        let acting = self.shared.acting.for_call(class);
        let mut permit = limiter.acquire(lane).await;
        let sent_at = clock.now();
        let mut outcome = self.sent(self.request(name, class, body, acting.as_ref()), &read).await;
        if let Some(user) = &acting
            && outcome.as_ref().is_err_and(acting::turned_away)
        {
            // Nothing was carried out. In the key's own name it shows whether the user was what Ashby minded.
            drop(permit);
            permit = limiter.acquire(lane).await;
            outcome = self.sent(self.request(name, class, body, None), &read).await;
            if outcome.is_ok() {
                self.shared.acting.refused(user);
            }
        }
        if let Some(pace) = envelope::pace(outcome.as_ref().err()) {
            permit.note(pace);
        }
        let milliseconds = (clock.now() - sent_at).num_milliseconds();
        match &outcome {
            Ok(_) => tracing::debug!(endpoint = name, milliseconds, "answered"),
            Err(error) => tracing::debug!(endpoint = name, milliseconds, %error, "not answered"),
        }
        outcome
    }

    async fn sent<T>(
        &self,
        request: HttpRequest,
        read: &impl Fn(&HttpReply, DateTime<Utc>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let http = self.shared.transport.send(request).await?;
        self.note_time(&http);
        read(&http, self.shared.clock.now())
    }

    fn request(&self, name: &str, class: Class, body: &Sent, acting: Option<&UserId>) -> HttpRequest {
        let Shared { base_url, authorization, .. } = &*self.shared;
        let mut headers = Vec::with_capacity(6);
        headers.push(("Authorization", authorization.expose_secret().to_owned()));
        headers.push(("Content-Type", body.content_type.clone()));
        headers.push(("Accept", "application/json; version=1".to_owned()));
        headers.push(("Ashby-Version", ASHBY_VERSION.to_owned()));
        headers.push(("User-Agent", user_agent()));
        headers.extend(acting.map(|user| ("X-On-Behalf-Of", user.to_string())));
        HttpRequest {
            method: Method::Post,
            url: base_url.endpoint(name),
            headers,
            body: body.bytes.clone(),
            timeout: if class == Class::Read { READ_TIMEOUT } else { WRITE_TIMEOUT },
            max_bytes: LARGEST_REPLY,
            public_only: false,
        }
    }
}

fn user_agent() -> String {
    concat!("samara/", env!("CARGO_PKG_VERSION")).to_owned()
}

/// What goes over the wire, and what it is.
struct Sent {
    bytes: Bytes,
    content_type: String,
}

fn body(params: &impl Serialize) -> Result<Sent, Error> {
    let written = serde_json::to_vec(params);
    let bytes = written.map_err(|_| Error::NotSent { reason: "the parameters can not be written".into() })?;
    Ok(Sent { bytes: bytes.into(), content_type: "application/json".to_owned() })
}

impl From<TransportError> for Error {
    fn from(error: TransportError) -> Self {
        match error {
            TransportError::NotSent(reason) => Self::NotSent { reason },
            TransportError::Lost(reason) => Self::Lost { reason },
            TransportError::TimedOut => Self::TimedOut,
            TransportError::TooLarge(limit) => Self::TooLarge { limit },
        }
    }
}
