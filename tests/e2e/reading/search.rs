//! Search over live articles.

use serde_json::{Value, json};
use store::testing;
use tests::{Reader, id};

use crate::fixture::Fixture;

/// The slugs of the results in order.
async fn search_slugs(reader: &Reader, query: &str) -> Vec<String> {
    slugs(&reader.get(&format!("/v1/search?q={query}")).await.expect(200))
}

fn slugs(page: &Value) -> Vec<String> {
    let slug = |hit: &Value| hit["slug"].as_str().unwrap().to_owned();
    page["data"].as_array().unwrap().iter().map(slug).collect()
}

async fn publish_article(
    fixture: &Fixture,
    slug: &str,
    headline: &str,
    standfirst: &str,
    body: &str,
) -> String {
    let draft = fixture.draft(slug).await;
    fixture.save(&draft, json!({ "headline": headline, "standfirst": standfirst, "body": body })).await;
    fixture.publish(&draft).await.expect(201);
    draft
}

async fn fixture_with_articles() -> Fixture {
    let fixture = Fixture::new().await;
    publish_article(
        &fixture,
        "in-body",
        "Queues",
        "How work waits.",
        "Somewhere in here a webhook is retried. No limit.",
    )
    .await;
    publish_article(
        &fixture,
        "in-standfirst",
        "Waiting",
        "What a webhook is.",
        "Nothing of that here, but a rate limit.",
    )
    .await;
    publish_article(
        &fixture,
        "in-headline",
        "Webhooks that last",
        "On patience.",
        "Limits of the rate. Postgres helps.",
    )
    .await;
    publish_article(&fixture, "in-hyphens", "Gardens", "On order.", "A well-kept garden.").await;
    fixture
}

#[tokio::test(flavor = "multi_thread")]
async fn headline_matches_rank_above_standfirst_and_body_matches() {
    let fixture = fixture_with_articles().await;
    let reader = &fixture.app.reader;
    for (query, slugs) in [
        ("webhook", vec!["in-headline", "in-standfirst", "in-body"]),
        ("WEBHOOKS", vec!["in-headline", "in-standfirst", "in-body"]),
        ("webhook+retrying", vec!["in-body"]),
        ("webhook+-patience", vec!["in-standfirst", "in-body"]),
        ("%22rate+limit%22", vec!["in-standfirst"]),
        ("queues+or+patience", vec!["in-body", "in-headline"]),
        // The last word matches as a prefix, in bodies too.
        ("webh", vec!["in-headline", "in-standfirst", "in-body"]),
        ("last+webh", vec!["in-headline"]),
        ("postg", vec!["in-headline"]),
        ("postg+webhook", vec![]),
        ("well-kep", vec!["in-hyphens"]),
        // Names of terms match.
        ("engineering+patience", vec!["in-headline"]),
    ] {
        assert_eq!(search_slugs(reader, query).await, slugs, "{query}");
    }
    let page = reader.get("/v1/search?q=retried+webhook").await.expect(200);
    assert_eq!(page["page"], json!({ "next": null, "previous": null, "total": "1" }));
    assert_eq!((&page["corrected"], &page["facets"]), (&Value::Null, &Value::Null));
    let expected = json!({
        "headline": "Queues",
        "standfirst": "How work waits.",
        "passage": "Somewhere in here a <mark>webhook</mark> is <mark>retried</mark>. No limit.",
    });
    assert_eq!(page["data"][0]["highlights"], expected);
    let teaser = reader.get("/v1/teasers/in-body").await.expect(200);
    let mut hit = page["data"][0].clone();
    hit.as_object_mut().unwrap().remove("highlights");
    assert_eq!(hit, teaser);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_live_articles_are_found() {
    let fixture = Fixture::new().await;
    let reader = &fixture.app.reader;
    let draft = fixture.draft("secret").await;
    fixture.save(&draft, json!({ "headline": "Zeppelin", "body": "A zeppelin. Zeppelin! Zeppelin?" })).await;
    // Drafts and scheduled editions are neither found nor offered as a spelling correction.
    let nothing = async |when: &str| {
        for query in ["zeppelin", "zeppelinn", "zeppel", "zepelin"] {
            let page = reader.get(&format!("/v1/search?q={query}&facets=true")).await.expect(200);
            assert_eq!(
                (page["data"].as_array().unwrap().len(), &page["corrected"]),
                (0, &Value::Null),
                "{when} {query}"
            );
            assert_eq!(page["page"]["total"], "0");
            assert!(!page.to_string().contains("eppelin"), "{when}: {page}");
        }
    };
    nothing("a draft").await;
    fixture.schedule(&draft, "2999-01-01T00:00:00Z").await.expect(200);
    nothing("scheduled").await;
    let cancelled = fixture.editor.delete(&format!("/drafts/{draft}/schedule")).send().await;
    assert_eq!(cancelled.status, 204);
    fixture.publish(&draft).await.expect(201);
    for query in ["zeppelin", "zeppelinn", "zeppel", "zepelin"] {
        assert_eq!(search_slugs(reader, query).await, ["secret"], "{query}");
    }
    let page = reader.get("/v1/search?q=zepelin").await.expect(200);
    assert_eq!(page["corrected"], "zeppelin");
    fixture.save(&draft, json!({ "headline": "Balloon", "body": "Hot air." })).await;
    assert_eq!(search_slugs(reader, "zeppelin").await, ["secret"], "what is saved is not public");
    fixture.publish(&draft).await.expect(201);
    nothing("changed").await;
    assert_eq!(search_slugs(reader, "balloon").await, ["secret"]);
    fixture.save(&draft, json!({ "headline": "Zeppelin" })).await;
    fixture.publish(&draft).await.expect(201);
    fixture.post_action(&draft, "withdraw").await.expect(200);
    nothing("withdrawn").await;
    fixture.publish(&draft).await.expect(201);
    assert_eq!(search_slugs(reader, "zeppelin").await, ["secret"]);
    fixture.post_action(&draft, "take-down").await.expect(200);
    nothing("taken down").await;
    let left = "SELECT word AS text FROM delivery.spellings WHERE word LIKE 'zep%'
        UNION ALL SELECT words::text FROM delivery.search WHERE words::text LIKE '%zep%'";
    let left = testing::texts(&fixture.app.database.access(cluster::SUPERUSER), left).await.unwrap();
    assert!(left.is_empty(), "{left:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn searches_can_be_filtered_and_have_facets() {
    let fixture = fixture_with_articles().await;
    let reader = &fixture.app.reader;
    let other = fixture.editor.create_term("section", "operations").await;
    let tag = fixture.editor.create_term("tag", "rust").await;
    let draft = id(&fixture.editor.create_draft(&other, "elsewhere").await);
    let content = json!({
        "headline": "Webhook", "kicker": "Review", "tags": [tag], "first_published_at": "2019-05-01T00:00:00Z"
    });
    fixture.save(&draft, content).await;
    fixture.publish(&draft).await.expect(201);
    let page = reader.get("/v1/search?q=webhook&facets=true").await.expect(200);
    let facet =
        |slug: &str, name: &str, count: i32| json!({ "slug": slug, "name": name, "article_count": count });
    let facets = &page["facets"];
    let sections = json!([facet("engineering", "engineering", 3), facet("operations", "operations", 1)]);
    assert_eq!(facets["sections"], sections);
    assert_eq!(facets["tags"], json!([facet("rust", "rust", 1)]));
    assert_eq!(facets["kickers"], json!([facet("review", "Review", 1)]));
    assert_eq!(facets["authors"], json!([]));
    assert_eq!(facets["years"].as_array().unwrap().len(), 2);
    assert_eq!(facets["years"][1], json!({ "year": 2019, "article_count": 1 }));
    for (narrowed, count) in [
        ("section=operations", 1),
        ("section=operations,engineering", 4),
        ("section=unknown", 0),
        ("section=unknown,operations", 1),
        ("section=operations&tag=rust&kicker=Review", 1),
        ("section=engineering&tag=rust", 0),
        ("published_since=2020-01-01T00:00:00Z", 3),
        ("published_before=2020-01-01T00:00:00Z", 1),
        ("published_before=2019-05-01T00:00:00Z", 0),
        ("locale=de", 0),
    ] {
        let page = reader.get(&format!("/v1/search?q=webhook&{narrowed}")).await.expect(200);
        assert_eq!(page["data"].as_array().unwrap().len(), count, "{narrowed}");
    }
    // The tag filter also works after a merge.
    let into = fixture.editor.create_term("tag", "languages").await;
    let seen =
        fixture.editor.get(&format!("/terms/{tag}")).send().await.expect(200)["version"].as_i64().unwrap();
    let merge = json!({ "into": into });
    fixture.editor.post(&format!("/terms/{tag}/merge"), merge).if_match(seen).send().await.expect(200);
    let page = reader.get("/v1/search?q=webhook&tag=languages").await.expect(200);
    assert_eq!(slugs(&page), ["elsewhere"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn search_pages_list_each_article_once() {
    let fixture = Fixture::new().await;
    let reader = &fixture.app.reader;
    for number in 0..7 {
        let headline = if number % 2 == 0 { "A webhook" } else { "Another" };
        publish_article(&fixture, &format!("n{number}"), headline, "Webhooks.", "Webhook.").await;
    }
    let whole = search_slugs(reader, "webhook").await;
    assert_eq!(whole, ["n6", "n4", "n2", "n0", "n5", "n3", "n1"], "the best first, then the newest");
    // Later pages of a misspelled query use the corrected spelling.
    for query in ["webhook", "wehbook"] {
        let (mut paged, mut path) = (Vec::new(), format!("/v1/search?q={query}&limit=2"));
        loop {
            let page = reader.get(&path).await.expect(200);
            paged.extend(slugs(&page));
            assert_eq!(page["page"]["total"], "7");
            let Some(next) = page["page"]["next"].as_str() else { break };
            path = format!("/v1/search?q={query}&limit=2&after={next}");
        }
        assert_eq!(paged, whole, "{query}");
    }
    let page = reader.get("/v1/search?q=webhook&limit=2").await;
    assert!(page.header("link").contains("rel=\"next\""));
    let next = page.expect(200)["page"]["next"].as_str().unwrap().to_owned();
    reader.get(&format!("/v1/search?q=another&after={next}")).await.expect(400);
}

#[tokio::test(flavor = "multi_thread")]
async fn special_characters_in_queries_are_literal_or_refused() {
    let fixture = fixture_with_articles().await;
    let reader = &fixture.app.reader;
    for query in [
        "%25",
        "_",
        "web%25",
        "w_bhook",
        "webhook+%26+%7C+!",
        "!!",
        "%22%22",
        "%22",
        "webhook:*",
        "%3C-%3E",
        "a%3AB",
        "(webhook",
        "webhook)",
        "'",
        "''",
        "%5C",
        "%5C'",
        "$1",
        "%7C",
        "%7Cen",
        "'%7Cen%7C2026-11-AD'",
        ".*",
        "%5B",
        "webhook+%3C2%3E+is",
        "%F0%9F%90%98",
        "%E2%80%AE",
        "-",
        "--",
        "-webhook",
        "the",
        "or",
        "or+or",
        "%22the%22",
        "kicker:dispatch",
        "%3Cscript%3Ealert(1)%3C/script%3E",
    ] {
        let response =
            reader.request_unvalidated(reqwest::Method::GET, &format!("/v1/search?q={query}"), &[]).await;
        assert!([200, 400].contains(&response.status), "{query}: {}", response.text());
        if response.status == 200 {
            let page = response.expect(200);
            let all = page["data"].as_array().unwrap().len() == 4;
            assert!(!all || query.contains("webhook"), "{query} finds everything");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn empty_searches_are_refused() {
    let fixture = fixture_with_articles().await;
    let reader = &fixture.app.reader;
    for (query, rule) in [
        ("", "required"),
        ("?q=", "min_length"),
        ("?q=+", "min_length"),
        ("?q=%22the%22", "words"),
        ("?q=the+-webhook", "words"),
        ("?q=-webhook", "words"),
    ] {
        let problem = reader
            .request_unvalidated(reqwest::Method::GET, &format!("/v1/search{query}"), &[])
            .await
            .expect(400);
        assert_eq!(problem["errors"][0]["rule"], rule, "{query}");
    }
    let long = "webhook+".repeat(30);
    let problem = reader
        .request_unvalidated(reqwest::Method::GET, &format!("/v1/search?q={long}"), &[])
        .await
        .expect(400);
    assert_eq!(problem["errors"][0]["rule"], "max_length");
}
