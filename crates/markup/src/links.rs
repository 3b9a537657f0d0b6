//! The links between articles that sanitised HTML has.

use std::collections::HashSet;

use domain::{ArticleId, ArticleLink};

/// The articles that the HTML links to, each once, in order of first appearance.
pub(crate) fn link_targets(html: &str) -> Vec<ArticleId> {
    let mut seen = HashSet::new();
    let addresses = html.split(LINK_START).skip(1).filter_map(|rest| rest.split('"').next());
    let targets = addresses.filter(|address| address.starts_with(ArticleLink::SCHEME));
    let targets = targets.filter_map(|address| Some(ArticleLink::parse(address)?.article));
    targets.filter(|target| seen.insert(*target)).collect()
}

/// This text can only be the start of a link: `<` is escaped in text, and `"` in attribute values.
const LINK_START: &str = "<a href=\"";
