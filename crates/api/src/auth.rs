//! Who asks: passwords, tokens, and what somebody may do.
//!
//! `passwords` hashes, `seal` keeps secrets, `keys` signs and verifies access tokens (with the algorithm of `jwt_crypto`), `slowing` slows guessing, `may` is
//! what handlers ask for. Not here: the routes of signing in (`editorial::sessions`), and the permission table (`domain`).

mod jwt_crypto;
pub(crate) mod keys;
pub(crate) mod may;
mod password_strength;
pub(crate) mod passwords;
pub(crate) mod refresh;
pub(crate) mod seal;
pub(crate) mod slowing;

pub use password_strength::check_password_strength;
pub use passwords::hash_password;
pub use seal::{Secret, SecretError, random_text};
