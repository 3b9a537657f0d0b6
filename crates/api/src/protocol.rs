//! HTTP habits that all routes share.

pub(crate) mod answer;
pub(crate) mod cache_control;
pub(crate) mod cursor;
pub(crate) mod every_answer;
pub(crate) mod query;
