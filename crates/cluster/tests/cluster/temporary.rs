//! A temporary cluster is removed with the process that started it.

use std::fs;
use std::path::PathBuf;
use std::thread;

use crate::support::{child_directory, directory, psql, spawn_child_test, wait_until};
use cluster::{Durability, TemporaryCluster};

#[test]
fn a_temporary_cluster_is_removed_when_dropped() {
    let temporary = TemporaryCluster::start(Durability::Off, 10, &["app"]).unwrap();
    let socket = temporary.socket_directory();
    psql(&socket, temporary.superuser(), "CREATE ROLE app LOGIN").unwrap();
    assert_eq!(psql(&socket, "app", "SHOW fsync").unwrap(), "off");
    drop(temporary);
    assert!(!socket.parent().unwrap().exists());
}

#[test]
fn a_temporary_cluster_is_removed_when_its_process_is_killed() {
    let directory = directory();
    let mut user = spawn_child_test(child_starts_a_temporary_cluster, directory.path());
    wait_until("it runs", || directory.path().join("open").exists());
    let place = PathBuf::from(fs::read_to_string(directory.path().join("open")).unwrap());
    assert!(place.join("postgres/postmaster.pid").exists());
    user.kill().unwrap();
    user.wait().unwrap();
    wait_until("it is gone", || !place.exists());
}

#[test]
fn a_temporary_cluster_is_removed_when_its_process_is_killed_during_start() {
    let directory = directory();
    let mut user = spawn_child_test(child_starts_a_temporary_cluster, directory.path());
    let prefix = format!("masthead-test-{}-", user.id());
    let here = || {
        let names = fs::read_dir(std::env::temp_dir()).unwrap().map(|entry| entry.unwrap().path());
        names.into_iter().find(|path| path.file_name().unwrap().to_string_lossy().starts_with(&prefix))
    };
    wait_until("it is being made", || here().is_some_and(|path| path.join("postgres.new").exists()));
    user.kill().unwrap();
    user.wait().unwrap();
    wait_until("it is gone", || here().is_none());
}

#[test]
#[ignore = "runs in a child process of other tests"]
fn child_starts_a_temporary_cluster() {
    let Some(directory) = child_directory() else { return };
    let temporary = TemporaryCluster::start(Durability::Off, 10, &[]).unwrap();
    let socket = temporary.socket_directory();
    fs::write(directory.join("new"), socket.parent().unwrap().to_str().unwrap()).unwrap();
    fs::rename(directory.join("new"), directory.join("open")).unwrap();
    loop {
        thread::park();
    }
}
