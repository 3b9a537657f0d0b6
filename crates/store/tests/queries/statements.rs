//! Every statement in `src/sql` parses against the migrated schema: its tables, columns, functions and types exist.

use std::fs;
use std::path::Path;

use crate::database::Database;

/// Files with a condition instead of a statement, and the tables of the queries that use it.
const CONDITIONS: [(&str, &str); 1] = [(
    "draft_differs",
    "editorial.drafts JOIN editorial.revisions ON revisions.draft_id = drafts.id \
     JOIN editorial.standings ON standings.draft_id = drafts.id",
)];

#[tokio::test(flavor = "multi_thread")]
async fn every_sql_file_can_be_prepared() {
    let database = Database::migrated().await;
    let session = database.session().await;
    session.try_execute("SET search_path = delivery").await.unwrap();
    let mut failed = Vec::new();
    let mut count = 0;
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/sql")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let mut sql = fs::read_to_string(&path).unwrap();
        if let Some((_, tables)) = CONDITIONS.iter().find(|(file, _)| *file == name) {
            sql = format!("SELECT FROM {tables} WHERE {sql}");
        }
        if let Err(error) = session.try_execute(&format!("PREPARE {name} AS {sql}")).await {
            failed.push(format!("{name}: {error:?}"));
        }
        count += 1;
    }
    assert!(count > 5, "{count} files");
    assert!(failed.is_empty(), "{failed:#?}");
}
