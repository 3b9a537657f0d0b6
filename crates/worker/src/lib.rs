//! What happens beside the answers: imports, and later the jobs.
//!
//! Not here: HTTP, SQL, and how a body is rendered.

pub mod teasers;
