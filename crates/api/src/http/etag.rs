//! `If-Match` (RFC 9110, section 13.1.1): the version that a change is based on. A write without it is 428 (RFC 6585).

use actix_web::dev::Payload;
use actix_web::http::header::{self, EntityTag, Header, IF_MATCH};
use actix_web::{FromRequest, HttpRequest};
use std::future::{Ready, ready};
use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::{ObjectBuilder, Required, Type};

use crate::problem::{Problem, ProblemKind};

/// The revision in `If-Match: "7"`. A tag that is not a number matches no revision.
pub(crate) struct IfMatch(pub(crate) i64);

impl IfMatch {
    /// The number of the revision.
    pub(crate) fn revision(&self) -> i32 {
        i32::try_from(self.0).unwrap_or(-1)
    }
}

/// The `ETag` of a version.
pub(crate) fn etag(number: impl Into<i64>) -> EntityTag {
    EntityTag::new_strong(number.into().to_string())
}

impl FromRequest for IfMatch {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request))
    }
}

fn read(request: &HttpRequest) -> Result<IfMatch, Problem> {
    let missing = |detail: &str| Problem::new(ProblemKind::PreconditionRequired, detail);
    if !request.headers().contains_key(IF_MATCH) {
        return Err(missing("Send `If-Match` with the `ETag` of the response to a GET of this resource."));
    }
    match header::IfMatch::parse(request) {
        Ok(header::IfMatch::Items(tags)) => match tags.as_slice() {
            [only] if !only.weak => Ok(IfMatch(only.tag().parse().unwrap_or(-1))),
            _ => Err(Problem::new(
                ProblemKind::InvalidHeader,
                "`If-Match` names one strong tag here, such as \"7\".",
            )),
        },
        Ok(header::IfMatch::Any) => Err(missing(
            "`If-Match: *` would overwrite whatever is there; send the `ETag` that you have seen.",
        )),
        Err(_) => {
            Err(Problem::new(ProblemKind::InvalidHeader, "`If-Match` is not a list of tags, such as \"7\"."))
        }
    }
}

impl IntoParams for IfMatch {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let text = ObjectBuilder::new().schema_type(Type::String).pattern(Some("^\"[0-9]+\"$"));
        let parameter = ParameterBuilder::new()
            .name("If-Match")
            .parameter_in(ParameterIn::Header)
            .required(Required::True)
            .description(Some(
                "The `ETag` of the version that you want to change. Without it, the request returns 428.",
            ))
            .example(Some("\"3\"".into()))
            .schema(Some(text.build()));
        vec![parameter.build()]
    }
}
