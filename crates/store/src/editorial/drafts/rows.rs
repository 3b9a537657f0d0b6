//! How the content of a draft is kept: a row for the revision, and one for each term that it names.

use std::collections::BTreeSet;

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{Content, Headline, Kicker, Markdown, SeriesPart, Slug, Standfirst, TermId, TermKind};
use serde_json::Value;
use uuid::Uuid;

use crate::Error;
use crate::moments::StoredMoment;
use crate::prepared::prepared_if_few;
use crate::schema::editorial::{revision_terms, revisions, terms};

/// Keeps revisions: of which draft, with which number, holding what.
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

/// A term that a revision names: its kind, which, and as which part.
#[derive(Debug, Clone, Copy)]
pub(super) struct NamedTerm {
    pub(super) kind: TermKind,
    pub(super) term: TermId,
    part: Option<i32>,
}

/// A term as a revision names it, and what became of it since. What was deleted is not to be read.
#[derive(Queryable, QueryableByName, Selectable)]
#[diesel(check_for_backend(Pg))]
pub(super) struct NamedRow {
    #[diesel(select_expression = terms::kind, sql_type = Text)]
    kind: String,
    #[diesel(select_expression = terms::id, sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(select_expression = terms::merged_into, sql_type = Nullable<SqlUuid>)]
    merged_into: Option<Uuid>,
    #[diesel(select_expression = revision_terms::part, sql_type = Nullable<Integer>)]
    part: Option<i32>,
}

impl TryFrom<NamedRow> for NamedTerm {
    type Error = Error;

    fn try_from(row: NamedRow) -> Result<Self, Error> {
        let NamedRow { kind, id, merged_into, part } = row;
        Ok(Self { kind: TermKind::try_from(kind)?, term: TermId(merged_into.unwrap_or(id)), part })
    }
}

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

pub(super) fn content_of(row: RevisionRow, named: Vec<NamedTerm>) -> Result<Content, Error> {
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
    let of = |wanted| named.iter().filter(move |named| named.kind == wanted);
    // Two terms that were merged are one, named once.
    let ids = |wanted| {
        let mut known = BTreeSet::new();
        of(wanted).map(|named| named.term).filter(|term| known.insert(*term)).collect::<Vec<_>>()
    };
    let series =
        of(TermKind::Series).find_map(|named| Some(SeriesPart { series: named.term, part: named.part? }));
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
