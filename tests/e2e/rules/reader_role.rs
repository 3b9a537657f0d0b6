//! The database role of the delivery API can read public views, but no table.

use store::{roles, testing};
use tests::TestDatabase;

#[tokio::test(flavor = "multi_thread")]
async fn the_reader_role_cannot_select_from_any_table() {
    let database = TestDatabase::new().await;
    let tables = "SELECT schemaname || '.' || tablename AS text FROM pg_tables \
                  WHERE schemaname IN ('editorial', 'delivery', 'operations', 'preview_sets', 'preview_staging')";
    let tables = testing::texts(&database.access(roles::OWNER), tables).await.unwrap();
    assert!(tables.len() > 10, "{tables:?}");
    for table in tables {
        let asked = format!("SELECT 'x' AS text FROM {table}");
        let refused = testing::texts(&database.access(roles::READER), &asked).await.unwrap_err().to_string();
        assert!(refused.contains("permission denied"), "{table}: {refused}");
    }
    testing::texts(&database.access(roles::READER), "SELECT slug AS text FROM delivery.live").await.unwrap();
}
