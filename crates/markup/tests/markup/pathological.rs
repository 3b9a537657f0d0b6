//! Bodies that are slow to parse or could overflow the stack. A test passes if rendering finishes.

use std::thread;

use domain::{Content, Terms};
use markup::{check_draft, derive_standfirst, render};

/// The default stack size of a thread.
const TWO_MEBIBYTES: usize = 1 << 21;

/// A body of the maximum length.
fn full(piece: &str) -> String {
    piece.repeat((1 << 20) / piece.len())
}

/// Long enough to reveal quadratic cost, and short enough for an unoptimised build.
fn filled(piece: &str) -> String {
    piece.repeat((1 << 17) / piece.len())
}

fn nested_list(levels: usize, marker: &str) -> String {
    (0..levels).map(|level| format!("{}{marker}x\n", "  ".repeat(level))).collect()
}

fn attributes(count: usize) -> String {
    (0..count).map(|n| format!(" a{n}=1")).collect()
}

fn bodies() -> Vec<(&'static str, String)> {
    [blocks_and_inlines(), rich(), raw_html(), repetitions(), code()].concat()
}

/// The code that certain grammars are slowest with: as much as is highlighted, and more than that.
fn code() -> Vec<(&'static str, String)> {
    let listing = |language: &str, line: String, lines: usize| {
        format!("```{language}\n{}```\n", format!("{line}\n").repeat(lines))
    };
    vec![
        ("a long word of C#", listing("cs", "a".repeat(2_400), 1)),
        ("words of C#", listing("cs", "a".repeat(480), 22)),
        ("more words of C#", listing("cs", "a".repeat(480), 500)),
        ("brackets of D", listing("d", "[".repeat(60), 900)),
        ("spaces in CSS", listing("css", " ".repeat(2_400), 1)),
    ]
}

fn rich() -> Vec<(&'static str, String)> {
    let notes: String = (0..8_000).map(|n| format!("[^{n}]")).collect();
    let definitions: String = (0..8_000).map(|n| format!("[^{n}]: x\n")).collect();
    vec![
        ("one footnote over and over", filled("[^a]") + "\n\n[^a]: x\n"),
        ("footnotes that are not there", filled("[^a]")),
        ("many footnotes", format!("{notes}\n\n{definitions}")),
        ("a footnote in itself", "[^a]\n\n[^a]: ".to_owned() + &filled("[^a]")),
        (
            "footnotes in each other",
            "[^0]\n\n".to_owned()
                + &(0..8_000).map(|n| format!("[^{n}]: [^{}]\n", n + 1)).collect::<String>(),
        ),
        ("nested footnotes", "[^a]\n\n".to_owned() + &"[^a]: ".repeat(10_000)),
        ("openings of alerts", filled("> [!NOTE]\n")),
        ("nested alerts", "> [!NOTE] ".repeat(10_000)),
        ("openings of formulas", filled("$`")),
        ("closings of formulas", filled("`$")),
        ("words after a fence", "```".to_owned() + &filled("title=\"{")),
    ]
}

fn blocks_and_inlines() -> Vec<(&'static str, String)> {
    vec![
        ("nested quotes", "> ".repeat(10_000) + "x"),
        ("tight nested quotes", filled(">")),
        ("nested lists", "- ".repeat(10_000) + "x"),
        ("nested lists and blank lines", "- ".repeat(100_000) + "x\n" + &"\n".repeat(800_000)),
        ("hundred lists and blank lines", "- ".repeat(99) + "x\n" + &filled("\n")),
        ("ordered lists", "1. ".repeat(10_000) + "x"),
        ("a stair of lists", nested_list(700, "- ") + &filled("\n")),
        ("lazy lines", "> ".repeat(90) + &filled("a\n")),
        ("brackets", full("[")),
        ("closing brackets", filled("]")),
        ("brackets in pairs", filled("[]")),
        ("link openings", filled("[a](")),
        ("nested images", "![".repeat(100_000) + &"](a)".repeat(100_000)),
        ("stars", full("*")),
        ("nested strong", "**".repeat(100_000) + "a" + &"**".repeat(100_000)),
        ("alternating emphasis", filled("*a_ ")),
        ("strikes", filled("~a~~ ")),
        ("backticks", full("`")),
        ("growing backticks", (1..1400).map(|n| "`".repeat(n) + " ").collect()),
        ("less-than signs", full("<")),
        ("links to nowhere", filled("[a]() ")),
        ("pictures of nothing", filled("![](x) ")),
        ("entities", filled("&amp;")),
        ("backslashes", filled("\\")),
    ]
}

fn raw_html() -> Vec<(&'static str, String)> {
    let distinct: String = (0..200).map(|n| format!("<b title={n}>")).collect();
    vec![
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
        ("lists that hold more than items", "<ul>x<li>".repeat(110)),
        ("figures in figures", "<figure>".repeat(200) + &filled("<b>x</b>")),
        ("marks in code", "<div>".repeat(200) + "<pre><code>" + &filled("<b>x</b>")),
    ]
}

fn repetitions() -> Vec<(&'static str, String)> {
    vec![
        ("addresses", filled("www.a.b ")),
        ("mail addresses", filled("a@b.c ")),
        ("at signs", filled("a@")),
        ("dots", filled("www.")),
        ("schemes", filled("http://")),
        ("equal headings", filled("# a\n")),
        ("author's ids", (0..4_000).map(|n| format!("<p id={n}-x>\n\n")).collect()),
        (
            "references",
            (0..30_000).map(|n| format!("[{n}]: x\n")).collect::<String>() + &"[1]".repeat(100_000),
        ),
        ("same reference", format!("[a]: {}\n\n", "b".repeat(5_000)) + &"[a] ".repeat(20_000)),
        ("wide table", format!("{}\n{}\n{}", "a|".repeat(1_000), "-|".repeat(1_000), "a\n".repeat(40_000))),
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
fn pathological_bodies_are_rendered_on_a_small_stack() {
    for (name, body) in bodies() {
        let forms = move || {
            let rendering = render(&body);
            (check_draft(&Content::default(), &[], &Terms::new(), &rendering, &[]), derive_standfirst(&body))
        };
        let thread = thread::Builder::new().stack_size(TWO_MEBIBYTES).spawn(forms).unwrap();
        let finished = thread.join();
        assert!(finished.is_ok(), "{name}");
    }
}
