//! `Prefer: dry-run` (RFC 7240): say what would be done, and do nothing.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::{ObjectBuilder, Required, Type};

use crate::problem::Problem;

/// Whether something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Run {
    /// It is done.
    ForReal,
    /// It is only said what would be done.
    Rehearsal,
}

impl Run {
    /// Says in the answer that it was only said.
    pub(crate) fn noted(self, mut answer: HttpResponse) -> HttpResponse {
        if self == Self::Rehearsal {
            let name = HeaderName::from_static("preference-applied");
            answer.headers_mut().insert(name, HeaderValue::from_static(DRY_RUN));
        }
        answer
    }
}

const DRY_RUN: &str = "dry-run";

impl FromRequest for Run {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let preferences = request.headers().get_all("prefer").filter_map(|value| value.to_str().ok());
        let mut names = preferences.flat_map(|value| value.split(',')).map(str::trim);
        let is_dry = names.any(|name| name.eq_ignore_ascii_case(DRY_RUN));
        ready(Ok(if is_dry { Self::Rehearsal } else { Self::ForReal }))
    }
}

impl IntoParams for Run {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let text = ObjectBuilder::new().schema_type(Type::String);
        let parameter = ParameterBuilder::new()
            .name("Prefer")
            .parameter_in(ParameterIn::Header)
            .required(Required::False)
            .description(Some("`dry-run`: say what readers would see happen, and change nothing."))
            .example(Some(DRY_RUN.into()))
            .schema(Some(text.build()));
        vec![parameter.build()]
    }
}
