//! Access tokens: JWTs (RFC 9068) that are valid for ten minutes, signed with Ed25519 by rotating keys.
//!
//! The algorithm is fixed here and never taken from a token (RFC 8725). Of the header only the key id (`kid`) is used.

use std::collections::HashMap;
use std::sync::{Arc, RwLock};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use domain::{PersonId, SessionId};
use ed25519_dalek::SigningKey as Ed25519Key;
use ed25519_dalek::pkcs8::EncodePrivateKey;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::operations::signing_keys;
use store::operations::signing_keys::{KeyRotation, NewSigningKey, SigningKey};
use store::{OperationsConn, Store};
use thiserror::Error;
use uuid::Uuid;

use crate::auth::encryption::{Purpose, Secret, random_bytes};
use crate::auth::jwt_crypto;

/// The lifetime of an access token, in seconds.
pub(crate) const ACCESS_TOKEN_SECONDS: i64 = 600;

/// The clock skew that is tolerated, in seconds.
const CLOCK_SKEW_SECONDS: u64 = 30;

/// Longer tokens are refused before they are decoded. The tokens signed here are much shorter.
const MAX_TOKEN_BYTES: usize = 2_048;

/// The `aud` claim.
const AUDIENCE: &str = "masthead-editorial";

/// Signs and verifies access tokens.
#[derive(Clone)]
pub(crate) struct SigningKeys {
    issuer: String,
    ring: Arc<RwLock<KeyRing>>,
}

/// The keys as last loaded from the database.
#[derive(Default)]
struct KeyRing {
    signing: Option<(String, EncodingKey)>,
    verifying: HashMap<String, DecodingKey>,
    public: Value,
}

/// The claims of an access token. `sid` is the session.
#[derive(Debug, Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: Uuid,
    sid: Uuid,
    iat: i64,
    nbf: i64,
    exp: i64,
    jti: Uuid,
}

/// Why the signing keys cannot be loaded or rotated.
#[derive(Debug, Error)]
pub enum SigningKeysError {
    /// The database cannot be read or written.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// A key in the database was encrypted with another secret.
    #[error(
        "the signing keys were encrypted with another MASTHEAD_SECRET; set that one, or run `masthead keys rotate --now`"
    )]
    WrongSecret,
    /// The operating system gives no random bytes.
    #[error("the system gives no random bytes")]
    Random,
}

impl SigningKeys {
    /// Loads the keys of the publication, and creates the first one if there is none.
    ///
    /// # Errors
    /// [`SigningKeysError`].
    pub(crate) async fn load_or_create(
        store: &Store,
        secret: &Secret,
        issuer: String,
    ) -> Result<Self, SigningKeysError> {
        jwt_crypto::install();
        let keys = Self { issuer, ring: Arc::default() };
        let mut conn = store.operations().await?;
        rotate(&mut conn, secret, KeyRotation::First).await?;
        keys.reload(&mut conn, secret).await?;
        Ok(keys)
    }

    /// Loads the keys again, because other instances may have added or revoked some.
    ///
    /// # Errors
    /// [`SigningKeysError`]; the keys that were loaded before stay in use.
    pub(crate) async fn reload(
        &self,
        conn: &mut OperationsConn,
        secret: &Secret,
    ) -> Result<(), SigningKeysError> {
        let ring = KeyRing::from_stored(&signing_keys::list(conn).await?, secret)?;
        if let Ok(mut current) = self.ring.write() {
            *current = ring;
        }
        Ok(())
    }

    /// Signs an access token for a session, valid from `now` on. `None` if no key signs at present.
    pub(crate) fn sign(&self, person: PersonId, session: SessionId, now: DateTime<Utc>) -> Option<String> {
        let ring = self.ring.read().ok()?;
        let (kid, key) = ring.signing.as_ref()?;
        let header = Header {
            typ: Some("at+jwt".to_owned()),
            alg: Algorithm::EdDSA,
            kid: Some(kid.clone()),
            ..Header::default()
        };
        let iat = now.timestamp();
        let (iss, aud) = (self.issuer.clone(), AUDIENCE.to_owned());
        let (sub, sid, jti) = (person.0, session.0, Uuid::now_v7());
        let claims =
            Claims { iss, aud, sub, sid, iat, nbf: iat, exp: iat.saturating_add(ACCESS_TOKEN_SECONDS), jti };
        jsonwebtoken::encode(&header, &claims, key).ok()
    }

    /// Verifies a token, and returns its person and session. `None` for anything but a valid token of this publication;
    /// whether the session still exists is up to the caller.
    pub(crate) fn verify(&self, token: &str) -> Option<(PersonId, SessionId)> {
        if token.len() > MAX_TOKEN_BYTES {
            return None;
        }
        let header = jsonwebtoken::decode_header(token).ok()?;
        let Header { typ, alg, cty, jku, jwk, kid, x5u, x5c, x5t, x5t_s256, crit, enc, .. } = header;
        let has_foreign_key_reference = jku.or(x5u).or(x5t).or(x5t_s256).or(cty).is_some();
        if typ? != "at+jwt" || alg != Algorithm::EdDSA || has_foreign_key_reference || jwk.is_some() {
            return None;
        }
        if x5c.is_some() || crit.is_some() || enc.is_some() {
            return None;
        }
        let ring = self.ring.read().ok()?;
        let key = ring.verifying.get(&kid?)?;
        let claims = jsonwebtoken::decode::<Claims>(token, key, &self.validation()).ok()?.claims;
        // `sign` always sets these; `jsonwebtoken` checks neither `iat` nor the lifetime.
        let is_ours =
            claims.exp.checked_sub(claims.iat) == Some(ACCESS_TOKEN_SECONDS) && claims.nbf == claims.iat;
        is_ours.then_some((PersonId(claims.sub), SessionId(claims.sid)))
    }

    /// The public keys as a JSON Web Key Set (RFC 7517).
    pub(crate) fn jwks(&self) -> Value {
        let empty = || json!({ "keys": [] });
        self.ring.read().map_or_else(|_| empty(), |ring| json!({ "keys": ring.public.clone() }))
    }

    fn validation(&self) -> Validation {
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
        validation.set_issuer(&[&self.issuer]);
        validation.set_audience(&[AUDIENCE]);
        validation.validate_nbf = true;
        validation.leeway = CLOCK_SKEW_SECONDS;
        validation
    }
}

/// Adds a signing key if `how` asks for one now, and returns whether it was added.
///
/// # Errors
/// [`SigningKeysError`].
pub async fn rotate(
    conn: &mut OperationsConn,
    secret: &Secret,
    how: KeyRotation,
) -> Result<bool, SigningKeysError> {
    let (seed, nonce, name) = (
        random_bytes::<32>().map_err(|_| SigningKeysError::Random)?,
        random_bytes::<24>(),
        random_bytes::<12>(),
    );
    let (nonce, name) =
        (nonce.map_err(|_| SigningKeysError::Random)?, name.map_err(|_| SigningKeysError::Random)?);
    let key_pair = Ed25519Key::from_bytes(&seed);
    let sealed = secret.encrypt(Purpose::SigningKey, &nonce, &seed).ok_or(SigningKeysError::Random)?;
    let new = NewSigningKey {
        kid: URL_SAFE_NO_PAD.encode(name),
        public_key: key_pair.verifying_key().to_bytes().to_vec(),
        sealed_private_key: sealed,
    };
    Ok(signing_keys::add(conn, &new, how).await?)
}

impl KeyRing {
    fn from_stored(keys: &[SigningKey], secret: &Secret) -> Result<Self, SigningKeysError> {
        let mut ring = Self { public: json!([]), ..Self::default() };
        let mut public = Vec::new();
        for SigningKey { kid, public_key, sealed_private_key, signs_from: _, signs } in keys {
            let x = URL_SAFE_NO_PAD.encode(public_key);
            let decoding = DecodingKey::from_ed_components(&x).map_err(|_| SigningKeysError::WrongSecret)?;
            ring.verifying.insert(kid.clone(), decoding);
            public.push(
                json!({ "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": kid, "x": x }),
            );
            if *signs {
                let seed = secret
                    .decrypt(Purpose::SigningKey, sealed_private_key)
                    .ok_or(SigningKeysError::WrongSecret)?;
                let seed: [u8; 32] = seed.try_into().map_err(|_| SigningKeysError::WrongSecret)?;
                let der = Ed25519Key::from_bytes(&seed)
                    .to_pkcs8_der()
                    .map_err(|_| SigningKeysError::WrongSecret)?;
                ring.signing = Some((kid.clone(), EncodingKey::from_ed_der(der.as_bytes())));
            }
        }
        ring.public = Value::Array(public);
        Ok(ring)
    }
}

#[cfg(test)]
mod tests;
