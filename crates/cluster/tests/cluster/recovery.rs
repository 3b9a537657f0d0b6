//! A cluster survives what happens to processes.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::stage::{ask, clean_up, config, directory, eventually, kill, open, part, play, postmaster};
use cluster::{Closed, Cluster, Durability, SUPERUSER};

#[test]
fn a_killed_postmaster_is_started_again() {
    let directory = directory();
    let mut durable = config(directory.path());
    durable.durability = Durability::Full;
    let cluster = Cluster::open(&durable, &|_| {}).unwrap();
    let pid = postmaster(directory.path()).unwrap();
    ask(&cluster.socket_directory(), SUPERUSER, "CREATE TABLE kept AS SELECT 7 AS number").unwrap();
    // A session that is at work outlives the postmaster for a moment.
    let socket = cluster.socket_directory();
    let session = thread::spawn(move || ask(&socket, SUPERUSER, "SELECT pg_sleep(100)"));
    let sessions = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'";
    eventually("the session is at work", || {
        ask(&cluster.socket_directory(), SUPERUSER, sessions).unwrap() == "1"
    });
    kill(&pid);
    eventually("it is started again", || cluster.ensure_running().unwrap());
    session.join().unwrap().unwrap_err();
    assert_ne!(postmaster(directory.path()).unwrap(), pid);
    assert_eq!(ask(&cluster.socket_directory(), SUPERUSER, "SELECT number FROM kept").unwrap(), "7");
    assert_eq!(cluster.close().unwrap(), Closed::Stopped);
}

#[test]
fn a_postmaster_killed_between_two_users_is_recovered() {
    let directory = directory();
    let first = open(directory.path());
    kill(&postmaster(directory.path()).unwrap());
    let second = open(directory.path());
    assert_eq!(ask(&second.socket_directory(), SUPERUSER, "SELECT 1").unwrap(), "1");
    assert_eq!(first.close().unwrap(), Closed::StillUsed);
    assert_eq!(second.close().unwrap(), Closed::Stopped);
}

#[test]
fn a_postmaster_whose_user_was_killed_is_adopted() {
    let directory = directory();
    let mut user = play("recovery::part_of_one_who_stays", directory.path());
    eventually("it is open", || directory.path().join("open").exists());
    let pid = postmaster(directory.path()).unwrap();
    user.kill().unwrap();
    user.wait().unwrap();
    let cluster = open(directory.path());
    assert_eq!(postmaster(directory.path()).unwrap(), pid);
    assert_eq!(cluster.close().unwrap(), Closed::Stopped);
}

#[test]
fn processes_that_open_it_at_once_share_one() {
    let directory = directory();
    let users: Vec<Child> =
        (0..3).map(|_| play("recovery::part_of_one_who_leaves", directory.path())).collect();
    for mut user in users {
        assert!(user.wait().unwrap().success());
    }
    assert_eq!(postmaster(directory.path()), None);
    clean_up(directory.path());
}

#[test]
fn an_interrupted_first_start_is_begun_anew() {
    let directory = directory();
    let new = directory.path().join("postgres.new");
    let mut user = play("recovery::part_of_one_who_stays", directory.path());
    eventually("it is being made", || new.join("base").exists());
    user.kill().unwrap();
    user.wait().unwrap();
    let cluster = open(directory.path());
    assert!(!new.exists());
    assert_eq!(ask(&cluster.socket_directory(), SUPERUSER, "SELECT 1").unwrap(), "1");
    assert_eq!(cluster.close().unwrap(), Closed::Stopped);
}

#[test]
fn a_pid_that_is_somebody_elses_by_now_does_not_stop_the_next_start() {
    let directory = directory();
    let cluster = open(directory.path());
    let (data, socket) = (directory.path().join("postgres"), cluster.socket_directory());
    let pid = postmaster(directory.path()).unwrap();
    let paths = [data.join("postmaster.pid"), socket.join(".s.PGSQL.5432.lock")];
    kill(&pid);
    // Of the same account, as only such a process keeps Postgres from starting.
    let owner = fs::metadata(&data).unwrap();
    let mut other = sleeper(&owner);
    for path in paths {
        let file = fs::read_to_string(&path).unwrap();
        fs::write(&path, file.replacen(&pid, &other.id().to_string(), 1)).unwrap();
    }
    drop(cluster);
    let cluster = open(directory.path());
    assert_ne!(postmaster(directory.path()).unwrap(), other.id().to_string());
    assert_eq!(ask(&cluster.socket_directory(), SUPERUSER, "SELECT 1").unwrap(), "1");
    assert_eq!(cluster.close().unwrap(), Closed::Stopped);
    assert!(other.try_wait().unwrap().is_none(), "the other process was left alone");
    other.kill().unwrap();
    other.wait().unwrap();
}

fn sleeper(owner: &fs::Metadata) -> Child {
    let mut command = Command::new("sleep");
    command.arg("120").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).current_dir("/");
    if nix::unistd::geteuid().is_root() {
        command.uid(owner.uid()).gid(owner.gid());
    }
    command.spawn().unwrap()
}

#[test]
#[ignore = "a part that other tests play in a process of its own"]
fn part_of_one_who_stays() {
    let Some(directory) = part() else { return };
    let _cluster = open(&directory);
    fs::write(directory.join("open"), "").unwrap();
    wait_for_the_end();
}

#[test]
#[ignore = "a part that other tests play in a process of its own"]
fn part_of_one_who_leaves() {
    let Some(directory) = part() else { return };
    let cluster = open(&directory);
    assert_eq!(ask(&cluster.socket_directory(), SUPERUSER, "SELECT 1").unwrap(), "1");
    cluster.close().unwrap();
    assert!(Path::new(&directory).exists());
}

fn wait_for_the_end() {
    loop {
        thread::park();
    }
}
