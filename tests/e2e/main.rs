//! The product seen from outside. `reading`: what anybody may read. `editing`: what editors do. `operating`: what somebody
//! who means harm tries. `rules`: rules of the house that no compiler knows.

mod editing;
mod operating;
mod reading;
mod rules;
