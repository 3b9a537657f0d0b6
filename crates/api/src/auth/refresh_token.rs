//! Refresh tokens: a session and a generation, sealed. The database holds nothing that could be used in their place.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::SessionId;
use uuid::Uuid;

use crate::auth::encryption::{Purpose, Secret};

/// What a refresh token says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RefreshToken {
    pub(crate) session: SessionId,
    pub(crate) generation: i32,
}

impl RefreshToken {
    /// The token as clients carry it. The same session and generation are always the same token.
    pub(crate) fn encode(self, secret: &Secret) -> Option<String> {
        let mut nonce = [0; 24];
        for (to, from) in
            nonce.iter_mut().zip(self.session.0.as_bytes().iter().chain(&self.generation.to_be_bytes()))
        {
            *to = *from;
        }
        Some(URL_SAFE_NO_PAD.encode(secret.encrypt(Purpose::RefreshToken, &nonce, b"refresh")?))
    }

    /// What a token that a client carried says, if it is one.
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
    fn a_token_says_what_was_sealed_and_a_changed_one_says_nothing() {
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
