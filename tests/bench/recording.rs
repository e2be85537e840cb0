//! The network with a memory: what a sync asked can be asked again, and only downloaded.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use futures_util::{StreamExt as _, TryStreamExt as _, future, stream};
use samara_ashby::{HttpReply, HttpRequest, HttpTransport, Transport, TransportError};

use crate::Outcome;
use crate::table::now;

/// Calls under way at once where the engine asks once per record.
const AT_ONCE: usize = 8;
/// Asked once per record; everything else is a chain of pages.
const PER_RECORD: [&str; 2] = ["interviewStage.list", "jobPosting.info"];

/// Passes requests on and remembers them.
pub struct Recording {
    network: HttpTransport,
    asked: Mutex<Vec<HttpRequest>>,
}

impl Recording {
    /// Nothing asked yet.
    pub fn new() -> Outcome<Arc<Self>> {
        Ok(Arc::new(Self { network: HttpTransport::new()?, asked: Mutex::default() }))
    }

    /// Pages asked for so far, details aside.
    pub fn pages(&self) -> Vec<HttpRequest> {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.iter().filter(|request| name(request) != "application.info").cloned().collect()
    }

    /// Downloads these again: the pages of one endpoint in order, endpoints beside each other, nothing read.
    pub async fn download(&self, pages: Vec<HttpRequest>) -> Outcome<Duration> {
        let mut endpoints: BTreeMap<String, Vec<HttpRequest>> = BTreeMap::new();
        for page in pages {
            endpoints.entry(name(&page).to_owned()).or_default().push(page);
        }
        let began = now();
        let chains = endpoints.into_iter().map(|(name, pages)| {
            let at_once = if PER_RECORD.contains(&name.as_str()) { AT_ONCE } else { 1 };
            let replies = stream::iter(pages).map(|page| self.network.send(page)).buffered(at_once);
            replies.try_for_each(|_| future::ready(Ok(())))
        });
        future::try_join_all(chains).await?;
        Ok(began.elapsed())
    }
}

fn name(request: &HttpRequest) -> &str {
    request.url.rsplit('/').next().unwrap_or_default()
}

#[async_trait]
impl Transport for Recording {
    async fn send(&self, request: HttpRequest) -> Result<HttpReply, TransportError> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
        self.network.send(request).await
    }
}
