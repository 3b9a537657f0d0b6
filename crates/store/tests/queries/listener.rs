//! The listener: wakes its receiver and misses nothing across reconnects.

use std::time::Duration;

use store::operations::jobs;
use store::operations::jobs::NewJob;
use store::operations::listener::{Channel, Listener, Wakeup};

use crate::fixture::TestStore;

const DAY: Duration = Duration::from_secs(86_400);

/// Sessions that listen for jobs.
const LISTENERS: &str = "FROM pg_stat_activity \
    WHERE datname = current_database() AND query = 'LISTEN masthead_jobs' AND state = 'idle'";

/// Waits for a wake-up.
async fn recv_in_time(listener: &mut Listener) -> Wakeup {
    tokio::time::timeout(Duration::from_secs(30), listener.recv()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_listener_wakes_on_notifications_of_its_channel() {
    let fixture = TestStore::open().await;
    let mut to_jobs = Listener::start(&fixture.store, Channel::Jobs);
    let mut to_acts = Listener::start(&fixture.store, Channel::Acts);
    recv_in_time(&mut to_jobs).await;
    assert_eq!(recv_in_time(&mut to_acts).await, Wakeup::Unnumbered, "whatever was announced before");
    jobs::enqueue_periodic(&mut fixture.operations().await, "prune", DAY, NewJob::prune()).await.unwrap();
    recv_in_time(&mut to_jobs).await;
    fixture.publish(&fixture.article("a").await).await.unwrap();
    assert_eq!(recv_in_time(&mut to_acts).await, Wakeup::Act(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn forged_notifications_do_not_hide_an_act() {
    let fixture = TestStore::open().await;
    let mut to_acts = Listener::start(&fixture.store, Channel::Acts);
    recv_in_time(&mut to_acts).await;
    fixture.publish(&fixture.article("a").await).await.unwrap();
    fixture.publish(&fixture.article("b").await).await.unwrap();
    fixture.database.execute("NOTIFY masthead_acts, '0'").await;
    while recv_in_time(&mut to_acts).await != Wakeup::Act(2) {}
    fixture.database.execute("NOTIFY masthead_acts, 'no number'").await;
    while recv_in_time(&mut to_acts).await != Wakeup::Unnumbered {}
    fixture.database.execute("NOTIFY masthead_acts, '1'").await;
    assert_eq!(recv_in_time(&mut to_acts).await, Wakeup::Act(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_listener_wakes_after_a_reconnect_because_notifications_may_be_missed() {
    let fixture = TestStore::open().await;
    let mut listener = Listener::start(&fixture.store, Channel::Jobs);
    recv_in_time(&mut listener).await;
    let listens = format!("(SELECT count(*) {LISTENERS}) = 1");
    fixture.database.until(&listens).await;
    fixture.database.execute(&format!("SELECT pg_terminate_backend(pid) {LISTENERS}")).await;
    // Nobody is listening to receive this one.
    fixture.database.execute("NOTIFY masthead_jobs").await;
    assert_eq!(recv_in_time(&mut listener).await, Wakeup::Unnumbered);
    fixture.database.until(&listens).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn dropping_a_listener_closes_its_connection() {
    let fixture = TestStore::open().await;
    let mut listener = Listener::start(&fixture.store, Channel::Jobs);
    recv_in_time(&mut listener).await;
    let listeners = format!("(SELECT count(*) {LISTENERS})");
    fixture.database.until(&format!("{listeners} = 1")).await;
    drop(listener);
    fixture.database.until(&format!("{listeners} = 0")).await;
}
