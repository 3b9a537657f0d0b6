//! No HTML that comes out may do anything: an attack corpus and whatever proptest thinks of.

use markup::render;
use proptest::prelude::*;

const ATTACKS: [&str; 24] = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"java\nscript:alert(1)\">x</a>",
    "<a href=\" &#14; javascript:alert(1)\">x</a>",
    "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](vbscript:msgbox(1))",
    "![x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    "<style>@import 'http://evil';</style>",
    "<p style=\"background:url(javascript:alert(1))\">x</p>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<template><script>alert(1)</script></template>",
    "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>",
    "```\"><script>alert(1)</script>\nx\n```",
];

#[test]
fn no_attack_survives() {
    for attack in ATTACKS {
        let html = render(attack).html;
        assert!(is_harmless(&html), "{attack} became {html}");
    }
}

#[test]
fn whoever_saves_is_told_what_was_removed() {
    let removed = render("<script>x</script>\n\n<b onclick=\"x\">b</b> [x](javascript:x)").removed;
    let said: Vec<String> = removed.iter().map(|one| format!("{one:?}")).collect();
    assert_eq!(
        said,
        ["Element(\"script\")", "Attribute(\"b\", \"onclick\")", "Address(\"a\", \"javascript:x\")"]
    );
}

#[test]
fn ten_thousand_nested_quotes_and_a_mebibyte_of_brackets_are_rendered() {
    for pathological in
        [">".repeat(10_000) + "x", "[".repeat(1 << 20), "*".repeat(1 << 20), "`".repeat(1 << 20)]
    {
        assert!(is_harmless(&render(&pathological).html));
    }
}

#[test]
fn headings_have_anchors_that_the_outline_names_and_no_others() {
    let rendering = render("# Why\n\n## Why\n\n<h2 id=\"why\">fake</h2>\n");
    let ids: Vec<&str> = rendering.outline.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["why", "why-2"]);
    assert_eq!(rendering.html.matches("id=\"").count(), 2, "{}", rendering.html);
}

#[test]
fn text_words_and_minutes_are_counted() {
    let rendering = render("# One two\n\nThree *four*, `five`.\n\n- [x] six\n");
    assert_eq!(rendering.text, "One two\n\nThree four, five.\n\nsix");
    assert_eq!((rendering.word_count, rendering.reading_minutes), (6, 1));
    assert_eq!(render("").reading_minutes, 0);
}

proptest! {
    #[test]
    fn whatever_is_written_is_harmless(
        body in prop::collection::vec(prop::sample::select(ATTACKS.to_vec()), 0..4).prop_map(|parts| parts.concat()),
        cut in 0usize..200, noise in "\\PC{0,40}"
    ) {
        let cut: String = body.chars().skip(cut).collect();
        prop_assert!(is_harmless(&render(&(noise + &cut)).html));
    }
}

/// Judged by an independent parse: tags are read again by a tokenizer, not searched for as text.
fn is_harmless(html: &str) -> bool {
    use std::cell::Cell;

    use html5ever::tokenizer::{BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

    struct Judge(Cell<bool>);
    impl TokenSink for Judge {
        type Handle = ();
        fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
            if let Token::TagToken(tag) = token {
                let name = tag.name.to_string();
                let bad_element =
                    ["script", "style", "iframe", "svg", "math", "form", "object", "embed", "template"]
                        .contains(&name.as_str());
                let bad_attribute = tag.attrs.iter().any(|attribute| {
                    let value: String = attribute.value.chars().filter(|c| *c > ' ').collect();
                    let value = value.to_ascii_lowercase();
                    attribute.name.local.starts_with("on")
                        || ["style", "srcdoc"].contains(&&*attribute.name.local)
                        || ["javascript:", "vbscript:", "data:"]
                            .iter()
                            .any(|scheme| value.starts_with(scheme))
                            && ["href", "src", "cite"].contains(&&*attribute.name.local)
                });
                if bad_element || bad_attribute {
                    self.0.set(false);
                }
            }
            TokenSinkResult::Continue
        }
    }
    let tokenizer = Tokenizer::new(Judge(Cell::new(true)), TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(html.into());
    let _done = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.0.get()
}
