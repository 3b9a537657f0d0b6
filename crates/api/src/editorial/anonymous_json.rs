//! The JSON body of a request without an access token. The login throttle counts the client address before the body is
//! read, and the size limit is small, so that anonymous clients cannot make the server work for them.

use std::net::IpAddr;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use serde::de::DeserializeOwned;

use crate::auth::login_throttle::LoginThrottle;
use crate::editorial::EditorialApi;
use crate::http::body::BodyClass;
use crate::http::client_address::client_address;
use crate::http::json_body;
use crate::http::json_body::Json;
use crate::problem::Problem;

/// A request body that clients send without an access token.
pub(super) trait AnonymousBody: DeserializeOwned + Send + 'static {
    /// Counts the request in the login throttle.
    ///
    /// # Errors
    /// 429 with `Retry-After` if the address has no attempts left.
    fn check_throttle(throttle: &LoginThrottle, address: IpAddr) -> Result<(), Problem>;
}

/// Extracts an [`AnonymousBody`].
pub(super) struct AnonymousJson<T>(pub(super) T);

impl<T: AnonymousBody> FromRequest for AnonymousJson<T> {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        async move {
            let editorial = request.app_data::<web::Data<EditorialApi>>();
            let editorial = editorial.ok_or_else(|| Problem::internal("no state"))?;
            T::check_throttle(&editorial.login_throttle, client_address(&request))?;
            let Json { value, .. } = json_body::read(&request, payload, BodyClass::Anonymous).await?;
            Ok(Self(value))
        }
        .boxed_local()
    }
}
