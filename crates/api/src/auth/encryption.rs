//! Authenticated encryption (XChaCha20-Poly1305) with keys derived from `MASTHEAD_SECRET`.
//!
//! Each purpose has its own key (HKDF-SHA256, RFC 5869), so a ciphertext made for one purpose does not decrypt for another.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{Key, KeyInit, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use sha2::Sha256;
use thiserror::Error;

/// The secret of the publication, at least 32 characters. All instances of a publication must have the same one.
#[derive(Clone)]
pub struct Secret(Vec<u8>);

/// Why a text is refused as a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SecretError {
    /// It has fewer than 32 characters.
    #[error("it has fewer than 32 characters; make one with `openssl rand -base64 32`")]
    Short,
    /// It contains a sample such as `changeme`, or has fewer than ten different characters.
    #[error("it can be guessed; make one with `openssl rand -base64 32`")]
    Guessable,
}

/// What a ciphertext is for. It selects the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// The private key of a signing key pair, as stored in the database.
    SigningKey,
    /// A refresh token, see [`RefreshToken`](crate::auth::refresh_token::RefreshToken).
    RefreshToken,
    /// The token in a preview link.
    Preview,
    /// A one-time token that sets a password.
    PasswordToken,
}

/// The nonce of one encryption: random, or derived from the message where the same message must always give the same
/// token.
pub(crate) type Nonce = [u8; 24];

impl Secret {
    /// Parses a secret, without the whitespace around it.
    ///
    /// # Errors
    /// [`SecretError`] if it is too short or easy to guess.
    pub fn parse(text: &str) -> Result<Self, SecretError> {
        let text = text.trim();
        if text.chars().count() < 32 {
            return Err(SecretError::Short);
        }
        let different: std::collections::BTreeSet<char> = text.to_lowercase().chars().collect();
        let lower = text.to_lowercase();
        if different.len() < 10 || SAMPLE_SECRETS.iter().any(|sample| lower.contains(sample)) {
            return Err(SecretError::Guessable);
        }
        Ok(Self(text.as_bytes().to_vec()))
    }

    /// Encrypts bytes; the result begins with the nonce. Never use a nonce again for other bytes: that breaks the cipher.
    pub(crate) fn encrypt(&self, purpose: Purpose, nonce: &Nonce, bytes: &[u8]) -> Option<Vec<u8>> {
        let ciphertext =
            self.cipher(purpose)?.encrypt(&XNonce::from(*nonce), Payload { msg: bytes, aad: b"" }).ok()?;
        Some([nonce.as_slice(), &ciphertext].concat())
    }

    /// Decrypts and authenticates what [`Self::encrypt`] returned. `None` for another purpose, another secret, or changed
    /// bytes.
    pub(crate) fn decrypt(&self, purpose: Purpose, ciphertext: &[u8]) -> Option<Vec<u8>> {
        let (nonce, ciphertext) = ciphertext.split_first_chunk::<24>()?;
        self.cipher(purpose)?.decrypt(&XNonce::from(*nonce), Payload { msg: ciphertext, aad: b"" }).ok()
    }

    fn cipher(&self, purpose: Purpose) -> Option<XChaCha20Poly1305> {
        let mut key = [0; 32];
        let label: &[u8] = match purpose {
            Purpose::SigningKey => b"masthead signing key",
            Purpose::RefreshToken => b"masthead refresh token",
            Purpose::Preview => b"masthead preview",
            Purpose::PasswordToken => b"masthead password token",
        };
        Hkdf::<Sha256>::new(None, &self.0).expand(label, &mut key).ok()?;
        Some(XChaCha20Poly1305::new(&Key::from(key)))
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Random bytes from the operating system.
pub(crate) fn random_bytes<const LENGTH: usize>() -> Result<[u8; LENGTH], getrandom::Error> {
    let mut bytes = [0; LENGTH];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// A random token: 32 bytes from the operating system, in base64url.
///
/// # Errors
/// If the operating system gives no random bytes.
pub fn random_token() -> Result<String, getrandom::Error> {
    Ok(URL_SAFE_NO_PAD.encode(random_bytes::<32>()?))
}

/// Parts of secrets in examples and tutorials, in lower case.
const SAMPLE_SECRETS: [&str; 8] =
    ["changeme", "change-me", "example", "secret", "password", "masthead", "0123456789", "abcdefghij"];

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "x9Kq2Lw8Zr5Tn1Vb7Mc4Jd6Hf3Gp0SaQ";

    #[test]
    fn short_and_guessable_secrets_are_refused() {
        assert_eq!(Secret::parse("short").unwrap_err(), SecretError::Short);
        for weak in
            ["a".repeat(40), "my-secret-my-secret-my-secret-my-secret".to_owned(), "changeme".repeat(5)]
        {
            assert_eq!(Secret::parse(&weak).unwrap_err(), SecretError::Guessable, "{weak}");
        }
        assert!(Secret::parse(GOOD).is_ok());
    }

    #[test]
    fn ciphertexts_decrypt_only_unchanged_and_for_their_purpose() {
        let secret = Secret::parse(GOOD).unwrap();
        let ciphertext = secret.encrypt(Purpose::Preview, &[7; 24], b"text").unwrap();
        assert_eq!(secret.decrypt(Purpose::Preview, &ciphertext).unwrap(), b"text");
        assert_eq!(secret.decrypt(Purpose::RefreshToken, &ciphertext), None);
        for index in 0..ciphertext.len() {
            let mut changed = ciphertext.clone();
            changed[index] ^= 1;
            assert_eq!(secret.decrypt(Purpose::Preview, &changed), None);
        }
        assert_eq!(secret.decrypt(Purpose::Preview, b"short"), None);
    }
}
