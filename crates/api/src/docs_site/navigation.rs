//! What there is to read, in the order of reading.

use crate::docs_site::guides;

/// Some pages under a heading of their own.
pub(super) struct Group {
    pub(super) title: &'static str,
    pub(super) entries: Vec<Entry>,
}

/// A page in the list.
#[derive(Clone)]
pub(super) struct Entry {
    pub(super) path: String,
    pub(super) title: String,
}

/// Everything, in groups.
pub(super) fn groups() -> Vec<Group> {
    let guides = |names: &[&str]| names.iter().filter_map(|name| guides::entry(name)).collect::<Vec<_>>();
    let made = |path: &str, title: &str| Entry { path: path.to_owned(), title: title.to_owned() };
    let start = guides(&["quick-start", "concepts", "tour"]);
    let reading = guides(&[
        "lists",
        "search",
        "articles",
        "blocks",
        "paths",
        "locales",
        "conditional-requests",
        "freshness",
        "changes",
        "feeds",
        "preview",
        "errors",
    ]);
    let writing = [guides(&["markdown", "import"]), vec![made("/docs/roles", "Roles")]].concat();
    let running = guides(&["commands", "configuration", "backup", "health", "edge"]);
    let reference = [
        vec![made("/docs/reference/", "API reference"), made("/docs/problems/", "Problems")],
        guides(&["changelog"]),
    ];
    vec![
        Group { title: "Start", entries: start },
        Group { title: "Reading", entries: reading },
        Group { title: "Writing", entries: writing },
        Group { title: "Running", entries: running },
        Group { title: "Reference", entries: reference.concat() },
    ]
}
