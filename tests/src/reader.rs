//! A client of the delivery API that validates requests and responses against the OpenAPI document.

use reqwest::header::HeaderMap;
use reqwest::{Client, Method};
use serde_json::Value;

use crate::contract::{Contract, ContractRequest};

/// A client of the delivery API.
pub struct Reader {
    base: String,
    http: Client,
    contract: Contract,
}

/// A response with its whole body.
pub struct TestResponse {
    pub status: u16,
    pub headers: HeaderMap,
    /// The body as sent, compressed if a content encoding was negotiated.
    pub bytes: Vec<u8>,
}

impl Reader {
    /// A client for the server at this URL.
    pub fn new(base: String) -> Self {
        let http = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
        Self { base, http, contract: Contract::load() }
    }

    /// Requests a path and query that the document describes.
    pub async fn get(&self, path_and_query: &str) -> TestResponse {
        let (path, query) = path_and_query.split_once('?').unwrap_or((path_and_query, ""));
        self.contract.validate_request(&ContractRequest { method: "GET", path, query, body: None });
        self.request_unvalidated(Method::GET, path_and_query, &[]).await
    }

    /// Requests a path with headers, without validating the request.
    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> TestResponse {
        self.request_unvalidated(Method::GET, path, headers).await
    }

    /// Sends a request that the document may not describe. Responses to GET are still validated.
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

    /// Requests a page that is no part of the API.
    pub async fn get_page(&self, path: &str) -> TestResponse {
        self.send(Method::GET, path, &[]).await
    }

    /// Requests a path when a 5xx is acceptable. Nothing is validated but the presence of `Cache-Control`.
    pub async fn get_allowing_5xx(&self, path_and_query: &str) -> TestResponse {
        self.request(Method::GET, path_and_query, &[]).await
    }

    async fn send(&self, method: Method, path_and_query: &str, headers: &[(&str, &str)]) -> TestResponse {
        let response = self.request(method, path_and_query, headers).await;
        assert_ne!(response.status / 100, 5, "{path_and_query}: {}", response.text());
        response
    }

    /// Requests a path when there may be no server, or another program behind the address. Nothing is validated.
    pub async fn try_get(&self, path: &str) -> Option<TestResponse> {
        self.try_get_with(path, &[]).await
    }

    /// The same with headers.
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
    /// Asserts the status and returns the body as JSON; null if it is not JSON.
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", String::from_utf8_lossy(&self.bytes));
        serde_json::from_slice(&self.bytes).unwrap_or_default()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The value of a header; empty when absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}
