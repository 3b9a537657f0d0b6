//! The servers that are compared, each in its own process, so that CPU time and memory can be read per server.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::Duration;

use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::http::header::{ETAG, HeaderName, HeaderValue, IF_NONE_MATCH};
use actix_web::web::Bytes;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use anyhow::{Context, Result};
use masthead::{Config, Database, DeliveryConfig, HttpConfig, SecurityContacts, SignInLimits};
use store::PoolSizes;

use crate::minimal_handler;

/// The size of each connection pool.
const POOL_SIZE: usize = 8;

/// A server process, stopped on drop.
pub struct Contender {
    pub name: &'static str,
    pub address: SocketAddr,
    process: Child,
    _stdin: Option<ChildStdin>,
}

impl Contender {
    /// Starts this program again: as `masthead`, `uncached` or `minimal` with the owner and reader URLs of a database;
    /// as `installed` with the same and the cache size in MiB; or as `constant` with the file of canned responses.
    pub fn start(name: &'static str, source: &[String]) -> Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg(name).args(source).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn()?;
        let output = process.stdout.take().context("it has an output")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        let address = line.trim().parse().with_context(|| format!("{name} did not start"))?;
        let stdin = process.stdin.take();
        Ok(Self { name, address, process, _stdin: stdin })
    }

    /// Starts Debian's nginx on a directory with one file per response.
    pub fn start_nginx(directory: &Path) -> Result<Self> {
        let address = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?;
        let configuration = directory.join("nginx.conf");
        let (root, cores) = (directory.display(), std::thread::available_parallelism()?);
        let text = format!(
            "daemon off; pid {root}/nginx.pid; error_log {root}/error.log; worker_processes {cores};\n\
             events {{ worker_connections 1024; }}\n\
             http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;\n\
             default_type application/json;\n\
             server {{ listen {address} backlog=1024; root {root}; }} }}\n"
        );
        fs::write(&configuration, text)?;
        let process = Command::new("nginx").arg("-c").arg(&configuration).spawn();
        let process = process.context("nginx is not there; apt-get install nginx")?;
        while TcpStream::connect(address).is_err() {
            std::thread::yield_now();
        }
        Ok(Self { name: "nginx", address, process, _stdin: None })
    }

    /// The CPU time used so far by all threads and child processes.
    pub fn processor_time(&self) -> Result<Duration> {
        let children = fs::read_to_string(format!("/proc/{0}/task/{0}/children", self.process.id()))?;
        let children = children.split_whitespace().map(str::to_owned);
        let mut ticks = 0;
        for process in children.chain([self.process.id().to_string()]) {
            let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
            let after_name = stat.rsplit(')').next().unwrap_or_default();
            // proc(5): utime and stime are the 14th and 15th fields, in hundredths of a second.
            let spent = after_name.split_whitespace().skip(11).take(2).map(str::parse::<u64>);
            ticks += spent.sum::<Result<u64, _>>()?;
        }
        Ok(Duration::from_millis(ticks * 10))
    }

    /// The peak resident memory in KiB.
    pub fn peak_memory(&self) -> Result<u64> {
        self.status("VmHWM:")
    }

    /// The current resident memory in KiB.
    pub fn memory(&self) -> Result<u64> {
        self.status("VmRSS:")
    }

    /// The part of the resident memory that is mapped from the executable, in KiB.
    pub fn program_memory(&self) -> Result<u64> {
        self.status("RssFile:")
    }

    fn status(&self, name: &str) -> Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line =
            status.lines().find_map(|line| line.strip_prefix(name)).context("every process has one")?;
        Ok(line.trim_end_matches("kB").trim().parse()?)
    }
}

impl Drop for Contender {
    fn drop(&mut self) {
        // The process may have ended already. nginx stops its workers on SIGTERM.
        let _asked = Command::new("kill").arg(self.process.id().to_string()).status();
        if self._stdin.is_some() {
            let _gone = self.process.kill();
        }
        let _waited = self.process.wait();
    }
}

/// Serves as one of the contenders until stdin is closed.
pub async fn serve(name: &str, source: &[String]) -> Result<()> {
    match (name, source) {
        ("masthead" | "uncached", [owner, reader]) => {
            let cache_bytes = if name == "uncached" { 0 } else { 256 << 20 };
            let delivery = DeliveryConfig { cache_bytes, ..DeliveryConfig::default() };
            run(Config { delivery, ..config(owner, reader) }).await?;
        }
        ("installed", [owner, reader, mebibytes]) => {
            let cache_bytes = mebibytes.parse::<u64>()? << 20;
            let delivery = DeliveryConfig { cache_bytes, ..DeliveryConfig::default() };
            let worker = masthead::Worker::On;
            // The defaults of an installation without settings.
            let pools = PoolSizes { delivery: 8, editorial: 8, operations: 4 };
            let (sign_in_limits, http) = (SignInLimits::default(), HttpConfig::default());
            run(Config { delivery, worker, pools, sign_in_limits, http, ..config(owner, reader) }).await?;
        }
        ("minimal", [_, reader]) => {
            let (address, server) = minimal_handler::serve(reader, POOL_SIZE)?;
            announce(address);
            tokio::select! { ended = server => ended?, () = wait_for_stdin_close() => {} }
        }
        ("constant", [file]) => {
            let responses: CannedResponses = serde_json::from_str(&fs::read_to_string(file)?)?;
            let responses =
                web::Data::new(responses.into_iter().map(prepare).collect::<Result<CannedResponseMap>>()?);
            let server = HttpServer::new(move || {
                App::new().app_data(responses.clone()).default_service(web::to(constant))
            });
            let server = server.bind(("127.0.0.1", 0))?;
            announce(server.addrs().first().copied().context("it listens")?);
            tokio::select! { ended = server.run() => ended?, () = wait_for_stdin_close() => {} }
        }
        _ => anyhow::bail!("there is no contender {name}"),
    }
    Ok(())
}

async fn run(config: Config) -> Result<()> {
    let server = masthead::start(config).await?;
    announce(server.address());
    wait_for_stdin_close().await;
    Ok(())
}

/// The headers and the body of the response for each path.
pub type CannedResponses = HashMap<String, (Vec<(String, String)>, String)>;
type CannedResponse = (Vec<(HeaderName, HeaderValue)>, Bytes);
type CannedResponseMap = HashMap<String, CannedResponse>;

/// Parses the headers of a response ahead of time.
fn prepare(
    (address, (headers, body)): (String, (Vec<(String, String)>, String)),
) -> Result<(String, CannedResponse)> {
    let headers = headers.iter().map(|(name, value)| Ok((name.parse()?, value.parse()?)));
    Ok((address, (headers.collect::<Result<_>>()?, Bytes::from(body))))
}

async fn constant(request: HttpRequest, responses: web::Data<CannedResponseMap>) -> HttpResponse {
    let path = request.uri().path_and_query().map_or("", |path| path.as_str());
    let Some((headers, body)) = responses.get(path) else { return HttpResponse::NotFound().finish() };
    let if_none_match = request.headers().get(IF_NONE_MATCH);
    let is_not_modified = if_none_match.is_some_and(|if_none_match| {
        headers.iter().any(|(name, value)| name == ETAG && value == if_none_match)
    });
    let mut response = match is_not_modified {
        true => HttpResponse::new(StatusCode::NOT_MODIFIED),
        false => HttpResponse::with_body(StatusCode::OK, BoxBody::new(body.clone())),
    };
    for (name, value) in headers {
        response.headers_mut().insert(name.clone(), value.clone());
    }
    response
}

fn announce(address: SocketAddr) {
    println!("{address}");
}

async fn wait_for_stdin_close() {
    // Input and errors are ignored: only the end of stdin matters.
    let _ended = tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new())).await;
}

fn config(owner: &str, reader: &str) -> Config {
    Config {
        listen: ([127, 0, 0, 1], 0).into(),
        database: Database::External {
            url: owner.to_owned(),
            delivery_url: Some(reader.to_owned()),
            replica_url: None,
        },
        site: tests::site(),
        // The benchmark cluster is not durable, which does not affect reads.
        unsafe_database: true,
        pools: PoolSizes { delivery: POOL_SIZE, editorial: 8, operations: 2 },
        secret: Some(tests::secret()),
        directory: std::env::temp_dir(),
        sign_in_limits: tests::SIGN_IN_LIMITS,
        demo: false,
        worker: masthead::Worker::Off,
        jobs: tests::jobs_config(),
        drain: Duration::ZERO,
        delivery: tests::delivery_config(),
        purge_urls: Vec::new(),
        // All connections come from one address.
        http: HttpConfig { connections_per_address: u32::MAX, ..HttpConfig::default() },
        security_contacts: SecurityContacts::default(),
    }
}
