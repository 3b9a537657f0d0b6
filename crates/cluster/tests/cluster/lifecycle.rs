//! A cluster is made, started, shared and stopped.

use std::cell::RefCell;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;
use std::thread;

use crate::support::{config, directory, open, postmaster, psql, wait_until};
use cluster::{Binaries, CloseOutcome, Cluster, Durability, Error, SUPERUSER};

#[test]
fn data_survives_a_restart() {
    let directory = directory();
    let told = RefCell::new(Vec::new());
    let tell = |line: &str| told.borrow_mut().push(line.to_owned());
    let mut config = config(&directory.path().join("made/with/its/parents"));
    config.durability = Durability::Full;
    let first = Cluster::open(&config, &tell).unwrap();
    assert_eq!(told.take(), ["making a database cluster", "starting the database"]);
    assert_eq!(first.major(), Binaries::find(None, None).unwrap().major);
    let settings = "SELECT current_setting('listen_addresses') || current_setting('fsync') \
                    || current_setting('max_connections') || current_setting('server_encoding') \
                    || current_setting('lc_collate') || current_setting('data_checksums')";
    assert_eq!(psql(&first.socket_directory(), SUPERUSER, settings).unwrap(), "on20UTF8C.UTF-8on");
    psql(&first.socket_directory(), SUPERUSER, "CREATE TABLE kept AS SELECT 7 AS number").unwrap();
    assert_eq!(first.close().unwrap(), CloseOutcome::Stopped);
    let second = Cluster::open(&config, &tell).unwrap();
    assert_eq!(told.take(), ["starting the database"]);
    assert_eq!(psql(&second.socket_directory(), SUPERUSER, "SELECT number FROM kept").unwrap(), "7");
    assert!(!second.ensure_running().unwrap());
    assert_eq!(second.close().unwrap(), CloseOutcome::Stopped);
}

#[test]
fn a_second_process_adopts_the_cluster_and_the_last_one_stops_it() {
    let directory = directory();
    let first = open(directory.path());
    let pid = postmaster(directory.path()).unwrap();
    let second = open(directory.path());
    assert_eq!(postmaster(directory.path()).unwrap(), pid);
    assert_eq!(first.socket_directory(), second.socket_directory());
    assert_eq!(first.close().unwrap(), CloseOutcome::StillInUse);
    assert_eq!(psql(&second.socket_directory(), SUPERUSER, "SELECT 1").unwrap(), "1");
    assert_eq!(second.close().unwrap(), CloseOutcome::Stopped);
    assert_eq!(postmaster(directory.path()), None);
}

#[test]
fn only_the_configured_roles_can_log_in() {
    let directory = directory();
    let cluster = open(directory.path());
    let socket = cluster.socket_directory();
    psql(&socket, SUPERUSER, "CREATE ROLE \"app \"\"one\"\"\" LOGIN; ").unwrap();
    psql(&socket, SUPERUSER, "CREATE ROLE late LOGIN").unwrap();
    assert_eq!(psql(&socket, "app \"one\"", "SELECT current_user").unwrap(), "app \"one\"");
    assert!(psql(&socket, "late", "SELECT 1").unwrap_err().contains("authentication failed"));
    // A process that adopts the cluster may allow additional roles.
    let mut wider = config(directory.path());
    wider.login_roles.push("late".to_owned());
    let second = Cluster::open(&wider, &|_| {}).unwrap();
    wait_until("the role is let in", || psql(&socket, "late", "SELECT 1").is_ok());
    assert_eq!(second.close().unwrap(), CloseOutcome::StillInUse);
    assert_eq!(cluster.close().unwrap(), CloseOutcome::Stopped);
}

#[test]
fn locks_socket_and_log_have_private_permissions() {
    let parent = directory();
    let data = parent.path().join("deep/data");
    fs::create_dir_all(&data).unwrap();
    // A lock file with a wide mode, as an earlier version created it.
    fs::write(data.join("control.lock"), "").unwrap();
    fs::set_permissions(data.join("control.lock"), Permissions::from_mode(0o644)).unwrap();
    open(&data).close().unwrap();
    for name in ["control.lock", "users.lock", "postgres.log", "postgres", "run"] {
        let mode = fs::metadata(data.join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{name}: {mode:o}");
    }
    let made = parent.path().join("made/here");
    open(&made).close().unwrap();
    let mode = fs::metadata(&made).unwrap().permissions().mode();
    assert_eq!(mode & 0o066, 0, "the directory: {mode:o}");
}

/// Tests something only as root: for other users, Postgres runs as the user itself.
#[test]
fn the_account_of_postgres_cannot_open_an_sql_session() {
    let directory = directory();
    let cluster = open(directory.path());
    let socket = cluster.socket_directory();
    let owner = fs::metadata(directory.path().join("postgres")).unwrap();
    if owner.uid() == fs::metadata("/proc/self").unwrap().uid() {
        cluster.close().unwrap();
        return;
    }
    let program = Binaries::find(None, None).unwrap().directory.join("psql");
    for role in [SUPERUSER, "app \"one\""] {
        let mut command = Command::new(&program);
        command.uid(owner.uid()).gid(owner.gid()).current_dir("/").arg("-h").arg(&socket);
        let output = command.args(["-X", "-d", "postgres", "-U", role, "-c", "SELECT 1"]).output().unwrap();
        let refused = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && refused.contains("authentication failed"), "{role}: {refused}");
    }
    assert_eq!(psql(&socket, SUPERUSER, "SELECT 1").unwrap(), "1");
    cluster.close().unwrap();
}

#[test]
fn concurrent_opens_share_one_cluster() {
    let directory = directory();
    let path = directory.path();
    let open: Vec<Cluster> = thread::scope(|scope| {
        let starting: Vec<_> = (0..4).map(|_| scope.spawn(|| open(path))).collect();
        starting.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let starts = fs::read_to_string(path.join("postgres.log")).unwrap();
    assert_eq!(starts.matches("starting PostgreSQL").count(), 1, "{starts}");
    let closed: Vec<CloseOutcome> = thread::scope(|scope| {
        let closing: Vec<_> = open.into_iter().map(|one| scope.spawn(|| one.close().unwrap())).collect();
        closing.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(closed.iter().filter(|closed| **closed == CloseOutcome::Stopped).count(), 1);
    assert_eq!(postmaster(path), None);
}

#[test]
fn long_paths_and_special_characters_are_supported() {
    let directory = directory();
    for name in ["long/".repeat(25), "$(false) 'a', \"b\" \\ ü".to_owned()] {
        let path = directory.path().join(name);
        let cluster = open(&path);
        let socket = cluster.socket_directory();
        assert!(!socket.starts_with(directory.path()), "{socket:?}");
        assert_eq!(fs::metadata(&socket).unwrap().permissions().mode() & 0o777, 0o700);
        assert_eq!(psql(&socket, SUPERUSER, "SELECT 1").unwrap(), "1");
        assert_eq!(cluster.close().unwrap(), CloseOutcome::Stopped);
        assert!(!socket.exists());
    }
}

#[test]
fn data_of_another_major_version_is_refused() {
    let directory = directory();
    fs::create_dir(directory.path().join("postgres")).unwrap();
    fs::write(directory.path().join("postgres/PG_VERSION"), "9.6\n").unwrap();
    let refused = Cluster::open(&config(directory.path()), &|_| {}).unwrap_err();
    assert!(matches!(refused, Error::WrongMajor { directory_major: 9, .. }), "{refused}");
    assert!(refused.to_string().contains("made by PostgreSQL 9, but PostgreSQL"), "{refused}");
}

#[test]
fn a_directory_that_is_not_a_cluster_is_refused_and_unchanged() {
    let directory = directory();
    let file = directory.path().join("postgres/letter.txt");
    fs::create_dir(file.parent().unwrap()).unwrap();
    fs::write(&file, "dear").unwrap();
    let refused = Cluster::open(&config(directory.path()), &|_| {}).unwrap_err();
    assert!(matches!(refused, Error::NotACluster(_)), "{refused}");
    assert!(file.exists());
}

#[test]
fn a_directory_without_the_postgres_programs_is_refused() {
    let refused = Binaries::find(Some(Path::new("/etc")), None).unwrap_err();
    assert!(refused.to_string().starts_with("/etc does not hold initdb"), "{refused}");
}

#[test]
fn a_directory_that_postgres_cannot_reach_is_refused() {
    let directory = directory();
    let closed = directory.path().join("closed");
    fs::create_dir(&closed).unwrap();
    let root = nix::unistd::geteuid().is_root();
    fs::set_permissions(&closed, Permissions::from_mode(if root { 0o700 } else { 0o500 })).unwrap();
    let data = closed.join("data");
    let refused = Cluster::open(&config(&data), &|_| {}).unwrap_err();
    if root {
        assert!(
            matches!(&refused, Error::NotReachableByAccount { path, .. } if *path == closed),
            "{refused}"
        );
        assert!(!data.exists());
    } else {
        assert!(matches!(&refused, Error::NotWritable { path, .. } if *path == data), "{refused}");
    }
}

#[test]
fn data_with_permissions_for_other_users_is_refused() {
    let directory = directory();
    open(directory.path()).close().unwrap();
    fs::set_permissions(directory.path().join("postgres"), Permissions::from_mode(0o777)).unwrap();
    let refused = Cluster::open(&config(directory.path()), &|_| {}).unwrap_err();
    assert!(matches!(refused, Error::WrongOwner { .. }), "{refused}");
}

#[test]
fn a_failed_start_reports_the_error_of_postgres() {
    let directory = directory();
    open(directory.path()).close().unwrap();
    fs::write(directory.path().join("postgres/postgresql.auto.conf"), "shared_buffers = '1 lightyear'\n")
        .unwrap();
    let refused = Cluster::open(&config(directory.path()), &|_| {}).unwrap_err().to_string();
    assert!(refused.starts_with("PostgreSQL did not start: ") && refused.contains("FATAL:"), "{refused}");
    assert!(refused.ends_with("postgres.log") && refused.lines().count() == 1, "{refused}");
}
