//! Recovery after kills: of the postmaster, of a process that uses the cluster, and during the first start.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::support::{
    child_directory, clean_up, config, directory, kill, open, postmaster, psql, spawn_child_test, wait_until,
};
use cluster::{CloseOutcome, Cluster, Durability, SUPERUSER};

#[test]
fn a_killed_postmaster_is_restarted() {
    let directory = directory();
    let mut durable = config(directory.path());
    durable.durability = Durability::Full;
    let cluster = Cluster::open(&durable, &|_| {}).unwrap();
    let pid = postmaster(directory.path()).unwrap();
    psql(&cluster.socket_directory(), SUPERUSER, "CREATE TABLE kept AS SELECT 7 AS number").unwrap();
    // A session that is running a query outlives a killed postmaster for a moment.
    let socket = cluster.socket_directory();
    let session = thread::spawn(move || psql(&socket, SUPERUSER, "SELECT pg_sleep(100)"));
    let sessions = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'";
    wait_until("the session is at work", || {
        psql(&cluster.socket_directory(), SUPERUSER, sessions).unwrap() == "1"
    });
    kill(&pid);
    wait_until("it is started again", || cluster.ensure_running().unwrap());
    session.join().unwrap().unwrap_err();
    assert_ne!(postmaster(directory.path()).unwrap(), pid);
    assert_eq!(psql(&cluster.socket_directory(), SUPERUSER, "SELECT number FROM kept").unwrap(), "7");
    assert_eq!(cluster.close().unwrap(), CloseOutcome::Stopped);
}

#[test]
fn a_postmaster_killed_between_two_opens_is_restarted() {
    let directory = directory();
    let first = open(directory.path());
    kill(&postmaster(directory.path()).unwrap());
    let second = open(directory.path());
    assert_eq!(psql(&second.socket_directory(), SUPERUSER, "SELECT 1").unwrap(), "1");
    assert_eq!(first.close().unwrap(), CloseOutcome::StillInUse);
    assert_eq!(second.close().unwrap(), CloseOutcome::Stopped);
}

#[test]
fn a_postmaster_whose_process_was_killed_is_adopted() {
    let directory = directory();
    let mut user = spawn_child_test(child_keeps_the_cluster_open, directory.path());
    wait_until("it is open", || directory.path().join("open").exists());
    let pid = postmaster(directory.path()).unwrap();
    user.kill().unwrap();
    user.wait().unwrap();
    let cluster = open(directory.path());
    assert_eq!(postmaster(directory.path()).unwrap(), pid);
    assert_eq!(cluster.close().unwrap(), CloseOutcome::Stopped);
}

#[test]
fn concurrent_processes_share_one_cluster() {
    let directory = directory();
    let users: Vec<Child> =
        (0..3).map(|_| spawn_child_test(child_opens_and_closes, directory.path())).collect();
    for mut user in users {
        assert!(user.wait().unwrap().success());
    }
    assert_eq!(postmaster(directory.path()), None);
    clean_up(directory.path());
}

#[test]
fn an_interrupted_initialisation_is_repeated() {
    let directory = directory();
    let new = directory.path().join("postgres.new");
    let mut user = spawn_child_test(child_keeps_the_cluster_open, directory.path());
    wait_until("it is being made", || new.join("base").exists());
    user.kill().unwrap();
    user.wait().unwrap();
    let cluster = open(directory.path());
    assert!(!new.exists());
    assert_eq!(psql(&cluster.socket_directory(), SUPERUSER, "SELECT 1").unwrap(), "1");
    assert_eq!(cluster.close().unwrap(), CloseOutcome::Stopped);
}

#[test]
fn a_pid_file_with_a_reused_pid_does_not_prevent_the_next_start() {
    let directory = directory();
    let cluster = open(directory.path());
    let (data, socket) = (directory.path().join("postgres"), cluster.socket_directory());
    let pid = postmaster(directory.path()).unwrap();
    let paths = [data.join("postmaster.pid"), socket.join(".s.PGSQL.5432.lock")];
    kill(&pid);
    // The process runs as the same account, because only then does its pid keep Postgres from starting.
    let owner = fs::metadata(&data).unwrap();
    let mut other = spawn_sleep(&owner);
    for path in paths {
        let file = fs::read_to_string(&path).unwrap();
        fs::write(&path, file.replacen(&pid, &other.id().to_string(), 1)).unwrap();
    }
    drop(cluster);
    let cluster = open(directory.path());
    assert_ne!(postmaster(directory.path()).unwrap(), other.id().to_string());
    assert_eq!(psql(&cluster.socket_directory(), SUPERUSER, "SELECT 1").unwrap(), "1");
    assert_eq!(cluster.close().unwrap(), CloseOutcome::Stopped);
    assert!(other.try_wait().unwrap().is_none(), "the other process was left alone");
    other.kill().unwrap();
    other.wait().unwrap();
}

fn spawn_sleep(owner: &fs::Metadata) -> Child {
    let mut command = Command::new("sleep");
    command.arg("120").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).current_dir("/");
    if nix::unistd::geteuid().is_root() {
        command.uid(owner.uid()).gid(owner.gid());
    }
    command.spawn().unwrap()
}

#[test]
#[ignore = "runs in a child process of other tests"]
fn child_keeps_the_cluster_open() {
    let Some(directory) = child_directory() else { return };
    let _cluster = open(&directory);
    fs::write(directory.join("open"), "").unwrap();
    park_forever();
}

#[test]
#[ignore = "runs in a child process of other tests"]
fn child_opens_and_closes() {
    let Some(directory) = child_directory() else { return };
    let cluster = open(&directory);
    assert_eq!(psql(&cluster.socket_directory(), SUPERUSER, "SELECT 1").unwrap(), "1");
    cluster.close().unwrap();
    assert!(Path::new(&directory).exists());
}

fn park_forever() {
    loop {
        thread::park();
    }
}
