//! The `masthead` executable.

use std::process::ExitCode;

/// jemalloc returns freed memory of the response cache to the system sooner than glibc (its settings are in
/// `.cargo/config.toml`). In one comparison by `make bench`, an idle server held 43 MiB with glibc and 33 with jemalloc; with
/// 256 MiB of cached responses, 483 and 460.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

#[tokio::main]
async fn main() -> ExitCode {
    masthead::run().await
}
