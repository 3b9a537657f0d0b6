//! What handlers ask for: `May<Publish>` in a signature is somebody who signed in and may publish, at least what is
//! theirs. A handler that forgot to ask cannot change anything: acts are made by this type alone, and what belongs to
//! whom is looked at by the store, behind its locks.

use std::marker::PhantomData;

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpRequest, web};
use domain::{Action, Person, PersonId, Reach, SessionId};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use sha2::{Digest, Sha256};
use store::write::{Act, Actor, Once};
use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};

use crate::editorial::EditorialApi;
use crate::http::dry_run::is_dry_run;
use crate::http::idempotency;
use crate::http::request_id::request_id;
use crate::problem::Problem;

/// An action, as a type.
pub(crate) trait Permission {
    /// The action.
    const ACTION: Action;
}

/// Somebody who signed in and may do this.
pub(crate) struct Authorized<P> {
    /// Who.
    pub(crate) person: Person,
    /// By which session.
    pub(crate) session: SessionId,
    request_id: String,
    once: Option<String>,
    dry_run: bool,
    fingerprint: Sha256,
    permission: PhantomData<P>,
}

impl<P: Permission> Authorized<P> {
    /// The act of this request. `body` is all of the body that was read.
    pub(crate) fn write_context(&self, body: &[u8]) -> Act {
        let actor = Actor::Person { id: self.person.id, session: self.session };
        let fingerprint = || self.fingerprint.clone().chain_update(body).finalize().to_vec();
        let once = self.once.clone().map(|key| Once { key, fingerprint: fingerprint() });
        let context = Act { actor, request_id: self.request_id.clone(), once, dry_run: false };
        if self.dry_run { context.as_dry_run() } else { context }
    }

    /// Whose things are meant where somebody reaches no further than their own.
    pub(crate) fn only_own(&self) -> Option<PersonId> {
        (self.person.role.reach(P::ACTION) == Reach::Own).then_some(self.person.id)
    }

    /// Refuses what belongs to others, where somebody reaches no further than their own: as if it were not there.
    ///
    /// # Errors
    /// 404.
    pub(crate) fn check_owner(&self, owner: Option<PersonId>) -> Result<(), Problem> {
        if self.person.role.may(P::ACTION, owner == Some(self.person.id)) {
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
    let found =
        editorial.read(async move |conn| store::editorial::sessions::whose(conn, session).await).await?;
    if found.id != person {
        return Err(unknown());
    }
    if found.role.reach(P::ACTION) == Reach::None {
        let refusal = domain::Refusal::NotAllowed { role: found.role, action: P::ACTION };
        return Err(Problem::from(store::Error::Refused(refusal)));
    }
    let (once, dry_run) = (idempotency::key(request)?, is_dry_run(request)?);
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
    Ok(Authorized { person: found, session, request_id, once, dry_run, fingerprint, permission: PhantomData })
}

/// The token of `Authorization: Bearer …` (RFC 6750, 2.1), where it is there once.
pub(crate) fn bearer_token(request: &HttpRequest) -> Option<String> {
    let mut all = request.headers().get_all(AUTHORIZATION);
    let (only, second) = (all.next()?, all.next());
    let (scheme, token) = only.to_str().ok()?.split_once(' ')?;
    (second.is_none() && scheme.eq_ignore_ascii_case("bearer")).then(|| token.trim().to_owned())
}

/// The name under which the document learns of a permission; the conventions turn it into words.
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
