//! `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07): a structured string, accepted by every write.

use actix_web::HttpRequest;
use sfv::{BareItem, Item, Parser};

use crate::problem::{Problem, ProblemKind};

/// The header.
pub(crate) const HEADER: &str = "idempotency-key";

/// The maximum length of a key, in characters.
const LONGEST: usize = 255;

/// The key of a request, if it has one.
///
/// # Errors
/// 400 if it is present and not a single quoted string.
pub(crate) fn key(request: &HttpRequest) -> Result<Option<String>, Problem> {
    let mut all = request.headers().get_all(HEADER);
    let Some(only) = all.next() else { return Ok(None) };
    let item: Option<Item> = Parser::new(only.as_bytes()).parse().ok().filter(|_| all.next().is_none());
    match item.map(|item| item.bare_item) {
        Some(BareItem::String(key)) if (1..=LONGEST).contains(&key.as_str().len()) => {
            Ok(Some(key.as_str().to_owned()))
        }
        Some(_) | None => {
            let detail =
                "`Idempotency-Key` is one string in quotation marks, of 1 to 255 characters: \"a-key\".";
            Err(Problem::new(ProblemKind::InvalidHeader, detail))
        }
    }
}
