//! The address of a client. Behind a reverse proxy it is in a header. Only the part of the header that trusted proxies wrote
//! counts, because any client can send the header with any address.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use actix_web::http::header::{FORWARDED, HeaderName, X_FORWARDED_FOR};
use actix_web::{HttpRequest, web};
use ipnet::IpNet;

/// The header in which proxies forward the address of the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ForwardedHeader {
    /// `X-Forwarded-For`: addresses separated by commas.
    #[default]
    XForwardedFor,
    /// `Forwarded` (RFC 7239).
    Forwarded,
}

/// The reverse proxies in front of this server.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrustedProxies {
    networks: Vec<IpNet>,
    header: ForwardedHeader,
}

impl ForwardedHeader {
    fn name(self) -> HeaderName {
        match self {
            Self::XForwardedFor => X_FORWARDED_FOR,
            Self::Forwarded => FORWARDED,
        }
    }
}

impl TrustedProxies {
    /// Parses networks and addresses, separated by commas.
    ///
    /// # Errors
    /// The part that is neither a network nor an address.
    pub fn parse(text: &str, header: ForwardedHeader) -> Result<Self, String> {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        let networks = parts.map(|part| {
            let network = part.parse().or_else(|_| part.parse::<IpAddr>().map(IpNet::from));
            network.map_err(|_| format!("`{part}` is neither an address nor a network such as 10.0.0.0/8"))
        });
        Ok(Self { networks: networks.collect::<Result<_, _>>()?, header })
    }

    /// Whether an address is that of a proxy.
    pub(crate) fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.networks.iter().any(|network| network.contains(&address))
    }

    /// The address of the client: from the right, the first hop that is not a trusted proxy. An invalid address ends the
    /// search, because the client may have written everything to the left of it.
    fn client(&self, peer: IpAddr, request: &HttpRequest) -> IpAddr {
        let mut client = peer.to_canonical();
        if !self.contains(client) {
            return client;
        }
        let lines: Vec<_> = request.headers().get_all(self.header.name()).collect();
        for line in lines.into_iter().rev() {
            let Ok(line) = line.to_str() else { return client };
            for hop in elements(line).into_iter().rev() {
                let Some(address) = self.address(hop) else { return client };
                client = address.to_canonical();
                if !self.contains(client) {
                    return client;
                }
            }
        }
        client
    }

    /// The address in an element of the header.
    fn address(&self, element: &str) -> Option<IpAddr> {
        match self.header {
            ForwardedHeader::XForwardedFor => node(element),
            ForwardedHeader::Forwarded => {
                let pairs = element.split(';').filter_map(|pair| pair.split_once('='));
                let mut named = pairs.filter(|(name, _)| name.trim().eq_ignore_ascii_case("for"));
                let (only, second) = (named.next()?, named.next());
                let value = only.1.trim();
                let value =
                    value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value);
                second.is_none().then(|| node(value)).flatten()
            }
        }
    }
}

/// The elements of a list, separated by commas that are not quoted.
fn elements(line: &str) -> Vec<&str> {
    let mut is_quoted = false;
    let parts = line.split(|letter: char| {
        is_quoted ^= letter == '"';
        letter == ',' && !is_quoted
    });
    parts.map(str::trim).collect()
}

/// An address, with or without a port: `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:80`.
fn node(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    let with_port = || text.parse::<SocketAddr>().map(|address| address.ip());
    bare.parse().or_else(|_| with_port()).ok()
}

/// The address of the client of a request. All limits that are counted by address use this one.
pub(crate) fn client_address(request: &HttpRequest) -> IpAddr {
    // Only requests of tests, which have no socket, have no peer.
    let peer = request.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip());
    match request.app_data::<web::Data<TrustedProxies>>() {
        Some(proxies) => proxies.client(peer, request),
        None => peer.to_canonical(),
    }
}

/// The rate-limit key of an address. An IPv6 address counts as its /64 network, because a client usually has a whole /64.
pub(crate) fn limit_key(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => {
            let bits = u128::from(address) & !u128::from(u64::MAX);
            IpAddr::V6(Ipv6Addr::from(bits))
        }
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    const PROXIES: &str = "127.0.0.1, 10.0.0.0/8, 2001:db8:ffff::/48";

    fn client(header: ForwardedHeader, peer: &str, lines: &[&str]) -> String {
        let proxies = TrustedProxies::parse(PROXIES, header).unwrap();
        let request = TestRequest::default()
            .peer_addr(SocketAddr::new(peer.parse().unwrap(), 4711))
            .app_data(web::Data::new(proxies));
        let name = header.name();
        let request =
            lines.iter().fold(request, |request, line| request.append_header((name.clone(), *line)));
        client_address(&request.to_http_request()).to_string()
    }

    #[test]
    fn x_forwarded_for_is_read_from_the_right_past_trusted_proxies() {
        for (peer, lines, expected) in [
            // Without a trusted proxy, the header is ignored.
            ("192.0.2.7", &["198.51.100.1"][..], "192.0.2.7"),
            ("127.0.0.1", &[], "127.0.0.1"),
            ("127.0.0.1", &["198.51.100.1"], "198.51.100.1"),
            ("::ffff:127.0.0.1", &["198.51.100.1"], "198.51.100.1"),
            // What the client sent itself is further left.
            ("127.0.0.1", &["203.0.113.9, 198.51.100.1"], "198.51.100.1"),
            ("127.0.0.1", &["203.0.113.9", "198.51.100.1"], "198.51.100.1"),
            ("127.0.0.1", &["203.0.113.9, 198.51.100.1, 10.1.2.3"], "198.51.100.1"),
            ("127.0.0.1", &["203.0.113.9,198.51.100.1", "10.1.2.3,10.9.9.9"], "198.51.100.1"),
            ("10.1.2.3", &["10.0.0.1, 10.0.0.2"], "10.0.0.1"),
            // Other forms of an address.
            ("127.0.0.1", &["198.51.100.1:80"], "198.51.100.1"),
            ("127.0.0.1", &["2001:db8::1"], "2001:db8::1"),
            ("127.0.0.1", &["[2001:db8::1]:443"], "2001:db8::1"),
            ("127.0.0.1", &["2001:db8::1, 2001:db8:ffff::7"], "2001:db8::1"),
            // An invalid address ends the search.
            ("127.0.0.1", &["198.51.100.1, unknown"], "127.0.0.1"),
            ("127.0.0.1", &["198.51.100.1, , 10.0.0.1"], "10.0.0.1"),
            ("127.0.0.1", &["198.51.100.1, 10.0.0.1 10.0.0.2"], "127.0.0.1"),
            ("127.0.0.1", &[""], "127.0.0.1"),
        ] {
            assert_eq!(client(ForwardedHeader::XForwardedFor, peer, lines), expected, "{peer} {lines:?}");
        }
    }

    #[test]
    fn forwarded_is_read_from_the_right_past_trusted_proxies() {
        for (lines, expected) in [
            (&["for=198.51.100.1;proto=https;by=203.0.113.43"][..], "198.51.100.1"),
            (&["For=\"[2001:db8::1]:4711\""], "2001:db8::1"),
            (&["for=203.0.113.9, for=198.51.100.1, for=10.0.0.1"], "198.51.100.1"),
            (&["for=203.0.113.9;host=\"a, for=198.51.100.2\""], "203.0.113.9"),
            (&["for=203.0.113.9", "proto=http;for=\"198.51.100.1:80\""], "198.51.100.1"),
            (&["for=198.51.100.1, for=unknown"], "127.0.0.1"),
            (&["for=198.51.100.1, for=_hidden, for=10.0.0.1"], "10.0.0.1"),
            (&["for=198.51.100.1, proto=http"], "127.0.0.1"),
            (&["for=198.51.100.1;for=198.51.100.2"], "127.0.0.1"),
            (&["198.51.100.1"], "127.0.0.1"),
        ] {
            assert_eq!(client(ForwardedHeader::Forwarded, "127.0.0.1", lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn invalid_proxy_networks_are_named_in_the_error() {
        for (text, named) in
            [("10.0.0.0/33", "10.0.0.0/33"), ("10.0.0.1,proxy", "proxy"), ("10.0.0", "10.0.0")]
        {
            let refused = TrustedProxies::parse(text, ForwardedHeader::default()).unwrap_err();
            assert!(refused.contains(&format!("`{named}`")), "{refused}");
        }
        let proxies = TrustedProxies::parse("127.0.0.1, 10.0.0.0/8", ForwardedHeader::default()).unwrap();
        let networks: Vec<String> = proxies.networks.iter().map(IpNet::to_string).collect();
        assert_eq!(networks, ["127.0.0.1/32", "10.0.0.0/8"]);
    }

    #[test]
    fn ipv6_addresses_are_limited_by_their_64_bit_network() {
        let counted = |text: &str| limit_key(text.parse().unwrap()).to_string();
        assert_eq!(counted("2001:db8::1:2:3:4"), counted("2001:db8::5"));
        assert_ne!(counted("2001:db8:0:1::1"), counted("2001:db8::1"));
        assert_eq!(counted("::ffff:192.0.2.1"), "192.0.2.1");
    }
}
