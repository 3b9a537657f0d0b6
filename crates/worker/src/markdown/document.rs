//! A file as it will be imported: what its front matter says, in the words of an article.
//!
//! Hugo, Astro, Jekyll and Zola name the same things differently; the table of names is [`read`]. What has no meaning
//! here is kept as a field of the publication's own.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{Headline, Kicker, Locale, Name, Slug, Standfirst};
use serde_json::{Map, Value};

use super::Options;
use super::fault::Fault;
use super::front::{Front, Wrong, front};
use super::place::{Place, place};
use super::reading::{self, Reading};

/// A file that can be imported.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    pub(crate) path: String,
    /// What it is known by, together with its locale.
    pub(crate) key: String,
    /// Where its body begins.
    pub(crate) body_line: usize,
    /// Where its slug is given.
    pub(crate) slug_line: usize,
    pub(crate) locale: Locale,
    pub(crate) is_draft: bool,
    pub(crate) slug: Option<Slug>,
    pub(crate) section: Option<Named>,
    pub(crate) kicker: Option<Kicker>,
    pub(crate) headline: Option<Headline>,
    pub(crate) standfirst: Option<Standfirst>,
    pub(crate) byline: Vec<Named>,
    pub(crate) tags: Vec<Named>,
    pub(crate) series: Option<(Named, Option<i32>)>,
    pub(crate) first_published_at: Option<DateTime<Utc>>,
    pub(crate) fields: Map<String, Value>,
    pub(crate) body: String,
}

/// A term as it is named in front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) slug: Slug,
    pub(crate) name: Name,
}

/// Reads a file.
///
/// # Errors
/// Everything that is wrong with it.
pub(crate) fn document(path: &str, bytes: &[u8], options: &Options) -> Result<Document, Vec<Fault>> {
    let fault = |(line, detail)| Fault { path: path.to_owned(), line, detail };
    let front = front(bytes).map_err(|wrong| vec![fault(wrong)])?;
    read(path, front, options).map_err(|wrong| wrong.into_iter().map(fault).collect())
}

fn read(path: &str, front: Front, options: &Options) -> Result<Document, Vec<Wrong>> {
    let Front { members, body, body_line } = front;
    let Place { key, slug: named, date, locale: suffix, section: folder, is_draft: among_drafts } =
        place(path);
    let mut said = Reading::of(members);
    let slug_line = said.line_of("slug").unwrap_or(1);
    let locale = locale(&mut said, suffix, options);
    let slug = said.value(&["slug"], Slug::try_from).or(named);
    let (section, rest) = said.first_name(&["section", "category", "categories"]);
    said.keep_rest("categories", rest);
    let section = section.or_else(|| folder.and_then(|folder| said.name(1, &folder)));
    let headline = said.value(&["title"], Headline::try_from);
    let kicker = said.value(&["kicker"], Kicker::try_from);
    let standfirst = said.value(&["standfirst", "excerpt", "description", "summary"], Standfirst::try_from);
    let byline = said.names(&["authors", "author"]);
    let tags = said.names(&["tags"]);
    let (series, rest) = said.first_name(&["series"]);
    said.keep_rest("series", rest);
    let part = said.part(&["part", "series_order"]);
    let first_published_at = said.moment(&["date", "pubDate", "publishDate"]);
    let first_published_at = first_published_at.or_else(|| reading::moment(&date?));
    for name in ["updated", "lastmod", "updatedDate", "last_modified_at"] {
        said.check_moment(name);
    }
    let is_draft = said.truth("draft").unwrap_or(false) || !said.truth("published").unwrap_or(true);
    let fields = said.end()?;
    Ok(Document {
        path: path.to_owned(),
        key,
        body_line,
        slug_line,
        locale,
        is_draft: is_draft || among_drafts,
        slug,
        section,
        kicker,
        headline,
        standfirst,
        byline,
        tags,
        series: series.map(|series| (series, part)),
        first_published_at,
        fields,
        body,
    })
}

/// What the front matter says, else the name of the file, else the publication.
fn locale(reading: &mut Reading, suffix: Option<Locale>, options: &Options) -> Locale {
    let names = ["locale", "lang", "language"];
    let line = names.iter().find_map(|name| reading.line_of(name)).unwrap_or(1);
    let given = reading.value(&names, Locale::try_from).or(suffix);
    let locale = given.unwrap_or_else(|| options.locale.clone());
    if !options.locales.contains(&locale) {
        let known: Vec<&str> = options.locales.iter().map(Locale::as_str).collect();
        let known = known.join(", ");
        reading.wrong(
            line,
            format!("the publication has no locale `{locale}`, only {known} (MASTHEAD_LOCALES)"),
        );
    }
    locale
}

/// Slugs and names that more than one file has in one locale.
pub(crate) fn repeated(documents: &[Document]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let (mut slugs, mut keys) = (HashMap::new(), HashMap::new());
    for document in documents {
        let Document { path, locale, key, slug, slug_line, .. } = document;
        let fault = |line, detail| Fault { path: path.clone(), line, detail };
        let same_slug =
            slug.as_ref().and_then(|slug| slugs.insert((locale, slug), path).map(|other| (slug, other)));
        let same_key = keys.insert((locale, key), path);
        if let Some((slug, other)) = same_slug {
            faults.push(fault(*slug_line, format!("the slug `{slug}` is that of {other} too")));
        } else if let Some(other) = same_key {
            faults.push(fault(1, format!("this is the same article in the same locale as {other}")));
        }
    }
    faults
}
