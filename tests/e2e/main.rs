//! End-to-end tests over HTTP. `reading`: the delivery API. `editing`: the editorial API. `publishing`: the workflow
//! between the two. `integrating`: change log, events, idempotency and clients. `operating`: security, outages,
//! replicas and restores. `rules`: conventions that the compiler does not check.

mod editing;
mod fixture;
mod integrating;
mod operating;
mod publishing;
mod reading;
mod rules;
