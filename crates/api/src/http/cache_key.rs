//! The cache key of a response: the canonical form of path and query, with parameters in a fixed order and without
//! defaults. Equivalent requests share a key, and a request that is spelled like its key is served without parsing.

use std::fmt::Display;

use actix_web::HttpRequest;

/// A builder of cache keys.
pub(crate) struct CacheKey {
    path: String,
    query: form_urlencoded::Serializer<'static, String>,
}

impl CacheKey {
    /// The key of a list: the path of its route.
    pub(crate) fn for_route(request: &HttpRequest) -> Self {
        Self::at(request.match_pattern().unwrap_or_else(|| request.path().to_owned()))
    }

    /// The key of an item: the path of its route with the slug or id.
    pub(crate) fn for_item(request: &HttpRequest, name: impl Display) -> Self {
        let Self { path, query } = Self::for_route(request);
        Self { path: path.replace("{slug}", &name.to_string()), query }
    }

    fn at(path: String) -> Self {
        Self { path, query: form_urlencoded::Serializer::new(String::new()) }
    }

    /// Adds a parameter, if it has a value other than its default.
    pub(crate) fn with(mut self, name: &str, value: Option<impl Display>) -> Self {
        if let Some(value) = value {
            self.query.append_pair(name, &value.to_string());
        }
        self
    }

    /// Adds a parameter with a comma-separated list, unless it is empty.
    pub(crate) fn with_all(self, name: &str, values: &[impl AsRef<str>]) -> Self {
        let values: Vec<&str> = values.iter().map(AsRef::as_ref).collect();
        self.with(name, (!values.is_empty()).then(|| values.join(",")))
    }

    pub(crate) fn into_string(mut self) -> String {
        // A comma needs no escape in a query (RFC 3986, 3.4), and nobody writes one there.
        let query = self.query.finish().replace("%2C", ",");
        if query.is_empty() { self.path } else { format!("{}?{query}", self.path) }
    }
}

/// The path of a key.
pub(crate) fn path(address: &str) -> &str {
    address.split_once('?').map_or(address, |(path, _)| path)
}

/// The query of a key; empty if there is none.
pub(crate) fn query(address: &str) -> &str {
    address.split_once('?').map_or("", |(_, query)| query)
}
