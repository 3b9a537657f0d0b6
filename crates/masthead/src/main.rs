//! The `masthead` executable.

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    masthead::run().await
}
