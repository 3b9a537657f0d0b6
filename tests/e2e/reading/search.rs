//! Searching what is live.

use serde_json::{Value, json};
use store::testing;
use tests::{Reader, id};

use crate::stage::Stage;

/// The slugs that a search finds, in their order.
async fn found(reader: &Reader, query: &str) -> Vec<String> {
    slugs(&reader.get(&format!("/v1/search?q={query}")).await.expect(200))
}

fn slugs(page: &Value) -> Vec<String> {
    let slug = |hit: &Value| hit["slug"].as_str().unwrap().to_owned();
    page["data"].as_array().unwrap().iter().map(slug).collect()
}

/// Makes an article live.
async fn given(stage: &Stage, slug: &str, headline: &str, standfirst: &str, body: &str) -> String {
    let draft = stage.draft(slug).await;
    stage.save(&draft, json!({ "headline": headline, "standfirst": standfirst, "body": body })).await;
    stage.publish(&draft).await.expect(201);
    draft
}

async fn given_some() -> Stage {
    let stage = Stage::open().await;
    given(
        &stage,
        "in-body",
        "Queues",
        "How work waits.",
        "Somewhere in here a webhook is retried. No limit.",
    )
    .await;
    given(
        &stage,
        "in-standfirst",
        "Waiting",
        "What a webhook is.",
        "Nothing of that here, but a rate limit.",
    )
    .await;
    given(&stage, "in-headline", "Webhooks that last", "On patience.", "Limits of the rate. Postgres helps.")
        .await;
    given(&stage, "in-hyphens", "Gardens", "On order.", "A well-kept garden.").await;
    stage
}

#[tokio::test(flavor = "multi_thread")]
async fn words_in_headlines_come_before_words_in_standfirsts_and_bodies() {
    let stage = given_some().await;
    let reader = &stage.newsroom.reader;
    for (query, slugs) in [
        ("webhook", vec!["in-headline", "in-standfirst", "in-body"]),
        ("WEBHOOKS", vec!["in-headline", "in-standfirst", "in-body"]),
        ("webhook+retrying", vec!["in-body"]),
        ("webhook+-patience", vec!["in-standfirst", "in-body"]),
        ("%22rate+limit%22", vec!["in-standfirst"]),
        ("queues+or+patience", vec!["in-body", "in-headline"]),
        // Of the last word, the beginning is enough, also of one that stands in a body only.
        ("webh", vec!["in-headline", "in-standfirst", "in-body"]),
        ("last+webh", vec!["in-headline"]),
        ("postg", vec!["in-headline"]),
        ("postg+webhook", vec![]),
        ("well-kep", vec!["in-hyphens"]),
        // Names are found too.
        ("engineering+patience", vec!["in-headline"]),
    ] {
        assert_eq!(found(reader, query).await, slugs, "{query}");
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
async fn what_is_found_is_live_and_nothing_else() {
    let stage = Stage::open().await;
    let reader = &stage.newsroom.reader;
    let draft = stage.draft("secret").await;
    stage.save(&draft, json!({ "headline": "Zeppelin", "body": "A zeppelin. Zeppelin! Zeppelin?" })).await;
    // Neither a draft nor what is scheduled, also where one is asked whether the word was meant.
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
    stage.schedule(&draft, "2999-01-01T00:00:00Z").await.expect(200);
    nothing("scheduled").await;
    let cancelled = stage.editor.delete(&format!("/drafts/{draft}/schedule")).send().await;
    assert_eq!(cancelled.status, 204);
    stage.publish(&draft).await.expect(201);
    for query in ["zeppelin", "zeppelinn", "zeppel", "zepelin"] {
        assert_eq!(found(reader, query).await, ["secret"], "{query}");
    }
    let page = reader.get("/v1/search?q=zepelin").await.expect(200);
    assert_eq!(page["corrected"], "zeppelin");
    stage.save(&draft, json!({ "headline": "Balloon", "body": "Hot air." })).await;
    assert_eq!(found(reader, "zeppelin").await, ["secret"], "what is saved is not public");
    stage.publish(&draft).await.expect(201);
    nothing("changed").await;
    assert_eq!(found(reader, "balloon").await, ["secret"]);
    stage.save(&draft, json!({ "headline": "Zeppelin" })).await;
    stage.publish(&draft).await.expect(201);
    stage.act(&draft, "withdraw").await.expect(200);
    nothing("withdrawn").await;
    stage.publish(&draft).await.expect(201);
    assert_eq!(found(reader, "zeppelin").await, ["secret"]);
    stage.act(&draft, "take-down").await.expect(200);
    nothing("taken down").await;
    let left = "SELECT word AS text FROM delivery.spellings WHERE word LIKE 'zep%'
        UNION ALL SELECT words::text FROM delivery.search WHERE words::text LIKE '%zep%'";
    let left = testing::texts(&stage.newsroom.database.access(cluster::SUPERUSER), left).await.unwrap();
    assert!(left.is_empty(), "{left:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn searches_are_narrowed_and_counted_by_where_things_are() {
    let stage = given_some().await;
    let reader = &stage.newsroom.reader;
    let other = stage.editor.given_term("section", "operations").await;
    let tag = stage.editor.given_term("tag", "rust").await;
    let draft = id(&stage.editor.given_draft(&other, "elsewhere").await);
    let content = json!({
        "headline": "Webhook", "kicker": "Review", "tags": [tag], "first_published_at": "2019-05-01T00:00:00Z"
    });
    stage.save(&draft, content).await;
    stage.publish(&draft).await.expect(201);
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
    // Also after the tag was merged into another one.
    let into = stage.editor.given_term("tag", "languages").await;
    let seen =
        stage.editor.get(&format!("/terms/{tag}")).send().await.expect(200)["version"].as_i64().unwrap();
    let merge = json!({ "into": into });
    stage.editor.post(&format!("/terms/{tag}/merge"), merge).seen(seen).send().await.expect(200);
    let page = reader.get("/v1/search?q=webhook&tag=languages").await.expect(200);
    assert_eq!(slugs(&page), ["elsewhere"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_a_search_have_each_article_once() {
    let stage = Stage::open().await;
    let reader = &stage.newsroom.reader;
    for number in 0..7 {
        let headline = if number % 2 == 0 { "A webhook" } else { "Another" };
        given(&stage, &format!("n{number}"), headline, "Webhooks.", "Webhook.").await;
    }
    let whole = found(reader, "webhook").await;
    assert_eq!(whole, ["n6", "n4", "n2", "n0", "n5", "n3", "n1"], "the best first, then the newest");
    // Of a misspelled word, the pages go on by the corrected one.
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
async fn whatever_is_typed_is_taken_by_the_letter_or_refused() {
    let stage = given_some().await;
    let reader = &stage.newsroom.reader;
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
        let answer = reader.unchecked(reqwest::Method::GET, &format!("/v1/search?q={query}"), &[]).await;
        assert!([200, 400].contains(&answer.status), "{query}: {}", answer.text());
        if answer.status == 200 {
            let page = answer.expect(200);
            let all = page["data"].as_array().unwrap().len() == 4;
            assert!(!all || query.contains("webhook"), "{query} finds everything");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_for_nothing_is_refused() {
    let stage = given_some().await;
    let reader = &stage.newsroom.reader;
    for (query, rule) in [
        ("", "required"),
        ("?q=", "min_length"),
        ("?q=+", "min_length"),
        ("?q=%22the%22", "words"),
        ("?q=the+-webhook", "words"),
        ("?q=-webhook", "words"),
    ] {
        let problem =
            reader.unchecked(reqwest::Method::GET, &format!("/v1/search{query}"), &[]).await.expect(400);
        assert_eq!(problem["errors"][0]["rule"], rule, "{query}");
    }
    let long = "webhook+".repeat(30);
    let problem =
        reader.unchecked(reqwest::Method::GET, &format!("/v1/search?q={long}"), &[]).await.expect(400);
    assert_eq!(problem["errors"][0]["rule"], "max_length");
}
