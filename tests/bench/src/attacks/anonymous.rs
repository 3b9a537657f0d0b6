//! Attacks without an account: large and slow bodies, expensive queries, bytes that are not HTTP.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::{sleep, timeout};

use super::{Attack, repeating_attack};

/// How long an attacker waits for a response.
const RESPONSE_TIMEOUT: Duration = Duration::from_secs(10);

pub(super) fn attacks() -> Vec<Attack> {
    // Built once, because building it would slow down the readers, which share the runtime.
    let body = format!("[{}1]", "1,".repeat(3_000_000));
    let large: Arc<str> = post("/editorial/v1/sessions", body.len(), &body).into();
    vec![
        repeating_attack("6 MB of JSON to sign in, 20 a second", 20, move |address, _| {
            let large = large.clone();
            async move { once_per_second(send(address, &large)).await }
        }),
        repeating_attack("sign-ins that are wrong, 20 a second", 20, |address, number| async move {
            let body =
                format!("{{\"email\":\"a{number}@example.org\",\"password\":\"a guess that is wrong\"}}");
            once_per_second(send(address, &post("/editorial/v1/sessions", body.len(), &body))).await;
        }),
        repeating_attack("200 bodies that drip", 200, |address, _| send_slow_body(address)),
        repeating_attack("queries of 4,000 parameters", 8, |address, _| async move {
            let query = "a&".repeat(4_000);
            send(address, &get(&format!("/v1/teasers?{query}"))).await;
        }),
        repeating_attack("bytes that are no HTTP", 16, |address, number| async move {
            let bytes = match number % 4 {
                0 => "\u{0}\u{1}\u{2}garbage\r\n\r\n".to_owned(),
                1 => format!("GET / HTTP/1.1\r\nx: {}\r\n\r\n", "x".repeat(200_000)),
                2 => format!("GET / HTTP/1.1\r\n{}\r\n", "x: y\r\n".repeat(5_000)),
                _ => "POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n".to_owned(),
            };
            send(address, &bytes).await;
        }),
        repeating_attack("searches that nobody cached", 8, |address, number| async move {
            let word = fastrand::u64(..);
            send(address, &get(&format!("/v1/search?q=postgres+{word}+or+queue{number}"))).await;
        }),
    ]
}

pub(super) fn get(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
}

fn post(path: &str, length: usize, body: &str) -> String {
    let head = format!("POST {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n");
    format!("{head}content-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}")
}

/// Runs the request, and takes at least a second.
pub(super) async fn once_per_second(request: impl Future<Output = ()>) {
    tokio::join!(request, sleep(Duration::from_secs(1)));
}

/// Sends a request on a new connection and reads the whole response. Errors are ignored: the server may refuse.
pub(super) async fn send(address: SocketAddr, request: &str) {
    let exchange = async {
        let mut stream = connect(address).await?;
        let written = stream.write_all(request.as_bytes()).await;
        stream.read_to_end(&mut Vec::new()).await?;
        written
    };
    if !matches!(timeout(RESPONSE_TIMEOUT, exchange).await, Ok(Ok(()))) {
        sleep(Duration::from_millis(20)).await;
    }
}

/// Sends a body of 1 MiB at a byte every half second until the connection is closed.
async fn send_slow_body(address: SocketAddr) {
    let dripping = async {
        let mut stream = connect(address).await?;
        stream.write_all(post("/editorial/v1/sessions", 1 << 20, "[").as_bytes()).await?;
        loop {
            sleep(Duration::from_millis(500)).await;
            stream.write_all(b"1").await?;
        }
        #[expect(unreachable_code, reason = "it names the type of the block")]
        std::io::Result::Ok(())
    };
    let _cut = dripping.await;
    sleep(Duration::from_millis(200)).await;
}

async fn connect(address: SocketAddr) -> std::io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind((Ipv4Addr::new(127, 0, 0, 2), 0).into())?;
    socket.connect(address).await
}
