//! The product seen from outside. `reading`: what anybody may read. `editing`: what editors do. `publishing`: what is
//! between the two. `integrating`: what programs count on. `rules`: rules of the house that no compiler knows.

mod editing;
mod integrating;
mod reading;
mod rules;
