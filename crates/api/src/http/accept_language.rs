//! `Accept-Language` (RFC 9110, section 12.5.4): the languages that a client prefers. The locale is chosen in `domain`.

use std::cmp::Reverse;
use std::convert::Infallible;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::{AcceptLanguage, Header, Preference, Quality};
use actix_web::{FromRequest, HttpRequest};
use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::{ObjectBuilder, Required, Type};

/// Language ranges, the most preferred first. A malformed header, ranges with quality 0 and `*` are ignored.
pub(crate) struct Languages(pub(crate) Vec<String>);

impl FromRequest for Languages {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self(read(request))))
    }
}

fn read(request: &HttpRequest) -> Vec<String> {
    let AcceptLanguage(mut items) = AcceptLanguage::parse(request).unwrap_or(AcceptLanguage(Vec::new()));
    items.retain(|item| item.quality > Quality::ZERO);
    items.sort_by_key(|item| Reverse(item.quality));
    let ranges = items.into_iter().filter_map(|item| match item.item {
        Preference::Specific(range) => Some(range.into_string()),
        Preference::Any => None,
    });
    ranges.collect()
}

impl IntoParams for Languages {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let parameter = ParameterBuilder::new()
            .name("Accept-Language")
            .parameter_in(ParameterIn::Header)
            .required(Required::False)
            .description(Some("The languages that the reader prefers (RFC 9110, section 12.5.4)."))
            .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
            .example(Some("de-AT, de;q=0.9, en;q=0.5".into()))
            .build();
        vec![parameter]
    }
}
