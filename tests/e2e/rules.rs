//! Rules of the house.

mod architecture;
mod generated;
mod oracle;
mod wall;
