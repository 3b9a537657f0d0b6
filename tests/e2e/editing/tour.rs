//! The tour of the README, as it is written there.

use std::process::Command;

use tests::{Newsroom, PASSWORD};

#[tokio::test(flavor = "multi_thread")]
async fn the_tour_of_the_readme_goes_as_it_says() {
    let newsroom = Newsroom::open().await;
    // Whoever reads the README from its beginning has imported this.
    newsroom.import(include_str!("../../fixtures/teasers.txt")).await.unwrap();
    let base = newsroom.base();
    let walked = tokio::task::spawn_blocking(move || {
        let mut shell = Command::new("bash");
        shell.args(["-euo", "pipefail", "-c", tour()]);
        shell.env("BASE", base).env("EMAIL", "admin@example.org").env("PASSWORD", PASSWORD);
        shell.output().unwrap()
    });
    let walked = walked.await.unwrap();
    let said = String::from_utf8(walked.stdout).unwrap();
    assert!(walked.status.success(), "{said}\n{}", String::from_utf8_lossy(&walked.stderr));
    assert_eq!(said.lines().collect::<Vec<_>>(), promised());
    assert_eq!(newsroom.reader.get("/v1/teasers").await.expect(200)["data"].as_array().unwrap().len(), 13);
}

/// The commands.
fn tour() -> &'static str {
    let tour = include_str!("../../../README.md").split_once("## A tour for editors").unwrap().1;
    tour.split_once("```sh\n").unwrap().1.split_once("\n```").unwrap().0
}

/// What the lines print that print something: it stands behind them.
fn promised() -> Vec<&'static str> {
    let lines = tour().lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| Some(line.rsplit_once("  # ")?.1.trim())).collect()
}
