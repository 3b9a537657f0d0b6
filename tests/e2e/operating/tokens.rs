//! Access tokens that are forged, altered or meant for another purpose. Forgeries that need the private key are unit
//! tests in `api`.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Role;
use hmac::{Hmac, KeyInit, Mac};
use reqwest::Method;
use serde_json::{Value, json};
use sha2::Sha256;
use tests::{Editor, PASSWORD, TestApp};
use tokio::net::TcpListener;

use super::{query_texts, send_raw};

/// The header and the claims of a token as JSON, and its signature.
fn decode_token(token: &str) -> (Value, Value, String) {
    let parts: Vec<&str> = token.split('.').collect();
    let json = |part: &str| serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap();
    (json(parts[0]), json(parts[1]), parts[2].to_owned())
}

fn encode_token(header: &Value, claims: &Value, signature: &str) -> String {
    let part = |part: &Value| URL_SAFE_NO_PAD.encode(part.to_string());
    format!("{}.{}.{signature}", part(header), part(claims))
}

/// Asserts that a token is refused with the uniform 401.
async fn assert_refused(editor: &Editor, token: &str, what: &str) {
    let asked = editor.get("/me").header("Authorization", &format!("Bearer {token}"));
    let response = asked.send().await;
    assert_eq!(response.header("www-authenticate"), "Bearer", "{what}");
    let result = response.expect(401);
    assert_eq!(result["type"], "/docs/problems/unauthorized", "{what}");
    assert_eq!(result["errors"], json!([]), "{what}");
}

#[tokio::test(flavor = "multi_thread")]
async fn unsigned_and_truncated_tokens_are_refused() {
    let app = TestApp::start().await;
    let editor = app.editor(Role::Admin).await;
    let (header, claims, signature) = decode_token(&editor.token);
    for alg in ["none", "None", "nOnE", "NONE", ""] {
        let altered = json!({ "typ": "at+jwt", "alg": alg, "kid": header["kid"] });
        for signature in ["", signature.as_str()] {
            assert_refused(&editor, &encode_token(&altered, &claims, signature), alg).await;
        }
    }
    for end in [0, 1, signature.len() / 2, signature.len() - 1] {
        assert_refused(
            &editor,
            &encode_token(&header, &claims, &signature[..end]),
            "a signature that was cut",
        )
        .await;
    }
    for alg in ["RS256", "RS512", "PS256", "ES256", "ES384", "HS256", "Ed25519"] {
        let altered = json!({ "typ": "at+jwt", "alg": alg, "kid": header["kid"] });
        assert_refused(&editor, &encode_token(&altered, &claims, &signature), alg).await;
    }
    let other = app.editor(Role::Viewer).await;
    let (_, of_other, _) = decode_token(&other.token);
    assert_refused(&editor, &encode_token(&header, &of_other, &signature), "the signature of another token")
        .await;
    editor.get("/me").send().await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_signed_with_the_public_key_are_refused() {
    let app = TestApp::start().await;
    let editor = app.editor(Role::Admin).await;
    let (header, claims, _) = decode_token(&editor.token);
    let keys = app.reader.get("/.well-known/jwks.json").await.expect(200);
    let x = keys.pointer("/keys/0/x").unwrap().as_str().unwrap();
    assert_eq!(keys.pointer("/keys/0/kid"), header.get("kid"));
    let bytes = URL_SAFE_NO_PAD.decode(x).unwrap();
    for secret in [bytes.as_slice(), x.as_bytes(), keys["keys"][0].to_string().as_bytes()] {
        let altered = json!({ "typ": "at+jwt", "alg": "HS256", "kid": header["kid"] });
        let unsigned = encode_token(&altered, &claims, "");
        let mut code = Hmac::<Sha256>::new_from_slice(secret).unwrap();
        code.update(unsigned.trim_end_matches('.').as_bytes());
        let signature = URL_SAFE_NO_PAD.encode(code.finalize().into_bytes());
        assert_refused(&editor, &format!("{unsigned}{signature}"), "signed with the public key").await;
        assert_refused(&editor, &encode_token(&header, &claims, &signature), "and said to be ours").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_naming_foreign_keys_are_refused_and_no_key_is_fetched() {
    let app = TestApp::start().await;
    let editor = app.editor(Role::Admin).await;
    let elsewhere = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let place = format!("http://{}/keys.json", elsewhere.local_addr().unwrap());
    let (header, claims, signature) = decode_token(&editor.token);
    for (name, value) in [
        ("jku", json!(place)),
        ("x5u", json!(place)),
        ("kid", json!(place)),
        (
            "jwk",
            json!({ "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" }),
        ),
        ("crit", json!(["exp"])),
        ("kid", json!("../../../../dev/null")),
        ("kid", json!("x' UNION SELECT 'key")),
        ("kid", json!(["a", "b"])),
        ("kid", json!(null)),
    ] {
        let mut altered = header.clone();
        altered[name] = value;
        assert_refused(&editor, &encode_token(&altered, &claims, &signature), name).await;
    }
    let long = encode_token(&json!({ "kid": "k".repeat(16 << 10) }), &claims, &signature);
    assert_refused(&editor, &long, "a key of 16 KiB").await;
    let asked = tokio::select! {
        biased;
        asked = elsewhere.accept() => Some(asked),
        () = std::future::ready(()) => None,
    };
    assert!(asked.is_none(), "somebody asked there");
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_of_another_kind_or_publication_are_refused() {
    let app = TestApp::start().await;
    let elsewhere = TestApp::start().await;
    let editor = app.editor(Role::Admin).await;
    assert_refused(&editor, &elsewhere.editor(Role::Admin).await.token, "of another publication").await;
    assert_refused(&editor, &editor.refresh_token, "a refresh token").await;
    let body = json!({ "at": "2030-01-01T00:00:00Z" });
    let preview = editor.post("/previews", body).send().await.expect(201);
    let preview = preview["token"].as_str().unwrap();
    assert_refused(&editor, preview, "the token of a preview").await;
    for (token, what) in [(editor.token.as_str(), "an access token"), (preview, "the token of a preview")] {
        let asked = editor.post("/sessions/refresh", json!({ "refresh_token": token })).send().await;
        assert_eq!(asked.status, 401, "{what} was exchanged");
    }
    let theirs = elsewhere.editor(Role::Admin).await.refresh_token;
    // Test servers share one secret, so what is refused here is the unknown session.
    editor.post("/sessions/refresh", json!({ "refresh_token": theirs })).send().await.expect(401);
    for token in [&editor.token, &editor.refresh_token] {
        let headers = [("authorization", &*format!("Bearer {token}"))];
        assert_eq!(
            app.reader.request_unvalidated(Method::GET, "/preview/v1/teasers", &headers).await.status,
            404
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn access_tokens_are_only_accepted_in_one_bearer_header() {
    let app = TestApp::start().await;
    let editor = app.editor(Role::Admin).await;
    let (base, token) = (app.base_url(), &editor.token);
    let bearer = format!("Bearer {token}");
    let ask = async |target: String, headers: &[(&str, &str)]| {
        send_raw(&base, "GET", &target, headers).await.status
    };
    let me = || "/editorial/v1/me".to_owned();
    assert_eq!(ask(me(), &[("authorization", &bearer)]).await, 200);
    assert_eq!(ask(me(), &[("authorization", token)]).await, 401);
    assert_eq!(ask(me(), &[("authorization", &format!("Basic {token}"))]).await, 401);
    assert_eq!(ask(me(), &[("authorization", &format!("Bearer {token}, Bearer {token}"))]).await, 401);
    assert_eq!(ask(me(), &[("authorization", &bearer), ("authorization", &bearer)]).await, 401);
    assert_eq!(ask(me(), &[("cookie", &format!("access_token={token}"))]).await, 401);
    assert_eq!(ask(me(), &[("x-access-token", token), ("proxy-authorization", &bearer)]).await, 401);
    assert_eq!(ask(format!("{}?access_token={token}", me()), &[]).await, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_stay_with_their_account_when_its_email_is_reassigned() {
    let app = TestApp::start().await;
    let admin = app.editor(Role::Admin).await;
    let old = app.editor(Role::Editor).await;
    let (path, change) = (format!("/people/{}", old.id), json!({ "email": "left@example.org" }));
    admin.patch(&path, 1, change).send().await.expect(200);
    let new = json!({ "email": "editor@example.org", "name": "Somebody else", "role": "viewer" });
    let new = admin.post("/people", new).send().await.expect(201);
    assert_ne!(new["id"], old.id.as_str());
    let me = old.get("/me").send().await.expect(200);
    assert_eq!((&me["id"], &me["email"]), (&json!(old.id), &json!("left@example.org")));
    let body = json!({ "refresh_token": old.refresh_token });
    let refreshed = old.post("/sessions/refresh", body).send().await.expect(200);
    assert_eq!(refreshed["person"]["id"], old.id.as_str());
    let body = json!({ "email": "editor@example.org", "password": PASSWORD });
    old.post("/sessions", body).send().await.expect(401);
    let sessions = format!(
        "SELECT count(*)::text AS text FROM editorial.sessions WHERE person_id = '{}'",
        new["id"].as_str().unwrap()
    );
    assert_eq!(query_texts(&app, &sessions).await, ["0"]);
}
