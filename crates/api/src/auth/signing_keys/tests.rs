//! Tokens with wrong headers or claims, signed with the right key. They cannot be made over the API, so they are made here.

use ed25519_dalek::Signer;
use ed25519_dalek::pkcs8::EncodePublicKey;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use hmac::{KeyInit, Mac};
use serde_json::Map;

use crate::auth::signing_keys::*;

const ISSUER: &str = "https://example.org";
const KEY: &str = "the-key";

/// A key ring with one key, and its key pair.
fn key_ring() -> (SigningKeys, Ed25519Key) {
    jwt_crypto::install();
    let key_pair = Ed25519Key::from_bytes(&[7; 32]);
    let x = URL_SAFE_NO_PAD.encode(key_pair.verifying_key().to_bytes());
    let verifying = HashMap::from([(KEY.to_owned(), DecodingKey::from_ed_components(&x).unwrap())]);
    let der = key_pair.to_pkcs8_der().unwrap();
    let signing = Some((KEY.to_owned(), EncodingKey::from_ed_der(der.as_bytes())));
    let ring = KeyRing { signing, verifying, public: json!([]) };
    (SigningKeys { issuer: ISSUER.to_owned(), ring: Arc::new(RwLock::new(ring)) }, key_pair)
}

/// The symmetric algorithms of RFC 7518, section 3.2.
type Hmac = fn(&[u8], &[u8]) -> Vec<u8>;
const HMACS: [(&str, Hmac); 3] = [
    ("HS256", authenticate::<HmacSha256>),
    ("HS384", authenticate::<HmacSha384>),
    ("HS512", authenticate::<HmacSha512>),
];
type HmacSha256 = hmac::Hmac<sha2::Sha256>;
type HmacSha384 = hmac::Hmac<sha2::Sha384>;
type HmacSha512 = hmac::Hmac<sha2::Sha512>;

fn authenticate<M: Mac + KeyInit>(key: &[u8], message: &[u8]) -> Vec<u8> {
    <M as KeyInit>::new_from_slice(key).unwrap().chain_update(message).finalize().into_bytes().to_vec()
}

/// The system clock, which `jsonwebtoken` uses too.
fn now() -> DateTime<Utc> {
    std::time::SystemTime::now().into()
}

fn header() -> Map<String, Value> {
    let Value::Object(header) = json!({ "typ": "at+jwt", "alg": "EdDSA", "kid": KEY }) else {
        unreachable!()
    };
    header
}

fn claims() -> Map<String, Value> {
    let now = now().timestamp();
    let (sub, sid, jti) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
    let claims = json!({
        "iss": ISSUER, "aud": AUDIENCE, "sub": sub, "sid": sid, "iat": now, "nbf": now, "exp": now + ACCESS_TOKEN_SECONDS, "jti": jti
    });
    let Value::Object(claims) = claims else { unreachable!() };
    claims
}

fn unsigned_token(header: &Map<String, Value>, claims: &Map<String, Value>) -> String {
    let part = |part: &Map<String, Value>| URL_SAFE_NO_PAD.encode(serde_json::to_vec(part).unwrap());
    format!("{}.{}", part(header), part(claims))
}

fn signed(key_pair: &Ed25519Key, text: &str) -> String {
    format!("{text}.{}", URL_SAFE_NO_PAD.encode(key_pair.sign(text.as_bytes()).to_bytes()))
}

fn with_member(mut members: Map<String, Value>, name: &str, value: Option<Value>) -> Map<String, Value> {
    match value {
        Some(value) => members.insert(name.to_owned(), value),
        None => members.remove(name),
    };
    members
}

#[test]
fn a_token_with_the_expected_claims_is_accepted() {
    let (keys, key_pair) = key_ring();
    assert!(keys.verify(&signed(&key_pair, &unsigned_token(&header(), &claims()))).is_some());
    let (person, session) = (PersonId(Uuid::now_v7()), SessionId(Uuid::now_v7()));
    let token = keys.sign(person, session, now()).unwrap();
    assert_eq!(keys.verify(&token), Some((person, session)));
}

#[test]
fn signed_tokens_with_missing_or_malformed_claims_are_refused() {
    let (keys, key_pair) = key_ring();
    let now = now().timestamp();
    let odd = [
        json!(null),
        json!([]),
        json!({}),
        json!(true),
        json!(""),
        json!("9999999999"),
        json!(1e300),
        json!(-1),
    ];
    let mut tried = 0;
    for name in claims().keys() {
        let moments =
            [json!(0), json!("0"), json!(now.to_string()), json!([now]), json!(u64::MAX), json!(i64::MIN)];
        for value in odd.iter().chain(&moments).cloned().map(Some).chain([None]) {
            let token =
                signed(&key_pair, &unsigned_token(&header(), &with_member(claims(), name, value.clone())));
            assert_eq!(keys.verify(&token), None, "{name}: {value:?}");
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
    #[expect(clippy::as_conversions, reason = "a moment as a fraction is what is tried")]
    for (name, moment) in [("exp", now + ACCESS_TOKEN_SECONDS), ("nbf", now), ("iat", now)] {
        let token = signed(
            &key_pair,
            &unsigned_token(&header(), &with_member(claims(), name, Some(json!(moment as f64 + 0.5)))),
        );
        assert_eq!(keys.verify(&token), None, "{name} as a fraction");
    }
}

#[test]
fn a_token_is_valid_only_with_the_fixed_lifetime() {
    let (keys, key_pair) = key_ring();
    let now = now().timestamp();
    let moments = |iat: i64, nbf: i64, exp: i64| {
        let claims = with_member(with_member(claims(), "iat", Some(json!(iat))), "nbf", Some(json!(nbf)));
        keys.verify(&signed(
            &key_pair,
            &unsigned_token(&header(), &with_member(claims, "exp", Some(json!(exp)))),
        ))
    };
    assert!(moments(now, now, now + ACCESS_TOKEN_SECONDS).is_some());
    let year = 31_536_000;
    for (what, iat, nbf, exp) in [
        ("expired", now - ACCESS_TOKEN_SECONDS - 60, now - ACCESS_TOKEN_SECONDS - 60, now - 60),
        ("not yet good", now + year, now + year, now + year + ACCESS_TOKEN_SECONDS),
        ("for a year", now, now, now + year),
        ("for a year, as if made then", now + year - ACCESS_TOKEN_SECONDS, now, now + year),
        ("good before it was made", now, now - year, now + ACCESS_TOKEN_SECONDS),
        ("from before the beginning", -now, -now, -now + ACCESS_TOKEN_SECONDS),
        ("without an end", now, now, i64::MAX),
        ("for less than nothing", i64::MIN, i64::MIN, i64::MAX),
    ] {
        assert_eq!(moments(iat, nbf, exp), None, "{what}");
    }
}

#[test]
fn signed_tokens_with_another_issuer_audience_subject_or_type_are_refused() {
    let (keys, key_pair) = key_ring();
    for (name, value) in [
        ("iss", json!("https://example.org/")),
        ("iss", json!("https://staging.example.org")),
        ("iss", json!([ISSUER])),
        ("aud", json!("masthead-delivery")),
        ("aud", json!(ISSUER)),
        ("aud", json!([AUDIENCE, "another"])),
        ("aud", json!([AUDIENCE])),
        ("sub", json!("00000000")),
        ("sub", json!("* OR true")),
    ] {
        let token =
            signed(&key_pair, &unsigned_token(&header(), &with_member(claims(), name, Some(value.clone()))));
        assert_eq!(keys.verify(&token), None, "{name}: {value}");
    }
    for typ in [None, Some("JWT"), Some("jwt"), Some("rt+jwt"), Some("preview+jwt"), Some("AT+JWT"), Some("")]
    {
        let header = with_member(header(), "typ", typ.map(|typ| json!(typ)));
        assert_eq!(keys.verify(&signed(&key_pair, &unsigned_token(&header, &claims()))), None, "{typ:?}");
    }
}

#[test]
fn a_token_cannot_choose_its_algorithm() {
    let (keys, key_pair) = key_ring();
    for alg in
        ["none", "None", "nOnE", "HS256", "HS512", "RS256", "PS256", "ES256", "ES384", "Ed25519", "eddsa", ""]
    {
        let text = unsigned_token(&with_member(header(), "alg", Some(json!(alg))), &claims());
        let token = signed(&key_pair, &text);
        assert_eq!(keys.verify(&token), None, "{alg}");
        assert_eq!(keys.verify(&format!("{text}.")), None, "{alg} without a signature");
        assert_eq!(keys.verify(&text), None, "{alg} in two parts");
    }
    let public = key_pair.verifying_key();
    let pem = public.to_public_key_pem(LineEnding::LF).unwrap();
    let x = URL_SAFE_NO_PAD.encode(public.to_bytes());
    let der = public.to_public_key_der().unwrap();
    let secrets: [&[u8]; 4] = [&public.to_bytes(), x.as_bytes(), pem.as_bytes(), der.as_bytes()];
    for secret in secrets {
        for (alg, authenticate) in HMACS {
            let text = unsigned_token(&with_member(header(), "alg", Some(json!(alg))), &claims());
            let signature = URL_SAFE_NO_PAD.encode(authenticate(secret, text.as_bytes()));
            assert_eq!(keys.verify(&format!("{text}.{signature}")), None, "{alg} with the public key");
            let claims_part = text.split_once('.').unwrap().1;
            let token = format!(
                "{}.{claims_part}.{signature}",
                URL_SAFE_NO_PAD.encode(Value::Object(header()).to_string())
            );
            assert_eq!(keys.verify(&token), None, "{alg} that says EdDSA");
        }
    }
}

#[test]
fn only_known_key_ids_are_accepted_and_no_embedded_keys() {
    let (keys, key_pair) = key_ring();
    let long = "k".repeat(1 << 20);
    let kids = [
        "",
        "../../etc/passwd",
        "' OR '1'='1",
        "https://evil.example/key",
        "the-key\0",
        "THE-KEY",
        " the-key",
        &long,
    ];
    for kid in kids {
        let header = with_member(header(), "kid", Some(json!(kid)));
        assert_eq!(keys.verify(&signed(&key_pair, &unsigned_token(&header, &claims()))), None, "{:.40}", kid);
    }
    assert_eq!(
        keys.verify(&signed(&key_pair, &unsigned_token(&with_member(header(), "kid", None), &claims()))),
        None
    );
    let x = URL_SAFE_NO_PAD.encode(key_pair.verifying_key().to_bytes());
    for (name, value) in [
        ("jku", json!("https://example.org/.well-known/jwks.json")),
        ("x5u", json!("https://example.org/cert.pem")),
        ("x5c", json!([])),
        ("x5t", json!("AAAA")),
        ("x5t#S256", json!("AAAA")),
        ("jwk", json!({ "kty": "OKP", "crv": "Ed25519", "x": x })),
        ("crit", json!(["b64"])),
        ("crit", json!([])),
        ("cty", json!("JWT")),
        ("enc", json!("A128GCM")),
    ] {
        let header = with_member(header(), name, Some(value));
        assert_eq!(keys.verify(&signed(&key_pair, &unsigned_token(&header, &claims()))), None, "{name}");
    }
}

#[test]
fn a_changed_truncated_or_extended_token_is_refused() {
    let (keys, key_pair) = key_ring();
    let token = signed(&key_pair, &unsigned_token(&header(), &claims()));
    for place in 0..token.len() {
        assert_eq!(keys.verify(&token[..place]), None, "cut at {place}");
        let mut bytes = token.clone().into_bytes();
        bytes[place] = if bytes[place] == b'A' { b'Q' } else { b'A' };
        let changed = String::from_utf8(bytes).unwrap();
        // The last character of a base64url part has unused bits, which a decoder may ignore.
        let last = token[place..].starts_with('.')
            || place + 1 == token.len()
            || token[place + 1..].starts_with('.');
        assert!(last || keys.verify(&changed).is_none(), "changed at {place}");
    }
    for more in [".", ".e30", "=", " ", "\n", "\0"] {
        assert_eq!(keys.verify(&format!("{token}{more}")), None, "{more:?} after it");
    }
    let another = Ed25519Key::from_bytes(&[8; 32]);
    assert_eq!(keys.verify(&signed(&another, &unsigned_token(&header(), &claims()))), None);
}
