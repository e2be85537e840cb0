//! The world on a loopback socket, so that a client meets real connections: kept alive, dropped, cut short.

mod deliver;

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use http_body_util::BodyExt as _;
use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};
use hyper::header::{AUTHORIZATION, HeaderName, HeaderValue};
use hyper::service::service_fn;
use hyper::{Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio::time::{Instant, Sleep, sleep};

use crate::{Outcome, Reply, Request, World};

/// Serves a world until `shutdown` resolves; connections still open are then dropped. Beside the API there is
/// `POST /sandbox/control`, without a key. The world's clock starts with its first server, at the moment it was made
/// for, and runs on from then.
///
/// # Errors
/// When the listener is not on a loopback address, or fails.
pub async fn serve(
    world: Arc<World>,
    listener: TcpListener,
    shutdown: impl Future<Output = ()>,
) -> io::Result<()> {
    let address = listener.local_addr()?;
    if !address.ip().is_loopback() {
        let message = format!("the sandbox listens on loopback only, not on {address}");
        return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
    }
    let started = *world.served.get_or_init(Instant::now);
    let mut connections = JoinSet::new();
    // Messages to webhooks stop with the server.
    let mut deliveries = JoinSet::new();
    deliveries.spawn(deliver::carry(Arc::clone(&world), started));
    tokio::pin!(shutdown);
    loop {
        let stream = tokio::select! {
            () = &mut shutdown => return Ok(()),
            Some(_) = connections.join_next() => continue,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => stream,
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
        };
        let world = Arc::clone(&world);
        connections.spawn(async move {
            let _ = stream.set_nodelay(true);
            let service = service_fn(|request| respond(Arc::clone(&world), request, started));
            // A connection that ends badly is what the faults are for.
            let _ = hyper::server::conn::http1::Builder::new()
                .timer(TokioTimer::new())
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

/// Raised to make hyper drop the connection without a word.
#[derive(Debug)]
struct Dropped;

impl std::fmt::Display for Dropped {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("the connection was dropped on purpose")
    }
}

impl std::error::Error for Dropped {}

async fn respond(
    world: Arc<World>,
    request: hyper::Request<Incoming>,
    started: Instant,
) -> Result<Response<Drip>, Dropped> {
    let now = clock(world.born(), started);
    let (head, body) = request.into_parts();
    let body = body.collect().await.map_err(|_| Dropped)?.to_bytes();
    let path = head.uri.path().to_owned();
    if path == "/sandbox/control" {
        return Ok(response(&control(&world, &body, now), None));
    }
    let header = |name: &str| head.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let (authorization, acting_user) = (header(AUTHORIZATION.as_str()), header("x-on-behalf-of"));
    // A page of a filtered listing may read through the whole workspace: keep that off the reactor.
    let outcome = tokio::task::spawn_blocking(move || {
        world.handle(&Request {
            method: head.method.as_str(),
            path: &path,
            authorization: authorization.as_deref(),
            acting_user: acting_user.as_deref(),
            body: &body,
            now,
        })
    })
    .await
    .map_err(|_| Dropped)?;
    match outcome {
        Outcome::Closed { .. } => Err(Dropped),
        Outcome::Reply(reply) => {
            if !reply.slow {
                sleep(reply.delay).await;
            }
            Ok(response(&reply, None))
        }
        Outcome::Truncated(reply) => {
            sleep(reply.delay).await;
            Ok(response(&reply, Some(reply.cut())))
        }
    }
}

fn clock(born: DateTime<Utc>, started: Instant) -> DateTime<Utc> {
    TimeDelta::from_std(started.elapsed())
        .ok()
        .and_then(|passed| born.checked_add_signed(passed))
        .unwrap_or(born)
}

fn control(world: &World, body: &[u8], now: DateTime<Utc>) -> Reply {
    let answer = serde_json::from_slice(body)
        .map_err(|error| format!("not JSON: {error}"))
        .and_then(|operation| world.control(&operation, now));
    match answer {
        Ok(value) => crate::envelope::json(200, &value),
        Err(message) => crate::envelope::json(400, &serde_json::json!({ "error": message })),
    }
}

fn response(reply: &Reply, cut: Option<usize>) -> Response<Drip> {
    let mut response = Response::new(Drip::new(reply, cut));
    *response.status_mut() = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in &reply.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name.as_str()), HeaderValue::from_str(value)) {
            response.headers_mut().append(name, value);
        }
    }
    response
}

/// A body that declares its whole length and may come in pieces, or stop half-way.
struct Drip {
    pieces: std::collections::VecDeque<Bytes>,
    length: u64,
    pause: Duration,
    waiting: Option<Pin<Box<Sleep>>>,
    cut: bool,
}

/// Long enough for the sent half to leave before the connection goes.
const LAST_BREATH: Duration = Duration::from_millis(20);
const PIECES: usize = 10;

impl Drip {
    fn new(reply: &Reply, cut: Option<usize>) -> Self {
        let whole = Bytes::copy_from_slice(&reply.body);
        let length = u64::try_from(whole.len()).unwrap_or(0);
        let sent = whole.slice(..cut.unwrap_or(whole.len()));
        let dripping = reply.slow && cut.is_none();
        let size = if dripping { (sent.len() / PIECES).max(1) } else { sent.len().max(1) };
        let pieces = (0..sent.len())
            .step_by(size)
            .map(|from| sent.slice(from..(from + size).min(sent.len())))
            .collect::<std::collections::VecDeque<_>>();
        let count = u32::try_from(pieces.len().max(1)).unwrap_or(1);
        let pause = if dripping { reply.delay / count } else { Duration::ZERO };
        Self { pieces, length, pause, waiting: None, cut: cut.is_some() }
    }

    fn wait(&mut self, time: Duration, context: &mut Context<'_>) -> Poll<()> {
        let waiting = self.waiting.get_or_insert_with(|| Box::pin(sleep(time)));
        let done = waiting.as_mut().poll(context);
        if done.is_ready() {
            self.waiting = None;
        }
        done
    }
}

impl Body for Drip {
    type Data = Bytes;
    type Error = Dropped;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Dropped>>> {
        let this = self.get_mut();
        let pause = if this.pieces.is_empty() && this.cut { LAST_BREATH } else { this.pause };
        if !pause.is_zero() && this.wait(pause, context).is_pending() {
            return Poll::Pending;
        }
        match this.pieces.pop_front() {
            Some(piece) => Poll::Ready(Some(Ok(Frame::data(piece)))),
            None if this.cut => Poll::Ready(Some(Err(Dropped))),
            None => Poll::Ready(None),
        }
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.length)
    }
}
