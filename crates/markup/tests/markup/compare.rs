//! Comparing revisions: correct for any input, readable for typical edits, and bounded in cost.

use std::thread;

use domain::{Comparison, Content, Headline, Markdown, Op, Run, Seo, Slug, TermId};
use markup::compare;
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

fn with_body(body: &str) -> Content {
    Content { body: Markdown::try_from(body.to_owned()).unwrap(), ..Content::default() }
}

fn compared(before: &str, after: &str) -> Vec<Run> {
    compare(&with_body(before), &with_body(after)).body
}

/// Runs as text: `[-deleted-]`, `{+inserted+}`.
fn shown(before: &str, after: &str) -> String {
    let shown = compared(before, after).into_iter().map(|Run { op, text }| match op {
        Op::Equal => text,
        Op::Delete => format!("[-{text}-]"),
        Op::Insert => format!("{{+{text}+}}"),
    });
    shown.collect()
}

fn reconstruct(runs: &[Run], without: Op) -> String {
    runs.iter().filter(|run| run.op != without).map(|run| run.text.as_str()).collect()
}

#[test]
fn bodies_are_compared_word_by_word() {
    for (before, after, expected) in [
        ("", "", ""),
        ("Same.", "Same.", "Same."),
        ("", "New.", "{+New.+}"),
        ("Old.", "", "[-Old.-]"),
        ("One two three.", "One 2 three.", "One [-two-]{+2+} three."),
        ("One.\n\nTwo.\n", "One.\n\nAnd a half.\n\nTwo.\n", "One.\n\n{+And a half.\n\n+}Two.\n"),
        ("One. Two.\n", "One.\n\nTwo.\n", "One.[- -]{+\n\n+}Two.\n"),
        ("l'été en Forêt", "l'hiver en forêt", "[-l'été-]{+l'hiver+} en [-Forêt-]{+forêt+}"),
        ("a\r\nb\r\n", "a\nb\n", "a[-\r\n-]{+\n+}b[-\r\n-]{+\n+}"),
    ] {
        assert_eq!(shown(before, after), expected);
    }
}

#[test]
fn other_content_is_compared_property_by_property() {
    let term = |n: u128| TermId(Uuid::from_u128(n));
    let fields = |json: Value| json.as_object().unwrap().clone();
    let before = Content {
        slug: Some(Slug::try_from("a".to_owned()).unwrap()),
        headline: Some(Headline::try_from("A".to_owned()).unwrap()),
        tags: vec![term(1)],
        seo: Seo { title: Some("T".to_owned()), ..Seo::default() },
        fields: fields(json!({ "kept": { "x": 1 }, "a/b~c": 1, "gone": true })),
        body: Markdown::try_from("Old.".to_owned()).unwrap(),
        ..Content::default()
    };
    let after = Content {
        headline: None,
        tags: vec![term(1), term(2)],
        seo: Seo { noindex: true, ..before.seo.clone() },
        fields: fields(json!({ "new": [1], "kept": { "x": 1 }, "a/b~c": 2 })),
        body: Markdown::try_from("New.".to_owned()).unwrap(),
        ..before.clone()
    };
    let changes = serde_json::to_value(compare(&before, &after).fields).unwrap();
    assert_eq!(
        changes,
        json!([
            { "pointer": "/headline", "before": "A", "after": null },
            { "pointer": "/tags", "before": [term(1)], "after": [term(1), term(2)] },
            { "pointer": "/seo/noindex", "before": false, "after": true },
            { "pointer": "/fields/a~1b~0c", "before": 1, "after": 2 },
            { "pointer": "/fields/gone", "before": true, "after": null },
            { "pointer": "/fields/new", "before": null, "after": [1] },
        ])
    );
}

#[test]
fn comparisons_round_trip_through_json() {
    let comparison = compare(&with_body("One two."), &with_body("One 2."));
    let json = serde_json::to_string(&comparison).unwrap();
    assert!(json.contains(r#"{"op":"delete","text":"two"},{"op":"insert","text":"2"}"#), "{json}");
    assert_eq!(serde_json::from_str::<Comparison>(&json).unwrap(), comparison);
}

#[test]
fn one_inserted_word_in_a_body_of_maximum_length_is_one_run() {
    for piece in ["word ", "A line of some words.\n"] {
        let before = piece.repeat(Markdown::MAX_BYTES / piece.len() - 1);
        let middle = piece.len() * (before.len() / piece.len() / 2);
        let (first, second) = before.split_at(middle);
        let runs = compared(&before, &format!("{first}news {second}"));
        let inserted: Vec<&Run> = runs.iter().filter(|run| run.op != Op::Equal).collect();
        assert_eq!(inserted.iter().map(|run| run.text.trim()).collect::<Vec<_>>(), ["news"]);
    }
}

/// Pseudo-random numbers.
fn pseudo_random_numbers(count: u64) -> impl Iterator<Item = u64> {
    (1..=count).map(|n| n.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20)
}

fn full(pieces: impl Iterator<Item = String>) -> String {
    let mut text: String = pieces.collect();
    text.truncate(Markdown::MAX_BYTES);
    text
}

/// Pairs of bodies that are expensive to compare. The test passes if the comparisons finish with the default stack size of
/// a thread.
#[test]
fn expensive_comparisons_finish_on_a_small_stack() {
    let numbers = |count: u64, modulus: u64, end: &'static str| {
        full(pseudo_random_numbers(count).map(move |n| format!("{}{end}", n % modulus)))
    };
    let letters = |modulus: u32, end: &'static str| {
        let letter = move |n| char::from_u32(0x61 + u32::try_from(n % u64::from(modulus)).unwrap()).unwrap();
        full(pseudo_random_numbers(1 << 19).map(move |n| format!("{}{end}", letter(n))))
    };
    for (name, before, after) in [
        ("words", letters(26, " "), letters(25, " ")),
        ("lines", letters(26, "\n"), letters(25, "\n")),
        ("few lines", numbers(24_000, 9, "\n"), numbers(24_000, 7, "\n")),
        ("few words", numbers(14_000, 9, " "), numbers(14_000, 7, " ")),
        ("distinct words", numbers(14_000, 1 << 40, " "), numbers(14_000, 1 << 39, " ")),
        ("many changes", letters(2, " a\nb\n"), letters(3, " a\nb\n")),
        ("long lines", "x".repeat(1 << 20), "y".repeat(1 << 20)),
        ("blank lines", "\n".repeat(1 << 20), "a\n".repeat(1 << 19)),
        ("one grapheme", "e\u{301}\u{302}".repeat(1 << 17), "\u{301}".repeat(1 << 19)),
    ] {
        let comparing = move || {
            let runs = compared(&before, &after);
            assert!(runs.len() < 120_000, "compared more than it should: {} runs", runs.len());
            assert!(reconstruct(&runs, Op::Insert) == before && reconstruct(&runs, Op::Delete) == after);
        };
        let thread = thread::Builder::new().stack_size(1 << 21).spawn(comparing).unwrap();
        assert!(thread.join().is_ok(), "{name}");
    }
}

fn bodies() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(
        prop::sample::select(vec![
            "a",
            "b",
            " ",
            "\n",
            "\n\n",
            "word",
            ".",
            "é",
            "\u{301}",
            "日本語",
            "\r\n",
            "- ",
        ]),
        0..60,
    );
    prop_oneof![any::<String>(), pieces.prop_map(|pieces| pieces.concat())]
        .prop_filter("a body has no NUL", |body| !body.contains('\0'))
}

proptest! {
    #[test]
    fn runs_reconstruct_both_bodies(before in bodies(), after in bodies()) {
        let runs = compared(&before, &after);
        prop_assert_eq!(reconstruct(&runs, Op::Insert), before);
        prop_assert_eq!(reconstruct(&runs, Op::Delete), after);
        prop_assert!(runs.iter().all(|run| !run.text.is_empty()));
        prop_assert!(runs.windows(2).all(|pair| pair[0].op != pair[1].op), "{:?}", runs);
    }

    #[test]
    fn equal_contents_have_no_changes(body in bodies(), name in ".{0,8}", value in any::<Option<f64>>()) {
        let mut content = with_body(&body);
        content.fields.insert(name, json!(value));
        let Comparison { body: runs, fields } = compare(&content, &content.clone());
        prop_assert_eq!(fields, vec![]);
        prop_assert!(runs.iter().all(|run| run.op == Op::Equal));
    }
}
