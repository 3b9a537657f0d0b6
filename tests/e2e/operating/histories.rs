//! Three servers publish, change, withdraw and take down at random while the way to their database is disturbed, and the
//! replica that they read from lags; whoever reads at one of them is never led back in time (HC-7, HC-8, HC-12, DR-8).
//! What everybody saw is written down, and held against the order of acts at the end.

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
use tests::{Editor, FaultProxy, Newsroom, Passage, Reader, Replicated};

use self::checks::{Act, Seen, Shown, State, check};
use crate::stage::Stage;

const ARTICLES: usize = 5;
const SERVERS: usize = 3;

/// In how many ways things go wrong.
const TROUBLES: usize = 8;

/// The shortest run, unless `HISTORIES_SECONDS` says otherwise. A slow machine goes on until it has seen `ENOUGH_ACTS`.
const LENGTH: Duration = Duration::from_secs(12);

/// With fewer acts, a run shows nothing.
const ENOUGH_ACTS: usize = 21;

/// A server in a process of its own, which reaches its database on a way that can be disturbed.
struct Disturbed {
    process: Child,
    proxy: FaultProxy,
    address: SocketAddr,
}

impl Disturbed {
    async fn start(replicated: &Replicated) -> Self {
        let proxy = FaultProxy::before(replicated.database.socket());
        let (process, address) = serve(replicated, &proxy, ([127, 0, 0, 1], 0).into()).await;
        Self { process, proxy, address }
    }

    fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Kills it in the middle of things, and starts another in its place. What it knew is gone.
    async fn kill(&mut self, replicated: &Replicated) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        // It starts when its database is there.
        self.proxy.set(Passage::Open);
        (self.process, _) = serve(replicated, &self.proxy, self.address).await;
    }
}

async fn serve(replicated: &Replicated, proxy: &FaultProxy, listen: SocketAddr) -> (Child, SocketAddr) {
    let database = replicated.external(|access| proxy.through(access), Access::clone);
    let Database::External { url, delivery_url: Some(reader), replica_url: Some(replica) } = database else {
        panic!("{database:?}")
    };
    let mut command = Command::new(env!("CARGO_BIN_EXE_server"));
    command.args([listen.to_string(), url, reader, replica]);
    let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut said = BufReader::new(process.stdout.take().unwrap());
    let started = tokio::task::spawn_blocking(move || {
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        line.trim().parse().unwrap()
    });
    (process, started.await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_led_back_in_time_whatever_happens_to_the_servers() {
    let replicated = Replicated::new().await;
    let stage = Arc::new(Stage::of(Newsroom::open_on(replicated.database.clone()).await).await);
    let mut drafts = Vec::new();
    for number in 0..ARTICLES {
        drafts.push(stage.draft(&format!("article-{number}")).await);
    }
    let mut servers = Vec::new();
    for _ in 0..SERVERS {
        servers.push(Disturbed::start(&replicated).await);
    }
    let clock =
        Clock { begun: Instant::now(), over: Arc::default(), answers: Arc::default(), acts: Arc::default() };
    let admin = stage.newsroom.editor(Role::Admin).await;
    let writing = {
        let editors: Vec<Editor> = servers.iter().map(|server| admin.at(&server.base())).collect();
        let (stage, clock, drafts) = (stage.clone(), clock.clone(), drafts.clone());
        tokio::spawn(async move { write(&stage, &editors, &drafts, &clock).await })
    };
    let reading = servers.iter().enumerate().map(|(place, server)| {
        let (reader, clock) = (Reader::at(server.base()), clock.clone());
        tokio::spawn(async move { read(place, &reader, &clock).await })
    });
    let reading: Vec<_> = reading.collect();
    let troubles = disturb(&stage.newsroom, &replicated, &mut servers, &clock).await;
    clock.over.store(true, Ordering::Release);
    servers.iter().for_each(|server| server.proxy.set(Passage::Open));
    let acts = writing.await.unwrap();
    let mut seen = Vec::new();
    for one in reading {
        seen.extend(one.await.unwrap());
    }
    eprintln!("{} acts, {} answers; troubles: {troubles:?}", acts.len(), seen.len());
    assert!(acts.len() >= ENOUGH_ACTS && seen.len() > 1_000, "{} acts, {} answers", acts.len(), seen.len());
    assert!(seen.iter().any(|seen| seen.is_stale), "nothing was disturbed");
    check(&acts, &seen);
}

/// The time of all who take part.
#[derive(Clone)]
struct Clock {
    begun: Instant,
    over: Arc<AtomicBool>,
    /// How many answers readers got, whatever they were.
    answers: Arc<AtomicUsize>,
    /// How many acts were acknowledged.
    acts: Arc<AtomicUsize>,
}

impl Clock {
    fn now(&self) -> Duration {
        self.begun.elapsed()
    }

    fn is_over(&self) -> bool {
        self.over.load(Ordering::Acquire)
    }

    /// Waits until readers got so many answers more.
    async fn more(&self, answers: usize) {
        let enough = self.answers.load(Ordering::Acquire) + answers;
        while self.answers.load(Ordering::Acquire) < enough && !self.is_over() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
}

/// Acts at random, each at any of the servers, until each was answered.
async fn write(stage: &Stage, editors: &[Editor], drafts: &[String], clock: &Clock) -> Vec<Act> {
    let mut random = Rng::with_seed(7);
    let mut acts = Vec::new();
    let mut number = 0;
    let mut live = vec![false; drafts.len()];
    while !clock.is_over() {
        // Now and then there is time to read.
        clock.more(random.usize(..100)).await;
        let article = random.usize(..drafts.len());
        let (path, state) = match random.u8(..10) {
            0 if live[article] => ("withdraw", State::Gone),
            1 if live[article] => ("take-down", State::TakenDown),
            _ => ("publish", State::Live(number)),
        };
        let mut revision = 0;
        if let State::Live(number) = state {
            revision = save(&stage.editor, &drafts[article], &format!("Headline {number}")).await;
        }
        number += 1;
        let key = format!("\"history-{number}\"");
        let path = format!("/drafts/{}/{path}", drafts[article]);
        let (server, report) = loop {
            let server = random.usize(..editors.len());
            let request = editors[server].act(&path).header("Idempotency-Key", &key);
            let request = match state {
                State::Live(_) => {
                    editors[server].post(&path, json!({})).header("Idempotency-Key", &key).seen(revision)
                }
                State::Gone | State::TakenDown => request,
            };
            if let Ok(answer) = request.try_send().await
                && answer.status < 300
            {
                break (server, serde_json::from_slice::<Value>(&answer.bytes).unwrap());
            }
        };
        live[article] = matches!(state, State::Live(_));
        let sequence = report["sequence"].as_i64().unwrap();
        acts.push(Act { sequence, article, state, server, answered: clock.now() });
        clock.acts.store(acts.len(), Ordering::Release);
    }
    acts
}

/// Saves, until that is answered, and gives the revision.
async fn save(editor: &Editor, draft: &str, headline: &str) -> i64 {
    let path = format!("/drafts/{draft}");
    loop {
        let seen = editor.get(&path).send().await;
        if seen.status != 200 {
            continue;
        }
        let seen = seen.expect(200)["revision"].as_i64().unwrap();
        let saved = editor.patch(&path, seen, json!({ "headline": headline })).send().await;
        if saved.status == 200 {
            return saved.expect(200)["revision"].as_i64().unwrap();
        }
    }
}

/// Reads items and the list, over and over.
async fn read(server: usize, reader: &Reader, clock: &Clock) -> Vec<Seen> {
    let mut seen = Vec::new();
    let mut round: usize = 0;
    while !clock.is_over() {
        round += 1;
        let article = (round % (ARTICLES + 1)).checked_sub(1);
        let path =
            article.map_or("/v1/teasers".to_owned(), |number| format!("/v1/articles/article-{number}"));
        let asked = clock.now();
        // A server that is started again does not answer.
        let answer = reader.try_get(&path).await;
        clock.answers.fetch_add(1, Ordering::AcqRel);
        let Some(answer) = answer else { continue };
        let is_stale = answer.headers.contains_key("age");
        let shown = match (answer.status, article) {
            (200, Some(article)) => Shown::Article(article, Some(state_of(&answer.expect(200)))),
            (404 | 410, Some(article)) => Shown::Article(article, None),
            (200, None) => {
                let page = answer.expect(200);
                let all = page["data"].as_array().unwrap().iter();
                Shown::List(all.map(|teaser| (article_of(teaser), state_of(teaser))).collect())
            }
            (503, _) => continue,
            (status, _) => panic!("{status} for {path}"),
        };
        seen.push(Seen { server, asked, shown, is_stale });
        tokio::task::yield_now().await;
    }
    seen
}

fn state_of(teaser: &Value) -> (u64, i64) {
    let number = teaser["headline"].as_str().unwrap().trim_start_matches("Headline ").parse().unwrap();
    (number, teaser["sequence"].as_i64().unwrap())
}

fn article_of(teaser: &Value) -> usize {
    teaser["slug"].as_str().unwrap().trim_start_matches("article-").parse().unwrap()
}

/// Holds back, cuts off, ends connections, and kills servers and Postgres, at random; gives how often each.
async fn disturb(
    newsroom: &Newsroom,
    replicated: &Replicated,
    servers: &mut [Disturbed],
    clock: &Clock,
) -> [usize; TROUBLES] {
    let seconds = std::env::var("HISTORIES_SECONDS").ok().and_then(|text| text.parse().ok());
    let length = seconds.map_or(LENGTH, Duration::from_secs);
    let mut random = Rng::with_seed(11);
    let mut troubles = [0; TROUBLES];
    while clock.now() < length || clock.acts.load(Ordering::Acquire) < ENOUGH_ACTS && clock.now() < 5 * length
    {
        let server = &mut servers[random.usize(..SERVERS)];
        let trouble = random.usize(..TROUBLES);
        troubles[trouble] += 1;
        match trouble {
            // What was announced meanwhile is heard of by looking.
            0 => end_listeners(newsroom).await,
            1 => server.kill(replicated).await,
            2 => replicated.crash().await,
            3 => replicated.pause().await,
            4 => replicated.resume().await,
            way => {
                server.proxy.set(if way == 5 { Passage::Cut } else { Passage::Frozen });
                clock.more(random.usize(100..3_000)).await;
            }
        }
        server.proxy.set(Passage::Open);
        clock.more(random.usize(50..2_000)).await;
    }
    troubles
}

async fn end_listeners(newsroom: &Newsroom) {
    let end = "SELECT count(pg_terminate_backend(pid))::text AS text FROM pg_stat_activity
        WHERE datname = current_database() AND query LIKE 'LISTEN masthead_acts%'";
    testing::texts(&newsroom.database.access(SUPERUSER), end).await.unwrap();
}
