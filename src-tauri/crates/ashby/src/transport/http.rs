//! The real network.

use std::{error::Error as _, fmt, time::Duration};

use async_trait::async_trait;
use bytes::{Bytes, BytesMut};
use reqwest::{Client, ClientBuilder, Response, Url, header::HeaderValue, redirect};

use super::{HttpReply, HttpRequest, Method, Transport, TransportError, base_url};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// HTTP with kept connections. TLS by rustls against the machine's certificates; a proxy named by the
/// environment is used for https only: plain http stays on this machine.
pub struct HttpTransport {
    outward: Client,
    here: Client,
}

impl HttpTransport {
    /// Opens no connection yet.
    ///
    /// # Errors
    /// [`TransportError::NotSent`] when TLS can not be set up on this machine.
    pub fn new() -> Result<Self, TransportError> {
        let outward = configured().build().map_err(|e| not_sent(&e))?;
        // Plain http never needs the machine's certificates, which take long to load.
        let here = configured().no_proxy().tls_certs_only([]).build().map_err(|e| not_sent(&e))?;
        Ok(Self { outward, here })
    }
}

impl fmt::Debug for HttpTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HttpTransport")
    }
}

fn configured() -> ClientBuilder {
    Client::builder()
        .redirect(redirect::Policy::none())
        .connect_timeout(CONNECT_TIMEOUT)
        .pool_idle_timeout(Duration::from_secs(60))
        .tcp_nodelay(true)
        .referer(false)
}

#[async_trait]
impl Transport for HttpTransport {
    async fn send(&self, request: HttpRequest) -> Result<HttpReply, TransportError> {
        let url = Url::parse(&request.url).map_err(|_| TransportError::NotSent("not an address".into()))?;
        if !base_url::secure(&url) {
            return Err(TransportError::NotSent("plain http is for this machine only".into()));
        }
        let client = if url.scheme() == "http" { &self.here } else { &self.outward };
        let mut outgoing = match request.method {
            Method::Get => client.get(url),
            Method::Post => client.post(url).body(request.body),
        }
        .timeout(request.timeout);
        for (name, value) in &request.headers {
            let mut value = HeaderValue::from_str(value)
                .map_err(|_| TransportError::NotSent(format!("the header {name} can not be sent")))?;
            value.set_sensitive(name.eq_ignore_ascii_case("authorization"));
            outgoing = outgoing.header(*name, value);
        }
        let response = outgoing.send().await.map_err(|e| failure(&e))?;
        receive(response, request.max_bytes).await
    }
}

async fn receive(mut response: Response, max_bytes: usize) -> Result<HttpReply, TransportError> {
    let status = response.status().as_u16();
    let headers = response
        .headers()
        .iter()
        .filter_map(|(name, value)| Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned())))
        .collect();
    let announced = response.content_length().and_then(|length| usize::try_from(length).ok()).unwrap_or(0);
    if announced > max_bytes {
        return Err(TransportError::TooLarge(max_bytes));
    }
    let mut body = BytesMut::with_capacity(announced);
    while let Some(chunk) = response.chunk().await.map_err(|e| failure(&e))? {
        if body.len() + chunk.len() > max_bytes {
            return Err(TransportError::TooLarge(max_bytes));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(HttpReply { status, headers, body: Bytes::from(body) })
}

fn failure(error: &reqwest::Error) -> TransportError {
    if error.is_connect() || error.is_builder() {
        not_sent(error)
    } else if error.is_timeout() {
        TransportError::TimedOut
    } else {
        TransportError::Lost(innermost(error))
    }
}

fn not_sent(error: &reqwest::Error) -> TransportError {
    TransportError::NotSent(innermost(error))
}

/// The cause alone: the outer layers repeat the address, which may hold a credential.
fn innermost(error: &reqwest::Error) -> String {
    let mut cause = error.source();
    let mut text = None;
    while let Some(inner) = cause {
        text = Some(inner.to_string());
        cause = inner.source();
    }
    text.unwrap_or_else(|| "unknown cause".into())
}

#[cfg(test)]
mod tests;
