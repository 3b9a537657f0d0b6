//! Minimal handlers that run the same statements as Masthead: one pool, typed queries, concatenated columns.

use std::net::SocketAddr;

use actix_web::{App, HttpResponse, HttpServer, dev::Server, error::ErrorInternalServerError, get, web};
use anyhow::{Context, Result};
use diesel::ConnectionError;
use diesel::dsl::{AsExprOf, auto_type, case_when};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::Bool;
use diesel_async::pooled_connection::deadpool::Pool;
use diesel_async::pooled_connection::{AsyncDieselConnectionManager, ManagerConfig, RecyclingMethod};
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};
use futures_util::FutureExt;

mod schema {
    diesel::table! {
        addresses (locale, slug) {
            locale -> Text,
            slug -> Text,
            article_id -> Uuid,
        }
    }
    diesel::table! {
        live (article_id) {
            article_id -> Uuid,
            locale -> Text,
            first_published_at -> Timestamptz,
            updated_at -> Timestamptz,
            sequence -> BigInt,
            slug -> Text,
            section -> Text,
            head -> Text,
            tail -> Text,
            html_json -> Text,
            markdown_json -> Text,
            text_json -> Text,
            alternates -> Nullable<Jsonb>,
            series -> Nullable<Jsonb>,
            links -> Nullable<Jsonb>,
            blocks_json -> Text,
            related -> Nullable<Jsonb>,
        }
    }
    diesel::allow_tables_to_appear_in_same_query!(addresses, live);
}
use schema::{addresses, live};

type Connections = Pool<AsyncPgConnection>;
type TeaserRow = (
    uuid::Uuid,
    String,
    String,
    String,
    String,
    chrono::DateTime<chrono::Utc>,
    chrono::DateTime<chrono::Utc>,
    i64,
);
type ArticleRow = (
    TeaserRow,
    String,
    (Option<String>, Option<String>, Option<String>, Option<String>),
    Option<serde_json::Value>,
    Option<serde_json::Value>,
    Option<serde_json::Value>,
    Option<serde_json::Value>,
);

/// Serves the two routes from a pool of `size` connections.
pub fn serve(database_url: &str, size: usize) -> Result<(SocketAddr, Server)> {
    let mut config = ManagerConfig::default();
    config.recycling_method = RecyclingMethod::Fast;
    // Masthead's statements name tables without a schema, and this handler must send the same ones.
    config.custom_setup = Box::new(|url| {
        async move {
            let mut conn = AsyncPgConnection::establish(url).await?;
            let set = conn.batch_execute("SET search_path = delivery").await;
            set.map_err(|error| ConnectionError::BadConnection(error.to_string()))?;
            Ok(conn)
        }
        .boxed()
    });
    let manager = AsyncDieselConnectionManager::<AsyncPgConnection>::new_with_config(database_url, config);
    let pool = web::Data::new(Pool::builder(manager).max_size(size).build()?);
    let server = HttpServer::new(move || App::new().app_data(pool.clone()).service(teasers).service(article));
    let server = server.bind(("127.0.0.1", 0))?;
    let address = *server.addrs().as_slice().first().context("it listens")?;
    Ok((address, server.run()))
}

#[get("/v1/teasers")]
async fn teasers(pool: web::Data<Connections>) -> actix_web::Result<HttpResponse> {
    let mut conn = pool.get().await.map_err(ErrorInternalServerError)?;
    let query = live::table.filter(live::locale.eq("en")).select(teaser_columns());
    let query = query.order((live::first_published_at.desc(), live::article_id.desc()));
    let rows: Vec<TeaserRow> = FirstPage(query).load(&mut conn).await.map_err(ErrorInternalServerError)?;
    let bytes: String = rows.into_iter().map(|(.., head, _, _, _)| head).collect();
    Ok(HttpResponse::Ok().content_type("application/json").body(bytes))
}

/// Appends the limit of the first page as text instead of a parameter, as Masthead does.
#[derive(QueryId)]
struct FirstPage<Q>(Q);

impl<Q: Query> Query for FirstPage<Q> {
    type SqlType = Q::SqlType;
}

impl<Q, Conn> diesel::RunQueryDsl<Conn> for FirstPage<Q> {}

impl<Q: QueryFragment<Pg>> QueryFragment<Pg> for FirstPage<Q> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.0.walk_ast(out.reborrow())?;
        out.push_sql(" LIMIT 21");
        Ok(())
    }
}

#[get("/v1/articles/{slug}")]
async fn article(pool: web::Data<Connections>, slug: web::Path<String>) -> actix_web::Result<HttpResponse> {
    let mut conn = pool.get().await.map_err(ErrorInternalServerError)?;
    let holder =
        addresses::table.filter(addresses::locale.eq("en")).filter(addresses::slug.eq(slug.as_str()));
    let holder = holder.select(addresses::article_id).single_value();
    let live = live::table.filter(live::locale.eq("en")).into_boxed::<Pg>();
    let query = live.filter(live::article_id.nullable().eq(holder)).limit(1).select((
        teaser_columns(),
        live::tail,
        (
            case_when(flag(true), live::html_json.nullable()),
            case_when(flag(false), live::markdown_json.nullable()),
            case_when(flag(false), live::text_json.nullable()),
            case_when(flag(false), live::blocks_json.nullable()),
        ),
        live::series,
        live::alternates,
        case_when(flag(true), live::links),
        live::related,
    ));
    let ((.., head, _, _, _), tail, (html, ..), ..): ArticleRow =
        query.get_result(&mut conn).await.map_err(ErrorInternalServerError)?;
    let bytes = head + &tail + &html.unwrap_or_default();
    Ok(HttpResponse::Ok().content_type("application/json").body(bytes))
}

#[auto_type]
fn teaser_columns() -> _ {
    (
        live::article_id,
        live::slug,
        live::locale,
        live::section,
        live::head,
        live::first_published_at,
        live::updated_at,
        live::sequence,
    )
}

fn flag(wanted: bool) -> AsExprOf<bool, Bool> {
    wanted.into_sql::<Bool>()
}
