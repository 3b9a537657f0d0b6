//! Retention: expired rows are deleted, and nothing else.

use store::operations::{due, retention};

use crate::fixture::TestStore;

/// For each table with retention: one expired row, and rows that are not expired.
const SEED: &str = "
    INSERT INTO operations.jobs (id, kind, payload, priority, state, finished_at) VALUES
        (gen_random_uuid(), 'old', '{}', 1, 'done', now() - interval '25 hours'),
        (gen_random_uuid(), 'old', '{}', 1, 'cancelled', now() - interval '25 hours'),
        (gen_random_uuid(), 'kept', '{}', 1, 'done', now() - interval '23 hours');
    INSERT INTO operations.jobs (id, kind, payload, priority, state, run_at, created_at) VALUES
        (gen_random_uuid(), 'kept', '{}', 1, 'ready', now() - interval '9 days', now() - interval '9 days'),
        (gen_random_uuid(), 'kept', '{}', 1, 'parked', now() - interval '9 days', now() - interval '9 days');
    INSERT INTO operations.job_slots (name, slot) VALUES
        ('old', now() - interval '25 hours'), ('kept', now() - interval '23 hours');
    INSERT INTO operations.idempotency (actor, key, fingerprint, outcome, created_at) VALUES
        ('a', 'old', '', '1', now() - interval '25 hours'), ('a', 'kept', '', '1', now() - interval '23 hours');
    INSERT INTO editorial.people (id, email, name, role) VALUES (gen_random_uuid(), 'a@b', 'A', 'viewer');
    INSERT INTO editorial.password_tokens (digest, person_id, expires_at, used_at)
        SELECT digest, id, now() + length * interval '1 minute', used_at FROM editorial.people, (VALUES
            ('old 1'::bytea, -1, NULL), ('old 2'::bytea, 1, now()), ('kept'::bytea, 1, NULL)
        ) AS tokens (digest, length, used_at);
    INSERT INTO editorial.sessions (id, person_id, client, expires_at, ended_at, ended_by)
        SELECT gen_random_uuid(), people.id, client, now() - expired * interval '1 day',
            now() - ended * interval '1 day', CASE WHEN ended IS NOT NULL THEN 'sign_out' END
        FROM editorial.people, (VALUES
            ('old 1', 31, NULL), ('old 2', -5, 31), ('kept 1', 29, NULL), ('kept 2', -5, 29), ('kept 3', -5, NULL)
        ) AS sessions (client, expired, ended);
    INSERT INTO editorial.previews (id, made_by, draft_ids, expires_at)
        SELECT gen_random_uuid(), id, '{}', now() + interval '1 hour' FROM editorial.people;
    INSERT INTO preview_sets.sets (id, preview_id, inputs, basis, article_ids, locales, slugs, created_at)
        SELECT gen_random_uuid(), previews.id, inputs, '', '{}', '{}', '{}', now() - age * interval '1 hour'
        FROM editorial.previews, (VALUES ('old', 25), ('kept', 23)) AS sets (inputs, age);
    INSERT INTO preview_sets.sets (id, preview_id, inputs, basis, article_ids, locales, slugs)
        VALUES (gen_random_uuid(), gen_random_uuid(), 'old', '', '{}', '{}', '{}')";

const LEFT: &str = "SELECT kind FROM operations.jobs UNION ALL SELECT name FROM operations.job_slots \
    UNION ALL SELECT key FROM operations.idempotency UNION ALL SELECT encode(digest, 'escape') \
    FROM editorial.password_tokens UNION ALL SELECT client FROM editorial.sessions \
    UNION ALL SELECT inputs FROM preview_sets.sets";

#[tokio::test(flavor = "multi_thread")]
async fn expired_rows_are_pruned_and_pruning_again_deletes_nothing() {
    let fixture = TestStore::open().await;
    fixture.database.execute(SEED).await;
    assert_eq!(fixture.database.column(LEFT).await.len(), 20);
    let mut conn = fixture.operations().await;
    assert_eq!(retention::prune(&mut conn, 1_000).await.unwrap(), 10);
    let left = fixture.database.column(LEFT).await;
    assert_eq!(left.len(), 10);
    assert!(left.iter().all(|name| name.starts_with("kept")), "{left:?}");
    let before = fixture.database.contents().await;
    assert_eq!(retention::prune(&mut conn, 1_000).await.unwrap(), 0);
    assert!(fixture.database.contents().await == before);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_prune_deletes_at_most_the_given_number_of_rows_per_table() {
    let fixture = TestStore::open().await;
    fixture.database.execute(SEED).await;
    let mut conn = fixture.operations().await;
    assert_eq!(retention::prune(&mut conn, 1).await.unwrap(), 6);
    assert_eq!(retention::prune(&mut conn, 1).await.unwrap(), 4);
    assert_eq!(retention::prune(&mut conn, 1).await.unwrap(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_time_until_the_next_schedule_uses_the_clock_of_postgres() {
    let fixture = TestStore::open().await;
    let mut conn = fixture.operations().await;
    assert_eq!(due::next_due_in(&mut conn).await.unwrap(), None);
    for name in ["later", "sooner"] {
        fixture.schedule(&fixture.article(name).await).await.unwrap();
    }
    fixture
        .database
        .execute("UPDATE delivery.schedules SET due_at = now() + interval '1 hour' WHERE slug = 'sooner'")
        .await;
    let next_in = due::next_due_in(&mut conn).await.unwrap().unwrap().as_secs();
    assert!((3_500..=3_600).contains(&next_in), "{next_in}");
    fixture.database.execute("UPDATE delivery.schedules SET due_at = now() WHERE slug = 'later'").await;
    assert_eq!(due::next_due_in(&mut conn).await.unwrap(), Some(std::time::Duration::ZERO));
}
