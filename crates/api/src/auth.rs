//! Who asks: passwords, tokens, and what somebody may do.
//!
//! `passwords` hashes, `seal` keeps secrets, `keys` signs and verifies access tokens (with the algorithm of `jwt_crypto`), `slowing` slows guessing, `may` is
//! what handlers ask for. Not here: the routes of signing in (`editorial::sessions`), and the permission table (`domain`).

pub(crate) mod encryption;
mod jwt_crypto;
pub(crate) mod login_throttle;
mod password_strength;
pub(crate) mod passwords;
pub(crate) mod permissions;
pub(crate) mod refresh_token;
pub(crate) mod signing_keys;

pub use crate::auth::encryption::{Secret, SecretError, random_token};
pub use password_strength::check_password_strength;
pub use passwords::hash_password;
