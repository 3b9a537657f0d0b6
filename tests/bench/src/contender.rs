//! What is compared, each in a process of its own, so that what it costs can be read off the process.

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

use crate::barest;

/// How many connections to Postgres each one has.
const POOL: usize = 8;

/// A process that serves. It ends when this is dropped.
pub struct Contender {
    /// How it is called.
    pub name: &'static str,
    /// Where it listens.
    pub address: SocketAddr,
    process: Child,
    _until_closed: Option<ChildStdin>,
}

impl Contender {
    /// Starts this program again as `masthead`, `uncached` or `barest`, on a database, as `installed`, on a database and
    /// with so many MiB for what it keeps, or as `constant`, on the answers in a file.
    pub fn start(name: &'static str, source: &[String]) -> Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg(name).args(source).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn()?;
        let output = process.stdout.take().context("it has an output")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        let address = line.trim().parse().with_context(|| format!("{name} did not start"))?;
        let until_closed = process.stdin.take();
        Ok(Self { name, address, process, _until_closed: until_closed })
    }

    /// Starts Debian's nginx on files, one for each answer, in this directory.
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
        Ok(Self { name: "nginx", address, process, _until_closed: None })
    }

    /// The processor time it has used, all threads and children together.
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

    /// The most memory it ever held, in KiB.
    pub fn peak_memory(&self) -> Result<u64> {
        self.status("VmHWM:")
    }

    /// The memory it holds, in KiB.
    pub fn memory(&self) -> Result<u64> {
        self.status("VmRSS:")
    }

    /// The part of the memory it holds that is the program as it lies on disk, in KiB.
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
        // One that is gone already is what was wanted. nginx ends its workers when it is asked to.
        let _asked = Command::new("kill").arg(self.process.id().to_string()).status();
        if self._until_closed.is_some() {
            let _gone = self.process.kill();
        }
        let _waited = self.process.wait();
    }
}

/// Serves as one of the contenders, until the input is closed.
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
            // What an installation has that was given no settings.
            let pools = PoolSizes { delivery: 8, editorial: 8, operations: 4 };
            let (sign_in_limits, http) = (SignInLimits::default(), HttpConfig::default());
            run(Config { delivery, worker, pools, sign_in_limits, http, ..config(owner, reader) }).await?;
        }
        ("barest", [_, reader]) => {
            let (address, server) = barest::serve(reader, POOL)?;
            announce(address);
            tokio::select! { ended = server => ended?, () = until_closed() => {} }
        }
        ("constant", [file]) => {
            let answers: Answers = serde_json::from_str(&fs::read_to_string(file)?)?;
            let answers = web::Data::new(answers.into_iter().map(ready).collect::<Result<Ready>>()?);
            let server = HttpServer::new(move || {
                App::new().app_data(answers.clone()).default_service(web::to(constant))
            });
            let server = server.bind(("127.0.0.1", 0))?;
            announce(server.addrs().first().copied().context("it listens")?);
            tokio::select! { ended = server.run() => ended?, () = until_closed() => {} }
        }
        _ => anyhow::bail!("there is no contender {name}"),
    }
    Ok(())
}

async fn run(config: Config) -> Result<()> {
    let server = masthead::start(config).await?;
    announce(server.address());
    until_closed().await;
    Ok(())
}

/// The headers and the body of the answer at each address.
pub type Answers = HashMap<String, (Vec<(String, String)>, String)>;
type Answer = (Vec<(HeaderName, HeaderValue)>, Bytes);
type Ready = HashMap<String, Answer>;

/// As ready as they can be.
fn ready((address, (headers, body)): (String, (Vec<(String, String)>, String))) -> Result<(String, Answer)> {
    let headers = headers.iter().map(|(name, value)| Ok((name.parse()?, value.parse()?)));
    Ok((address, (headers.collect::<Result<_>>()?, Bytes::from(body))))
}

async fn constant(request: HttpRequest, answers: web::Data<Ready>) -> HttpResponse {
    let asked = request.uri().path_and_query().map_or("", |asked| asked.as_str());
    let Some((headers, body)) = answers.get(asked) else { return HttpResponse::NotFound().finish() };
    let known = request.headers().get(IF_NONE_MATCH);
    let is_known =
        known.is_some_and(|known| headers.iter().any(|(name, value)| name == ETAG && value == known));
    let mut answer = match is_known {
        true => HttpResponse::new(StatusCode::NOT_MODIFIED),
        false => HttpResponse::with_body(StatusCode::OK, BoxBody::new(body.clone())),
    };
    for (name, value) in headers {
        answer.headers_mut().insert(name.clone(), value.clone());
    }
    answer
}

fn announce(address: SocketAddr) {
    println!("{address}");
}

async fn until_closed() {
    // Whatever comes, the end of it is what is waited for.
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
        // The cluster of a bench is thrown away; reading costs the same.
        unsafe_database: true,
        pools: PoolSizes { delivery: POOL, editorial: 8, operations: 2 },
        secret: Some(tests::secret()),
        directory: std::env::temp_dir(),
        sign_in_limits: tests::SIGN_IN_LIMITS,
        demo: false,
        worker: masthead::Worker::Off,
        jobs: tests::jobs_config(),
        delivery: tests::delivery_config(),
        purge_urls: Vec::new(),
        // The load comes from one address.
        http: HttpConfig { connections_per_address: u32::MAX, ..HttpConfig::default() },
        security_contacts: SecurityContacts::default(),
    }
}
