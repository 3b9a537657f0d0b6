//! Files as the starter projects of Docusaurus, Hexo and VuePress have them.

use domain::{Slug, TermKind};
use serde_json::{Value, json};

use super::super::*;
use super::{date, find, load, options, parse_one, section, slugs};

fn root(generator: &str) -> Folder {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/markdown");
    Folder::read(&std::path::Path::new(root).join(generator)).unwrap()
}

fn folder(files: &[(&str, &str)]) -> Folder {
    let file =
        |(path, text): &(&str, &str)| File { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() };
    Folder { files: files.iter().map(file).collect(), skipped: Vec::new() }
}

#[test]
fn files_of_docusaurus_are_read() {
    let (documents, folder) = load("docusaurus");
    assert_eq!(
        folder.skipped,
        [
            "README.md",
            "blog/2024-03-19-second-run/stage.png",
            "blog/2024-05-01-with-buttons.mdx",
            "docs/setup/_category_.json",
        ]
    );
    let first = find(&documents, "opening-night");
    assert_eq!((date(first).as_str(), section(first)), ("2024-03-05T00:00:00+00:00", Some("blog")));
    assert_eq!(
        (slugs(&first.byline), slugs(&first.tags)),
        (vec!["mberg", "juno"], vec!["rehearsal", "lights"])
    );
    assert_eq!(
        Value::Object(first.fields.clone()),
        json!({
            "image": "./curtain.png", "hide_table_of_contents": false,
            "last_update": { "date": "3/6/2024", "author": "Juno" },
        })
    );
    assert!(first.body.contains("\n<!-- truncate -->\n") && first.body.ends_with("\n:::\n"));
    let second = find(&documents, "second-run");
    assert_eq!(date(second), "2024-03-19T19:30:00+00:00");
    assert_eq!(slugs(&second.byline), ["mberg", "guest-of-the-house"]);
    assert_eq!((slugs(&second.tags), second.fields.len()), (vec!["guest-nights"], 2));
    assert_eq!(second.fields["authors"][0]["title"], "Prompter, for one night");
    assert_eq!(second.fields["tags"], json!([{ "label": "Guest nights", "permalink": "/guests" }]));
    let third = find(&documents, "notes-on-light");
    assert_eq!((date(third).as_str(), section(third)), ("2024-04-02T00:00:00+00:00", Some("blog")));
    let page = find(&documents, "the-lamps");
    assert_eq!(page.headline.as_ref().unwrap().as_str(), "The lamps, and who may touch them");
    assert_eq!((page.fields["sidebar_position"].as_i64(), section(page)), (Some(1), Some("docs")));
    assert!(page.body.starts_with("\n# The *lamps*"));
}

#[test]
fn docusaurus_author_and_tag_files_describe_terms_by_key() {
    let said = parse_folder(&root("docusaurus"), &options()).unwrap();
    let term = |kind, slug: &str| {
        let slug = Slug::try_from(slug.to_owned()).unwrap();
        let term = &said.terms[&(kind, slug)];
        (term.name.as_str(), term.description.as_deref(), term.url.as_deref())
    };
    let maren = ("Maren Berg", Some("Stage manager of the Lantern"), Some("https://maren.example"));
    assert_eq!(term(TermKind::Author, "mberg"), maren);
    assert_eq!(
        term(TermKind::Author, "juno"),
        ("Juno Adeyemi", Some("Juno lights what others build."), None)
    );
    let tag = ("Rehearsals", Some("What happens before anybody is let in."), None);
    assert_eq!(term(TermKind::Tag, "rehearsal"), tag);
    assert_eq!(
        said.notes,
        [
            "blog/authors.yml: `mberg`: ignored `image_url`, `page`, `socials`",
            "blog/tags.yml: `rehearsal`: ignored `permalink`",
            "docs/setup/intro-to-node.js.md: `js` is not a locale of the publication, so it is part of the name",
            "docs/setup/intro-to-node.js.md: the first heading is the headline, and stays in the body too",
            "docs/setup/the-lamps.md: the first heading is the headline, and stays in the body too",
            "README.md: skipped",
            "blog/2024-03-19-second-run/stage.png: skipped",
            "blog/2024-05-01-with-buttons.mdx: skipped",
            "docs/setup/_category_.json: skipped",
        ]
    );
    for (path, text, line) in [
        ("authors.yml", "- name: Nobody\n", 1),
        ("blog/authors.yml", "a:\n  name: A\nb:\n  name: [B]\n", 4),
        ("tags.yaml", "a:\n  label: A\nA:\n  label: A\n", 2),
    ] {
        let diagnostics = parse_folder(&folder(&[(path, text)]), &options()).unwrap_err();
        assert_eq!(
            (diagnostics.len(), diagnostics[0].path.as_deref(), diagnostics[0].line),
            (1, Some(path), line),
            "{diagnostics:?}"
        );
    }
}

#[test]
fn files_of_hexo_are_read() {
    let (documents, folder) = load("hexo");
    assert!(folder.skipped.is_empty());
    let first = find(&documents, "first-frost");
    assert_eq!((date(first).as_str(), section(first)), ("2023-07-13T20:46:25+00:00", Some("Garden")));
    assert_eq!(slugs(&first.tags), ["leeks", "winter-work"]);
    assert_eq!(
        Value::Object(first.fields.clone()),
        json!({
            "categories": [["Garden", "Frost"], ["Diary"]], "comments": false, "permalink": "frost/first/",
            "updated": "2023-08-01 09:00:00",
        })
    );
    assert!(first.body.contains("\n<!-- more -->\n") && first.body.ends_with("{% endblockquote %}\n"));
    let old = find(&documents, "old-spade");
    assert_eq!((date(old).as_str(), section(old)), ("2012-03-04T05:06:07+00:00", Some("Tools")));
    assert_eq!((old.body.as_str(), old.body_line), ("Its handle is new, its blade is new.\n", 5));
    assert!(find(&documents, "compost").is_draft && !old.is_draft);
}

#[test]
fn files_of_vuepress_are_read() {
    let (documents, folder) = load("vuepress");
    assert_eq!(folder.skipped, ["README.md"]);
    let pier = find(&documents, "pier");
    assert_eq!((date(pier).as_str(), section(pier)), ("2023-01-05T00:00:00+00:00", Some("Harbour")));
    assert_eq!(pier.headline.as_ref().unwrap().as_str(), "The pier");
    assert_eq!(pier.standfirst.as_ref().unwrap().as_str(), "What piers are for.");
    assert_eq!(slugs(&pier.tags), ["timber", "tide-tables"]);
    assert_eq!(
        Value::Object(pier.fields.clone()),
        json!({
            "categories": ["Engineering"], "icon": "anchor", "sticky": true,
            "excerpt": "<p>A pier is a <em>promise</em>.</p>",
            "head": [["meta", { "name": "keywords", "content": "pier" }]],
        })
    );
    let lighthouse = find(&documents, "lighthouse");
    assert_eq!((slugs(&lighthouse.byline), section(lighthouse)), (vec!["sanna-holm"], Some("Harbour")));
    let begin = find(&documents, "begin");
    assert_eq!((begin.headline.as_ref().unwrap().as_str(), section(begin)), ("Begin here", Some("guide")));
}

#[test]
fn a_folder_named_like_a_configured_locale_sets_the_locale() {
    let files = folder(&[
        ("de/posts/pier.md", "---\ntitle: Der Pier\n---\n"),
        ("en/posts/pier.md", "---\ntitle: The pier\n---\n"),
        ("fr/posts/jetty.md", "---\ntitle: The jetty\n---\n"),
    ]);
    let read = parse_folder(&files, &options()).unwrap().articles;
    let locales: Vec<&str> = read.iter().map(|document| document.locale.as_str()).collect();
    assert_eq!((locales, read[0].key == read[1].key), (vec!["de", "en", "en"], true));
    assert_eq!((section(&read[0]), section(&read[2])), (Some("posts"), Some("fr")));
    let lead = path_metadata::link_target("de/posts/pier.md", "../../en/posts/pier.md", &options().locales);
    assert_eq!(lead.unwrap().0, read[0].key);
}

#[test]
fn a_file_name_suffix_is_a_locale_only_if_configured() {
    let name = |path: &str| {
        let metadata = path_metadata::PathMetadata::from_path(path, &options().locales);
        (metadata.key, metadata.slug.unwrap().to_string(), metadata.locale.map(|locale| locale.to_string()))
    };
    let of =
        |key: &str, slug: &str, locale: Option<&str>| (key.into(), slug.into(), locale.map(str::to_owned));
    assert_eq!(name("a/intro-to-node.js.md"), of("a/intro-to-node.js", "intro-to-node-js", None));
    assert_eq!(name("a/intro.de.md"), of("a/intro", "intro", Some("de")));
    assert_eq!(name("de/intro.en.md"), of("intro", "intro", Some("en")));
    // Beside a file of the same name it is meant as one.
    let pair = [("a.md", "---\ntitle: A\n---\n"), ("a.fr.md", "---\ntitle: A\n---\n")];
    let diagnostics = parse_folder(&folder(&pair), &options()).unwrap_err();
    assert_eq!((diagnostics.len(), diagnostics[0].path.as_deref()), (1, Some("a.fr.md")));
    assert!(diagnostics[0].detail.contains("MASTHEAD_LOCALES"), "{diagnostics:?}");
}

#[test]
fn dates_in_folder_names_are_dates_and_numbers_are_not_sections() {
    let metadata = |path: &str| {
        let metadata = path_metadata::PathMetadata::from_path(path, &[]);
        (
            metadata.date.unwrap_or_default(),
            metadata.slug.unwrap().to_string(),
            metadata.section.unwrap_or_default(),
        )
    };
    let of = |date: &str, slug: &str, section: &str| (date.into(), slug.into(), section.into());
    assert_eq!(metadata("2024/04/02/light.md"), of("2024-04-02", "light", ""));
    assert_eq!(metadata("blog/2024/04-02-light/index.md"), of("2024-04-02", "light", "blog"));
    assert_eq!(metadata("2024/light.md"), of("", "light", ""));
    assert_eq!(metadata("posts/apple/1.md"), of("", "1", "posts"));
}

#[test]
fn the_first_heading_is_the_headline_if_none_is_given_and_it_has_the_top_level() {
    let headline = |text: &str| parse_one(text).unwrap().headline.map(|headline| headline.to_string());
    assert_eq!(headline("---\ntitle: Given\n---\n# Heading\n").as_deref(), Some("Given"));
    assert_eq!(headline("---\ntitle:\n---\nHeading\n===\n").as_deref(), Some("Heading"));
    assert_eq!(headline("## Second\n\n# First\n"), None);
    assert_eq!(headline(&format!("# {}\n", "x".repeat(121))), None);
}

#[test]
fn skipped_files_are_reported() {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, "---\ntitle: A\n---\n").unwrap();
    };
    let skipped = [
        ".vuepress/config.md",
        "ReadMe.markdown",
        "node_modules/a/index.md",
        "posts/_index.md",
        "posts/a.mdx",
        "posts/a.png",
    ];
    skipped.iter().for_each(|path| write(path));
    write("posts/a.md");
    let found = Folder::read(folder.path()).unwrap();
    let files: Vec<&str> = found.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(files, ["posts/a.md"]);
    assert_eq!(
        found.skipped,
        [".vuepress", "ReadMe.markdown", "node_modules", "posts/_index.md", "posts/a.mdx", "posts/a.png"]
    );
}
