//! Bodies made to keep a parser busy or to overflow the stack. To finish is to pass.
#![expect(clippy::unwrap_used, reason = "a thread that overflowed is to fail the test")]

mod judge;

use std::thread;
use std::time::Instant;

use markup::{render, standfirst_from};

const MEBIBYTE: usize = 1 << 20;

fn filled(piece: &str) -> String {
    piece.repeat(MEBIBYTE / piece.len())
}

fn stair(levels: usize, marker: &str) -> String {
    (0..levels).map(|level| format!("{}{marker}x\n", "  ".repeat(level))).collect()
}

fn attributes(count: usize) -> String {
    (0..count).map(|n| format!(" a{n}=1")).collect()
}

fn bodies() -> Vec<(&'static str, String)> {
    let distinct: String = (0..200).map(|n| format!("<b title={n}>")).collect();
    vec![
        ("nested quotes", "> ".repeat(10_000) + "x"),
        ("tight nested quotes", filled(">")),
        ("nested lists", "- ".repeat(10_000) + "x"),
        ("nested lists and blank lines", "- ".repeat(100_000) + "x\n" + &"\n".repeat(800_000)),
        ("hundred lists and blank lines", "- ".repeat(99) + "x\n" + &"\n".repeat(MEBIBYTE - 300)),
        ("ordered lists", "1. ".repeat(10_000) + "x"),
        ("a stair of lists", stair(700, "- ") + &"\n".repeat(500_000)),
        ("lazy lines", "> ".repeat(90) + &filled("a\n")),
        ("brackets", filled("[")),
        ("closing brackets", filled("]")),
        ("brackets in pairs", filled("[]")),
        ("link openings", filled("[a](")),
        ("nested images", "![".repeat(100_000) + &"](a)".repeat(100_000)),
        ("stars", filled("*")),
        ("nested strong", "**".repeat(100_000) + "a" + &"**".repeat(100_000)),
        ("alternating emphasis", filled("*a_ ")),
        ("strikes", filled("~a~~ ")),
        ("backticks", filled("`")),
        ("growing backticks", (1..1400).map(|n| "`".repeat(n) + " ").collect()),
        ("less-than signs", filled("<")),
        ("entities", filled("&amp;")),
        ("backslashes", filled("\\")),
        ("unclosed comments", filled("<!--")),
        ("unclosed processing", filled("<?")),
        ("unclosed declarations", filled("<!A ")),
        ("unclosed character data", filled("<![CDATA[")),
        ("open divisions", filled("<div>")),
        ("open inline elements", String::from("x ") + &filled("<b>")),
        ("distinct formatting, then paragraphs", format!("x {distinct}\n\n") + &filled("x\n\n")),
        ("what a table does not hold", String::from("<table>\n\n") + &filled("x\n\n")),
        ("links in links", String::from("x ") + &filled("<a href=x>")),
        ("paragraphs out of formatting", filled("<p><b>")),
        ("lists without end", filled("<li>")),
        ("many attributes in a block", format!("<div{}>", attributes(100_000))),
        ("many attributes in tags", format!("x <a{}> y", attributes(4_000)).repeat(25)),
        ("many attributes on lines", format!("<div\n{}>", attributes(100_000).replace(' ', "\n"))),
        ("nested templates", filled("<template>")),
        ("nested selections", filled("<select><option>")),
        ("nested drawings", filled("<svg><desc>")),
        ("addresses", filled("www.a.b ")),
        ("mail addresses", filled("a@b.c ")),
        ("at signs", filled("a@")),
        ("dots", filled("www.")),
        ("schemes", filled("http://")),
        ("equal headings", filled("# a\n")),
        ("author's ids", (0..40_000).map(|n| format!("<p id={n}-x>\n\n")).collect()),
        ("references", (0..30_000).map(|n| format!("[{n}]: x\n")).collect::<String>() + &"[1]".repeat(100_000)),
        ("same reference", format!("[a]: {}\n\n", "b".repeat(5_000)) + &"[a] ".repeat(200_000)),
        ("wide table", format!("{}\n{}\n{}", "a|".repeat(1_000), "-|".repeat(1_000), "a\n".repeat(400_000))),
        ("pipes", filled("|")),
        ("rules", filled("---\n")),
        ("setext", filled("a\n-\n")),
        ("fences", filled("```\n")),
        ("task items", filled("- [x] a\n")),
        ("words", filled("word ")),
        ("one word", filled("x")),
        ("sentences", filled("A b. ")),
        ("carriage returns", filled("\r")),
    ]
}

#[test]
fn every_body_is_rendered_on_a_small_stack() {
    for (name, body) in bodies() {
        let start = Instant::now();
        let render_it = move || {
            let rendering = render(&body);
            let standfirst = standfirst_from(&body);
            (rendering, standfirst)
        };
        let (rendering, _) = thread::Builder::new().stack_size(1 << 21).spawn(render_it).unwrap().join().unwrap();
        let t = start.elapsed().as_millis();
        if t > 300 { eprintln!("{name} {t} ms, html {} {:?}", rendering.html.len(), rendering.html.chars().take(30).collect::<String>()); }
    }
}
