//! One's own account.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get, put, web};
use domain::Person;
use serde::Deserialize;
use store::write::Outcome;
use utoipa::ToSchema;

use crate::auth::passwords::Verdict;
use crate::auth::permissions::{May, OwnAccount};
use crate::editorial::sessions::{new_password, password_refused};
use crate::editorial::{Editorial, done, resource};
use crate::http::dry_run::NoDryRun;
use crate::http::etag::tag;
use crate::http::json_body::Json;
use crate::http::query_params::{NoQuery, Query};
use crate::problem::{Kind, Problem, ProblemError};

/// A new password of one's own.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangePassword {
    /// The password as it is.
    #[schema(example = "correct horse battery staple 47", max_length = 10000)]
    current_password: String,
    /// The password as it is to be: 15 to 256 characters.
    #[schema(example = "ink dries slowly in april", max_length = 10000)]
    new_password: String,
}

/// Gets one's own account.
#[utoipa::path(tag = "sign-in", params(May<OwnAccount>), responses((status = 200, description = "The account.", body = Person)))]
#[get("/me")]
pub(crate) async fn get_me(editor: May<OwnAccount>, _: Query<NoQuery>) -> Result<HttpResponse, Problem> {
    resource(StatusCode::OK, &editor.person, Some(tag(editor.person.version)))
}

/// Changes one's own password.
///
/// The present one is asked for. All sessions end, this one too: sign in with the new one.
#[utoipa::path(tag = "sign-in", params(May<OwnAccount>, NoDryRun), responses((status = 204, description = "The password is changed.")))]
#[put("/me/password")]
pub(crate) async fn change_own_password(
    editor: May<OwnAccount>,
    editorial: web::Data<Editorial>,
    _: NoDryRun,
    _: Query<NoQuery>,
    body: Json<ChangePassword>,
) -> Result<HttpResponse, Problem> {
    let ChangePassword { current_password, new_password: new } = body.value;
    let (id, act) = (editor.person.id, editor.act(&body.bytes));
    // The present password is another one by then.
    if editorial.replay::<()>(&act).await?.is_some() {
        return Ok(done(Outcome::Replayed(())));
    }
    editorial.slowing.count_account(editor.person.email.as_str())?;
    let new = new_password(new, "/new_password")?;
    let hash =
        editorial.read(async move |conn| store::editorial::people::password_hash(conn, id).await).await?;
    if editorial.passwords.check(&current_password, hash).await? == Verdict::Wrong {
        let wrong = ProblemError::at("/current_password", "wrong", "This is not the present password.");
        return Err(Problem::new(Kind::InvalidContent, "The password was not changed.").with(vec![wrong]));
    }
    let hash = editorial.passwords.hash_new(&new, &editor.person).await?;
    let hash = hash.map_err(|invalid| password_refused(&invalid, "/new_password"))?;
    let set = editorial.write(move |mut conn| async move {
        store::editorial::people::set_password(&mut conn, &act, id, &hash).await
    });
    Ok(done(set.await?))
}
