//! The account of the signed-in person.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get, put, web};
use domain::Person;
use serde::Deserialize;
use store::editorial::people;
use store::write::Outcome;
use utoipa::ToSchema;

use crate::auth::passwords::PasswordCheck;
use crate::auth::permissions::{Authorized, OwnAccount};
use crate::editorial::sessions::{new_password, password_refused};
use crate::editorial::{EditorialApi, respond};
use crate::http::dry_run::NoDryRun;
use crate::http::etag::etag;
use crate::http::json_body::Json;
use crate::http::query_params::{NoQuery, Query};
use crate::problem::{Problem, ProblemError, ProblemKind};

/// A change of your password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangePassword {
    /// The current password.
    #[schema(example = "correct horse battery staple 47", max_length = 10000)]
    current_password: String,
    /// The new password: 15 to 256 characters.
    #[schema(example = "ink dries slowly in april", max_length = 10000)]
    new_password: String,
}

/// Gets your account.
#[utoipa::path(tag = "sign-in", params(Authorized<OwnAccount>), responses((status = 200, description = "The account.", body = Person)))]
#[get("/me")]
pub(crate) async fn get_me(
    editor: Authorized<OwnAccount>,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    respond::resource(StatusCode::OK, &editor.person, Some(etag(editor.person.version)))
}

/// Changes your password.
///
/// Requires the current password. All of your sessions end, including this one: sign in again with the new password.
#[utoipa::path(tag = "sign-in", params(Authorized<OwnAccount>, NoDryRun), responses((status = 204, description = "The password is changed.")))]
#[put("/me/password")]
pub(crate) async fn change_own_password(
    editor: Authorized<OwnAccount>,
    editorial: web::Data<EditorialApi>,
    _: NoDryRun,
    _: Query<NoQuery>,
    body: Json<ChangePassword>,
) -> Result<HttpResponse, Problem> {
    let ChangePassword { current_password, new_password: new } = body.value;
    let (id, context) = (editor.person.id, editor.write_context(&body.bytes));
    // Replay before the password is checked: after the first request, the current password is the new one.
    if editorial.replay::<()>(&context).await?.is_some() {
        return Ok(respond::no_content(Outcome::Replayed(())));
    }
    editorial.login_throttle.count_account(editor.person.email.as_str())?;
    let new = new_password(new, "/new_password")?;
    let hash = editorial.read(async move |conn| people::password_hash(conn, id).await).await?;
    if editorial.passwords.verify(&current_password, hash).await? == PasswordCheck::Wrong {
        let error =
            ProblemError::at_pointer("/current_password", "wrong", "This is not the present password.");
        return Err(Problem::new(ProblemKind::InvalidContent, "The password was not changed.")
            .with_errors(vec![error]));
    }
    let hash = editorial.passwords.hash_new(&new, &editor.person).await?;
    let hash = hash.map_err(|invalid| password_refused(&invalid, "/new_password"))?;
    let set = editorial.write(context, async move |tx| people::set_password(tx, id, &hash).await);
    Ok(respond::no_content(set.await?))
}
