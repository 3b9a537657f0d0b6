//! Generated API modules
//!
//! This module exports all generated API types and clients.
//! Do not edit manually - regenerate using the appropriate script.
//!

//! Configured `module_name` = `editorial`. Mount this tree under your
//! preferred path, e.g. `pub mod editorial;` in your crate root.

#![allow(unused_imports)]

pub mod client;
pub mod types;

pub use client::*;
pub use types::*;
