//! The dependencies between the workspace crates, and which crate owns each external dependency.

use std::collections::BTreeMap;

use cargo_metadata::{DependencyKind, MetadataCommand};

#[test]
fn crate_dependencies_are_one_way_and_external_crates_have_one_owner() {
    let metadata =
        MetadataCommand::new().no_deps().other_options(vec!["--offline".to_owned()]).exec().unwrap();
    let uses: BTreeMap<String, Vec<String>> = metadata
        .packages
        .iter()
        .map(|package| {
            let normal = package.dependencies.iter().filter(|d| d.kind == DependencyKind::Normal);
            (package.name.to_string(), normal.map(|d| d.name.clone()).collect())
        })
        .collect();
    let ours =
        ["api", "blocking_pool", "cluster", "domain", "import", "markup", "masthead", "store", "worker"];
    let arrows = |name: &str| {
        let mut all: Vec<&str> = uses[name].iter().map(String::as_str).filter(|d| ours.contains(d)).collect();
        all.sort_unstable();
        all
    };
    assert!(["domain", "cluster", "blocking_pool"].iter().all(|name| arrows(name).is_empty()));
    assert_eq!(arrows("markup"), ["domain"]);
    assert_eq!(arrows("store"), ["domain"]);
    assert_eq!(arrows("import"), ["domain", "markup", "store"]);
    assert_eq!(arrows("worker"), ["blocking_pool", "domain", "markup", "store"]);
    assert!(arrows("api").iter().all(|arrow| ["blocking_pool", "domain", "markup", "store"].contains(arrow)));
    assert!(!arrows("masthead").contains(&"markup"));

    let impure = ["actix-web", "diesel", "fastrand", "getrandom", "reqwest", "tokio", "tracing"];
    for pure in ["domain", "markup"] {
        assert!(
            impure.iter().all(|name| !uses[pure].iter().any(|used| used == name)),
            "{pure}: {:?}",
            uses[pure]
        );
    }

    for (foreign, owner) in [
        ("diesel", "store"),
        ("diesel-async", "store"),
        ("tokio-postgres", "store"),
        ("actix-web", "api"),
        ("utoipa-actix-web", "api"),
        ("comrak", "markup"),
        ("ammonia", "markup"),
        ("serde-saphyr", "import"),
        ("toml", "import"),
        ("clap", "masthead"),
        ("nix", "cluster"),
        ("rustix", "blocking_pool"),
    ] {
        let owners: Vec<&str> =
            ours.into_iter().filter(|name| uses[*name].iter().any(|used| used == foreign)).collect();
        assert_eq!(owners, [owner], "{foreign}");
    }
}
