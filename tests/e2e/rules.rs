//! Rules of the house.

mod architecture;
mod generated;
mod wall;
