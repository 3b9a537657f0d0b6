//! Schema rules that hold for every table, index and view, including future ones.

use crate::database::Database;
use crate::fixture::TestStore;

/// Asserts that a query returns no rows.
async fn assert_none(query: &str) {
    let found = Database::migrated().await.column(query).await;
    assert!(found.is_empty(), "{found:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_schema_check_detects_missing_and_unreadable_views() {
    let fixture = TestStore::open().await;
    let readable = async || fixture.store.read(store::schema_check::check_readable).await;
    readable().await.unwrap();
    let open = "SELECT table_name FROM information_schema.role_table_grants
        WHERE grantee = 'masthead_reader' AND table_schema = 'delivery' AND privilege_type = 'SELECT' ORDER BY 1";
    let views = fixture.database.column(open).await;
    assert!(views.len() > 10, "{views:?}");
    for view in views {
        for (breaking, mending) in [
            (
                format!("ALTER VIEW delivery.{view} RENAME TO away"),
                format!("ALTER VIEW delivery.away RENAME TO {view}"),
            ),
            (
                format!("REVOKE SELECT ON delivery.{view} FROM masthead_reader"),
                format!("GRANT SELECT ON delivery.{view} TO masthead_reader"),
            ),
        ] {
            fixture.database.execute(&breaking).await;
            let found = readable().await;
            assert!(matches!(found, Err(store::Error::Internal(_))), "{breaking}: {found:?}");
            fixture.database.execute(&mending).await;
            readable().await.unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_foreign_key_has_an_index_on_its_columns() {
    // A unique index on a subset of the columns suffices too.
    assert_none(
        "SELECT conrelid::regclass || ': ' || conname FROM pg_constraint
        WHERE contype = 'f' AND NOT EXISTS (
            SELECT FROM pg_index
            WHERE indrelid = conrelid AND indpred IS NULL AND (
                (indkey::smallint[])[0:cardinality(conkey) - 1] @> conkey
                OR (indisunique AND indkey::smallint[] <@ conkey)
            )
        )",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_timestamp_has_a_time_zone() {
    assert_none(
        "SELECT attrelid::regclass || '.' || attname || ' ' || format_type(atttypid, NULL)
        FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        WHERE relnamespace::regnamespace::text IN ('editorial', 'delivery', 'operations')
            AND relkind IN ('r', 'v') AND NOT attisdropped
            AND (attname ~ '(^|_)at$' OR format_type(atttypid, NULL) ~ '^(date|time)')
            AND atttypid <> 'timestamptz'::regtype
            -- The first day of a month in the publication's time zone is no moment.
            AND NOT (attname = 'month' AND atttypid = 'date'::regtype)",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_constraint_is_named_after_its_table_and_its_kind() {
    assert_none(
        "SELECT conrelid::regclass || ': ' || conname FROM pg_constraint
        JOIN pg_class ON pg_class.oid = conrelid
        WHERE relnamespace::regnamespace::text IN ('editorial', 'delivery', 'operations')
            AND conname !~ ('^' || relname || CASE contype
                WHEN 'p' THEN '_pkey'
                WHEN 'u' THEN '(_[a-z]+)+_key'
                WHEN 'f' THEN '(_[a-z]+)+_fkey'
                WHEN 'c' THEN '(_[a-z]+)+_check'
            END || '$')",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_index_is_named_after_its_table() {
    assert_none(
        "SELECT indrelid::regclass || ': ' || index.relname FROM pg_index
        JOIN pg_class AS index ON index.oid = indexrelid
        JOIN pg_class AS indexed ON indexed.oid = indrelid
        WHERE indexed.relnamespace::regnamespace::text IN ('editorial', 'delivery', 'operations')
            AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND conrelid = indrelid)
            AND index.relname !~ ('^' || indexed.relname || '(_[a-z]+)+_idx$')",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn public_views_read_only_the_delivery_schema_and_the_act_tables() {
    let foreign = "SELECT DISTINCT view.relname || ' reads ' || source.oid::regclass
        FROM pg_rewrite
        JOIN pg_class AS view ON view.oid = ev_class AND view.relnamespace = 'delivery'::regnamespace
        JOIN pg_depend ON classid = 'pg_rewrite'::regclass AND objid = pg_rewrite.oid
            AND refclassid = 'pg_class'::regclass
        JOIN pg_class AS source ON source.oid = refobjid AND source.relnamespace <> 'delivery'::regnamespace";
    let mut read = Database::migrated().await.column(foreign).await;
    read.sort();
    let acts = ["changes reads operations.acts", "changes reads operations.events"];
    let counter = ["state reads operations.counter", "time_zone reads operations.counter"];
    assert_eq!(read, [acts, counter].concat());
}

/// The columns of a relation in order, without those that only preview sets have.
const COLUMNS: &str =
    "SELECT string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attnum)
    FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped AND attname NOT IN ('preview_set', 'row')";

#[tokio::test(flavor = "multi_thread")]
async fn the_relations_of_previews_have_the_columns_of_those_they_stand_for() {
    // Of `preview`, the views that readers have in `delivery`.
    let different = format!(
        "SELECT copy.oid::regclass || ' differs from ' || original.oid::regclass
        FROM pg_class AS copy
        JOIN pg_class AS original ON original.relname = copy.relname AND original.relkind = copy.relkind
            AND original.relnamespace = 'delivery'::regnamespace
        WHERE copy.relnamespace::regnamespace::text IN ('preview', 'preview_sets', 'preview_staging')
            AND copy.relkind IN ('r', 'v')
            AND ({COLUMNS} AND attrelid = copy.oid) IS DISTINCT FROM ({COLUMNS} AND attrelid = original.oid)"
    );
    assert_none(&different).await;
    let unlike =
        "SELECT relname FROM pg_class WHERE relnamespace = 'preview_staging'::regnamespace AND relkind = 'r'
        EXCEPT SELECT relname FROM pg_class WHERE relnamespace = 'delivery'::regnamespace AND relkind = 'r'";
    assert_none(unlike).await;
}
