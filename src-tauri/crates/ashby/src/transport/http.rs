//! The real network.

use std::{error::Error as _, fmt, sync::OnceLock, time::Duration};

use async_trait::async_trait;
use bytes::{Bytes, BytesMut};
use reqwest::{Client, ClientBuilder, Response, Url, header::HeaderValue, redirect};

use super::public::{PublicOnly, is_public};
use super::{HttpReply, HttpRequest, Method, Transport, TransportError, base_url};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// HTTP with kept connections. TLS by rustls against the machine's certificates; a proxy named by the
/// environment is used for https only: plain http stays on this machine.
pub struct HttpTransport {
    outward: Client,
    here: Client,
    /// Made when first needed: the machine's certificates take long to load.
    public: OnceLock<Client>,
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
        Ok(Self { outward, here, public: OnceLock::new() })
    }

    /// What connects to public addresses alone. A proxy would resolve names by itself, so none is used.
    fn public(&self) -> Result<&Client, TransportError> {
        if let Some(client) = self.public.get() {
            return Ok(client);
        }
        let client = configured().no_proxy().dns_resolver(PublicOnly).build().map_err(|e| not_sent(&e))?;
        Ok(self.public.get_or_init(|| client))
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
        let client = match (request.public_only, url.scheme()) {
            (true, _) if !names_public(&url) => {
                return Err(TransportError::NotSent("the address is not public".into()));
            }
            (true, _) => self.public()?,
            (false, "http") => &self.here,
            (false, _) => &self.outward,
        };
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

/// Whether an address with a number for a host names a public one over https; names are judged when resolved.
fn names_public(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    url.scheme() == "https" && host.parse().map_or(!host.is_empty(), is_public)
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
