//! What keeps the publication running.

pub mod jobs;
pub mod signing_keys;
