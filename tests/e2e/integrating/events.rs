//! The change log as server-sent events.

use std::time::Duration;

use reqwest::Response;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use crate::fixture::Fixture;

/// How long an expected event may take.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A client of the event stream.
pub(crate) struct Listener {
    response: Response,
    unread: String,
}

/// An event with its parsed data.
#[derive(Debug)]
pub(crate) struct Event {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) change: Value,
}

impl Listener {
    pub(crate) async fn connect(base: &str, query: &str, last: Option<&str>) -> Self {
        let request = reqwest::Client::new().get(format!("{base}/v1/changes?{query}"));
        let request = request.header("accept", "text/event-stream");
        let request = match last {
            Some(last) => request.header("last-event-id", last),
            None => request,
        };
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        assert_eq!(response.headers()["cache-control"], "no-store");
        Self { response, unread: String::new() }
    }

    /// The next block of the stream, keep-alive comments included; `None` at the end of the stream.
    async fn next_block(&mut self) -> Option<String> {
        loop {
            if let Some((block, rest)) = self.unread.split_once("\n\n") {
                let (block, rest) = (block.to_owned(), rest.to_owned());
                self.unread = rest;
                return Some(block);
            }
            let chunk = tokio::time::timeout(TIMEOUT, self.response.chunk()).await.unwrap();
            self.unread.push_str(std::str::from_utf8(&chunk.ok()??).unwrap());
        }
    }

    /// Waits for a keep-alive comment: by then every earlier change has been sent.
    pub(crate) async fn wait_for_keep_alive(&mut self) {
        while self.next_block().await.unwrap() != ":" {}
    }

    /// All remaining blocks of the stream without keep-alive comments. The server must end the stream soon.
    pub(crate) async fn remaining_blocks(&mut self) -> Vec<String> {
        let mut blocks = Vec::new();
        let reading = async {
            while let Some(block) = self.next_block().await {
                if block != ":" {
                    blocks.push(block);
                }
            }
        };
        tokio::time::timeout(TIMEOUT, reading).await.expect("the stream did not end");
        blocks
    }

    pub(crate) async fn next_event(&mut self) -> Event {
        loop {
            let block = self.next_block().await.unwrap();
            if block == ":" {
                continue;
            }
            let line = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).unwrap();
            let change = serde_json::from_str(line("data: ")).unwrap();
            return Event { id: line("id: ").to_owned(), kind: line("event: ").to_owned(), change };
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sse_listeners_receive_changes_as_they_happen() {
    let fixture = Fixture::new().await;
    let draft = fixture.publish_new("a-slug").await;
    let mut listener = Listener::connect(&fixture.app.base_url(), "from=start", None).await;
    let first = listener.next_event().await;
    assert_eq!((first.kind.as_str(), &first.change["slug"]), ("published", &json!("a-slug")));
    listener.wait_for_keep_alive().await;
    fixture.save(&draft, json!({ "slug": "b-slug" })).await;
    fixture.publish(&draft).await.expect(201);
    let moved = listener.next_event().await;
    assert_eq!((moved.kind.as_str(), &moved.change["previous_slug"]), ("moved", &json!("a-slug")));
    assert_eq!(moved.change["sequence"], 2);
    // The paginated change log returns the same change.
    let page = fixture.app.reader.get(&format!("/v1/changes?after={}", first.id)).await.expect(200);
    assert_eq!(page["data"], json!([moved.change]));
    let page = fixture.app.reader.get(&format!("/v1/changes?after={}", moved.id)).await.expect(200);
    assert_eq!(page["data"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn sse_listeners_resume_with_last_event_id_at_any_server() {
    let fixture = Fixture::new().await;
    let (other, _) = fixture.app.start_another_with_reader().await;
    let elsewhere = format!("http://{}", other.address());
    let mut listener = Listener::connect(&elsewhere, "from=now", None).await;
    listener.wait_for_keep_alive().await;
    fixture.publish_new("heard").await;
    let heard = listener.next_event().await;
    assert_eq!(heard.change["slug"], "heard");
    drop(listener);
    for number in 0..3 {
        fixture.publish_new(&format!("missed-{number}")).await;
    }
    // Browsers reconnect to the URL they opened first, and send `Last-Event-ID`, which takes precedence over `from`.
    let mut listener = Listener::connect(&fixture.app.base_url(), "from=now", Some(&heard.id)).await;
    for number in 0..3 {
        assert_eq!(listener.next_event().await.change["slug"], format!("missed-{number}"));
    }
    fixture.publish_new("heard-again").await;
    assert_eq!(listener.next_event().await.change["slug"], "heard-again");
}

#[tokio::test(flavor = "multi_thread")]
async fn many_sse_listeners_receive_all_changes_beyond_the_buffer_size() {
    let fixture = Fixture::new().await;
    let mut drafts = Vec::new();
    for number in 0..100 {
        drafts.push(json!({ "id": fixture.draft(&format!("article-{number}")).await, "revision": 1 }));
    }
    let mut listeners = Vec::new();
    for _ in 0..20 {
        let mut listener = Listener::connect(&fixture.app.base_url(), "from=now", None).await;
        listener.wait_for_keep_alive().await;
        listeners.push(listener);
    }
    let body = json!({ "drafts": drafts });
    for what in ["publish", "withdraw", "publish", "withdraw"] {
        fixture.editor.post(&format!("/bulk/{what}"), body.clone()).send().await.expect(200);
    }
    for listener in &mut listeners {
        let mut received = Vec::new();
        while received.len() < 400 {
            let event = listener.next_event().await;
            received.push((event.change["sequence"].as_i64().unwrap(), event.change["article_id"].clone()));
        }
        for (act, of_act) in (1..).zip(received.chunks(100)) {
            assert!(of_act.iter().all(|(sequence, _)| *sequence == act), "in order");
        }
        let each: std::collections::BTreeSet<String> =
            received.iter().map(|(sequence, article)| format!("{sequence} {article}")).collect();
        assert_eq!(each.len(), 400, "each once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cached_page_is_not_served_to_an_sse_listener() {
    let fixture = Fixture::new().await;
    fixture.publish_new("a-slug").await;
    for _ in 0..2 {
        let response = fixture.app.reader.get("/v1/changes?limit=7").await;
        assert_eq!(response.header("vary"), "Accept, Accept-Encoding");
        assert_eq!(response.expect(200)["data"][0]["slug"], "a-slug");
        let mut listener = Listener::connect(&fixture.app.base_url(), "limit=7", None).await;
        assert_eq!(listener.next_event().await.change["slug"], "a-slug");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sse_requests_respect_min_sequence() {
    let fixture = Fixture::new().await;
    fixture.publish_new("a-slug").await;
    let mut listener = Listener::connect(&fixture.app.base_url(), "min_sequence=1", None).await;
    assert_eq!(listener.next_event().await.change["slug"], "a-slug");
    let request = reqwest::Client::new().get(format!("{}/v1/changes?min_sequence=2", fixture.app.base_url()));
    let response = request.header("accept", "text/event-stream").send().await.unwrap();
    assert_eq!(
        (response.status().as_u16(), &response.headers()["retry-after"]),
        (503, &"1".parse().unwrap())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn head_requests_for_event_streams_keep_the_connection_open() {
    let fixture = Fixture::new().await;
    let address = fixture.app.base_url().replace("http://", "");
    let mut line = BufReader::new(TcpStream::connect(&address).await.unwrap());
    for (request_line, media_type) in [
        ("HEAD /v1/changes HTTP/1.1\r\nAccept: text/event-stream", "text/event-stream"),
        ("HEAD /v1/site HTTP/1.1", "application/json"),
    ] {
        line.write_all(format!("{request_line}\r\nHost: {address}\r\n\r\n").as_bytes()).await.unwrap();
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            let reading = line.read_line(&mut head);
            assert!(tokio::time::timeout(TIMEOUT, reading).await.unwrap().unwrap() > 0, "{head}");
        }
        assert!(head.starts_with("HTTP/1.1 200") && head.contains(media_type), "{head}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopping_server_closes_event_streams() {
    let fixture = Fixture::new().await;
    let (other, _) = fixture.app.start_another_with_reader().await;
    let mut listener = Listener::connect(&format!("http://{}", other.address()), "from=now", None).await;
    listener.wait_for_keep_alive().await;
    let stopping = tokio::spawn(other.stop(std::future::pending()));
    while listener.next_block().await.is_some() {}
    tokio::time::timeout(TIMEOUT, stopping).await.unwrap().unwrap().unwrap();
}
