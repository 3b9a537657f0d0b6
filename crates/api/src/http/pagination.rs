//! Pagination: the parameters that select a page of a list, and the links to the pages beside it.

use actix_web::HttpRequest;
use domain::Limit;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::http::cache_key;
use crate::http::cursor::{Cursor, CursorList};
use crate::http::query_params::{OrDefault, query_params};
use crate::problem::Problem;

query_params! {
    /// A page of a list that is read in both directions.
    pub(crate) struct PageQuery {
        /// The number of items on a page, 1 to 100.
        #[example = 20]
        pub(crate) limit: OrDefault<Limit>,
        /// Returns the page after this cursor, which is `page.next` of the previous response.
        pub(crate) after: Option<Cursor>,
        /// Returns the page before this cursor, which is `page.previous` of the previous response.
        pub(crate) before: Option<Cursor>,
        /// Whether to count all matching items in `page.total`.
        #[example = false]
        pub(crate) total: OrDefault<bool>,
    }
    exclusive(after, before)
}

query_params! {
    /// A page of a list that is read forwards only.
    pub(crate) struct NextPageQuery {
        /// The number of items on a page, 1 to 100.
        #[example = 20]
        pub(crate) limit: OrDefault<Limit>,
        /// Returns the page after this cursor, which is `page.next` of the previous response.
        pub(crate) after: Option<Cursor>,
    }
}

/// The cursors of the next and the previous page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct PageLinks {
    /// The cursor of the next page, for `after`.
    #[schema(example = json!(null))]
    next: Option<String>,
    /// The cursor of the previous page, for `before`.
    #[schema(example = json!(null))]
    previous: Option<String>,
    /// The total number of items, as text; above 10,000 it is `10,000+`. Only with `total=true`.
    #[schema(example = "12")]
    total: Option<String>,
}

/// The cursor of the next page, for lists that can only be read forwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct NextPage {
    /// The cursor of the next page, for `after`.
    #[schema(example = json!(null))]
    next: Option<String>,
    /// Always `null`: this list can only be read forwards.
    #[schema(example = json!(null))]
    previous: Option<String>,
}

impl PageQuery {
    /// The key at the cursor, and whether the page lies before it.
    pub(crate) fn position<K: DeserializeOwned>(
        &self,
        list: &CursorList,
    ) -> Result<Option<(K, bool)>, Problem> {
        match (&self.after, &self.before) {
            (Some(after), _) => Ok(Some((list.key("after", after)?, false))),
            (None, Some(before)) => Ok(Some((list.key("before", before)?, true))),
            (None, None) => Ok(None),
        }
    }

    /// The links beside a page of `entries`. `more` tells whether there are more entries in the direction of reading.
    pub(crate) fn links<T, K: Serialize>(
        &self,
        list: &CursorList,
        (entries, more): (&[T], bool),
        total: Option<i64>,
        key: impl Fn(&T) -> K,
    ) -> PageLinks {
        let cursor = |entry: Option<&T>| entry.map(|entry| list.cursor(&key(entry)));
        let (more_after, more_before) =
            if self.before.is_some() { (true, more) } else { (more, self.after.is_some()) };
        PageLinks {
            next: cursor(entries.last().filter(|_| more_after)),
            previous: cursor(entries.first().filter(|_| more_before)),
            total: total.map(format_total),
        }
    }
}

impl NextPageQuery {
    /// The key at the cursor.
    pub(crate) fn position<K: DeserializeOwned>(&self, list: &CursorList) -> Result<Option<K>, Problem> {
        self.after.as_ref().map(|after| list.key("after", after)).transpose()
    }
}

impl PageLinks {
    /// The value of `Link`, if there are other pages.
    pub(crate) fn header(&self, url: &str) -> Option<String> {
        link_header(url, self.next.as_ref(), self.previous.as_ref())
    }
}

impl NextPage {
    /// The page after the last of `entries`, if there are more.
    pub(crate) fn after<T, K: Serialize>(
        list: &CursorList,
        entries: &[T],
        more: bool,
        key: impl Fn(&T) -> K,
    ) -> Self {
        Self { next: entries.last().filter(|_| more).map(|last| list.cursor(&key(last))), previous: None }
    }

    /// The page after a cursor.
    pub(crate) fn at(cursor: String) -> Self {
        Self { next: Some(cursor), previous: None }
    }

    /// The value of `Link`, if there is a next page.
    pub(crate) fn header(&self, request: &HttpRequest) -> Option<String> {
        let url = request.uri().path_and_query().map_or("", |url| url.as_str());
        link_header(url, self.next.as_ref(), None)
    }
}

/// Entries are counted up to this number.
pub(crate) const MAX_TOTAL: i64 = 10_000;

/// A total as text.
pub(crate) fn format_total(total: i64) -> String {
    if total > MAX_TOTAL { "10,000+".to_owned() } else { total.to_string() }
}

/// The value of `Link` (RFC 8288) with the pages at these cursors: the same query with another cursor.
pub(crate) fn link_header(url: &str, next: Option<&String>, previous: Option<&String>) -> Option<String> {
    let pages = [(next, "after", "next"), (previous, "before", "prev")].into_iter();
    let links = pages.filter_map(|(cursor, parameter, relation)| {
        let other = form_urlencoded::parse(cache_key::query(url).as_bytes());
        let other = other.filter(|(name, _)| name != "after" && name != "before");
        let mut query = form_urlencoded::Serializer::new(String::new());
        let query = query.extend_pairs(other).append_pair(parameter, cursor?).finish();
        Some(format!("<{}?{query}>; rel=\"{relation}\"", cache_key::path(url)))
    });
    let links: Vec<String> = links.collect();
    if links.is_empty() { None } else { Some(links.join(", ")) }
}
