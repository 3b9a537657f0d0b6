//! Reads a teaser feed: blocks of three lines (section, kicker, standfirst) with optional blank lines in between.

mod feed;

use domain::{Locale, Slug};

use self::feed::Block;
use crate::article::{Dates, Identity, ImportedArticle, Origin, source_digest};
use crate::{Diagnostic, ParsedSource};

/// Parses a feed, whose articles are in this locale.
///
/// # Errors
/// Every error in it, by line.
pub fn parse_feed(feed: &[u8], locale: &Locale) -> Result<ParsedSource, Vec<Diagnostic>> {
    let blocks = feed::parse(feed)?;
    let articles = blocks.into_iter().map(|block| article(block, locale)).collect();
    Ok(ParsedSource { articles, ..ParsedSource::default() })
}

fn article(block: Block, locale: &Locale) -> ImportedArticle {
    let Block { line, section, kicker, standfirst, headline } = block;
    let identity = [locale.as_str(), section.name.as_str(), kicker.as_str(), standfirst.as_str()];
    ImportedArticle {
        origin: Origin::Line(line),
        identity: Identity::Text,
        digest: source_digest(&identity),
        key: line.to_string(),
        body_line: line,
        slug_line: line,
        locale: locale.clone(),
        is_draft: false,
        slug: headline.as_ref().and_then(|headline| Slug::from_text(headline.as_str())),
        section: Some(section),
        kicker: Some(kicker),
        headline,
        standfirst: Some(standfirst),
        byline: Vec::new(),
        tags: Vec::new(),
        series: None,
        dates: Dates::default(),
        fields: serde_json::Map::new(),
        former_addresses: Vec::new(),
        body: String::new(),
        links: Vec::new(),
    }
}
