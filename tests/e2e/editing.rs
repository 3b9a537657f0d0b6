//! The editorial API: drafts, revisions, terms, people and the audit log.

mod audit;
mod bodies;
mod concurrency;
mod drafts;
mod lists;
mod people;
mod revisions;
mod terms;
