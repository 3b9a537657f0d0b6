//! The API reference: the list of all operations, Swagger UI for each OpenAPI document, and the documents themselves.

use std::sync::Arc;

use bytes::Bytes;
use serde_json::Value;
use utoipa_swagger_ui::Config;

use crate::docs_site::templates;
use crate::docs_site::templates::{LazyPage, MarkdownPage};
use crate::http::cache_control::Policy;
use crate::http::prepared_response::PreparedResponse;
use crate::openapi;

/// A document: its name in URLs, its title, its path, and the function that generates it.
type Document = (&'static str, &'static str, &'static str, fn() -> String);

const DOCUMENTS: [Document; 2] = [
    ("delivery", "Delivery API", "/openapi/delivery.v1.json", openapi::delivery),
    ("editorial", "Editorial API", "/openapi/editorial.v1.json", openapi::editorial),
];

/// The page with the list of operations.
pub(super) fn index() -> LazyPage {
    LazyPage::new("/docs/reference/", list)
}

fn list() -> MarkdownPage {
    let mut text = String::from(
        "# API reference\n\nTwo OpenAPI 3.1 documents describe the server. Each operation links to Swagger UI, where you \
         can try it out.\n",
    );
    for (name, title, address, document) in DOCUMENTS {
        let document: Value = serde_json::from_str(&document()).unwrap_or_default();
        text.push_str(&format!(
            "\n## {title}\n\n[Try it out](/docs/reference/{name}), or download the document: [`{address}`]({address}).\n"
        ));
        for tag in document.pointer("/tags").and_then(Value::as_array).into_iter().flatten() {
            let (tag, description) = (text_of(tag, "name"), text_of(tag, "description"));
            text.push_str(&format!("\n### {}\n\n{description}\n\n", capitalised(tag)));
            let tagged =
                operations(&document).filter(|operation| tags(operation.operation).any(|other| other == tag));
            text.extend(tagged.map(|operation| operation.line(name)));
        }
    }
    MarkdownPage::new("/docs/reference/", &text)
}

#[derive(Clone, Copy)]
pub(super) struct Operation<'i> {
    method: &'i str,
    path: &'i str,
    operation: &'i Value,
}

/// All operations of a document.
pub(super) fn operations(document: &Value) -> impl Iterator<Item = Operation<'_>> {
    let paths = document.pointer("/paths").and_then(Value::as_object);
    paths.into_iter().flatten().flat_map(|(path, item)| {
        let operations = item.as_object().into_iter().flatten();
        operations.map(move |(method, operation)| Operation { method, path, operation })
    })
}

impl Operation<'_> {
    /// Whether the operation documents a response with this problem.
    pub(super) fn responds_with(self, problem: &str) -> bool {
        let example = format!("/content/application~1problem+json/examples/{problem}");
        let responses = self.operation.get("responses").and_then(Value::as_object);
        responses.into_iter().flatten().any(|(_, response)| response.pointer(&example).is_some())
    }

    /// A Markdown list item: the summary as a link to Swagger UI, the method and the path.
    pub(super) fn line(self, document: &str) -> String {
        let Self { method, path, operation } = self;
        let id = text_of(operation, "operationId");
        let summary = text_of(operation, "summary").trim_end_matches('.');
        let tag = tags(operation).next().unwrap_or_default();
        let method = method.to_ascii_uppercase();
        format!("- [{summary}](/docs/reference/{document}#/{tag}/{id}) `{method} {path}`\n")
    }
}

fn tags(operation: &Value) -> impl Iterator<Item = &str> {
    operation.get("tags").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

fn text_of<'i>(value: &'i Value, member: &str) -> &'i str {
    value.get(member).and_then(Value::as_str).unwrap_or_default()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// The pages with Swagger UI, and its files.
pub(super) fn files() -> impl Iterator<Item = (String, PreparedResponse)> {
    let pages = DOCUMENTS.into_iter().map(|(name, title, address, _)| {
        (format!("/docs/reference/{name}"), templates::reference(title, address))
    });
    let vendored = [
        ("swagger-ui.css", "text/css; charset=utf-8"),
        ("swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
    ];
    let vendored = vendored.into_iter().filter_map(|(name, media_type)| {
        let file = utoipa_swagger_ui::serve(name, Arc::new(Config::default())).ok()??;
        let bytes = Bytes::from(file.bytes.into_owned());
        Some((format!("/docs/reference/{name}"), PreparedResponse::new(bytes, media_type, Policy::Document)))
    });
    pages.chain(vendored)
}

/// The documents: path and generator.
pub(super) fn documents() -> impl Iterator<Item = (&'static str, fn() -> String)> {
    DOCUMENTS.into_iter().map(|(_, _, address, document)| (address, document))
}
