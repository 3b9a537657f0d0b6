//! The editorial API: accounts and sessions, drafts, publishing, terms, redirects, previews, jobs and the audit log.
//!
//! Every operation except sign-in, token refresh and password reset requires an access token, and names the permission
//! that it needs in its signature (`auth::permissions::Authorized`).

mod anonymous_json;
pub(crate) mod audit;
pub(crate) mod bulk;
mod bulk_errors;
pub(crate) mod checks;
pub(crate) mod drafts;
mod given_time;
pub(crate) mod jobs;
pub(crate) mod me;
pub(crate) mod people;
pub(crate) mod previews;
mod publish_workflow;
pub(crate) mod publishing;
pub(crate) mod redirects;
mod respond;
pub(crate) mod revisions;
pub(crate) mod sessions;
mod state;
pub(crate) mod terms;

pub use state::{EditorialApi, EditorialConfig};
