//! Conventions that the compiler does not check.

mod architecture;
mod authorization;
mod budgets;
mod generated;
mod imports;
mod oracle;
mod reader_role;
mod statements;
