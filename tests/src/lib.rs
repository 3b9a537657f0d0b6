//! The test harness: starts a server on a free port with a database of its own, and sends requests whose responses are
//! validated against the committed OpenAPI documents.

mod contract;
mod editor;
mod eventually;
mod fault_proxy;
mod postgres;
mod reader;
mod request_catalogue;
mod statement_recorder;
mod test_app;

pub use contract::{Contract, ContractRequest};
pub use editor::{Editor, PASSWORD, Request, id};
pub use eventually::eventually;
pub use fault_proxy::{FaultProxy, LinkState};
pub use postgres::{ReplicatedDatabase, TestDatabase, cluster_access, cluster_socket};
pub use reader::{Reader, TestResponse};
pub use request_catalogue::{CatalogueRequest, RequestCatalogue, ResourceOwner};
pub use statement_recorder::{RecordedStatements, StatementRecorder};
pub use test_app::{
    SIGN_IN_LIMITS, TestApp, config, delivery_config, external_database, jobs_config, secret, seed_people,
    site, site_in,
};

/// The number of cases of a property test: `PROPTEST_CASES`, which `make drills` sets, or the default.
pub fn proptest_cases(default: u32) -> u32 {
    std::env::var("PROPTEST_CASES").map_or(default, |cases| cases.parse().unwrap())
}
