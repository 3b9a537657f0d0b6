//! Refresh tokens: a session id and a generation, authenticated with the secret of the publication. The database stores
//! the generation only, so nobody can make a token from its contents.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::SessionId;
use uuid::Uuid;

use crate::auth::encryption::{Purpose, Secret};

/// The contents of a refresh token. Each refresh increments the generation, which makes the earlier token invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RefreshToken {
    pub(crate) session: SessionId,
    pub(crate) generation: i32,
}

impl RefreshToken {
    /// Encodes the token for the client. It is deterministic, so that a repeated refresh can return the same token.
    pub(crate) fn encode(self, secret: &Secret) -> Option<String> {
        let mut nonce = [0; 24];
        for (to, from) in
            nonce.iter_mut().zip(self.session.0.as_bytes().iter().chain(&self.generation.to_be_bytes()))
        {
            *to = *from;
        }
        Some(URL_SAFE_NO_PAD.encode(secret.encrypt(Purpose::RefreshToken, &nonce, b"refresh")?))
    }

    /// Decodes and authenticates a token that a client sent.
    pub(crate) fn decode(secret: &Secret, text: &str) -> Option<Self> {
        let sealed = URL_SAFE_NO_PAD.decode(text).ok()?;
        secret.decrypt(Purpose::RefreshToken, &sealed)?;
        let (session, rest) = sealed.split_first_chunk::<16>()?;
        let (generation, _) = rest.split_first_chunk::<4>()?;
        let session = SessionId(Uuid::from_bytes(*session));
        Some(Self { session, generation: i32::from_be_bytes(*generation) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refresh_tokens_round_trip_and_forged_ones_are_refused() {
        let secret = Secret::parse("x9Kq2Lw8Zr5Tn1Vb7Mc4Jd6Hf3Gp0SaQ").unwrap();
        let token = RefreshToken { session: SessionId(Uuid::now_v7()), generation: 3 };
        let text = token.encode(&secret).unwrap();
        assert_eq!(RefreshToken::decode(&secret, &text), Some(token));
        assert_eq!(token.encode(&secret).unwrap(), text);
        let other = RefreshToken { generation: 4, ..token }.encode(&secret).unwrap();
        let forged: String = other.chars().take(28).chain(text.chars().skip(28)).collect();
        assert_eq!(RefreshToken::decode(&secret, &forged), None);
        assert_eq!(RefreshToken::decode(&secret, "not a token"), None);
    }
}
