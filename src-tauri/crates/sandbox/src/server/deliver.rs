//! Carries messages to webhooks, on this machine only.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{CONTENT_TYPE, HOST};
use hyper::{Method, Request, Uri};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, timeout};

use super::clock;
use crate::World;
use crate::hooks::Delivery;

/// How often it is looked for messages.
const PAUSE: Duration = Duration::from_millis(100);

/// How long a webhook may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// Delivers what is due until it is dropped.
pub(super) async fn carry(world: Arc<World>, started: Instant) {
    loop {
        for delivery in world.due_deliveries(clock(world.born(), started)) {
            let status = timeout(PATIENCE, post(&delivery)).await.ok().flatten();
            world.delivered(delivery, status, clock(world.born(), started));
        }
        sleep(PAUSE).await;
    }
}

/// The status of the answer, if one came.
async fn post(delivery: &Delivery) -> Option<u16> {
    let uri: Uri = delivery.url.parse().ok()?;
    let host = uri.host()?;
    let local = host == "localhost"
        || host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    if uri.scheme_str() != Some("http") || !local {
        return None;
    }
    let authority = uri.authority()?.as_str().to_owned();
    let port = uri.port_u16().unwrap_or(80);
    let stream = TcpStream::connect((host.trim_matches(['[', ']']), port)).await.ok()?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.ok()?;
    let driver = tokio::spawn(connection);
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(HOST, authority)
        .header(CONTENT_TYPE, "application/json")
        .header("User-Agent", "Ashby-Webhook")
        .header("Ashby-Signature", &delivery.signature)
        .body(Full::new(Bytes::from(delivery.body.clone())))
        .ok()?;
    let status = sender.send_request(request).await.ok().map(|response| response.status().as_u16());
    driver.abort();
    status
}
