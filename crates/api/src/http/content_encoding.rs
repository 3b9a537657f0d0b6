//! Content codings (RFC 9110, 12.5.3): which one a request wants, and how bytes are put into it.

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

/// How the bytes of an answer are coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Coding {
    Brotli,
    Zstd,
    Gzip,
    Identity,
}

impl Coding {
    /// Those that make bytes fewer, the one that makes fewest first.
    pub(crate) const COMPRESSED: [Self; 3] = [Self::Brotli, Self::Zstd, Self::Gzip];

    /// The coding that a request wants most; of those it wants alike, the one that makes the fewest bytes. One that
    /// accepts none of them gets the bytes as they are, which is better than nothing.
    pub(crate) fn wanted_by(request: &HttpRequest) -> Self {
        let Some(header) = request.headers().get(ACCEPT_ENCODING) else { return Self::Identity };
        REMEMBERED.with_borrow_mut(|remembered| {
            if let Some(coding) = remembered.get(header) {
                return *coding;
            }
            let coding = AcceptEncoding::parse(request).map_or(Self::Identity, |accepted| best(&accepted));
            if remembered.len() >= MOST_REMEMBERED {
                remembered.clear();
            }
            // A copy: the header lies in all that the connection has read.
            if let Ok(copy) = HeaderValue::from_bytes(header.as_bytes()) {
                remembered.insert(copy, coding);
            }
            coding
        })
    }

    /// As `Content-Encoding` says it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Zstd => "zstd",
            Self::Gzip => "gzip",
            Self::Identity => "identity",
        }
    }

    /// The bytes in this coding.
    ///
    /// # Errors
    /// None in practice: nothing is written but memory.
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
        // Not more than it is: what it has room for would be kept too.
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

/// The window that Brotli needs to look back over so many bytes, as the power of two (RFC 7932, 9.1). The usual one, the
/// largest, takes 4 MiB each time, however little there is. The smallest are not used: for those the encoder makes a hash
/// table of 32 MiB, as a profile of the memory showed.
fn window(length: usize) -> u32 {
    length.max(1).ilog2().saturating_add(1).clamp(17, 22)
}

/// Beyond this it is no article any more, and what a level saves is not worth its time.
const LARGE: usize = 1 << 20;

thread_local! {
    /// What was made of a header: browsers send few different ones, and parsing one costs more than all the rest of an
    /// answer that is at hand.
    static REMEMBERED: RefCell<HashMap<HeaderValue, Coding>> = RefCell::default();
}

const MOST_REMEMBERED: usize = 64;

fn best(accepted: &AcceptEncoding) -> Coding {
    let all = Coding::COMPRESSED.into_iter().chain([Coding::Identity]);
    let wanted = all.filter_map(|coding| Some((quality(accepted, coding)?, Reverse(coding))));
    wanted.max().map_or(Coding::Identity, |(_, Reverse(coding))| coding)
}

/// How much a coding is wanted; not at all where it is excluded or not named. The bytes as they are need not be named:
/// then they are what is wanted least.
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
    fn the_coding_that_is_wanted_most_is_chosen() {
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
            assert_eq!(Coding::wanted_by(&request), coding, "{header}");
            assert_eq!(Coding::wanted_by(&request), coding, "{header}, remembered");
        }
        assert_eq!(Coding::wanted_by(&TestRequest::default().to_http_request()), Coding::Identity);
    }

    #[test]
    fn what_is_remembered_has_an_end() {
        for number in 0..1_000 {
            let header = format!("gzip;q=0.{number}");
            Coding::wanted_by(
                &TestRequest::default().insert_header((ACCEPT_ENCODING, header)).to_http_request(),
            );
        }
        assert!(REMEMBERED.with_borrow(HashMap::len) <= MOST_REMEMBERED);
    }
}
