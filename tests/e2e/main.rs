//! The product seen from outside. `reading`: what anybody may read. `editing`: what editors do. `publishing`: what is
//! between the two. `integrating`: what programs rely on. `operating`: what an attacker tries. `rules`: rules of the
//! house that no compiler knows.

mod editing;
mod fixture;
mod integrating;
mod operating;
mod publishing;
mod reading;
mod rules;
