//! Tests on a real socket, without a database: malformed, slow and excessive requests, which no handler can answer.

use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use actix_web::{App, HttpResponse, web};
use serde::Deserialize;
use serde_json::{Value, json};

use super::*;
use crate::http::json_body::Json;
use crate::problem::ProblemKind;
use crate::{ForwardedHeader, TrustedProxies};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Greeting {
    #[expect(dead_code, reason = "only read from JSON")]
    text: String,
}

async fn greet(_: Json<Greeting>) -> HttpResponse {
    HttpResponse::NoContent().finish()
}

async fn succeed() -> HttpResponse {
    HttpResponse::NoContent().insert_header(("cache-control", "no-store")).finish()
}

async fn fail() -> HttpResponse {
    panic!("the handler expected something")
}

async fn fail_later() -> HttpResponse {
    tokio::task::yield_now().await;
    std::panic::panic_any(7);
}

fn start() -> (SocketAddr, RunningServer) {
    start_with(HttpConfig::default())
}

fn start_with(config: HttpConfig) -> (SocketAddr, RunningServer) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let bodies = web::Data::new(BodyLimits::new(&config));
    let running = listen(listener, &config, 1, move || {
        App::new()
            .app_data(bodies.clone())
            .route("/greetings", web::post().to(greet))
            .route("/ok", web::get().to(succeed))
            .route("/panic", web::get().to(fail))
            .route("/editorial/panic", web::get().to(fail_later))
            .wrap_fn(|request, service| response_middleware(request, service, |_| None))
    });
    (address, running.unwrap())
}

/// Sends bytes, and returns everything that the server sends until it closes the connection.
fn exchange(address: SocketAddr, bytes: &[u8]) -> String {
    exchange_then(address, bytes, |_| {})
}

/// [`exchange`], with a closure that is called with the connection after all bytes are sent.
fn exchange_then(address: SocketAddr, bytes: &[u8], after: impl FnOnce(&TcpStream)) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    // The server may have closed its side before all is written.
    let _written = stream.write_all(bytes);
    after(&stream);
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("the connection was reset");
    String::from_utf8(answer).unwrap()
}

/// Parses responses into status and body, and asserts the headers that every response must have.
fn responses(text: &str) -> Vec<(u16, Value)> {
    let responses = text.split("HTTP/1.1 ").filter(|response| !response.is_empty());
    let read = |response: &str| {
        let (head, body) = response.split_once("\r\n\r\n").unwrap();
        for header in ["x-request-id: ", "date: ", "x-content-type-options: nosniff", "cache-control: "] {
            assert!(head.contains(header), "{header} is missing: {head}");
        }
        let body: Value = if body.is_empty() { json!(null) } else { serde_json::from_str(body).unwrap() };
        if body.is_object() {
            assert!(head.contains("content-type: application/problem+json"), "{head}");
            assert_eq!(body["request_id"].as_str().unwrap().len(), 36);
            assert!(head.contains(body["request_id"].as_str().unwrap()), "{head}");
        }
        (head[..3].parse().unwrap(), body)
    };
    responses.map(read).collect()
}

fn kind(kind: ProblemKind) -> Value {
    json!(format!("/docs/problems/{}", kind.definition().name))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panic_in_a_handler_is_a_500_and_keeps_the_connection_open() {
    let (address, _running) = start();
    let ask = |path: &str, more: &str| format!("GET {path} HTTP/1.1\r\nhost: x\r\n{more}\r\n");
    let all = ask("/panic", "") + &ask("/editorial/panic", "") + &ask("/panic", "connection: close\r\n");
    let answered = tokio::task::spawn_blocking(move || exchange(address, all.as_bytes())).await.unwrap();
    let responses = responses(&answered);
    assert_eq!(responses.len(), 3, "{answered}");
    for (status, body) in responses {
        assert_eq!((status, &body["type"]), (500, &kind(ProblemKind::Internal)));
        assert!(!body.to_string().contains("expected something"), "the response contains the panic: {body}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn malformed_http_is_refused_with_a_problem_document() {
    let (address, _running) = start();
    let many: String = (0..200).map(|number| format!("x-{number}: a\r\n")).collect();
    let long = |length: usize| format!("GET / HTTP/1.1\r\nhost: x\r\nx-long: {}\r\n\r\n", "a".repeat(length));
    let cases: Vec<(Vec<u8>, u16, ProblemKind)> = vec![
        (b"nonsense\r\n\r\n".to_vec(), 400, ProblemKind::MalformedRequest),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(), 400, ProblemKind::MalformedRequest),
        (b"GET / HTTP/1.1\r\n\r\n".to_vec(), 400, ProblemKind::MalformedRequest),
        (b"GET / HTTP/9.9\r\nhost: x\r\n\r\n".to_vec(), 400, ProblemKind::MalformedRequest),
        (b"GET / HTTP/1.1\r\nhost: x\r\nno colon\r\n\r\n".to_vec(), 400, ProblemKind::MalformedRequest),
        (
            b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n".to_vec(),
            400,
            ProblemKind::MalformedRequest,
        ),
        (format!("GET / HTTP/1.1\r\nhost: x\r\n{many}\r\n").into_bytes(), 431, ProblemKind::HeadersTooLarge),
        (long(200 << 10).into_bytes(), 431, ProblemKind::HeadersTooLarge),
        (long(2 << 20).into_bytes(), 431, ProblemKind::HeadersTooLarge),
    ];
    for (bytes, status, expected) in cases {
        let said = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
        let answered = tokio::task::spawn_blocking(move || exchange(address, &bytes)).await.unwrap();
        let responses = responses(&answered);
        assert_eq!(responses.len(), 1, "{said}: {answered}");
        assert_eq!((responses[0].0, &responses[0].1["type"]), (status, &kind(expected)), "{said}");
        assert!(answered.contains("connection: close"), "{said}: {answered}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn malformed_http_after_a_valid_request_is_refused_after_its_response() {
    let (address, _running) = start();
    let bytes = b"GET /panic HTTP/1.1\r\nhost: x\r\n\r\nnonsense\r\n\r\n";
    let answered = tokio::task::spawn_blocking(move || exchange(address, bytes)).await.unwrap();
    let statuses: Vec<u16> = responses(&answered).into_iter().map(|(status, _)| status).collect();
    assert_eq!(statuses, [500, 400]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_malformed_body_gets_one_response() {
    let (address, _running) = start();
    let head = "POST /greetings HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";
    for (rest, expected) in [
        ("transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n", ProblemKind::InvalidBody),
        ("transfer-encoding: chunked\r\n\r\n5\r\n{\"a\"", ProblemKind::InvalidBody),
        ("content-length: 100\r\n\r\n{}", ProblemKind::InvalidBody),
    ] {
        let bytes = format!("{head}{rest}").into_bytes();
        let cut = |stream: &TcpStream| stream.shutdown(Shutdown::Write).unwrap();
        let answered =
            tokio::task::spawn_blocking(move || exchange_then(address, &bytes, cut)).await.unwrap();
        let responses = responses(&answered);
        assert_eq!(responses.len(), 1, "{rest}: {answered}");
        assert_eq!((responses[0].0, &responses[0].1["type"]), (400, &kind(expected)), "{rest}");
    }
}

/// Short enough for a test, and long enough for a machine that runs many tests at once.
const SHORT: Duration = Duration::from_secs(1);

/// Writes a head and the start of a body, and continues in small pieces until the server closes the connection, which it
/// must do within 30 seconds.
fn send_slowly(address: SocketAddr, start: &str, piece: &[u8], every: Duration) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(start.as_bytes()).unwrap();
    let mut writer = stream.try_clone().unwrap();
    let piece = piece.to_vec();
    // The thread ends when a write fails because the server has closed the connection.
    std::thread::spawn(move || {
        while writer.write_all(&piece).is_ok() {
            std::thread::sleep(every);
        }
    });
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let mut answer = Vec::new();
    let mut part = [0; 4 << 10];
    loop {
        match stream.read(&mut part) {
            Ok(0) => break,
            Ok(count) => answer.extend_from_slice(&part[..count]),
            // A reset ends the connection too: this client ignores the response and continues writing.
            Err(error) if error.kind() == ErrorKind::ConnectionReset => break,
            Err(error) => panic!("the server did not close the connection: {error}"),
        }
    }
    String::from_utf8(answer).unwrap()
}

fn short_timeouts() -> HttpConfig {
    HttpConfig { request_head: SHORT, body_pause: SHORT, body_duration: 2 * SHORT, ..HttpConfig::default() }
}

const POST: &str = "POST /greetings HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";

#[tokio::test(flavor = "multi_thread")]
async fn bodies_that_stall_are_slow_or_never_end_are_408() {
    // In each case one of the three limits is near and the others are far.
    let far = Duration::from_secs(600);
    let patient =
        HttpConfig { body_pause: far, body_duration: far, body_bytes_per_second: 1, ..short_timeouts() };
    let quick = HttpConfig { body_pause: SHORT, ..patient.clone() };
    let (often, never) = (Duration::from_millis(50), far);
    for (config, every, what) in [
        (quick.clone(), never, "it stops"),
        (HttpConfig { body_bytes_per_second: 1 << 20, ..quick }, often, "it drips"),
        (HttpConfig { body_duration: SHORT, ..patient }, often, "it never ends"),
    ] {
        let (address, _running) = start_with(config);
        // After these bytes, one byte a second keeps the average speed high enough for a long time.
        let start = format!("{POST}content-length: 100000\r\n\r\n{}", " ".repeat(1_000));
        let dripping = tokio::task::spawn_blocking(move || send_slowly(address, &start, b" ", every));
        let answered = dripping.await.unwrap();
        let responses = responses(&answered);
        assert_eq!(responses.len(), 1, "{what}: {answered}");
        assert_eq!(
            (responses[0].0, &responses[0].1["type"]),
            (408, &kind(ProblemKind::RequestTimeout)),
            "{what}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unread_body_closes_the_connection_after_the_response() {
    let (address, _running) = start_with(short_timeouts());
    let start = "GET /ok HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n";
    let every = Duration::from_millis(50);
    let dripping = tokio::task::spawn_blocking(move || send_slowly(address, start, b"1\r\na\r\n", every));
    let answered = dripping.await.unwrap();
    let statuses: Vec<u16> = responses(&answered).into_iter().map(|(status, _)| status).collect();
    assert_eq!(statuses, [204], "{answered}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_request_head_is_a_408_on_new_and_reused_connections() {
    let (address, _running) = start_with(short_timeouts());
    let every = Duration::from_millis(50);
    for (before, statuses) in [("", vec![408]), ("GET /ok HTTP/1.1\r\nhost: x\r\n\r\n", vec![204, 408])] {
        let start = format!("{before}GET / HTTP/1.1\r\nhost: x\r\nx-long: ");
        let dripping = tokio::task::spawn_blocking(move || send_slowly(address, &start, b"a", every));
        let answered = dripping.await.unwrap();
        let found: Vec<u16> = responses(&answered).into_iter().map(|(status, _)| status).collect();
        assert_eq!(found, statuses, "{answered}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn idle_connections_are_closed() {
    let (address, _running) = start_with(HttpConfig { keep_alive: SHORT, ..HttpConfig::default() });
    let start = "GET /ok HTTP/1.1\r\nhost: x\r\n\r\n";
    let idle =
        tokio::task::spawn_blocking(move || send_slowly(address, start, b"", Duration::from_secs(600)));
    assert_eq!(responses(&idle.await.unwrap()).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn connections_beyond_the_limit_per_address_are_429_except_from_proxies() {
    let config = HttpConfig { connections_per_address: 3, ..HttpConfig::default() };
    let proxies = TrustedProxies::parse("127.0.0.0/8", ForwardedHeader::default()).unwrap();
    let (address, _running) = start_with(config.clone());
    let (behind, _also) = start_with(HttpConfig { trusted_proxies: proxies, ..config });
    let ask = b"GET /ok HTTP/1.1\r\nhost: x\r\n\r\n";
    let last = b"GET /ok HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    let tried = tokio::task::spawn_blocking(move || {
        let answered = |stream: &mut TcpStream| {
            stream.write_all(ask).unwrap();
            let mut start = [0; 12];
            stream.read_exact(&mut start).unwrap();
            String::from_utf8(start.to_vec()).unwrap()
        };
        let open = |address: SocketAddr| TcpStream::connect(address).unwrap();
        let mut held: Vec<TcpStream> = (0..3).map(|_| open(address)).collect();
        assert!(held.iter_mut().all(|stream| answered(stream) == "HTTP/1.1 204"));
        let refused = exchange(address, last);
        let mut proxied: Vec<TcpStream> = (0..20).map(|_| open(behind)).collect();
        assert!(proxied.iter_mut().all(|stream| answered(stream) == "HTTP/1.1 204"));
        drop(held);
        // A slot is free again as soon as the server has noticed that the connections are closed.
        let begun = std::time::Instant::now();
        while responses(&exchange(address, last))[0].0 == 429 {
            assert!(begun.elapsed() < Duration::from_secs(30), "no place became free");
        }
        refused
    });
    let refused = tried.await.unwrap();
    assert!(refused.contains("retry-after: "), "{refused}");
    let refused = responses(&refused);
    assert_eq!((refused[0].0, &refused[0].1["type"]), (429, &kind(ProblemKind::TooManyConnections)));
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_beyond_the_memory_budget_are_503() {
    let config = HttpConfig { body_memory_bytes: 100_000, ..HttpConfig::default() };
    let (address, _running) = start_with(config);
    let body = format!("{{\"text\":\"{}\"}}", "a".repeat(60_000));
    let request = format!("{POST}connection: close\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    let tried = tokio::task::spawn_blocking(move || {
        assert!(exchange(address, request.as_bytes()).starts_with("HTTP/1.1 204"));
        let mut held = TcpStream::connect(address).unwrap();
        held.write_all(&request.as_bytes()[..request.len() - 1]).unwrap();
        let begun = std::time::Instant::now();
        let wait = |is_over: &dyn Fn(&str) -> bool| loop {
            let answered = exchange(address, request.as_bytes());
            if is_over(&answered) {
                return answered;
            }
            assert!(begun.elapsed() < Duration::from_secs(30), "{answered}");
        };
        // Retry until the server has read the other body, which then uses up the memory budget.
        let refused = wait(&|answered| !answered.starts_with("HTTP/1.1 204"));
        drop(held);
        wait(&|answered| answered.starts_with("HTTP/1.1 204"));
        refused
    });
    let refused = tried.await.unwrap();
    assert!(refused.contains("retry-after: 2"), "{refused}");
    let refused = responses(&refused);
    assert_eq!((refused[0].0, &refused[0].1["type"]), (503, &kind(ProblemKind::Busy)));
}
