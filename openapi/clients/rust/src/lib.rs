//! Clients of Masthead's two APIs: what anybody may read, and what editors do. Both modules are generated from the
//! committed API documents when this crate is built.

/// The delivery API: reading what is live.
pub mod delivery {
    include!(concat!(env!("OUT_DIR"), "/delivery.rs"));
}

/// The editorial API: writing and publishing.
pub mod editorial {
    include!(concat!(env!("OUT_DIR"), "/editorial.rs"));
}
