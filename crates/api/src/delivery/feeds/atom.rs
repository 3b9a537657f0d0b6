//! Atom (RFC 4287).

use std::io;

use chrono::{DateTime, FixedOffset, SecondsFormat};
use quick_xml::events::BytesText;

use crate::delivery::feeds::channel::{Channel, FeedEntry};
use crate::delivery::feeds::xml::{self, Xml, allowed, element};
use crate::problem::Problem;

pub(super) fn write(channel: &Channel) -> Result<String, Problem> {
    xml::document(|xml| {
        let feed = xml
            .create_element("feed")
            .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
            .with_attribute(("xml:lang", channel.locale.as_str()));
        feed.write_inner_content(|xml| inside(channel, xml))?;
        Ok(())
    })
}

fn inside(channel: &Channel, xml: &mut Xml) -> io::Result<()> {
    element(xml, "id", &channel.id)?;
    element(xml, "title", &channel.title)?;
    element(xml, "subtitle", &channel.description)?;
    link(xml, &channel.home)?;
    // `updated` is required (RFC 4287, 4.1.1), so a feed without entries gets the Unix epoch.
    element(xml, "updated", &written(channel.updated_at.unwrap_or_default()))?;
    person(xml, &channel.publisher)?;
    for entry in &channel.entries {
        xml.create_element("entry").write_inner_content(|xml| inside_entry(entry, xml))?;
    }
    Ok(())
}

fn inside_entry(entry: &FeedEntry, xml: &mut Xml) -> io::Result<()> {
    let teaser = &entry.teaser;
    element(xml, "id", &entry.id())?;
    element(xml, "title", teaser.headline.as_str())?;
    link(xml, &teaser.url)?;
    element(xml, "published", &written(entry.dates.published_at))?;
    element(xml, "updated", &written(entry.dates.updated_at))?;
    for author in &teaser.byline {
        person(xml, author.name.as_str())?;
    }
    for term in [&teaser.section].into_iter().chain(&teaser.tags) {
        let category = xml.create_element("category").with_attribute(("term", term.slug.as_str()));
        category.with_attribute(("label", allowed(term.name.as_str()).as_str())).write_empty()?;
    }
    element(xml, "summary", entry.summary())?;
    if let Some(html) = &entry.html {
        let content = xml.create_element("content").with_attribute(("type", "html"));
        content.write_text_content(BytesText::new(&allowed(html)))?;
    }
    Ok(())
}

fn link(xml: &mut Xml, address: &str) -> io::Result<()> {
    let link = xml.create_element("link").with_attribute(("rel", "alternate"));
    link.with_attribute(("href", address)).write_empty()?;
    Ok(())
}

fn person(xml: &mut Xml, name: &str) -> io::Result<()> {
    xml.create_element("author").write_inner_content(|xml| element(xml, "name", name))?;
    Ok(())
}

pub(super) fn written(time: DateTime<FixedOffset>) -> String {
    time.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}
