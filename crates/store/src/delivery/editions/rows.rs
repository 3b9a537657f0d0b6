//! The columns that are read of live editions, and their conversion to domain values.

use diesel::dsl::{AsExprOf, auto_type, case_when};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::Bool;
use diesel_async::RunQueryDsl;
use domain::{ArticleId, LiveArticle, LiveTeaser, StoredBody};
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

use crate::delivery::editions::Fields;
use crate::delivery::editions::pagination::Live;
use crate::moments::StoredMoment;
use crate::schema::delivery::live;
use crate::statement_cache::{StatementVariety, prepared_by_variety};
use crate::{DeliveryConn, Error};

/// Loads up to `most` editions with the requested fields. For teasers the limit may be rounded up; the caller
/// truncates.
pub(super) async fn fetch(
    conn: &mut DeliveryConn,
    query: Live<'_>,
    most: i64,
    fields: Fields,
    variety: StatementVariety,
) -> Result<Vec<LiveArticle>, Error> {
    if !fields.article {
        let query = AtMost { query: query.select(TeaserRow::as_select()), limit: limit_clause(most) };
        let rows: Vec<TeaserRow> = prepared_by_variety(query, variety).load(conn.inner()).await?;
        return Ok(rows.into_iter().map(LiveArticle::from).collect());
    }
    let forms = forms(flag(fields.html), flag(fields.markdown), flag(fields.text), flag(fields.blocks));
    let links = case_when(flag(fields.html || fields.blocks), live::links);
    let columns =
        (TeaserRow::as_select(), live::tail, forms, live::series, live::alternates, links, live::related);
    let query = prepared_by_variety(query.select(columns).limit(most), variety);
    let rows: Vec<ArticleRow> = query.load(conn.inner()).await?;
    rows.into_iter().map(LiveArticle::try_from).collect()
}

/// A query with a literal limit. With a bound limit Postgres cannot know that it is small and plans again for every
/// execution, which doubles the time. There are three limits, so that there are three statements; the caller drops
/// the surplus rows.
struct AtMost<Q> {
    query: Q,
    limit: &'static str,
}

/// The smallest of the literal limits that is at least `most`.
fn limit_clause(most: i64) -> &'static str {
    match most {
        ..=21 => " LIMIT 21",
        22..=51 => " LIMIT 51",
        52.. => " LIMIT 101",
    }
}

impl<Q> QueryId for AtMost<Q> {
    // Identified by its SQL text.
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q: Query> Query for AtMost<Q> {
    type SqlType = Q::SqlType;
}

impl<Q: QueryFragment<Pg>> QueryFragment<Pg> for AtMost<Q> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.query.walk_ast(out.reborrow())?;
        out.push_sql(self.limit);
        Ok(())
    }
}

type Flag = AsExprOf<bool, Bool>;

fn flag(is_requested: bool) -> Flag {
    is_requested.into_sql::<Bool>()
}

/// Bodies are stored out of line (TOAST), so a form that is not requested is not read.
#[auto_type]
fn forms(html: Flag, markdown: Flag, text: Flag, blocks: Flag) -> _ {
    (
        case_when(html, live::html_json.nullable()),
        case_when(markdown, live::markdown_json.nullable()),
        case_when(text, live::text_json.nullable()),
        case_when(blocks, live::blocks_json.nullable()),
    )
}

#[derive(Queryable, QueryableByName, Selectable)]
#[diesel(table_name = live, check_for_backend(Pg))]
pub(in crate::delivery) struct TeaserRow {
    article_id: Uuid,
    slug: String,
    locale: String,
    section: String,
    head: String,
    first_published_at: StoredMoment,
    updated_at: StoredMoment,
    sequence: i64,
}

type FormsRow = (Option<String>, Option<String>, Option<String>, Option<String>);

#[derive(Queryable)]
struct ArticleRow {
    teaser: TeaserRow,
    tail: String,
    forms: FormsRow,
    series: Option<Value>,
    alternates: Option<Value>,
    links: Option<Value>,
    related: Option<Value>,
}

impl From<TeaserRow> for LiveTeaser {
    fn from(row: TeaserRow) -> Self {
        let TeaserRow { article_id, slug, locale, section, head, first_published_at, updated_at, sequence } =
            row;
        let id = ArticleId(article_id);
        let (first_published_at, updated_at) = (first_published_at.into(), updated_at.into());
        Self { id, slug, locale, section, teaser_json: head, first_published_at, updated_at, sequence }
    }
}

impl From<TeaserRow> for LiveArticle {
    fn from(row: TeaserRow) -> Self {
        Self {
            teaser: row.into(),
            body: StoredBody::default(),
            article_json: String::new(),
            series: None,
            alternates: Vec::new(),
            links: Vec::new(),
            related: Vec::new(),
        }
    }
}

impl TryFrom<ArticleRow> for LiveArticle {
    type Error = Error;

    fn try_from(row: ArticleRow) -> Result<Self, Error> {
        let ArticleRow { teaser, tail, forms, series, alternates, links, related } = row;
        let (html, markdown, text, blocks) = forms;
        let body = StoredBody { html, markdown, text, blocks };
        let (series, alternates) = (parsed(series)?, parsed(alternates)?.unwrap_or_default());
        let (links, related) = (parsed(links)?.unwrap_or_default(), parsed(related)?.unwrap_or_default());
        Ok(Self { article_json: tail, body, series, alternates, links, related, ..Self::from(teaser) })
    }
}

fn parsed<T: DeserializeOwned>(value: Option<Value>) -> Result<Option<T>, Error> {
    value.map(|value| serde_json::from_value(value).map_err(Error::internal)).transpose()
}
