//! The public halves of the keys that access tokens are signed with (RFC 7517), for services that verify tokens themselves.

use actix_web::{HttpRequest, HttpResponse, get, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::editorial::EditorialApi;
use crate::http::cache_control::Policy;
use crate::http::query_params::{NoQuery, Query};
use crate::http::response::Response;
use crate::problem::Problem;

/// A JSON Web Key Set.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct SigningKeySet {
    /// The keys that verify access tokens. A new key is listed before it signs tokens.
    keys: Vec<PublicKey>,
}

/// A public key (RFC 8037).
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct PublicKey {
    /// The kind of key: `OKP`.
    #[schema(example = "OKP")]
    kty: String,
    /// The curve: `Ed25519`.
    #[schema(example = "Ed25519")]
    crv: String,
    /// What the key is for: `sig`.
    #[serde(rename = "use")]
    #[schema(example = "sig")]
    usage: String,
    /// The algorithm: `EdDSA`.
    #[schema(example = "EdDSA")]
    alg: String,
    /// The key ID, which tokens refer to.
    #[schema(example = "b5Vq2Y0mJxGkGm1h")]
    kid: String,
    /// The key, base64url.
    #[schema(example = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")]
    x: String,
}

/// Gets the public keys that verify access tokens.
#[utoipa::path(tag = "health", responses((status = 200, description = "The keys.", body = SigningKeySet)))]
#[get("/.well-known/jwks.json")]
pub(crate) async fn get_signing_keys(
    editorial: web::Data<EditorialApi>,
    request: HttpRequest,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    let response = Response::live(editorial.signing_keys.jwks().to_string(), Vec::new());
    Ok(Response { policy: Policy::Document, ..response }.respond_to(&request).await)
}
