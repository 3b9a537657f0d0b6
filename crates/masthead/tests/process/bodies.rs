//! Request bodies, and how much memory they take.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::support::{Server, client, directory, masthead};

/// The memory of a process that is in use, in KiB.
fn resident_kib(server: &Server) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", server.process.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_bodies_stay_within_the_memory_budget_and_others_are_refused() {
    const CLIENTS: usize = 60;
    const LENGTH: usize = 5 << 20;
    let directory = directory();
    let mut command = masthead(directory.path(), &["serve", "--listen", "127.0.0.1:0"]);
    command.env("MASTHEAD_BODY_MEBIBYTES", "16");
    let server = Server::run(command);
    let token = server.sign_in(directory.path()).await;
    let address = server.at("").trim_start_matches("http://").to_owned();
    let before = resident_kib(&server);
    let head = format!(
        "POST /editorial/v1/drafts HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\n\
         content-type: application/json\r\ncontent-length: {LENGTH}\r\n\r\n"
    );
    // Each client sends all but the last byte, and keeps the connection open.
    let sending: Vec<_> = (0..CLIENTS)
        .map(|_| {
            let (address, head) = (address.clone(), head.clone());
            std::thread::spawn(move || {
                let mut stream = TcpStream::connect(address).unwrap();
                stream.write_all(head.as_bytes()).unwrap();
                // A refused client cannot send the rest.
                match stream.write_all(&vec![b' '; LENGTH - 1]) {
                    Ok(()) => Some(stream),
                    Err(_) => None,
                }
            })
        })
        .collect();
    let held: Vec<TcpStream> = sending.into_iter().filter_map(|one| one.join().unwrap()).collect();
    let grown = resident_kib(&server).saturating_sub(before);
    assert!(grown < 64 << 10, "{CLIENTS} bodies of 5 MiB took {grown} KiB");
    assert_eq!(client().get(server.at("/livez")).send().await.unwrap().status().as_u16(), 200);
    drop(held);

    let refused = tokio::task::spawn_blocking(move || send_bodies_until_refused(&address, &head, LENGTH))
        .await
        .unwrap();
    assert!(refused.contains("retry-after: ") && refused.contains("/docs/problems/busy"), "{refused}");
}

/// Sends incomplete bodies on more and more connections until one is refused, and returns that response.
fn send_bodies_until_refused(address: &str, head: &str, length: usize) -> String {
    let mut held = Vec::new();
    loop {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        let _sent = stream.write_all(&vec![b' '; length - 1]);
        // A body within the memory budget gets no response until it is complete.
        stream.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
        let mut answer = vec![0; 8 << 10];
        if let Ok(count @ 1..) = stream.read(&mut answer) {
            return String::from_utf8_lossy(&answer[..count]).into_owned();
        }
        held.push(stream);
        assert!(held.len() < 100, "nobody was refused");
    }
}
