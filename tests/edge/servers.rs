//! Tests `make cluster`: three servers behind nginx, on one Postgres with a streaming replica.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use serde_json::{Value, json};
use tests::{Editor, Reader, eventually};

/// The running script. Dropping it stops everything it started.
struct Cluster {
    script: Child,
    port: u16,
    /// The usage instructions that it printed.
    usage_lines: Vec<String>,
    _output: BufReader<ChildStdout>,
}

impl Cluster {
    fn start() -> Self {
        let port = free_ports();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let program = Path::new(env!("CARGO_BIN_EXE_server")).with_file_name("masthead");
        let mut command = Command::new(root.join("scripts/cluster.sh"));
        command.env("MASTHEAD", program).env("PORT", port.to_string()).stdout(Stdio::piped());
        let mut script = command.spawn().unwrap();
        let mut output = BufReader::new(script.stdout.take().unwrap());
        let mut usage_lines = Vec::new();
        while !usage_lines.last().is_some_and(|line: &String| line.contains("-CONT")) {
            let mut line = String::new();
            assert!(output.read_line(&mut line).unwrap() > 0, "it did not start: {usage_lines:#?}");
            usage_lines.push(line.trim().to_owned());
        }
        Self { script, port, usage_lines, _output: output }
    }

    fn base_url(&self, number: u16) -> String {
        format!("http://127.0.0.1:{}", self.port + number)
    }

    /// Runs the printed command that contains this text.
    fn run_printed_command(&self, what: &str) {
        let line = self.usage_lines.iter().find(|line| line.contains(what)).unwrap();
        assert!(
            Command::new("sh").args(["-c", line]).stdout(Stdio::null()).status().unwrap().success(),
            "{line}"
        );
    }
}

impl Drop for Cluster {
    /// Stops the script with SIGTERM, because processes started by `nohup`, and their children, ignore SIGINT.
    fn drop(&mut self) {
        let signal =
            |signal: &str, script: u32| Command::new("kill").args([signal, &script.to_string()]).status();
        let script = self.script.id();
        let _signalled = signal("-TERM", script);
        let (ended, waiting) = mpsc::channel::<()>();
        let killer = std::thread::spawn(move || {
            if waiting.recv_timeout(LONGEST_STOP) == Err(RecvTimeoutError::Timeout) {
                let _killed = signal("-KILL", script);
            }
        });
        let _status = self.script.wait();
        drop(ended);
        let _killer = killer.join();
    }
}

/// How long the cluster may take to stop. After that the script is killed, and its child processes are left running.
const LONGEST_STOP: Duration = Duration::from_secs(60);

/// The first of four consecutive free ports.
fn free_ports() -> u16 {
    let is_free = |port: u16| TcpListener::bind(("127.0.0.1", port)).is_ok();
    (20_000..30_000).step_by(4).find(|first| (0..4).all(|number| is_free(first + number))).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lagging_replica_never_shows_an_earlier_state() {
    let cluster = tokio::task::spawn_blocking(Cluster::start).await.unwrap();
    let password =
        cluster.usage_lines.iter().find_map(|line| line.split_once("with the password ")).unwrap().1;
    let editor = Editor::sign_in_as(&cluster.base_url(0), "admin@localhost", password).await;
    let slug = "http-caching-by-headers";
    let drafts = editor.get("/drafts?limit=100").send().await.expect(200);
    let draft = drafts["data"].as_array().unwrap().iter().find(|draft| draft["slug"] == slug).unwrap();
    let path = format!("/drafts/{}", draft["id"].as_str().unwrap());
    let readers: Vec<Reader> = (0..4).map(|number| Reader::new(cluster.base_url(number))).collect();
    for (number, reader) in readers.iter().enumerate() {
        assert_eq!(reader.get("/v1/teasers").await.status, 200, "{number}");
    }
    cluster.run_printed_command("wal_replay_pause");
    let mut newest = Value::Null;
    for number in 0..10 {
        let revision = editor.get(&path).send().await.expect(200)["revision"].as_i64().unwrap();
        let headline = format!("Headline {number}");
        let saved = editor.patch(&path, revision, json!({ "headline": headline })).send().await.expect(200);
        let seen = saved["revision"].as_i64().unwrap();
        let done = editor.post(&format!("{path}/publish"), json!({})).if_match(seen).send().await.expect(201);
        newest = done["sequence"].clone();
        for reader in &readers {
            let article = reader.get(&format!("/v1/articles/{slug}?min_sequence={newest}")).await.expect(200);
            assert_eq!((&article["headline"], &article["sequence"]), (&json!(headline), &newest));
        }
    }
    // Responses read from the lagging replica were not cached.
    for reader in &readers {
        for path in [format!("/v1/articles/{slug}"), format!("/v1/articles/{slug}?body=text")] {
            assert_eq!(reader.get(&path).await.expect(200)["sequence"], newest);
        }
    }
    cluster.run_printed_command("wal_replay_resume");
    cluster.run_printed_command("kill -9");
    eventually(async || readers[1].try_get("/v1/teasers").await.is_none().then_some(())).await;
    for _ in 0..9 {
        let article = readers[0].get(&format!("/v1/articles/{slug}")).await.expect(200);
        assert_eq!(article["sequence"], newest, "by the two that are left");
    }
}
