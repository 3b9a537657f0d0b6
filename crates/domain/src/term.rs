//! Sections, tags, authors and series: what articles are sorted under.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Hero, Invalid, PublicUrl, Site, Slug, TermId, TermRef, Violation, text};

/// The kind of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum TermKind {
    /// The desk or topic an article belongs to, exactly one.
    Section,
    /// A free topic.
    Tag,
    /// Somebody who writes, as shown in print. Not an account.
    Author,
    /// An ordered run of articles.
    Series,
}

impl TermKind {
    /// The kind as the tables spell it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Tag => "tag",
            Self::Author => "author",
            Self::Series => "series",
        }
    }
}

impl TryFrom<String> for TermKind {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        [Self::Section, Self::Tag, Self::Author, Self::Series]
            .into_iter()
            .find(|kind| kind.as_str() == value)
            .ok_or_else(|| Invalid::one("enum", "A term is a section, tag, author or series."))
    }
}

/// The display name of a term: one line of at most 80 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "engineering")]
pub struct Name(String);

impl Name {
    /// How long it may be, in characters.
    pub const MAX_CHARS: usize = 80;

    /// The name as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Name {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        text::check_trimmed_line("The name", &value, Self::MAX_CHARS)?;
        Ok(Self(value))
    }
}

impl From<Name> for String {
    fn from(value: Name) -> Self {
        value.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A section, tag, author or series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Term {
    /// The ID.
    pub id: TermId,
    /// The kind of term.
    pub kind: TermKind,
    /// The slug, unique within its kind.
    pub slug: Slug,
    /// The display name.
    pub name: Name,
    /// A short description; for an author, the biography.
    pub description: Option<String>,
    /// A page about it; for an author, the home page: `http`, `https` or `mailto`. You may send a path from the site's
    /// root (`/about`); the delivery API returns it as an absolute URL.
    pub url: Option<String>,
    /// A picture; for an author, the portrait.
    pub picture: Option<Hero>,
    /// The version, from 1, incremented by each change. Editions record the version that they copied.
    pub version: i64,
}

/// Everything an editor may change about a term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermContent {
    /// The slug, unique within its kind.
    pub slug: Slug,
    /// The display name.
    pub name: Name,
    /// A short description; for an author, the biography.
    pub description: Option<String>,
    /// A page about it; for an author, the home page: `http`, `https` or `mailto`. You may send a path from the site's
    /// root (`/about`); the delivery API returns it as an absolute URL.
    pub url: Option<String>,
    /// A picture; for an author, the portrait.
    pub picture: Option<Hero>,
}

impl Term {
    /// The editable fields in their current state.
    #[must_use]
    pub fn content(&self) -> TermContent {
        let Self { id: _, kind: _, slug, name, description, url, picture, version: _ } = self.clone();
        TermContent { slug, name, description, url, picture }
    }

    /// The term after a change.
    #[must_use]
    pub fn with_content(&self, content: TermContent) -> Self {
        let TermContent { slug, name, description, url, picture } = content;
        let version = self.version.saturating_add(1);
        Self { id: self.id, kind: self.kind, slug, name, description, url, picture, version }
    }

    /// The short form that teasers copy.
    #[must_use]
    pub fn to_ref(&self) -> TermRef {
        TermRef { slug: self.slug.clone(), name: self.name.clone() }
    }
}

/// An author as shown with an article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AuthorCredit {
    /// The slug of the author.
    pub slug: Slug,
    /// The display name of the author.
    pub name: Name,
    /// The biography, as plain text.
    #[schema(example = "Vera builds bridges, and the software that watches them.")]
    pub bio: Option<String>,
    /// The author's home page.
    #[schema(example = "https://vera.example")]
    pub url: Option<String>,
    /// The portrait.
    pub picture: Option<Hero>,
}

impl From<&Term> for AuthorCredit {
    fn from(author: &Term) -> Self {
        let Term { id: _, kind: _, slug, name, description, url, picture, version: _ } = author;
        Self {
            slug: slug.clone(),
            name: name.clone(),
            bio: description.clone(),
            url: url.clone(),
            picture: picture.clone(),
        }
    }
}

impl AuthorCredit {
    /// The public form: with absolute URLs, and without invalid ones.
    #[must_use]
    pub fn for_readers(self, site: &Site) -> Self {
        let Self { slug, name, bio, url, picture } = self;
        let url = url.and_then(|url| site.contact_url(&url));
        let picture = picture.and_then(|picture| picture.for_readers(site));
        Self { slug, name, bio, url, picture }
    }
}

impl Term {
    /// The invalid URLs, stored before URLs were validated; public responses leave them out.
    #[must_use]
    pub fn invalid_urls(&self) -> Vec<Violation> {
        let url = self.url.as_deref().and_then(|url| PublicUrl::parse_contact(url).err());
        let url = url.into_iter().flat_map(|invalid| invalid.at("/url").0);
        let picture = self.picture.as_ref().and_then(|picture| picture.check().err());
        let picture = picture.into_iter().flat_map(|invalid| invalid.at("/picture").0);
        url.chain(picture.filter(|violation| is_image_url_pointer(&violation.pointer, "/picture"))).collect()
    }
}

/// Whether a JSON pointer refers to a URL of the picture that is at the pointer `picture`.
pub(crate) fn is_image_url_pointer(pointer: &str, picture: &str) -> bool {
    let is_of_picture =
        |rest: &str| ["/src", "/placeholder"].contains(&rest) || rest.starts_with("/sources/");
    pointer.strip_prefix(picture).is_some_and(is_of_picture)
}

/// The terms that an edition is made with, by identity.
pub type Terms = BTreeMap<TermId, Term>;
