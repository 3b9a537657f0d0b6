//! A server in its own process, so that a test can kill it: `server LISTEN OWNER_URL READER_URL REPLICA_URL`. It prints
//! its address once it accepts requests, and stops when stdin is closed.

use std::io::Read;
use std::time::Duration;

use masthead::{Config, Database, DatabaseTimeouts, DeliveryConfig};
use tests::{config, delivery_config};

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [listen, url, reader, replica] = arguments.try_into().expect("four arguments");
    let database = Database::External { url, delivery_url: Some(reader), replica_url: Some(replica) };
    let short = Duration::from_millis(200);
    let delivery = DeliveryConfig {
        timeouts: DatabaseTimeouts { probe_after: short, probe: short },
        ..delivery_config()
    };
    let listen = listen.parse().expect("an address");
    let server = masthead::start(Config { listen, delivery, ..config(database) }).await.expect("it starts");
    println!("{}", server.address());
    let closed = tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new()));
    closed.await.expect("it is not cut off").expect("an input");
    server.stop(std::future::ready(())).await.expect("it stops");
}
