//! A reader of the delivery API that believes nothing: what it sends and what it gets is held against the document.

use reqwest::header::HeaderMap;
use reqwest::{Client, Method};
use serde_json::Value;

use crate::contract::{Contract, ContractRequest};

/// Somebody who reads.
pub struct Reader {
    base: String,
    http: Client,
    contract: Contract,
}

/// What came back.
pub struct TestResponse {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, as sent.
    pub bytes: Vec<u8>,
}

impl Reader {
    /// Somebody who reads at this address.
    pub fn new(base: String) -> Self {
        let http = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
        Self { base, http, contract: Contract::load() }
    }

    /// Asks for a path and query that the document describes.
    pub async fn get(&self, path_and_query: &str) -> TestResponse {
        let (path, query) = path_and_query.split_once('?').unwrap_or((path_and_query, ""));
        self.contract.validate_request(&ContractRequest { method: "GET", path, query, body: None });
        self.request_unvalidated(Method::GET, path_and_query, &[]).await
    }

    /// Asks with headers of one's own.
    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> TestResponse {
        self.request_unvalidated(Method::GET, path, headers).await
    }

    /// Asks for what the document may not describe. The response is held against it all the same.
    pub async fn request_unvalidated(
        &self,
        method: Method,
        path_and_query: &str,
        headers: &[(&str, &str)],
    ) -> TestResponse {
        let response = self.send(method.clone(), path_and_query, headers).await;
        if method == Method::GET && response.header("content-encoding").is_empty() {
            let path = path_and_query.split('?').next().unwrap();
            let media_type = response.header("content-type");
            self.contract.validate_response("GET", path, response.status, media_type, &response.bytes);
        }
        response
    }

    /// Asks for a page for people, or anything else that is no part of the API.
    pub async fn get_page(&self, path: &str) -> TestResponse {
        self.send(Method::GET, path, &[]).await
    }

    /// Asks while the server may have to refuse.
    pub async fn get_allowing_5xx(&self, path_and_query: &str) -> TestResponse {
        self.request(Method::GET, path_and_query, &[]).await
    }

    async fn send(&self, method: Method, path_and_query: &str, headers: &[(&str, &str)]) -> TestResponse {
        let response = self.request(method, path_and_query, headers).await;
        assert_ne!(response.status / 100, 5, "{path_and_query}: {}", response.text());
        response
    }

    /// Asks where there may be no server, or something else responses in its place.
    pub async fn try_get(&self, path: &str) -> Option<TestResponse> {
        self.try_get_with(path, &[]).await
    }

    /// The same, with headers.
    pub async fn try_get_with(&self, path: &str, headers: &[(&str, &str)]) -> Option<TestResponse> {
        self.try_request(Method::GET, path, headers).await.ok()
    }

    async fn request(&self, method: Method, path_and_query: &str, headers: &[(&str, &str)]) -> TestResponse {
        let response = self.try_request(method, path_and_query, headers).await.unwrap();
        assert!(response.headers.contains_key("cache-control"), "{path_and_query} has no cache policy");
        response
    }

    async fn try_request(
        &self,
        method: Method,
        path_and_query: &str,
        headers: &[(&str, &str)],
    ) -> Result<TestResponse, reqwest::Error> {
        let mut request = self.http.request(method, format!("{}{path_and_query}", self.base));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = request.send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.bytes().await?.to_vec();
        Ok(TestResponse { status, headers, bytes })
    }
}

impl TestResponse {
    /// The body as JSON, if the status is the one expected.
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", String::from_utf8_lossy(&self.bytes));
        serde_json::from_slice(&self.bytes).unwrap_or_default()
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// A header as text; empty when absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}
