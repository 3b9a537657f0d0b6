//! Epochs: a new one starts exactly once, and resets what instances and CDN endpoints have confirmed.

use store::operations::{act_log, cdn_purges, epochs, instances};
use uuid::Uuid;

use crate::fixture::TestStore;

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_starts_of_an_epoch_create_one() {
    let fixture = TestStore::open().await;
    fixture.publish(&fixture.article("a").await).await.unwrap();
    let before = act_log::newest(&mut fixture.operations().await).await.unwrap();
    let beginning =
        (0..8).map(async |_| epochs::start(&mut fixture.operations().await, before.epoch).await.unwrap());
    let begun: Vec<Uuid> = futures_util::future::join_all(beginning).await.into_iter().flatten().collect();
    let now = act_log::newest(&mut fixture.operations().await).await.unwrap();
    assert_eq!((begun, now.sequence, now.at), (vec![now.epoch], before.sequence, before.at));
    assert_ne!(now.epoch, before.epoch);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_epoch_resets_the_confirmations_of_instances_and_cdn_endpoints() {
    let fixture = TestStore::open().await;
    let mut conn = fixture.operations().await;
    let (server, edge) = (Uuid::now_v7(), "http://edge:6081/".to_owned());
    fixture.publish(&fixture.article("a").await).await.unwrap();
    cdn_purges::configure(&mut conn, std::slice::from_ref(&edge)).await.unwrap();
    let old = act_log::newest(&mut conn).await.unwrap().epoch;
    instances::heartbeat(&mut conn, server, old, 7).await.unwrap();
    assert_eq!(cdn_purges::confirmed_sequence(&mut conn, &edge).await.unwrap(), Some(1));
    fixture.database.execute("DELETE FROM operations.jobs").await;

    let new = epochs::start(&mut conn, old).await.unwrap().unwrap();
    let applied = async || fixture.database.column("SELECT applied FROM operations.instances").await;
    assert_eq!(applied().await, ["0"]);
    assert_eq!(cdn_purges::confirmed_sequence(&mut conn, &edge).await.unwrap(), Some(0));
    assert_eq!(fixture.database.column("SELECT key FROM operations.jobs").await, [edge], "nobody purges it");
    // An instance that has not noticed the new epoch continues with old numbers.
    instances::heartbeat(&mut conn, server, old, 8).await.unwrap();
    assert_eq!(applied().await, ["0"]);
    instances::heartbeat(&mut conn, server, new, 1).await.unwrap();
    assert_eq!(applied().await, ["1"]);
}
