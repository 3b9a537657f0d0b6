//! A cluster survives what happens to processes.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::fs;
use std::path::Path;
use std::process::Command;

use cluster::{Closed, Cluster, Config};

fn config(directory: &Path) -> Config {
    Config { data_directory: directory.to_owned(), durable: false, max_connections: 20, login_roles: vec![] }
}

fn open(directory: &Path) -> Cluster {
    Cluster::open(config(directory), &|_| {}).unwrap()
}

fn directory() -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    let open_to_all = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(directory.path(), open_to_all).unwrap();
    directory
}

fn postmaster(directory: &Path) -> String {
    let file = fs::read_to_string(directory.join("postgres/postmaster.pid")).unwrap();
    file.lines().next().unwrap().to_owned()
}

fn kill(pid: &str) {
    assert!(Command::new("kill").args(["-9", pid]).status().unwrap().success());
}

#[test]
fn the_second_user_adopts_it_and_the_last_one_stops_it() {
    let directory = directory();
    let first = open(directory.path());
    let pid = postmaster(directory.path());
    let second = open(directory.path());
    assert_eq!(postmaster(directory.path()), pid);
    assert_eq!(first.close().unwrap(), Closed::StillUsed);
    assert_eq!(second.close().unwrap(), Closed::Stopped);
    assert!(!directory.path().join("postgres/postmaster.pid").exists());
}

#[test]
fn a_killed_postmaster_is_started_again() {
    let directory = directory();
    let cluster = open(directory.path());
    let pid = postmaster(directory.path());
    kill(&pid);
    // The kill may take a moment to be done.
    while !cluster.ensure_running().unwrap() {}
    assert_ne!(postmaster(directory.path()), pid);
    assert_eq!(cluster.close().unwrap(), Closed::Stopped);
}

#[test]
fn a_pid_file_that_names_somebody_else_by_now_does_not_stop_the_next_start() {
    let directory = directory();
    open(directory.path()).close().unwrap();
    let mut other = Command::new("cat").stdin(std::process::Stdio::piped()).spawn().unwrap();
    let file = directory.path().join("postgres/postmaster.pid");
    fs::write(
        &file,
        format!("{}\n{}\n1\n5432\n/tmp\n\n 1 1\nready\n", other.id(), directory.path().display()),
    )
    .unwrap();
    let cluster = open(directory.path());
    assert_ne!(postmaster(directory.path()), other.id().to_string());
    assert_eq!(cluster.close().unwrap(), Closed::Stopped);
    other.kill().unwrap();
    other.wait().unwrap();
}

#[test]
fn what_an_interrupted_start_left_is_made_anew() {
    let directory = directory();
    fs::create_dir_all(directory.path().join("postgres.new/base")).unwrap();
    assert_eq!(open(directory.path()).close().unwrap(), Closed::Stopped);
    assert!(!directory.path().join("postgres.new").exists());
}

#[test]
fn four_who_start_at_once_share_one() {
    let directory = directory();
    let path = directory.path();
    let open: Vec<Cluster> = std::thread::scope(|scope| {
        let starting: Vec<_> = (0..4).map(|_| scope.spawn(|| open(path))).collect();
        starting.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let stopped = open.into_iter().map(|one| one.close().unwrap());
    assert_eq!(stopped.filter(|closed| *closed == Closed::Stopped).count(), 1);
}

#[test]
fn data_of_another_major_version_is_named() {
    let directory = directory();
    fs::create_dir(directory.path().join("postgres")).unwrap();
    fs::write(directory.path().join("postgres/PG_VERSION"), "9\n").unwrap();
    let refused = Cluster::open(config(directory.path()), &|_| {}).unwrap_err();
    assert!(refused.to_string().contains("PostgreSQL 9"), "{refused}");
}
