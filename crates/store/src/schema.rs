//! The tables and views, as diesel knows them. Generated; see `make schema`.

pub(crate) mod delivery;
pub(crate) mod editorial;
pub(crate) mod operations;
