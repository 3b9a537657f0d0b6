//! URLs in responses: always absolute, and never with a dangerous scheme.

use domain::{Content, Hero, Markdown, Seo, SeriesPart, Site, Term, TermId, TermKind};
use masthead::{Config, DeliveryConfig, FeedText};
use serde_json::{Value, json};
use tests::{Reader, TestApp, TestDatabase, eventually};
use uuid::Uuid;

use crate::fixture::{Fixture, expect_problem};

/// Values that must never appear as a URL in a response.
const INVALID: [&str; 12] = [
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "nonsense",
    "//evil.example/a.jpg",
    "/\\evil.example/a.jpg",
    "https://user:secret@evil.example/a.jpg",
    "https:///evil.example",
    "",
];

fn hero(src: &str) -> Hero {
    Hero {
        src: src.to_owned(),
        alt: "A picture".to_owned(),
        caption: None,
        credit: None,
        width: 16,
        height: 9,
        sources: Vec::new(),
        placeholder: None,
    }
}

fn seo(canonical_url: &str, image: &str) -> Seo {
    let [canonical_url, image] = [canonical_url, image].map(|url| Some(url.to_owned()));
    Seo { canonical_url, image, ..Seo::default() }
}

fn picture(src: &str, sources: &[&str], placeholder: &str) -> Value {
    json!({
        "src": src, "alt": "A", "caption": null, "credit": null, "width": 1, "height": 1, "sources": sources,
        "placeholder": placeholder,
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn invalid_urls_are_refused_on_save() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    let path = format!("/drafts/{draft}");
    for invalid in INVALID {
        let picture = picture(invalid, &["https://a.example/b.jpg", invalid], invalid);
        let patch = json!({ "hero": picture, "seo": { "canonical_url": invalid, "image": invalid } });
        let (kind, errors) = expect_problem(fixture.editor.patch(&path, 1, patch).send().await, 422);
        let pointers: Vec<&str> =
            errors.as_array().unwrap().iter().map(|error| error["pointer"].as_str().unwrap()).collect();
        let all = ["/hero/src", "/hero/sources/1", "/hero/placeholder", "/seo/canonical_url", "/seo/image"];
        assert_eq!((kind.as_str(), pointers.as_slice()), ("invalid-content", all.as_slice()), "{invalid:?}");
        let term = json!({ "kind": "author", "name": "Vera", "url": invalid, "picture": picture });
        let (kind, errors) = expect_problem(fixture.editor.post("/terms", term).send().await, 422);
        let pointers: Vec<&str> =
            errors.as_array().unwrap().iter().map(|error| error["pointer"].as_str().unwrap()).collect();
        let all = ["/url", "/picture/src", "/picture/sources/1", "/picture/placeholder"];
        assert_eq!((kind.as_str(), pointers.as_slice()), ("invalid-content", all.as_slice()), "{invalid:?}");
    }
    let picture = picture("/a.jpg", &["/b.jpg"], "data:image/png;base64,AAAA");
    let patch =
        json!({ "hero": picture, "seo": { "canonical_url": "/a", "image": "https://a.example/b.jpg" } });
    fixture.editor.patch(&path, 1, patch).send().await.expect(200);
    let term =
        json!({ "kind": "author", "name": "Vera", "url": "mailto:vera@example.org", "picture": picture });
    fixture.editor.post("/terms", term).send().await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn invalid_stored_urls_are_left_out_of_every_response() {
    let app = TestApp::start().await;
    let section = app.seed_section("engineering").await;
    for (number, invalid) in INVALID.into_iter().enumerate() {
        let author = app.seed_term(author(&format!("vera-{number}"), invalid)).await;
        let mut draft = app.seed_draft(section, &format!("a-{number}"), "Text.").await;
        let (hero, seo) = (Some(hero(invalid)), seo(invalid, invalid));
        draft.content = Content { hero, seo, byline: vec![author], ..draft.content };
        app.seed_save(&mut draft).await;
        app.publish(&draft).await.unwrap();
        let reader = &app.reader;
        let article = reader.get(&format!("/v1/articles/a-{number}")).await.expect(200);
        let credit = &article["authors"][0];
        for value in [
            &article["hero"],
            &article["seo"]["canonical_url"],
            &article["seo"]["image"],
            &credit["url"],
            &credit["picture"],
        ] {
            assert_eq!(value, &Value::Null, "{invalid:?}: {article}");
        }
        let page = reader.get(&format!("/v1/authors/vera-{number}")).await.expect(200);
        assert_eq!((&page["url"], &page["picture"]), (&Value::Null, &Value::Null), "{invalid:?}");
    }
    for path in [
        "/v1/teasers?limit=100",
        "/v1/articles?limit=100",
        "/v1/search?q=text&limit=100",
        "/v1/authors?limit=100",
    ] {
        let list = app.reader.get(path).await.expect(200);
        assert!(!list.to_string().to_lowercase().contains("script:"), "{path}");
    }
    let editor = app.editor(domain::Role::Editor).await;
    let drafts = editor.get("/drafts").send().await.expect(200);
    let first = drafts["data"][0]["id"].as_str().unwrap();
    let checks = editor.get(&format!("/drafts/{first}/checks")).send().await.expect(200).to_string();
    assert!(checks.contains("/hero/src") && checks.contains("Readers do not get it"), "{checks}");
}

fn author(slug: &str, address: &str) -> Term {
    Term {
        id: TermId(Uuid::now_v7()),
        kind: TermKind::Author,
        slug: slug.to_owned().try_into().unwrap(),
        name: "Vera".to_owned().try_into().unwrap(),
        description: None,
        url: Some(address.to_owned()),
        picture: Some(hero(address)),
        version: 1,
    }
}

/// Changes the base URL of the site, and includes full article texts in feeds.
fn with_base_url(base_url: &str) -> impl FnOnce(Config) -> Config {
    let base_url = base_url.to_owned();
    move |config| {
        let site = Site { base_url, ..config.site };
        let delivery = DeliveryConfig { feed_text: FeedText::Full, ..config.delivery };
        Config { site, delivery, ..config }
    }
}

/// Pieces of Markdown, each with the HTML attribute expected on <https://site.example/blog>.
const PIECES: [(&str, &str); 16] = [
    ("[x](/a?b=c&d)", "href=\"https://site.example/a?b=c&amp;d\""),
    ("[x](other-slug)", "href=\"https://site.example/blog/engineering/other-slug\""),
    ("[x](../other/slug)", "href=\"https://site.example/blog/engineering/../other/slug\""),
    ("[x](?page=2)", "href=\"https://site.example/blog/engineering/SLUG?page=2\""),
    ("[x](//cdn.example/a)", "href=\"https://cdn.example/a\""),
    ("[x](#part)", "href=\"#part\""),
    ("[x](https://else.example/a)", "href=\"https://else.example/a\""),
    ("![x](/a.svg)", "src=\"https://site.example/a.svg\""),
    ("![x](/a.svg \"A caption\")", "src=\"https://site.example/a.svg\""),
    ("![x](a.svg)", "src=\"https://site.example/blog/engineering/a.svg\""),
    ("<img src='/b&amp;c.png' alt='\"/x\"'>", "src=\"https://site.example/b&amp;c.png\""),
    ("<img alt=x src=\"\\\\cdn.example\\b.png\">", "src=\"https://cdn.example\\b.png\""),
    ("<blockquote cite='/source'>x</blockquote>", "cite=\"https://site.example/source\""),
    ("- a\n  - ![x](/deep.svg)\n", "src=\"https://site.example/deep.svg\""),
    ("| ![x](/cell.svg) |\n|-|\n", "src=\"https://site.example/cell.svg\""),
    ("Note[^1].\n\n[^1]: [x](/note)\n", "href=\"https://site.example/note\""),
];

/// Every JSON route, with the articles of the test below.
const ROUTES: [&str; 14] = [
    "/v1/teasers",
    "/v1/teasers/a-2",
    "/v1/articles?body=html,blocks",
    "/v1/articles/a-3",
    "/v1/resolve?path=/engineering/a-3",
    "/v1/search?q=standfirst",
    "/v1/authors?limit=100",
    "/v1/authors/vera-2",
    "/v1/series/letters",
    "/v1/sections",
    "/v1/kickers",
    "/v1/site",
    "/v1/changes",
    "/v1/archive",
];

#[tokio::test(flavor = "multi_thread")]
async fn every_url_in_every_response_is_absolute() {
    let app =
        TestApp::start_with(TestDatabase::new().await, with_base_url("https://site.example/blog")).await;
    let section = app.seed_section("engineering").await;
    let series = Term { kind: TermKind::Series, ..author("letters", "/about") };
    let series = app.seed_term(series).await;
    let seed = fastrand::u64(..);
    let mut random = fastrand::Rng::with_seed(seed);
    for number in 1..=24 {
        let slug = format!("a-{number}");
        let pieces: Vec<(&str, &str)> =
            (0..random.usize(1..6)).map(|_| PIECES[random.usize(..PIECES.len())]).collect();
        let body: Vec<&str> = pieces.iter().map(|(written, _)| *written).collect();
        let src = *random
            .choice(["/hero.jpg", "https://pictures.example/hero.jpg", "javascript:x", "hero.jpg"].iter())
            .unwrap();
        let author = app.seed_term(author(&format!("vera-{number}"), src)).await;
        let mut draft = app.seed_draft(section, &slug, "").await;
        let hero = Hero { sources: vec!["/small.jpg".to_owned(), src.to_owned()], ..hero(src) };
        draft.content = Content {
            hero: Some(hero),
            seo: seo(src, "/preview.jpg"),
            byline: vec![author],
            series: Some(SeriesPart { series, part: number }),
            body: Markdown::try_from(body.join("\n\n")).unwrap(),
            ..draft.content
        };
        app.seed_save(&mut draft).await;
        app.publish(&draft).await.unwrap();
        let article = app.reader.get(&format!("/v1/articles/{slug}?body=html,blocks,text")).await.expect(200);
        let html = article["body"]["html"].as_str().unwrap();
        for (written, expected) in pieces {
            let expected = expected.replace("SLUG", &slug);
            assert!(html.contains(&expected), "seed {seed}: {written}: {expected} is not in {html}");
        }
        assert_absolute(&article, &format!("seed {seed}: {slug}"));
    }
    for path in ROUTES {
        let response = app.reader.get(path).await.expect(200);
        assert_absolute(&response, &format!("seed {seed}: {path}"));
    }
    let feed = app.reader.get("/v1/feeds/json").await;
    let feed: Value = serde_json::from_str(&feed.text()).unwrap();
    assert_absolute(&feed, "the JSON feed");
    for path in ["/v1/feeds/rss", "/v1/feeds/atom", "/v1/sitemap"] {
        let xml = app.reader.get(path).await.text();
        assert_html_is_absolute(&xml.replace("&lt;", "<").replace("&quot;", "\"").replace("&gt;", ">"), path);
    }
}

/// Checks every URL member of a response, recursively, and the HTML in it.
fn assert_absolute(value: &Value, place: &str) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| assert_absolute(value, place)),
        Value::Object(members) => {
            for (name, value) in members {
                match (name.as_str(), value) {
                    (
                        "src" | "href" | "url" | "canonical_url" | "image" | "target" | "base_url"
                        | "home_page_url",
                        Value::String(url),
                    ) => {
                        // Footnote references have a `target` that is an anchor.
                        let is_anchor = name == "target" && url.starts_with("fn:");
                        assert!(is_anchor || is_absolute(url), "{place}: {name} is {url}");
                    }
                    ("sources", Value::Array(sources)) => {
                        assert!(
                            sources.iter().all(|source| is_absolute(source.as_str().unwrap())),
                            "{place}: {value}"
                        );
                    }
                    ("html" | "content_html", Value::String(html)) => assert_html_is_absolute(html, place),
                    _ => assert_absolute(value, place),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn assert_html_is_absolute(html: &str, place: &str) {
    assert!(!html.contains("&url-") && !html.contains("&amp;url-"), "{place}: {html}");
    for attribute in ["src", "href", "cite"] {
        for rest in html.split(&format!(" {attribute}=\"")).skip(1) {
            let address = rest.split('"').next().unwrap();
            assert!(is_absolute(address), "{place}: {attribute} is {address:?} in {html}");
        }
    }
}

/// Anchors on the same page stay relative.
fn is_absolute(address: &str) -> bool {
    ["https://", "mailto:", "#"].iter().any(|beginning| address.starts_with(beginning))
}

#[tokio::test(flavor = "multi_thread")]
async fn changing_the_site_url_requires_no_rerender() {
    let app = TestApp::start_with(TestDatabase::new().await, with_base_url("https://old.example")).await;
    let section = app.seed_section("engineering").await;
    let mut draft = app.seed_draft(section, "a-slug", "![x](/a.svg) [y](b)").await;
    draft.content.hero = Some(hero("/hero.jpg"));
    app.seed_save(&mut draft).await;
    app.publish(&draft).await.unwrap();
    let read = async |reader: &Reader| {
        let article = reader.get("/v1/articles/a-slug").await.expect(200);
        let text = article.to_string();
        (
            article["sequence"].clone(),
            text.matches("https://old.example/").count(),
            text.matches("https://new.example/").count(),
        )
    };
    let before = read(&app.reader).await;
    assert_eq!((before.1, before.2), (4, 0));
    let server = app.start_another_with(with_base_url("https://new.example")).await;
    let after = read(&Reader::new(format!("http://{}", server.address()))).await;
    assert_eq!(after, (before.0, 0, 4));
    server.stop(std::future::pending()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn outdated_renderings_are_served_until_a_job_rerenders_them() {
    let app = TestApp::start().await;
    let section = app.seed_section("engineering").await;
    let draft = app.seed_draft(section, "a-slug", "![x](/a.svg)").await;
    let mut edition = app.edition(&draft).await;
    // This version did not mark relative URLs yet.
    edition.rendering.markup_version = 4;
    edition.rendering.html = "<p><img src=\"/a.svg\" alt=\"x\"></p>\n".to_owned();
    app.publish_edition(edition).await.unwrap();
    let html = async |reader: &Reader| {
        let article = reader.get("/v1/articles/a-slug").await.expect(200);
        (article["body"]["html"].as_str().unwrap().to_owned(), article["updated_at"].clone())
    };
    let (before, updated_at) = html(&app.reader).await;
    assert_eq!(before, "<p><img src=\"/a.svg\" alt=\"x\"></p>\n");
    // A starting worker enqueues a rerender of outdated editions.
    let (server, reader) = app.start_another_with_reader().await;
    let after = eventually(async || Some(html(&reader).await).filter(|(html, _)| *html != before)).await;
    assert_eq!(after, ("<p><img src=\"https://example.org/a.svg\" alt=\"x\"></p>\n".to_owned(), updated_at));
    server.stop(std::future::pending()).await.unwrap();
}
