//! RSS 2.0 (<https://www.rssboard.org/rss-specification>), with `dc:creator` for authors, because RSS itself requires their
//! mail addresses, and `content:encoded` for the body.

use std::io;

use chrono::{DateTime, FixedOffset};
use quick_xml::escape::escape;
use quick_xml::events::BytesText;

use crate::delivery::feeds::channel::{Channel, FeedEntry};
use crate::delivery::feeds::xml::{self, Xml, element};
use crate::problem::Problem;

pub(super) fn write(channel: &Channel) -> Result<String, Problem> {
    xml::document(|xml| {
        let rss = xml
            .create_element("rss")
            .with_attribute(("version", "2.0"))
            .with_attribute(("xmlns:content", "http://purl.org/rss/1.0/modules/content/"))
            .with_attribute(("xmlns:dc", "http://purl.org/dc/elements/1.1/"));
        rss.write_inner_content(|xml| {
            xml.create_element("channel").write_inner_content(|xml| inside(channel, xml))?;
            Ok(())
        })?;
        Ok(())
    })
}

fn inside(channel: &Channel, xml: &mut Xml) -> io::Result<()> {
    element(xml, "title", &channel.title)?;
    element(xml, "link", &channel.home)?;
    element(xml, "description", &channel.description)?;
    element(xml, "language", channel.locale.as_str())?;
    if let Some(updated_at) = channel.updated_at {
        element(xml, "lastBuildDate", &written(updated_at))?;
    }
    for entry in &channel.entries {
        xml.create_element("item").write_inner_content(|xml| item(entry, xml))?;
    }
    Ok(())
}

fn item(entry: &FeedEntry, xml: &mut Xml) -> io::Result<()> {
    let teaser = &entry.teaser;
    element(xml, "title", teaser.headline.as_str())?;
    element(xml, "link", &teaser.url)?;
    let guid = xml.create_element("guid").with_attribute(("isPermaLink", "false"));
    guid.write_text_content(BytesText::new(&entry.id()))?;
    element(xml, "pubDate", &written(entry.dates.published_at))?;
    for author in &teaser.byline {
        element(xml, "dc:creator", author.name.as_str())?;
    }
    for term in [&teaser.section].into_iter().chain(&teaser.tags) {
        element(xml, "category", term.name.as_str())?;
    }
    // Feed readers parse `description` as HTML, so the plain text of the standfirst is escaped.
    element(xml, "description", &escape(entry.summary()))?;
    if let Some(html) = &entry.html {
        element(xml, "content:encoded", html)?;
    }
    Ok(())
}

/// An RFC 822 date with a four-digit year.
fn written(time: DateTime<FixedOffset>) -> String {
    let zone = if time.offset().local_minus_utc() == 0 { "GMT" } else { "%z" };
    time.format(&format!("%a, %d %b %Y %H:%M:%S {zone}")).to_string()
}
