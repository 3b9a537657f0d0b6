//! Opaque positions in lists. A cursor is bound to its list (filter and order) and to the epoch it was made in.
//! It grants nothing: the filter always comes from the request, so an edited cursor could only move within it. The
//! checksum is there so that a cut or mistyped one is refused and not misread.

use actix_web::HttpRequest;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::http::pagination;
use crate::problem::{Problem, ProblemError};

/// A position in a list.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cursor {
    epoch: Uuid,
    list: String,
    key: String,
}

/// Where a list goes on that is read forwards only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct NextPage {
    /// The cursor of the next page, for `after`.
    #[schema(example = json!(null))]
    next: Option<String>,
    /// Always `null`: this list is read forwards.
    #[schema(example = json!(null))]
    previous: Option<String>,
}

const CHECKSUM: usize = 8;

impl NextPage {
    /// A link to the page after the entry with this key, if there is one.
    pub(crate) fn after(epoch: Uuid, list: &str, key: Option<String>) -> Result<Self, Problem> {
        Ok(Self { next: key.map(|key| Cursor::encode(epoch, list, key)).transpose()?, previous: None })
    }

    /// A link to the page after a cursor.
    pub(crate) fn at(cursor: String) -> Self {
        Self { next: Some(cursor), previous: None }
    }

    /// The value of `Link`, if there is a next page.
    pub(crate) fn link(&self, request: &HttpRequest) -> Option<String> {
        self.next.as_ref().map(|cursor| {
            pagination::page_link(
                request.uri().path_and_query().map_or("", |asked| asked.as_str()),
                "after",
                cursor,
                "next",
            )
        })
    }
}

impl Cursor {
    /// The cursor for the entry with `key` in a list.
    pub(crate) fn encode(epoch: Uuid, list: &str, key: String) -> Result<String, Problem> {
        let mut bytes = serde_json::to_vec(&Self { epoch, list: fingerprint(list), key })?;
        let checksum = Sha256::digest(&bytes);
        bytes.extend(checksum.iter().take(CHECKSUM));
        Ok(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// The place that `after` names, if it is given.
    ///
    /// # Errors
    /// As [`Cursor::decode`].
    pub(crate) fn position<T>(
        epoch: Uuid,
        list: &str,
        after: Option<&str>,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Problem> {
        let Some(text) = after else { return Ok(None) };
        let refused = || {
            let detail = "This is not a cursor that a list gave.";
            Problem::invalid_parameters(vec![ProblemError::parameter("after", "cursor", detail)])
        };
        read(&Self::decode(epoch, list, "after", text)?).map(Some).ok_or_else(refused)
    }

    /// The key in a cursor that was given as `parameter`.
    ///
    /// # Errors
    /// 400 when it is no cursor of this list, 410 when it is from before a restore.
    pub(crate) fn decode(epoch: Uuid, list: &str, parameter: &str, text: &str) -> Result<String, Problem> {
        let refused = |rule, detail| {
            Problem::invalid_parameters(vec![ProblemError::parameter(parameter, rule, detail)])
        };
        let cursor = read(text).ok_or_else(|| refused("cursor", "This is not a cursor that a list gave."))?;
        if cursor.epoch != epoch {
            return Err(Problem::start_over());
        }
        if cursor.list != fingerprint(list) {
            return Err(refused(
                "cursor",
                "This cursor belongs to a list with other filters or another order.",
            ));
        }
        Ok(cursor.key)
    }
}

fn read(text: &str) -> Option<Cursor> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    let (json, checksum) = bytes.split_at_checked(bytes.len().checked_sub(CHECKSUM)?)?;
    let right = Sha256::digest(json).iter().take(CHECKSUM).eq(checksum.iter());
    if right { serde_json::from_slice(json).ok() } else { None }
}

fn fingerprint(list: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(list.as_bytes()).iter().copied().take(9).collect::<Vec<u8>>())
}
