//! The pages about problems, generated from the table of kinds: the list, and a page at the `type` URI of each kind.

use std::sync::LazyLock;

use serde_json::Value;

use crate::docs_site::reference;
use crate::docs_site::templates::{LazyPage, MarkdownPage};
use crate::openapi;
use crate::problem::{PROBLEM_DEFINITIONS, ProblemDefinition, example};

/// The list and the pages.
pub(super) fn pages() -> impl Iterator<Item = LazyPage> {
    let all = LazyPage::new(LIST, || MarkdownPage::new(LIST, &list()));
    let one = |row: &'static ProblemDefinition| {
        LazyPage::new(path(row), || MarkdownPage::new(path(row), &page(row, &DOCUMENT)))
    };
    std::iter::once(all).chain(PROBLEM_DEFINITIONS.iter().map(one))
}

const LIST: &str = "/docs/problems/";

/// The editorial document: it says which operations can respond with a problem.
static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(&openapi::editorial()).unwrap_or_default());

fn path(row: &ProblemDefinition) -> String {
    format!("{LIST}{}", row.name)
}

fn list() -> String {
    let rows = PROBLEM_DEFINITIONS.iter().map(|row| {
        let ProblemDefinition { kind: _, name, status, title, advice: _ } = row;
        format!("| {status} | [{name}](/docs/problems/{name}) | {title} |\n")
    });
    format!(
        "# Problems\n\nWhat is refused is answered as problem details (RFC 9457). The `type` of a problem leads to its \
         page here. How to handle them says [Errors](/docs/errors).\n\n| status | type | title |\n| --- | --- | --- |\n{}",
        rows.collect::<String>()
    )
}

fn page(row: &ProblemDefinition, document: &Value) -> String {
    let ProblemDefinition { kind: _, name, status, title, advice } = row;
    let example = serde_json::to_string_pretty(&example(row)).unwrap_or_default();
    let answering: String = reference::operations(document)
        .filter(|operation| operation.answers(name))
        .map(|operation| operation.line("editorial"))
        .collect();
    let answering = if answering.is_empty() {
        answering
    } else {
        format!("\n## Where it can be answered\n\n{answering}")
    };
    format!(
        "# {title}\n\nStatus **{status}**, type `/docs/problems/{name}`.\n\n## What to do\n\n{advice}\n\n\
         ## An example\n\n```json\n{example}\n```\n{answering}"
    )
}
