//! Runs the commands of `docs/backup.md` on a real server: makes a backup, publishes more, and restores the backup. Nothing
//! that was published after the backup may be served then.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::samples::{BACKUP, Sample, lines_match, samples_of};
use crate::support::{Server, TIMEOUT, client, directory, feed, import, postmaster, wait_until};

/// The commands of the guide, and the directories that they need.
struct Guide {
    folder: PathBuf,
    /// The directory with the programs of the running Postgres.
    postgres: PathBuf,
    samples: Vec<Sample>,
}

/// The commands, each identified by a word that occurs in no other.
const ALL: [&str; 6] =
    ["postmaster.pid", "masthead restored", "pg_dump", "pg_restore", "pg_basebackup", "chown"];

const DATA: &str = "masthead-data";

impl Guide {
    fn new(folder: &Path) -> Self {
        let programs = folder.join("bin");
        fs::create_dir(&programs).unwrap();
        symlink(env!("CARGO_BIN_EXE_masthead"), programs.join("masthead")).unwrap();
        let samples = samples_of(BACKUP);
        let commands = samples.iter().filter(|sample| sample.language == "sh");
        assert_eq!(commands.count(), ALL.len(), "a command of {BACKUP} is not carried out");
        let postgres = fs::read_link(format!("/proc/{}/exe", postmaster(&folder.join(DATA)))).unwrap();
        Self { folder: folder.to_owned(), postgres: postgres.parent().unwrap().to_owned(), samples }
    }

    fn data(&self) -> PathBuf {
        self.folder.join(DATA)
    }

    fn text(&self, word: &str) -> &str {
        assert!(ALL.contains(&word));
        let mut found =
            self.samples.iter().filter(|sample| sample.language == "sh" && sample.text.contains(word));
        let (first, more) = (found.next().unwrap(), found.next());
        assert!(more.is_none(), "{word} is at {} too", more.unwrap().place);
        &first.text
    }

    /// Runs the command with this word, and returns its output. While a server runs, the address of its Postgres is set first.
    fn run(&self, word: &str) -> String {
        let address =
            if self.data().join("postgres/postmaster.pid").exists() { self.text(ALL[0]) } else { "" };
        let mut shell = Command::new("bash");
        shell.args(["-eo", "pipefail", "-c", &format!("{address}\n{}", self.text(word))]);
        let path = [self.folder.join("bin"), self.postgres.clone()];
        let inherited = std::env::var_os("PATH").unwrap();
        let path = path.into_iter().chain(std::env::split_paths(&inherited));
        shell.env("PATH", std::env::join_paths(path).unwrap()).env("MASTHEAD_DATA_DIR", self.data());
        shell.env_remove("DATABASE_URL").env("RUST_LOG", "off").current_dir(&self.folder);
        let done = shell.output().unwrap();
        let (printed, said) =
            (String::from_utf8(done.stdout).unwrap(), String::from_utf8(done.stderr).unwrap());
        assert!(done.status.success(), "{word}: {printed}{said}");
        printed
    }

    /// Publishes articles, and waits until the server lists `all` articles.
    async fn publish(&self, server: &Server, round: usize, blocks: usize, all: usize) {
        let imported = import(&self.data(), &feed(&self.folder, round, blocks));
        assert!(imported.status.success(), "{}", String::from_utf8_lossy(&imported.stderr));
        wait_until("a state of the server", TIMEOUT, async || server.live_count().await == all).await;
    }
}

async fn get(server: &Server, path: &str) -> (u16, Value) {
    let answer = client().get(server.at(path)).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

/// The path that a client of the change log reads next.
async fn end_of_changes_path(server: &Server) -> String {
    let (_, page) = get(server, "/v1/changes?from=now").await;
    format!("/v1/changes?after={}", page["page"]["next"].as_str().unwrap())
}

async fn gets_start_over(server: &Server, follower: &str) -> bool {
    let (status, problem) = get(server, follower).await;
    status == 410 && problem["type"] == "/docs/problems/start-over"
}

/// The slug of the newest article.
async fn newest_slug(server: &Server) -> String {
    let (_, page) = get(server, "/v1/teasers?limit=1").await;
    page["data"][0]["slug"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_commands_of_the_backup_guide_restore_exactly_the_backup() {
    let directory = directory();
    let mut server = Server::start(&directory.path().join(DATA));
    let guide = Guide::new(directory.path());
    guide.publish(&server, 1, 3, 3).await;

    // A dump, restored while a server runs.
    guide.run("pg_dump");
    guide.publish(&server, 2, 3, 6).await;
    let (follower, lost) = (end_of_changes_path(&server).await, newest_slug(&server).await);
    let lost = format!("/v1/articles/{lost}");
    assert_eq!(get(&server, &lost).await.0, 200);
    guide.run("pg_restore");
    wait_until("a state of the server", TIMEOUT, async || gets_start_over(&server, &follower).await).await;
    assert_eq!(server.live_count().await, 3);
    assert_eq!(get(&server, &lost).await.0, 404);
    let (mut copied, mut path) = (0, "/v1/changes".to_owned());
    loop {
        let (_, page) = get(&server, &path).await;
        match page["data"].as_array().unwrap().len() {
            0 => break,
            count => copied += count,
        }
        path = format!("/v1/changes?after={}", page["page"]["next"].as_str().unwrap());
    }
    assert_eq!(copied, 3, "a copy that is made anew has what there is");

    // A base backup, restored while no server runs. The next start detects it by the snapshot that the last one left on disk.
    guide.run("pg_basebackup");
    guide.publish(&server, 3, 4, 7).await;
    let (follower, lost) = (end_of_changes_path(&server).await, newest_slug(&server).await);
    assert_eq!(get(&server, &format!("/v1/articles/{lost}")).await.0, 200);
    drop(server);
    let snapshot = || fs::read_to_string(guide.data().join("last-known.jsonl")).unwrap();
    assert!(snapshot().contains(&lost), "nothing was left on disk");
    guide.run("chown");
    server = Server::start(&guide.data());
    assert!(!snapshot().contains(&lost), "it is still on disk");
    assert_eq!((server.live_count().await, gets_start_over(&server, &follower).await), (3, true));
    assert_eq!(get(&server, &format!("/v1/articles/{lost}")).await.0, 404);
    guide.publish(&server, 3, 4, 7).await;

    // An operator announces a restore with `masthead restored`, and the running server notices it.
    let follower = end_of_changes_path(&server).await;
    assert_eq!(get(&server, &follower).await.0, 200);
    let printed = guide.run("masthead restored");
    let shown = guide.samples.iter().find(|sample| sample.language == "text").unwrap();
    lines_match(&shown.text, &printed).unwrap();
    wait_until("a state of the server", TIMEOUT, async || gets_start_over(&server, &follower).await).await;
    assert_eq!(server.live_count().await, 7, "nothing else has changed");
}
