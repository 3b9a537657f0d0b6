//! Generates a reproducible publication: articles of 2 to 20 KiB with 200 tags and 50 authors.

use anyhow::Result;
use chrono::{DateTime, Duration, Utc};
use domain::{
    ArticleId, Content, DraftId, Headline, Kicker, Locale, Markdown, Name, Slug, Standfirst, Term, TermId,
    TermKind, Update,
};
use fastrand::Rng;
use store::EditorialConn;
use store::editorial::drafts;
use store::editorial::drafts::Draft;
use store::editorial::terms;
use store::publishing;
use store::write;
use store::write::WriteContext;
use uuid::Uuid;

use crate::vocabulary::several as words;

const SECTIONS: usize = 8;
const TAGS: usize = 200;
const AUTHORS: usize = 50;
pub const KICKERS: [&str; 4] = ["Dispatch", "Review", "Opinion", "Field notes"];
const AT_ONCE: usize = 500;

/// The first publication date of the newest article. Each following article is ten minutes older, so a million articles
/// span nineteen years.
const NEWEST: &str = "2026-09-01T00:00:00Z";

pub fn slug(number: usize) -> String {
    format!("article-{number}")
}

/// The first publication date of an article.
pub fn moment(number: usize) -> Result<DateTime<Utc>> {
    Ok(NEWEST.parse::<DateTime<Utc>>()? - Duration::minutes(10 * i64::try_from(number)?))
}

pub fn slugs_of(kind: TermKind) -> impl Iterator<Item = String> {
    let count = match kind {
        TermKind::Section => SECTIONS,
        TermKind::Tag => TAGS,
        TermKind::Author => AUTHORS,
        TermKind::Series => 0,
    };
    (0..count).map(move |number| format!("{}-{number}", kind.as_str()))
}

/// Creates and publishes `count` articles.
pub async fn make(conn: &mut EditorialConn, count: usize) -> Result<()> {
    let mut random = Rng::with_seed(7);
    let terms = [(TermKind::Section, SECTIONS), (TermKind::Tag, TAGS), (TermKind::Author, AUTHORS)];
    let terms: Vec<Vec<Term>> =
        terms.into_iter().map(|(kind, count)| make_terms(kind, count)).collect::<Result<_>>()?;
    for some in &terms {
        write::once(conn, &WriteContext::for_program("bench", "bench"), async |tx| {
            terms::create(tx, some).await
        })
        .await?;
    }
    for first in (0..count).step_by(AT_ONCE) {
        let numbers = first..count.min(first + AT_ONCE);
        let drafts: Vec<Draft> =
            numbers.map(|number| draft(number, &terms, &mut random)).collect::<Result<_>>()?;
        write::once(conn, &WriteContext::for_program("bench", "bench"), async |tx| {
            drafts::create_many(tx, &drafts).await
        })
        .await?;
        publish(conn, &drafts, &terms).await?;
        eprint!("\r{} of {count} articles", first + drafts.len());
    }
    eprintln!();
    Ok(())
}

async fn publish(conn: &mut EditorialConn, drafts: &[Draft], terms: &[Vec<Term>]) -> Result<()> {
    let mut editions = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let content = &draft.content;
        let named: Vec<&TermId> =
            content.section.iter().chain(&content.byline).chain(&content.tags).collect();
        let known = terms.iter().flatten().filter(|term| named.contains(&&term.id));
        let known = known.map(|term| (term.id, term.clone())).collect();
        editions.push(
            markup::render_edition(draft.new_edition(), content, &known)
                .map_err(|refusal| anyhow::anyhow!("{refusal}"))?,
        );
    }
    let act = WriteContext::for_program("bench", "bench");
    write::once(conn, &act, async |tx| publishing::publish(tx, &editions, Update::Visible).await).await?;
    Ok(())
}

fn make_terms(kind: TermKind, count: usize) -> Result<Vec<Term>> {
    let term = |number| {
        let text = format!("{} {number}", kind.as_str());
        let slug = Slug::try_from(text.replace(' ', "-"))?;
        let id = TermId(Uuid::now_v7());
        let name = Name::try_from(text)?;
        Ok(Term { id, kind, slug, name, description: None, url: None, picture: None, version: 1 })
    };
    (0..count).map(term).collect()
}

fn draft(number: usize, terms: &[Vec<Term>], random: &mut Rng) -> Result<Draft> {
    let [sections, tags, authors] = terms else { anyhow::bail!("three kinds of terms were made") };
    let mut some = |of: &[Term], count: usize| {
        let mut ids: Vec<TermId> = of.iter().map(|term| term.id).collect();
        random.shuffle(&mut ids);
        ids.truncate(count);
        ids
    };
    let (section, tags, byline) = (some(sections, 1), some(tags, 3), some(authors, 1));
    let headline = format!("{number}: {}", words(random, 6));
    let content = Content {
        slug: Some(Slug::try_from(slug(number))?),
        section: section.first().copied(),
        kicker: random.choice(KICKERS).map(|kicker| Kicker::try_from(kicker.to_owned())).transpose()?,
        headline: Some(Headline::try_from(headline)?),
        standfirst: Some(Standfirst::try_from(format!("{}.", words(random, 24)))?),
        byline,
        tags,
        body: body(random)?,
        first_published_at: Some(domain::Moment::clamped(moment(number)?)),
        ..Content::default()
    };
    let (id, article) = (DraftId(Uuid::now_v7()), ArticleId(Uuid::now_v7()));
    Ok(Draft { id, article, locale: Locale::try_from("en".to_owned())?, revision: 1, content })
}

fn body(random: &mut Rng) -> Result<Markdown> {
    let length = random.usize(2_048..20_480);
    let mut text = String::with_capacity(length + 1_024);
    while text.len() < length {
        let part = match random.u8(0..10) {
            0 => format!("## {}\n\n", words(random, 5)),
            1 => format!("```rust\nfn {}() {{}}\n```\n\n", random.lowercase()),
            2 => format!("- {}\n- {}\n\n", words(random, 8), words(random, 8)),
            3 => format!("> {}\n\n", words(random, 30)),
            _ => format!(
                "{} *{}* [{}](https://example.org). {}.\n\n",
                words(random, 30),
                words(random, 2),
                words(random, 2),
                words(random, 40)
            ),
        };
        text.push_str(&part);
    }
    Ok(Markdown::try_from(text)?)
}
