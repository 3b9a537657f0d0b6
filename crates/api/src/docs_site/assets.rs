//! Stylesheets, scripts, the icon and the fonts. The licence of the fonts, `OFL.txt`, is served beside them.

use bytes::Bytes;

use crate::http::cache_control::Policy;
use crate::http::prepared_response::PreparedResponse;

const CSS: &str = "text/css; charset=utf-8";
const FONT: &str = "font/woff2";

/// The files below `/docs/assets/`.
pub(super) fn assets() -> impl Iterator<Item = (String, PreparedResponse)> {
    let files: [(&str, &str, &'static [u8]); 9] = [
        ("docs.css", CSS, include_bytes!("../../assets/docs.css")),
        ("highlight.css", CSS, include_bytes!("../../assets/highlight.css")),
        ("reference.css", CSS, include_bytes!("../../assets/reference.css")),
        ("reference.js", "text/javascript; charset=utf-8", include_bytes!("../../assets/reference.js")),
        ("icon.svg", "image/svg+xml", include_bytes!("../../assets/icon.svg")),
        ("source-serif.woff2", FONT, include_bytes!("../../assets/fonts/source-serif.woff2")),
        ("schibsted-grotesk.woff2", FONT, include_bytes!("../../assets/fonts/schibsted-grotesk.woff2")),
        ("source-code.woff2", FONT, include_bytes!("../../assets/fonts/source-code.woff2")),
        ("OFL.txt", "text/plain; charset=utf-8", include_bytes!("../../assets/fonts/OFL.txt")),
    ];
    files.into_iter().map(|(name, media_type, bytes)| {
        let file = PreparedResponse::new(Bytes::from_static(bytes), media_type, Policy::Document);
        (format!("/docs/assets/{name}"), file)
    })
}
