//! What editors do.

mod tour;
