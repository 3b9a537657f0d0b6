//! Rules of the house.

mod architecture;
mod authorisation;
mod budgets;
mod generated;
mod oracle;
mod statements;
mod wall;
