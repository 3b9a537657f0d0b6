//! The load generator: connections that send one request after the other, and the latency of each. `measurement`
//! evaluates the latencies.

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

/// The latencies of one measurement interval in nanoseconds, and its duration.
#[derive(Default)]
pub struct LoadSample {
    /// One per response.
    pub latencies: Vec<u64>,
    /// The number of 503 responses.
    pub refused: usize,
    /// From the first request to the last response.
    pub elapsed: Duration,
}

/// How long `fetch` retries after 503.
const RETRY_TIMEOUT: Duration = Duration::from_secs(5);

/// A GET request.
#[derive(Clone, Default)]
pub struct LoadRequest {
    pub path: String,
    /// The value of `If-None-Match`.
    pub etag: Option<String>,
    /// The value of `Accept-Encoding`.
    pub encoding: Option<&'static str>,
}

impl LoadRequest {
    /// A request without conditions.
    pub fn new(path: &str) -> Self {
        Self { path: path.to_owned(), ..Self::default() }
    }

    /// Fails unless the response is 200, or 304 for a conditional request.
    fn check(&self, response: &Response<Bytes>) -> Result<()> {
        let expected = if self.etag.is_some() { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
        ensure!(response.status() == expected, "{} was answered with {}", self.path, response.status());
        Ok(())
    }

    /// Requests without conditions.
    pub fn from_paths(paths: impl IntoIterator<Item = String>) -> Arc<Vec<Self>> {
        Arc::new(paths.into_iter().map(|path| Self { path, ..Self::default() }).collect())
    }
}

/// Sends random requests from `paths` on several connections for some time.
pub async fn load(
    address: SocketAddr,
    paths: &Arc<Vec<LoadRequest>>,
    connections: usize,
    time: Duration,
) -> Result<LoadSample> {
    let begun = Instant::now();
    let one = |seed| tokio::spawn(run_connection(address, paths.clone(), begun + time, seed));
    let running: Vec<_> =
        (0..connections).map(|number| one(u64::try_from(number).unwrap_or_default())).collect();
    let mut all = LoadSample::default();
    for connection in running {
        let LoadSample { latencies, refused, .. } = connection.await??;
        all.latencies.extend(latencies);
        all.refused += refused;
    }
    Ok(LoadSample { elapsed: begun.elapsed(), ..all })
}

/// The body of a response.
pub async fn get(address: SocketAddr, path: &str) -> Result<Bytes> {
    Ok(get_response(address, path).await?.into_body())
}

pub async fn get_response(address: SocketAddr, path: &str) -> Result<Response<Bytes>> {
    Connection::open(address).await?.fetch(&LoadRequest::new(path)).await
}

async fn run_connection(
    address: SocketAddr,
    paths: Arc<Vec<LoadRequest>>,
    end: Instant,
    seed: u64,
) -> Result<LoadSample> {
    let mut random = Rng::with_seed(seed);
    let mut connection = Connection::open(address).await?;
    let mut all = LoadSample::default();
    while Instant::now() < end {
        let wanted = random.choice(paths.iter()).context("there is nothing to ask for")?;
        let sent = Instant::now();
        let response = connection.send(wanted).await?;
        all.latencies.push(u64::try_from(sent.elapsed().as_nanos())?);
        match response.status() {
            StatusCode::SERVICE_UNAVAILABLE => all.refused += 1,
            _ => wanted.check(&response)?,
        }
    }
    Ok(all)
}

/// A keep-alive connection.
pub struct Connection(SendRequest<Empty<Bytes>>);

impl Connection {
    pub async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self(sender))
    }

    /// Sends a request and checks the status. Retries after 503 for [`RETRY_TIMEOUT`].
    pub async fn fetch(&mut self, wanted: &LoadRequest) -> Result<Response<Bytes>> {
        let begun = Instant::now();
        let mut response = self.send(wanted).await?;
        while response.status() == StatusCode::SERVICE_UNAVAILABLE && begun.elapsed() < RETRY_TIMEOUT {
            response = self.send(wanted).await?;
        }
        wanted.check(&response)?;
        Ok(response)
    }

    /// Sends a request and returns the response, whatever its status.
    pub async fn send(&mut self, wanted: &LoadRequest) -> Result<Response<Bytes>> {
        self.0.ready().await?;
        let LoadRequest { path, etag, encoding } = wanted;
        let mut request = Request::get(path).header("host", "localhost");
        if let Some(tag) = etag {
            request = request.header("if-none-match", tag);
        }
        if let Some(encoding) = encoding {
            request = request.header("accept-encoding", *encoding);
        }
        let response = self.0.send_request(request.body(Empty::new())?).await?;
        let (head, body) = response.into_parts();
        Ok(Response::from_parts(head, body.collect().await?.to_bytes()))
    }
}
