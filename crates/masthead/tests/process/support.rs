//! Shared helpers: server processes, the Postgres below them, signals, feeds, and signing in.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use reqwest::Client;
use serde_json::{Value, json};
use store::{Access, testing};
use tempfile::TempDir;

/// How long a condition may take to come true before the test gives up.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(60);

/// A `masthead serve` or `masthead work` process. It is stopped when dropped.
pub(crate) struct Server {
    pub(crate) process: Child,
    /// The URL of its list of teasers; meaningless for a worker.
    pub(crate) address: String,
}

impl Server {
    pub(crate) fn start(data: &Path) -> Self {
        Self::run(masthead(data, &["serve", "--listen", "127.0.0.1:0"]))
    }

    /// Starts a server with the demo publication, which is the default.
    pub(crate) fn with_demo(data: &Path, environment: &[(&str, &str)]) -> Self {
        let mut command = masthead(data, &["serve", "--listen", "127.0.0.1:0"]);
        command.env_remove("MASTHEAD_NO_DEMO").envs(environment.iter().copied());
        Self::run(command)
    }

    /// The command for one of several servers of a publication. They share a site URL, which tokens are issued for.
    pub(crate) fn one_of_several(data: &Path) -> Command {
        masthead(data, &["serve", "--listen", "127.0.0.1:0", "--site-url", "https://example.org"])
    }

    /// Starts a long-running process and waits until it reports that it is running.
    pub(crate) fn run(mut command: Command) -> Self {
        let mut process = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines().map(Result::unwrap);
        let is_at_work = |line: &String| line.contains("/v1/teasers") || line.contains("masthead: working");
        let line = lines.find(is_at_work).expect("it did not start");
        let address = line.split_whitespace().last().unwrap().to_owned();
        // Keep reading, otherwise the pipe fills up and lines are dropped.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, address }
    }

    /// The URL of a path on this server.
    pub(crate) fn at(&self, path: &str) -> String {
        self.address.replace("/v1/teasers", path)
    }

    /// Repeats a request until the response has this status.
    pub(crate) async fn until(&self, address: &str, status: u16) {
        let client = client();
        let got = async || client.get(address).send().await.unwrap().status().as_u16();
        wait_until(&format!("{status} from {address}"), TIMEOUT, async || got().await == status).await;
    }

    pub(crate) async fn live_count(&self) -> usize {
        let answer = reqwest::get(format!("{}?limit=100&total=true", self.address)).await.unwrap();
        let page: Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
        page.pointer("/page/total").unwrap().as_str().unwrap().parse().unwrap()
    }

    /// Signs in as the first administrator and returns the access token.
    pub(crate) async fn sign_in(&self, data: &Path) -> String {
        let password = fs::read_to_string(data.join("first-password")).unwrap();
        let body = json!({ "email": "admin@localhost", "password": password.trim() });
        let asked = client().post(self.at("/editorial/v1/sessions")).json(&body);
        let answer: Value = asked.send().await.unwrap().error_for_status().unwrap().json().await.unwrap();
        answer.pointer("/access_token").unwrap().as_str().unwrap().to_owned()
    }

    /// Sends a signal to the server.
    pub(crate) fn signal(&self, name: &str) {
        send(name, &self.process.id().to_string());
    }

    pub(crate) fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.signal("TERM");
        let _ended = self.process.wait();
    }
}

pub(crate) fn client() -> Client {
    Client::builder().timeout(TIMEOUT).no_proxy().build().unwrap()
}

pub(crate) fn masthead(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_masthead"));
    command.args(arguments).arg("--data-dir").arg(data).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.env_remove("DATABASE_URL").env("RUST_LOG", "error").env("MASTHEAD_NO_DEMO", "true");
    // A machine that runs many tests at once may be slow.
    command.env("MASTHEAD_PATIENCE_MILLISECONDS", "4000");
    command
}

pub(crate) fn import(data: &Path, feed: &Path) -> Output {
    masthead(data, &["import", "teasers", feed.to_str().unwrap(), "--publish"]).output().unwrap()
}

pub(crate) fn send(signal: &str, pid: &str) {
    // The result is ignored on purpose: the process may have ended already.
    let _sent = Command::new("kill").args(["-s", signal, pid]).stderr(Stdio::null()).status();
}

/// The postmaster.
pub(crate) fn postmaster(data: &Path) -> String {
    postmaster_file(data, 0)
}

/// [`postmaster`], while there may be none.
pub(crate) fn postmaster_now(data: &Path) -> Option<String> {
    fs::read_to_string(data.join("postgres/postmaster.pid")).ok()?.lines().next().map(str::to_owned)
}

/// The port that a process listens on, from /proc, because its log may be lost.
pub(crate) async fn listening_port(process: &mut Child) -> u16 {
    wait_for("a listening port", TIMEOUT, async || {
        assert!(process.try_wait().unwrap().is_none(), "the process has ended");
        port_of(process.id())
    })
    .await
}

/// Polls until there is a value, and returns it. Fails if there is none within the limit.
pub(crate) async fn wait_for<T>(what: &str, limit: Duration, mut poll: impl AsyncFnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(value) = poll().await {
            return value;
        }
        assert!(started.elapsed() < limit, "timed out waiting for {what}");
        tokio::time::sleep(POLL_INTERVAL).await;
    }
}

/// Polls until a condition holds. Fails if it does not within the limit.
pub(crate) async fn wait_until(what: &str, limit: Duration, mut condition: impl AsyncFnMut() -> bool) {
    wait_for(what, limit, async || condition().await.then_some(())).await;
}

/// Short enough not to delay a test, long enough to leave the CPU to the process that it waits for.
const POLL_INTERVAL: Duration = Duration::from_millis(5);

fn port_of(pid: u32) -> Option<u16> {
    let descriptors = fs::read_dir(format!("/proc/{pid}/fd")).ok()?;
    let descriptors = descriptors.filter_map(|entry| fs::read_link(entry.ok()?.path()).ok());
    let sockets: Vec<PathBuf> = descriptors.collect();
    let connections = fs::read_to_string("/proc/net/tcp").ok()?;
    connections.lines().skip(1).find_map(|line| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let listens = fields[3] == "0A" && sockets.contains(&format!("socket:[{}]", fields[9]).into());
        let port = fields[1].rsplit(':').next().filter(|_| listens)?;
        u16::from_str_radix(port, 16).ok()
    })
}

/// The postmaster and all its children.
pub(crate) fn postgres(data: &Path) -> Vec<String> {
    let postmaster = postmaster(data);
    let children = fs::read_to_string(format!("/proc/{postmaster}/task/{postmaster}/children")).unwrap();
    children.split_whitespace().map(str::to_owned).chain([postmaster.clone()]).collect()
}

/// Superuser access to the running database.
pub(crate) fn access(data: &Path) -> Access {
    let host = postmaster_file(data, 4);
    Access { url: format!("host='{host}' user={} dbname=masthead", cluster::SUPERUSER), role: None }
}

/// A line of `postmaster.pid`.
fn postmaster_file(data: &Path, line: usize) -> String {
    let file = fs::read_to_string(data.join("postgres/postmaster.pid")).unwrap();
    file.lines().nth(line).unwrap().to_owned()
}

/// The only value of a query, as text.
pub(crate) async fn value(data: &Path, query: &str) -> String {
    let query = format!("SELECT text::text AS text FROM ({query}) AS answer (text)");
    let [value] = testing::texts(&access(data), &query).await.unwrap().try_into().unwrap();
    value
}

/// Runs statements as the superuser.
pub(crate) async fn execute(data: &Path, sql: &str) {
    testing::execute(&access(data), sql).await.unwrap();
}

/// Runs a command that must fail with exit code 2, and returns its one-line error.
pub(crate) fn refusal(data: &Path, arguments: &[&str]) -> String {
    refusal_of(&mut masthead(data, arguments))
}

/// [`refusal`] for a prepared command.
pub(crate) fn refusal_of(command: &mut Command) -> String {
    let refused = command.output().unwrap();
    let said = String::from_utf8(refused.stderr).unwrap();
    let lines = said.lines().filter(|line| !line.ends_with(" …")).count();
    assert_eq!((refused.status.code(), lines), (Some(2), 1), "{command:?}: {said}");
    said
}

/// A temporary directory that the account of Postgres can traverse, also when the tests run as root.
pub(crate) fn directory() -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::set_permissions(directory.path(), fs::Permissions::from_mode(0o755)).unwrap();
    directory
}

pub(crate) fn feed(directory: &Path, round: usize, blocks: usize) -> PathBuf {
    let path = directory.join(format!("feed-{round}.txt"));
    let block =
        |number| format!("engineering\nDispatch\nRound {round}, piece {number}. It says something.\n");
    fs::write(&path, (0..blocks).map(block).collect::<String>()).unwrap();
    path
}
