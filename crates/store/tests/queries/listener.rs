//! The listener: it wakes whoever waits, and lets nothing fall into a gap.

use store::jobs::{self, NewJob};
use store::listener::{Channel, Listener};

use crate::press::Press;

const DAY: std::time::Duration = std::time::Duration::from_secs(86_400);

/// Whoever listens to jobs, and to nothing else.
const LISTENERS: &str = "FROM pg_stat_activity \
    WHERE datname = current_database() AND query = 'LISTEN masthead_jobs' AND state = 'idle'";

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_is_woken_by_what_is_announced() {
    let press = Press::open().await;
    let mut to_jobs = Listener::start(&press.store, Channel::Jobs);
    let mut to_acts = Listener::start(&press.store, Channel::Acts);
    to_jobs.heard().await;
    to_acts.heard().await;
    jobs::enqueue_periodic(&mut press.operations().await, "prune", DAY, NewJob::prune()).await.unwrap();
    to_jobs.heard().await;
    press.publish(&press.article("a").await).await.unwrap();
    to_acts.heard().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_gap_it_is_time_to_look_whatever_was_announced_in_it() {
    let press = Press::open().await;
    let mut listener = Listener::start(&press.store, Channel::Jobs);
    listener.heard().await;
    let listens = format!("(SELECT count(*) {LISTENERS}) = 1");
    press.database.until(&listens).await;
    press.database.execute(&format!("SELECT pg_terminate_backend(pid) {LISTENERS}")).await;
    // Nobody hears of this one.
    press.database.execute("NOTIFY masthead_jobs").await;
    listener.heard().await;
    press.database.until(&listens).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_listener_that_is_dropped_gives_its_connection_back() {
    let press = Press::open().await;
    let mut listener = Listener::start(&press.store, Channel::Jobs);
    listener.heard().await;
    let listeners = format!("(SELECT count(*) {LISTENERS})");
    press.database.until(&format!("{listeners} = 1")).await;
    drop(listener);
    press.database.until(&format!("{listeners} = 0")).await;
}
