//! A client of the editorial API that validates every request and response against the OpenAPI document.

use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::Role;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE};
use reqwest::{Client, Method};
use serde_json::{Value, json};

use crate::contract::{Contract, ContractRequest};
use crate::reader::TestResponse;
use crate::request_catalogue::CatalogueRequest;

/// The password of all seeded people.
pub const PASSWORD: &str = "ink dries slowly in april";

/// A signed-in client.
#[derive(Clone)]
pub struct Editor {
    base: String,
    http: Client,
    contract: std::sync::Arc<Contract>,
    pub token: String,
    pub refresh_token: String,
    /// The id of the person.
    pub id: String,
    /// The id of the session.
    pub session: String,
}

/// A request builder.
pub struct Request<'a> {
    editor: &'a Editor,
    method: Method,
    path: String,
    body: Option<(&'static str, Value)>,
    headers: Vec<(String, String)>,
    validates_request: bool,
}

impl Editor {
    /// Signs in as the seeded person with this role.
    pub async fn sign_in(base: &str, role: Role) -> Self {
        Self::sign_in_as(base, &format!("{role}@example.org"), PASSWORD).await
    }

    pub async fn sign_in_as(base: &str, email: &str, password: &str) -> Self {
        let mut editor = Self::anonymous(base);
        let body = json!({ "email": email, "password": password });
        let tokens = editor.post("/sessions", body).send().await.expect(201);
        let text = |pointer: &str| tokens.pointer(pointer).unwrap().as_str().unwrap().to_owned();
        editor.token = text("/access_token");
        editor.refresh_token = text("/refresh_token");
        editor.id = text("/person/id");
        editor.session = text("/session/id");
        editor
    }

    /// A client without a token.
    pub fn anonymous(base: &str) -> Self {
        let http = Client::builder().user_agent("tests").no_proxy().build().unwrap();
        let contract = Contract::load().into();
        let nothing = String::new;
        Self {
            base: base.to_owned(),
            http,
            contract,
            token: nothing(),
            refresh_token: nothing(),
            id: nothing(),
            session: nothing(),
        }
    }

    /// The same session from another local address, such as 127.0.0.2.
    pub fn from_address(&self, address: IpAddr) -> Self {
        let http = Client::builder().user_agent("tests").no_proxy().local_address(address).build().unwrap();
        Self { http, ..self.clone() }
    }

    /// The same session on another server.
    pub fn on_server(&self, base: &str) -> Self {
        Self { base: base.to_owned(), ..self.clone() }
    }

    /// Requests a path below `/editorial/v1`.
    pub fn get(&self, path: &str) -> Request<'_> {
        self.request(Method::GET, path, None)
    }

    pub fn post(&self, path: &str, body: Value) -> Request<'_> {
        self.request(Method::POST, path, Some(("application/json", body)))
    }

    /// Posts without a body.
    pub fn post_empty(&self, path: &str) -> Request<'_> {
        self.request(Method::POST, path, None)
    }

    pub fn put(&self, path: &str, body: Value) -> Request<'_> {
        self.request(Method::PUT, path, Some(("application/json", body)))
    }

    /// Sends a merge patch with this revision or version in `If-Match`.
    pub fn patch(&self, path: &str, revision: i64, body: Value) -> Request<'_> {
        self.request(Method::PATCH, path, Some(("application/merge-patch+json", body))).if_match(revision)
    }

    pub fn delete(&self, path: &str) -> Request<'_> {
        self.request(Method::DELETE, path, None)
    }

    /// A request with any method, media type and body.
    pub fn request(&self, method: Method, path: &str, body: Option<(&'static str, Value)>) -> Request<'_> {
        Request {
            editor: self,
            method,
            path: format!("/editorial/v1{path}"),
            body,
            headers: Vec::new(),
            validates_request: true,
        }
    }

    /// Sends a request of the catalogue.
    pub async fn send_catalogue_request(&self, method: &str, request: &CatalogueRequest) -> TestResponse {
        self.catalogue_request(method, request).send().await
    }

    /// Builds a request of the catalogue.
    pub fn catalogue_request(&self, method: &str, from: &CatalogueRequest) -> Request<'_> {
        let request = self.request(method.parse().unwrap(), &from.path, from.body.clone());
        match from.if_match {
            Some(number) => request.if_match(number),
            None => request,
        }
    }

    /// Creates a term through the API and returns its id.
    pub async fn create_term(&self, kind: &str, slug: &str) -> String {
        let body = json!({ "kind": kind, "slug": slug, "name": slug });
        id(&self.post("/terms", body).send().await.expect(201))
    }

    /// Creates a publishable draft through the API.
    pub async fn create_draft(&self, section: &str, slug: &str) -> Value {
        let content = json!({
            "slug": slug, "section": section, "headline": format!("About {slug}"), "standfirst": "A standfirst.",
            "body": format!("The body of {slug}.")
        });
        self.post("/drafts", json!({ "content": content })).send().await.expect(201)
    }
}

/// The `id` member of a response body.
pub fn id(value: &Value) -> String {
    value["id"].as_str().unwrap().to_owned()
}

impl Request<'_> {
    /// Adds `If-Match` with this revision or version.
    pub fn if_match(self, number: i64) -> Self {
        self.header("If-Match", &format!("\"{number}\""))
    }

    /// Adds a new, unique `Idempotency-Key`.
    pub fn once(self) -> Self {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let key = format!("\"key-{}\"", NUMBER.fetch_add(1, Ordering::Relaxed));
        self.header("Idempotency-Key", &key)
    }

    /// Adds a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Skips the validation of the request, to send what the document does not allow. The response is still validated.
    pub fn skip_request_validation(self) -> Self {
        Self { validates_request: false, ..self }
    }

    /// Sends the request. Panics on any 5xx but 503.
    pub async fn send(self) -> TestResponse {
        let response = self.try_send().await.unwrap();
        let text = String::from_utf8_lossy(&response.bytes).into_owned();
        assert!(response.status / 100 != 5 || response.status == 503, "{}: {text}", response.status);
        response
    }

    /// Sends the request to a server that may be down.
    pub async fn try_send(self) -> Result<TestResponse, reqwest::Error> {
        let Self { editor, method, path: path_and_query, body, headers, validates_request } = self;
        let (path, query) = path_and_query.split_once('?').unwrap_or((&path_and_query, ""));
        if validates_request {
            let body = body.as_ref().map(|(media_type, value)| (*media_type, value));
            editor.contract.validate_request(&ContractRequest { method: method.as_str(), path, query, body });
        }
        let mut request = editor.http.request(method.clone(), format!("{}{path_and_query}", editor.base));
        if !editor.token.is_empty()
            && !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("authorization"))
        {
            request = request.header(AUTHORIZATION, format!("Bearer {}", editor.token));
        }
        if let Some((media_type, value)) = &body {
            request = request.header(CONTENT_TYPE, *media_type).body(value.to_string());
        }
        for (name, value) in &headers {
            request = request.header(name, value);
        }
        let response = request.send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.bytes().await?.to_vec();
        let response = TestResponse { status, headers, bytes };
        assert_eq!(response.header("cache-control"), "no-store", "{method} {path}");
        if method != Method::HEAD && method != Method::OPTIONS {
            editor.contract.validate_response(
                method.as_str(),
                path,
                status,
                response.header("content-type"),
                &response.bytes,
            );
            if status == 201 {
                let documented = editor.contract.documents_header(method.as_str(), path, status, "Location");
                assert_eq!(
                    documented,
                    response.headers.contains_key("location"),
                    "{method} {path}: Location"
                );
            }
        }
        Ok(response)
    }
}
