//! The address of an answer in one spelling: what was asked for, in a fixed order, without what is the default anyway.
//! Requests that mean the same have the same one, and a request that is spelled like it finds its answer at once.

use std::fmt::Display;

use actix_web::HttpRequest;

/// An address that is being written.
pub(crate) struct CacheKey {
    path: String,
    query: form_urlencoded::Serializer<'static, String>,
}

impl CacheKey {
    /// The address of a list: the path of its route.
    pub(crate) fn for_route(request: &HttpRequest) -> Self {
        Self::at(request.match_pattern().unwrap_or_else(|| request.path().to_owned()))
    }

    /// The address of one thing: the path of its route, with its name.
    pub(crate) fn for_item(request: &HttpRequest, name: impl Display) -> Self {
        let Self { path, query } = Self::for_route(request);
        Self { path: path.replace("{slug}", &name.to_string()), query }
    }

    fn at(path: String) -> Self {
        Self { path, query: form_urlencoded::Serializer::new(String::new()) }
    }

    /// With a parameter, where it is something else than when it is absent.
    pub(crate) fn with(mut self, name: &str, value: Option<impl Display>) -> Self {
        if let Some(value) = value {
            self.query.append_pair(name, &value.to_string());
        }
        self
    }

    /// With a parameter that names several, where it names any.
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

/// The path of an address.
pub(crate) fn path(address: &str) -> &str {
    address.split_once('?').map_or(address, |(path, _)| path)
}

/// The query of an address; empty where there is none.
pub(crate) fn query(address: &str) -> &str {
    address.split_once('?').map_or("", |(_, query)| query)
}
