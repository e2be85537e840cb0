//! The demo workspace: Ashby's emulator inside the process, reached through the same transport as the real one.

use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use samara_ashby::{Clock, HttpReply, HttpRequest, Method, Transport, TransportError};
use samara_sandbox::{Config, Outcome, Request, World};

/// The host no request leaves the process for.
pub const BASE_URL: &str = "https://demo.samara.invalid";
/// How many people the demo workspace holds.
const CANDIDATES: u32 = 1_284;
/// The demo is the same for everybody.
const SEED: u64 = 7;

/// Calls an emulated workspace as a function.
pub struct InProcess {
    world: Arc<World>,
    clock: Arc<dyn Clock>,
}

impl InProcess {
    /// The demo workspace as of now.
    #[must_use]
    pub fn demo(clock: Arc<dyn Clock>) -> Self {
        let config = Config {
            seed: SEED,
            candidates: CANDIDATES,
            api_key: None,
            now: clock.now(),
            base_url: BASE_URL.to_owned(),
        };
        Self::new(Arc::new(World::new(config)), clock)
    }

    /// A transport into that world.
    #[must_use]
    pub fn new(world: Arc<World>, clock: Arc<dyn Clock>) -> Self {
        Self { world, clock }
    }
}

#[async_trait]
impl Transport for InProcess {
    async fn send(&self, request: HttpRequest) -> Result<HttpReply, TransportError> {
        let Some(path) = request.url.strip_prefix(BASE_URL) else {
            return Err(TransportError::NotSent("the demo knows no other host".to_owned()));
        };
        let header = |wanted: &str| {
            request.headers.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str())
        };
        let outcome = self.world.handle(&Request {
            method: match request.method {
                Method::Get => "GET",
                Method::Post => "POST",
            },
            path,
            authorization: header("Authorization"),
            acting_user: header("X-On-Behalf-Of"),
            body: &request.body,
            now: self.clock.now(),
        });
        match outcome {
            Outcome::Reply(reply) => {
                if !reply.delay.is_zero() {
                    self.clock.sleep(reply.delay).await;
                }
                Ok(HttpReply { status: reply.status, headers: reply.headers, body: Bytes::from(reply.body) })
            }
            Outcome::Closed { .. } => Err(TransportError::Lost("closed without a reply".to_owned())),
            Outcome::Truncated(reply) => {
                let cut = reply.cut();
                let body = Bytes::from(reply.body).slice(..cut);
                Ok(HttpReply { status: reply.status, headers: reply.headers, body })
            }
        }
    }
}
