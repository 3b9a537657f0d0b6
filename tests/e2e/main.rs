//! The product seen from outside. `reading`: what anybody may read. `rules`: rules of the house that no compiler knows.

mod reading;
mod rules;
