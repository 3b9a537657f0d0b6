//! A consistency test: three servers publish, change, withdraw and take down at random under faults of the database
//! connection, with a lagging replica. Every response is recorded, and checked against the order of acts at the end: no
//! client of a server may see an earlier state after a later one.

mod checks;

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use cluster::SUPERUSER;
use domain::Role;
use fastrand::Rng;
use masthead::Database;
use serde_json::{Value, json};
use store::{Access, testing};
use tests::{Editor, FaultProxy, LinkState, Reader, ReplicatedDatabase, TestApp};

use self::checks::{Act, ArticleState, Content, Observation, check};
use crate::fixture::Fixture;

const ARTICLES: usize = 5;
const SERVERS: usize = 3;

/// The number of kinds of faults that are injected.
const FAULT_KINDS: usize = 8;

/// The shortest run, unless `HISTORIES_SECONDS` is set. It continues until every kind of fault was injected and `MIN_ACTS`
/// were acknowledged.
const MIN_DURATION: Duration = Duration::from_secs(12);

/// A run with fewer acts proves too little.
const MIN_ACTS: usize = 21;

/// The pause before a request is sent again.
const RETRY_INTERVAL: Duration = Duration::from_millis(1);

/// The longest time without progress: for a response, an acknowledgement, a save.
const STALL_LIMIT: Duration = Duration::from_secs(60);

/// A server in its own process, connected to its database through a fault proxy.
struct FaultyServer {
    process: Child,
    proxy: FaultProxy,
    address: SocketAddr,
}

impl FaultyServer {
    async fn start(replicated: &ReplicatedDatabase) -> Self {
        let proxy = FaultProxy::in_front_of(replicated.database.socket());
        let (process, address) = spawn_server(replicated, &proxy, ([127, 0, 0, 1], 0).into()).await;
        Self { process, proxy, address }
    }

    fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Kills the process and starts another on the same address, with an empty cache.
    async fn kill(&mut self, replicated: &ReplicatedDatabase) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        // The server needs its database to start.
        self.proxy.set(LinkState::Open);
        (self.process, _) = spawn_server(replicated, &self.proxy, self.address).await;
    }
}

async fn spawn_server(
    replicated: &ReplicatedDatabase,
    proxy: &FaultProxy,
    listen: SocketAddr,
) -> (Child, SocketAddr) {
    let database = replicated.external_database(|access| proxy.through(access), Access::clone);
    let Database::External { url, delivery_url: Some(reader), replica_url: Some(replica) } = database else {
        panic!("{database:?}")
    };
    let mut command = Command::new(env!("CARGO_BIN_EXE_server"));
    command.args([listen.to_string(), url, reader, replica]);
    let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdout = BufReader::new(process.stdout.take().unwrap());
    let started = tokio::task::spawn_blocking(move || {
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        line.trim().parse().unwrap()
    });
    (process, started.await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn reads_never_go_back_in_time_under_faults() {
    let replicated = ReplicatedDatabase::new().await;
    let fixture = Arc::new(Fixture::with_app(TestApp::start_on(replicated.database.clone()).await).await);
    let mut drafts = Vec::new();
    for number in 0..ARTICLES {
        drafts.push(fixture.draft(&format!("article-{number}")).await);
    }
    let mut servers = Vec::new();
    for _ in 0..SERVERS {
        servers.push(FaultyServer::start(&replicated).await);
    }
    let run = RunState {
        started_at: Instant::now(),
        over: Arc::default(),
        responses: Arc::default(),
        acts: Arc::default(),
    };
    let admin = fixture.app.editor(Role::Admin).await;
    let writing = {
        let editors: Vec<Editor> = servers.iter().map(|server| admin.on_server(&server.base())).collect();
        let (fixture, run, drafts) = (fixture.clone(), run.clone(), drafts.clone());
        tokio::spawn(async move { write(&fixture, &editors, &drafts, &run).await })
    };
    let reading = servers.iter().enumerate().map(|(place, server)| {
        let (reader, run) = (Reader::new(server.base()), run.clone());
        tokio::spawn(async move { read(place, &reader, &run).await })
    });
    let reading: Vec<_> = reading.collect();
    let faults = inject_faults(&fixture.app, &replicated, &mut servers, &run).await;
    run.over.store(true, Ordering::Release);
    servers.iter().for_each(|server| server.proxy.set(LinkState::Open));
    let acts = writing.await.unwrap();
    let mut observations = Vec::new();
    for one in reading {
        observations.extend(one.await.unwrap());
    }
    eprintln!("{} acts, {} responses; faults: {faults:?}", acts.len(), observations.len());
    assert!(
        acts.len() >= MIN_ACTS && observations.len() > 1_000,
        "{} acts, {} responses",
        acts.len(),
        observations.len()
    );
    assert!(!faults.contains(&0), "a kind of fault was not injected: {faults:?}");
    assert!(observations.iter().any(|observation| observation.is_stale), "nothing was disturbed");
    check(&acts, &observations);
}

/// The clock and counters that all tasks share.
#[derive(Clone)]
struct RunState {
    started_at: Instant,
    over: Arc<AtomicBool>,
    /// Responses that readers received, whatever their status.
    responses: Arc<AtomicUsize>,
    /// Acts that were acknowledged.
    acts: Arc<AtomicUsize>,
}

impl RunState {
    fn now(&self) -> Duration {
        self.started_at.elapsed()
    }

    fn is_over(&self) -> bool {
        self.over.load(Ordering::Acquire)
    }

    /// Waits until readers received this many more responses.
    async fn wait_for_responses(&self, responses: usize) {
        let enough = self.responses.load(Ordering::Acquire) + responses;
        let started = Instant::now();
        while self.responses.load(Ordering::Acquire) < enough && !self.is_over() {
            assert!(started.elapsed() < STALL_LIMIT, "readers receive no responses any more");
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
}

/// Performs random acts at random servers, and retries each until it is acknowledged.
async fn write(fixture: &Fixture, editors: &[Editor], drafts: &[String], run: &RunState) -> Vec<Act> {
    let mut random = Rng::with_seed(7);
    let mut acts = Vec::new();
    let mut number = 0;
    let mut live = vec![false; drafts.len()];
    while !run.is_over() {
        // Give readers a random amount of time between acts.
        run.wait_for_responses(random.usize(..100)).await;
        let article = random.usize(..drafts.len());
        let (path, state) = match random.u8(..10) {
            0 if live[article] => ("withdraw", ArticleState::Gone),
            1 if live[article] => ("take-down", ArticleState::TakenDown),
            _ => ("publish", ArticleState::Live(number)),
        };
        let mut revision = 0;
        if let ArticleState::Live(number) = state {
            revision = save(&fixture.editor, &drafts[article], &format!("Headline {number}")).await;
        }
        number += 1;
        let key = format!("\"history-{number}\"");
        let path = format!("/drafts/{}/{path}", drafts[article]);
        let started = Instant::now();
        let (server, report) = loop {
            assert!(started.elapsed() < STALL_LIMIT, "{path} is not acknowledged");
            let server = random.usize(..editors.len());
            let request = editors[server].post_empty(&path).header("Idempotency-Key", &key);
            let request = match state {
                ArticleState::Live(_) => {
                    editors[server].post(&path, json!({})).header("Idempotency-Key", &key).if_match(revision)
                }
                ArticleState::Gone | ArticleState::TakenDown => request,
            };
            if let Ok(response) = request.try_send().await
                && response.status < 300
            {
                break (server, serde_json::from_slice::<Value>(&response.bytes).unwrap());
            }
            tokio::time::sleep(RETRY_INTERVAL).await;
        };
        live[article] = matches!(state, ArticleState::Live(_));
        let sequence = report["sequence"].as_i64().unwrap();
        acts.push(Act { sequence, article, state, server, answered: run.now() });
        run.acts.store(acts.len(), Ordering::Release);
    }
    acts
}

/// Saves with retries and returns the new revision.
async fn save(editor: &Editor, draft: &str, headline: &str) -> i64 {
    let path = format!("/drafts/{draft}");
    let started = Instant::now();
    loop {
        assert!(started.elapsed() < STALL_LIMIT, "{path} is not saved");
        let response = editor.get(&path).send().await;
        if response.status == 200 {
            let revision = response.expect(200)["revision"].as_i64().unwrap();
            let saved = editor.patch(&path, revision, json!({ "headline": headline })).send().await;
            if saved.status == 200 {
                return saved.expect(200)["revision"].as_i64().unwrap();
            }
        }
        tokio::time::sleep(RETRY_INTERVAL).await;
    }
}

/// Reads articles and the list in a loop.
async fn read(server: usize, reader: &Reader, run: &RunState) -> Vec<Observation> {
    let mut observations = Vec::new();
    let mut round: usize = 0;
    while !run.is_over() {
        round += 1;
        let article = (round % (ARTICLES + 1)).checked_sub(1);
        let path =
            article.map_or("/v1/teasers".to_owned(), |number| format!("/v1/articles/article-{number}"));
        let requested_at = run.now();
        // A restarting server does not respond.
        let response = reader.try_get(&path).await;
        run.responses.fetch_add(1, Ordering::AcqRel);
        let Some(response) = response else { continue };
        let is_stale = response.headers.contains_key("age");
        let content = match (response.status, article) {
            (200, Some(article)) => Content::Article(article, Some(version_of(&response.expect(200)))),
            (404 | 410, Some(article)) => Content::Article(article, None),
            (200, None) => {
                let page = response.expect(200);
                let all = page["data"].as_array().unwrap().iter();
                Content::List(all.map(|teaser| (article_number(teaser), version_of(teaser))).collect())
            }
            (503, _) => continue,
            (status, _) => panic!("{status} for {path}"),
        };
        observations.push(Observation { server, requested_at, content, is_stale });
        tokio::task::yield_now().await;
    }
    observations
}

fn version_of(teaser: &Value) -> (u64, i64) {
    let number = teaser["headline"].as_str().unwrap().trim_start_matches("Headline ").parse().unwrap();
    (number, teaser["sequence"].as_i64().unwrap())
}

fn article_number(teaser: &Value) -> usize {
    teaser["slug"].as_str().unwrap().trim_start_matches("article-").parse().unwrap()
}

/// Freezes and cuts connections and kills servers and Postgres at random. Returns how often each fault was injected.
async fn inject_faults(
    app: &TestApp,
    replicated: &ReplicatedDatabase,
    servers: &mut [FaultyServer],
    run: &RunState,
) -> [usize; FAULT_KINDS] {
    let seconds = std::env::var("HISTORIES_SECONDS").ok().and_then(|text| text.parse().ok());
    let length = seconds.map_or(MIN_DURATION, Duration::from_secs);
    let mut random = Rng::with_seed(11);
    let mut faults = [0; FAULT_KINDS];
    // Each kind once, in random order, then any.
    let mut order: Vec<usize> = (0..FAULT_KINDS).collect();
    random.shuffle(&mut order);
    let is_enough = |faults: &[usize]| run.acts.load(Ordering::Acquire) >= MIN_ACTS && !faults.contains(&0);
    while run.now() < length || !is_enough(&faults) && run.now() < 5 * length {
        let server = &mut servers[random.usize(..SERVERS)];
        let fault = order.pop().unwrap_or_else(|| random.usize(..FAULT_KINDS));
        faults[fault] += 1;
        match fault {
            // Acts that were announced meanwhile are found by polling.
            0 => cut_listen_connections(app).await,
            1 => server.kill(replicated).await,
            2 => replicated.crash().await,
            3 => replicated.pause_replay().await,
            4 => replicated.resume_replay().await,
            way => {
                server.proxy.set(if way == 5 { LinkState::Cut } else { LinkState::Frozen });
                run.wait_for_responses(random.usize(100..3_000)).await;
            }
        }
        server.proxy.set(LinkState::Open);
        run.wait_for_responses(random.usize(50..2_000)).await;
    }
    faults
}

async fn cut_listen_connections(app: &TestApp) {
    let end = "SELECT count(pg_terminate_backend(pid))::text AS text FROM pg_stat_activity
        WHERE datname = current_database() AND query LIKE 'LISTEN masthead_acts%'";
    testing::texts(&app.database.access(SUPERUSER), end).await.unwrap();
}
