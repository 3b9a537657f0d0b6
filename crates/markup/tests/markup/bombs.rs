//! Bodies of about one mebibyte, each of which repeats one construct that costs a parser more than prose does.

use std::fmt::Write;

/// The largest body that the API accepts, in bytes.
const SIZE: usize = 1 << 20;

/// Prose with ordinary structure, of the same size: what the cost of the others is compared with.
pub(crate) fn prose() -> String {
    let sentence =
        "The tide came in later than the tables said, and nobody on the quay was surprised by it. ";
    let paragraph =
        format!("{}It was *not* the first [report](https://example.org/tide).\n\n", sentence.repeat(6));
    let chapter = |number: usize| format!("## Part {number}\n\n{}", paragraph.repeat(8));
    numbered(chapter)
}

/// The bodies, each with a name that says what it repeats.
pub(crate) fn bombs() -> Vec<(&'static str, String)> {
    [headings(), links(), footnotes(), inlines(), blocks(), tables(), code(), html()].concat()
}

fn repeated(piece: &str) -> String {
    piece.repeat(SIZE / piece.len())
}

/// Pieces that differ by their number, until the size is reached.
fn numbered(piece: impl Fn(usize) -> String) -> String {
    let mut body = String::with_capacity(SIZE);
    for number in 0.. {
        let piece = piece(number);
        if body.len() + piece.len() > SIZE {
            break;
        }
        body.push_str(&piece);
    }
    body
}

/// `count` numbered pieces of one kind, then as many of the other kind as fit.
fn half_and_half(first: impl Fn(usize) -> String, second: impl Fn(usize) -> String) -> String {
    let mut body = String::with_capacity(SIZE);
    let (mut one, mut other) = (String::new(), String::new());
    for number in 0.. {
        let (first, second) = (first(number), second(number));
        if one.len() + other.len() + first.len() + second.len() + 2 > SIZE {
            break;
        }
        one.push_str(&first);
        other.push_str(&second);
    }
    let written = write!(body, "{one}\n\n{other}");
    assert!(written.is_ok());
    body
}

fn headings() -> Vec<(&'static str, String)> {
    vec![
        ("equal headings", repeated("# a\n")),
        ("empty headings", repeated("#\n")),
        ("different headings", numbered(|n| format!("# {n}\n"))),
        ("headings whose anchors collide", half_and_half(|n| format!("# a {n}\n"), |_| "# a\n".to_owned())),
        ("underlined headings", repeated("a\n-\n")),
        ("headings of many levels", numbered(|n| format!("{} x\n", "#".repeat(1 + n % 6)))),
        ("one long heading", format!("# {}", "word ".repeat(SIZE / 5 - 1))),
        ("headings of ideographs", repeated("# 潮\n")),
        ("headings among raw HTML", format!("<b>x</b>\n\n{}", "# a\n".repeat(SIZE / 4 - 4))),
    ]
}

fn links() -> Vec<(&'static str, String)> {
    let article = "[a](article:0198c1a2-7c1e-7000-8000-000000000001) ";
    vec![
        ("addresses with www", repeated("www.a.b ")),
        ("addresses with a scheme", repeated("http://a.b ")),
        ("addresses in angle brackets", repeated("<http://a.b> ")),
        ("addresses that go on and on", repeated("http://a.b/(")),
        ("mail addresses", repeated("a@b.c ")),
        ("almost mail addresses", repeated("a@")),
        ("dots after www", repeated("www.")),
        ("schemes without an address", repeated("http://")),
        ("links to nowhere", repeated("[a]() ")),
        ("links with titles", repeated("[a](b 'c') ")),
        ("links between articles", repeated(article)),
        ("pictures", repeated("![](x) ")),
        ("figures", repeated("![a](b 'c')\n\n")),
        ("embeds", repeated("<https://youtu.be/a>\n\n")),
        ("openings of links", repeated("[a](")),
        ("opening brackets", repeated("[")),
        ("closing brackets", repeated("]")),
        ("opening and closing brackets", repeated("[]")),
        ("openings of pictures", repeated("![")),
        ("nested pictures", "![".repeat(SIZE / 6) + &"](a)".repeat(SIZE / 6)),
        ("many definitions", half_and_half(|n| format!("[{n}]: x\n"), |n| format!("[{n}] "))),
        ("definitions nobody uses", numbered(|n| format!("[{n}]: x\n"))),
        (
            "a long address used often",
            format!("[a]: {}\n\n", "b".repeat(2_000)) + &"[a] ".repeat(SIZE / 4 - 600),
        ),
        (
            "a definition with a long label",
            format!("[{}]: x\n\n", "a".repeat(900)) + &"[a] ".repeat(SIZE / 4 - 300),
        ),
        ("a definition that does not end", format!("[a]: x '{}", "b\n".repeat(SIZE / 2 - 10))),
        ("definitions that do not end", repeated("[a]: x '\n")),
    ]
}

fn footnotes() -> Vec<(&'static str, String)> {
    let chain = numbered(|n| format!("[^{n}]: [^{}]\n", n + 1));
    vec![
        ("one footnote, many references", repeated("[^a]") + "\n\n[^a]: x\n"),
        ("references to no footnote", repeated("[^a]")),
        ("formulas that do not end", repeated("$`[a]: b\n![")),
        ("many footnotes", half_and_half(|n| format!("[^{n}]"), |n| format!("[^{n}]: x\n"))),
        ("footnotes nobody refers to", numbered(|n| format!("[^{n}]: x\n"))),
        ("footnotes of one label", format!("[^a]\n\n{}", "[^a]: x\n".repeat(SIZE / 8 - 2))),
        ("a footnote that refers to itself", "[^a]\n\n[^a]: ".to_owned() + &"[^a]".repeat(SIZE / 4 - 4)),
        ("a chain of footnotes", format!("[^0]\n\n{chain}")),
    ]
}

fn inlines() -> Vec<(&'static str, String)> {
    vec![
        ("entities", repeated("&amp;")),
        ("numeric entities", repeated("&#38;")),
        ("entities without an end", repeated("&amp")),
        ("ampersands", repeated("&")),
        ("angle brackets", repeated("<")),
        ("quotation marks", repeated("\"")),
        ("backslashes", repeated("\\")),
        ("escaped stars", repeated("\\*")),
        ("stars", repeated("*")),
        ("emphasis", repeated("*a* ")),
        ("strong emphasis", repeated("**a** ")),
        ("nested emphasis", "*a ".repeat(SIZE / 6) + &" b*".repeat(SIZE / 6)),
        ("nested strong emphasis", "**".repeat(SIZE / 5) + "a" + &"**".repeat(SIZE / 5)),
        ("emphasis that alternates", repeated("*a_ ")),
        ("underscores in words", repeated("a_b_")),
        ("deletions", repeated("~a~ ")),
        ("deletions that do not match", repeated("~a~~ ")),
        ("backticks", repeated("`")),
        ("short code", repeated("`a` ")),
        ("backtick runs of growing length", numbered(|n| "`".repeat(n + 1) + " ")),
        ("openings of formulas", repeated("$`")),
        ("formulas", repeated("$`a`$ ")),
        ("line breaks", repeated("a  \n")),
        ("short lines", repeated("a\n")),
        ("one word", repeated("x")),
        ("one-letter words", repeated("x ")),
        ("combining marks", repeated("e\u{301}\u{302}\u{303}")),
        ("sentences of one letter", repeated("A. ")),
        ("NUL characters", repeated("\0")),
    ]
}

fn blocks() -> Vec<(&'static str, String)> {
    let stair: String = (0..140).map(|level| format!("{}- x\n", "  ".repeat(level))).collect();
    vec![
        ("short paragraphs", repeated("a\n\n")),
        ("rules", repeated("---\n")),
        ("list items", repeated("- a\n")),
        ("loose list items", repeated("- a\n\n")),
        ("empty list items", repeated("-\n")),
        ("ordered list items", repeated("1. a\n")),
        ("lists of alternating kind", repeated("- a\n+ a\n")),
        ("task items", repeated("- [x] a\n")),
        ("short nested lists", repeated("- - - - a\n")),
        ("a stair of lists, then blank lines", stair.clone() + &"\n".repeat(SIZE - stair.len())),
        ("stairs of lists", repeated(&stair)),
        ("quotes", repeated("> a\n\n")),
        ("a quote of many lines", repeated("> a\n")),
        ("deep quotes", repeated(&("> ".repeat(100) + "a\n\n"))),
        ("quotes of growing depth", numbered(|n| "> ".repeat(1 + n % 140) + "a\n")),
        ("lazy lines in a deep quote", "> ".repeat(140) + &"a\n".repeat(SIZE / 2 - 200)),
        ("deep lists on one line", repeated(&("- ".repeat(100) + "a\n\n"))),
        ("alerts", repeated("> [!NOTE]\n\n")),
        ("alerts with text", repeated("> [!TIP] a\n> b\n\n")),
        ("carriage returns", repeated("\r")),
        ("tabs", repeated("\t")),
        ("blank lines", repeated("\n")),
    ]
}

fn tables() -> Vec<(&'static str, String)> {
    let wide = |columns: usize| format!("{}\n{}\n", "a|".repeat(columns), "-|".repeat(columns));
    vec![
        ("pipes", repeated("|")),
        ("pipes on lines", repeated("|\n")),
        ("small tables", repeated("|a|\n|-|\n\n")),
        ("a table of many rows", wide(2) + &"|a|b|\n".repeat(SIZE / 6 - 10)),
        ("a table of short rows", wide(100) + &"a\n".repeat(SIZE / 2 - 300)),
        ("a table of many columns", wide(SIZE / 4 - 10)),
        ("tables without rows", repeated(&(wide(10) + "\n"))),
        ("rows that are no table", repeated("|a|b\n")),
        ("escaped pipes", wide(2) + &"|\\|\\|".repeat(SIZE / 5 - 10)),
    ]
}

fn code() -> Vec<(&'static str, String)> {
    let listing =
        |language: &str, line: &str| format!("```{language}\n{}```\n", line.repeat(SIZE / line.len() - 20));
    vec![
        ("fences", repeated("```\n")),
        ("small listings", repeated("```\na\n```\n")),
        ("small listings of Rust", repeated("```rust\nfn a() {}\n```\n")),
        ("listings of different languages", {
            let languages = ["rust", "js", "css", "sql", "json", "yaml", "toml", "sh", "html", "python"];
            numbered(|n| {
                languages.iter().cycle().nth(n).map(|name| format!("```{name}\na b\n```\n")).unwrap()
            })
        }),
        ("a listing of many lines", listing("rust", "let a = 1;\n")),
        ("a listing of one line", format!("```js\n{}\n```\n", "a(".repeat(SIZE / 2 - 10))),
        ("indented code", repeated("    a\n")),
        ("words after a fence", "```".to_owned() + &"title=\"{".repeat(SIZE / 8 - 2)),
        ("titled listings", repeated("``` title=\"a\"\nb\n```\n")),
        ("formulas as listings", repeated("```math\na\n```\n")),
        ("listings that name lines", repeated("```js {1-9999}\na\n```\n")),
    ]
}

fn html() -> Vec<(&'static str, String)> {
    let distinct: String = (0..200).map(|n| format!("<b title={n}>")).collect();
    let attributes = |count: usize| (0..count).map(|n| format!(" a{n}=1")).collect::<String>();
    vec![
        ("divisions without an end", repeated("<div>")),
        ("empty divisions", repeated("<div></div>\n")),
        ("divisions between blank lines", repeated("<div></div>\n\n")),
        ("bold words as HTML", repeated("<b>a</b> ")),
        ("line breaks as HTML", format!("x {}", "<br>".repeat(SIZE / 4 - 1))),
        ("formatting without an end", format!("x {}", "<b>".repeat(SIZE / 3 - 1))),
        (
            "distinct formatting, then paragraphs",
            format!("x {distinct}\n\n") + &"x\n\n".repeat(SIZE / 3 - 2_000),
        ),
        ("links in links", format!("x {}", "<a href=x>".repeat(SIZE / 10 - 1))),
        ("paragraphs that end formatting", repeated("<p><b>")),
        ("list items without a list", repeated("<li>")),
        ("what a table does not hold", format!("<table>\n\n{}", "x\n\n".repeat(SIZE / 3 - 10))),
        ("table cells without an end", format!("<table>{}", "<td>".repeat(SIZE / 4 - 10))),
        ("tables in tables", repeated("<table><td>")),
        ("comments", repeated("<!---->\n")),
        ("comments without an end", repeated("<!--")),
        ("processing instructions without an end", repeated("<?")),
        ("declarations without an end", repeated("<!A ")),
        ("character data without an end", repeated("<![CDATA[")),
        ("elements that are removed", repeated("<script>a</script>\n")),
        ("unknown elements", repeated("<x-y>a</x-y> ")),
        ("different unknown elements", numbered(|n| format!("<x{n}>"))),
        ("ids of the author", numbered(|n| format!("<p id={n}>\n\n"))),
        ("addresses that are removed", numbered(|n| format!("<a href=x{n}:y>a</a> "))),
        ("tags with many attributes", format!("x <a{}> y", attributes(4_000)).repeat(SIZE / 36_000)),
        ("a tag of many attributes", format!("<div{}>", attributes(SIZE / 10))),
        ("nested templates", repeated("<template>")),
        ("selections", repeated("<select><option>")),
        ("drawings", repeated("<svg><desc>")),
        ("figures", repeated("<figure><img src=a></figure>\n")),
        ("figures without an end", "<figure>".repeat(200) + &"<b>x</b>".repeat(SIZE / 8 - 300)),
        ("details", repeated("<details><summary>a</summary>b</details>\n")),
        ("markup in code", "<div>".repeat(200) + "<pre><code>" + &"<b>x</b>".repeat(SIZE / 8 - 300)),
        ("definition lists", repeated("<dl><dt>a<dd>b</dl>")),
        ("ruby and quotation", repeated("<q>a</q>")),
    ]
}
