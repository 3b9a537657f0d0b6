//! The product seen from outside. `reading`: what anybody may read. `editing`: what editors do. `rules`: rules of the house that no compiler knows.

mod editing;
mod reading;
mod rules;
