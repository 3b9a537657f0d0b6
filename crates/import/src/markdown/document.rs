//! Maps a file to the fields of an article.
//!
//! Generators use different names for the same things; the mapping is in [`from_front_matter`]. Properties without a mapping
//! become custom fields of the article.

use std::collections::{HashMap, HashSet};

use domain::{Content, Headline, Kicker, Locale, Markdown, Slug, Standfirst};
use serde_json::{Map, Value};

use super::former_addresses::former_addresses;
use super::front_matter::{self, FrontMatter, LineError};
use super::front_matter_reader::{self, FrontMatterReader};
use super::path_metadata::{self, PathMetadata};
use crate::article::{Dates, Identity, ImportedArticle, Origin, SourceLink, source_digest};
use crate::{Diagnostic, Options};

/// A parsed file that can be imported.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) path: String,
    pub(crate) article: ImportedArticle,
    /// Remarks for the report, one sentence each.
    pub(crate) notes: Vec<String>,
}

/// Why a file cannot be imported.
#[derive(Debug)]
pub(crate) struct InvalidDocument {
    /// Whether it is a draft: then it is skipped, and the rest is imported.
    pub(crate) is_draft: bool,
    /// Every error in the file.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Parses a file.
///
/// # Errors
/// Every error in the file.
pub(crate) fn parse(path: &str, bytes: &[u8], options: &Options) -> Result<Document, InvalidDocument> {
    let refused = |is_draft: bool, errors: Vec<LineError>| {
        let diagnostic = |(line, detail)| Diagnostic { path: Some(path.to_owned()), line, detail };
        InvalidDocument { is_draft, diagnostics: errors.into_iter().map(diagnostic).collect() }
    };
    let front = front_matter::parse(bytes)
        .map_err(|error| refused(PathMetadata::from_path(path, &options.locales).is_draft, vec![error]))?;
    from_front_matter(path, front, options).map_err(|(is_draft, errors)| refused(is_draft, errors))
}

fn from_front_matter(
    path: &str,
    front: FrontMatter,
    options: &Options,
) -> Result<Document, (bool, Vec<LineError>)> {
    let (FrontMatter { fields, body, body_line }, mut notes) = (front, Vec::new());
    let metadata = PathMetadata::from_path(path, &options.locales);
    if let Some((tag, _)) = unknown_locale_suffix(path, options) {
        notes.push(format!("{path}: `{tag}` is not a locale of the publication, so it is part of the name"));
    }
    let mut reader = FrontMatterReader::new(fields);
    let slug_line = reader.line_of("slug").unwrap_or(1);
    let locale = locale(&mut reader, metadata.locale.clone(), options);
    let former_addresses = former_addresses(&reader, &metadata, &locale, options);
    let PathMetadata { key, slug: named, date, section: folder, is_draft: among_drafts, .. } = metadata;
    let slug = reader.take_value(&["slug"], Slug::try_from).or(named);
    let (section, rest) = reader.take_first_name(&["section", "category", "categories"]);
    reader.keep_extra("categories", rest);
    let section = section.or_else(|| folder.and_then(|folder| reader.parse_name(1, &folder)));
    let headline = reader.take_value(&["title"], Headline::try_from);
    let headline = headline.or_else(|| heading_as_headline(path, &body, &mut notes));
    let kicker = reader.take_value(&["kicker"], Kicker::try_from);
    let standfirst = standfirst(&mut reader);
    let byline = reader.take_names(&["authors", "author"]);
    let tags = reader.take_names(&["tags", "tag"]);
    let (series, rest) = reader.take_first_name(&["series"]);
    reader.keep_extra("series", rest);
    let part = reader.take_part(&["part", "series_order"]);
    let dates = dates(&mut reader, date.as_deref());
    let is_draft = is_draft(&mut reader) || among_drafts;
    if let Err(invalid) = Markdown::try_from(body.clone()) {
        reader.error(body_line, invalid.to_string());
    }
    let fields = custom_fields(reader).map_err(|errors| (is_draft, errors))?;
    let article = ImportedArticle {
        origin: Origin::File(path.to_owned()),
        identity: Identity::Named,
        digest: source_digest(&["markdown", locale.as_str(), &key]),
        key,
        body_line,
        slug_line,
        locale,
        is_draft,
        slug,
        section,
        kicker,
        headline,
        standfirst,
        byline,
        tags,
        series: series.map(|series| (series, part)),
        dates,
        fields,
        former_addresses,
        links: links(path, &body, options),
        body,
    };
    Ok(Document { path: path.to_owned(), article, notes })
}

/// The properties without a mapping.
fn custom_fields(reader: FrontMatterReader) -> Result<Map<String, Value>, Vec<LineError>> {
    let fields = reader.finish()?;
    let length = serde_json::to_string(&fields).map_or(0, |json| json.len());
    let is_short = length <= Content::MAX_FIELDS_BYTES;
    if is_short { Ok(fields) } else { Err(vec![(1, "the custom fields exceed 64 KiB".to_owned())]) }
}

/// The links in the body that lead to other files.
fn links(path: &str, body: &str, options: &Options) -> Vec<SourceLink> {
    let links = markup::link_urls(body).into_iter().filter_map(|address| {
        let (key, fragment) = path_metadata::link_target(path, &address, &options.locales)?;
        let fragment = fragment.to_owned();
        Some(SourceLink { address, key, fragment })
    });
    links.collect()
}

/// Whether the front matter marks the file as a draft. `published` is only read if `draft` is not set.
fn is_draft(reader: &mut FrontMatterReader) -> bool {
    reader.take_bool("draft").unwrap_or(false) || !reader.take_bool("published").unwrap_or(true)
}

/// The first heading as the headline of a file without a title, with a note for the report.
fn heading_as_headline(path: &str, body: &str, notes: &mut Vec<String>) -> Option<Headline> {
    let headline = first_heading(body)?;
    notes.push(format!("{path}: the first heading is the headline, and stays in the body too"));
    Some(headline)
}

/// The first of the usual properties that is plain text.
fn standfirst(reader: &mut FrontMatterReader) -> Option<Standfirst> {
    let mut plain = vec!["standfirst", "excerpt", "description", "summary"];
    plain.retain(|name| !reader.is_html(name));
    reader.take_value(&plain, Standfirst::try_from)
}

/// The dates in the front matter; the shown date falls back to the date in the path.
fn dates(reader: &mut FrontMatterReader, in_path: Option<&str>) -> Dates {
    let shown = reader.take_moment(&["date", "pubDate", "publishDate"]);
    let dates = Dates {
        shown: shown.or_else(|| front_matter_reader::parse_moment(in_path?).ok()),
        not_before: reader.peek_moment("publishDate"),
        expires: reader.peek_moment("expiryDate"),
    };
    for name in ["updated", "lastmod", "updatedDate", "last_modified_at"] {
        reader.peek_moment(name);
    }
    dates
}

/// The first heading of the body if it is of level 1, which Docusaurus and VuePress use as the title.
fn first_heading(body: &str) -> Option<Headline> {
    let outline = markup::render(body).outline;
    let first = outline.into_iter().next().filter(|entry| entry.level == 1)?;
    Headline::try_from(first.text.trim().to_owned()).ok()
}

/// A suffix that looks like a locale but is not a locale of the publication.
fn unknown_locale_suffix(path: &str, options: &Options) -> Option<(Locale, String)> {
    path_metadata::locale_suffix(path).filter(|(locale, _)| !options.locales.contains(locale))
}

/// The locale from the front matter, else from the path, else the default.
fn locale(reader: &mut FrontMatterReader, suffix: Option<Locale>, options: &Options) -> Locale {
    let names = ["locale", "lang", "language"];
    let line = names.iter().find_map(|name| reader.line_of(name)).unwrap_or(1);
    let given = reader.take_value(&names, Locale::try_from).or(suffix);
    let locale = given.unwrap_or_else(|| options.locale.clone());
    if !options.locales.contains(&locale) {
        reader.error(line, unknown_locale(&locale, options));
    }
    locale
}

fn unknown_locale(locale: &Locale, options: &Options) -> String {
    let known: Vec<&str> = options.locales.iter().map(Locale::as_str).collect();
    format!(
        "`{locale}` is not a locale of the publication, which has {} (MASTHEAD_LOCALES)",
        known.join(", ")
    )
}

/// Errors for translations in a locale that the publication does not have: `a.fr.md` beside `a.md`.
pub(crate) fn unknown_locales(documents: &[Document], options: &Options) -> Vec<Diagnostic> {
    let keys: HashSet<&str> = documents.iter().map(|document| document.article.key.as_str()).collect();
    let translated = documents.iter().filter_map(|Document { path, .. }| {
        let (locale, of) = unknown_locale_suffix(path, options)?;
        let key = PathMetadata::from_path(&of, &options.locales).key;
        let detail = unknown_locale(&locale, options);
        keys.contains(key.as_str()).then(|| Diagnostic { path: Some(path.clone()), line: 1, detail })
    });
    translated.collect()
}

/// Errors for slugs and keys that several files share in one locale. If one of two files is a draft, the draft gets the error.
pub(crate) fn duplicates(documents: &[Document]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let (mut slugs, mut keys) = (HashMap::new(), HashMap::new());
    let (drafts, others): (Vec<&Document>, Vec<&Document>) =
        documents.iter().partition(|document| document.article.is_draft);
    for document in others.into_iter().chain(drafts) {
        let Document { path, article, .. } = document;
        let ImportedArticle { origin, locale, key, slug, slug_line, .. } = article;
        let same_slug =
            slug.as_ref().and_then(|slug| slugs.insert((locale, slug), path).map(|other| (slug, other)));
        let same_key = keys.insert((locale, key), path);
        if let Some((slug, other)) = same_slug {
            diagnostics.push(origin.diagnostic(*slug_line, format!("{other} has the slug `{slug}` too")));
        } else if let Some(other) = same_key {
            diagnostics.push(origin.diagnostic(1, format!("{other} is the same article in the same locale")));
        }
    }
    diagnostics
}
