//! The HTML pages: links resolve, nothing is loaded from other hosts, and HTTP features work as in the API.

use std::collections::{BTreeMap, BTreeSet};

use masthead::{Config, SecurityContacts};
use reqwest::Method;
use serde_json::Value;
use tests::{Contract, Reader, TestApp};

/// An HTML page and its content security policy.
struct Page {
    html: String,
    content_policy: String,
}

impl Page {
    async fn read(app: &TestApp, path: &str) -> Option<Self> {
        let response = app.reader.get_page(path).await;
        assert_eq!(response.status, 200, "{path}");
        let content_policy = response.header("content-security-policy").to_owned();
        let is_page = response.header("content-type").starts_with("text/html");
        is_page.then(|| Self { html: String::from_utf8(response.bytes).unwrap(), content_policy })
    }

    /// The values of an attribute in all tags of this name, or in any tag for `*`.
    fn values(&self, tag: &str, attribute: &str) -> Vec<String> {
        let tags = self.html.split('<').skip(1).filter_map(|part| part.split('>').next());
        let named = tags.filter(|text| tag == "*" || text.split_whitespace().next() == Some(tag));
        let value =
            |text: &str| Some(text.split_once(&format!(" {attribute}=\""))?.1.split_once('"')?.0.to_owned());
        named.filter_map(value).collect()
    }

    fn count(&self, tag: &str) -> usize {
        self.html.matches(&format!("<{tag}>")).count() + self.html.matches(&format!("<{tag} ")).count()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_link_resolves_and_nothing_is_loaded_from_other_hosts() {
    let app = TestApp::start().await;
    let (mut open, mut known) = (vec!["/".to_owned()], BTreeMap::new());
    let mut led = Vec::new();
    while let Some(path) = open.pop() {
        let page = Page::read(&app, &path).await;
        let links = page.iter().flat_map(|page| page.values("a", "href"));
        for link in links.filter(|link| !link.starts_with("https://")) {
            let (place, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let place = if place.is_empty() { &path } else { place };
            assert!(place.starts_with('/'), "{path} leads to {link}");
            led.push((path.clone(), place.to_owned(), anchor.to_owned()));
            if !known.contains_key(place) && !open.iter().any(|other| other == place) && *place != path {
                open.push(place.to_owned());
            }
        }
        for loaded in
            page.iter().flat_map(|page| [page.values("link", "href"), page.values("*", "src")].concat())
        {
            assert!(loaded.starts_with('/') && !loaded.starts_with("//"), "{path} loads {loaded}");
            assert_eq!(app.reader.get_page(&loaded).await.status, 200, "{path} loads {loaded}");
        }
        known.insert(path, page);
    }
    let operations = operations();
    for (path, place, anchor) in led.iter().filter(|(_, _, anchor)| !anchor.is_empty()) {
        // The reference renders its operations in the browser, so their anchors are not in the HTML.
        let is_made_there = place.starts_with("/docs/reference/") && operations.contains(anchor);
        let is_there = || known[place].as_ref().unwrap().values("*", "id").contains(anchor);
        assert!(is_made_there || is_there(), "{path} leads to {place}#{anchor}");
    }
    for (path, page) in known.iter().filter_map(|(path, page)| Some((path, page.as_ref()?))) {
        // Inline SVG has titles too, so only the head counts.
        let titles = page.html.split("<body").next().unwrap().matches("<title>").count();
        assert_eq!((page.count("h1"), page.count("main"), titles), (1, 1, 1), "{path}");
        assert!(page.html.contains("<html lang=\"en\">") && !page.html.contains(" style=\""), "{path}");
        assert!(page.content_policy.starts_with("default-src 'none';"), "{path}: {}", page.content_policy);
        let ids = page.values("*", "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path} names two things alike");
    }
    let pages = known.values().flatten().count();
    assert!(pages > 60 && led.len() > 1_000, "{pages} pages, {} links", led.len());
}

/// The anchors that links into the reference may use: `/tag/operationId`.
fn operations() -> BTreeSet<String> {
    let contract = Contract::load();
    let documents = [contract.delivery(), contract.editorial()];
    let items = documents.into_iter().flat_map(|document| document["paths"].as_object().unwrap().values());
    let operations = items.flat_map(|item| item.as_object().unwrap().values());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    operations.map(|one| format!("/{}/{}", text(&one["tags"][0]), text(&one["operationId"]))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn only_reference_pages_have_scripts_and_only_from_this_server() {
    let app = TestApp::start().await;
    for path in
        ["/", "/docs/", "/docs/quick-start", "/docs/concepts", "/docs/problems/gone", "/docs/reference/"]
    {
        let page = Page::read(&app, path).await.unwrap();
        assert!(page.count("script") == 0 && !page.content_policy.contains("script-src"), "{path}");
        assert!(!page.content_policy.contains("unsafe"), "{path}: {}", page.content_policy);
    }
    for (name, document) in
        [("delivery", masthead::delivery_document()), ("editorial", masthead::editorial_document())]
    {
        let page = Page::read(&app, &format!("/docs/reference/{name}")).await.unwrap();
        assert!(page.content_policy.contains("script-src 'self';"), "{}", page.content_policy);
        let path = format!("/openapi/{name}.v1.json");
        assert_eq!(page.values("div", "data-document"), std::slice::from_ref(&path));
        assert_eq!(String::from_utf8(app.reader.get_page(&path).await.bytes).unwrap(), document);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_problem_type_has_a_page() {
    let app = TestApp::start().await;
    let contract = Contract::load();
    let text = format!("{}{}", contract.delivery(), contract.editorial());
    let named = text.split("/docs/problems/").skip(1).filter_map(|rest| rest.split(['"', '`']).next());
    let mut types: BTreeSet<String> = named.map(|name| format!("/docs/problems/{name}")).collect();
    assert!(types.len() > 30, "{types:?}");
    for path in ["/v1/teasers?limit=0", "/v1/teasers/unknown"] {
        let problem = app.reader.request_unvalidated(Method::GET, path, &[]).await;
        let problem: Value = serde_json::from_slice(&problem.bytes).unwrap();
        types.insert(problem["type"].as_str().unwrap().to_owned());
    }
    for path in types {
        let page = Page::read(&app, &path).await.unwrap();
        assert!(page.html.contains("What to do") && page.html.contains("An example"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_front_page_counts_live_articles() {
    let app = TestApp::start().await;
    let front = async || Page::read(&app, "/").await.unwrap().html;
    let html = front().await;
    assert!(html.contains("<h1>Test</h1>") && html.contains("Nothing is live yet."), "{html}");
    app.import_teasers(include_str!("../../fixtures/teasers.txt")).await.unwrap();
    assert!(front().await.contains("12 articles are live."));
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_support_head_compression_and_conditional_requests() {
    let app = TestApp::start().await;
    for path in [
        "/",
        "/docs/",
        "/docs/errors",
        "/docs/problems/gone",
        "/docs/assets/docs.css",
        "/docs/reference/delivery",
        "/docs/reference/swagger-ui-bundle.js",
        "/openapi/delivery.v1.json",
    ] {
        let ask = async |method, headers: &[(&str, &str)]| {
            app.reader.request_unvalidated(method, path, headers).await
        };
        let plain = app.reader.get_page(path).await;
        let head = ask(Method::HEAD, &[]).await;
        let same = (head.status, head.bytes.len(), head.header("etag"));
        assert_eq!(same, (200, 0, plain.header("etag")), "{path}");
        let zipped = ask(Method::GET, &[("accept-encoding", "gzip")]).await;
        assert_eq!(zipped.header("content-encoding"), "gzip", "{path}");
        assert!(
            zipped.bytes.len() < plain.bytes.len() && zipped.header("etag") != plain.header("etag"),
            "{path}"
        );
        for (tag, headers) in
            [(plain.header("etag"), vec![]), (zipped.header("etag"), vec![("accept-encoding", "gzip")])]
        {
            let headers = [headers, vec![("if-none-match", tag)]].concat();
            let unchanged = ask(Method::GET, &headers).await;
            assert_eq!((unchanged.status, unchanged.bytes.len()), (304, 0), "{path}");
            assert_eq!(unchanged.header("cache-control"), plain.header("cache-control"), "{path}");
        }
        for method in [Method::POST, Method::DELETE] {
            let refused = ask(method, &[]).await;
            assert_eq!((refused.status, refused.header("allow")), (405, "GET, HEAD, OPTIONS"), "{path}");
        }
        assert_eq!(ask(Method::OPTIONS, &[]).await.status, 204, "{path}");
    }
    for path in ["/docs", "/docs/problems", "/docs/reference"] {
        let moved = app.reader.get_page(path).await;
        assert_eq!((moved.status, moved.header("location")), (308, &*format!("{path}/")));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn security_txt_names_the_configured_contacts() {
    let app = TestApp::start().await;
    assert_eq!(app.reader.get_page("/.well-known/security.txt").await.status, 404);
    let contacts = ["mailto:security@example.org", "https://example.org/report"].map(str::to_owned);
    let configured = SecurityContacts(contacts.to_vec());
    let change = |config| Config { security_contacts: configured, ..config };
    let server = app.start_another_with(change).await;
    let response =
        Reader::new(format!("http://{}", server.address())).get_page("/.well-known/security.txt").await;
    assert_eq!((response.status, response.header("content-type")), (200, "text/plain; charset=utf-8"));
    let text = String::from_utf8(response.bytes.clone()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[..2], ["Contact: mailto:security@example.org", "Contact: https://example.org/report"]);
    let expires =
        lines[2].strip_prefix("Expires: ").unwrap().parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    let days = (expires - chrono::DateTime::from(std::time::SystemTime::now())).num_days();
    assert!((80..365).contains(&days), "{days} days");
    assert_eq!(lines[3..], ["Preferred-Languages: en"]);
    server.stop(std::future::pending()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_paths_are_404_problems() {
    let app = TestApp::start().await;
    for path in [
        "/v2",
        "/index.html",
        "/docs/unknown",
        "/docs/unknown.js",
        "/docs/quick-start/",
        "/docs/quick-start.md",
        "/docs/%2e%2e/etc/passwd",
        "/docs/problems/none",
        "/docs/assets/",
        "/docs/assets/../../Cargo.toml",
        "/docs/reference/index.html",
        "/openapi/x",
    ] {
        for method in [Method::GET, Method::POST] {
            let response = app.reader.request_unvalidated(method, path, &[]).await;
            let found = (response.status, response.header("content-type"));
            assert_eq!(found, (404, "application/problem+json"), "{path}");
        }
    }
}

/// The token kinds of highlighted code.
const KINDS: [&str; 16] = [
    "comment",
    "keyword",
    "string",
    "number",
    "constant",
    "function",
    "type",
    "variable",
    "property",
    "operator",
    "punctuation",
    "tag",
    "attribute",
    "inserted",
    "deleted",
    "heading",
];

#[tokio::test(flavor = "multi_thread")]
async fn highlighted_code_has_enough_contrast_in_light_and_dark() {
    let app = TestApp::start().await;
    let sheet = async |name: &str| {
        let file = app.reader.get_page(&format!("/docs/assets/{name}.css")).await;
        assert_eq!(file.header("content-type"), "text/css; charset=utf-8");
        String::from_utf8(file.bytes).unwrap()
    };
    let (page, code) = (sheet("docs").await, sheet("highlight").await);
    let halves = |css: &str| -> [String; 2] {
        let (light, dark) = css.split_once("@media (prefers-color-scheme: dark)").unwrap();
        [light.to_owned(), dark.to_owned()]
    };
    let value = |css: &str, before: &str| css.split_once(before).unwrap().1.trim_start()[..7].to_owned();
    for (page, code) in halves(&page).iter().zip(halves(&code)) {
        let paper = value(page, "--panel:");
        for text in ["--ink:", "--soft:", "--link:", "--accent:"] {
            let found = contrast(&value(page, text), &paper);
            assert!(found >= 4.5, "{text} on {paper}: {found:.1}");
        }
        for kind in KINDS {
            let colour = value(&code, &format!(".hl-{kind} {{ color:"));
            let found = contrast(&colour, &paper);
            assert!(found >= 4.5, "{kind} {colour} on {paper}: {found:.1}");
        }
    }
}

/// The contrast ratio of two colours (WCAG 2.2).
fn contrast(one: &str, other: &str) -> f64 {
    let light = |colour: &str| {
        let parts =
            [1, 3, 5].map(|at| f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0);
        let [red, green, blue] =
            parts.map(|part| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn the_blocks_page_documents_every_type_and_member() {
    let text = include_str!("../../../docs/blocks.md");
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| `")).collect();
    let contract = Contract::load();
    let schemas = &contract.delivery()["components"]["schemas"];
    let mut types = 0;
    for (name, schema) in ["Block", "Inline"].into_iter().flat_map(|of| {
        let types = schemas[of]["discriminator"]["mapping"].as_object().unwrap();
        types.iter().map(|(name, schema)| (name, schema.as_str().unwrap().rsplit('/').next().unwrap()))
    }) {
        types += 1;
        // Code and formulas exist as blocks and inline, so each has two rows in the documented table of nodes.
        let result: Vec<&&str> =
            rows.iter().filter(|row| row.starts_with(&format!("| `{name}` |"))).collect();
        assert!(!result.is_empty(), "`{name}` is not in docs/blocks.md");
        for member in schemas[schema]["properties"].as_object().unwrap().keys() {
            let is_common = member == "type" || (member == "id" && schema.ends_with("Block"));
            let is_said = result.iter().any(|row| row.contains(&format!("`{member}`")));
            assert!(is_common || is_said, "{name} has `{member}` too");
        }
    }
    assert_eq!(types, rows.len());
}
