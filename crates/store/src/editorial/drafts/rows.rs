//! Maps draft content to rows: one per revision and one per term that it names. The rows are immutable; merges and
//! deletions of terms are resolved when they are read.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{
    Content, DraftId, Headline, Kicker, Markdown, Name, NamedTerm, SeriesPart, Slug, Standfirst, TermId,
    TermKind,
};
use serde_json::Value;
use uuid::Uuid;

use crate::Error;
use crate::moments::StoredMoment;
use crate::schema::editorial::{revision_terms, revisions};
use crate::statement_cache::{prepared, prepared_if_few};

/// Inserts revisions, given as draft id, number and content.
pub(super) async fn insert_revisions(
    mut conn: &AsyncPgConnection,
    by: &str,
    new: &[(Uuid, i32, &Content)],
) -> Result<(), Error> {
    let rows = new.iter().map(|(draft, number, content)| revision_row(*draft, *number, by, content));
    let rows = rows.collect::<Result<Vec<_>, Error>>()?;
    let rows = prepared_if_few(diesel::insert_into(revisions::table).values(rows), new.len());
    let named: Vec<_> =
        new.iter().flat_map(|(draft, number, content)| terms_of(*draft, *number, content)).collect();
    let mut many = named.chunks(5_000);
    let some = many.next().unwrap_or_default();
    let terms = prepared_if_few(diesel::insert_into(revision_terms::table).values(some), some.len());
    tokio::try_join!(biased; rows.execute(&mut conn), terms.execute(&mut conn))?;
    for some in many {
        diesel::insert_into(revision_terms::table).values(some).execute(&mut conn).await?;
    }
    Ok(())
}

/// A term that a revision names, with its current state, and the part number for a series.
#[derive(Debug, Clone)]
pub(super) struct NamedPart {
    pub(super) term: NamedTerm,
    part: Option<i32>,
}

#[derive(QueryableByName)]
struct NamedRow {
    #[diesel(sql_type = SqlUuid)]
    draft_id: Uuid,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    slug: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    merged_into: Option<Uuid>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    ended_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Integer>)]
    part: Option<i32>,
}

impl TryFrom<NamedRow> for NamedPart {
    type Error = Error;

    fn try_from(row: NamedRow) -> Result<Self, Error> {
        let NamedRow { draft_id: _, kind, id, slug, name, merged_into, ended_at, part } = row;
        let (kind, slug, name) = (TermKind::try_from(kind)?, Slug::try_from(slug)?, Name::try_from(name)?);
        let merged_into = merged_into.map(TermId);
        Ok(Self { term: NamedTerm { id: TermId(id), kind, slug, name, merged_into, ended_at }, part })
    }
}

/// The terms that a revision names, in stored order.
pub(super) async fn named_in(
    conn: &AsyncPgConnection,
    id: DraftId,
    number: i32,
) -> Result<Vec<NamedPart>, Error> {
    Ok(named_in_each(conn, (vec![id.0], vec![number])).await?.remove(&id.0).unwrap_or_default())
}

/// [`named_in`] for one revision of each of several drafts.
pub(super) async fn named_in_each(
    mut conn: &AsyncPgConnection,
    (ids, numbers): (Vec<Uuid>, Vec<i32>),
) -> Result<BTreeMap<Uuid, Vec<NamedPart>>, Error> {
    let query = sql_query(NAMED).bind::<Array<SqlUuid>, _>(ids).bind::<Array<Integer>, _>(numbers);
    let rows: Vec<NamedRow> = prepared(query).load(&mut conn).await?;
    let mut by_draft: BTreeMap<Uuid, Vec<NamedPart>> = BTreeMap::new();
    for row in rows {
        by_draft.entry(row.draft_id).or_default().push(NamedPart::try_from(row)?);
    }
    Ok(by_draft)
}

/// Looks up each revision by its number, because a draft may have thousands. A merged term is returned with the slug
/// and name of its successor.
const NAMED: &str = "
SELECT newest.draft_id, terms.kind, terms.id, current.slug, current.name, terms.merged_into, terms.ended_at,
    revision_terms.part
FROM unnest($1, $2) AS newest (draft_id, number)
JOIN editorial.revision_terms USING (draft_id, number)
JOIN editorial.terms ON terms.id = revision_terms.term_id
JOIN editorial.terms AS current ON current.id = coalesce(terms.merged_into, terms.id)
ORDER BY revision_terms.position";

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = revisions, check_for_backend(Pg), treat_none_as_default_value = false)]
pub(super) struct RevisionRow {
    draft_id: Uuid,
    pub(super) number: i32,
    slug: Option<String>,
    kicker: Option<String>,
    headline: Option<String>,
    standfirst: Option<String>,
    body: String,
    hero: Option<Value>,
    seo: Value,
    fields: Value,
    first_published_at: Option<StoredMoment>,
    saved_by: String,
}

#[derive(Insertable)]
#[diesel(table_name = revision_terms, treat_none_as_default_value = false)]
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
        first_published_at: first_published_at.map(StoredMoment),
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

/// The content of a revision as it was saved.
pub(super) fn content_of(row: RevisionRow, named: &[NamedPart]) -> Result<Content, Error> {
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
    let named_of = |wanted| named.iter().filter(move |named| named.term.kind == wanted);
    let ids = |wanted| named_of(wanted).map(|named| named.term.id).collect::<Vec<_>>();
    let series = named_of(TermKind::Series)
        .find_map(|named| Some(SeriesPart { series: named.term.id, part: named.part? }));
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
        first_published_at: first_published_at.map(|StoredMoment(moment)| moment),
        fields: serde_json::from_value(fields).map_err(Error::internal)?,
    })
}

/// The content of a revision with merged terms replaced by their successors and deleted terms left out.
pub(super) fn current_content_of(row: RevisionRow, named: Vec<NamedPart>) -> Result<Content, Error> {
    let content = content_of(row, &named)?;
    Ok(content.with_current_terms(&terms_of_parts(named)))
}

pub(super) fn terms_of_parts(named: Vec<NamedPart>) -> Vec<NamedTerm> {
    named.into_iter().map(|named| named.term).collect()
}
