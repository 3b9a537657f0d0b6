//! Server processes: concurrent starts, kills, outages, shutdowns, and starts that are refused.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::{
    Server, TIMEOUT, client, directory, execute, feed, import, listening_port, masthead, postgres,
    postmaster_now, refusal, refusal_of, send, wait_for, wait_until,
};

#[tokio::test(flavor = "multi_thread")]
async fn eight_servers_starting_on_an_empty_directory_all_serve_the_demo() {
    let directory = directory();
    let data = directory.path();
    let servers: Vec<Server> = std::thread::scope(|scope| {
        let starting: Vec<_> = (0..8).map(|_| scope.spawn(|| Server::with_demo(data, &[]))).collect();
        starting.into_iter().map(|one| one.join().unwrap()).collect()
    });
    for server in &servers {
        assert_eq!(server.live_count().await, 12);
    }
    let checked = masthead(data, &["migrate", "--check"]).output().unwrap();
    assert_eq!(String::from_utf8(checked.stdout).unwrap(), "0 migrations pending\n");
    drop(servers);
    assert!(!data.join("postgres/postmaster.pid").exists(), "the last one did not stop Postgres");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_is_loaded_only_by_the_first_start_and_unless_disabled() {
    let directory = directory();
    let data = directory.path();
    assert_eq!(Server::start(data).live_count().await, 0);
    assert_eq!(Server::with_demo(data, &[]).live_count().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn acknowledged_imports_survive_kills_and_others_are_atomic() {
    const BLOCKS: usize = 60;
    let directory = directory();
    let data = directory.path();
    let mut acknowledged = 0;
    for round in 0..5 {
        let server = Server::start(data);
        let feed = feed(data, round, BLOCKS);
        let importing =
            masthead(data, &["import", "teasers", feed.to_str().unwrap(), "--publish"]).spawn().unwrap();
        if round % 2 == 0 {
            server.kill();
        } else {
            let pid = fs::read_to_string(data.join("postgres/postmaster.pid")).unwrap();
            send("KILL", pid.lines().next().unwrap());
            server.kill();
        }
        let imported = importing.wait_with_output().unwrap();
        let server = Server::start(data);
        let live = server.live_count().await;
        if imported.status.success() {
            assert_eq!(live, acknowledged + BLOCKS, "round {round}: an acknowledged import is lost");
        } else {
            assert!(
                live == acknowledged || live == acknowledged + BLOCKS,
                "round {round}: {live} articles are live"
            );
        }
        let again = import(data, &feed);
        assert!(again.status.success(), "round {round}: {}", String::from_utf8_lossy(&again.stderr));
        acknowledged += BLOCKS;
        assert_eq!(server.live_count().await, acknowledged);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frozen_database_is_an_outage_until_it_responds_again() {
    let directory = directory();
    let server = Server::start(directory.path());
    let (ready, other) = (server.at("/readyz"), server.at("/v1/sections"));
    let before = reqwest::get(&server.address).await.unwrap();
    assert_eq!((before.status().as_u16(), before.headers().get("age")), (200, None));
    let before = before.text().await.unwrap();
    let stopped = postgres(directory.path());
    stopped.iter().for_each(|pid| send("STOP", pid));
    server.until(&other, 503).await;
    // Stale responses are served, so the server stays ready, and the probes do not wait for the database.
    let readiness: Value = client().get(&ready).send().await.unwrap().json().await.unwrap();
    assert_eq!((&readiness["status"], &readiness["degraded"]), (&json!("ok"), &json!(true)));
    let alive = client().get(server.at("/livez")).timeout(Duration::from_secs(1)).send().await.unwrap();
    assert_eq!(alive.status(), 200);
    let meanwhile = reqwest::get(&server.address).await.unwrap();
    let status = meanwhile.headers()["cache-status"].to_str().unwrap().to_owned();
    assert!(status.contains("detail=\"database-silent\""), "{status}");
    assert!(meanwhile.headers().contains_key("age"));
    assert_eq!(meanwhile.text().await.unwrap(), before, "the stale response differs");
    stopped.iter().for_each(|pid| send("CONT", pid));
    server.until(&other, 200).await;
    let readiness: Value = client().get(&ready).send().await.unwrap().json().await.unwrap();
    assert_eq!((&readiness["status"], &readiness["degraded"]), (&json!("ok"), &json!(false)));
    let after = reqwest::get(&server.address).await.unwrap();
    assert_eq!((after.status().as_u16(), after.headers().get("age")), (200, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_postgres_is_restarted_while_the_server_runs() {
    let directory = directory();
    let server = Server::start(directory.path());
    let before = postgres(directory.path());
    send("KILL", before.last().unwrap());
    wait_until("another postmaster", TIMEOUT, async || {
        postmaster_now(directory.path()).is_some_and(|now| Some(&now) != before.last())
    })
    .await;
    server.until(&server.address, 200).await;
    server.until(&server.at("/readyz"), 200).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_starting_server_is_live_and_not_ready() {
    let directory = directory();
    // A database that accepts connections and never responds.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut command = masthead(directory.path(), &["serve", "--listen", "127.0.0.1:0"]);
    let port = silent.local_addr().unwrap().port();
    command.env("DATABASE_URL", format!("host=127.0.0.1 port={port} user=nobody sslmode=disable"));
    command.env("MASTHEAD_SECRET", "x9Kq2Lw8Zr5Tn1Vb7Mc4Jd6Hf3Gp0SaQ");
    let mut process = command.spawn().unwrap();
    let listen = format!("127.0.0.1:{}", listening_port(&mut process).await);
    let answer = async |path: &str| {
        let get = async || client().get(format!("http://{listen}{path}")).send().await.ok();
        let answer = wait_for("a response", TIMEOUT, get).await;
        (answer.status().as_u16(), answer.json::<Value>().await.unwrap())
    };
    let (status, readiness) = answer("/readyz").await;
    assert_eq!(
        (status, &readiness["status"], &readiness["degraded"]),
        (503, &json!("starting"), &json!(false))
    );
    assert_eq!(answer("/livez").await.0, 200);
    let (status, problem) = answer("/v1/teasers").await;
    assert_eq!((status, &problem["type"]), (503, &json!("/docs/problems/unavailable")));
    send("TERM", &process.id().to_string());
    assert_eq!(process.wait().unwrap().code(), Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draining_server_is_live_responds_and_is_not_ready() {
    let directory = directory();
    // Listen on all addresses: a server on a loopback address has no load balancer and would stop at once.
    let mut server = Server::run(masthead(
        directory.path(),
        &["serve", "--listen", "0.0.0.0:0", "--site-url", "http://example.org"],
    ));
    server.signal("TERM");
    server.until(&server.at("/readyz"), 503).await;
    let readiness: Value = client().get(server.at("/readyz")).send().await.unwrap().json().await.unwrap();
    assert_eq!(readiness["status"], "draining");
    for path in ["/livez", "/v1/teasers"] {
        assert_eq!(client().get(server.at(path)).send().await.unwrap().status(), 200, "{path}");
    }
    assert!(server.process.wait().unwrap().success());
}

#[test]
fn idle_connections_do_not_delay_shutdown() {
    let directory = directory();
    let mut server = Server::start(directory.path());
    let address = server.address.split('/').nth(2).unwrap().to_owned();
    let idle: Vec<TcpStream> = (0..200)
        .map(|_| {
            let mut stream = TcpStream::connect(&address).unwrap();
            stream.write_all(b"GET /livez HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
            assert!(stream.read(&mut [0; 1_024]).unwrap() > 0);
            stream
        })
        .collect();
    server.signal("TERM");
    let begun = Instant::now();
    assert!(server.process.wait().unwrap().success());
    // Active connections get twenty seconds. A shutdown that takes that long has treated idle ones as active.
    assert!(begun.elapsed() < Duration::from_secs(15), "it waited for idle connections");
    assert!(!directory.path().join("postgres/postmaster.pid").exists());
    drop(idle);
}

#[test]
fn invalid_settings_are_reported_in_one_line_each_with_exit_code_2() {
    let directory = directory();
    let data = directory.path();
    let wrong = masthead(data, &["serve", "--listen", "here", "--site-url", "there"]).output().unwrap();
    let said = String::from_utf8(wrong.stderr).unwrap();
    assert_eq!((wrong.status.code(), said.lines().count()), (Some(2), 2), "{said}");

    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let said = refusal(data, &["serve", "--listen", &address]);
    assert!(said.contains("is taken by another process"), "{said}");

    let file = data.join("a-file");
    fs::write(&file, "").unwrap();
    for place in [file.clone(), file.join("below")] {
        let said = refusal(&place, &["serve", "--listen", "127.0.0.1:0"]);
        assert!(said.contains(file.to_str().unwrap()), "{said}");
    }
    let said = refusal(data, &["import", "teasers", "/nowhere/feed.txt"]);
    assert!(said.contains("/nowhere/feed.txt cannot be read"), "{said}");

    fs::create_dir(data.join("postgres")).unwrap();
    fs::write(data.join("postgres/PG_VERSION"), "9\n").unwrap();
    let said = refusal(data, &["doctor"]);
    assert!(said.contains("made by PostgreSQL 9"), "{said}");
}

#[test]
fn doctor_reports_content_in_unconfigured_locales() {
    let (directory, folder) = (directory(), directory());
    let file = "---\ntitle: Eins\nsection: desk\n---\nText.\n";
    fs::write(folder.path().join("eins.de.md"), file).unwrap();
    let path = folder.path().to_str().unwrap();
    let imported =
        masthead(directory.path(), &["import", "markdown", path, "--publish", "--locales", "en,de"]);
    assert!({ imported }.output().unwrap().status.success());
    let doctor = |locales: &str| {
        let done = masthead(directory.path(), &["doctor", "--locales", locales]).output().unwrap();
        (done.status.code(), String::from_utf8(done.stdout).unwrap())
    };
    let (code, said) = doctor("de");
    assert!(code == Some(0) && said.contains("ok: all content is in configured locales"), "{said}");
    let (code, said) = doctor("en");
    let named =
        "error: the locale de is not configured, and has 1 live articles, 0 scheduled ones and 1 drafts";
    assert!(code == Some(1) && said.contains(named), "{said}");
}

#[test]
fn secrets_in_urls_are_refused_or_masked_and_never_printed() {
    let directory = directory();
    let data = directory.path();
    let said = refusal(data, &["config", "--site-url", "https://vera:hunter2@example.org"]);
    assert!(said.contains("MASTHEAD_SITE_URL") && !said.contains("hunter2"), "{said}");
    let mut command =
        masthead(data, &["config", "--purge-urls", "http://vera:hunter2@varnish:6081/hunter2?t=hunter2"]);
    for variable in ["DATABASE_URL", "DATABASE_DELIVERY_URL", "DATABASE_REPLICA_URL"] {
        command.env(
            variable,
            "postgres://vera:hunter2@db.example.org/press?password=hunter2&sslpassword=hunter2",
        );
    }
    let output = command.env("MASTHEAD_SECRET", "hunter2-x9Kq2Lw8Zr5Tn1Vb7Mc4Jd6Hf3Gp0Sa").output().unwrap();
    let printed = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(output.status.success() && printed.contains("db.example.org"), "{printed}");
    assert!(!printed.contains("hunter2"), "{printed}");
}

#[test]
fn guessable_and_missing_secrets_prevent_the_start() {
    let directory = directory();
    let data = directory.path();
    let serve = || masthead(data, &["serve", "--listen", "127.0.0.1:0"]);
    let long = |text: &str| text.repeat(64 / text.len() + 1);
    for (secret, why) in [
        ("short".to_owned(), "fewer than 32"),
        ("x9Kq2Lw8Zr5Tn1Vb7Mc4Jd6Hf3Gp0Sa".to_owned(), "fewer than 32"),
        (format!("x9Kq2Lw8Zr5Tn1Vb7Mc4Jd6Hf3Gp0Sa{}", " ".repeat(20)), "fewer than 32"),
        (long("a"), "guessed"),
        (long("01"), "guessed"),
        (long("changeme"), "guessed"),
        (long("your-256-bit-secret"), "guessed"),
        (long("0123456789abcdef"), "guessed"),
        ("please-CHANGE-ME-to-something-else-1".to_owned(), "guessed"),
        ("Masthead is the best of all systems, 42".to_owned(), "guessed"),
    ] {
        for url in [None, Some("host=/nowhere dbname=none")] {
            let said = match url {
                Some(url) => refusal_of(serve().env("DATABASE_URL", url).env("MASTHEAD_SECRET", &secret)),
                None => refusal_of(serve().env("MASTHEAD_SECRET", &secret)),
            };
            assert!(said.contains("MASTHEAD_SECRET") && said.contains(why), "{secret}: {said}");
            assert!(!said.contains(secret.trim()), "the error contains the secret: {said}");
        }
    }
    for (variable, value) in [("RUST_LOG", "error"), ("MASTHEAD_SECRET", "")] {
        let mut command = serve();
        command
            .env("DATABASE_URL", "host=/nowhere dbname=none")
            .env_remove("MASTHEAD_SECRET")
            .env(variable, value);
        let said = refusal_of(&mut command);
        assert!(said.contains("MASTHEAD_SECRET is not set"), "{said}");
    }
    assert!(!data.join("postgres").exists(), "a database was created despite a refused secret");
}

#[tokio::test(flavor = "multi_thread")]
async fn databases_with_a_newer_schema_or_unsafe_settings_are_refused() {
    let directory = directory();
    let data = directory.path();
    assert!(masthead(data, &["migrate"]).output().unwrap().status.success());
    for (change, said_of_it) in [
        ("ALTER SYSTEM SET synchronous_commit = off", "synchronous_commit is off"),
        ("ALTER SYSTEM SET full_page_writes = off", "full_page_writes, synchronous_commit is off"),
        ("ALTER SYSTEM RESET ALL", ""),
        ("INSERT INTO __diesel_schema_migrations (version) VALUES ('29990101000000')", "newer Masthead"),
    ] {
        let cluster = cluster::Cluster::open(&cluster::Config::new(data.to_owned()), &|_| {}).unwrap();
        let host = cluster.socket_directory();
        let url = format!("host='{}' user={} dbname=masthead", host.display(), cluster::SUPERUSER);
        store::testing::execute(&store::Access { url, role: None }, change).await.unwrap();
        cluster.close().unwrap();
        if !said_of_it.is_empty() {
            let said = refusal(data, &["serve", "--listen", "127.0.0.1:0"]);
            assert!(said.contains(said_of_it), "{said}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn doctor_reports_out_of_range_dates_and_a_different_time_zone() {
    let directory = directory();
    let data = directory.path();
    assert!(import(data, &feed(data, 1, 1)).status.success());
    let doctor = |zone: &str| {
        let told = masthead(data, &["doctor"]).env("MASTHEAD_TIME_ZONE", zone).output().unwrap();
        (told.status.code(), String::from_utf8(told.stdout).unwrap())
    };
    let (code, said) = doctor("UTC");
    assert_eq!(code, Some(0), "{said}");
    for good in ["ok: all dates lie between 1000-01-02 and 9999-12-30", "ok: the time zone is UTC"] {
        assert!(said.contains(good), "{said}");
    }
    let cluster = cluster::Cluster::open(&cluster::Config::new(data.to_owned()), &|_| {}).unwrap();
    for change in [
        "UPDATE delivery.spans SET first_published_at = 'infinity'",
        "UPDATE operations.counter SET time_zone = 'Europe/Berlin'",
    ] {
        execute(data, change).await;
    }
    cluster.close().unwrap();
    let (code, said) = doctor("UTC");
    assert_eq!(code, Some(1), "{said}");
    for bad in [
        "error: the live article round-1-piece-0 (en) has the date infinity",
        "error: the current time zone is Europe/Berlin, but MASTHEAD_TIME_ZONE is UTC here",
    ] {
        assert!(said.contains(bad), "{said}");
    }
    assert!(doctor("Europe/Berlin").1.contains("ok: the time zone is Europe/Berlin"));
    for (zone, why) in [("Europe/Berln", "Postgres does not know the time zone"), ("+02:00", "IANA")] {
        let mut serve = masthead(data, &["serve", "--listen", "127.0.0.1:0"]);
        let said = refusal_of(serve.env("MASTHEAD_TIME_ZONE", zone));
        assert!(said.contains("MASTHEAD_TIME_ZONE") && said.contains(why), "{said}");
    }
}
