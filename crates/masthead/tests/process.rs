//! The executable itself: starts together, kills, refusals.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on stops")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A server in a process of its own. Told to stop when it is dropped.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(data: &Path) -> Self {
        let mut command = masthead(data, &["serve", "--listen", "127.0.0.1:0"]);
        let mut process = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines().map(Result::unwrap);
        let line = lines.find(|line| line.contains("/v1/teasers")).expect("it did not start");
        let address = line.split_whitespace().last().unwrap().to_owned();
        // Whoever logs into a pipe that nobody reads stops some day.
        std::thread::spawn(move || lines.for_each(drop));
        Self { process, address }
    }

    async fn live_count(&self) -> usize {
        let answer = reqwest::get(format!("{}?limit=100&total=true", self.address)).await.unwrap();
        let page: Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
        page.pointer("/page/total").unwrap().as_str().unwrap().parse().unwrap()
    }

    fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let pid = self.process.id().to_string();
        let _asked = Command::new("kill").args(["-TERM", &pid]).stderr(Stdio::null()).status();
        let _ended = self.process.wait();
    }
}

fn masthead(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_masthead"));
    command.args(arguments).arg("--data-dir").arg(data).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.env_remove("DATABASE_URL").env("RUST_LOG", "error");
    command
}

fn import(data: &Path, feed: &Path) -> Output {
    masthead(data, &["import", "teasers", feed.to_str().unwrap(), "--publish"]).output().unwrap()
}

/// A directory that the account of Postgres can enter, also when the tests run as root.
fn directory() -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::set_permissions(directory.path(), fs::Permissions::from_mode(0o755)).unwrap();
    directory
}

fn feed(directory: &Path, round: usize, blocks: usize) -> std::path::PathBuf {
    let path = directory.join(format!("feed-{round}.txt"));
    let block =
        |number| format!("engineering\nDispatch\nRound {round}, piece {number}. It says something.\n");
    fs::write(&path, (0..blocks).map(block).collect::<String>()).unwrap();
    path
}

#[test]
fn eight_that_start_at_once_on_an_empty_directory_all_serve() {
    let directory = directory();
    let data = directory.path();
    let servers: Vec<Server> = std::thread::scope(|scope| {
        let starting: Vec<_> = (0..8).map(|_| scope.spawn(|| Server::start(data))).collect();
        starting.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(servers.len(), 8);
    let checked = masthead(data, &["migrate", "--check"]).output().unwrap();
    assert_eq!(String::from_utf8(checked.stdout).unwrap(), "0 pending\n");
    drop(servers);
    assert!(!data.join("postgres/postmaster.pid").exists(), "the last one did not stop Postgres");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_kills_and_nothing_is_half_there() {
    const BLOCKS: usize = 60;
    let directory = directory();
    let data = directory.path();
    let mut acknowledged = 0;
    for round in 0..5 {
        let server = Server::start(data);
        let feed = feed(data, round, BLOCKS);
        let importing =
            masthead(data, &["import", "teasers", feed.to_str().unwrap(), "--publish"]).spawn().unwrap();
        if round % 2 == 0 {
            server.kill();
        } else {
            let pid = fs::read_to_string(data.join("postgres/postmaster.pid")).unwrap();
            let killed = Command::new("kill").args(["-9", pid.lines().next().unwrap()]).status().unwrap();
            assert!(killed.success());
            server.kill();
        }
        let imported = importing.wait_with_output().unwrap();
        let server = Server::start(data);
        let live = server.live_count().await;
        if imported.status.success() {
            assert_eq!(live, acknowledged + BLOCKS, "round {round}: an acknowledged import is lost");
        } else {
            assert!(live == acknowledged || live == acknowledged + BLOCKS, "round {round}: {live} are there");
        }
        let again = import(data, &feed);
        assert!(again.status.success(), "round {round}: {}", String::from_utf8_lossy(&again.stderr));
        acknowledged += BLOCKS;
        assert_eq!(server.live_count().await, acknowledged);
    }
}

#[test]
fn what_cannot_work_is_one_line_each_and_exit_code_2() {
    let directory = directory();
    let wrong =
        masthead(directory.path(), &["serve", "--listen", "here", "--site-url", "there"]).output().unwrap();
    let said = String::from_utf8(wrong.stderr).unwrap();
    assert_eq!((wrong.status.code(), said.lines().count()), (Some(2), 2), "{said}");

    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let refused = masthead(directory.path(), &["serve", "--listen", &address]).output().unwrap();
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(2));
    assert!(said.contains("is taken by another process"), "{said}");

    fs::create_dir(directory.path().join("postgres")).unwrap();
    fs::write(directory.path().join("postgres/PG_VERSION"), "9\n").unwrap();
    let refused = masthead(directory.path(), &["doctor"]).output().unwrap();
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(2));
    assert!(said.contains("made by PostgreSQL 9"), "{said}");
}
