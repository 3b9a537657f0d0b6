//! Regenerates the Diesel schema files of the store.

use std::fs;
use std::path::Path;

use store::{roles, testing};
use tests::TestDatabase;

#[tokio::main]
async fn main() {
    let database = TestDatabase::new().await;
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/store/src/schema");
    for (name, content) in testing::generate_schema(&database.access(roles::OWNER)).await.unwrap() {
        fs::write(directory.join(format!("{name}.rs")), content).unwrap();
    }
}
