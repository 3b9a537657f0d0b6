//! A throw-away cluster goes with the process that made it.

use std::fs;
use std::path::PathBuf;
use std::thread;

use crate::stage::{ask, directory, eventually, part, play};
use cluster::{Durability, Throwaway};

#[test]
fn it_works_and_is_gone_when_it_is_dropped() {
    let throwaway = Throwaway::start(Durability::Throwaway, 10, &["app"]).unwrap();
    let socket = throwaway.socket_directory();
    ask(&socket, throwaway.superuser(), "CREATE ROLE app LOGIN").unwrap();
    assert_eq!(ask(&socket, "app", "SHOW fsync").unwrap(), "off");
    drop(throwaway);
    assert!(!socket.parent().unwrap().exists());
}

#[test]
fn it_is_gone_when_its_process_is_killed() {
    let directory = directory();
    let mut user = play("throwaway::part_of_one_who_has_a_throwaway", directory.path());
    eventually("it runs", || directory.path().join("open").exists());
    let place = PathBuf::from(fs::read_to_string(directory.path().join("open")).unwrap());
    assert!(place.join("postgres/postmaster.pid").exists());
    user.kill().unwrap();
    user.wait().unwrap();
    eventually("it is gone", || !place.exists());
}

#[test]
fn it_is_gone_when_its_process_is_killed_before_it_runs() {
    let directory = directory();
    let mut user = play("throwaway::part_of_one_who_has_a_throwaway", directory.path());
    let prefix = format!("masthead-test-{}-", user.id());
    let here = || {
        let names = fs::read_dir(std::env::temp_dir()).unwrap().map(|entry| entry.unwrap().path());
        names.into_iter().find(|path| path.file_name().unwrap().to_string_lossy().starts_with(&prefix))
    };
    eventually("it is being made", || here().is_some_and(|path| path.join("postgres.new").exists()));
    user.kill().unwrap();
    user.wait().unwrap();
    eventually("it is gone", || here().is_none());
}

#[test]
#[ignore = "a part that other tests play in a process of its own"]
fn part_of_one_who_has_a_throwaway() {
    let Some(directory) = part() else { return };
    let throwaway = Throwaway::start(Durability::Throwaway, 10, &[]).unwrap();
    let socket = throwaway.socket_directory();
    fs::write(directory.join("new"), socket.parent().unwrap().to_str().unwrap()).unwrap();
    fs::rename(directory.join("new"), directory.join("open")).unwrap();
    loop {
        thread::park();
    }
}
