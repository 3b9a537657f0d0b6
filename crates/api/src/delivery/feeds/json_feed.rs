//! JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>). Absent properties are left out, as the format requires.

use serde::Serialize;

use crate::delivery::feeds::atom::written;
use crate::delivery::feeds::channel::{Channel, FeedEntry};
use crate::problem::Problem;

/// A JSON feed.
#[derive(Serialize)]
struct JsonFeed {
    /// The version of the format.
    version: String,
    /// The title of the feed.
    title: String,
    /// The description.
    description: String,
    /// The URL of the publication.
    home_page_url: String,
    /// The language.
    language: String,
    /// The publisher.
    authors: Vec<JsonFeedAuthor>,
    /// The articles, the newest first.
    items: Vec<JsonFeedItem>,
}

/// An author or publisher.
#[derive(Serialize)]
struct JsonFeedAuthor {
    /// The display name.
    name: String,
}

/// An article in a JSON feed.
#[derive(Serialize)]
struct JsonFeedItem {
    /// A permanent unique id.
    id: String,
    /// The URL of the article.
    url: String,
    /// The headline.
    title: String,
    /// The body, if the feed contains full text.
    #[serde(skip_serializing_if = "Option::is_none")]
    content_html: Option<String>,
    /// The standfirst, if the feed contains no full text.
    #[serde(skip_serializing_if = "Option::is_none")]
    content_text: Option<String>,
    /// The standfirst.
    summary: String,
    /// The picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    /// The date of first publication.
    date_published: String,
    /// When it was last updated.
    date_modified: String,
    /// The byline.
    authors: Vec<JsonFeedAuthor>,
    /// The names of the section and the tags.
    tags: Vec<String>,
}

pub(super) fn write(channel: &Channel) -> Result<String, Problem> {
    let feed = JsonFeed {
        version: "https://jsonfeed.org/version/1.1".to_owned(),
        title: channel.title.clone(),
        description: channel.description.clone(),
        home_page_url: channel.home.clone(),
        language: channel.locale.to_string(),
        authors: vec![JsonFeedAuthor { name: channel.publisher.clone() }],
        items: channel.entries.iter().map(item).collect(),
    };
    Ok(serde_json::to_string(&feed)?)
}

fn item(entry: &FeedEntry) -> JsonFeedItem {
    let teaser = &entry.teaser;
    let author = |name: String| JsonFeedAuthor { name };
    let terms = [&teaser.section].into_iter().chain(&teaser.tags);
    let content_text = match &entry.html {
        Some(_) => None,
        // An item needs `content_html` or `content_text`, so the headline replaces a missing standfirst.
        None if entry.summary().is_empty() => Some(teaser.headline.as_str().to_owned()),
        None => Some(entry.summary().to_owned()),
    };
    JsonFeedItem {
        id: entry.id(),
        url: teaser.url.clone(),
        title: teaser.headline.as_str().to_owned(),
        content_html: entry.html.clone(),
        content_text,
        summary: entry.summary().to_owned(),
        image: teaser.hero.as_ref().map(|hero| hero.src.to_string()),
        date_published: written(entry.dates.published_at),
        date_modified: written(entry.dates.updated_at),
        authors: teaser.byline.iter().map(|one| author(one.name.to_string())).collect(),
        tags: terms.map(|term| term.name.to_string()).collect(),
    }
}
