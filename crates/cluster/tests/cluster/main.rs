//! Tests of the crate against real server programs, as root and as any other user.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod lifecycle;
mod recovery;
mod support;
mod temporary;
