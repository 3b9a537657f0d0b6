//! What is generated is committed, and equals what would be generated now.

use std::fs;
use std::path::Path;

use store::{roles, testing};
use tests::TestDatabase;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

#[test]
fn the_delivery_document_is_current() {
    let committed = fs::read_to_string(root().join("openapi/delivery.v1.json")).unwrap();
    assert!(committed == masthead::delivery_document(), "run `make openapi`");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_schema_files_are_current() {
    let database = TestDatabase::new().await;
    for (name, content) in testing::generate_schema(&database.access(roles::OWNER)).await.unwrap() {
        let committed =
            fs::read_to_string(root().join(format!("crates/store/src/schema/{name}.rs"))).unwrap();
        assert!(committed.trim() == content.trim(), "run `make schema`: {name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_migration_can_be_taken_back_and_applied_again() {
    let database = TestDatabase::new().await;
    let owner = database.access(roles::OWNER);
    let before = testing::generate_schema(&owner).await.unwrap();
    testing::revert_all(&owner).await.unwrap();
    assert!(testing::generate_schema(&owner).await.unwrap().is_empty());
    assert!(!store::migrations::run(&owner).await.unwrap().is_empty());
    assert_eq!(testing::generate_schema(&owner).await.unwrap(), before);
}
