//! What keeps the publication running.

pub mod signing_keys;
