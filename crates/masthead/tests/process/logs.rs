//! Standard error and standard output that cannot be written: an unread pipe, a full disk, a closed pipe.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::{
    TIMEOUT, client, directory, listening_port, masthead, postgres, send, wait_for, wait_until,
};

/// The timeout of a shutdown: longer than a start, and shorter than an operator would wait.
const STOPS_WITHIN: Duration = Duration::from_secs(30);

/// A server whose standard error is chosen by the test.
struct LoggingServer {
    process: Child,
    base: String,
}

impl LoggingServer {
    async fn start(data: &Path, stderr: Stdio) -> Self {
        let mut command = masthead(data, &["serve", "--listen", "127.0.0.1:0"]);
        let mut process = command.env("RUST_LOG", "trace").stderr(stderr).spawn().unwrap();
        let port = listening_port(&mut process).await;
        Self { process, base: format!("http://127.0.0.1:{port}") }
    }

    async fn get(&self, path: &str) -> Option<reqwest::Response> {
        client().get(format!("{}{path}", self.base)).timeout(Duration::from_secs(10)).send().await.ok()
    }

    async fn until_serving(&self) {
        let serves = async || self.get("/v1/teasers").await.is_some_and(|answer| answer.status() == 200);
        wait_until("teasers", TIMEOUT, serves).await;
    }

    /// Sends requests that miss the cache, and so are logged, until log lines are lost.
    async fn until_lines_are_lost(&self) {
        let begun = Instant::now();
        for number in 0.. {
            let path = format!("/v1/articles/unknown-{number}");
            assert_eq!(self.get(&path).await.expect("a request was not answered").status(), 404);
            let health: Value = self.get("/readyz").await.unwrap().json().await.unwrap();
            if health["dropped_log_lines"].as_u64().unwrap() > 0 {
                return;
            }
            assert!(begun.elapsed() < TIMEOUT, "it lost nothing: {health}");
        }
    }

    /// Stops the server, and asserts that it exits with 0 and that its Postgres is stopped.
    async fn stop(mut self, data: &Path) {
        let postgres = postgres(data);
        send("TERM", &self.process.id().to_string());
        let ended = wait_for("its end", STOPS_WITHIN, async || self.process.try_wait().unwrap()).await;
        assert_eq!(ended.code(), Some(0), "{ended}");
        assert!(!data.join("postgres/postmaster.pid").exists(), "{postgres:?} was not stopped");
    }

    fn stderr(&mut self) -> ChildStderr {
        self.process.stderr.take().unwrap()
    }
}

impl Drop for LoggingServer {
    fn drop(&mut self) {
        // A server that a failed test leaves behind may not end by itself.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unread_log_delays_no_request_and_lost_lines_are_reported_later() {
    let directory = directory();
    let mut server = LoggingServer::start(directory.path(), Stdio::piped()).await;
    let unread = server.stderr();
    server.until_serving().await;
    server.until_lines_are_lost().await;
    assert_eq!(server.get("/livez").await.unwrap().status(), 200);
    // Start reading the log.
    let mut lines = BufReader::new(unread).lines().map(Result::unwrap);
    let lost = tokio::task::spawn_blocking(move || {
        let line = lines.find(|line| line.contains("log lines were lost")).unwrap();
        std::thread::spawn(move || lines.for_each(drop));
        line
    });
    let lost: Value = serde_json::from_str(&lost.await.unwrap()).unwrap();
    assert!(lost["fields"]["dropped"].as_u64().unwrap() > 0, "{lost}");
    server.stop(directory.path()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unread_log_does_not_delay_shutdown() {
    let directory = directory();
    let mut server = LoggingServer::start(directory.path(), Stdio::piped()).await;
    let unread = server.stderr();
    server.until_serving().await;
    server.until_lines_are_lost().await;
    server.stop(directory.path()).await;
    drop(unread);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_for_the_log_does_not_affect_the_server() {
    let directory = directory();
    let full = File::options().write(true).open("/dev/full").unwrap();
    let server = LoggingServer::start(directory.path(), full.into()).await;
    server.until_serving().await;
    server.until_lines_are_lost().await;
    server.stop(directory.path()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_log_pipe_does_not_affect_shutdown() {
    let directory = directory();
    let mut server = LoggingServer::start(directory.path(), Stdio::piped()).await;
    let mut reader = server.stderr();
    server.until_serving().await;
    assert!(reader.read(&mut [0; 100]).unwrap() > 0);
    drop(reader);
    server.until_lines_are_lost().await;
    server.stop(directory.path()).await;
}

#[test]
fn a_command_with_a_closed_output_pipe_exits_with_0() {
    let directory = directory();
    for arguments in [&["openapi", "delivery"][..], &["config"], &["--help"], &["serve", "--help"]] {
        let mut command = masthead(directory.path(), arguments);
        let mut process = command.spawn().unwrap();
        // Close the pipe before the command writes to it, or soon after.
        drop(process.stdout.take());
        let ended = process.wait_with_output().unwrap();
        let said = String::from_utf8(ended.stderr).unwrap();
        assert_eq!((ended.status.code(), said.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
fn a_command_that_cannot_write_its_output_fails_with_an_error() {
    let directory = directory();
    let mut command: Command = masthead(directory.path(), &["openapi", "editorial"]);
    let full = File::options().write(true).open("/dev/full").unwrap();
    let ended = command.stdout(full).output().unwrap();
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(1), "{said}");
    assert!(said.contains("standard output cannot be written") && said.lines().count() == 1, "{said}");
}
