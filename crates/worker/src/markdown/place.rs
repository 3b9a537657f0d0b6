//! What the path of a file says: its slug, its date, its locale, its section, and where its links lead.

use chrono::NaiveDate;
use domain::{Locale, Slug};

/// What a path says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// The path without what is the same in all locales and forms: no ending, no locale, no `/index`.
    pub(crate) key: String,
    /// The name in URLs, from `slug.md`, `2026-01-12-slug.md` or `slug/index.md`.
    pub(crate) slug: Option<Slug>,
    /// The date in front of the name (Jekyll, Zola).
    pub(crate) date: Option<String>,
    /// The locale behind the name, as in `slug.de.md` (Hugo).
    pub(crate) locale: Option<Locale>,
    /// The folder below the root that the file is in; those that begin with `_` are not for readers.
    pub(crate) section: Option<String>,
    /// Whether it is among the drafts (Jekyll).
    pub(crate) is_draft: bool,
}

/// Reads a path.
pub(crate) fn place(path: &str) -> Place {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = file.strip_suffix(".markdown").or_else(|| file.strip_suffix(".md")).unwrap_or(file);
    let (stem, locale) =
        match stem.rsplit_once('.').map(|(stem, tag)| (stem, Locale::try_from(tag.to_owned()))) {
            Some((stem, Ok(locale))) => (stem, Some(locale)),
            Some((_, Err(_))) | None => (stem, None),
        };
    let (folder, stem) = match stem {
        "index" if !folder.is_empty() => folder.rsplit_once('/').unwrap_or(("", folder)),
        _ => (folder, stem),
    };
    let (date, name) = dated(stem);
    let folders: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    Place {
        key: if folder.is_empty() { stem.to_owned() } else { format!("{folder}/{stem}") },
        slug: Slug::derived_from(name),
        date: date.map(str::to_owned),
        locale,
        section: folders.iter().find(|name| !name.starts_with('_')).map(|name| (*name).to_owned()),
        is_draft: folders.contains(&"_drafts"),
    }
}

/// The [key](Place::key) of the file that an address in the file at `from` leads to, and what stands behind it: nothing,
/// or `#` and an anchor. `None` when it does not lead to a Markdown file. Zola's `@/` and a first slash are the root.
pub(crate) fn target<'a>(from: &str, address: &'a str) -> Option<(String, &'a str)> {
    let (file, fragment) = address.split_at(address.find('#').unwrap_or(address.len()));
    if !super::folder::is_article(file) || file.contains("://") {
        return None;
    }
    let root = file.strip_prefix("@/").or_else(|| file.strip_prefix('/'));
    let mut folders: Vec<&str> = match root {
        Some(_) => Vec::new(),
        None => from.rsplit_once('/').map_or(Vec::new(), |(folder, _)| folder.split('/').collect()),
    };
    for part in root.unwrap_or(file).split('/') {
        match part {
            "" | "." => {}
            ".." => {
                folders.pop()?;
            }
            part => folders.push(part),
        }
    }
    Some((place(&folders.join("/")).key, fragment))
}

/// `2026-01-12-slug` taken apart.
fn dated(stem: &str) -> (Option<&str>, &str) {
    let taken = stem.split_at_checked(DATE.len()).and_then(|(date, rest)| {
        let name = rest.strip_prefix('-').or_else(|| rest.strip_prefix('_'))?;
        NaiveDate::parse_from_str(date, "%Y-%m-%d").ok().map(|_| (Some(date), name))
    });
    taken.unwrap_or((None, stem))
}

const DATE: &str = "2026-01-12";
