//! What readers see: public views only, by the reader's connections.

pub mod editions;
pub mod terms;
