//! Derives slug, date, locale and section of a file from its path, and resolves links between files.

use chrono::NaiveDate;
use domain::{Locale, Slug};

/// The metadata of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PathMetadata {
    /// The path without extension, locale and `/index`: the same for all translations of an article.
    pub(crate) key: String,
    /// The name of the file or bundle without date, locale and extension.
    pub(crate) name: String,
    /// The folders without a locale and without date folders.
    pub(crate) folders: Vec<String>,
    /// The slug, from `slug.md`, `2026-01-12-slug.md` or `slug/index.md`.
    pub(crate) slug: Option<Slug>,
    /// The date in front of the name (Jekyll, Zola), also where folders are part of it, as in `2026/01/12-slug.md`
    /// (Docusaurus).
    pub(crate) date: Option<String>,
    /// The locale behind the name, as in `slug.de.md` (Hugo), or else the outermost folder, as in `de/slug.md` (VuePress).
    pub(crate) locale: Option<Locale>,
    /// The outermost folder of the file, except folders that begin with `_` and numbers, which are dates.
    pub(crate) section: Option<String>,
    /// Whether it is in `_drafts` (Jekyll).
    pub(crate) is_draft: bool,
}

impl PathMetadata {
    /// Parses a path. Only locales of the publication are recognised: `js` in `node.js.md` is not one.
    pub(crate) fn from_path(path: &str, locales: &[Locale]) -> Self {
        let known = |tag: &str| locales.iter().find(|locale| locale.as_str() == tag).cloned();
        let (folder, stem) = split(path);
        let (stem, behind) = match stem.rsplit_once('.').map(|(stem, tag)| (stem, known(tag))) {
            Some((stem, Some(locale))) => (stem, Some(locale)),
            Some((_, None)) | None => (stem, None),
        };
        let outermost = folder.split('/').next().unwrap_or_default();
        let (folder, around) = match known(outermost) {
            Some(locale) => (folder.get(outermost.len() + 1..).unwrap_or_default(), Some(locale)),
            None => (folder, None),
        };
        let (folder, stem) = match stem {
            "index" if !folder.is_empty() => folder.rsplit_once('/').unwrap_or(("", folder)),
            _ => (folder, stem),
        };
        let folders: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
        let is_number = |name: &&str| name.bytes().all(|byte| byte.is_ascii_digit());
        let numbers = folders.iter().rev().take_while(|name| is_number(name)).count();
        let numbers = folders.get(folders.len().saturating_sub(numbers)..).unwrap_or_default();
        let spread: Vec<&str> = numbers.iter().copied().chain([stem]).collect();
        let spread = spread.join("-");
        let (date, name) = match split_date(&spread) {
            (Some(date), name) => (Some(date.to_owned()), name),
            (None, _) => (None, stem),
        };
        Self {
            key: if folder.is_empty() { stem.to_owned() } else { format!("{folder}/{stem}") },
            name: name.to_owned(),
            folders: folders
                .iter()
                .take(folders.len().saturating_sub(numbers.len()))
                .map(|name| (*name).to_owned())
                .collect(),
            slug: Slug::from_text(name),
            date,
            locale: behind.or(around),
            section: folders
                .iter()
                .find(|name| !name.starts_with('_') && !is_number(name))
                .map(|name| (*name).to_owned()),
            is_draft: folders.contains(&"_drafts"),
        }
    }
}

/// A suffix that could be a locale, and the path without it: `fr` and `posts/a` for `posts/a.fr.md`.
pub(crate) fn locale_suffix(path: &str) -> Option<(Locale, String)> {
    let (folder, stem) = split(path);
    let (stem, tag) = stem.rsplit_once('.')?;
    let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    Some((Locale::try_from(tag.to_owned()).ok()?, format!("{prefix}{stem}")))
}

/// Splits a path into folder and file name without the Markdown extension.
fn split(path: &str) -> (&str, &str) {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    (folder, file.strip_suffix(".markdown").or_else(|| file.strip_suffix(".md")).unwrap_or(file))
}

/// Resolves a link in the file at `from`: the [key](PathMetadata::key) of the target, and the fragment with `#` or nothing.
/// `None` if the target is not a Markdown file. Zola's `@/` and a leading slash denote the root.
pub(crate) fn link_target<'a>(from: &str, address: &'a str, locales: &[Locale]) -> Option<(String, &'a str)> {
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
    Some((PathMetadata::from_path(&folders.join("/"), locales).key, fragment))
}

/// Splits `2026-01-12-slug` into date and name.
fn split_date(stem: &str) -> (Option<&str>, &str) {
    let taken = stem.split_at_checked(DATE.len()).and_then(|(date, rest)| {
        let name = rest.strip_prefix('-').or_else(|| rest.strip_prefix('_'))?;
        NaiveDate::parse_from_str(date, "%Y-%m-%d").ok().map(|_| (Some(date), name))
    });
    taken.unwrap_or((None, stem))
}

const DATE: &str = "2026-01-12";
