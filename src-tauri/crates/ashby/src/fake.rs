//! A network, a clock and chance for tests.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use crate::{BaseUrl, Client, Clock, Config, Entropy, HttpReply, HttpRequest, Transport, TransportError};

pub(crate) const KEY: &str = "k3y-that-must-not-show";

/// Tokio's clock, which in tests stands still but for sleeping.
pub(crate) struct TestClock {
    origin: tokio::time::Instant,
}

impl TestClock {
    pub(crate) fn new() -> Arc<Self> {
        Arc::new(Self { origin: tokio::time::Instant::now() })
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.origin.elapsed()
    }
}

#[async_trait]
impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::from_std(self.elapsed()).unwrap()
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}

/// Chance that always gives the most.
pub(crate) struct Highest;

impl Entropy for Highest {
    fn next_u64(&self) -> u64 {
        u64::MAX
    }
}

/// Answers with what it was told to, in order, and remembers what it was asked.
#[derive(Default)]
pub(crate) struct FakeTransport {
    replies: Mutex<VecDeque<Result<HttpReply, TransportError>>>,
    pub(crate) requests: Mutex<Vec<HttpRequest>>,
}

impl FakeTransport {
    pub(crate) fn sent(&self) -> usize {
        self.requests.lock().unwrap().len()
    }

    pub(crate) fn body(&self, index: usize) -> Value {
        serde_json::from_slice(&self.requests.lock().unwrap()[index].body).unwrap()
    }
}

#[async_trait]
impl Transport for FakeTransport {
    async fn send(&self, request: HttpRequest) -> Result<HttpReply, TransportError> {
        self.requests.lock().unwrap().push(request);
        self.replies.lock().unwrap().pop_front().expect("asked more often than expected")
    }
}

pub(crate) fn http(status: u16, body: &str) -> HttpReply {
    HttpReply { status, headers: Vec::new(), body: body.to_owned().into() }
}

pub(crate) fn with_header(mut reply: HttpReply, name: &str, value: &str) -> HttpReply {
    reply.headers.push((name.to_owned(), value.to_owned()));
    reply
}

/// A client on a network that gives these replies, at a test's own time.
pub(crate) fn client(
    replies: impl IntoIterator<Item = Result<HttpReply, TransportError>>,
) -> (Client, Arc<FakeTransport>, Arc<TestClock>) {
    let transport =
        Arc::new(FakeTransport { replies: Mutex::new(replies.into_iter().collect()), ..Default::default() });
    let clock = TestClock::new();
    let client = Client::new(config(Arc::clone(&clock)), Arc::clone(&transport) as Arc<dyn Transport>);
    (client, transport, clock)
}

pub(crate) fn config(clock: Arc<TestClock>) -> Config {
    Config {
        base_url: BaseUrl::parse(BaseUrl::PRODUCTION).unwrap(),
        api_key: KEY.to_owned().into(),
        acting_user: None,
        clock,
        entropy: Arc::new(Highest),
    }
}
