//! The figures of the demo publication. Its articles show them from here, because media are not Masthead's own yet.

use bytes::Bytes;
use include_dir::{Dir, include_dir};

use crate::protocol::cache_control::Policy;
use crate::protocol::fixed::Fixed;

static FIGURES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../demo/figures");

/// They style themselves, and do nothing else.
const ALLOWED: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/// The files below `/demo/figures/`.
pub(super) fn figures() -> impl Iterator<Item = (String, Fixed)> {
    FIGURES.files().map(|figure| {
        let bytes = Bytes::from_static(figure.contents());
        let file = Fixed::new(bytes, "image/svg+xml", Policy::Document).allowing(ALLOWED);
        (format!("/demo/figures/{}", figure.path().display()), file)
    })
}
