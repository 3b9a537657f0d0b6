//! Preview sets: a preview responds exactly like a real publish, without making publishers wait, and without being
//! visible to anybody else.

use cluster::SUPERUSER;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use reqwest::Method;
use serde_json::{Value, json};
use store::{roles, testing};
use tests::{TestResponse, eventually};

use super::pending::insert_pending_withdrawal;
use crate::fixture::Fixture;
use crate::operating::database_digest;

/// How many articles are live before a preview.
const LIVE: usize = 5;

/// The terms of a publication, by kind.
struct Terms {
    sections: Vec<String>,
    tags: Vec<String>,
    authors: Vec<String>,
    series: String,
}

/// What a draft becomes.
#[derive(Debug, Clone)]
struct Shape {
    section: usize,
    tags: Vec<usize>,
    author: Option<usize>,
    part: Option<i32>,
    kicker: Option<&'static str>,
    word: &'static str,
    is_moved: bool,
}

fn shape() -> impl Strategy<Value = Shape> {
    let kicker = proptest::option::of(select(vec!["Dispatch", "Essay"]));
    let word = select(vec!["harvest", "moonrise", "lantern"]);
    let terms = (0..2_usize, subsequence(vec![0, 1, 2], 0..=3), proptest::option::of(0..2_usize));
    (terms, proptest::option::of(1..9), kicker, word, any::<bool>()).prop_map(
        |((section, tags, author), part, kicker, word, is_moved)| Shape {
            section,
            tags,
            author,
            part,
            kicker,
            word,
            is_moved,
        },
    )
}

impl Shape {
    fn patch(&self, terms: &Terms, number: usize, links: &str) -> Value {
        let Self { section, tags, author, part, kicker, word, is_moved } = self;
        let slug = if *is_moved { format!("moved-{number}") } else { format!("slug-{number}") };
        json!({
            "slug": slug,
            "section": terms.sections[*section],
            "tags": tags.iter().map(|tag| &terms.tags[*tag]).collect::<Vec<_>>(),
            "byline": author.iter().map(|author| &terms.authors[*author]).collect::<Vec<_>>(),
            "series": part.map(|part| json!({ "series": terms.series, "part": part })),
            "kicker": kicker,
            "headline": format!("The {word} of {number}"),
            "body": format!("A {word} and [another](article:{links}), *again*."),
        })
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_responds_like_the_real_publish() {
    let cases = Config::default().cases.min(3);
    let mut runner = TestRunner::deterministic();
    for _ in 0..cases {
        let changes = (
            proptest::collection::vec(shape(), LIVE),
            proptest::collection::vec((0..LIVE + 3, shape()), 1..5),
        );
        let (live, changes) = changes.new_tree(&mut runner).unwrap().current();
        compare_with_publish(&live, &changes).await;
    }
}

async fn compare_with_publish(live: &[Shape], changes: &[(usize, Shape)]) {
    let fixture = Fixture::new().await;
    let terms = create_terms(&fixture).await;
    let target = fixture.get_draft(&fixture.publish_new("target").await).await;
    let target = target["article_id"].as_str().unwrap().to_owned();
    let mut drafts = Vec::new();
    for (number, shape) in live.iter().enumerate() {
        let draft = fixture.draft(&format!("slug-{number}")).await;
        fixture.save(&draft, Shape { is_moved: false, ..shape.clone() }.patch(&terms, number, &target)).await;
        fixture.publish(&draft).await.expect(201);
        drafts.push(draft);
    }
    for number in LIVE..LIVE + 3 {
        drafts.push(fixture.draft(&format!("slug-{number}")).await);
    }
    let mut changed = Vec::new();
    for (number, shape) in changes {
        fixture.save(&drafts[*number], shape.patch(&terms, *number, &target)).await;
        if !changed.contains(&drafts[*number]) {
            changed.push(drafts[*number].clone());
        }
    }
    let token = create_preview(&fixture, json!({ "drafts": changed })).await;
    let before = database_digest(&fixture.app).await;
    let mut previewed = Vec::new();
    for path in paths() {
        previewed.push(comparable(get_preview(&fixture, &token, &path).await));
    }
    assert_eq!(database_digest(&fixture.app).await, before, "a preview changed the public side");

    let mut seen = Vec::new();
    for draft in &changed {
        seen.push(json!({ "id": draft, "revision": fixture.revision(draft).await }));
    }
    fixture.editor.post("/bulk/publish", json!({ "drafts": seen })).send().await.expect(200);
    for (path, previewed) in paths().iter().zip(previewed) {
        let public = fixture.app.reader.request_unvalidated(Method::GET, &format!("/v1{path}"), &[]).await;
        assert_eq!(previewed, comparable(public), "{path}: {live:#?} {changes:#?}");
    }
}

async fn create_terms(fixture: &Fixture) -> Terms {
    let create = async |kind: &str, slugs: &[&str]| {
        let mut ids = Vec::new();
        for slug in slugs {
            ids.push(fixture.editor.create_term(kind, slug).await);
        }
        ids
    };
    Terms {
        sections: create("section", &["culture", "science"]).await,
        tags: create("tag", &["one", "two", "three"]).await,
        authors: create("author", &["vera", "karl"]).await,
        series: create("series", &["letters"]).await.remove(0),
    }
}

/// Every kind of public request.
fn paths() -> Vec<String> {
    let mut paths: Vec<String> = [
        "/teasers?limit=100&total=true",
        "/teasers?sort=-updated_at&limit=2",
        "/teasers?sort=first_published_at&limit=3",
        "/teasers?section=culture&total=true",
        "/teasers?section=culture,science&limit=3",
        "/teasers?section=science&tag=one,two&total=true",
        "/teasers?tags_all=one,two&total=true",
        "/teasers?author=vera",
        "/teasers?series=letters&total=true",
        "/teasers?kicker=Dispatch&total=true",
        "/teasers?kicker=Essay&section=culture&sort=-updated_at",
        "/articles?limit=100&body=html,markdown,text,blocks",
        "/sections",
        "/sections/culture",
        "/sections/science",
        "/tags",
        "/tags/one",
        "/tags/three",
        "/authors",
        "/authors/karl",
        "/series",
        "/series/letters",
        "/kickers",
        "/archive",
        "/feeds/json",
        "/feeds/rss",
        "/feeds/atom",
        "/sitemap",
        "/search?q=harvest&limit=50",
        "/search?q=moonrise&section=culture",
        "/search?q=lant&limit=50",
        "/search?q=again&tag=one",
    ]
    .map(str::to_owned)
    .to_vec();
    for number in 0..LIVE + 3 {
        for slug in [format!("slug-{number}"), format!("moved-{number}")] {
            paths.push(format!("/articles/{slug}?body=html,markdown,text,blocks"));
            paths.push(format!("/teasers/{slug}"));
            paths.push(format!("/resolve?path=/culture/{slug}"));
        }
    }
    paths
}

/// The status and body of a response, without what only a publish sets: sequence numbers, dates, and the cursors and
/// file names made of them.
fn comparable(response: TestResponse) -> (u16, Value) {
    let text = String::from_utf8_lossy(&response.bytes).replace("/preview/v1", "/v1");
    let body = match serde_json::from_str::<Value>(&text) {
        Ok(mut body) => {
            strip(&mut body);
            body
        }
        Err(_) => {
            let dates = ["pubDate", "lastBuildDate", "updated", "published", "lastmod"];
            let is_date = |part: &&str| dates.iter().any(|date| part.starts_with(date));
            json!(text.split('<').filter(|part| !is_date(part)).collect::<Vec<_>>())
        }
    };
    (response.status, body)
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(members) => {
            let dates = ["sequence", "first_published_at", "updated_at", "date_published", "date_modified"];
            for only in dates.into_iter().chain(["request_id", "feed_url"]) {
                members.shift_remove(only);
            }
            if let Some(page) = members.get_mut("page").and_then(Value::as_object_mut) {
                page.retain(|name, _| name == "total");
            }
            members.values_mut().for_each(strip);
        }
        Value::Array(values) => values.iter_mut().for_each(strip),
        _ => {}
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_future_time_is_shown_like_the_acts_until_then() {
    let fixture = Fixture::new().await;
    let (leaving, changing) = (fixture.publish_new("leaving").await, fixture.publish_new("changing").await);
    fixture.publish_new("staying").await;
    fixture.save(&changing, json!({ "slug": "changed", "headline": "Changed" })).await;
    let coming = fixture.draft("coming").await;
    fixture.schedule(&coming, "2090-01-01T00:00:00Z").await.expect(200);
    fixture.schedule(&changing, "2090-01-02T00:00:00Z").await.expect(200);
    insert_pending_withdrawal(&fixture, &leaving).await;
    // Of a draft that is previewed too, its newest revision is shown; it may take the slug that is given up.
    fixture.save(&coming, json!({ "headline": "Newer", "slug": "leaving" })).await;
    let token = create_preview(&fixture, json!({ "at": "2099-12-31T00:00:00Z", "drafts": [coming] })).await;
    let status = async |slug: &str| get_preview(&fixture, &token, &format!("/articles/{slug}")).await.status;
    for _ in 0..2 {
        assert_eq!(
            [status("changing").await, status("changed").await, status("staying").await],
            [308, 200, 200]
        );
        let shown = get_preview(&fixture, &token, "/articles/leaving").await.expect(200);
        assert_eq!(shown["headline"], "Newer");
        let list = get_preview(&fixture, &token, "/teasers?total=true").await.expect(200);
        assert_eq!(list["page"]["total"], "3", "{list}");
    }
    // What is cancelled is not shown any more, although that is no act.
    fixture.editor.delete(&format!("/drafts/{changing}/schedule")).send().await;
    assert_eq!([status("changing").await, status("changed").await], [200, 404]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_publisher_does_not_wait_for_the_computation_of_a_preview() {
    let fixture = Fixture::new().await;
    let (other, previewed) = (fixture.draft("other").await, fixture.draft("previewed").await);
    let token = create_preview(&fixture, json!({ "drafts": [previewed.clone()] })).await;
    let superuser = fixture.app.database.access(SUPERUSER);
    let url = format!("{}/preview/v1/teasers/previewed?preview_token={token}", fixture.app.base_url());
    // On a busy machine a publish may take longer than a preview waits at most, so this is tried several times.
    for attempt in 0..5 {
        fixture.save(&previewed, json!({ "headline": format!("Attempt {attempt}") })).await;
        // The computation waits for this lock at its end, holding all that it locked before.
        let held = "BEGIN; LOCK TABLE preview_sets.related IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(600)";
        let access = superuser.clone();
        let holder = tokio::spawn(async move { testing::execute(&access, held).await });
        let locks = async |granted: &str| {
            let locks = format!(
                "SELECT 'x' AS text FROM pg_locks
                WHERE {granted} AND relation = 'preview_sets.related'::regclass AND mode <> 'AccessShareLock'"
            );
            let locks = testing::texts(&superuser, &locks).await.unwrap();
            (!locks.is_empty()).then_some(())
        };
        eventually(async || locks("granted").await).await;
        let preview = tokio::spawn(reqwest::get(url.clone()));
        eventually(async || locks("NOT granted").await).await;
        fixture.save(&other, json!({ "headline": format!("Attempt {attempt}") })).await;
        fixture.publish(&other).await;
        let was_waiting = !preview.is_finished();
        let release = "SELECT pg_terminate_backend(pid)::text AS text FROM pg_stat_activity
            WHERE query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()";
        testing::texts(&superuser, release).await.unwrap();
        let _terminated = holder.await.unwrap();
        let shown = preview.await.unwrap().unwrap();
        if was_waiting {
            assert_eq!(fixture.article_status("other").await, 200);
            assert_eq!(shown.status(), 200);
            return;
        }
    }
    panic!("every publish waited until the preview gave up");
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_reads_of_previews_leave_connections_to_editors() {
    let fixture = Fixture::new().await;
    let mut urls = Vec::new();
    for slug in ["one", "two"] {
        let token = create_preview(&fixture, json!({ "drafts": [fixture.draft(slug).await] })).await;
        get_preview(&fixture, &token, "/teasers").await.expect(200);
        urls.push(format!("{}/preview/v1/teasers?preview_token={token}", fixture.app.base_url()));
    }
    let superuser = fixture.app.database.access(SUPERUSER);
    let held = "BEGIN; LOCK TABLE preview_sets.sets IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(600)";
    let access = superuser.clone();
    let holder = tokio::spawn(async move { testing::execute(&access, held).await });
    let waiting = async |some: usize| {
        let waiting = "SELECT 'x' AS text FROM pg_locks
            WHERE NOT granted AND relation = 'preview_sets.sets'::regclass";
        (testing::texts(&superuser, waiting).await.unwrap().len() >= some).then_some(())
    };
    let locked = async || {
        let locked = "SELECT 'x' AS text FROM pg_locks WHERE granted
            AND relation = 'preview_sets.sets'::regclass AND mode = 'AccessExclusiveLock'";
        (!testing::texts(&superuser, locked).await.unwrap().is_empty()).then_some(())
    };
    eventually(locked).await;
    // As many requests as the limits of previews admit, more than there are connections.
    let readers: Vec<_> =
        (0..20).map(|number| tokio::spawn(reqwest::get(urls[number % 2].clone()))).collect();
    eventually(async || waiting(1).await).await;
    let mut number = 0;
    while number < 20 && readers.iter().any(|reader| !reader.is_finished()) {
        fixture.draft(&format!("beside-{number}")).await;
        number += 1;
    }
    assert!(number > 0, "previews were waiting for the lock");
    let release = "SELECT pg_terminate_backend(pid)::text AS text FROM pg_stat_activity
        WHERE query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()";
    testing::texts(&superuser, release).await.unwrap();
    let _terminated = holder.await.unwrap();
    for reader in readers {
        reader.await.unwrap().unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn acts_after_a_preview_was_computed_are_seen_by_it_at_once() {
    let fixture = Fixture::new().await;
    let (gone, erased, mine) = (
        fixture.publish_new("gone").await,
        fixture.publish_new("erased").await,
        fixture.publish_new("mine").await,
    );
    fixture.save(&mine, json!({ "headline": "Newer" })).await;
    let token = create_preview(&fixture, json!({ "drafts": [mine.clone()] })).await;
    let slugs = async || {
        let list = get_preview(&fixture, &token, "/teasers?total=true").await.expect(200);
        let mut slugs: Vec<String> = list["data"].as_array().unwrap().iter().map(slug).collect();
        slugs.sort();
        slugs
    };
    assert_eq!(slugs().await, ["erased", "gone", "mine"]);
    let stored = stored_sets(&fixture).await;
    assert_eq!(stored.len(), 1);
    fixture.post_action(&gone, "withdraw").await.expect(200);
    fixture.post_action(&erased, "take-down").await.expect(200);
    fixture.publish_new("new").await;
    assert_eq!(slugs().await, ["mine", "new"]);
    for slug in ["gone", "erased"] {
        assert_eq!(get_preview(&fixture, &token, &format!("/articles/{slug}")).await.status, 410);
    }
    assert_eq!(stored_sets(&fixture).await, stored, "acts on other articles leave a set valid");
    // An act on its own article does not.
    fixture.publish(&mine).await.expect(201);
    assert_eq!(get_preview(&fixture, &token, "/teasers/mine").await.expect(200)["headline"], "Newer");
    fixture.post_action(&mine, "withdraw").await.expect(200);
    assert_eq!(slugs().await, ["mine", "new"], "a preview shows the draft as if it were published");
    let again = stored_sets(&fixture).await;
    assert!(again.len() == 1 && again != stored, "the old set is deleted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeated_preview_request_computes_nothing_and_a_revoked_one_keeps_nothing() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    let made =
        fixture.editor.post("/previews", json!({ "drafts": [draft.clone()] })).send().await.expect(201);
    let token = made["token"].as_str().unwrap();
    get_preview(&fixture, token, "/teasers").await.expect(200);
    let stored = stored_sets(&fixture).await;
    for path in ["/teasers", "/articles/a-slug", "/sections", "/search?q=slug"] {
        get_preview(&fixture, token, path).await.expect(200);
    }
    assert_eq!(stored_sets(&fixture).await, stored);
    fixture.save(&draft, json!({ "headline": "Newer" })).await;
    assert_eq!(get_preview(&fixture, token, "/teasers/a-slug").await.expect(200)["headline"], "Newer");
    let again = stored_sets(&fixture).await;
    assert!(again.len() == 1 && again != stored, "{again:?}");
    let staged =
        "SELECT 'x' AS text FROM preview_staging.spans UNION ALL SELECT 'x' FROM preview_staging.search";
    let superuser = fixture.app.database.access(SUPERUSER);
    assert!(testing::texts(&superuser, staged).await.unwrap().is_empty());
    let preview = made["preview"]["id"].as_str().unwrap();
    fixture.editor.delete(&format!("/previews/{preview}")).send().await;
    assert!(stored_sets(&fixture).await.is_empty());
    let kept = "SELECT 'x' AS text FROM preview_sets.editions";
    assert!(testing::texts(&superuser, kept).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn no_row_of_a_preview_is_visible_outside_of_it() {
    let fixture = Fixture::new().await;
    fixture.publish_new("live").await;
    let (mine, other) = (fixture.draft("mine").await, fixture.draft("other").await);
    let [mine, other] = [mine, other].map(|draft| json!({ "drafts": [draft] }));
    let (mine, other) = (create_preview(&fixture, mine).await, create_preview(&fixture, other).await);
    for (token, own, foreign) in [(&mine, "mine", "other"), (&other, "other", "mine")] {
        let list = get_preview(&fixture, token, "/teasers").await.expect(200).to_string();
        assert!(list.contains(&format!("\"{own}\"")) && !list.contains(&format!("\"{foreign}\"")), "{list}");
    }
    for path in ["/teasers", "/articles", "/sitemap", "/feeds/rss", "/search?q=about", "/archive", "/kickers"]
    {
        let public = fixture.app.reader.request_unvalidated(Method::GET, &format!("/v1{path}"), &[]).await;
        let text = String::from_utf8_lossy(&public.bytes).into_owned();
        assert!(!text.contains("mine") && !text.contains("other"), "{path}: {text}");
    }
    for slug in ["mine", "other"] {
        fixture.app.reader.get(&format!("/v1/articles/{slug}")).await.expect(404);
    }
    // The reader role sees the rows of a set only if it knows its random id, and no table of either schema.
    let reader = fixture.app.database.access(roles::READER);
    let views = "SELECT schemaname || '.' || viewname AS text FROM pg_views WHERE schemaname = 'preview'";
    for view in testing::texts(&reader, views).await.unwrap() {
        match testing::texts(&reader, &format!("SELECT 'x' AS text FROM {view}")).await {
            Ok(rows) => assert!(rows.is_empty(), "{view} shows {} rows without a set", rows.len()),
            Err(refused) => assert!(refused.to_string().contains("permission denied"), "{view}: {refused}"),
        }
    }
}

fn slug(teaser: &Value) -> String {
    teaser["slug"].as_str().unwrap().to_owned()
}

async fn stored_sets(fixture: &Fixture) -> Vec<String> {
    let sets = "SELECT id::text AS text FROM preview_sets.sets ORDER BY id";
    testing::texts(&fixture.app.database.access(SUPERUSER), sets).await.unwrap()
}

async fn create_preview(fixture: &Fixture, what: Value) -> String {
    let made = fixture.editor.post("/previews", what).send().await.expect(201);
    made["token"].as_str().unwrap().to_owned()
}

async fn get_preview(fixture: &Fixture, token: &str, path: &str) -> TestResponse {
    let bearer = format!("Bearer {token}");
    let headers = [("authorization", bearer.as_str())];
    fixture.app.reader.request_unvalidated(Method::GET, &format!("/preview/v1{path}"), &headers).await
}
