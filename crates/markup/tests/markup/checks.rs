//! What is found in a draft before it is published: each rule, alone and all at once.

use domain::{
    ArticleId, Content, EditionId, EditionIdentity, Finding, Headline, Hero, Locale, Markdown, Name,
    SeriesPart, Severity, Slug, Standfirst, Term, TermId, TermKind, Terms,
};
use markup::{check_draft, render, render_edition};
use proptest::prelude::*;
use uuid::Uuid;

const SECTION: TermId = TermId(Uuid::from_u128(1));
const AUTHOR: TermId = TermId(Uuid::from_u128(2));
const TAG: TermId = TermId(Uuid::from_u128(3));
const SERIES: TermId = TermId(Uuid::from_u128(4));
const UNKNOWN: TermId = TermId(Uuid::from_u128(5));

fn slug(slug: &str) -> Slug {
    Slug::try_from(slug.to_owned()).unwrap()
}

fn terms() -> Terms {
    let kinds = [
        (SECTION, TermKind::Section),
        (AUTHOR, TermKind::Author),
        (TAG, TermKind::Tag),
        (SERIES, TermKind::Series),
    ];
    let term = |(id, kind): (TermId, TermKind)| {
        let (slug, name) = (slug(kind.as_str()), Name::try_from(kind.as_str().to_owned()).unwrap());
        let term = Term { id, kind, slug, name, description: None, url: None, picture: None, version: 1 };
        (id, term)
    };
    kinds.into_iter().map(term).collect()
}

/// A draft without findings.
fn complete_content() -> Content {
    Content {
        slug: Some(slug("a")),
        section: Some(SECTION),
        headline: Some(Headline::try_from("A".to_owned()).unwrap()),
        standfirst: Some(Standfirst::try_from("S.".to_owned()).unwrap()),
        byline: vec![AUTHOR],
        tags: vec![TAG],
        series: Some(SeriesPart { series: SERIES, part: 1 }),
        hero: Some(hero("A bridge.")),
        body: markdown(
            "One.\n\n## Two\n\n### Three\n\n![A bridge](b.jpg) [there](https://a.example)\n\n## Four\n",
        ),
        ..Content::default()
    }
}

fn hero(alt: &str) -> Hero {
    Hero {
        src: "https://a.example/b.jpg".to_owned(),
        alt: alt.to_owned(),
        caption: None,
        credit: None,
        width: 1,
        height: 1,
        sources: vec![],
        placeholder: None,
    }
}

fn markdown(body: &str) -> Markdown {
    Markdown::try_from(body.to_owned()).unwrap()
}

fn findings(content: &Content, dead: &[ArticleId]) -> Vec<Finding> {
    check_draft(content, &content.missing(), &terms(), &render(content.body.as_str()), dead)
}

/// The findings as text.
fn findings_as_text(content: &Content) -> Vec<String> {
    let told = findings(content, &[]).into_iter();
    told.map(|Finding { severity, pointer, rule, detail }| format!("{severity:?} {pointer} {rule}: {detail}"))
        .collect()
}

fn findings_of_body(body: &str) -> Vec<String> {
    findings_as_text(&Content { body: markdown(body), ..complete_content() })
}

#[test]
fn a_complete_draft_has_no_findings() {
    assert_eq!(findings_as_text(&complete_content()), Vec::<String>::new());
}

#[test]
fn missing_required_fields_are_errors() {
    let content = Content { slug: None, section: None, headline: None, ..complete_content() };
    assert_eq!(
        findings_as_text(&content),
        [
            "Error /slug required: The slug is missing.",
            "Error /section required: The section is missing.",
            "Error /headline required: The headline is missing.",
        ]
    );
}

#[test]
fn unknown_terms_and_terms_of_another_kind_are_errors() {
    let content = Content {
        section: Some(TAG),
        byline: vec![AUTHOR, UNKNOWN],
        tags: vec![UNKNOWN, TAG],
        series: Some(SeriesPart { series: UNKNOWN, part: 1 }),
        ..complete_content()
    };
    assert_eq!(
        findings_as_text(&content),
        [
            format!("Error /section unknown_term: There is no section `{}`.", TAG.0),
            format!("Error /byline/1 unknown_term: There is no author `{}`.", UNKNOWN.0),
            format!("Error /tags/0 unknown_term: There is no tag `{}`.", UNKNOWN.0),
            format!("Error /series/series unknown_term: There is no series `{}`.", UNKNOWN.0),
        ]
    );
}

#[test]
fn every_dead_link_to_an_article_is_an_error() {
    let dead = [ArticleId(Uuid::from_u128(8)), ArticleId(Uuid::from_u128(9))];
    let found = findings(&complete_content(), &dead);
    assert_eq!(found.len(), 2);
    for (finding, dead) in found.iter().zip(dead) {
        assert_eq!((finding.severity, finding.rule.as_str()), (Severity::Error, "dead_link"));
        assert!(finding.detail.contains(&dead.to_string()), "{}", finding.detail);
    }
}

#[test]
fn an_image_without_alt_text_is_a_warning() {
    let content = Content { hero: Some(hero(" ")), ..complete_content() };
    assert_eq!(
        findings_as_text(&content),
        ["Warning /hero/alt alt_text: The leading picture has no text for those who do not see it."]
    );
    assert_eq!(
        findings_of_body("![](a.jpg) ![ ](b.jpg) ![c](c.jpg) <img src=d.jpg> <img src=e.jpg alt=e>"),
        ["a", "b", "d"].map(|name| format!(
            "Warning /body alt_text: The picture “{name}.jpg” has no text for those who do not see it."
        ))
    );
}

#[test]
fn skipped_heading_levels_are_a_warning() {
    let order = |heading, level, before| {
        format!(
            "Warning /body heading_order: The heading “{heading}” has level {level} and follows one of level {before}."
        )
    };
    for (body, expected) in [
        ("### A *b*\n", vec![order("A b", 3, 1)]),
        ("## A\n\n#### B\n\n##### C\n\n## D\n\n### E\n", vec![order("B", 4, 2)]),
        ("## A\n\n<h5>B</h5>\n", vec![order("B", 5, 2)]),
        (
            "# A\n\n## B\n",
            vec![
                "Warning /body heading_level: The heading “A” has level 1, which is the headline's; begin with level 2."
                    .to_owned(),
            ],
        ),
        ("```\n#### A\n```\n", vec![]),
    ] {
        assert_eq!(findings_of_body(body), expected, "{body}");
    }
}

#[test]
fn a_link_without_a_usable_url_is_a_warning() {
    let told = findings_of_body(
        "See [here]() for more, [x](http://) [y](HTTPS://[) [z](article:why) <a href=''>w</a> [v](mailto:a@b.c)\n",
    );
    assert_eq!(
        told,
        [
            "Warning /body link_address: The link at “here for more, x y z w v” has no address.",
            "Warning /body link_address: The link at “w v” has no address.",
            "Warning /body link_address: The address “HTTPS://%5B” cannot be read, or holds a user name or password; it is left out.",
            "Warning /body link_address: The address “article:why” does not name an article: only a link in Markdown can, \
             with `article:` and the article's `id`.",
            "Warning /body link_address: The address “http://” cannot be read, or holds a user name or password; it is left out.",
        ]
    );
}

#[test]
fn a_long_standfirst_is_a_warning_and_a_missing_one_a_note() {
    let standfirst = |length: usize| Some(Standfirst::try_from("ä".repeat(length)).unwrap());
    assert_eq!(
        findings_as_text(&Content { standfirst: standfirst(300), ..complete_content() }),
        Vec::<String>::new()
    );
    assert_eq!(
        findings_as_text(&Content { standfirst: standfirst(301), ..complete_content() }),
        [
            "Warning /standfirst standfirst_length: The standfirst has 301 characters; beyond 300 lists may cut it off."
        ]
    );
    assert_eq!(
        findings_as_text(&Content { standfirst: None, body: markdown("One. Two."), ..complete_content() }),
        ["Note /standfirst standfirst_derived: There is no standfirst; the body gives one: “One. Two.”"]
    );
    assert_eq!(
        findings_as_text(&Content { standfirst: None, body: markdown(""), ..complete_content() }),
        [
            "Note /standfirst standfirst_derived: There is no standfirst, and the body has no text to make one of."
        ]
    );
}

#[test]
fn removed_html_is_a_warning() {
    assert_eq!(
        findings_of_body("<iframe src=x></iframe>\n\n<b onclick=x>b</b> [x](javascript:y)"),
        [
            "Warning /body removed_html: `<iframe>` may not be used and is left out.",
            "Warning /body removed_html: `onclick` may not be used like this on `<b>` and is left out.",
            "Warning /body removed_html: `<a>` may not have the address “javascript:y”; it is left out.",
        ]
    );
}

#[test]
fn a_body_over_budget_is_the_only_finding_about_the_body() {
    let nested = "> ".repeat(1_000) + "![](x)";
    assert_eq!(
        findings_of_body(&nested),
        ["Error /body too_complex: The body opens more than 150 quotes and lists inside one another."]
    );
    assert_eq!(findings_of_body(""), Vec::<String>::new());
}

#[test]
fn all_findings_are_listed_by_severity() {
    let content = Content {
        headline: None,
        standfirst: None,
        hero: Some(hero("")),
        body: markdown("### A\n\n![](x) <script>y</script>"),
        ..complete_content()
    };
    let found = findings(&content, &[ArticleId(Uuid::from_u128(8))]);
    let rules: Vec<&str> = found.iter().map(|finding| finding.rule.as_str()).collect();
    assert_eq!(
        rules,
        [
            "required",
            "dead_link",
            "alt_text",
            "alt_text",
            "heading_order",
            "removed_html",
            "standfirst_derived"
        ]
    );
    assert!(found.is_sorted_by_key(|finding| finding.severity));
}

#[test]
fn equal_findings_are_listed_once_and_many_are_summarised() {
    assert_eq!(findings_of_body(&"![](x) ".repeat(1_000)).len(), 1);
    let many: String = (0..1_000).map(|n| format!("![]({n}) ")).collect();
    let told = findings_of_body(&many);
    assert_eq!(told.len(), 51);
    assert_eq!(told.last().unwrap(), "Warning /body alt_text: … and 950 more of this kind.");
}

#[test]
fn findings_round_trip_through_json() {
    let found = findings(&Content { headline: None, ..complete_content() }, &[]);
    let json = serde_json::to_string(&found).unwrap();
    assert_eq!(
        json,
        r#"[{"severity":"error","pointer":"/headline","rule":"required","detail":"The headline is missing."}]"#
    );
    assert_eq!(serde_json::from_str::<Vec<Finding>>(&json).unwrap(), found);
}

proptest! {
    #[test]
    fn a_draft_has_errors_exactly_when_rendering_an_edition_is_refused(
        parts in prop::array::uniform3(any::<bool>()),
        ids in prop::collection::vec(1u128..7, 4),
        section in any::<bool>(),
        body in "[#a \\n<>!\\[\\]()]{0,60}",
    ) {
        let [has_slug, has_headline, has_series] = parts;
        let id = |at: usize| TermId(Uuid::from_u128(ids[at]));
        let content = Content {
            slug: has_slug.then(|| slug("a")),
            headline: complete_content().headline.filter(|_| has_headline),
            section: section.then(|| id(0)),
            byline: vec![id(1)],
            tags: vec![id(2)],
            series: has_series.then(|| SeriesPart { series: id(3), part: 1 }),
            body: markdown(&body),
            ..complete_content()
        };
        let locale = Locale::try_from("en".to_owned()).unwrap();
        let origin =
            EditionIdentity { id: EditionId(Uuid::nil()), article: ArticleId(Uuid::nil()), locale, revision: 1 };
        let refused = render_edition(origin, &content, &terms()).is_err();
        let errors = findings(&content, &[]).iter().any(|finding| finding.severity == Severity::Error);
        prop_assert_eq!(errors, refused);
    }
}
