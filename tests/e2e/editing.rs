//! What editors do.

mod audit;
mod bodies;
mod concurrency;
mod drafts;
mod lists;
mod people;
mod revisions;
mod terms;
