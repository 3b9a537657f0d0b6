//! Accounts: list, create, read and change, and one-time tokens that set a password.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, patch, post, web};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use domain::{Email, Invalid, Name, Person, PersonId, Role};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::editorial::people;
use store::editorial::people::{Account, NewPerson};
use store::write::{IdempotencyKey, Outcome, WriteContext};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::auth::encryption::{Purpose, Secret, random_bytes};
use crate::auth::permissions::{Authorized, ManagePeople, ReadPeople};
use crate::editorial::sessions::token_digest;
use crate::editorial::{EditorialApi, respond};
use crate::http::cursor::CursorList;
use crate::http::dry_run::NoDryRun;
use crate::http::etag::{IfMatch, etag};
use crate::http::json_body::{Json, MergePatch, read_as};
use crate::http::pagination::{NextPage, NextPageQuery};
use crate::http::path_id::PathId;
use crate::http::query_params::{NoQuery, Query};
use crate::problem::{Problem, ProblemError, ProblemKind};

/// An account to create. It has no password: issue a password token with which the person sets one.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreatePerson {
    /// The mail address that the person signs in with.
    #[schema(value_type = Email)]
    email: String,
    /// The name of the person.
    #[schema(value_type = Name)]
    name: String,
    /// The role of the person.
    #[schema(value_type = Role)]
    role: String,
}

/// Changes to an account.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonPatch {
    /// The mail address that the person signs in with.
    #[schema(value_type = Email)]
    email: String,
    /// The name of the person.
    #[schema(value_type = Name)]
    name: String,
    /// The role of the person. Changing it ends all sessions of the person.
    #[schema(value_type = Role)]
    role: String,
    /// Whether the account is suspended. Suspending it ends all sessions of the person.
    #[schema(example = false)]
    suspended: bool,
}

/// A password token. It is returned only once.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct PasswordToken {
    /// The token, for `POST /editorial/v1/password-resets`.
    #[schema(example = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA")]
    token: String,
    /// When it expires.
    expires_at: DateTime<Utc>,
}

/// A page of people, sorted by creation of their accounts.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct PersonPage {
    /// The people.
    data: Vec<Person>,
    /// The cursors of the next and the previous page.
    page: NextPage,
}

/// Lists people.
#[utoipa::path(tag = "people", params(Authorized<ReadPeople>, NextPageQuery), responses((status = 200, description = "A page of people.", body = PersonPage)))]
#[get("/people")]
pub(crate) async fn list_people(
    _: Authorized<ReadPeople>,
    editorial: web::Data<EditorialApi>,
    request: HttpRequest,
    query: Query<NextPageQuery>,
) -> Result<HttpResponse, Problem> {
    let Query(page) = query;
    let list = CursorList::new(editorial.epoch(), "people", &NoQuery {});
    let (after, limit) = (page.position(&list)?, page.limit.0);
    let (data, more) = editorial.read(async |conn| people::list(conn, after, limit).await).await?;
    let page = NextPage::after(&list, &data, more, |person| person.id.0);
    respond::page(&request, page, |page| PersonPage { data, page })
}

/// Creates an account.
#[utoipa::path(tag = "people", params(Authorized<ManagePeople>), responses((status = 201, description = "The account.", body = Person)))]
#[post("/people")]
pub(crate) async fn create_person(
    editor: Authorized<ManagePeople>,
    editorial: web::Data<EditorialApi>,
    _: Query<NoQuery>,
    body: Json<CreatePerson>,
) -> Result<HttpResponse, Problem> {
    let CreatePerson { email, name, role } = body.value;
    let (email, name, role) = parse_account(email, name, role)?;
    let id = PersonId(Uuid::now_v7());
    let (new, context) =
        (NewPerson { id, email, name, role, password_hash: None }, editor.write_context(&body.bytes));
    let created = editorial.write(context, async move |tx| people::create(tx, &new).await);
    let created = created.await?;
    let location = format!("/editorial/v1/people/{}", created.value().id.0);
    respond::created(&location, created, |person| Some(etag(person.version)))
}

/// Gets a person.
#[utoipa::path(tag = "people", params(Authorized<ReadPeople>, ("id" = PersonId, Path, description = "The ID of the person.")), responses((status = 200, description = "The ID of the person.", body = Person)))]
#[get("/people/{id}")]
pub(crate) async fn get_person(
    _: Authorized<ReadPeople>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let person = editorial.read(async move |conn| people::find(conn, PersonId(id.0)).await).await?;
    respond::resource(StatusCode::OK, &person, Some(etag(person.version)))
}

/// Changes an account.
///
/// Applies a merge patch. Changing the role or suspending the account ends all sessions of the person at once. The
/// last administrator can be neither suspended nor given another role.
#[utoipa::path(tag = "people", params(Authorized<ManagePeople>, ("id" = PersonId, Path, description = "The ID of the person."), IfMatch),
    request_body(content = PersonPatch, content_type = "application/merge-patch+json"), responses((status = 200, description = "The account after the change.", body = Person)))]
#[patch("/people/{id}")]
pub(crate) async fn change_person(
    editor: Authorized<ManagePeople>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    expected: IfMatch,
    _: Query<NoQuery>,
    body: MergePatch,
) -> Result<HttpResponse, Problem> {
    let (context, id) = (editor.write_context(&body.bytes), PersonId(id.0));
    if let Some(before) = editorial.replay::<Person>(&context).await? {
        return respond::updated(Outcome::Replayed(before), |person| Some(etag(person.version)));
    }
    let before = editorial.read(async move |conn| people::find(conn, id).await).await?;
    let account = apply_patch(&before, body.value)?;
    let outcome =
        editorial.write(context, async move |tx| people::change(tx, id, expected.0, &account).await);
    respond::updated(outcome.await?, |person| Some(etag(person.version)))
}

/// Issues a password token.
///
/// With this one-time token, a person sets the first password, or a new one if it was forgotten. The token is valid
/// for half an hour and replaces an earlier one. It is returned only here, so the response has no `Location`.
#[utoipa::path(tag = "people", params(Authorized<ManagePeople>, NoDryRun, ("id" = PersonId, Path, description = "The ID of the person.")), responses((status = 201, description = "The token.", body = PasswordToken)))]
#[post("/people/{id}/password-token")]
pub(crate) async fn issue_password_token(
    editor: Authorized<ManagePeople>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: NoDryRun,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let (context, id) = (editor.write_context(&[]), PersonId(id.0));
    let token = password_token(&editorial.secret, &context, id)
        .ok_or_else(|| Problem::internal("no token was made"))?;
    let digest = token_digest(&token);
    let issued = editorial.write(context, async move |tx| people::issue_token(tx, id, &digest).await);
    let issued = issued.await?;
    let is_replayed = matches!(issued, Outcome::Replayed(_));
    let token = PasswordToken { token, expires_at: issued.into_inner() };
    Ok(respond::mark_replayed(respond::resource(StatusCode::CREATED, &token, None)?, is_replayed))
}

/// Makes a one-time token. With an idempotency key the nonce is derived from the request, so that a repeated request gets
/// the same token although the database stores only its digest.
fn password_token(secret: &Secret, context: &WriteContext, id: PersonId) -> Option<String> {
    let nonce = match &context.idempotency_key {
        None => random_bytes().ok()?,
        Some(IdempotencyKey { key, fingerprint }) => {
            let digest = Sha256::new().chain_update(context.actor.name()).chain_update([0]).chain_update(key);
            let digest = digest.chain_update([0]).chain_update(fingerprint).finalize();
            *digest.first_chunk::<24>()?
        }
    };
    Some(URL_SAFE_NO_PAD.encode(secret.encrypt(Purpose::PasswordToken, &nonce, id.0.as_bytes())?))
}

fn apply_patch(before: &Person, patch: serde_json::Value) -> Result<Account, Problem> {
    let mut whole = serde_json::to_value(PersonPatch {
        email: before.email.to_string(),
        name: before.name.to_string(),
        role: before.role.to_string(),
        suspended: before.suspended_at.is_some(),
    })?;
    json_patch::merge(&mut whole, &patch);
    let PersonPatch { email, name, role, suspended } = read_as(whole)?;
    let (email, name, role) = parse_account(email, name, role)?;
    Ok(Account { email, name, role, is_suspended: suspended })
}

/// Validates the fields of an account, and collects all errors.
fn parse_account(email: String, name: String, role: String) -> Result<(Email, Name, Role), Problem> {
    let mut errors = Vec::new();
    let email = check_field(&mut errors, "/email", Email::try_from(email));
    let name = check_field(&mut errors, "/name", Name::try_from(name));
    let role = check_field(&mut errors, "/role", Role::try_from(role));
    match (email, name, role) {
        (Some(email), Some(name), Some(role)) => Ok((email, name, role)),
        _ => Err(Problem::new(ProblemKind::InvalidContent, "The account is not valid.").with_errors(errors)),
    }
}

/// Returns the value, or adds its violations to `errors`.
pub(super) fn check_field<T>(
    errors: &mut Vec<ProblemError>,
    pointer: &str,
    value: Result<T, Invalid>,
) -> Option<T> {
    let note = |invalid: Invalid| {
        let violations = invalid.0.into_iter();
        errors.extend(violations.map(|violation| {
            ProblemError::at_pointer(
                &format!("{pointer}{}", violation.pointer),
                violation.rule,
                violation.detail,
            )
        }));
    };
    value.map_err(note).ok()
}
