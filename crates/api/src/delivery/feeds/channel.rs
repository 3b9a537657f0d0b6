//! What a feed says, whatever its form.

use chrono::{DateTime, FixedOffset};
use domain::{LiveArticle, Locale, PublicArticle, Site, Teaser};

use crate::config::FeedText;
use crate::problem::Problem;

/// A feed.
pub(super) struct Channel {
    /// What it is called.
    pub(super) title: String,
    /// What it is about.
    pub(super) description: String,
    /// Who publishes it.
    pub(super) publisher: String,
    /// Where the publication is read.
    pub(super) home: String,
    /// What tells it from every other feed, for ever: an IRI.
    pub(super) id: String,
    /// The language of all of it.
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
    /// The whole body, where the feed has it.
    pub(super) html: Option<String>,
}

/// The dates of an article, as clocks of the publication show them.
#[derive(Clone, Copy)]
pub(super) struct Dates {
    pub(super) published_at: DateTime<FixedOffset>,
    pub(super) updated_at: DateTime<FixedOffset>,
}

/// The section, tag or author that a feed is of.
pub(super) struct TermDetails {
    pub(super) kind: &'static str,
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) description: Option<String>,
}

impl Channel {
    pub(super) fn of(
        site: &Site,
        locale: &Locale,
        of: Option<TermDetails>,
        articles: Vec<(&LiveArticle, Dates)>,
        text: FeedText,
    ) -> Result<Self, Problem> {
        let entries = articles.into_iter().map(|(article, dates)| FeedEntry::of(site, article, dates, text));
        let entries = entries.collect::<Result<Vec<_>, Problem>>()?;
        let title = of.as_ref().map_or(site.name.clone(), |of| format!("{} – {}", of.name, site.name));
        let place = of.as_ref().map_or("site".to_owned(), |of| format!("{}-{}", of.kind, of.slug));
        let description = of.and_then(|of| of.description).unwrap_or_else(|| title.clone());
        Ok(Self {
            title,
            description,
            publisher: site.name.clone(),
            home: format!("{}/", site.base_url),
            id: format!("{}/#feed-{place}-{locale}", site.base_url),
            locale: locale.clone(),
            updated_at: entries.iter().map(|entry| entry.dates.updated_at).max(),
            entries,
        })
    }
}

impl FeedEntry {
    fn of(site: &Site, article: &LiveArticle, dates: Dates, text: FeedText) -> Result<Self, Problem> {
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

    /// What tells it from every other article, for ever.
    pub(super) fn id(&self) -> String {
        format!("urn:uuid:{}", self.teaser.id)
    }

    /// What is said of it in a sentence or two.
    pub(super) fn summary(&self) -> &str {
        self.teaser.standfirst.as_ref().map(|standfirst| standfirst.as_str()).unwrap_or_default()
    }
}
