//! The listener: it wakes whoever waits, and lets nothing fall into a gap.

use std::time::Duration;

use store::operations::jobs;
use store::operations::jobs::NewJob;
use store::operations::listener::{Channel, Heard, Listener};

use crate::press::Press;

const DAY: Duration = Duration::from_secs(86_400);

/// Whoever listens to jobs, and to nothing else.
const LISTENERS: &str = "FROM pg_stat_activity \
    WHERE datname = current_database() AND query = 'LISTEN masthead_jobs' AND state = 'idle'";

/// Waits until it is time to look.
async fn hears(listener: &mut Listener) -> Heard {
    tokio::time::timeout(Duration::from_secs(30), listener.heard()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_is_woken_by_what_is_announced() {
    let press = Press::open().await;
    let mut to_jobs = Listener::start(&press.store, Channel::Jobs);
    let mut to_acts = Listener::start(&press.store, Channel::Acts);
    hears(&mut to_jobs).await;
    assert_eq!(hears(&mut to_acts).await, Heard::Something, "whatever was announced before");
    jobs::enqueue_periodic(&mut press.operations().await, "prune", DAY, NewJob::prune()).await.unwrap();
    hears(&mut to_jobs).await;
    press.publish(&press.article("a").await).await.unwrap();
    assert_eq!(hears(&mut to_acts).await, Heard::Act(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_can_hide_an_act_behind_an_announcement_of_their_own() {
    let press = Press::open().await;
    let mut to_acts = Listener::start(&press.store, Channel::Acts);
    hears(&mut to_acts).await;
    press.publish(&press.article("a").await).await.unwrap();
    press.publish(&press.article("b").await).await.unwrap();
    press.database.execute("NOTIFY masthead_acts, '0'").await;
    while hears(&mut to_acts).await != Heard::Act(2) {}
    press.database.execute("NOTIFY masthead_acts, 'no number'").await;
    while hears(&mut to_acts).await != Heard::Something {}
    press.database.execute("NOTIFY masthead_acts, '1'").await;
    assert_eq!(hears(&mut to_acts).await, Heard::Act(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_gap_it_is_time_to_look_whatever_was_announced_in_it() {
    let press = Press::open().await;
    let mut listener = Listener::start(&press.store, Channel::Jobs);
    hears(&mut listener).await;
    let listens = format!("(SELECT count(*) {LISTENERS}) = 1");
    press.database.until(&listens).await;
    press.database.execute(&format!("SELECT pg_terminate_backend(pid) {LISTENERS}")).await;
    // Nobody hears of this one.
    press.database.execute("NOTIFY masthead_jobs").await;
    assert_eq!(hears(&mut listener).await, Heard::Something);
    press.database.until(&listens).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_listener_that_is_dropped_gives_its_connection_back() {
    let press = Press::open().await;
    let mut listener = Listener::start(&press.store, Channel::Jobs);
    hears(&mut listener).await;
    let listeners = format!("(SELECT count(*) {LISTENERS})");
    press.database.until(&format!("{listeners} = 1")).await;
    drop(listener);
    press.database.until(&format!("{listeners} = 0")).await;
}
