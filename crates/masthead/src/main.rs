//! The `masthead` executable.
fn main() {}
