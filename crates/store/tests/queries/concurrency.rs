//! Concurrency: with delays, rollbacks and killed connections, acts stay ordered and data stays consistent.

use std::slice;

use domain::{Content, Limit, Refusal, TermId, TermKind, Terms};
use futures_util::future::{join, join_all, join3};
use serde_json::Value;
use store::delivery::editions;
use store::delivery::editions::{EditionFilter, Fields, Sort, SortKey};
use store::editorial::drafts;
use store::editorial::drafts::Draft;
use store::editorial::terms;
use store::write;
use store::{Error, publishing};
use tokio::sync::watch;

use crate::fixture::{TestStore, context, en, markdown, new_draft, refusal, rendered};

/// Delays commits, and makes some of them fail.
const OBSTACLES: &str = "
    CREATE FUNCTION obstacle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM pg_sleep(random() * 0.004);
        IF random() < 0.15 THEN RAISE EXCEPTION 'an obstacle'; END IF;
        RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER obstacle AFTER INSERT ON operations.acts
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION obstacle()";

/// Terminates a connection in the middle of a commit.
const KILL: &str = "SELECT count(pg_terminate_backend(pid)) FROM (
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND usename = 'masthead_writer' AND wait_event = 'PgSleep' LIMIT 1
) AS victim";

/// Publishes, withdraws and reschedules one article in a loop.
async fn publish_in_a_loop(fixture: &TestStore, draft: &Draft, known: &Terms) {
    for round in 1..=8 {
        let content = Content { body: markdown(&format!("Round {round}.")), ..draft.content.clone() };
        let edition = rendered(&Draft { content, revision: round, ..draft.clone() }, known);
        let _obstacle = match round % 4 {
            0 => fixture.withdraw(draft).await,
            3 => fixture.rollback(draft).await.map(|done| done.sequence),
            _ => fixture.publish_editions(&[edition]).await,
        };
    }
}

/// Follows the change log with a cursor until the publishers are done, and returns what it read.
async fn follow_change_log(fixture: &TestStore, done: watch::Receiver<bool>) -> Vec<i64> {
    let mut seen: Vec<i64> = Vec::new();
    loop {
        let last_look = *done.borrow();
        let after = seen.last().copied().unwrap_or(0);
        let news = format!("SELECT sequence FROM operations.acts WHERE sequence > {after} ORDER BY sequence");
        seen.extend(fixture.database.column(&news).await.iter().map(|number| number.parse::<i64>().unwrap()));
        if last_look {
            return seen;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_acts_stay_gapless_and_ordered_despite_rollbacks_and_killed_connections() {
    let fixture = TestStore::open().await;
    fixture.database.execute(OBSTACLES).await;
    let mut session = fixture.database.session().await;
    session.listen().await;
    let drafts: Vec<Draft> =
        (0..32).map(|number| new_draft(fixture.content(&format!("article-{number}")))).collect();
    fixture.write(async |tx| drafts::create_many(tx, &drafts).await).await.unwrap();
    let known = terms::load(&mut fixture.editorial().await, &[fixture.section]).await.unwrap();
    let (tell, done) = watch::channel(false);
    let publishing = async {
        join_all(drafts.iter().map(|draft| publish_in_a_loop(&fixture, draft, &known))).await;
        tell.send(true).unwrap();
    };
    let killing = async {
        let mut killed = 0;
        while !*done.borrow() {
            killed += fixture.database.value(KILL).await.parse::<u32>().unwrap();
        }
        killed
    };
    let ((), followed, killed) = join3(publishing, follow_change_log(&fixture, done.clone()), killing).await;
    assert!(killed > 0, "nobody was killed");
    // The pool may still hold a connection that was killed.
    let count: i64 = fixture.database.value("SELECT sequence FROM operations.counter").await.parse().unwrap();
    assert!(count > 64, "only {count} acts got through");
    let all: Vec<i64> = (1..=count).collect();
    assert_eq!(followed, all, "a cursor that follows sees each act once and in order");
    let heard: Vec<i64> =
        session.notifications().await.iter().map(|number| number.parse().unwrap()).collect();
    assert_eq!(heard, all, "one announcement for each, in the order of commits");
    assert_invariants(&fixture).await;
}

/// Asserts the invariants that hold after any acts.
async fn assert_invariants(fixture: &TestStore) {
    let opened = "SELECT opened_sequence AS sequence, article_id, locale FROM delivery.spans";
    let told =
        "SELECT sequence, article_id, locale FROM operations.events WHERE kind IN ('published', 'changed')";
    let ended = "SELECT closed_sequence AS sequence, article_id, locale FROM delivery.spans AS closed
        WHERE closed_sequence IS NOT NULL AND NOT EXISTS (
            SELECT FROM delivery.spans WHERE spans.opened_sequence = closed.closed_sequence
                AND spans.article_id = closed.article_id AND spans.locale = closed.locale
        )";
    let told_ended = "SELECT sequence, article_id, locale FROM operations.events WHERE kind = 'withdrawn'";
    for broken in [
        "SELECT article_id FROM delivery.spans WHERE closed_sequence IS NULL
            GROUP BY article_id, locale HAVING count(*) > 1".to_owned(),
        format!("({opened} EXCEPT {told})"),
        format!("({told} EXCEPT {opened})"),
        format!("({ended} EXCEPT {told_ended})"),
        format!("({told_ended} EXCEPT {ended})"),
        "SELECT sequence FROM operations.acts EXCEPT SELECT sequence FROM operations.events".to_owned(),
        "SELECT sequence FROM operations.acts LEFT JOIN editorial.audit USING (sequence)
            GROUP BY sequence HAVING count(id) <> 1".to_owned(),
        "SELECT id FROM delivery.editions WHERE number IS NULL AND id NOT IN (SELECT edition_id FROM delivery.schedules)"
            .to_owned(),
    ] {
        let found = format!("SELECT to_jsonb(found) FROM ({broken}) AS found");
        assert!(fixture.database.column(&found).await.is_empty(), "{broken}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_newer_revision_stays_live_after_two_concurrent_publishes() {
    let fixture = TestStore::open().await;
    for round in 0..8 {
        let first = fixture.article(&format!("article-{round}")).await;
        let second = fixture.save_body(&first, "Second.").await;
        let third = fixture.save_body(&second, "Third.").await;
        let (second, third) = (fixture.edition(&second).await, fixture.edition(&third).await);
        let (older, newer) = join(
            fixture.publish_editions(slice::from_ref(&second)),
            fixture.publish_editions(slice::from_ref(&third)),
        )
        .await;
        let newer = newer.unwrap();
        match older {
            Ok(older) => assert!(older < newer),
            Err(Error::Refused(refused)) => assert_eq!(refused, Refusal::RevisionSuperseded),
            Err(other) => panic!("{other}"),
        }
        let live = format!("SELECT sequence FROM delivery.live WHERE article_id = '{}'", first.article);
        assert_eq!(fixture.database.value(&live).await, newer.unwrap().to_string());
    }
    assert_invariants(&fixture).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_concurrent_publish_and_withdrawal_end_in_the_state_of_the_later_act() {
    let fixture = TestStore::open().await;
    for round in 0..8 {
        let draft = fixture.article(&format!("article-{round}")).await;
        fixture.publish(&draft).await.unwrap();
        let second = fixture.save_body(&draft, "Second.").await;
        let edition = [fixture.edition(&second).await];
        let (published, withdrawn) = join(fixture.publish_editions(&edition), fixture.withdraw(&draft)).await;
        let (published, withdrawn) = (published.unwrap().unwrap(), withdrawn.unwrap().unwrap());
        let end = if published > withdrawn { "live" } else { "gone" };
        assert_eq!(fixture.at_id(&draft).await, end);
    }
    let gap = "SELECT max(sequence) - count(*) FROM operations.acts";
    assert_eq!(fixture.database.value(gap).await, "0");
    assert_invariants(&fixture).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn publishing_the_same_revision_twice_concurrently_is_one_act() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    let (one, other) = join(fixture.publish(&draft), fixture.publish(&draft)).await;
    let mut done = [one.unwrap(), other.unwrap()];
    done.sort_unstable();
    assert_eq!(done, [None, Some(1)]);
}

const ARTICLES: usize = 300;

/// Reads lists and articles of an author in a loop, checks that each response is consistent, and returns how many
/// articles were read.
async fn read_in_a_loop(fixture: &TestStore, done: watch::Receiver<bool>) -> usize {
    let filter = EditionFilter {
        locale: en(),
        ids: Vec::new(),
        any_of: vec![("author", vec!["vera".to_owned()])],
        tags_all: Vec::new(),
        published_since: None,
        published_before: None,
    };
    let sort = Sort { key: SortKey::UpdatedAt, descending: true };
    let (limit, wanted) = (Limit::try_from(100).unwrap(), Fields { article: true, ..Fields::default() });
    let mut count = 0;
    while !*done.borrow() {
        let mut conn = fixture.delivery().await;
        let page = editions::list(&mut conn, &filter, sort, None, limit, wanted).await.unwrap();
        for article in page.entries {
            let [head, tail] = [&article.teaser.teaser_json, &article.article_json]
                .map(|members| serde_json::from_str::<Value>(&format!("{{{members}}}")).unwrap());
            let (byline, credit) = (head.pointer("/byline/0/name"), tail.pointer("/authors/0/name"));
            assert!(byline.is_some() && byline == credit, "a mixed article: {byline:?}, {credit:?}");
            count += 1;
        }
    }
    count
}

/// Publishes another revision of some articles, and retries whenever a term changed since rendering.
async fn republish(fixture: &TestStore, some: &[Draft]) {
    for draft in some {
        let draft = fixture.save_body(draft, "Another body.").await;
        while let Err(Error::Refused(refused)) = fixture.publish(&draft).await {
            assert_eq!(refused, Refusal::SourceSuperseded);
        }
    }
}

/// Renames an author several times while the rerender job runs, and returns the last name.
async fn rename_in_a_loop(fixture: &TestStore, author: TermId) -> String {
    let mut conn = fixture.editorial().await;
    let mut last = String::new();
    for (version, name) in (1..).zip(["Vera B.", "Vera C.", "Vera D."]) {
        let before = terms::find(&mut conn, author).await.unwrap().term;
        let content = domain::TermContent { name: name.to_owned().try_into().unwrap(), ..before.content() };
        write::once(&mut conn, &context(), async |tx| terms::change(tx, author, version, &content).await)
            .await
            .unwrap();
        fixture.database.until("EXISTS (SELECT FROM operations.acts WHERE kind = 'refresh')").await;
        last = name.to_owned();
    }
    last
}

#[tokio::test(flavor = "multi_thread")]
async fn renaming_an_author_during_publishes_and_reads_never_shows_mixed_names() {
    let fixture = TestStore::open().await;
    let author = fixture.term(TermKind::Author, "vera").await;
    let by = |name: String| Content { byline: vec![author], ..fixture.content(&name) };
    let drafts: Vec<Draft> = (0..ARTICLES).map(|number| new_draft(by(format!("a-{number}")))).collect();
    fixture.write(async |tx| drafts::create_many(tx, &drafts).await).await.unwrap();
    let known = terms::load(&mut fixture.editorial().await, &[author, fixture.section]).await.unwrap();
    let editions: Vec<_> = drafts.iter().map(|draft| rendered(draft, &known)).collect();
    fixture.publish_editions(&editions).await.unwrap();
    let dates = "SELECT article_id || ' ' || first_published_at || ' ' || updated_at FROM delivery.live \
                 WHERE slug IN (SELECT 'a-' || number FROM generate_series(40, 298) AS number) ORDER BY 1";
    let before = fixture.database.column(dates).await;

    // An edition that is rendered before all renames and published after them.
    let slow = fixture.save_body(drafts.last().unwrap(), "A slow editor's body.").await;
    let rendered_long_ago = [fixture.edition(&slow).await];

    let (tell, done) = watch::channel(false);
    let writing = async {
        let renaming = async {
            let last = rename_in_a_loop(&fixture, author).await;
            fixture.run_jobs().await;
            assert_eq!(
                refusal(fixture.publish_editions(&rendered_long_ago).await),
                Refusal::SourceSuperseded
            );
            fixture.publish(&slow).await.unwrap();
            last
        };
        let working =
            fixture.run_jobs_until("EXISTS (SELECT FROM operations.acts WHERE kind = 'refresh' OFFSET 3)");
        let (last, (), ()) = join3(renaming, republish(&fixture, &drafts[..40]), working).await;
        tell.send(true).unwrap();
        last
    };
    let (last, read) = join(writing, read_in_a_loop(&fixture, done)).await;
    assert!(read > ARTICLES, "{read} were read");
    let fresh =
        format!("SELECT count(*) FROM delivery.live WHERE head LIKE '%{last}%' AND tail LIKE '%{last}%'");
    assert_eq!(fixture.database.value(&fresh).await, ARTICLES.to_string());
    assert!(
        publishing::stale_editions(
            &mut fixture.editorial().await,
            publishing::StaleCause::Term(author),
            None,
            9
        )
        .await
        .unwrap()
        .is_empty()
    );
    assert_eq!(fixture.database.column(dates).await, before, "the dates of those that were not republished");
    let listed = "SELECT name || ' ' || article_count FROM delivery.listed WHERE kind = 'author'";
    assert_eq!(fixture.database.column(listed).await, [format!("{last} {ARTICLES}")]);
    assert_invariants(&fixture).await;
}
