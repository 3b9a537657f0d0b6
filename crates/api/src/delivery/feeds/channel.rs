//! The content of a feed, independent of its format.

use chrono::{DateTime, FixedOffset};
use domain::{LiveArticle, Locale, PublicArticle, Site, Teaser};

use crate::config::FeedText;
use crate::problem::Problem;

/// A feed.
pub(super) struct Channel {
    /// The title.
    pub(super) title: String,
    /// The description.
    pub(super) description: String,
    /// The publisher.
    pub(super) publisher: String,
    /// The URL of the publication.
    pub(super) home: String,
    /// A permanent unique id: an IRI.
    pub(super) id: String,
    /// The language.
    pub(super) locale: Locale,
    /// When anything in it last changed.
    pub(super) updated_at: Option<DateTime<FixedOffset>>,
    /// The articles, the newest first.
    pub(super) entries: Vec<FeedEntry>,
}

/// An article in a feed.
pub(super) struct FeedEntry {
    pub(super) teaser: Teaser,
    pub(super) dates: Dates,
    /// The body, if the feed contains full text.
    pub(super) html: Option<String>,
}

/// The dates of an article in the time zone of the publication.
#[derive(Clone, Copy)]
pub(super) struct Dates {
    pub(super) published_at: DateTime<FixedOffset>,
    pub(super) updated_at: DateTime<FixedOffset>,
}

/// The section, tag or author of a feed.
pub(super) struct TermDetails {
    pub(super) kind: &'static str,
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) description: Option<String>,
}

impl Channel {
    pub(super) fn new(
        site: &Site,
        locale: &Locale,
        term: Option<TermDetails>,
        articles: Vec<(&LiveArticle, Dates)>,
        text: FeedText,
    ) -> Result<Self, Problem> {
        let entries = articles.into_iter().map(|(article, dates)| FeedEntry::new(site, article, dates, text));
        let entries = entries.collect::<Result<Vec<_>, Problem>>()?;
        let title = term.as_ref().map_or(site.name.clone(), |term| format!("{} – {}", term.name, site.name));
        let scope = term.as_ref().map_or("site".to_owned(), |term| format!("{}-{}", term.kind, term.slug));
        let description = term.and_then(|term| term.description).unwrap_or_else(|| title.clone());
        Ok(Self {
            title,
            description,
            publisher: site.name.clone(),
            home: format!("{}/", site.base_url),
            id: format!("{}/#feed-{scope}-{locale}", site.base_url),
            locale: locale.clone(),
            updated_at: entries.iter().map(|entry| entry.dates.updated_at).max(),
            entries,
        })
    }
}

impl FeedEntry {
    fn new(site: &Site, article: &LiveArticle, dates: Dates, text: FeedText) -> Result<Self, Problem> {
        let mut json = String::new();
        Ok(match text {
            FeedText::Standfirst => {
                article.teaser.write(site, &mut json);
                Self { teaser: serde_json::from_str(&json)?, dates, html: None }
            }
            FeedText::Full => {
                article.write(site, &mut json)?;
                let PublicArticle { teaser, body, .. } = serde_json::from_str(&json)?;
                Self { teaser, dates, html: body.html }
            }
        })
    }

    /// A permanent unique id.
    pub(super) fn id(&self) -> String {
        format!("urn:uuid:{}", self.teaser.id)
    }

    /// A summary in one or two sentences.
    pub(super) fn summary(&self) -> &str {
        self.teaser.standfirst.as_ref().map(|standfirst| standfirst.as_str()).unwrap_or_default()
    }
}
