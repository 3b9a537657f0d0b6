//! Drafts: the working copies. Every save is a revision with a number, and stays.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::dsl::now;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};
use domain::{
    ArticleId, Content, DraftId, Headline, Kicker, Locale, Markdown, SeriesPart, Slug, Standfirst, TermId,
    TermKind,
};
use serde_json::Value;
use uuid::Uuid;

use crate::acting::Act;
use crate::schema::editorial::{articles, drafts, revision_terms, revisions, terms};
use crate::{EditorialConn, Error};

/// A draft in one of its states.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Its identity.
    pub id: DraftId,
    /// The article it is of.
    pub article: ArticleId,
    /// The locale it is written in.
    pub locale: Locale,
    /// The number of the revision.
    pub revision: i32,
    /// What that revision holds.
    pub content: Content,
}

/// Makes drafts, each with its content as revision 1, and the articles they are of where those are new.
///
/// # Errors
/// [`Error::Unavailable`]; nothing is made then.
pub async fn create(conn: &mut EditorialConn, act: &Act, new: &[Draft]) -> Result<(), Error> {
    conn.inner().transaction(async |conn| insert(conn, act, new).await).await
}

/// Saves a draft as its next revision, if `expected` is still its newest, and gives the new number.
///
/// # Errors
/// [`Error::Stale`] when it was saved meanwhile; [`Error::NotFound`]; [`Error::Unavailable`].
pub async fn save(
    conn: &mut EditorialConn,
    act: &Act,
    id: DraftId,
    expected: i32,
    content: &Content,
) -> Result<i32, Error> {
    let saving = async |conn: &mut AsyncPgConnection| {
        let locked = drafts::table.find(id.0).select(drafts::revision).for_update();
        let current: i32 = locked.first(conn).await?;
        if current != expected {
            return Err(Error::Stale { current });
        }
        let number = current.saturating_add(1);
        let values = (drafts::revision.eq(number), drafts::saved_at.eq(now));
        diesel::update(drafts::table.find(id.0)).set(values).execute(conn).await?;
        insert_revisions(conn, &act.actor.name(), &[(id.0, number, content)]).await?;
        Ok(number)
    };
    conn.inner().transaction(saving).await
}

/// Drafts in their newest state; those that do not exist are left out.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn load(conn: &mut EditorialConn, ids: &[DraftId]) -> Result<Vec<Draft>, Error> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let newest = revisions::draft_id.eq(drafts::id).and(revisions::number.eq(drafts::revision));
    let query = drafts::table.inner_join(revisions::table.on(newest)).filter(drafts::id.eq_any(&ids));
    let columns = (drafts::id, drafts::article_id, drafts::locale, RevisionRow::as_select());
    let rows: Vec<(Uuid, Uuid, String, RevisionRow)> = query.select(columns).load(conn.inner()).await?;

    let newest = revision_terms::draft_id.eq(drafts::id).and(revision_terms::number.eq(drafts::revision));
    let named = drafts::table
        .inner_join(revision_terms::table.on(newest))
        .inner_join(terms::table.on(terms::id.eq(revision_terms::term_id)));
    let named = named.filter(drafts::id.eq_any(&ids)).order(revision_terms::position);
    let columns = (drafts::id, terms::kind, terms::id, revision_terms::part);
    let named: Vec<(Uuid, String, Uuid, Option<i32>)> = named.select(columns).load(conn.inner()).await?;
    let mut by_draft: BTreeMap<Uuid, Vec<NamedTerm>> = BTreeMap::new();
    for (draft, kind, term, part) in named {
        by_draft.entry(draft).or_default().push((TermKind::try_from(kind)?, TermId(term), part));
    }
    rows.into_iter()
        .map(|(id, article, locale, row)| {
            let revision = row.number;
            let content = content_of(row, by_draft.remove(&id).unwrap_or_default())?;
            let locale = Locale::try_from(locale)?;
            Ok(Draft { id: DraftId(id), article: ArticleId(article), locale, revision, content })
        })
        .collect()
}

/// Which of these slugs a draft in this locale uses in its newest revision, or an article had in public.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn slugs_in_use(
    conn: &mut EditorialConn,
    locale: &Locale,
    slugs: &[Slug],
) -> Result<Vec<Slug>, Error> {
    use crate::schema::delivery::slugs as public;

    let slugs: Vec<&str> = slugs.iter().map(Slug::as_str).collect();
    let newest = revisions::draft_id.eq(drafts::id).and(revisions::number.eq(drafts::revision));
    let drafted =
        drafts::table.inner_join(revisions::table.on(newest)).filter(drafts::locale.eq(locale.as_str()));
    let drafted = drafted.filter(revisions::slug.eq_any(&slugs)).select(revisions::slug.assume_not_null());
    let mut used: Vec<String> = drafted.load(conn.inner()).await?;
    let public = public::table.filter(public::locale.eq(locale.as_str())).filter(public::slug.eq_any(&slugs));
    used.extend(public.select(public::slug).load::<String>(conn.inner()).await?);
    used.into_iter().map(|slug| Ok(Slug::try_from(slug)?)).collect()
}

pub(crate) async fn insert(conn: &mut AsyncPgConnection, act: &Act, new: &[Draft]) -> Result<(), Error> {
    for some in new.chunks(1_000) {
        let ids: Vec<_> = some.iter().map(|draft| articles::id.eq(draft.article.0)).collect();
        diesel::insert_into(articles::table).values(ids).on_conflict_do_nothing().execute(conn).await?;
        let rows: Vec<_> = some.iter().map(draft_row).collect();
        diesel::insert_into(drafts::table).values(rows).execute(conn).await?;
        let first: Vec<_> = some.iter().map(|draft| (draft.id.0, draft.revision, &draft.content)).collect();
        insert_revisions(conn, &act.actor.name(), &first).await?;
    }
    Ok(())
}

fn draft_row(draft: &Draft) -> DraftRow<'_> {
    DraftRow {
        id: draft.id.0,
        article_id: draft.article.0,
        locale: draft.locale.as_str(),
        revision: draft.revision,
    }
}

async fn insert_revisions(
    conn: &mut AsyncPgConnection,
    by: &str,
    new: &[(Uuid, i32, &Content)],
) -> Result<(), Error> {
    let rows = new.iter().map(|(draft, number, content)| revision_row(*draft, *number, by, content));
    let rows = rows.collect::<Result<Vec<_>, Error>>()?;
    diesel::insert_into(revisions::table).values(rows).execute(conn).await?;
    let named: Vec<_> =
        new.iter().flat_map(|(draft, number, content)| terms_of(*draft, *number, content)).collect();
    for some in named.chunks(5_000) {
        diesel::insert_into(revision_terms::table).values(some).execute(conn).await?;
    }
    Ok(())
}

type NamedTerm = (TermKind, TermId, Option<i32>);

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = revisions, check_for_backend(Pg))]
struct RevisionRow {
    draft_id: Uuid,
    number: i32,
    slug: Option<String>,
    kicker: Option<String>,
    headline: Option<String>,
    standfirst: Option<String>,
    body: String,
    hero: Option<Value>,
    seo: Value,
    fields: Value,
    first_published_at: Option<DateTime<Utc>>,
    saved_by: String,
}

#[derive(Insertable)]
#[diesel(table_name = drafts)]
struct DraftRow<'a> {
    id: Uuid,
    article_id: Uuid,
    locale: &'a str,
    revision: i32,
}

#[derive(Insertable)]
#[diesel(table_name = revision_terms)]
struct RevisionTermRow {
    draft_id: Uuid,
    number: i32,
    position: i32,
    term_id: Uuid,
    part: Option<i32>,
}

fn revision_row(draft_id: Uuid, number: i32, by: &str, content: &Content) -> Result<RevisionRow, Error> {
    let Content {
        slug,
        section: _,
        kicker,
        headline,
        standfirst,
        byline: _,
        tags: _,
        series: _,
        hero,
        body,
        seo,
        first_published_at,
        fields,
    } = content;
    Ok(RevisionRow {
        draft_id,
        number,
        slug: slug.as_ref().map(Slug::to_string),
        kicker: kicker.as_ref().map(Kicker::to_string),
        headline: headline.as_ref().map(Headline::to_string),
        standfirst: standfirst.as_ref().map(Standfirst::to_string),
        body: body.as_str().to_owned(),
        hero: hero.as_ref().map(serde_json::to_value).transpose().map_err(Error::internal)?,
        seo: serde_json::to_value(seo).map_err(Error::internal)?,
        fields: Value::Object(fields.clone()),
        first_published_at: *first_published_at,
        saved_by: by.to_owned(),
    })
}

fn terms_of(draft_id: Uuid, number: i32, content: &Content) -> Vec<RevisionTermRow> {
    let plain = content.section.iter().chain(&content.byline).chain(&content.tags).map(|term| (term.0, None));
    let series = content.series.iter().map(|at| (at.series.0, Some(at.part)));
    plain
        .chain(series)
        .zip(0..)
        .map(|((term_id, part), position)| RevisionTermRow { draft_id, number, position, term_id, part })
        .collect()
}

fn content_of(row: RevisionRow, named: Vec<NamedTerm>) -> Result<Content, Error> {
    let RevisionRow {
        draft_id: _,
        number: _,
        slug,
        kicker,
        headline,
        standfirst,
        body,
        hero,
        seo,
        fields,
        first_published_at,
        saved_by: _,
    } = row;
    let of = |wanted| named.iter().filter(move |(kind, ..)| *kind == wanted);
    let ids = |wanted| of(wanted).map(|(_, id, _)| *id).collect::<Vec<_>>();
    let series = of(TermKind::Series)
        .find_map(|(_, series, part)| Some(SeriesPart { series: *series, part: (*part)? }));
    Ok(Content {
        slug: slug.map(Slug::try_from).transpose()?,
        section: ids(TermKind::Section).pop(),
        kicker: kicker.map(Kicker::try_from).transpose()?,
        headline: headline.map(Headline::try_from).transpose()?,
        standfirst: standfirst.map(Standfirst::try_from).transpose()?,
        byline: ids(TermKind::Author),
        tags: ids(TermKind::Tag),
        series,
        hero: hero.map(serde_json::from_value).transpose().map_err(Error::internal)?,
        body: Markdown::try_from(body)?,
        seo: serde_json::from_value(seo).map_err(Error::internal)?,
        first_published_at,
        fields: serde_json::from_value(fields).map_err(Error::internal)?,
    })
}
