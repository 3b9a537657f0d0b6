//! The pages about problems, generated from the table of kinds: the list, and a page at the `type` URI of each kind.

use std::sync::LazyLock;

use serde_json::Value;

use crate::docs_site::reference;
use crate::docs_site::templates::{LazyPage, MarkdownPage};
use crate::openapi;
use crate::problem::{PROBLEM_DEFINITIONS, ProblemDefinition, example};

/// The list and the pages.
pub(super) fn pages() -> impl Iterator<Item = LazyPage> {
    let list = LazyPage::new(LIST, || MarkdownPage::new(LIST, &list_markdown()));
    let page = |row: &'static ProblemDefinition| {
        LazyPage::new(path(row), || MarkdownPage::new(path(row), &page_markdown(row, &DOCUMENT)))
    };
    std::iter::once(list).chain(PROBLEM_DEFINITIONS.iter().map(page))
}

const LIST: &str = "/docs/problems/";

/// The editorial document: it says which operations can respond with a problem.
static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(&openapi::editorial()).unwrap_or_default());

fn path(row: &ProblemDefinition) -> String {
    format!("{LIST}{}", row.name)
}

fn list_markdown() -> String {
    let rows = PROBLEM_DEFINITIONS.iter().map(|row| {
        let ProblemDefinition { kind: _, name, status, title, advice: _ } = row;
        format!("| {status} | [{name}](/docs/problems/{name}) | {title} |\n")
    });
    format!(
        "# Problems\n\nErrors are problem details (RFC 9457). The `type` of a problem is the path of its page here. See \
         [Errors](/docs/errors) for how to handle them.\n\n| status | type | title |\n| --- | --- | --- |\n{}",
        rows.collect::<String>()
    )
}

fn page_markdown(row: &ProblemDefinition, document: &Value) -> String {
    let ProblemDefinition { kind: _, name, status, title, advice } = row;
    let example = serde_json::to_string_pretty(&example(row)).unwrap_or_default();
    let operations: String = reference::operations(document)
        .filter(|operation| operation.responds_with(name))
        .map(|operation| operation.line("editorial"))
        .collect();
    let operations = if operations.is_empty() {
        operations
    } else {
        format!("\n## Operations that respond with it\n\n{operations}")
    };
    format!(
        "# {title}\n\nStatus **{status}**, type `/docs/problems/{name}`.\n\n## What to do\n\n{advice}\n\n\
         ## An example\n\n```json\n{example}\n```\n{operations}"
    )
}
