//! Generated files are committed and up to date.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};
use store::{roles, testing};
use tests::TestDatabase;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

#[test]
fn the_documents_are_current() {
    for (name, document) in
        [("delivery", masthead::delivery_document()), ("editorial", masthead::editorial_document())]
    {
        let committed = fs::read_to_string(root().join(format!("openapi/{name}.v1.json"))).unwrap();
        assert!(committed == document, "run `make openapi`: {name}");
    }
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
async fn every_migration_can_be_reverted_and_reapplied() {
    let database = TestDatabase::new().await;
    let owner = database.access(roles::OWNER);
    let before = testing::generate_schema(&owner).await.unwrap();
    testing::revert_all(&owner).await.unwrap();
    assert!(testing::generate_schema(&owner).await.unwrap().is_empty());
    assert!(!store::migrations::run(&owner).await.unwrap().is_empty());
    assert_eq!(testing::generate_schema(&owner).await.unwrap(), before);
}

#[test]
fn listed_migrations_are_never_edited() {
    let folder = root().join("migrations");
    let listed = fs::read_to_string(folder.join("CHECKSUMS")).unwrap();
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| folder.join(name).is_dir())
        .collect();
    names.sort();
    let digest = |name: &String| {
        let digest = Sha256::digest(fs::read(folder.join(name).join("up.sql")).unwrap());
        format!("{}  {name}/up.sql", digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
    };
    let current: Vec<String> = names.iter().map(digest).collect();
    assert_eq!(
        listed.lines().collect::<Vec<_>>(),
        current,
        "a change is a new migration; a new one is listed"
    );
}
