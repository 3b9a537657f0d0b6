//! Checks of a draft before it is published.
//!
//! The rendered body is checked, not its source, so raw HTML is treated like Markdown. Whether a slug is free and which
//! links are dead is not checked here: only the store knows that.

use std::collections::{HashMap, HashSet};
use std::iter;

use domain::{
    ArticleId, ArticleLink, Content, Finding, Removed, Rendering, Severity, TermId, TermKind, Terms, UrlBase,
    Violation,
};

use crate::edition::TOO_COMPLEX;
use crate::html_audit::{Element, HtmlAudit, audit};
use crate::standfirst::derive_standfirst;

/// All findings about a draft, errors first. `missing` are the properties that publishing requires and the draft lacks,
/// `rendering` is that of its body, `dead_links` are the linked articles that are not public.
///
/// There is an error exactly when something is missing, when [`render_edition`](crate::render_edition) refuses, or when a
/// link is dead.
#[must_use]
pub fn check_draft(
    content: &Content,
    missing: &[Violation],
    terms: &Terms,
    rendering: &Rendering,
    dead_links: &[ArticleId],
) -> Vec<Finding> {
    let parts = [
        missing.iter().map(missing_property).collect(),
        unknown_terms(content, terms),
        dead_links.iter().map(|target| dead_link(*target)).collect(),
        hero(content),
        addresses(content),
        standfirst(content),
        body(rendering),
        rendering.removed.iter().map(removed).collect(),
    ];
    let mut findings = dedupe_and_cap(parts.concat());
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// How long a standfirst may be before lists cut it off, in characters.
const MAX_STANDFIRST_CHARS: usize = 300;

/// How many findings of one rule are listed individually, because a body can contain any number of violations.
const MAX_FINDINGS_PER_RULE: usize = 50;

/// How much of an address or a text is quoted, in characters.
const MAX_QUOTE_CHARS: usize = 80;

fn missing_property(violation: &Violation) -> Finding {
    finding(Severity::Error, &violation.pointer, violation.rule, violation.detail.clone())
}

fn unknown_terms(content: &Content, terms: &Terms) -> Vec<Finding> {
    let numbered = |name: &'static str, ids: &[TermId], kind| {
        let one = |(at, id): (usize, &TermId)| (format!("/{name}/{at}"), *id, kind);
        ids.iter().enumerate().map(one).collect::<Vec<_>>()
    };
    let section = content.section.map(|id| ("/section".to_owned(), id, TermKind::Section));
    let series = content.series.map(|at| ("/series/series".to_owned(), at.series, TermKind::Series));
    let named = section.into_iter().chain(numbered("byline", &content.byline, TermKind::Author));
    let named = named.chain(numbered("tags", &content.tags, TermKind::Tag)).chain(series);
    let unknown = named.filter(|(_, id, kind)| terms.get(id).is_none_or(|term| term.kind != *kind));
    let reported = unknown.map(|(pointer, id, kind)| {
        let detail = format!("There is no {} `{}`.", kind.as_str(), id.0);
        finding(Severity::Error, &pointer, "unknown_term", detail)
    });
    reported.collect()
}

fn dead_link(target: ArticleId) -> Finding {
    let detail = format!("The body links to the article `{target}`, which is not public.");
    finding(Severity::Error, "/body", "dead_link", detail)
}

fn hero(content: &Content) -> Vec<Finding> {
    let without_alt = content.hero.iter().filter(|hero| hero.alt.trim().is_empty());
    let detail = "The leading picture has no text for those who do not see it.";
    without_alt.map(|_| finding(Severity::Warning, "/hero/alt", "alt_text", detail.to_owned())).collect()
}

/// Invalid URLs that were saved before URLs were validated; public responses leave them out.
fn addresses(content: &Content) -> Vec<Finding> {
    let invalid = content.invalid_urls().into_iter();
    let left_out = |detail: String| format!("{detail} Readers do not get it.");
    invalid.map(|one| finding(Severity::Warning, &one.pointer, one.rule, left_out(one.detail))).collect()
}

fn standfirst(content: &Content) -> Vec<Finding> {
    let pointer = "/standfirst";
    let Some(standfirst) = &content.standfirst else {
        let detail = match derive_standfirst(content.body.as_str()) {
            Some(derived) => format!("There is no standfirst; the body gives one: “{derived}”"),
            None => "There is no standfirst, and the body has no text to make one of.".to_owned(),
        };
        return vec![finding(Severity::Note, pointer, "standfirst_derived", detail)];
    };
    let length = standfirst.as_str().chars().count();
    if length <= MAX_STANDFIRST_CHARS {
        return Vec::new();
    }
    let detail = format!(
        "The standfirst has {length} characters; beyond {MAX_STANDFIRST_CHARS} lists may cut it off."
    );
    vec![finding(Severity::Warning, pointer, "standfirst_length", detail)]
}

fn body(rendering: &Rendering) -> Vec<Finding> {
    if let Some(reason) = &rendering.too_complex {
        return vec![finding(Severity::Error, "/body", TOO_COMPLEX, reason.clone())];
    }
    let Some(audit) = audit(&rendering.html) else {
        return Vec::new();
    };
    let named =
        |name: &'static str| audit.elements.iter().filter(move |element| &*element.name.local == name);
    let without_alt = named("img").filter(|image| image.value("alt").is_none_or(|alt| alt.trim().is_empty()));
    let without_alt = without_alt.map(|image| {
        let source = quoted(UrlBase::strip_marker(image.value("src").unwrap_or_default()));
        warning("alt_text", format!("The picture {source} has no text for those who do not see it."))
    });
    let is_empty = |address: &str| UrlBase::strip_marker(address).trim().is_empty();
    let empty = named("a").filter(|link| link.value("href").is_some_and(is_empty));
    let empty = empty.map(|link| {
        warning("link_address", format!("The link at {} has no address.", quote_at(&audit, link)))
    });
    without_alt.chain(empty).chain(headings(&audit)).collect()
}

/// Headings in the body start at level 2, because the headline has level 1, and must not skip a level.
fn headings(audit: &HtmlAudit) -> Vec<Finding> {
    let headings: Vec<(u8, &Element)> =
        audit.elements.iter().filter_map(|element| Some((level(element)?, element))).collect();
    let before = iter::once(1).chain(headings.iter().map(|(level, _)| *level));
    let order = before.zip(&headings).filter_map(|(before, (level, heading))| {
        let heading = quote_at(audit, heading);
        if *level == 1 {
            let detail =
                format!("The heading {heading} has level 1, which is the headline's; begin with level 2.");
            return Some(warning("heading_level", detail));
        }
        let detail = format!("The heading {heading} has level {level} and follows one of level {before}.");
        (*level > before.saturating_add(1)).then(|| warning("heading_order", detail))
    });
    order.collect()
}

fn level(element: &Element) -> Option<u8> {
    let name = &*element.name.local;
    (1..=6).find(|level| name.strip_prefix('h') == Some(&level.to_string()))
}

fn removed(removed: &Removed) -> Finding {
    match removed {
        Removed::Element(element) => {
            warning("removed_html", format!("`<{element}>` may not be used and is left out."))
        }
        Removed::Attribute(element, attribute) => {
            let detail = format!("`{attribute}` may not be used like this on `<{element}>` and is left out.");
            warning("removed_html", detail)
        }
        Removed::Address(element, address) => {
            let address_of = |scheme: &str| {
                let beginning = address.trim_start().get(..scheme.len());
                beginning.is_some_and(|beginning| beginning.eq_ignore_ascii_case(scheme))
            };
            let quote = quoted(address);
            if address_of(ArticleLink::SCHEME) {
                let detail = format!(
                    "The address {quote} does not name an article: only a link in Markdown can, \
                                      with `article:` and the article's `id`."
                );
                warning("link_address", detail)
            } else if address_of("http:") || address_of("https:") {
                let detail = format!(
                    "The address {quote} cannot be read, or holds a user name or password; it is left out."
                );
                warning("link_address", detail)
            } else {
                let detail = format!("`<{element}>` may not have the address {quote}; it is left out.");
                warning("removed_html", detail)
            }
        }
    }
}

/// Removes duplicates, and limits the findings per rule; the last one says how many more there are.
fn dedupe_and_cap(findings: Vec<Finding>) -> Vec<Finding> {
    let mut reported = HashSet::new();
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut kept = Vec::new();
    let mut beyond: Vec<(Finding, usize)> = Vec::new();
    for found in findings {
        if !reported.insert((found.pointer.clone(), found.detail.clone())) {
            continue;
        }
        let count = counts.entry(found.rule.clone()).or_default();
        *count = count.saturating_add(1);
        if *count <= MAX_FINDINGS_PER_RULE {
            kept.push(found);
        } else if let Some((_, more)) = beyond.iter_mut().find(|(first, _)| first.rule == found.rule) {
            *more = more.saturating_add(1);
        } else {
            beyond.push((found, 1));
        }
    }
    kept.extend(
        beyond
            .into_iter()
            .map(|(first, more)| Finding { detail: format!("… and {more} more of this kind."), ..first }),
    );
    kept
}

fn warning(rule: &str, detail: String) -> Finding {
    finding(Severity::Warning, "/body", rule, detail)
}

fn finding(severity: Severity, pointer: &str, rule: &str, detail: String) -> Finding {
    Finding { severity, pointer: pointer.to_owned(), rule: rule.to_owned(), detail }
}

fn quote_at(audit: &HtmlAudit, element: &Element) -> String {
    quoted(audit.text_from(element, MAX_QUOTE_CHARS + 1).trim())
}

fn quoted(text: &str) -> String {
    let mut quote: String = text.chars().take(MAX_QUOTE_CHARS).collect();
    if quote.len() < text.len() {
        quote.push('…');
    }
    format!("“{quote}”")
}
