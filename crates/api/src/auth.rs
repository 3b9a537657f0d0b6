//! Authentication and authorization: password hashing, access and refresh tokens, login throttling, permissions.
//!
//! `signing_keys` signs and verifies access tokens with the Ed25519 provider of `jwt_crypto`. `permissions` has the
//! extractor that handlers name in their signatures. The sign-in operations are in `editorial::sessions`, the permission
//! table is in `domain`.

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
