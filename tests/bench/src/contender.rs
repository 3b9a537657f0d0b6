//! What is compared, each in a process of its own, so that what it costs can be read off the process.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::Duration;

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use anyhow::{Context, Result};
use masthead::{Config, Database};
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
    /// Starts this program again as `masthead` or `barest`, on a database, or as `constant`, on the answers in a file.
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

    /// The processor time it has used, all threads together.
    pub fn processor_time(&self) -> Result<Duration> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.process.id()))?;
        let after_name = stat.rsplit(')').next().unwrap_or_default();
        // proc(5): utime and stime are the 14th and 15th fields, in hundredths of a second.
        let ticks = after_name.split_whitespace().skip(11).take(2).map(str::parse::<u64>);
        let ticks: u64 = ticks.sum::<Result<u64, _>>()?;
        Ok(Duration::from_millis(ticks * 10))
    }

    /// The most memory it ever held, in KiB.
    pub fn peak_memory(&self) -> Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("it has a VmHWM")?;
        Ok(line.trim_end_matches("kB").trim().parse()?)
    }
}

impl Drop for Contender {
    fn drop(&mut self) {
        // One that is gone already is what was wanted.
        let _gone = self.process.kill();
        let _waited = self.process.wait();
    }
}

/// Serves as one of the contenders, until the input is closed.
pub async fn serve(name: &str, source: &[String]) -> Result<()> {
    match (name, source) {
        ("masthead", [owner, reader]) => {
            let server = masthead::start(config(owner, reader)).await?;
            announce(server.address());
            until_closed().await;
        }
        ("barest", [_, reader]) => {
            let (address, server) = barest::serve(reader, POOL)?;
            announce(address);
            tokio::select! { ended = server => ended?, () = until_closed() => {} }
        }
        ("constant", [file]) => {
            let answers: HashMap<String, String> = serde_json::from_str(&fs::read_to_string(file)?)?;
            let answers = web::Data::new(answers);
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

async fn constant(request: HttpRequest, answers: web::Data<HashMap<String, String>>) -> HttpResponse {
    let asked = request.uri().path_and_query().map_or("", |asked| asked.as_str());
    match answers.get(asked) {
        Some(answer) => HttpResponse::Ok().content_type("application/json").body(answer.clone()),
        None => HttpResponse::NotFound().finish(),
    }
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
        database: Database::External { url: owner.to_owned(), delivery_url: Some(reader.to_owned()) },
        site: tests::site(),
        // The cluster of a bench is thrown away; reading costs the same.
        unsafe_database: true,
        pools: PoolSizes { delivery: POOL, editorial: 8, operations: 2 },
        secret: Some(tests::secret()),
        directory: std::env::temp_dir(),
        sign_in_limits: tests::SIGN_IN_LIMITS,
        demo: false,
        worker: masthead::Worker::Off,
        jobs: tests::jobs(),
        delivery: tests::delivery(),
    }
}
