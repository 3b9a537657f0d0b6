//! Three servers publish, change, withdraw and take down at random while the way to their database is disturbed, and
//! whoever reads at one of them is never led back in time (HC-7, HC-8, HC-12, DR-8). What everybody saw is written down,
//! and held against the order of acts at the end.

mod checks;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use cluster::SUPERUSER;
use domain::Role;
use fastrand::Rng;
use masthead::{Config, Database, DeliveryConfig, Patience, Server};
use serde_json::{Value, json};
use store::{roles, testing};
use tests::{Editor, FaultProxy, Newsroom, Passage, Reader, cluster_socket, delivery};

use self::checks::{Act, Seen, Shown, State, check};
use crate::stage::Stage;

const ARTICLES: usize = 5;
const SERVERS: usize = 3;

/// How long it goes on, unless `HISTORIES_SECONDS` says otherwise.
const LENGTH: Duration = Duration::from_secs(30);

/// A server that reaches its database on a way that can be disturbed.
struct Disturbed {
    server: Option<Server>,
    proxy: FaultProxy,
    address: SocketAddr,
}

impl Disturbed {
    async fn start(newsroom: &Newsroom) -> Self {
        let proxy = FaultProxy::before(&cluster_socket());
        let server = serve(newsroom, &proxy, ([127, 0, 0, 1], 0).into()).await;
        let address = server.address();
        Self { server: Some(server), proxy, address }
    }

    fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Ends it in the middle of things. What it knew is gone.
    async fn start_again(&mut self, newsroom: &Newsroom) {
        if let Some(server) = self.server.take() {
            server.stop(std::future::ready(())).await.unwrap();
        }
        self.server = Some(serve(newsroom, &self.proxy, self.address).await);
    }
}

async fn serve(newsroom: &Newsroom, proxy: &FaultProxy, listen: SocketAddr) -> Server {
    let through = |role: &str| proxy.through(&newsroom.database.access(role)).url;
    let database =
        Database::External { url: through(roles::OWNER), delivery_url: Some(through(roles::READER)) };
    let patience = Patience { doubt: Duration::from_millis(200), answer: Duration::from_millis(200) };
    let delivery = DeliveryConfig { patience, ..delivery() };
    newsroom.another_changed(|config| Config { listen, database, delivery, ..config }).await
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_led_back_in_time_whatever_happens_to_the_servers() {
    let stage = Arc::new(Stage::open().await);
    let mut drafts = Vec::new();
    for number in 0..ARTICLES {
        drafts.push(stage.draft(&format!("article-{number}")).await);
    }
    let mut servers = Vec::new();
    for _ in 0..SERVERS {
        servers.push(Disturbed::start(&stage.newsroom).await);
    }
    let clock = Clock { begun: Instant::now(), over: Arc::default(), answers: Arc::default() };
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
    disturb(&stage.newsroom, &mut servers, &clock).await;
    clock.over.store(true, Ordering::Release);
    servers.iter().for_each(|server| server.proxy.set(Passage::Open));
    let acts = writing.await.unwrap();
    let mut seen = Vec::new();
    for one in reading {
        seen.extend(one.await.unwrap());
    }
    for server in servers {
        server.server.unwrap().stop(std::future::ready(())).await.unwrap();
    }
    assert!(acts.len() > 20 && seen.len() > 1_000, "{} acts, {} answers", acts.len(), seen.len());
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
            tokio::task::yield_now().await;
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
            let headline = format!("Headline {number}");
            revision = stage.save(&drafts[article], json!({ "headline": headline })).await["revision"]
                .as_i64()
                .unwrap();
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
    }
    acts
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

/// Holds back, cuts off, ends connections, and starts servers again, at random.
async fn disturb(newsroom: &Newsroom, servers: &mut [Disturbed], clock: &Clock) {
    let seconds = std::env::var("HISTORIES_SECONDS").ok().and_then(|text| text.parse().ok());
    let length = seconds.map_or(LENGTH, Duration::from_secs);
    let mut random = Rng::with_seed(11);
    while clock.now() < length {
        let server = &mut servers[random.usize(..SERVERS)];
        match random.u8(..6) {
            0 => end_listeners(newsroom).await,
            1 => server.start_again(newsroom).await,
            // What a restart of Postgres does to those who are connected.
            2 => server.proxy.set(Passage::Cut),
            way => {
                server.proxy.set(if way == 3 { Passage::Cut } else { Passage::Frozen });
                clock.more(random.usize(100..3_000)).await;
            }
        }
        server.proxy.set(Passage::Open);
        clock.more(random.usize(50..2_000)).await;
    }
}

async fn end_listeners(newsroom: &Newsroom) {
    let end = "SELECT count(pg_terminate_backend(pid))::text AS text FROM pg_stat_activity
        WHERE datname = current_database() AND query LIKE 'LISTEN masthead_acts%'";
    testing::texts(&newsroom.database.access(SUPERUSER), end).await.unwrap();
}
