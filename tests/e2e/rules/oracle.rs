//! Unpublished content is not observable: two publications that differ only in secrets respond alike.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use reqwest::Method;
use store::editorial::drafts::Draft;
use tests::{TestApp, TestResponse};

const FEED: &str = include_str!("../../fixtures/teasers.txt");
const REQUESTS: usize = 2_000;

/// Two copies of one publication, each with its own secret in a draft and in a scheduled edition.
struct TwinApps([TestApp; 2]);

/// A generated request.
#[derive(Debug, Clone)]
struct Request {
    method: Method,
    path: String,
    headers: Vec<(&'static str, String)>,
}

#[tokio::test(flavor = "multi_thread")]
async fn unpublished_content_changes_no_public_response() {
    let (twins, [draft, scheduled]) = TwinApps::start().await;
    let mut runner = TestRunner::deterministic();
    let requests = request(&twins.addresses().await);
    let mut cursors = vec!["x".to_owned()];
    let mut statuses = std::collections::BTreeSet::new();
    for number in 0..REQUESTS {
        let mut request = requests.new_tree(&mut runner).unwrap().current();
        let cursor = &cursors[number % cursors.len()];
        request.path = request.path.replace("CURSOR", cursor);
        let [one, other] = twins.send_to_both(&request).await;
        assert_eq!(observable(&one), observable(&other), "{request:?}");
        statuses.insert(one.status);
        cursors.extend(next(&one));
    }
    assert_eq!(
        statuses.into_iter().collect::<Vec<_>>(),
        [200, 204, 304, 308, 400, 404, 405, 410],
        "too few roads were tried"
    );

    // Control: the comparison does find a difference once the secrets are published.
    twins.publish(&[draft, scheduled]).await;
    for path in [
        "/v1/teasers",
        "/v1/articles/a-draft",
        "/v1/articles/scheduled",
        "/v1/resolve?path=/engineering-2/a-draft",
        "/v1/resolve?path=/engineering-2/scheduled",
    ] {
        let request = Request { method: Method::GET, path: path.to_owned(), headers: vec![] };
        let [one, other] = twins.send_to_both(&request).await;
        assert_ne!(observable(&one), observable(&other), "{path}");
    }
}

impl TwinApps {
    async fn start() -> (Self, [[Draft; 2]; 2]) {
        let app = TestApp::start().await;
        app.import_teasers(FEED).await.unwrap();
        let section = app.seed_section("engineering-2").await;
        let draft = app.seed_draft(section, "a-draft", "nothing yet").await;
        let scheduled = app.seed_draft(section, "scheduled", "nothing yet").await;
        let withdrawn = app.seed_draft(section, "withdrawn", "It was here.").await;
        app.publish(&withdrawn).await.unwrap();
        app.withdraw(&withdrawn).await.unwrap();
        let mut moved = app.seed_draft(section, "old-name", "It lives elsewhere.").await;
        app.publish(&moved).await.unwrap();
        moved.content.slug = Some(domain::Slug::try_from("new-name".to_owned()).unwrap());
        app.publish(&moved).await.unwrap();
        let database = app.stop().await;
        let twin = database.duplicate().await;

        let twins = Self([TestApp::start_on(database).await, TestApp::start_on(twin).await]);
        let (mut drafts, mut schedules) = (Vec::new(), Vec::new());
        for (app, secret) in twins.0.iter().zip(["harvest", "moonrise over a long and distant bridge"]) {
            let (mut draft, mut scheduled) = (draft.clone(), scheduled.clone());
            draft.content.body = domain::Markdown::try_from(secret.repeat(40)).unwrap();
            scheduled.content.headline = Some(domain::Headline::try_from(secret.to_owned()).unwrap());
            app.seed_save(&mut draft).await;
            app.seed_save(&mut scheduled).await;
            app.schedule(&scheduled, 3_600).await.unwrap();
            drafts.push(draft);
            schedules.push(scheduled);
        }
        (twins, [drafts.try_into().unwrap(), schedules.try_into().unwrap()])
    }

    /// Every slug and id that is, was or will be in use.
    async fn addresses(&self) -> Vec<String> {
        let known = [
            "a-draft",
            "scheduled",
            "withdrawn",
            "old-name",
            "new-name",
            "engineering",
            "engineering-2",
            "dispatch",
        ];
        let page = self.0[0].reader.get("/v1/teasers?limit=100").await.expect(200);
        let live = page["data"].as_array().unwrap().iter();
        let live = live.flat_map(|teaser| {
            [teaser["slug"].as_str().unwrap().to_owned(), format!("id:{}", teaser["id"].as_str().unwrap())]
        });
        live.chain(known.map(str::to_owned)).collect()
    }

    async fn send_to_both(&self, request: &Request) -> [TestResponse; 2] {
        let headers: Vec<(&str, &str)> =
            request.headers.iter().map(|(name, value)| (*name, &**value)).collect();
        let [one, other] = &self.0;
        let one = one.reader.request_unvalidated(request.method.clone(), &request.path, &headers);
        let other = other.reader.request_unvalidated(request.method.clone(), &request.path, &headers);
        [one.await, other.await]
    }

    async fn publish(&self, drafts: &[[Draft; 2]]) {
        for pair in drafts {
            for (app, draft) in self.0.iter().zip(pair) {
                app.publish(draft).await.unwrap();
            }
        }
    }
}

/// Everything observable in a response except the date, the request id and `Cache-Status`.
fn observable(response: &TestResponse) -> (u16, Vec<(String, String)>, String) {
    // One of the two has served requests before and so has cached responses.
    let is_comparable = |name: &str| !["cache-status", "date", "x-request-id"].contains(&name);
    let headers = response.headers.iter().filter(|(name, _)| is_comparable(name.as_str()));
    let mut headers: Vec<(String, String)> =
        headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
    headers.sort();
    let mut body = String::from_utf8_lossy(&response.bytes).into_owned();
    let request_id = response.header("x-request-id");
    if !request_id.is_empty() {
        body = body.replace(request_id, "…");
    }
    (response.status, headers, body)
}

fn next(response: &TestResponse) -> Option<String> {
    let page: serde_json::Value = serde_json::from_slice(&response.bytes).ok()?;
    Some(page["page"]["next"].as_str()?.to_owned())
}

fn request(addresses: &[String]) -> BoxedStrategy<Request> {
    let word = prop_oneof![
        4 => select(addresses.to_vec()),
        1 => "[a-z]{1,8}(-[a-z]{1,8}){0,2}",
        1 => select(vec!["harvest".to_owned(), "moonrise".to_owned()]),
    ];
    let item = (select(vec!["teasers", "articles", "sections", "tags", "authors", "series"]), word.clone());
    let item = item.prop_map(|(kind, word)| format!("/v1/{kind}/{word}"));
    let list = select(vec![
        "teasers", "teasers", "articles", "sections", "tags", "authors", "series", "kickers", "site",
    ]);
    let list = list.prop_map(|kind| format!("/v1/{kind}"));
    let section = select(vec!["engineering", "engineering-2", "culture"]);
    let resolve = (section, word.clone());
    let resolve = resolve.prop_map(|(section, word)| format!("/v1/resolve?path=/{section}/{word}"));
    let path = prop_oneof![2 => item, 2 => list, 1 => resolve];
    let method = prop_oneof![12 => Just(Method::GET), 1 => Just(Method::HEAD), 1 => Just(Method::OPTIONS), 1 => Just(Method::POST)];
    let parameters = proptest::collection::btree_map(select(PARAMETERS.to_vec()), word, 0..3);
    let headers = proptest::sample::subsequence(HEADERS.to_vec(), 0..=2);
    let made = (method, path, parameters, headers);
    made.prop_map(|(method, path, parameters, headers)| {
        let parts: Vec<String> =
            parameters.iter().map(|(template, word)| template.replace("WORD", word)).collect();
        let headers = headers.into_iter().map(|(name, value)| (name, value.to_owned())).collect();
        let separator = if path.contains('?') { '&' } else { '?' };
        Request { method, path: format!("{path}{separator}{}", parts.join("&")), headers }
    })
    .boxed()
}

const PARAMETERS: [&str; 22] = [
    "section=WORD",
    "kicker=WORD",
    "kicker=Dispatch",
    "tag=WORD",
    "tags_all=WORD",
    "author=WORD",
    "series=WORD",
    "section=engineering",
    "locale=de",
    "locale=en",
    "published_since=2020-01-01T00:00:00Z",
    "published_before=2100-01-01T00:00:00Z",
    "sort=updated_at",
    "sort=-updated_at",
    "sort=first_published_at",
    "limit=2",
    "limit=100",
    "total=true",
    "after=CURSOR",
    "before=CURSOR",
    "body=text,markdown",
    "headline=WORD",
];

const HEADERS: [(&str, &str); 5] = [
    ("accept-language", "de, en;q=0.5"),
    ("if-none-match", "*"),
    ("if-modified-since", "Fri, 01 Jan 2100 00:00:00 GMT"),
    ("accept-encoding", "gzip"),
    ("origin", "https://elsewhere.example"),
];
