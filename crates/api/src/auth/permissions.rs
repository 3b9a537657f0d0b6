//! The authorization extractor: a handler with `Authorized<Publish>` in its signature runs only for a signed-in person
//! whose role has the permission to publish, at least their own articles.
//!
//! A handler cannot forget this: only this type makes a write context, and every write needs one except signing in,
//! rehashing, refreshing a token and resetting a password. Whether the article belongs to the person is checked by the
//! store, after it has locked the rows.

use std::marker::PhantomData;

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpRequest, web};
use domain::{Action, PermissionScope, Person, PersonId, SessionId};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use sha2::{Digest, Sha256};
use store::write::{Actor, IdempotencyKey, WriteContext};
use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};

use crate::editorial::EditorialApi;
use crate::http::dry_run::is_dry_run;
use crate::http::idempotency;
use crate::http::request_id::request_id;
use crate::problem::Problem;

/// A permission, as a type, so that it can be named in a signature.
pub(crate) trait Permission {
    const ACTION: Action;
}

/// A signed-in person with the permission `P`, for all articles or only for their own.
pub(crate) struct Authorized<P> {
    pub(crate) person: Person,
    pub(crate) session: SessionId,
    request_id: String,
    idempotency_key: Option<String>,
    dry_run: bool,
    fingerprint: Sha256,
    permission: PhantomData<P>,
}

impl<P: Permission> Authorized<P> {
    /// The context of this request's write: who does it, the request id, and the idempotency key with the fingerprint of
    /// the request. `body` is the request body; it is part of the fingerprint.
    pub(crate) fn write_context(&self, body: &[u8]) -> WriteContext {
        let actor = Actor::Person { id: self.person.id, session: self.session };
        let fingerprint = || self.fingerprint.clone().chain_update(body).finalize().to_vec();
        let idempotency_key =
            self.idempotency_key.clone().map(|key| IdempotencyKey { key, fingerprint: fingerprint() });
        let context =
            WriteContext { actor, request_id: self.request_id.clone(), idempotency_key, dry_run: false };
        if self.dry_run { context.as_dry_run() } else { context }
    }

    /// The person's id if the permission is limited to their own articles, otherwise `None`.
    pub(crate) fn only_own(&self) -> Option<PersonId> {
        (self.person.role.permission_scope(P::ACTION) == PermissionScope::Own).then_some(self.person.id)
    }

    /// Checks that the permission covers something that belongs to `owner`.
    ///
    /// # Errors
    /// 404 if it does not, as if it did not exist.
    pub(crate) fn check_owner(&self, owner: Option<PersonId>) -> Result<(), Problem> {
        if self.person.role.allows(P::ACTION, owner == Some(self.person.id)) {
            return Ok(());
        }
        Err(Problem::not_found())
    }
}

impl<P: Permission> FromRequest for Authorized<P> {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        async move { authorize(&request).await }.boxed_local()
    }
}

async fn authorize<P: Permission>(request: &HttpRequest) -> Result<Authorized<P>, Problem> {
    let editorial =
        request.app_data::<web::Data<EditorialApi>>().ok_or_else(|| Problem::internal("no state"))?;
    let token =
        bearer_token(request).ok_or_else(|| Problem::unauthorized("Sign in, and send the access token."))?;
    let unknown =
        || Problem::unauthorized("The access token is not valid any more. Refresh it, or sign in again.");
    let (person, session) = editorial.signing_keys.verify(&token).ok_or_else(unknown)?;
    let found = editorial
        .read(async move |conn| store::editorial::people::find_by_session(conn, session).await)
        .await?;
    if found.id != person {
        return Err(unknown());
    }
    if found.role.permission_scope(P::ACTION) == PermissionScope::None {
        let refusal = domain::Refusal::NotAllowed { role: found.role, action: P::ACTION };
        return Err(Problem::from(store::Error::Refused(refusal)));
    }
    let (idempotency_key, dry_run) = (idempotency::key(request)?, is_dry_run(request)?);
    let fingerprint = Sha256::new()
        .chain_update(request.method().as_str())
        .chain_update([0])
        .chain_update(request.uri().to_string())
        .chain_update([0]);
    let fingerprint = ["if-match", "prefer"].iter().fold(fingerprint, |fingerprint, name| {
        let value = request.headers().get(*name).map_or(&[][..], |value| value.as_bytes());
        fingerprint.chain_update(value).chain_update([0])
    });
    let request_id = request_id(request);
    Ok(Authorized {
        person: found,
        session,
        request_id,
        idempotency_key,
        dry_run,
        fingerprint,
        permission: PhantomData,
    })
}

/// The token of `Authorization: Bearer …` (RFC 6750, section 2.1). `None` if the header occurs more than once.
pub(crate) fn bearer_token(request: &HttpRequest) -> Option<String> {
    let mut all = request.headers().get_all(AUTHORIZATION);
    let (only, second) = (all.next()?, all.next());
    let (scheme, token) = only.to_str().ok()?.split_once(' ')?;
    (second.is_none() && scheme.eq_ignore_ascii_case("bearer")).then(|| token.trim().to_owned())
}

/// The placeholder parameter that carries the permission into the OpenAPI document. `openapi::editorial_pass` replaces it
/// by a sentence in the description and by `x-permission`.
pub(crate) const PERMISSION_PARAMETER: &str = "masthead-permission";

impl<P: Permission> IntoParams for Authorized<P> {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let parameter = ParameterBuilder::new().name(PERMISSION_PARAMETER).parameter_in(ParameterIn::Header);
        vec![parameter.description(Some(P::ACTION.name())).build()]
    }
}

/// [`Action::ReadDrafts`].
pub(crate) struct ReadDrafts;
/// [`Action::CreateDrafts`].
pub(crate) struct CreateDrafts;
/// [`Action::SaveDrafts`].
pub(crate) struct SaveDrafts;
/// [`Action::TrashDrafts`].
pub(crate) struct TrashDrafts;
/// [`Action::Preview`].
pub(crate) struct Preview;
/// [`Action::Publish`].
pub(crate) struct Publish;
/// [`Action::Withdraw`].
pub(crate) struct Withdraw;
/// [`Action::TakeDown`].
pub(crate) struct TakeDown;
/// [`Action::ReadTerms`].
pub(crate) struct ReadTerms;
/// [`Action::ManageTerms`].
pub(crate) struct ManageTerms;
/// [`Action::ReadRedirects`].
pub(crate) struct ReadRedirects;
/// [`Action::ManageRedirects`].
pub(crate) struct ManageRedirects;
/// [`Action::ReadPeople`].
pub(crate) struct ReadPeople;
/// [`Action::ManagePeople`].
pub(crate) struct ManagePeople;
/// [`Action::ReadAudit`].
pub(crate) struct ReadAudit;
/// [`Action::ReadJobs`].
pub(crate) struct ReadJobs;
/// [`Action::ManageJobs`].
pub(crate) struct ManageJobs;
/// [`Action::OwnAccount`].
pub(crate) struct OwnAccount;

impl Permission for ReadDrafts {
    const ACTION: Action = Action::ReadDrafts;
}
impl Permission for CreateDrafts {
    const ACTION: Action = Action::CreateDrafts;
}
impl Permission for SaveDrafts {
    const ACTION: Action = Action::SaveDrafts;
}
impl Permission for TrashDrafts {
    const ACTION: Action = Action::TrashDrafts;
}
impl Permission for Preview {
    const ACTION: Action = Action::Preview;
}
impl Permission for Publish {
    const ACTION: Action = Action::Publish;
}
impl Permission for Withdraw {
    const ACTION: Action = Action::Withdraw;
}
impl Permission for TakeDown {
    const ACTION: Action = Action::TakeDown;
}
impl Permission for ReadTerms {
    const ACTION: Action = Action::ReadTerms;
}
impl Permission for ManageTerms {
    const ACTION: Action = Action::ManageTerms;
}
impl Permission for ReadRedirects {
    const ACTION: Action = Action::ReadRedirects;
}
impl Permission for ManageRedirects {
    const ACTION: Action = Action::ManageRedirects;
}
impl Permission for ReadPeople {
    const ACTION: Action = Action::ReadPeople;
}
impl Permission for ManagePeople {
    const ACTION: Action = Action::ManagePeople;
}
impl Permission for ReadAudit {
    const ACTION: Action = Action::ReadAudit;
}
impl Permission for ReadJobs {
    const ACTION: Action = Action::ReadJobs;
}
impl Permission for ManageJobs {
    const ACTION: Action = Action::ManageJobs;
}
impl Permission for OwnAccount {
    const ACTION: Action = Action::OwnAccount;
}
