//! The results of rendering: anchors, text, counts, and the report of removed content.

use domain::{Removed, UrlBase};
use markup::render;

fn html(body: &str) -> String {
    UrlBase::strip_markers(&render(body).html)
}

#[test]
fn headings_have_anchor_ids() {
    let rendering = render("# Über *uns*\n\nA\n\n## Über uns\n\n### `…`\n");
    assert_eq!(
        rendering.html,
        "<h1 id=\"uber-uns\">Über <em>uns</em></h1>\n<p>A</p>\n<h2 id=\"uber-uns-2\">Über uns</h2>\n\
         <h3 id=\"section\"><code>…</code></h3>\n"
    );
    let outline: Vec<_> = rendering.outline.iter().map(|entry| (entry.level, entry.text.as_str())).collect();
    assert_eq!(outline, [(1, "Über uns"), (2, "Über uns"), (3, "…")]);
}

#[test]
fn ids_in_raw_html_are_removed_so_they_cannot_collide_with_anchors() {
    let body = "<h2 id=why>a</h2>\n\n<h2 id=0-why>b</h2>\n\n<h2 id='&#49;-why'>c</h2>\n\n<p id=2-why>d</p>\n\n# Why\n";
    let rendering = render(body);
    assert_eq!(rendering.html.matches(" id=").count(), 1, "{}", rendering.html);
    assert!(rendering.html.contains("<h1 id=\"why\">Why</h1>"), "{}", rendering.html);
    let (h2, p) = (String::from("h2"), String::from("p"));
    let id = || String::from("id");
    assert_eq!(rendering.removed, [Removed::Attribute(h2, id()), Removed::Attribute(p, id())]);
}

#[test]
fn a_heading_inside_open_raw_html_is_not_in_the_outline() {
    let rendering = render("x <textarea>\n\n# Lost\n");
    assert!(rendering.outline.is_empty(), "{rendering:?}");
}

#[test]
fn allowed_html_is_kept_by_the_sanitiser() {
    for kept in [
        "<ul>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\"> done</li>\n</ul>\n",
        "<pre><code class=\"language-rust\"><span class=\"hl-keyword\">fn</span>\n</code></pre>\n",
        "<p><del>x</del> <sub>2</sub> <kbd>k</kbd></p>\n",
        "<figure><img src=\"/a.png\" alt=\"A\" title=\"T\" width=\"1\" height=\"2\" loading=\"lazy\">\
         <figcaption>C</figcaption></figure>\n",
        "<details><summary>S</summary>x</details>\n",
    ] {
        assert_eq!(html(kept), kept);
        assert_eq!(render(kept).removed, [], "{kept}");
    }
    assert_eq!(
        html("- [x] done"),
        "<ul>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\"> done</li>\n</ul>\n"
    );
    assert_eq!(
        html("```rust ignore\nfn\n```"),
        "<pre><code class=\"language-rust\"><span class=\"hl-keyword\">fn</span>\n</code></pre>\n"
    );
    assert!(html("|a|\n|:-:|\n|b|").contains("<td align=\"center\">b</td>"));
    assert_eq!(html("3. x"), "<ol start=\"3\">\n<li>x</li>\n</ol>\n");
}

#[test]
fn web_mail_telephone_and_relative_links_are_kept() {
    for address in [
        "https://a.example/x?y=1#z",
        "http://a.example",
        "mailto:a@b.example",
        "tel:+123",
        "/x",
        "#x",
        "x.html",
        "//a.example/",
    ] {
        assert_eq!(
            html(&format!("[x]({address})")),
            format!("<p><a href=\"{address}\" rel=\"noopener noreferrer\">x</a></p>\n")
        );
    }
}

#[test]
fn removed_elements_attributes_and_urls_are_reported() {
    let body = "<iframe src=x></iframe>\n\n<b onclick=x>b</b> <b onclick=y>c</b> [x](javascript:y) ![x](data:z)\n\n\
                <blockquote cite=ftp:x>q</blockquote>\n\n<div class=note style=x>n</div> <svg><path/></svg>";
    let owned = |text: &str| text.to_owned();
    assert_eq!(
        render(body).removed,
        [
            Removed::Element(owned("iframe")),
            Removed::Element(owned("path")),
            Removed::Element(owned("svg")),
            Removed::Attribute(owned("b"), owned("onclick")),
            Removed::Attribute(owned("div"), owned("class")),
            Removed::Attribute(owned("div"), owned("style")),
            Removed::Address(owned("a"), owned("javascript:y")),
            Removed::Address(owned("blockquote"), owned("ftp:x")),
            Removed::Address(owned("img"), owned("data:z")),
        ]
    );
    assert_eq!(render("# A\n\n- [ ] b **c** [d](/e) `<script>`\n").removed, []);
}

#[test]
fn plain_text_has_no_markup() {
    let body = "# A *b*\n\nOne\ntwo  \nthree <b>bold</b> ![alt *text*](x)\n\n- x\n- y\n\n```rust\nlet a;\n```\n\n\
                |h|i|\n|-|-|\n|c|d|\n\n<div onclick=x><p>in</p><p>block</p><script>no</script></div>\n\n> q <!-- c -->\n";
    assert_eq!(
        render(body).text,
        "A b\n\nOne two\nthree bold\n\nx\n\ny\n\nlet a;\n\nh\ti\nc\td\n\nin\n\nblock\n\nq"
    );
}

#[test]
fn alt_texts_are_no_part_of_text_outline_and_word_count() {
    let body = "![alt one](a.png)\n\n![alt two](b.png \"A *caption*\")\n\n## ![alt three](c.png) A heading\n\n\
                [![alt four](d.png)](/e) linked[^1]\n\n|![alt five](f.png)|cell|\n|-|-|\n|<img src=g alt=alt>|x|\n\n\
                <pre><img src=h alt=\"alt six\">code</pre>\n\n<details><summary><img src=i alt=alt>More</summary>y</details>\n\n\
                [^1]: A note ![alt seven](j.png)\n";
    let rendering = render(body);
    assert!(!rendering.text.contains("alt"), "{}", rendering.text);
    assert!(rendering.text.starts_with("A *caption*\n\nA heading\n\nlinked"), "{}", rendering.text);
    assert!(rendering.html.contains("alt=\"alt one\""), "{}", rendering.html);
    assert_eq!(
        (rendering.outline[0].text.as_str(), rendering.outline[0].id.as_str()),
        ("A heading", "a-heading")
    );
    let blocks = serde_json::to_string(&rendering.blocks).unwrap();
    assert!(blocks.contains("\"alt\":\"alt two\""), "the tree has it beside the picture: {blocks}");
    assert_eq!(
        (render("![Many words are here](a.png)").word_count, render("![x](a.png)").reading_minutes),
        (0, 0)
    );
    // A heading without text is named by the alternative text of its picture.
    assert_eq!(render("# ![The *logo*](a.png)").outline[0].text, "The logo");
}

#[test]
fn a_linked_image_is_not_an_embed() {
    let rendering = render("[![https://vimeo.com/1](a.png)](https://vimeo.com/1)");
    assert!(rendering.html.contains("<img ") && !rendering.html.contains("data-embed"), "{}", rendering.html);
}

#[test]
fn reading_minutes_are_words_divided_by_230_rounded_up() {
    for (words, minutes) in [(0, 0), (1, 1), (230, 1), (231, 2)] {
        let rendering = render(&"word ".repeat(words));
        assert_eq!((usize::try_from(rendering.word_count), rendering.reading_minutes), (Ok(words), minutes));
    }
}

#[test]
fn a_body_over_budget_is_replaced_by_an_explanation_in_all_forms() {
    let body = format!("{}<b>x", "> ".repeat(1_000));
    let rendering = render(&body);
    let reason = "The body opens more than 150 quotes and lists inside one another.";
    let explanation = format!("This body cannot be rendered. {reason}");
    assert_eq!(rendering.too_complex.as_deref(), Some(reason));
    assert_eq!(rendering.html, format!("<p>{explanation}</p>\n"));
    assert_eq!((rendering.text, rendering.markdown), (explanation, body));
    assert_eq!(render("> quoted").too_complex, None);
}

/// The quotes around a generated anchor end the open `title` attribute, so the tags in it become elements.
#[test]
fn nesting_revealed_by_a_generated_anchor_counts_against_the_budget() {
    let body = format!("<div title=\"\n\n# a\n\n{}x", "<div>".repeat(1_000));
    let reason = render(&body).too_complex;
    assert!(reason.is_some_and(|reason| reason.contains("nests elements too deeply")));
}

#[test]
fn a_hundred_nested_quotes_are_within_the_budget() {
    assert!(html(&("> ".repeat(100) + "x")).starts_with("<blockquote>"));
}

#[test]
fn footnotes_link_to_their_references_and_back() {
    let rendering =
        render("A[^x] b[^x] c[^1].\n\n# Fn 1\n\n[^1]: One.\n[^x]: *Two.*\n\n    More.\n[^unused]: None.\n");
    assert_eq!(
        rendering.html,
        "<p>A<sup class=\"footnote-ref\"><a href=\"#fn:1\" id=\"fnref:1\" rel=\"noopener noreferrer\">1</a></sup> \
         b<sup class=\"footnote-ref\"><a href=\"#fn:1\" id=\"fnref:1:2\" rel=\"noopener noreferrer\">1</a></sup> \
         c<sup class=\"footnote-ref\"><a href=\"#fn:2\" id=\"fnref:2\" rel=\"noopener noreferrer\">2</a></sup>.</p>\n\
         <h1 id=\"fn-1\">Fn 1</h1>\n<section class=\"footnotes\">\n<ol>\n<li id=\"fn:1\">\n<p><em>Two.</em></p>\n\
         <p>More.</p>\n\
         <a href=\"#fnref:1\" class=\"footnote-back\" aria-label=\"Back to reference 1\" rel=\"noopener noreferrer\">\u{21a9}</a>\n\
         <a href=\"#fnref:1:2\" class=\"footnote-back\" aria-label=\"Back to reference 1\" rel=\"noopener noreferrer\">\u{21a9}</a>\n\
         </li>\n<li id=\"fn:2\">\n<p>One.</p>\n\
         <a href=\"#fnref:2\" class=\"footnote-back\" aria-label=\"Back to reference 2\" rel=\"noopener noreferrer\">\u{21a9}</a>\n\
         </li>\n</ol>\n</section>\n"
    );
    assert_eq!(rendering.text, "A b c.\n\nFn 1\n\nTwo.\n\nMore.\n\nOne.");
    assert_eq!(rendering.removed, []);
    assert_eq!(rendering.outline.len(), 1);
}

#[test]
fn alerts_have_a_class_a_label_and_an_optional_title() {
    for (written, class, label) in [
        ("NOTE", "note", "Note"),
        ("TIP", "tip", "Tip"),
        ("IMPORTANT", "important", "Important"),
        ("WARNING", "warning", "Warning"),
        ("CAUTION", "caution", "Caution"),
    ] {
        let opening = format!("<aside class=\"alert alert-{class}\" role=\"note\" aria-label=\"{label}\">\n");
        assert_eq!(html(&format!("> [!{written}]\n> x\n")), format!("{opening}<p>x</p>\n</aside>\n"));
        let titled = render(&format!("> [!{written}] Mind *this*\n> x\n"));
        assert_eq!(
            titled.html,
            format!("{opening}<p class=\"alert-title\">Mind *this*</p>\n<p>x</p>\n</aside>\n")
        );
        assert_eq!(titled.text, "Mind *this*\n\nx");
        assert_eq!(titled.removed, []);
    }
}

#[test]
fn a_standalone_image_with_a_title_is_a_figure() {
    let rendering = render("![What *is* seen](/a.svg \"A <caption>.\")\n");
    assert_eq!(
        rendering.html,
        "<figure><img src=\"&url-site;/a.svg\" alt=\"What is seen\"><figcaption>A &lt;caption&gt;.</figcaption></figure>\n"
    );
    assert_eq!(rendering.text, "A <caption>.");
    assert!(html("![a](/a.svg)\n").starts_with("<p><img"));
    assert!(html("x ![a](/a.svg \"b\")\n").starts_with("<p>x <img"));
    assert!(!html("![a](javascript:x \"b\")\n").contains("javascript"));
}

#[test]
fn a_standalone_url_of_a_known_provider_is_an_embed() {
    let embed = |provider: &str, url: &str| {
        format!(
            "<figure class=\"embed\" data-embed=\"{provider}\"><a href=\"{url}\" rel=\"noopener noreferrer\">{url}</a></figure>\n"
        )
    };
    for (provider, url) in [
        ("youtube", "https://www.youtube.com/watch?v=1"),
        ("youtube", "https://youtu.be/1"),
        ("vimeo", "https://vimeo.com/1"),
        ("gist", "https://gist.github.com/a/1"),
        ("bluesky", "https://bsky.app/profile/a/post/1"),
        ("mastodon", "https://mastodon.social/@a/1"),
    ] {
        assert_eq!(html(&format!("{url}\n")), embed(provider, url));
        assert_eq!(render(url).text, url);
        assert_eq!(render(url).removed, []);
    }
    for plain in [
        "https://example.org/1",
        "http://youtu.be/1",
        "See https://youtu.be/1",
        "[Watch](https://youtu.be/1)",
    ] {
        assert!(html(plain).starts_with("<p>"), "{plain}");
    }
}

#[test]
fn code_blocks_have_a_title_and_highlighted_lines() {
    let rendering = render("```rust title=\"src/<a>.rs\" {1,3-4}\nfn\n```\n");
    assert_eq!(
        rendering.html,
        "<figure class=\"code\"><figcaption>src/&lt;a&gt;.rs</figcaption>\
         <pre><code class=\"language-rust\" data-lines=\"1,3-4\">\
         <span class=\"hl-keyword\">fn</span>\n</code></pre></figure>\n"
    );
    assert_eq!(rendering.text, "src/<a>.rs\nfn");
    assert_eq!(rendering.removed, []);
    assert_eq!(html("```\nx\n```\n"), "<pre><code>x\n</code></pre>\n");
}

#[test]
fn formulas_are_kept_as_written() {
    let rendering = render("So $`a < b`$ costs $5 and $6.\n\n```math\n\\frac{a}{b}\n```\n");
    assert_eq!(
        rendering.html,
        "<p>So <code class=\"math\">a &lt; b</code> costs $5 and $6.</p>\n\
         <pre><code class=\"language-math\">\\frac{a}{b}\n</code></pre>\n"
    );
    assert_eq!(rendering.text, "So a < b costs $5 and $6.\n\n\\frac{a}{b}");
}

#[test]
fn unreferenced_footnotes_are_removed() {
    let twice = render("A[^x]\n\n[^x]: One\n\n# H\n\n[^x]: Two\n");
    assert!(
        twice.html.contains("</p>\n<h1 id=\"h\">H</h1>\n<section class=\"footnotes\">"),
        "{}",
        twice.html
    );
    assert_eq!(twice.html.matches("<li id=\"fn:").count(), 1, "{}", twice.html);
    assert_eq!(twice.outline.len(), 1);
    assert_eq!(twice.text, "A\n\nH\n\nTwo");
    let nested = render("A[^a] B[^c]\n\n[^a]: x\n\n    [^b]: y\n\n[^c]: z\n");
    assert!(nested.html.contains("<li id=\"fn:2\">\n<p>z</p>\n<a href=\"#fnref:2\""), "{}", nested.html);
}

#[test]
fn relative_urls_get_a_marker_for_their_base() {
    let image = |src: &str| format!("<p><img src=\"{src}\" alt=\"x\"></p>\n");
    for (written, stored) in [
        ("/a.png", "&url-site;/a.png"),
        ("//a.example/b.png", "&url-scheme;//a.example/b.png"),
        ("?a", "&url-page;?a"),
        ("a.png", "&url-folder;a.png"),
        ("../a.png?b=c&d#e", "&url-folder;../a.png?b=c&amp;d#e"),
        ("https://a.example/b.png", "https://a.example/b.png"),
    ] {
        assert_eq!(render(&format!("![x]({written})")).html, image(stored), "{written}");
    }
    for (written, stored) in [
        ("[x]()", "<a href=\"&url-page;\" rel=\"noopener noreferrer\">x</a>"),
        ("[x](#a)", "<a href=\"#a\" rel=\"noopener noreferrer\">x</a>"),
        ("<q cite='/a'>x</q>", "<q cite=\"&url-site;/a\">x</q>"),
        ("<img src='\t/\\a.example' alt=x>", "<img src=\"&url-scheme;//a.example\" alt=\"x\">"),
        ("<img src='' alt=x>", "<img src=\"\" alt=\"x\">"),
        ("&url-site;/a `&url-site;`", "&amp;url-site;/a <code>&amp;url-site;</code>"),
    ] {
        assert_eq!(render(&format!("a {written}")).html, format!("<p>a {stored}</p>\n"), "{written}");
    }
}

#[test]
fn urls_with_credentials_are_removed() {
    for address in ["https://bank.example@evil.example/", "https://a:b@c.example", "//a@b.example/"] {
        let rendering = render(&format!("[x]({address})"));
        assert_eq!(rendering.html, "<p><a rel=\"noopener noreferrer\">x</a></p>\n", "{address}");
        assert_eq!(rendering.removed, [Removed::Address("a".to_owned(), address.to_owned())]);
    }
}
