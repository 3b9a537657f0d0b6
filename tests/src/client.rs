//! A reader of the delivery API that believes nothing: what it sends and what it gets is held against the document.

use reqwest::header::HeaderMap;
use reqwest::{Client, Method};
use serde_json::Value;

use crate::contract::{Asked, Contract};

/// Somebody who reads.
pub struct Reader {
    base: String,
    http: Client,
    contract: Contract,
}

/// What came back.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, as sent.
    pub bytes: Vec<u8>,
}

impl Reader {
    /// Somebody who reads at this address.
    pub fn at(base: String) -> Self {
        let http = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
        Self { base, http, contract: Contract::committed() }
    }

    /// Asks for a path and query that the document describes.
    pub async fn get(&self, path_and_query: &str) -> Answer {
        let (path, query) = path_and_query.split_once('?').unwrap_or((path_and_query, ""));
        self.contract.check_request(&Asked { method: "GET", path, query, body: None });
        self.unchecked(Method::GET, path_and_query, &[]).await
    }

    /// Asks with headers of one's own.
    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.unchecked(Method::GET, path, headers).await
    }

    /// Asks for what the document may not describe. The answer is held against it all the same.
    pub async fn unchecked(&self, method: Method, path_and_query: &str, headers: &[(&str, &str)]) -> Answer {
        let answer = self.send(method.clone(), path_and_query, headers).await;
        if method == Method::GET && answer.header("content-encoding").is_empty() {
            let path = path_and_query.split('?').next().unwrap();
            let media_type = answer.header("content-type");
            self.contract.check_answer("GET", path, answer.status, media_type, &answer.bytes);
        }
        answer
    }

    /// Asks for a page for people, or anything else that is no part of the API.
    pub async fn page(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[]).await
    }

    /// Asks while the server may have to refuse.
    pub async fn in_trouble(&self, path_and_query: &str) -> Answer {
        self.ask(Method::GET, path_and_query, &[]).await
    }

    async fn send(&self, method: Method, path_and_query: &str, headers: &[(&str, &str)]) -> Answer {
        let answer = self.ask(method, path_and_query, headers).await;
        assert_ne!(answer.status / 100, 5, "{path_and_query}: {}", answer.text());
        answer
    }

    /// Asks where there may be no server, or something else answers in its place.
    pub async fn try_get(&self, path: &str) -> Option<Answer> {
        self.try_get_with(path, &[]).await
    }

    /// The same, with headers.
    pub async fn try_get_with(&self, path: &str, headers: &[(&str, &str)]) -> Option<Answer> {
        self.try_ask(Method::GET, path, headers).await.ok()
    }

    async fn ask(&self, method: Method, path_and_query: &str, headers: &[(&str, &str)]) -> Answer {
        let answer = self.try_ask(method, path_and_query, headers).await.unwrap();
        assert!(answer.headers.contains_key("cache-control"), "{path_and_query} has no cache policy");
        answer
    }

    async fn try_ask(
        &self,
        method: Method,
        path_and_query: &str,
        headers: &[(&str, &str)],
    ) -> Result<Answer, reqwest::Error> {
        let mut request = self.http.request(method, format!("{}{path_and_query}", self.base));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = request.send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.bytes().await?.to_vec();
        Ok(Answer { status, headers, bytes })
    }
}

impl Answer {
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
