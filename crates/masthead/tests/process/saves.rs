//! A drill: many clients save one draft while servers and Postgres are killed. A client that gets no response, or
//! disconnects, retries with the same idempotency key. At the end the revisions are compared with the responses.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use fastrand::Rng;
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::support::{Server, TIMEOUT, client, directory, postmaster, send, value, wait_until};

const CLIENTS: usize = 16;
/// Unless `MASTHEAD_DRILL_SECONDS` sets a duration, the drill ends after this many kills and saves.
const KILLS: usize = 5;
const SAVES: usize = 150;

/// The state that all clients share.
struct SaveDrill {
    http: Client,
    /// The URL of the server; `None` while there is none.
    server: watch::Receiver<Option<String>>,
    token: String,
    /// The path of the draft.
    draft: String,
    /// The newest revision in any response so far.
    newest: AtomicI32,
    ended: AtomicBool,
    counts: Counts,
}

/// Counters that are printed at the end.
#[derive(Debug, Default)]
struct Counts {
    saved: AtomicUsize,
    unanswered: AtomicUsize,
    replayed: AtomicUsize,
    stale: AtomicUsize,
    without_tag: AtomicUsize,
    turned_away: AtomicUsize,
}

/// A save, as its client sends it.
struct Save {
    client: usize,
    number: usize,
    key: String,
    /// The revision in `If-Match`; `None` sends no such header.
    seen: Option<i32>,
    /// The timeout of the first attempt.
    patience: Duration,
}

/// A save that was acknowledged.
struct Acknowledged {
    save: Save,
    revision: i32,
    /// The newest revision in any response when it was sent.
    newest_before: i32,
}

impl Save {
    /// The headline, which identifies the revision of this save.
    fn headline(&self) -> String {
        format!("Client {}, save {}", self.client, self.number)
    }

    fn request(&self, drill: &SaveDrill, server: &str) -> RequestBuilder {
        let own = format!("client-{}", self.client);
        let change = json!({ "headline": self.headline(), "fields": { own: self.number } });
        let request = drill.http.patch(format!("{server}{}", drill.draft)).bearer_auth(&drill.token);
        let request = request.header("Content-Type", "application/merge-patch+json");
        let request = request.header("Idempotency-Key", format!("\"{}\"", self.key));
        let request = match self.seen {
            Some(seen) => request.header("If-Match", format!("\"{seen}\"")),
            None => request,
        };
        request.body(change.to_string())
    }
}

/// A response: its status, whether it was replayed, and its body.
struct Answer {
    status: u16,
    replayed: bool,
    body: Value,
}

impl SaveDrill {
    /// Sends a request, with retries, until some server responds. Only the first attempt has the timeout
    /// `patience`.
    async fn answer(&self, patience: Duration, request: impl Fn(&str) -> RequestBuilder) -> Answer {
        let begun = Instant::now();
        let mut server = self.server.clone();
        let mut patience = Some(patience);
        loop {
            let place = server.wait_for(Option::is_some).await.unwrap().clone().unwrap();
            match send_once(request(&place).timeout(patience.take().unwrap_or(TIMEOUT))).await {
                // 409: a server is still processing an attempt whose client has disconnected. 503: Postgres is
                // unavailable.
                Ok(Answer { status: 409 | 503, .. }) => {
                    self.counts.turned_away.fetch_add(1, Ordering::Relaxed);
                }
                Ok(answer) => return answer,
                Err(_) => {
                    self.counts.unanswered.fetch_add(1, Ordering::Relaxed);
                }
            }
            assert!(begun.elapsed() < TIMEOUT, "a request was not answered in {TIMEOUT:?}");
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
}

async fn send_once(request: RequestBuilder) -> Result<Answer, reqwest::Error> {
    let answer = request.send().await?;
    let replayed = answer.headers().contains_key("idempotency-replayed");
    let (status, body) = (answer.status().as_u16(), answer.text().await?);
    Ok(Answer { status, replayed, body: serde_json::from_str(&body).unwrap_or(Value::String(body)) })
}

/// One client: saves with the current ETag, an old one or none, until the drill ends. Every save is retried until it
/// gets a response.
async fn save_repeatedly(drill: Arc<SaveDrill>, client: usize, seed: u64) -> Vec<Acknowledged> {
    let mut random = Rng::with_seed(seed);
    let mut acknowledged = Vec::new();
    let mut number = 0;
    while !drill.ended.load(Ordering::Relaxed) {
        number += 1;
        let newest_before = drill.newest.load(Ordering::SeqCst);
        let seen = match random.u8(0..10) {
            0 => None,
            1 | 2 => Some(newest_before - random.i32(1..5)),
            _ => Some(newest_before),
        };
        let patience = if random.u8(0..10) == 0 { Duration::from_millis(random.u64(1..50)) } else { TIMEOUT };
        let key = format!("{client}-{number}-{:x}", random.u64(..));
        let save = Save { client, number, key, seen, patience };
        let asked = drill.answer(save.patience, |server| save.request(&drill, server));
        let Answer { status, replayed, body } = asked.await;
        let counts = &drill.counts;
        match (seen, status) {
            (None, 428) => counts.without_tag.fetch_add(1, Ordering::Relaxed),
            (Some(_), 412) => {
                let newest = body.pointer("/current/revision").unwrap().as_i64().unwrap();
                drill.newest.fetch_max(newest.try_into().unwrap(), Ordering::SeqCst);
                counts.stale.fetch_add(1, Ordering::Relaxed)
            }
            (Some(_), 200) => {
                let revision = body.pointer("/revision").unwrap().as_i64().unwrap().try_into().unwrap();
                drill.newest.fetch_max(revision, Ordering::SeqCst);
                acknowledged.push(Acknowledged { save, revision, newest_before });
                counts.replayed.fetch_add(usize::from(replayed), Ordering::Relaxed);
                counts.saved.fetch_add(1, Ordering::Relaxed)
            }
            (seen, status) => unreachable!("{seen:?} was answered with {status}: {body}"),
        };
    }
    acknowledged
}

/// Kills servers and Postgres in turn until the drill is over, and prints how often.
async fn kill_repeatedly(
    data: &Path,
    drill: &SaveDrill,
    place: watch::Sender<Option<String>>,
    mut server: Server,
) -> Server {
    let length = std::env::var("MASTHEAD_DRILL_SECONDS").ok();
    let length = length.map(|seconds| Duration::from_secs(seconds.parse().unwrap()));
    let mut random = Rng::with_seed(7);
    let begun = Instant::now();
    let mut kills = [0, 0, 0];
    let saved = || drill.counts.saved.load(Ordering::Relaxed);
    loop {
        let wanted = saved() + random.usize(5..40);
        wait_until("more saves", TIMEOUT, async || saved() >= wanted).await;
        let is_over = match length {
            Some(length) => begun.elapsed() >= length,
            None => kills.iter().sum::<usize>() >= KILLS && saved() >= SAVES,
        };
        if is_over {
            println!(
                "{:?}: {} servers killed, {} Postgres, {} both",
                begun.elapsed(),
                kills[0],
                kills[1],
                kills[2]
            );
            return server;
        }
        let what = [0, 0, 1, 0, 2][kills.iter().sum::<usize>() % 5];
        kills[what] += 1;
        if what > 0 {
            send("KILL", &postmaster(data));
        }
        if what != 1 {
            place.send_replace(None);
            server.kill();
            server = Server::run(Server::one_of_several(data));
            place.send_replace(Some(server.at("")));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_acknowledged_save_is_exactly_one_revision_despite_kills() {
    let directory = directory();
    let data = directory.path();
    let server = Server::run(Server::one_of_several(data));
    let token = server.sign_in(data).await;
    let begin = client().post(server.at("/editorial/v1/drafts")).bearer_auth(&token).json(&json!({}));
    let begun = send_once(begin).await.unwrap();
    assert_eq!(begun.status, 201, "{}", begun.body);
    let id = begun.body.pointer("/id").unwrap().as_str().unwrap().to_owned();
    let (place, receiver) = watch::channel(Some(server.at("")));
    let drill = Arc::new(SaveDrill {
        http: client(),
        server: receiver,
        token,
        draft: format!("/editorial/v1/drafts/{id}"),
        newest: AtomicI32::new(1),
        ended: AtomicBool::new(false),
        counts: Counts::default(),
    });
    let mut working = JoinSet::new();
    for (client, seed) in (0..CLIENTS).zip(100..) {
        working.spawn(save_repeatedly(drill.clone(), client, seed));
    }
    let server = kill_repeatedly(data, &drill, place, server).await;
    drill.ended.store(true, Ordering::Relaxed);
    let acknowledged: Vec<Acknowledged> = working.join_all().await.into_iter().flatten().collect();
    println!("{:?}", drill.counts);
    check_revisions(&drill, &acknowledged).await;
    check_replays(&drill, &acknowledged).await;
    let kept = format!(
        "SELECT concat_ws(' ', (SELECT count(*) FROM editorial.revisions WHERE draft_id = '{id}'),
            (SELECT count(*) FROM editorial.audit WHERE action = 'save draft'),
            (SELECT count(*) FROM operations.idempotency))"
    );
    let saves = acknowledged.len();
    assert_eq!(value(data, &kept).await, format!("{} {saves} {saves}", saves + 1));
    let count = |of: &AtomicUsize| of.load(Ordering::Relaxed);
    assert!(count(&drill.counts.unanswered) > 0, "nobody was left without an answer");
    assert!(count(&drill.counts.replayed) > 0, "nobody was left without the answer to what was done");
    drop(server);
}

/// Asserts that every acknowledged save is a revision, that there are no others, and that the draft has the last save of each.
async fn check_revisions(drill: &SaveDrill, acknowledged: &[Acknowledged]) {
    let by_revision: HashMap<i32, &Acknowledged> =
        acknowledged.iter().map(|known| (known.revision, known)).collect();
    assert_eq!(by_revision.len(), acknowledged.len(), "two saves were told the same number");
    let newest = i32::try_from(acknowledged.len() + 1).unwrap();
    let mut last = HashMap::new();
    for number in 2..=newest {
        let path = format!("{}/revisions/{number}", drill.draft);
        let asked = |server: &str| drill.http.get(format!("{server}{path}")).bearer_auth(&drill.token);
        let Answer { status, body, .. } = drill.answer(TIMEOUT, asked).await;
        assert_eq!(status, 200, "revision {number} is lost: {body}");
        let Acknowledged { save, revision: _, newest_before } = by_revision[&number];
        let headline = body.pointer("/content/headline").unwrap().as_str().unwrap();
        assert_eq!(headline, save.headline(), "revision {number} is another's");
        assert_eq!(save.seen, Some(number - 1), "revision {number} overwrote what its client had not seen");
        assert!(*newest_before < number, "revision {number} came before what was acknowledged before it");
        last.insert(format!("client-{}", save.client), json!(save.number));
    }
    let asked = |server: &str| drill.http.get(format!("{server}{}", drill.draft)).bearer_auth(&drill.token);
    let draft = drill.answer(TIMEOUT, asked).await.body;
    assert_eq!(
        draft.pointer("/revision"),
        Some(&json!(newest)),
        "there are revisions that nobody was told of"
    );
    let fields = draft.pointer("/content/fields").unwrap().as_object().unwrap();
    assert_eq!(fields.clone().into_iter().collect::<HashMap<_, _>>(), last, "a change got lost in another");
}

/// Repeats each save with its key, and asserts that the first response is replayed.
async fn check_replays(drill: &SaveDrill, acknowledged: &[Acknowledged]) {
    for Acknowledged { save, revision, newest_before: _ } in acknowledged {
        let asked = |server: &str| save.request(drill, server);
        let Answer { status, replayed, body } = drill.answer(TIMEOUT, asked).await;
        assert_eq!((status, replayed), (200, true), "{body}");
        assert_eq!(body.pointer("/revision"), Some(&json!(revision)));
        assert_eq!(body.pointer("/content/headline"), Some(&json!(save.headline())));
    }
}
