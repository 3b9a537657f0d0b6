//! The guides: the Markdown files of `docs/`. Links between the files are rewritten to the paths of the pages.

use crate::docs_site::templates::{LazyPage, MarkdownPage, NavEntry};

/// A guide: its name in URLs, the path of its file relative to `docs/`, and its Markdown.
struct Guide {
    name: &'static str,
    file: &'static str,
    text: &'static str,
}

const fn guide(name: &'static str, file: &'static str, text: &'static str) -> Guide {
    Guide { name, file, text }
}

const GUIDES: [Guide; 24] = [
    guide("", "README.md", include_str!("../../../../docs/README.md")),
    guide("quick-start", "quick-start.md", include_str!("../../../../docs/quick-start.md")),
    guide("concepts", "concepts.md", include_str!("../../../../docs/concepts.md")),
    guide("tour", "tour.md", include_str!("../../../../docs/tour.md")),
    guide("lists", "lists.md", include_str!("../../../../docs/lists.md")),
    guide("search", "search.md", include_str!("../../../../docs/search.md")),
    guide("articles", "articles.md", include_str!("../../../../docs/articles.md")),
    guide("blocks", "blocks.md", include_str!("../../../../docs/blocks.md")),
    guide("paths", "paths.md", include_str!("../../../../docs/paths.md")),
    guide("locales", "locales.md", include_str!("../../../../docs/locales.md")),
    guide(
        "conditional-requests",
        "conditional-requests.md",
        include_str!("../../../../docs/conditional-requests.md"),
    ),
    guide("freshness", "freshness.md", include_str!("../../../../docs/freshness.md")),
    guide("changes", "changes.md", include_str!("../../../../docs/changes.md")),
    guide("feeds", "feeds.md", include_str!("../../../../docs/feeds.md")),
    guide("edge", "edge.md", include_str!("../../../../docs/edge.md")),
    guide("preview", "preview.md", include_str!("../../../../docs/preview.md")),
    guide("errors", "errors.md", include_str!("../../../../docs/errors.md")),
    guide("markdown", "markdown.md", include_str!("../../../../docs/markdown.md")),
    guide("import", "import.md", include_str!("../../../../docs/import.md")),
    guide("commands", "commands.md", include_str!("../../../../docs/commands.md")),
    guide("configuration", "configuration.md", include_str!("../../../../docs/configuration.md")),
    guide("backup", "backup.md", include_str!("../../../../docs/backup.md")),
    guide("health", "health.md", include_str!("../../../../docs/health.md")),
    guide("changelog", "../CHANGELOG.md", include_str!("../../../../CHANGELOG.md")),
];

/// The server in the examples of the guides. Links to it become links to this server.
const EXAMPLE_SERVER: &str = "http://127.0.0.1:8080";

/// The diagram of drafts and editions. It is inlined, so that it has the colours of the page and its text can be selected.
const DIAGRAM: &str = include_str!("../../../../docs/assets/drafts-and-editions.svg");
const DIAGRAM_FILE: &str = "assets/drafts-and-editions.svg";

pub(super) fn pages() -> impl Iterator<Item = LazyPage> {
    GUIDES.iter().map(|guide| LazyPage::new(path(guide), || page(guide)))
}

fn page(guide: &Guide) -> MarkdownPage {
    let text = markup::rewrite_links(guide.text, resolve_link).unwrap_or_else(|| guide.text.to_owned());
    let page = MarkdownPage::new(path(guide), &text);
    match diagram_element(page.body()) {
        Some(image) => page.replace(&image, &inline_diagram()),
        None => page,
    }
}

/// The navigation entry of a guide.
pub(super) fn nav_entry(name: &str) -> Option<NavEntry> {
    let guide = GUIDES.iter().find(|guide| guide.name == name)?;
    let title = guide.text.lines().find_map(|line| line.strip_prefix("# "))?.to_owned();
    Some(NavEntry { path: path(guide), title })
}

fn path(guide: &Guide) -> String {
    format!("/docs/{}", guide.name)
}

/// Rewrites a link to another file or to the example server; `None` for links that stay as they are.
fn resolve_link(address: &str) -> Option<String> {
    if let Some(path) = address.strip_prefix(EXAMPLE_SERVER) {
        return Some(path.to_owned());
    }
    let (file, anchor) = address.split_at(address.find('#').unwrap_or(address.len()));
    let guide = GUIDES.iter().find(|guide| guide.file == file)?;
    Some(format!("{}{anchor}", path(guide)))
}

/// The `<img>` element of the diagram, if the page has one.
fn diagram_element(html: &str) -> Option<String> {
    let (_, after) = html.split_once(&format!("<img src=\"{DIAGRAM_FILE}\""))?;
    let (rest, _) = after.split_once('>')?;
    Some(format!("<img src=\"{DIAGRAM_FILE}\"{rest}>"))
}

/// The diagram without the `<style>` element that gives it colours as a separate file.
fn inline_diagram() -> String {
    let alone = DIAGRAM.split_once("<style>").zip(DIAGRAM.split_once("</style>"));
    alone.map_or(DIAGRAM.to_owned(), |((before, _), (_, after))| format!("{before}{after}"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_file_in_docs_is_a_page() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
        let names =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let files: BTreeSet<String> = names.filter(|name| name.ends_with(".md")).collect();
        let listed = GUIDES.iter().map(|guide| guide.file.to_owned()).filter(|file| !file.starts_with(".."));
        assert_eq!(listed.collect::<BTreeSet<_>>(), files);
    }

    #[test]
    fn links_between_files_resolve_to_pages() {
        for (address, path) in [
            ("concepts.md#acts", Some("/docs/concepts#acts")),
            ("README.md", Some("/docs/")),
            ("../CHANGELOG.md", Some("/docs/changelog")),
            ("http://127.0.0.1:8080/docs/problems/", Some("/docs/problems/")),
            ("https://example.org/a.md", None),
            ("#here", None),
        ] {
            assert_eq!(resolve_link(address).as_deref(), path, "{address}");
        }
        for guide in &GUIDES {
            assert!(
                markup::rewrite_links(guide.text, resolve_link).is_some(),
                "{} has a link that cannot be led",
                guide.file
            );
        }
    }

    #[test]
    fn the_diagram_is_inlined() {
        let all: Vec<MarkdownPage> = GUIDES.iter().map(page).collect();
        let shown = all.iter().filter(|page| page.body().contains("<svg "));
        assert_eq!(shown.map(|page| page.path.as_str()).collect::<Vec<_>>(), ["/docs/concepts"]);
        assert!(!all.iter().any(|page| page.body().contains("<style")), "a style that browsers refuse");
    }
}
