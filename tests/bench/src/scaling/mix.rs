//! The mix of requests and their weights, the same for every size of publication. `scaling` sends them.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use domain::TermKind;
use serde_json::Value;

use crate::load::{self, LoadRequest};
use crate::publication::{KICKERS, slugs_of};
use crate::publications::Publication;
use crate::scaling::depth;

/// A kind of request.
pub struct Kind {
    /// The label in tables.
    pub name: &'static str,
    /// The share of all requests in percent.
    pub weight: usize,
    target: Target,
}

/// What a kind of request targets.
enum Target {
    /// Articles by slug.
    Articles,
    /// A single list.
    List(&'static str),
    /// A list for each term of a kind, with the slug appended.
    Each(&'static str, TermKind),
    /// A list for each kicker.
    EachKicker,
    /// A list for each of some articles, built from its teaser or from that and the following ones.
    Like(fn(&[Teaser]) -> String),
    /// The page in the middle of a list.
    MiddleOf(&'static str),
    /// The page in the middle of a list for each term of a kind.
    MiddleOfEach(&'static str, TermKind),
}

/// The values of an existing article that lists are filtered by.
struct Teaser {
    id: String,
    section: String,
    author: String,
    tags: Vec<String>,
}

/// The mix. This is the only place that defines the weights.
pub const MIX: [Kind; 20] = [
    Kind { name: "article by slug", weight: 30, target: Target::Articles },
    Kind { name: "all, newest first", weight: 14, target: Target::List("/v1/teasers") },
    Kind { name: "section", weight: 10, target: Target::Each("/v1/teasers?section=", TermKind::Section) },
    Kind { name: "tag", weight: 8, target: Target::Each("/v1/teasers?tag=", TermKind::Tag) },
    Kind { name: "author", weight: 5, target: Target::Each("/v1/teasers?author=", TermKind::Author) },
    Kind { name: "kicker", weight: 4, target: Target::EachKicker },
    Kind { name: "two sections", weight: 3, target: Target::List("/v1/teasers?section=section-1,section-2") },
    Kind { name: "section and tag", weight: 4, target: Target::Like(section_and_tag) },
    Kind { name: "two tags at once", weight: 1, target: Target::Like(two_tags) },
    Kind { name: "section and author, by change", weight: 2, target: Target::Like(section_and_author) },
    Kind { name: "all, by change", weight: 3, target: Target::List("/v1/teasers?sort=-updated_at") },
    Kind {
        name: "section, by change",
        weight: 2,
        target: Target::Each("/v1/teasers?sort=-updated_at&section=", TermKind::Section),
    },
    Kind {
        name: "all, oldest first",
        weight: 1,
        target: Target::List("/v1/teasers?sort=first_published_at"),
    },
    Kind {
        name: "section, before a date",
        weight: 1,
        target: Target::Each("/v1/teasers?published_before=2026-08-31T20:00:00Z&section=", TermKind::Section),
    },
    Kind { name: "all, half-way down", weight: 4, target: Target::MiddleOf("/v1/teasers") },
    Kind {
        name: "section, half-way down",
        weight: 3,
        target: Target::MiddleOfEach("/v1/teasers?section=", TermKind::Section),
    },
    Kind { name: "all, with total", weight: 1, target: Target::List("/v1/teasers?total=true") },
    Kind {
        name: "tag, with total",
        weight: 1,
        target: Target::Each("/v1/teasers?total=true&tag=", TermKind::Tag),
    },
    Kind { name: "20 by identity", weight: 1, target: Target::Like(by_id) },
    Kind { name: "20 articles as text", weight: 2, target: Target::List("/v1/articles?body=text") },
];

/// The number of articles, and of terms per kind, that are requested.
const ARTICLES: usize = 500;
const TERMS: usize = 50;
/// The number of ids in one request.
const TOGETHER: usize = 20;

impl Kind {
    /// The requests of this kind. Fails if any response is empty.
    pub async fn asked(
        &self,
        publication: &Publication,
        made: usize,
        masthead: SocketAddr,
    ) -> Result<Arc<Vec<LoadRequest>>> {
        let paths = self.paths(publication, made, masthead).await?;
        for path in &paths {
            let response: Value = serde_json::from_slice(&load::get(masthead, path).await?)?;
            let is_empty = response["data"].as_array().is_some_and(Vec::is_empty);
            ensure!(!is_empty, "{path} is empty among {} articles", publication.articles);
        }
        Ok(LoadRequest::from_paths(paths))
    }

    async fn paths(
        &self,
        publication: &Publication,
        made: usize,
        masthead: SocketAddr,
    ) -> Result<Vec<String>> {
        let each =
            |path: &str, kind| slugs_of(kind).take(TERMS).map(|slug| format!("{path}{slug}")).collect();
        Ok(match &self.target {
            Target::Articles => {
                let slugs = publication.slugs(made, ARTICLES);
                slugs.iter().map(|slug| format!("/v1/articles/{slug}")).collect()
            }
            Target::List(path) => vec![(*path).to_owned()],
            Target::Each(path, kind) => each(path, *kind),
            Target::EachKicker => KICKERS
                .iter()
                .map(|kicker| format!("/v1/teasers?kicker={}", kicker.replace(' ', "%20")))
                .collect(),
            Target::Like(path) => teasers(masthead).await?.windows(TOGETHER).map(path).collect(),
            Target::MiddleOf(path) => vec![depth::page(masthead, path, publication.articles / 2).await?],
            Target::MiddleOfEach(path, kind) => {
                let lists: Vec<String> = each(path, *kind);
                let mut pages = Vec::with_capacity(lists.len());
                for list in &lists {
                    pages.push(depth::page(masthead, list, publication.articles / 2).await?);
                }
                pages
            }
        })
    }
}

/// The newest articles, which exist in every publication.
async fn teasers(masthead: SocketAddr) -> Result<Vec<Teaser>> {
    let page: Value = serde_json::from_slice(&load::get(masthead, "/v1/teasers?limit=50").await?)?;
    page["data"].as_array().context("they are a list")?.iter().map(Teaser::from_json).collect()
}

impl Teaser {
    fn from_json(teaser: &Value) -> Result<Self> {
        let text = |pointer: &str| {
            let text = teaser.pointer(pointer).and_then(Value::as_str);
            text.map(str::to_owned).with_context(|| format!("a teaser has {pointer}"))
        };
        Ok(Self {
            id: text("/id")?,
            section: text("/section/slug")?,
            author: text("/byline/0/slug")?,
            tags: vec![text("/tags/0/slug")?, text("/tags/1/slug")?],
        })
    }
}

fn section_and_tag(teasers: &[Teaser]) -> String {
    format!("/v1/teasers?section={}&tag={}", teasers[0].section, teasers[0].tags[0])
}

fn two_tags(teasers: &[Teaser]) -> String {
    format!("/v1/teasers?tags_all={}", teasers[0].tags.join(","))
}

fn section_and_author(teasers: &[Teaser]) -> String {
    let Teaser { section, author, .. } = &teasers[0];
    format!("/v1/teasers?section={section}&author={author}&sort=-updated_at")
}

fn by_id(teasers: &[Teaser]) -> String {
    let ids: Vec<&str> = teasers.iter().map(|teaser| teaser.id.as_str()).collect();
    format!("/v1/teasers?ids={}", ids.join(","))
}
