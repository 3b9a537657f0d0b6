//! Path parameters. A malformed id gets the same 404 as an unknown one.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use uuid::Uuid;

use crate::problem::{Problem, ProblemKind};

/// The `{id}` of a path.
pub(crate) struct PathId(pub(crate) Uuid);

/// The `{id}` and `{number}` of a path.
pub(crate) struct PathIdAndNumber(pub(crate) Uuid, pub(crate) i32);

impl FromRequest for PathId {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(id(request).map(Self))
    }
}

impl FromRequest for PathIdAndNumber {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let number = request.match_info().query("number");
        let number = number.parse::<i32>().ok().filter(|parsed| parsed.to_string() == number);
        ready(id(request).and_then(|id| Ok(Self(id, number.ok_or_else(no_such_id)?))))
    }
}

fn id(request: &HttpRequest) -> Result<Uuid, Problem> {
    let text = request.match_info().query("id");
    let parsed = text.parse::<Uuid>().ok().filter(|id| id.hyphenated().to_string() == text);
    parsed.ok_or_else(no_such_id)
}

fn no_such_id() -> Problem {
    Problem::new(ProblemKind::NotFound, "Nothing exists at this URL, or you are not allowed to see it.")
}
