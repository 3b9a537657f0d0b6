//! A load: connections that ask one thing after the other, and how long each took.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use fastrand::Rng;
use http_body_util::{BodyExt, Empty};
use hyper::body::Bytes;
use hyper::client::conn::http1::{self, SendRequest};
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// How long the answers of one stretch took, in nanoseconds, and how long the stretch was.
#[derive(Default)]
pub struct Stretch {
    /// One for each answer.
    pub latencies: Vec<u64>,
    /// From the first request to the last answer.
    pub elapsed: Duration,
}

/// What is asked for.
#[derive(Clone)]
pub struct Asked {
    /// Path and query.
    pub path: String,
    /// The tag of a state that is known already.
    pub known: Option<String>,
}

impl Asked {
    /// Without knowing anything.
    pub fn plainly(path: &str) -> Self {
        Self { path: path.to_owned(), known: None }
    }
}

/// Asks for `paths` in any order, over some connections, for a while.
pub async fn load(
    address: SocketAddr,
    paths: &Arc<Vec<Asked>>,
    connections: usize,
    time: Duration,
) -> Result<Stretch> {
    let begun = Instant::now();
    let one = |seed| tokio::spawn(ask(address, paths.clone(), begun + time, seed));
    let running: Vec<_> =
        (0..connections).map(|number| one(u64::try_from(number).unwrap_or_default())).collect();
    let mut latencies = Vec::new();
    for connection in running {
        latencies.extend(connection.await??);
    }
    Ok(Stretch { latencies, elapsed: begun.elapsed() })
}

/// The body of one answer.
pub async fn get(address: SocketAddr, path: &str) -> Result<Bytes> {
    Ok(whole(address, path).await?.into_body())
}

/// One answer.
pub async fn whole(address: SocketAddr, path: &str) -> Result<Response<Bytes>> {
    fetch(&mut connect(address).await?, &Asked::plainly(path)).await
}

async fn ask(address: SocketAddr, paths: Arc<Vec<Asked>>, end: Instant, seed: u64) -> Result<Vec<u64>> {
    let mut random = Rng::with_seed(seed);
    let mut connection = connect(address).await?;
    let mut latencies = Vec::new();
    while Instant::now() < end {
        let path = random.choice(paths.iter()).context("there is nothing to ask for")?;
        let sent = Instant::now();
        fetch(&mut connection, path).await?;
        latencies.push(u64::try_from(sent.elapsed().as_nanos())?);
    }
    Ok(latencies)
}

async fn connect(address: SocketAddr) -> Result<SendRequest<Empty<Bytes>>> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    Ok(sender)
}

async fn fetch(connection: &mut SendRequest<Empty<Bytes>>, asked: &Asked) -> Result<Response<Bytes>> {
    connection.ready().await?;
    let Asked { path, known } = asked;
    let mut request = Request::get(path).header("host", "localhost");
    if let Some(tag) = known {
        request = request.header("if-none-match", tag);
    }
    let answer = connection.send_request(request.body(Empty::new())?).await?;
    let expected = if known.is_some() { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
    ensure!(answer.status() == expected, "{path} was answered with {}", answer.status());
    let (head, body) = answer.into_parts();
    Ok(Response::from_parts(head, body.collect().await?.to_bytes()))
}
