//! The tables and views, as diesel knows them. Generated; see `make schema`.

#[rustfmt::skip]
pub(crate) mod delivery;
#[rustfmt::skip]
pub(crate) mod editorial;
#[rustfmt::skip]
pub(crate) mod operations;
