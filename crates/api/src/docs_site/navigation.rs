//! The navigation of the documentation: all pages in groups, in reading order.

use crate::docs_site::guides;
use crate::docs_site::templates::{NavEntry, NavGroup};

/// All groups, in reading order.
pub(super) fn groups() -> Vec<NavGroup> {
    let guides = |names: &[&str]| names.iter().filter_map(|name| guides::nav_entry(name)).collect::<Vec<_>>();
    let generated = |path: &str, title: &str| NavEntry { path: path.to_owned(), title: title.to_owned() };
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
    let writing = [guides(&["markdown", "import"]), vec![generated("/docs/roles", "Roles")]].concat();
    let running = guides(&["commands", "configuration", "backup", "health", "edge"]);
    let reference = [
        vec![generated("/docs/reference/", "API reference"), generated("/docs/problems/", "Problems")],
        guides(&["changelog"]),
    ];
    vec![
        NavGroup { title: "Start", entries: start },
        NavGroup { title: "Reading", entries: reading },
        NavGroup { title: "Writing", entries: writing },
        NavGroup { title: "Running", entries: running },
        NavGroup { title: "Reference", entries: reference.concat() },
    ]
}
