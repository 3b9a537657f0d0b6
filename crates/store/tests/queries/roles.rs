//! Roles: the writer cannot change append-only tables, and the reader reads views only.

use store::{roles, testing};

use crate::database::Database;
use crate::fixture::TestStore;

#[tokio::test(flavor = "multi_thread")]
async fn the_writer_role_cannot_change_append_only_tables() {
    let fixture = TestStore::open().await;
    fixture.publish(&fixture.article("a").await).await.unwrap();
    let writer = fixture.database.access(roles::WRITER);
    for (table, column) in [
        ("editorial.revisions", "body"),
        ("editorial.revision_terms", "part"),
        ("editorial.audit", "actor"),
        ("operations.acts", "actor"),
        ("operations.events", "slug"),
    ] {
        for change in [
            format!("UPDATE {table} SET {column} = {column}"),
            format!("DELETE FROM {table}"),
            format!("TRUNCATE {table} CASCADE"),
        ] {
            let refused = testing::execute(&writer, &change).await.unwrap_err().to_string();
            assert!(refused.contains("permission denied"), "{change}: {refused}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn writer_and_reader_roles_cannot_change_the_schema() {
    let database = Database::migrated().await;
    for role in [roles::WRITER, roles::READER] {
        for change in
            ["CREATE TABLE delivery.own ()", "CREATE TABLE public.own ()", "DROP VIEW delivery.live"]
        {
            let refused = testing::execute(&database.access(role), change).await.unwrap_err().to_string();
            let denied = ["permission denied", "must be owner"].iter().any(|words| refused.contains(words));
            assert!(denied, "{role}: {change}: {refused}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_reader_role_cannot_read_any_table() {
    let database = Database::migrated().await;
    let open = roles::readable_tables(&database.access(roles::READER)).await.unwrap();
    assert!(open.is_empty(), "{open:?}");
    let open = roles::readable_tables(&database.access(roles::WRITER)).await.unwrap();
    assert!(open.len() > 10, "it would find them: {open:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_reader_role_can_only_select_from_public_views() {
    let database = Database::migrated().await;
    let views = "SELECT schemaname || '.' || viewname FROM pg_views \
                 WHERE schemaname = 'delivery'";
    let reader = database.access(roles::READER);
    for view in database.column(views).await {
        testing::execute(&reader, &format!("SELECT FROM {view}")).await.unwrap();
        let refused =
            testing::execute(&reader, &format!("DELETE FROM {view}")).await.unwrap_err().to_string();
        assert!(
            ["permission denied", "cannot delete"].iter().any(|words| refused.contains(words)),
            "{refused}"
        );
    }
}
