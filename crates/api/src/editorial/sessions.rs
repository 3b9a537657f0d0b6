//! Sessions: sign in, refresh, list and end, and password reset. Every failed sign-in has the same response, so that it
//! does not tell whether the account exists or is suspended.

use std::net::IpAddr;

use actix_web::http::StatusCode;
use actix_web::http::header::USER_AGENT;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use domain::{Email, Invalid, Password, Person, Refusal, Session, SessionId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::editorial::people;
use store::editorial::sessions;
use store::write::{Actor, Outcome, WriteContext};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::auth::login_throttle::LoginThrottle;
use crate::auth::passwords::PasswordCheck;
use crate::auth::permissions::{Authorized, OwnAccount};
use crate::auth::refresh_token::RefreshToken;
use crate::auth::signing_keys::ACCESS_TOKEN_SECONDS;
use crate::editorial::anonymous_json::{AnonymousBody, AnonymousJson};
use crate::editorial::{EditorialApi, respond};
use crate::http::dry_run::NoDryRun;
use crate::http::path_id::PathId;
use crate::http::query_params::{NoQuery, Query};
use crate::http::request_id::request_id;
use crate::problem::{Problem, ProblemError, ProblemKind};

/// Credentials.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignIn {
    /// The mail address of the account.
    #[schema(example = "vera@example.org", max_length = 1000)]
    email: String,
    /// The password.
    #[schema(example = "correct horse battery staple 47", max_length = 10000)]
    password: String,
}

/// A refresh token to exchange.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Refresh {
    /// The refresh token of the previous response.
    #[schema(example = "AZmjwl0efDqbH08NLI56YgAAAAMAAAAA", max_length = 1000)]
    refresh_token: String,
}

/// A new password, with the one-time token that authorises it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ForgottenPassword {
    /// The one-time token from an administrator.
    #[schema(example = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA", max_length = 1000)]
    token: String,
    /// The new password: 15 to 256 characters.
    #[schema(example = "ink dries slowly in april", max_length = 10000)]
    password: String,
}

impl AnonymousBody for SignIn {
    fn check_throttle(throttle: &LoginThrottle, address: IpAddr) -> Result<(), Problem> {
        throttle.count_address(address)
    }
}

impl AnonymousBody for Refresh {
    fn check_throttle(throttle: &LoginThrottle, address: IpAddr) -> Result<(), Problem> {
        throttle.count_refresh(address)
    }
}

impl AnonymousBody for ForgottenPassword {
    fn check_throttle(throttle: &LoginThrottle, address: IpAddr) -> Result<(), Problem> {
        throttle.count_address(address)
    }
}

/// The tokens of a session.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct Tokens {
    /// The access token. Send it with every request as `Authorization: Bearer …`.
    #[schema(example = "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFZERTQSIsImtpZCI6Ii4uLiJ9.e30.c2ln")]
    access_token: String,
    /// The type of the access token: `Bearer`.
    #[schema(example = "Bearer")]
    token_type: String,
    /// How long the access token is valid, in seconds.
    #[schema(example = 600)]
    expires_in: i64,
    /// The refresh token, which can be exchanged once for new tokens.
    #[schema(example = "AZmjwl0efDqbH08NLI56YgAAAAQAAAAA")]
    refresh_token: String,
    /// The ID of the session.
    session: Session,
    /// The person who signed in.
    person: Person,
}

/// Your sessions.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct SessionList {
    /// Your active sessions, the newest first.
    data: Vec<Session>,
}

/// Signs in.
///
/// Returns an access token that is valid for ten minutes, and a refresh token. All failures return the same response
/// after the same time. Attempts are limited per account and per client address; too many return 429.
#[utoipa::path(tag = "sign-in", security(()), params(NoDryRun), request_body = SignIn, responses((status = 201, description = "Signed in.", body = Tokens)))]
#[post("/sessions")]
pub(crate) async fn sign_in(
    editorial: web::Data<EditorialApi>,
    request: HttpRequest,
    _: NoDryRun,
    _: Query<NoQuery>,
    AnonymousJson(body): AnonymousJson<SignIn>,
) -> Result<HttpResponse, Problem> {
    let SignIn { email, password } = body;
    let email = Email::from_user_input(&email);
    let account = email.as_ref().map_or("", Email::as_str);
    editorial.login_throttle.count_account(account)?;
    let tokens = authenticate(&editorial, &request, email.as_ref(), &password).await?;
    respond::resource(StatusCode::CREATED, &tokens, None)
}

/// Exchanges a refresh token for new tokens.
///
/// Each refresh token can be used once. Within twenty seconds, the same client gets the same response again, in case
/// the first was lost; after that, using the token again ends the session. Requests are limited per client address;
/// too many return 429.
#[utoipa::path(tag = "sign-in", security(()), params(NoDryRun), request_body = Refresh, responses((status = 200, description = "The new tokens.", body = Tokens)))]
#[post("/sessions/refresh")]
pub(crate) async fn refresh_session(
    editorial: web::Data<EditorialApi>,
    request: HttpRequest,
    _: NoDryRun,
    _: Query<NoQuery>,
    AnonymousJson(body): AnonymousJson<Refresh>,
) -> Result<HttpResponse, Problem> {
    let token =
        RefreshToken::decode(&editorial.secret, &body.refresh_token).ok_or_else(invalid_refresh_token)?;
    let client = client_name(&request);
    let context = WriteContext::for_program("refresh token", &request_id(&request));
    let rotated = editorial
        .write(context, async move |tx| sessions::rotate(tx, token.session, token.generation, &client).await);
    let (generation, session) = rotated.await?.into_inner().ok_or(Refusal::SignedOut)?;
    let find = async |conn: &mut _| people::find_by_session(conn, session.id).await;
    let person = editorial.read(find).await?;
    respond::resource(StatusCode::OK, &issue_tokens(&editorial, person, session, generation)?, None)
}

/// Lists your sessions.
#[utoipa::path(tag = "sign-in", params(Authorized<OwnAccount>), responses((status = 200, description = "The sessions.", body = SessionList)))]
#[get("/sessions")]
pub(crate) async fn list_sessions(
    editor: Authorized<OwnAccount>,
    editorial: web::Data<EditorialApi>,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let person = editor.person.id;
    let data = editorial.read(async move |conn| sessions::list(conn, person).await).await?;
    respond::resource(StatusCode::OK, &SessionList { data }, None)
}

/// Ends a session.
///
/// End your current session to sign out. Administrators can end the sessions of others. The tokens of the session
/// become invalid at once.
#[utoipa::path(tag = "sign-in", params(Authorized<OwnAccount>, NoDryRun, ("id" = SessionId, Path, description = "The ID of the session.")), responses((status = 204, description = "The session has ended.")))]
#[delete("/sessions/{id}")]
pub(crate) async fn end_session(
    editor: Authorized<OwnAccount>,
    editorial: web::Data<EditorialApi>,
    id: PathId,
    _: NoDryRun,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let (context, id) = (editor.write_context(&[]), SessionId(id.0));
    let ended = editorial.write(context, async move |tx| sessions::end(tx, id).await);
    Ok(respond::no_content(ended.await?))
}

/// Resets a forgotten password.
///
/// Requires a one-time token from an administrator, which is valid for half an hour. All sessions of the account end.
/// Attempts are limited per client address; too many return 429.
#[utoipa::path(tag = "sign-in", security(()), params(NoDryRun), request_body = ForgottenPassword, responses((status = 204, description = "The password is set.")))]
#[post("/password-resets")]
pub(crate) async fn set_forgotten_password(
    editorial: web::Data<EditorialApi>,
    request: HttpRequest,
    _: NoDryRun,
    _: Query<NoQuery>,
    AnonymousJson(body): AnonymousJson<ForgottenPassword>,
) -> Result<HttpResponse, Problem> {
    let ForgottenPassword { token, password } = body;
    let password = new_password(password, "/password")?;
    let digest = token_digest(&token);
    // Check the token before the expensive hash, so that a client without a token cannot cause one.
    let person = editorial.read(async |conn| people::check_token(conn, &digest).await).await?;
    let hash = editorial.passwords.hash_new(&password, &person).await?;
    let hash = hash.map_err(|invalid| password_refused(&invalid, "/password"))?;
    let context = WriteContext::for_program("password token", &request_id(&request));
    let consumed = editorial.write(context, async move |tx| people::consume_token(tx, &digest, &hash).await);
    consumed.await?;
    Ok(respond::no_content(Outcome::Done(())))
}

/// Validates a new password.
pub(super) fn new_password(text: String, pointer: &str) -> Result<Password, Problem> {
    Password::try_from(text).map_err(|invalid| password_refused(&invalid, pointer))
}

pub(super) fn password_refused(invalid: &Invalid, pointer: &str) -> Problem {
    let errors = invalid
        .0
        .iter()
        .map(|violation| ProblemError::at_pointer(pointer, violation.rule, violation.detail.clone()));
    Problem::new(ProblemKind::InvalidContent, "The password is not accepted.").with_errors(errors.collect())
}

/// The SHA-256 digest of a one-time token, which is all that the database stores of it.
pub(super) fn token_digest(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

async fn authenticate(
    editorial: &EditorialApi,
    request: &HttpRequest,
    email: Option<&Email>,
    password: &str,
) -> Result<Tokens, Problem> {
    let failed = || Problem::new(ProblemKind::SignInFailed, "The email address or the password is wrong.");
    let account = match email {
        Some(email) => editorial.read(async |conn| people::credentials(conn, email).await).await?,
        None => None,
    };
    let hash = account.as_ref().and_then(|account| account.password_hash.clone());
    let verdict = editorial.passwords.verify(password, hash.clone()).await?;
    let (Some(account), Some(mut hash)) = (account, hash) else { return Err(failed()) };
    let person = account.person;
    match verdict {
        PasswordCheck::Wrong => return Err(failed()),
        PasswordCheck::Correct => {}
        PasswordCheck::CorrectButOutdated => {
            let password = Password::try_from(password.to_owned());
            if let Ok(password) = password {
                let new_hash = editorial.passwords.hash(&password).await?;
                let (id, checked) = (person.id, std::mem::replace(&mut hash, new_hash.clone()));
                let context = WriteContext::for_program("sign in", &request_id(request));
                let rehashed = editorial
                    .write(context, async move |tx| people::rehash(tx, id, &checked, &new_hash).await);
                rehashed.await?;
            }
        }
    }
    let (id, owner, client) = (SessionId(Uuid::now_v7()), person.id, client_name(request));
    let context = WriteContext::new(Actor::Person { id: owner, session: id }, &request_id(request));
    let started =
        editorial.store.write(context, async move |tx| sessions::create(tx, id, owner, &hash, &client).await);
    match started.await {
        Ok(session) => issue_tokens(editorial, person, session.into_inner(), 1),
        Err(store::Error::Refused(_)) => Err(failed()),
        Err(error) => Err(error.into()),
    }
}

fn issue_tokens(
    editorial: &EditorialApi,
    person: Person,
    session: Session,
    generation: i32,
) -> Result<Tokens, Problem> {
    let refresh = RefreshToken { session: session.id, generation }.encode(&editorial.secret);
    let access = editorial.signing_keys.sign(person.id, session.id, session.refreshed_at);
    let (Some(refresh_token), Some(access_token)) = (refresh, access) else {
        return Err(Problem::internal("there is no key to sign with"));
    };
    Ok(Tokens {
        access_token,
        token_type: "Bearer".to_owned(),
        expires_in: ACCESS_TOKEN_SECONDS,
        refresh_token,
        session,
        person,
    })
}

/// The `User-Agent`, at most 200 characters. A used refresh token gets its response again only from the same client.
fn client_name(request: &HttpRequest) -> String {
    let name = request.headers().get(USER_AGENT).and_then(|name| name.to_str().ok()).unwrap_or("unknown");
    name.chars().take(200).collect()
}

fn invalid_refresh_token() -> Problem {
    Problem::unauthorized("The refresh token is not valid any more. Sign in again.")
}
