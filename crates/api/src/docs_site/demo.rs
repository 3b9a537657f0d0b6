//! The figures of the demo publication. They are embedded in the server, because Masthead does not store media yet.

use bytes::Bytes;
use include_dir::{Dir, include_dir};

use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};

use crate::http::cache_control::Policy;
use crate::http::prepared_response::PreparedResponse;

static FIGURES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../demo/figures");

/// The content security policy of the figures: inline styles, and nothing else.
const FIGURE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/// The files below `/demo/figures/`.
pub(super) fn figures() -> impl Iterator<Item = (String, PreparedResponse)> {
    FIGURES.files().map(|figure| {
        let bytes = Bytes::from_static(figure.contents());
        let file = PreparedResponse::new(bytes, "image/svg+xml", Policy::Document)
            .with_header(CONTENT_SECURITY_POLICY, HeaderValue::from_static(FIGURE_POLICY));
        (format!("/demo/figures/{}", figure.path().display()), file)
    })
}
