//! Rows of the redirects table.

use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use domain::{ArticleId, Redirect, RedirectId, RedirectTarget, SitePage};
use uuid::Uuid;

use crate::Error;
use crate::editorial::redirects::NewRedirect;
use crate::schema::delivery::redirects;

#[derive(Queryable, Selectable, QueryableByName)]
#[diesel(table_name = redirects, check_for_backend(Pg))]
pub(super) struct RedirectRow {
    id: Uuid,
    locale: String,
    path: String,
    article_id: Option<Uuid>,
    page: Option<String>,
    page_path: Option<String>,
    created_at: DateTime<Utc>,
    created_by: String,
}

/// The columns to insert; the database sets the time.
#[derive(Insertable)]
#[diesel(table_name = redirects)]
pub(super) struct NewRow {
    id: Uuid,
    locale: String,
    path: String,
    article_id: Option<Uuid>,
    page: Option<String>,
    page_path: Option<String>,
    created_by: String,
}

pub(super) fn columns_of(new: &NewRedirect, created_by: &str) -> NewRow {
    let NewRedirect { id, locale, path, target } = new;
    let (article, page) = match target {
        RedirectTarget::Article(article) => (Some(article.0), None),
        RedirectTarget::Page(page) => (None, Some(page.clone())),
    };
    let (page, page_path) = page.map(|SitePage { address, path }| (address, path.into())).unzip();
    NewRow {
        id: id.0,
        locale: locale.to_string(),
        path: path.to_string(),
        article_id: article,
        page,
        page_path,
        created_by: created_by.to_owned(),
    }
}

impl TryFrom<RedirectRow> for Redirect {
    type Error = Error;

    fn try_from(row: RedirectRow) -> Result<Self, Error> {
        let RedirectRow { id, locale, path, article_id, page, page_path, created_at, created_by } = row;
        let target = match (article_id, page, page_path) {
            (_, Some(address), Some(path)) => {
                RedirectTarget::Page(SitePage { address, path: path.try_into()? })
            }
            (Some(article), _, _) => RedirectTarget::Article(ArticleId(article)),
            (None, _, _) => return Err(Error::Internal("a redirect without a target".into())),
        };
        let (id, locale, path) = (RedirectId(id), locale.try_into()?, path.try_into()?);
        Ok(Self { id, locale, path, target, created_at, created_by })
    }
}
