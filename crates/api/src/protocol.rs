//! HTTP habits that all routes share.

pub(crate) mod accept_language;
pub(crate) mod address;
pub(crate) mod answer;
pub(crate) mod body;
pub(crate) mod cache_control;
pub(crate) mod client_address;
pub(crate) mod client_connection;
pub(crate) mod cursor;
pub(crate) mod encoding;
pub(crate) mod every_answer;
pub(crate) mod finished;
pub(crate) mod idempotency;
pub(crate) mod if_match;
pub(crate) mod json;
pub(crate) mod link;
pub(crate) mod path;
pub(crate) mod prefer;
pub(crate) mod query;
pub(crate) mod request_id;
