//! Clients of Masthead's two APIs: what anybody may read, and what editors do. Both modules are generated from the
//! committed documents by `make clients`; nothing in them is written by hand.

#[rustfmt::skip]
pub mod delivery;
#[rustfmt::skip]
pub mod editorial;
