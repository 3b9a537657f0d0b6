//! What readers ask for, and how often: a fixed mix, the same for publications of every size. Not here: loading it
//! (`scaling`).

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use domain::TermKind;
use serde_json::Value;

use crate::load::{self, Asked};
use crate::publication::{KICKERS, slugs_of};
use crate::publications::Publication;
use crate::scaling::depth;

/// A kind of request.
pub struct Kind {
    /// What it is called.
    pub name: &'static str,
    /// How many of a hundred requests are of this kind.
    pub weight: usize,
    asks: Asks,
}

/// What a kind of request asks for.
enum Asks {
    /// Articles by their slugs.
    Articles,
    /// One list.
    List(&'static str),
    /// A list for each term of a kind; the slug stands at the end.
    Each(&'static str, TermKind),
    /// A list for each kicker.
    EachKicker,
    /// A list for each of some articles, of what that article has, or with those that follow it.
    Like(fn(&[Teaser]) -> String),
    /// The page in the middle of one list.
    MiddleOf(&'static str),
    /// The page in the middle of a list for each term of a kind.
    MiddleOfEach(&'static str, TermKind),
}

/// What lists are filtered by, of an article that there is.
struct Teaser {
    id: String,
    section: String,
    author: String,
    tags: Vec<String>,
}

/// The mix. The weights are said here and nowhere else.
pub const MIX: [Kind; 20] = [
    Kind { name: "article by slug", weight: 30, asks: Asks::Articles },
    Kind { name: "all, newest first", weight: 14, asks: Asks::List("/v1/teasers") },
    Kind { name: "section", weight: 10, asks: Asks::Each("/v1/teasers?section=", TermKind::Section) },
    Kind { name: "tag", weight: 8, asks: Asks::Each("/v1/teasers?tag=", TermKind::Tag) },
    Kind { name: "author", weight: 5, asks: Asks::Each("/v1/teasers?author=", TermKind::Author) },
    Kind { name: "kicker", weight: 4, asks: Asks::EachKicker },
    Kind { name: "two sections", weight: 3, asks: Asks::List("/v1/teasers?section=section-1,section-2") },
    Kind { name: "section and tag", weight: 4, asks: Asks::Like(section_and_tag) },
    Kind { name: "two tags at once", weight: 1, asks: Asks::Like(two_tags) },
    Kind { name: "section and author, by change", weight: 2, asks: Asks::Like(section_and_author) },
    Kind { name: "all, by change", weight: 3, asks: Asks::List("/v1/teasers?sort=-updated_at") },
    Kind {
        name: "section, by change",
        weight: 2,
        asks: Asks::Each("/v1/teasers?sort=-updated_at&section=", TermKind::Section),
    },
    Kind { name: "all, oldest first", weight: 1, asks: Asks::List("/v1/teasers?sort=first_published_at") },
    Kind {
        name: "section, before a date",
        weight: 1,
        asks: Asks::Each("/v1/teasers?published_before=2026-08-31T20:00:00Z&section=", TermKind::Section),
    },
    Kind { name: "all, half-way down", weight: 4, asks: Asks::MiddleOf("/v1/teasers") },
    Kind {
        name: "section, half-way down",
        weight: 3,
        asks: Asks::MiddleOfEach("/v1/teasers?section=", TermKind::Section),
    },
    Kind { name: "all, with total", weight: 1, asks: Asks::List("/v1/teasers?total=true") },
    Kind {
        name: "tag, with total",
        weight: 1,
        asks: Asks::Each("/v1/teasers?total=true&tag=", TermKind::Tag),
    },
    Kind { name: "20 by identity", weight: 1, asks: Asks::Like(by_identity) },
    Kind { name: "20 articles as text", weight: 2, asks: Asks::List("/v1/articles?body=text") },
];

/// How many articles, and how many terms of a kind, are asked for.
const ARTICLES: usize = 500;
const TERMS: usize = 50;
/// How many articles are asked for by their identities at once.
const TOGETHER: usize = 20;

impl Kind {
    /// What is asked for in a publication that was made of so many articles. Each answer holds something.
    pub async fn asked(
        &self,
        publication: &Publication,
        made: usize,
        masthead: SocketAddr,
    ) -> Result<Arc<Vec<Asked>>> {
        let paths = self.paths(publication, made, masthead).await?;
        for path in &paths {
            let answer: Value = serde_json::from_slice(&load::get(masthead, path).await?)?;
            let is_empty = answer["data"].as_array().is_some_and(Vec::is_empty);
            ensure!(!is_empty, "{path} is empty among {} articles", publication.articles);
        }
        Ok(Asked::all(paths))
    }

    async fn paths(
        &self,
        publication: &Publication,
        made: usize,
        masthead: SocketAddr,
    ) -> Result<Vec<String>> {
        let each =
            |path: &str, kind| slugs_of(kind).take(TERMS).map(|slug| format!("{path}{slug}")).collect();
        Ok(match &self.asks {
            Asks::Articles => {
                let slugs = publication.slugs(made, ARTICLES);
                slugs.iter().map(|slug| format!("/v1/articles/{slug}")).collect()
            }
            Asks::List(path) => vec![(*path).to_owned()],
            Asks::Each(path, kind) => each(path, *kind),
            Asks::EachKicker => KICKERS
                .iter()
                .map(|kicker| format!("/v1/teasers?kicker={}", kicker.replace(' ', "%20")))
                .collect(),
            Asks::Like(path) => teasers(masthead).await?.windows(TOGETHER).map(path).collect(),
            Asks::MiddleOf(path) => vec![depth::page(masthead, path, publication.articles / 2).await?],
            Asks::MiddleOfEach(path, kind) => {
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

/// The newest articles, which every publication has.
async fn teasers(masthead: SocketAddr) -> Result<Vec<Teaser>> {
    let page: Value = serde_json::from_slice(&load::get(masthead, "/v1/teasers?limit=50").await?)?;
    page["data"].as_array().context("they are a list")?.iter().map(Teaser::of).collect()
}

impl Teaser {
    fn of(teaser: &Value) -> Result<Self> {
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

fn by_identity(teasers: &[Teaser]) -> String {
    let ids: Vec<&str> = teasers.iter().map(|teaser| teaser.id.as_str()).collect();
    format!("/v1/teasers?ids={}", ids.join(","))
}
