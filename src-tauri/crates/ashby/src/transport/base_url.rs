//! Where Ashby is.

use std::fmt;

use reqwest::Url;

/// The address all endpoints lie under, without a slash at its end: `https` anywhere, plain `http` only on
/// this machine.
#[derive(Clone, PartialEq, Eq)]
pub struct BaseUrl {
    text: String,
    url: Url,
}

/// Why an address can not stand for Ashby's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BaseUrlError {
    /// It is no absolute address.
    #[error("not a complete address; write it like https://api.ashbyhq.com")]
    Malformed,
    /// The key would travel in the clear.
    #[error("plain http is taken for this machine only; use https")]
    Insecure,
    /// It holds a user, a query or a fragment.
    #[error("the address may hold host, port and path only")]
    Decorated,
}

impl BaseUrl {
    /// Ashby's own.
    pub const PRODUCTION: &'static str = "https://api.ashbyhq.com";

    /// Reads an address.
    ///
    /// # Errors
    /// See [`BaseUrlError`].
    pub fn parse(text: &str) -> Result<Self, BaseUrlError> {
        let url = Url::parse(text.trim()).map_err(|_| BaseUrlError::Malformed)?;
        if !secure(&url) {
            return Err(match url.scheme() {
                "http" => BaseUrlError::Insecure,
                _ => BaseUrlError::Malformed,
            });
        }
        if !url.username().is_empty()
            || url.password().is_some()
            || url.query().is_some()
            || url.fragment().is_some()
        {
            return Err(BaseUrlError::Decorated);
        }
        Ok(Self { text: url.as_str().trim_end_matches('/').to_owned(), url })
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The address of an endpoint such as `candidate.list`.
    pub(crate) fn endpoint(&self, name: &str) -> String {
        format!("{}/{name}", self.text)
    }

    /// Whether a file may be fetched from `address`: over https, or from this very host of this machine.
    pub(crate) fn may_fetch(&self, address: &str) -> bool {
        Url::parse(address).is_ok_and(|url| {
            url.scheme() == "https"
                || (secure(&url) && loopback(&self.url) && url.origin() == self.url.origin())
        })
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BaseUrl").field(&self.text).finish()
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Whether a key may travel there.
pub(super) fn secure(url: &Url) -> bool {
    match url.scheme() {
        "https" => url.has_host(),
        "http" => loopback(url),
        _ => false,
    }
}

/// Whether the host is this machine.
pub(super) fn loopback(url: &Url) -> bool {
    let Some(host) = url.host_str() else { return false };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_anywhere_and_http_on_this_machine_are_taken() {
        for (text, kept) in [
            (BaseUrl::PRODUCTION, "https://api.ashbyhq.com"),
            (" https://api.ashbyhq.com/ ", "https://api.ashbyhq.com"),
            ("https://proxy.example:8443/ashby//", "https://proxy.example:8443/ashby"),
            ("http://127.0.0.1:4010", "http://127.0.0.1:4010"),
            ("http://127.8.0.1:4010", "http://127.8.0.1:4010"),
            ("http://[::1]:4010/", "http://[::1]:4010"),
            ("http://localhost:4010", "http://localhost:4010"),
        ] {
            let url = BaseUrl::parse(text).unwrap();
            assert_eq!(url.as_str(), kept);
            assert_eq!(url.endpoint("job.list"), format!("{kept}/job.list"));
        }
    }

    #[test]
    fn a_key_never_travels_in_the_clear() {
        for text in [
            "http://api.ashbyhq.com",
            "http://10.0.0.1",
            "http://localhost.example",
            "http://127.0.0.1.nip.io",
        ] {
            assert_eq!(BaseUrl::parse(text), Err(BaseUrlError::Insecure), "{text}");
        }
        for text in ["", "api.ashbyhq.com", "ftp://localhost", "file:///etc/passwd", "https://"] {
            assert_eq!(BaseUrl::parse(text), Err(BaseUrlError::Malformed), "{text}");
        }
        for text in ["https://k:p@api.ashbyhq.com", "https://api.ashbyhq.com?x", "https://api.ashbyhq.com#x"]
        {
            assert_eq!(BaseUrl::parse(text), Err(BaseUrlError::Decorated), "{text}");
        }
    }

    #[test]
    fn files_come_over_https_or_from_the_same_host_of_this_machine() {
        let here = BaseUrl::parse("http://127.0.0.1:4010").unwrap();
        assert!(here.may_fetch("http://127.0.0.1:4010/files/1?sig=2"));
        assert!(here.may_fetch("https://files.example/1"));
        for address in
            ["http://127.0.0.1:22/", "http://localhost:4010/x", "http://files.example/1", "file:///x", ""]
        {
            assert!(!here.may_fetch(address), "{address}");
        }
        let there = BaseUrl::parse(BaseUrl::PRODUCTION).unwrap();
        assert!(!there.may_fetch("http://127.0.0.1:4010/files/1"));
    }
}
