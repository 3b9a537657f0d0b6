//! The typed tree of a body: what each kind of block is read as, and what its id depends on.

use markup::render;
use serde_json::{Value, json};

/// The tree as JSON.
fn tree(body: &str) -> Value {
    serde_json::to_value(render(body).blocks).unwrap_or_default()
}

/// The tree without ids, which have tests of their own.
fn blocks(body: &str) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(members) => {
                if members.get("id").is_some_and(|id| id.as_str().is_some_and(|id| id.starts_with("b-"))) {
                    members.shift_remove("id");
                }
                members.values_mut().for_each(strip);
            }
            Value::Array(items) => items.iter_mut().for_each(strip),
            _ => {}
        }
    }
    let mut tree = tree(body);
    strip(&mut tree);
    tree
}

fn text(text: &str) -> Value {
    json!({ "type": "text", "text": text })
}

fn paragraph(words: &str) -> Value {
    json!({ "type": "paragraph", "content": [text(words)] })
}

#[test]
fn inlines_have_types() {
    assert_eq!(
        blocks("A *b **c*** `d` [e](/f \"T\")\ng  \nh ~~i~~ $`j`$ ![k](/l.png)")[0]["content"],
        json!([
            text("A "),
            { "type": "styled", "style": "emphasis", "content": [
                text("b "), { "type": "styled", "style": "strong", "content": [text("c")] }
            ] },
            text(" "),
            { "type": "code", "text": "d" },
            text(" "),
            { "type": "link", "href": "&url-site;/f", "title": "T", "content": [text("e")] },
            text(" g"),
            { "type": "break" },
            text("h "),
            { "type": "styled", "style": "deletion", "content": [text("i")] },
            text(" "),
            { "type": "math", "text": "j" },
            text(" "),
            { "type": "image", "src": "&url-site;/l.png", "alt": "k", "title": null, "width": null, "height": null },
        ])
    );
}

#[test]
fn heading_ids_are_their_anchors() {
    assert_eq!(
        tree("## Why it stalls"),
        json!([
            { "type": "heading", "id": "why-it-stalls", "level": 2, "content": [text("Why it stalls")] }
        ])
    );
}

#[test]
fn lists_contain_blocks() {
    assert_eq!(
        blocks("- a\n- b\n\n  c"),
        json!([{ "type": "list", "ordered": false, "start": null, "items": [
        { "checked": null, "blocks": [paragraph("a")] },
        { "checked": null, "blocks": [paragraph("b"), paragraph("c")] },
    ] }])
    );
    assert_eq!(
        blocks("3. a\n   - b"),
        json!([{ "type": "list", "ordered": true, "start": 3, "items": [
        { "checked": null, "blocks": [paragraph("a"), { "type": "list", "ordered": false, "start": null, "items": [
            { "checked": null, "blocks": [paragraph("b")] }
        ] }] },
    ] }])
    );
    for tasks in ["- [x] a\n- [ ] b", "- [x] a\n\n- [ ] b"] {
        let items = blocks(tasks)[0]["items"].clone();
        assert_eq!((&items[0]["checked"], &items[1]["checked"]), (&json!(true), &json!(false)));
        assert_eq!(items[0]["blocks"], json!([paragraph("a")]));
    }
}

#[test]
fn quotes_alerts_and_details_contain_blocks() {
    assert_eq!(
        blocks("> a\n>\n> b"),
        json!([{ "type": "quote", "blocks": [paragraph("a"), paragraph("b")] }])
    );
    assert_eq!(
        blocks("> [!WARNING] Mind it\n> a"),
        json!([
            { "type": "alert", "kind": "warning", "title": "Mind it", "blocks": [paragraph("a")] }
        ])
    );
    assert_eq!(
        blocks("<details open><summary>S</summary>\n\na\n\n</details>"),
        json!([
            { "type": "details", "summary": [text("S")], "open": true, "blocks": [paragraph("a")] }
        ])
    );
}

#[test]
fn code_blocks_have_tokens_and_highlighted_lines() {
    let code = &blocks("```rust title=\"a.rs\" {1,3-9}\nlet a = 1;\n\n// b\n```")[0];
    assert_eq!(code["type"], "code");
    assert_eq!((&code["language"], &code["title"]), (&json!("rust"), &json!("a.rs")));
    assert_eq!(code["highlighted_lines"], json!([1, 3]));
    assert_eq!(code["text"], "let a = 1;\n\n// b");
    let tokens = code["tokens"].as_array().unwrap();
    assert_eq!(tokens[0], json!({ "kind": "keyword", "text": "let" }));
    assert!(tokens.contains(&json!({ "kind": "comment", "text": "// b" })), "{tokens:?}");
    let joined: String = tokens.iter().map(|token| token["text"].as_str().unwrap()).collect();
    assert_eq!(joined, code["text"]);
    assert_eq!(
        blocks("    plain"),
        json!([{ "type": "code", "language": null, "title": null,
        "highlighted_lines": [], "text": "plain", "tokens": [{ "kind": null, "text": "plain" }] }])
    );
    assert_eq!(blocks("```math\n2^n\n```"), json!([{ "type": "math", "text": "2^n" }]));
}

#[test]
fn figures_and_embeds_are_blocks() {
    assert_eq!(
        blocks("![A](/a.svg \"C\")"),
        json!([{ "type": "figure", "src": "&url-site;/a.svg", "alt": "A", "width": null,
        "height": null, "caption": [text("C")] }])
    );
    assert_eq!(
        blocks("https://youtu.be/dQw4w9WgXcQ"),
        json!([
            { "type": "embed", "provider": "youtube", "url": "https://youtu.be/dQw4w9WgXcQ" }
        ])
    );
}

#[test]
fn tables_have_rows_and_cells() {
    let cell = |header: bool, align: Value, words: &str| json!({ "header": header, "align": align, "column_span": 1, "row_span": 1, "content": [text(words)] });
    assert_eq!(
        blocks("|a|b|\n|-|-:|\n|c|d|"),
        json!([{ "type": "table", "caption": null, "rows": [
        { "header": true, "cells": [cell(true, Value::Null, "a"), cell(true, json!("right"), "b")] },
        { "header": false, "cells": [cell(false, Value::Null, "c"), cell(false, json!("right"), "d")] },
    ] }])
    );
}

#[test]
fn footnotes_link_to_their_references_and_back() {
    let tree = blocks("a[^x] b[^x]\n\n[^x]: One.\n\n    Two.\n\n---\n");
    assert_eq!(
        tree[0]["content"][1],
        json!({ "type": "footnote_reference", "number": 1, "id": "fnref:1", "target": "fn:1" })
    );
    assert_eq!(tree[1], json!({ "type": "divider" }));
    assert_eq!(
        tree[2],
        json!({ "type": "footnotes", "id": "footnotes", "notes": [{ "number": 1, "id": "fn:1",
        "references": ["fnref:1", "fnref:1:2"], "blocks": [paragraph("One."), paragraph("Two.")] }] })
    );
}

#[test]
fn raw_html_becomes_typed_blocks() {
    assert_eq!(
        blocks("<div>\n\na\n\n<p>b</p></div>\n<script>c</script>"),
        json!([paragraph("a"), paragraph("b")])
    );
    assert_eq!(blocks("<dl><dt>a</dt><dd>b</dd></dl>"), json!([paragraph("a"), paragraph("b")]));
    assert_eq!(
        blocks("<kbd>a</kbd> <span>b</span>"),
        json!([{ "type": "paragraph", "content": [
        { "type": "styled", "style": "keyboard", "content": [text("a")] }, text(" b")
    ] }])
    );
    // Raw HTML that imitates generated markup but contains more is read as its content, so that nothing is lost.
    for (look, words) in [
        ("<ul>a<li>b</li></ul>", "a b"),
        ("<section class=footnotes><ol><li>a</li></ol></section>", "a"),
        ("<figure class=embed data-embed=x><a href=/a>b</a></figure>", "b"),
        ("<figure class=code>a<pre>b</pre></figure>", "a b"),
        ("<sup class=footnote-ref><a href='#fn:1'>1</a></sup>", "1"),
        ("<table><tr><td><p>a</p><p>b</p></td></tr></table>", "a b"),
    ] {
        let said = render(look).text;
        assert_eq!(said.split_whitespace().collect::<Vec<_>>().join(" "), words, "{look}");
    }
}

#[test]
fn block_ids_depend_only_on_the_text_of_the_block() {
    let id = |body: &str, place: usize| tree(body)[place]["id"].clone();
    let alone = id("One thought.", 0);
    assert!(alone.as_str().unwrap().starts_with("b-"));
    assert_eq!(id("Another.\n\nOne **thought**.\n\n# End", 1), alone);
    assert_ne!(id("Another thought.", 0), alone);
    assert_eq!(id("One thought.\n\nOne thought.", 1), format!("{}-2", alone.as_str().unwrap()));
    assert_ne!(id("![](/a.png \"x\")", 0), id("![](/b.png \"x\")", 0));
    assert_eq!(id("a[^1]\n\n# Footnotes\n\n[^1]: b", 2), "footnotes-2");
}

#[test]
fn too_deeply_nested_blocks_are_flattened() {
    let body = format!("{}deep {}stressed", "> ".repeat(100), "*a **b ".repeat(60));
    let json = serde_json::to_string(&render(&body).blocks).unwrap();
    let read: Result<Value, _> = serde_json::from_str(&json);
    assert!(read.is_ok_and(|read| read.to_string().contains("deep")));
}
