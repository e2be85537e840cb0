//! Which addresses are public. Files whose address somebody else named are fetched from those alone, so that nobody can
//! make this computer ask its own network.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// Whether an address lies in the public internet.
#[must_use]
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(four) => four_is_public(four),
        IpAddr::V6(six) => six_is_public(six),
    }
}

fn four_is_public(four: Ipv4Addr) -> bool {
    !(four.is_private()
        || four.is_loopback()
        || four.is_link_local()
        || four.is_broadcast()
        || four.is_multicast()
        || four.is_documentation()
        || matches!(
            four.octets(),
            [0, ..] | [100, 64..128, ..] | [192, 0, 0, _] | [198, 18 | 19, ..] | [240..=255, ..]
        ))
}

/// What wraps an address of four parts is judged by that one, or not taken at all.
fn six_is_public(six: Ipv6Addr) -> bool {
    if let Some(four) = six.to_ipv4_mapped() {
        return four_is_public(four);
    }
    // Only 2000::/3 is given out; of that Teredo, 6to4 and examples are not taken.
    match six.segments() {
        [0x2001, 0 | 0x0db8, ..] | [0x2002, ..] => false,
        [first, ..] => first & 0xE000 == 0x2000,
    }
}

/// Resolves names to public addresses alone.
pub(super) struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = found.filter(|address| is_public(address.ip())).collect();
            if public.is_empty() {
                return Err("the name stands for no public address".into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_computer_its_network_and_what_wraps_them_are_not_public() {
        for address in [
            "127.0.0.1",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "240.0.0.1",
            "192.0.2.1",
            "::",
            "::1",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001::1",
            "2001:db8::1",
        ] {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
        for address in ["93.184.215.14", "1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1"] {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }

    #[tokio::test]
    async fn a_name_of_this_computer_resolves_to_nothing() {
        let transport = crate::HttpTransport::new().unwrap();
        let request = crate::HttpRequest {
            method: crate::Method::Get,
            url: "https://localhost:9/x".to_owned(),
            headers: Vec::new(),
            body: bytes::Bytes::new(),
            timeout: std::time::Duration::from_secs(5),
            max_bytes: 10,
            public_only: true,
        };
        let refused = crate::Transport::send(&transport, request).await.unwrap_err();
        assert!(
            matches!(&refused, crate::TransportError::NotSent(why) if why.contains("no public address")),
            "{refused:?}"
        );
    }
}
