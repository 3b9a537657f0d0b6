//! What all routes share of HTTP: headers, bodies, conditional requests, the outermost middleware.

pub(crate) mod accept_language;
pub(crate) mod body;
pub(crate) mod cache_control;
pub(crate) mod cache_key;
pub(crate) mod client_address;
pub(crate) mod client_connection;
pub(crate) mod connection_state;
pub(crate) mod content_encoding;
pub(crate) mod cursor;
pub(crate) mod dry_run;
pub(crate) mod etag;
pub(crate) mod idempotency;
pub(crate) mod json_body;
pub(crate) mod middleware;
pub(crate) mod pagination;
pub(crate) mod path_id;
pub(crate) mod prepared_response;
pub(crate) mod query_params;
pub(crate) mod request_id;
pub(crate) mod response;
