//! A drill: hundreds of articles are due in the same second, with several servers and a worker; once while all of them
//! run, and once while none runs.
//!
//! If libfaketime is installed, the clock of one server is an hour fast, because only Postgres decides what is due.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, LazyLock};
use std::time::Instant;

use cluster::{Cluster, Config};
use reqwest::Client;
use serde_json::{Value, json};
use store::roles;
use tokio::sync::Mutex;
use tokio::task::JoinSet;

use crate::support::{Server, TIMEOUT, client, directory, execute, feed, masthead, value};

/// How many articles fall due at once: `MASTHEAD_DRILL_ARTICLES`, or more than one batch of `publishing::schedule` (500), so that
/// several servers share the activation.
static ARTICLES: LazyLock<usize> = LazyLock::new(|| {
    std::env::var("MASTHEAD_DRILL_ARTICLES").map_or(600, |articles| articles.parse().unwrap())
});
/// How many requests are made at once.
const AT_ONCE: usize = 8;

/// Three servers and a worker on one Postgres, which the worker starts because it comes first.
struct Processes {
    servers: Vec<Server>,
    _worker: Server,
}

impl Processes {
    fn start(data: &Path) -> Self {
        let worker = Server::run(masthead(data, &["work"]));
        let mut commands = [(); 3].map(|()| Server::one_of_several(data));
        let [.., last] = &mut commands;
        set_fast_clock(last);
        Self { servers: commands.into_iter().map(Server::run).collect(), _worker: worker }
    }
}

/// Gives a process a clock that is an hour fast.
fn set_fast_clock(command: &mut Command) {
    match faketime() {
        Some(library) => {
            command
                .env("LD_PRELOAD", library)
                .env("FAKETIME", "+1h")
                .env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        }
        None => println!("without libfaketime, all clocks are right"),
    }
}

fn faketime() -> Option<PathBuf> {
    let libraries = std::fs::read_dir("/usr/lib").unwrap().map(|entry| entry.unwrap().path());
    libraries.map(|path| path.join("faketime/libfaketime.so.1")).find(|path| path.exists())
}

/// The date and hour of a server's clock.
async fn hour(server: &Server) -> String {
    let answer = client().get(server.at("/livez")).send().await.unwrap();
    answer.headers()["date"].to_str().unwrap().split(':').next().unwrap().to_owned()
}

/// A signed-in client of one server.
#[derive(Clone)]
struct EditorialClient {
    http: Client,
    server: String,
    token: String,
}

impl EditorialClient {
    async fn get(&self, path: &str) -> Value {
        let asked = self.http.get(format!("{}{path}", self.server)).bearer_auth(&self.token);
        let answer = asked.send().await.unwrap().error_for_status().unwrap();
        serde_json::from_str(&answer.text().await.unwrap()).unwrap()
    }

    /// The ids of the drafts that were never published.
    async fn drafts(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut path = "/editorial/v1/drafts?status=draft&limit=100".to_owned();
        loop {
            let page = self.get(&path).await;
            let ids = page["data"].as_array().unwrap().iter().map(|draft| draft["id"].as_str().unwrap());
            found.extend(ids.map(str::to_owned));
            let Some(next) = page["page"]["next"].as_str() else { return found };
            path = format!("/editorial/v1/drafts?status=draft&limit=100&after={next}");
        }
    }

    async fn schedule(&self, draft: &str) {
        let path = format!("{}/editorial/v1/drafts/{draft}/schedule", self.server);
        let asked = self.http.post(path).bearer_auth(&self.token).header("If-Match", "\"1\"");
        let answer = asked.json(&json!({ "due_at": "2100-01-01T00:00:00Z" })).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{}", answer.text().await.unwrap());
    }

    /// Schedules all drafts that were never published, for the year 2100.
    async fn schedule_all(&self) {
        let drafts = self.drafts().await;
        assert_eq!(drafts.len(), *ARTICLES);
        let left = Arc::new(Mutex::new(drafts));
        let mut working = JoinSet::new();
        for _ in 0..AT_ONCE {
            let (editorial, left) = (self.clone(), left.clone());
            working.spawn(async move {
                loop {
                    let Some(draft) = left.lock().await.pop() else { return };
                    editorial.schedule(&draft).await;
                }
            });
        }
        working.join_all().await;
    }
}

async fn until(data: &Path, condition: &str) {
    let begun = Instant::now();
    while value(data, &format!("SELECT {condition}")).await != "true" {
        assert!(begun.elapsed() < TIMEOUT, "waited in vain: {condition}");
    }
}

/// Makes all schedules due at the time of this SQL expression, and returns that time.
async fn set_due_at(data: &Path, moment: &str) -> String {
    let due = value(data, &format!("SELECT {moment}")).await;
    execute(data, &format!("UPDATE delivery.schedules SET due_at = '{due}'")).await;
    due
}

/// Asserts that `count` articles became public, each once and none before it was due, and that no sequence number is missing.
async fn check(data: &Path, due: &str, count: usize) {
    for (what, wanted, query) in [
        ("articles are live", count, "SELECT count(*) FROM delivery.live"),
        ("spans were opened", count, "SELECT count(*) FROM delivery.spans"),
        ("events tell of it", count, "SELECT count(*) FROM operations.events WHERE kind = 'published'"),
        ("schedules are left", 0, "SELECT count(*) FROM delivery.schedules"),
        ("numbers are missing", 0, "SELECT max(sequence) - count(*) FROM operations.acts"),
        ("numbers are to come", 0, "SELECT sequence - (SELECT max(sequence) FROM operations.acts) FROM operations.counter"),
        (
            "acts are not in order",
            0,
            "SELECT count(*) FROM operations.acts JOIN operations.acts AS later ON later.sequence = acts.sequence + 1
             WHERE later.at <= acts.at",
        ),
    ] {
        assert_eq!(value(data, query).await, wanted.to_string(), "{what}");
    }
    let early = format!("SELECT count(*) FROM delivery.spans WHERE opened_at >= timestamptz '{due}'");
    assert_eq!(value(data, &early).await, ARTICLES.to_string(), "as many are not early");
}

fn import(data: &Path, round: usize) {
    let feed = feed(data, round, *ARTICLES);
    let imported = masthead(data, &["import", "teasers", feed.to_str().unwrap()]).output().unwrap();
    assert!(imported.status.success(), "{}", String::from_utf8_lossy(&imported.stderr));
}

#[tokio::test(flavor = "multi_thread")]
async fn simultaneous_schedules_are_published_once_by_several_servers_and_after_downtime() {
    let directory = directory();
    let data = directory.path();
    let processes = Processes::start(data);
    import(data, 1);
    let [first, .., last] = processes.servers.as_slice() else { unreachable!("there are three") };
    if faketime().is_some() {
        assert_ne!(hour(first).await, hour(last).await, "its clock is right");
    }
    let editorial =
        EditorialClient { http: client(), server: first.at(""), token: first.sign_in(data).await };
    editorial.schedule_all().await;
    let due = set_due_at(data, "date_trunc('second', clock_timestamp()) + interval '3 seconds'").await;
    assert_eq!(first.live_count().await, 0);
    until(data, "NOT EXISTS (SELECT FROM delivery.schedules)").await;
    let seen = value(data, &format!("SELECT clock_timestamp() - timestamptz '{due}'")).await;
    check(data, &due, *ARTICLES).await;
    for server in &processes.servers {
        assert_eq!(server.live_count().await, *ARTICLES);
    }
    let late = format!("SELECT max(opened_at) - timestamptz '{due}' FROM delivery.spans");
    println!(
        "the last of {} is dated {} after its moment, and seen {seen} after it",
        *ARTICLES,
        value(data, &late).await
    );

    import(data, 2);
    editorial.schedule_all().await;
    drop(processes);
    let due = make_due_while_stopped(data).await;
    let begun = Instant::now();
    let processes = Processes::start(data);
    until(data, "NOT EXISTS (SELECT FROM delivery.schedules)").await;
    println!("caught up {:?} after the start began", begun.elapsed());
    check(data, &due, 2 * *ARTICLES).await;
    for server in &processes.servers {
        assert_eq!(server.live_count().await, 2 * *ARTICLES);
    }
}

/// Makes all schedules due while no server and no worker runs.
async fn make_due_while_stopped(data: &Path) -> String {
    let login_roles = [roles::OWNER, roles::WRITER, roles::READER].map(str::to_owned).to_vec();
    let config = Config { login_roles, ..Config::new(data) };
    let cluster = Cluster::open(&config, &|_| {}).unwrap();
    let due = set_due_at(data, "clock_timestamp()").await;
    assert_eq!(value(data, "SELECT count(*) FROM delivery.schedules").await, ARTICLES.to_string());
    assert_eq!(cluster.close().unwrap(), cluster::CloseOutcome::Stopped);
    due
}
