//! Files of generators, and what becomes of them; here those of Hugo, Astro, Jekyll and Zola.

mod starters;

use chrono::NaiveDateTime;
use domain::{Locale, Moment};
use serde_json::{Value, json};

use super::*;
use crate::FutureDates;
use crate::article::{ImportedArticle, TermName};

fn options() -> Options {
    let locale = |tag: &str| Locale::try_from(tag.to_owned()).unwrap();
    Options {
        locale: locale("en"),
        locales: vec![locale("en"), locale("de")],
        publish: true,
        future: FutureDates::Schedule,
        dry_run: false,
        redirects: None,
    }
}

fn load(generator: &str) -> (Vec<ImportedArticle>, Folder) {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/markdown");
    let folder = Folder::read(&std::path::Path::new(root).join(generator)).unwrap();
    (parse_folder(&folder, &options()).unwrap().articles, folder)
}

fn find<'a>(documents: &'a [ImportedArticle], slug: &str) -> &'a ImportedArticle {
    documents.iter().find(|document| document.slug.as_ref().is_some_and(|own| own.as_str() == slug)).unwrap()
}

fn slugs(named: &[TermName]) -> Vec<&str> {
    named.iter().map(|named| named.slug.as_str()).collect()
}

fn section(document: &ImportedArticle) -> Option<&str> {
    document.section.as_ref().map(|named| named.name.as_str())
}

fn date(document: &ImportedArticle) -> String {
    let moment = |wall_time: NaiveDateTime| Some(Moment::clamped(wall_time.and_utc()));
    document.dates.resolved(moment).shown.unwrap().utc().to_rfc3339()
}

fn parse_one(text: &str) -> Result<ImportedArticle, Vec<String>> {
    let read = document::parse("posts/a.md", text.as_bytes(), &options());
    read.map(|document| document.article)
        .map_err(|refused| refused.diagnostics.iter().map(ToString::to_string).collect())
}

#[test]
fn files_of_hugo_are_read() {
    let (documents, folder) = load("hugo");
    assert_eq!(folder.skipped, ["posts/_index.md"]);
    let first = find(&documents, "first-light");
    assert_eq!(first.headline.as_ref().unwrap().as_str(), "First light");
    assert_eq!(first.standfirst.as_ref().unwrap().as_str(), "What the telescope saw.");
    assert_eq!(date(first), "2024-01-14T06:07:07+00:00");
    assert_eq!(slugs(&first.tags), ["optics", "night-sky"]);
    assert_eq!((section(first), first.series.as_ref().unwrap().1), (Some("Astronomy"), Some(1)));
    assert_eq!(
        Value::Object(first.fields.clone()),
        json!({
            "categories": ["Instruments"], "aliases": ["/old/first-light/"], "lastmod": "2024-02-01", "weight": 10,
            "params": { "author": "Vera Lindqvist", "cover": { "image": "cover.jpg" } },
            "summary": "A shorter word for lists.",
        })
    );
    let bundle = find(&documents, "page-and-pictures");
    assert_eq!(slugs(&bundle.byline), ["vera-lindqvist", "tomas-okafor"]);
    assert_eq!((section(bundle), bundle.key.as_str()), (Some("posts"), "posts/bundled"));
    assert_eq!(bundle.fields["publishDate"], "2024-02-04");
    assert!(bundle.body.starts_with("![A mirror](mirror.jpg)\n"));
    assert!(find(&documents, "not-yet").is_draft && !bundle.is_draft);
}

#[test]
fn files_of_astro_are_read() {
    let (documents, _) = load("astro");
    let first = find(&documents, "first-post");
    assert_eq!((date(first).as_str(), section(first)), ("2022-07-08T00:00:00+00:00", Some("blog")));
    assert_eq!(first.fields["heroImage"], "../../assets/blog-placeholder-3.jpg");
    let second = find(&documents, "second-post");
    assert_eq!(second.standfirst.as_ref().unwrap().as_str(), "A description that is folded over two lines.");
    assert_eq!((section(second), slugs(&second.byline)), (Some("Field notes"), vec!["ines-marchetti"]));
    assert_eq!(second.fields["author"], json!([{ "name": "Ines Marchetti", "url": "https://ines.example" }]));
    assert_eq!(second.fields["updatedDate"], "2022-08-01");
}

#[test]
fn files_of_jekyll_are_read() {
    let (documents, _) = load("jekyll");
    let first = find(&documents, "welcome-to-jekyll");
    assert_eq!(date(first), "2021-05-06T08:12:13+00:00");
    assert_eq!((section(first), slugs(&first.tags)), (Some("jekyll"), vec!["ruby", "static-sites"]));
    assert_eq!(first.fields["categories"], json!(["update"]));
    let second = find(&documents, "second");
    assert_eq!(
        (date(second), second.fields["permalink"].as_str()),
        ("2021-06-07T00:00:00+00:00".to_owned(), Some("/second/"))
    );
    assert!(find(&documents, "unfinished").is_draft && !second.is_draft);
}

#[test]
fn files_of_zola_are_read() {
    let (documents, _) = load("zola");
    let first = find(&documents, "first");
    assert_eq!((section(first), slugs(&first.tags)), (Some("Tools"), vec!["rust", "static-sites"]));
    assert_eq!(first.kicker.as_ref().unwrap().as_str(), "Dispatch");
    assert_eq!(first.series.as_ref().unwrap().1, Some(1));
    assert_eq!(first.fields["comments"], true);
    assert_eq!(date(first), "2023-03-04T00:00:00+00:00");
    let lead = path_metadata::link_target("blog/a.md", "@/blog/second.md#how", &options().locales);
    assert_eq!(lead, Some(("blog/second".to_owned(), "#how")));
}

#[test]
fn every_error_is_reported_with_its_line() {
    let long = "x".repeat(121);
    let text = format!("---\ntitle: {long}\n# note\ndate: soon\nlocale: fr\npart: 0\nslug: No Slug\n---\n");
    let wrong = parse_one(&text).unwrap_err();
    let lines: Vec<&str> = wrong.iter().map(|line| line.split(": ").next().unwrap()).collect();
    let expected = ["posts/a.md:2", "posts/a.md:4", "posts/a.md:5", "posts/a.md:6", "posts/a.md:7"];
    assert_eq!(lines, expected, "{wrong:#?}");
    for (text, line) in [
        ("---\ntitle: a\nb: [\n---\n", "posts/a.md:"),
        ("---\ntitle: a\ntitle: b\n---\n", "posts/a.md:3:"),
        ("+++\ntitle = 'a'\nb = \n+++\n", "posts/a.md:3:"),
        ("+++\ntitle = 'a'\n", "posts/a.md:1:"),
        ("---js\nconst title = 'a';\n---\n", "posts/a.md:1:"),
        ("{\n  \"title\": \"a\"\n}\n", "posts/a.md:1:"),
        ("title: a\ndate: soon\n---\n", "posts/a.md:2:"),
        ("---\ntitle: 1.10\n---\n", "posts/a.md:2:"),
        ("---\nnote: \"a\\0b\"\n---\n", "posts/a.md:2:"),
    ] {
        let wrong = parse_one(text).unwrap_err();
        assert!(wrong[0].starts_with(line), "{wrong:?}");
    }
}

#[test]
fn a_body_is_kept_byte_for_byte() {
    let read = parse_one("\u{feff}---\r\ntitle: A\r\n--- \r\n\r\n---\r\n  Text \r\n\r\n").unwrap();
    assert_eq!((read.body.as_str(), read.body_line), ("\r\n---\r\n  Text \r\n\r\n", 4));
    assert_eq!(parse_one("---\n---\n").unwrap().body, "");
    for text in ["# No front matter\r\n\r\nText  ", "Note: this is text\n---\n", "-----\n---\n", ""] {
        let read = parse_one(text).unwrap();
        assert_eq!((read.body.as_str(), read.body_line, read.fields.len()), (text, 1, 0));
    }
}

#[test]
fn duplicate_slugs_in_one_locale_are_refused() {
    let file = |path: &str, text: &str| File { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
    let twice = vec![file("a.md", "---\ntitle: A\n---\n"), file("b.md", "---\ntitle: B\nslug: a\n---\n")];
    let folder = Folder { files: twice, skipped: Vec::new() };
    let diagnostics = parse_folder(&folder, &options()).unwrap_err();
    assert_eq!(
        (diagnostics.len(), diagnostics[0].path.as_deref(), diagnostics[0].line),
        (1, Some("b.md"), 3)
    );
    let locales = vec![file("a.md", "---\ntitle: A\n---\n"), file("a.de.md", "---\ntitle: A\n---\n")];
    let folder = Folder { files: locales, skipped: Vec::new() };
    let both = parse_folder(&folder, &options()).unwrap().articles;
    assert_eq!((both[0].key == both[1].key, both[1].locale.as_str()), (true, "de"));
}

#[test]
fn special_files_are_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("a.md")).unwrap();
    assert!(Folder::read(folder.path()).unwrap().files.is_empty());
}

#[test]
fn times_are_truncated_to_microseconds() {
    let exact = domain::TimeInput::parse("2026-01-12T08:00:07.123456Z");
    assert_eq!(super::front_matter_reader::parse_moment("2026-01-12T08:00:07.123456789Z"), exact);
    let exact = domain::TimeInput::parse("2026-01-12T08:00:07.123456");
    assert_eq!(super::front_matter_reader::parse_moment("2026-01-12 08:00:07.123456789"), exact);
}
