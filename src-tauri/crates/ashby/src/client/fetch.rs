//! Fetching a file whose address somebody else named.

use bytes::Bytes;
use reqwest::Url;

use super::{Client, WRITE_TIMEOUT, user_agent};
use crate::{Error, HttpRequest, Method};

/// What an address gave.
#[derive(Clone, Debug)]
pub enum Fetched {
    /// The file.
    File {
        /// Its content.
        bytes: Bytes,
        /// What the host says it is.
        content_type: Option<String>,
    },
    /// It lies elsewhere: an address that has to be judged as the first one was.
    Elsewhere(String),
}

impl Client {
    /// Fetches from a public https address, once, without credentials and past the limiter. Whatever the name in the
    /// address stands for, only public addresses are connected to, and redirects are told, not followed.
    ///
    /// # Errors
    /// [`Error::NotSent`] when the address is not public, [`Error::TooLarge`] beyond `max_bytes`,
    /// [`Error::Unexpected`] when there is no file.
    pub async fn fetch_public(&self, url: &str, max_bytes: usize) -> Result<Fetched, Error> {
        let request = HttpRequest {
            method: Method::Get,
            url: url.to_owned(),
            headers: vec![("User-Agent", user_agent())],
            body: Bytes::new(),
            timeout: WRITE_TIMEOUT,
            max_bytes,
            public_only: true,
        };
        let reply = self.shared.transport.send(request).await?;
        match reply.status {
            200..300 if reply.body.len() > max_bytes => Err(Error::TooLarge { limit: max_bytes }),
            200..300 => {
                let content_type = reply.header("content-type").map(str::to_owned);
                Ok(Fetched::File { bytes: reply.body, content_type })
            }
            status @ 300..400 => {
                let target = reply.header("location").and_then(|to| Url::parse(url).ok()?.join(to).ok());
                target.map(|to| Fetched::Elsewhere(to.into())).ok_or(Error::Unexpected { status })
            }
            status @ 500.. => Err(Error::Unavailable { status }),
            status => Err(Error::Unexpected { status }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fake::{client, http};

    #[tokio::test(start_paused = true)]
    async fn a_redirect_is_told_and_nothing_carries_the_key() {
        let mut moved = http(302, "");
        moved.headers.push(("Location".to_owned(), "/b?x=1".to_owned()));
        let (client, transport, _) = client([Ok(moved), Ok(http(200, "%PDF")), Ok(http(200, "too long"))]);
        let first = client.fetch_public("https://files.example/a", 4).await.unwrap();
        assert!(matches!(&first, Fetched::Elsewhere(to) if to == "https://files.example/b?x=1"), "{first:?}");
        let file = client.fetch_public("https://files.example/b", 4).await.unwrap();
        assert!(matches!(&file, Fetched::File { bytes, .. } if &bytes[..] == b"%PDF"));
        let long = client.fetch_public("https://files.example/c", 4).await;
        assert!(matches!(long, Err(Error::TooLarge { limit: 4 })));
        let requests = transport.requests.lock().unwrap();
        assert!(requests.iter().all(|request| request.public_only));
        assert!(requests.iter().flat_map(|it| &it.headers).all(|(name, _)| *name != "Authorization"));
    }
}
