//! Content codings (RFC 9110, 12.5.3): negotiation and compression.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::io::{self, Write};

use actix_web::HttpRequest;
use actix_web::http::header::{
    ACCEPT_ENCODING, AcceptEncoding, ContentEncoding, Encoding, Header, HeaderValue, Preference, Quality,
};
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;

/// A content coding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Coding {
    Brotli,
    Zstd,
    Gzip,
    Identity,
}

impl Coding {
    /// The compressed codings, the best compression first.
    pub(crate) const COMPRESSED: [Self; 3] = [Self::Brotli, Self::Zstd, Self::Gzip];

    /// Negotiates the coding of a request: the one with the highest quality, and of equal ones the best compression. A
    /// request that accepts none gets identity rather than a 406.
    pub(crate) fn negotiate(request: &HttpRequest) -> Self {
        let Some(header) = request.headers().get(ACCEPT_ENCODING) else { return Self::Identity };
        REMEMBERED.with_borrow_mut(|remembered| {
            if let Some(coding) = remembered.get(header) {
                return *coding;
            }
            let coding = AcceptEncoding::parse(request).map_or(Self::Identity, |accepted| best(&accepted));
            if remembered.len() >= MAX_REMEMBERED {
                remembered.clear();
            }
            // Copy the header: the original shares the read buffer of the connection, which would stay allocated.
            if let Ok(copy) = HeaderValue::from_bytes(header.as_bytes()) {
                remembered.insert(copy, coding);
            }
            coding
        })
    }

    /// The name in `Content-Encoding`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Zstd => "zstd",
            Self::Gzip => "gzip",
            Self::Identity => "identity",
        }
    }

    /// Encodes the bytes.
    ///
    /// # Errors
    /// None in practice, because it only writes to memory.
    pub(crate) fn encode(self, bytes: &[u8]) -> io::Result<Bytes> {
        let is_large = bytes.len() > LARGE;
        let encoded = match self {
            Self::Identity => bytes.to_vec(),
            Self::Gzip => {
                let level = Compression::new(if is_large { 1 } else { 6 });
                let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), level);
                encoder.write_all(bytes)?;
                encoder.finish()?
            }
            Self::Zstd => zstd::bulk::compress(bytes, if is_large { 1 } else { 9 })?,
            Self::Brotli => {
                let quality = if is_large { 2 } else { 6 };
                let encoded = Vec::with_capacity(bytes.len() / 4);
                let mut encoder = brotli::CompressorWriter::new(encoded, 4096, quality, window(bytes.len()));
                encoder.write_all(bytes)?;
                encoder.into_inner()
            }
        };
        // Shrink the buffer: spare capacity would stay allocated in the cache.
        Ok(encoded.into_boxed_slice().into())
    }

    fn header(self) -> Encoding {
        Encoding::Known(match self {
            Self::Brotli => ContentEncoding::Brotli,
            Self::Zstd => ContentEncoding::Zstd,
            Self::Gzip => ContentEncoding::Gzip,
            Self::Identity => ContentEncoding::Identity,
        })
    }
}

/// The Brotli window for a body of this length, as the exponent of two (RFC 7932, 9.1). The default window allocates 4
/// MiB however small the body is. Below 17 the encoder allocates a hash table of 32 MiB, as a heap profile showed.
fn window(length: usize) -> u32 {
    length.max(1).ilog2().saturating_add(1).clamp(17, 22)
}

/// Larger bodies use fast compression levels.
const LARGE: usize = 1 << 20;

thread_local! {
    /// A cache of negotiated headers: browsers send few different values, and parsing one costs more than serving a
    /// cached response.
    static REMEMBERED: RefCell<HashMap<HeaderValue, Coding>> = RefCell::default();
}

const MAX_REMEMBERED: usize = 64;

fn best(accepted: &AcceptEncoding) -> Coding {
    let all = Coding::COMPRESSED.into_iter().chain([Coding::Identity]);
    let wanted = all.filter_map(|coding| Some((quality(accepted, coding)?, Reverse(coding))));
    wanted.max().map_or(Coding::Identity, |(_, Reverse(coding))| coding)
}

/// The quality of a coding; `None` if it is excluded or not listed. Identity is always acceptable, with the lowest
/// quality if it is not listed.
fn quality(accepted: &AcceptEncoding, coding: Coding) -> Option<Quality> {
    let named = |wanted: Preference<Encoding>| accepted.iter().find(|item| item.item == wanted);
    let item = named(Preference::Specific(coding.header())).or_else(|| named(Preference::Any));
    match (item, coding) {
        (Some(item), _) => Some(item.quality).filter(|quality| *quality > Quality::ZERO),
        (None, Coding::Identity) => Some(Quality::ZERO),
        (None, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn the_coding_with_the_highest_preference_is_selected() {
        for (header, coding) in [
            ("gzip, deflate, br, zstd", Coding::Brotli),
            ("gzip, deflate", Coding::Gzip),
            ("zstd, gzip", Coding::Zstd),
            ("br;q=0.1, gzip;q=0.9", Coding::Gzip),
            ("identity, gzip;q=0.5", Coding::Identity),
            ("gzip;q=0", Coding::Identity),
            ("*", Coding::Brotli),
            ("*;q=0.5, br;q=0", Coding::Zstd),
            ("identity;q=0", Coding::Identity),
            ("compress", Coding::Identity),
            ("", Coding::Identity),
            ("gzip;q=x", Coding::Identity),
        ] {
            let request = TestRequest::default().insert_header((ACCEPT_ENCODING, header)).to_http_request();
            assert_eq!(Coding::negotiate(&request), coding, "{header}");
            assert_eq!(Coding::negotiate(&request), coding, "{header}, remembered");
        }
        assert_eq!(Coding::negotiate(&TestRequest::default().to_http_request()), Coding::Identity);
    }

    #[test]
    fn the_cache_of_accept_encoding_headers_is_bounded() {
        for number in 0..1_000 {
            let header = format!("gzip;q=0.{number}");
            Coding::negotiate(
                &TestRequest::default().insert_header((ACCEPT_ENCODING, header)).to_http_request(),
            );
        }
        assert!(REMEMBERED.with_borrow(HashMap::len) <= MAX_REMEMBERED);
    }
}
