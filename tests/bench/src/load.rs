//! A load: connections that ask one thing after the other, and how long each took. Not here: what is made of the times
//! (`measured`).

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
    /// How many of the answers were that there is too much to do.
    pub refused: usize,
    /// From the first request to the last answer.
    pub elapsed: Duration,
}

/// For how long something is asked for again that must be there.
const PATIENCE: Duration = Duration::from_secs(5);

/// What is asked for.
#[derive(Clone, Default)]
pub struct Asked {
    /// Path and query.
    pub path: String,
    /// The tag of a state that is known already.
    pub known: Option<String>,
    /// The compressed form that is wanted.
    pub encoding: Option<&'static str>,
}

impl Asked {
    /// Without knowing anything.
    pub fn plainly(path: &str) -> Self {
        Self { path: path.to_owned(), ..Self::default() }
    }

    /// Fails unless an answer is the one that was to be expected.
    fn check(&self, answer: &Response<Bytes>) -> Result<()> {
        let expected = if self.known.is_some() { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
        ensure!(answer.status() == expected, "{} was answered with {}", self.path, answer.status());
        Ok(())
    }

    /// Several, without knowing anything.
    pub fn all(paths: impl IntoIterator<Item = String>) -> Arc<Vec<Self>> {
        Arc::new(paths.into_iter().map(|path| Self { path, ..Self::default() }).collect())
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
    let mut all = Stretch::default();
    for connection in running {
        let Stretch { latencies, refused, .. } = connection.await??;
        all.latencies.extend(latencies);
        all.refused += refused;
    }
    Ok(Stretch { elapsed: begun.elapsed(), ..all })
}

/// The body of one answer.
pub async fn get(address: SocketAddr, path: &str) -> Result<Bytes> {
    Ok(whole(address, path).await?.into_body())
}

/// One answer.
pub async fn whole(address: SocketAddr, path: &str) -> Result<Response<Bytes>> {
    Line::open(address).await?.fetch(&Asked::plainly(path)).await
}

async fn ask(address: SocketAddr, paths: Arc<Vec<Asked>>, end: Instant, seed: u64) -> Result<Stretch> {
    let mut random = Rng::with_seed(seed);
    let mut line = Line::open(address).await?;
    let mut all = Stretch::default();
    while Instant::now() < end {
        let asked = random.choice(paths.iter()).context("there is nothing to ask for")?;
        let sent = Instant::now();
        let answer = line.ask(asked).await?;
        all.latencies.push(u64::try_from(sent.elapsed().as_nanos())?);
        match answer.status() {
            StatusCode::SERVICE_UNAVAILABLE => all.refused += 1,
            _ => asked.check(&answer)?,
        }
    }
    Ok(all)
}

/// A connection that is kept.
pub struct Line(SendRequest<Empty<Bytes>>);

impl Line {
    /// Connects.
    pub async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self(sender))
    }

    /// Asks for something that must be there, or be unchanged where it is known; again, where there is too much to do.
    pub async fn fetch(&mut self, asked: &Asked) -> Result<Response<Bytes>> {
        let begun = Instant::now();
        let mut answer = self.ask(asked).await?;
        while answer.status() == StatusCode::SERVICE_UNAVAILABLE && begun.elapsed() < PATIENCE {
            answer = self.ask(asked).await?;
        }
        asked.check(&answer)?;
        Ok(answer)
    }

    /// Asks for something, whatever the answer.
    pub async fn ask(&mut self, asked: &Asked) -> Result<Response<Bytes>> {
        self.0.ready().await?;
        let Asked { path, known, encoding } = asked;
        let mut request = Request::get(path).header("host", "localhost");
        if let Some(tag) = known {
            request = request.header("if-none-match", tag);
        }
        if let Some(encoding) = encoding {
            request = request.header("accept-encoding", *encoding);
        }
        let answer = self.0.send_request(request.body(Empty::new())?).await?;
        let (head, body) = answer.into_parts();
        Ok(Response::from_parts(head, body.collect().await?.to_bytes()))
    }
}
