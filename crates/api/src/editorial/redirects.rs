//! Redirects: paths that lead to an article, or to another page of the site.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use chrono::{DateTime, Utc};
use domain::{
    ArticleId, Invalid, Locale, Redirect, RedirectId, RedirectPath, RedirectTarget, Site, SitePage, SitePath,
};
use serde::{Deserialize, Serialize};
use store::editorial::redirects;
use store::editorial::redirects::{NewRedirect, RedirectFilter, RedirectOutcome};
use store::write::Outcome;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::auth::permissions::{Authorized, ManageRedirects, ReadRedirects};
use crate::editorial::people::check_field;
use crate::editorial::{EditorialApi, respond};
use crate::http::cursor::CursorList;
use crate::http::etag::{IfMatch, etag};
use crate::http::json_body::Json;
use crate::http::pagination::{NextPage, NextPageQuery};
use crate::http::path_id::PathId;
use crate::http::query_params::{NoQuery, ParamValue, Query, param_value, query_params};
use crate::problem::{Problem, ProblemError, ProblemKind};

/// A redirect to create. Give either `article_id` or `url`.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreateRedirect {
    /// The locale of the path and of the target article. Default: the site's default locale.
    #[schema(value_type = Option<Locale>)]
    #[serde(default)]
    locale: Option<String>,
    /// The path to redirect, without query and fragment.
    #[schema(value_type = RedirectPath)]
    path: String,
    /// The target article; the redirect follows its current path. Without a draft in the locale, the request returns
    /// 404.
    #[serde(default)]
    article_id: Option<ArticleId>,
    /// The target page: an absolute URL of the site, or the part of it after the host.
    #[schema(max_length = 2000, example = json!(null))]
    #[serde(default)]
    url: Option<String>,
}

/// A redirect, either to an article or to a page.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct EditorialRedirect {
    /// The ID.
    id: RedirectId,
    /// The locale of the path and of the target article.
    locale: Locale,
    /// The normalised path.
    path: RedirectPath,
    /// The target article.
    article_id: Option<ArticleId>,
    /// The absolute URL of the target page.
    #[schema(example = json!(null))]
    url: Option<String>,
    /// When it was created.
    created_at: DateTime<Utc>,
    /// Who created it: the ID of a person, or the name of a program.
    #[schema(example = "0199a3c2-5d1e-7c3a-9b1f-000000000001")]
    created_by: String,
}

/// A redirect that was created.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct CreatedRedirect {
    #[serde(flatten)]
    redirect: EditorialRedirect,
    /// The sequence number of the change; `null` for a dry run.
    #[schema(example = 1208)]
    sequence: Option<i64>,
}

/// A page of redirects, sorted by path.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct RedirectPage {
    /// The redirects.
    data: Vec<EditorialRedirect>,
    /// The cursors of the next and the previous page.
    page: NextPage,
}

query_params! {
    /// Which redirects.
    pub(crate) struct RedirectParams {
        /// Filters by prefix of the path. A trailing slash matches only paths below it.
        #[example = "/2015/"]
        path_prefix: Option<PathPrefix>,
        /// Filters by locale.
        locale: Option<Locale>,
        /// Filters by target article.
        article: Option<ArticleId>,
    }
}

type RedirectQuery = Query<(RedirectParams, NextPageQuery)>;

/// A prefix of paths, normalised like a path, but with a slash at its end if it has one.
#[derive(Debug)]
struct PathPrefix(String);

param_value!(
    PathPrefix,
    <SitePath as ParamValue>::schema(),
    |text| {
        let is_folder = text.ends_with('/');
        let path = String::from(RedirectPath::try_from(text)?);
        Ok(Self(if is_folder && path != "/" { format!("{path}/") } else { path }))
    },
    |prefix| prefix.0.clone()
);

/// Lists redirects, by path.
#[utoipa::path(tag = "redirects", params(Authorized<ReadRedirects>, RedirectQuery), responses((status = 200, description = "A page of redirects.", body = RedirectPage)))]
#[get("/redirects")]
pub(crate) async fn list_redirects(
    _: Authorized<ReadRedirects>,
    editorial: web::Data<EditorialApi>,
    request: HttpRequest,
    query: RedirectQuery,
) -> Result<HttpResponse, Problem> {
    let (params, page) = query.0;
    let list = CursorList::new(editorial.epoch(), "redirects", &params);
    let after = page.position(&list)?;
    let RedirectParams { path_prefix, locale, article } = params;
    let filter =
        RedirectFilter { locale, article, path_prefix: path_prefix.map(|PathPrefix(prefix)| prefix) };
    let read = async |conn: &mut store::EditorialConn| {
        redirects::list(conn, &filter, after.as_ref(), page.limit.0).await
    };
    let (redirects, more) = editorial.read(read).await?;
    let page =
        NextPage::after(&list, &redirects, more, |redirect| (redirect.locale.clone(), redirect.path.clone()));
    let data = redirects.into_iter().map(|redirect| EditorialRedirect::new(redirect, &editorial.site));
    let data = data.collect();
    respond::page(&request, page, |page| RedirectPage { data, page })
}

/// Creates a redirect.
///
/// `GET /v1/resolve` then returns `moved` for the path, or `gone` if the target article is withdrawn. You cannot
/// create a redirect for the current or a former path of an article: those resolve by themselves.
#[utoipa::path(tag = "redirects", params(Authorized<ManageRedirects>), responses((status = 201, description = "The redirect.", body = CreatedRedirect)))]
#[post("/redirects")]
pub(crate) async fn create_redirect(
    editor: Authorized<ManageRedirects>,
    editorial: web::Data<EditorialApi>,
    _: Query<NoQuery>,
    body: Json<CreateRedirect>,
) -> Result<HttpResponse, Problem> {
    let (context, site) = (editor.write_context(&body.bytes), editorial.site.clone());
    let new = new_redirect(body.value, &site)?;
    let created = editorial.write(context, async move |tx| redirects::create(tx, &site, &new).await);
    let created = created.await?;
    editorial.delivery.ensure_visible(created.value().sequence).await;
    let location = format!("/editorial/v1/redirects/{}", created.value().redirect.id.0);
    let created = created.map(|RedirectOutcome { redirect, sequence }| CreatedRedirect {
        redirect: EditorialRedirect::new(redirect, &editorial.site),
        sequence,
    });
    respond::created(&location, created, |_| Some(etag(VERSION)))
}

/// Gets a redirect.
#[utoipa::path(tag = "redirects", params(Authorized<ReadRedirects>, ("id" = RedirectId, Path, description = "The redirect.")), responses((status = 200, description = "The redirect.", body = EditorialRedirect)))]
#[get("/redirects/{id}")]
pub(crate) async fn get_redirect(
    _: Authorized<ReadRedirects>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let find = async move |conn: &mut _| redirects::find(conn, RedirectId(id.0)).await;
    let redirect = editorial.read(find).await?;
    respond::resource(StatusCode::OK, &EditorialRedirect::new(redirect, &editorial.site), Some(etag(VERSION)))
}

/// Deletes a redirect.
///
/// Redirects cannot be changed: to give a path another target, delete the redirect and create a new one.
#[utoipa::path(tag = "redirects", params(Authorized<ManageRedirects>, ("id" = RedirectId, Path, description = "The redirect."), IfMatch), responses((status = 204, description = "The redirect is deleted.")))]
#[delete("/redirects/{id}")]
pub(crate) async fn delete_redirect(
    editor: Authorized<ManageRedirects>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    expected: IfMatch,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let (context, id) = (editor.write_context(&[]), RedirectId(id.0));
    let deleted = editorial.write(context, async move |tx| {
        if expected.0 != VERSION {
            redirects::find_in(tx, id).await?;
            return Err(store::Error::VersionConflict { current: VERSION });
        }
        redirects::delete(tx, id).await
    });
    let deleted: Outcome<Option<i64>> = deleted.await?;
    editorial.delivery.ensure_visible(*deleted.value()).await;
    Ok(respond::no_content(deleted.map(|_| ())))
}

/// The version of every redirect. A redirect is never changed, so there is no other.
const VERSION: i64 = 1;

impl EditorialRedirect {
    fn new(redirect: Redirect, site: &Site) -> Self {
        let Redirect { id, locale, path, target, created_at, created_by } = redirect;
        let (article_id, url) = match target {
            RedirectTarget::Article(article) => (Some(article), None),
            RedirectTarget::Page(page) => (None, Some(page.url(site))),
        };
        Self { id, locale, path, article_id, url, created_at, created_by }
    }
}

/// Validates a redirect, and collects all errors.
fn new_redirect(request: CreateRedirect, site: &Site) -> Result<NewRedirect, Problem> {
    let CreateRedirect { locale, path, article_id, url } = request;
    let mut errors: Vec<ProblemError> = Vec::new();
    let locale = match locale {
        Some(locale) => check_field(&mut errors, "/locale", Locale::try_from(locale)),
        None => Some(site.default_locale.clone()),
    };
    let path =
        check_field(&mut errors, "/path", RedirectPath::try_from(path)).map(|path| site.redirect_path(&path));
    let target = match (article_id, url) {
        (Some(article), None) => Some(RedirectTarget::Article(article)),
        (None, Some(url)) => {
            check_field(&mut errors, "/url", SitePage::parse(&url, site)).map(RedirectTarget::Page)
        }
        (None, None) | (Some(_), Some(_)) => {
            let detail =
                "A redirect leads to an article (`article_id`) or to a page (`url`), one of the two.";
            check_field(&mut errors, "/url", Err(Invalid::one("one_target", detail)))
        }
    };
    match (locale, path, target) {
        (Some(locale), Some(path), Some(target)) => {
            Ok(NewRedirect { id: RedirectId(Uuid::now_v7()), locale, path, target })
        }
        _ => Err(Problem::new(ProblemKind::InvalidContent, "The redirect is not valid.").with_errors(errors)),
    }
}
