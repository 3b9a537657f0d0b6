//! Extracts the text of HTML and of block trees without any code of this crate.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use serde_json::Value;

/// The text of HTML, without footnote references and back links.
pub(crate) fn text_in(html: &str) -> String {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let dom = parse_fragment(RcDom::default(), ParseOpts::default(), context, Vec::new(), false).one(html);
    let mut text = String::new();
    push_text(&dom.document, &mut text);
    text
}

fn push_text(node: &Handle, out: &mut String) {
    if let NodeData::Text { contents } = &node.data {
        out.push_str(&contents.borrow());
    }
    if let NodeData::Element { attrs, .. } = &node.data {
        let attrs = attrs.borrow();
        let value = |name: &str| attrs.iter().find(|a| &*a.name.local == name).map(|a| a.value.to_string());
        let class = value("class").unwrap_or_default();
        let leads = |node: &Handle| match &node.data {
            NodeData::Element { attrs, .. } => {
                attrs.borrow().iter().any(|a| &*a.name.local == "id" && a.value.starts_with("fnref:"))
            }
            _ => false,
        };
        let is_reference = class == "footnote-ref" && node.children.borrow().first().is_some_and(leads);
        if is_reference || class == "footnote-back" {
            return;
        }
    }
    node.children.borrow().iter().for_each(|child| push_text(child, out));
}

/// The text of a block tree, of which only the names of members are known.
pub(crate) fn text_of_tree(tree: &Value) -> String {
    match tree {
        Value::Array(items) => items.iter().map(text_of_tree).collect(),
        Value::Object(members) => {
            let parts = members.iter().map(|(name, value)| match (name.as_str(), value) {
                ("text" | "url", Value::String(text)) => text.clone(),
                ("title", Value::String(title))
                    if members["type"] == "code" || members["type"] == "alert" =>
                {
                    format!("{title}\n")
                }
                ("tokens", _) => String::new(),
                _ => text_of_tree(value),
            });
            // Blocks have ids and inlines none, but for references to footnotes.
            let kind = members.get("type").and_then(Value::as_str);
            let is_inline =
                kind.is_some() && !members.contains_key("id") || kind == Some("footnote_reference");
            let end = if is_inline && kind != Some("break") { "" } else { "\n" };
            parts.collect::<String>() + end
        }
        _ => String::new(),
    }
}

/// The ids of all blocks of a tree.
pub(crate) fn ids_of_tree(tree: &Value) -> Vec<String> {
    match tree {
        Value::Array(items) => items.iter().flat_map(ids_of_tree).collect(),
        Value::Object(members) => {
            let own = members.get("id").and_then(Value::as_str).map(ToOwned::to_owned);
            own.into_iter().chain(members.values().flat_map(ids_of_tree)).collect()
        }
        _ => Vec::new(),
    }
}
