//! Importing a folder of Markdown files.

use std::path::Path;

use domain::workflow::OnPending;
use domain::{DraftId, Headline, Locale, Slug};
use import::markdown::{File, Folder};
use import::{ArticleOutcome, FutureDates, ImportError, Options, Report};
use store::editorial::drafts;
use store::editorial::drafts::{DraftEdit, DraftFilter};
use store::publishing;
use store::write;
use store::write::WriteContext;
use tests::TestApp;

pub(super) fn options() -> Options {
    let en = Locale::try_from("en".to_owned()).unwrap();
    let redirects = Some(tests::site());
    let (locales, future) = (vec![en.clone()], FutureDates::Schedule);
    Options { locale: en, locales, publish: true, future, dry_run: false, redirects }
}

fn context() -> WriteContext {
    WriteContext::for_program("test", "test")
}

fn folder(files: &[(&str, &str)]) -> Folder {
    let file =
        |(path, text): &(&str, &str)| File { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() };
    Folder { files: files.iter().map(file).collect(), skipped: Vec::new() }
}

pub(super) async fn import(app: &TestApp, folder: &Folder, options: &Options) -> Result<Report, ImportError> {
    app.import_markdown(folder, options).await
}

fn counts(report: &Report) -> (usize, usize, usize) {
    (report.created_count(), report.updated_count(), report.unchanged_count())
}

async fn draft_and_term_counts(app: &TestApp) -> (usize, usize) {
    let mut conn = app.store().editorial().await.unwrap();
    let limit = domain::Limit::try_from(100).unwrap();
    let (drafts, _) = drafts::list(&mut conn, &DraftFilter::default(), None, limit).await.unwrap();
    let slugs = ["desk", "one", "vera-lindqvist"].map(|slug| Slug::try_from(slug.to_owned()).unwrap());
    let mut terms = 0;
    for kind in [domain::TermKind::Section, domain::TermKind::Tag, domain::TermKind::Author] {
        terms += store::editorial::terms::resolve_slugs(&mut conn, kind, &slugs).await.unwrap().len();
    }
    (drafts.len(), terms)
}

const BRIDGES: &str = "---\ntitle: Bridges\ndate: 2026-01-12\nsection: desk\nkicker: Dispatch\nauthors: [vera-lindqvist]\ntags: [one]\nmood: calm\n---\n\nSee [roads](../posts/roads.md#why).\n";
const ROADS: &str = "+++\ntitle = 'Roads'\nsection = 'desk'\n+++\nBack to [bridges](bridges.md).\n";
const AUTHORS: &str = "- slug: vera-lindqvist\n  name: Vera Lindqvist\n  bio: Vera builds.\n";

fn sample_files<'a>() -> [(&'a str, &'a str); 3] {
    [("authors.yaml", AUTHORS), ("posts/bridges.md", BRIDGES), ("posts/roads.md", ROADS)]
}

#[tokio::test(flavor = "multi_thread")]
async fn imported_files_become_articles_with_resolved_links() {
    let app = TestApp::start().await;
    let report = import(&app, &folder(&sample_files()), &options()).await.unwrap();
    assert_eq!((counts(&report), report.sequence, &report.notes[..]), ((2, 0, 0), Some(1), &[][..]));
    let bridges = app.reader.get("/v1/articles/bridges").await.expect(200);
    assert_eq!(bridges["first_published_at"], "2026-01-12T00:00:00Z");
    assert_eq!((&bridges["kicker"], &bridges["fields"]["mood"]), (&"Dispatch".into(), &"calm".into()));
    assert_eq!(bridges["authors"][0]["bio"], "Vera builds.");
    let html = app.reader.get("/v1/articles/bridges?body=html").await.expect(200).to_string();
    assert!(html.contains("https://example.org/desk/roads#why"), "{html}");
}

#[tokio::test(flavor = "multi_thread")]
async fn reimporting_is_a_no_op_and_changes_are_reported_by_field() {
    let app = TestApp::start().await;
    import(&app, &folder(&sample_files()), &options()).await.unwrap();
    let again = import(&app, &folder(&sample_files()), &options()).await.unwrap();
    assert_eq!((counts(&again), again.sequence), ((0, 0, 2), None));

    let other = BRIDGES.replace("title: Bridges", "title: Old bridges").replace("Dispatch", "Review");
    let mut files = sample_files();
    files[1].1 = &other;
    let dry = Options { dry_run: true, ..options() };
    let changed = import(&app, &folder(&files), &dry).await.unwrap();
    assert_eq!((counts(&changed), changed.sequence), ((0, 1, 1), None));
    assert_eq!(app.reader.get("/v1/articles/bridges").await.expect(200)["headline"], "Bridges");

    let changed = import(&app, &folder(&files), &options()).await.unwrap();
    assert_eq!((counts(&changed), changed.sequence), ((0, 1, 1), Some(2)));
    let ArticleOutcome::Updated(fields) = &changed.lines[0].outcome else { panic!("{changed:?}") };
    let result: Vec<String> = fields.iter().map(ToString::to_string).collect();
    assert_eq!(result, ["kicker: Dispatch → Review", "headline: Bridges → Old bridges"]);
    assert_eq!(app.reader.get("/v1/articles/bridges").await.expect(200)["headline"], "Old bridges");

    // Files are matched by path, so a changed slug moves the article; a moved file is matched by slug.
    let renamed = other.replace("date:", "slug: old-bridges\ndate:");
    files[1].1 = &renamed;
    assert_eq!(counts(&import(&app, &folder(&files), &options()).await.unwrap()), (0, 1, 1));
    assert_eq!(draft_and_term_counts(&app).await.0, 2);
    files[1].0 = "essays/bridges.md";
    let moved = import(&app, &folder(&files), &options()).await.unwrap();
    assert_eq!((moved.created_count(), draft_and_term_counts(&app).await.0), (0, 2), "{moved:?}");
    // A new file at the old path becomes a new article, and links to that path lead to it.
    let mut more = files.to_vec();
    more.push(("posts/bridges.md", "---\ntitle: Newer\nslug: newer\nsection: desk\n---\nNew."));
    for made in [(1, 1, 1), (0, 0, 3)] {
        assert_eq!(counts(&import(&app, &folder(&more), &options()).await.unwrap()), made);
    }
    app.reader.get("/v1/articles/old-bridges").await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unchanged_file_does_not_republish_a_withdrawn_article() {
    let app = TestApp::start().await;
    import(&app, &folder(&sample_files()), &options()).await.unwrap();
    let mut conn = app.store().editorial().await.unwrap();
    let limit = domain::Limit::try_from(100).unwrap();
    let (entries, _) = drafts::list(&mut conn, &DraftFilter::default(), None, limit).await.unwrap();
    let slug = |slug: &Option<Slug>| slug.as_ref().is_some_and(|slug| slug.as_str() == "bridges");
    let entry = entries.iter().find(|entry| slug(&entry.slug)).unwrap();
    let key = [(entry.article_id, entry.locale.clone())];
    write::once(&mut conn, &context(), async |tx| publishing::withdraw(tx, &key, OnPending::Refuse).await)
        .await
        .unwrap();
    let again = import(&app, &folder(&sample_files()), &options()).await.unwrap();
    assert_eq!((counts(&again), again.sequence), ((0, 0, 2), None));
    app.reader.get("/v1/articles/bridges").await.expect(410);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unchanged_file_does_not_overwrite_edits() {
    let app = TestApp::start().await;
    import(&app, &folder(&sample_files()), &options()).await.unwrap();
    let mut conn = app.store().editorial().await.unwrap();
    let limit = domain::Limit::try_from(100).unwrap();
    let (entries, _) = drafts::list(&mut conn, &DraftFilter::default(), None, limit).await.unwrap();
    let slug = |slug: &Option<Slug>| slug.as_ref().is_some_and(|slug| slug.as_str() == "roads");
    let id: DraftId = entries.iter().find(|entry| slug(&entry.slug)).unwrap().id;
    let mut content = drafts::find(&mut conn, id).await.unwrap().content;
    content.headline = Some(Headline::try_from("Edited".to_owned()).unwrap());
    write::once(&mut conn, &context(), async |tx| {
        drafts::save(tx, id, 1, &DraftEdit::Replace(Box::new(content))).await
    })
    .await
    .unwrap();
    let again = import(&app, &folder(&sample_files()), &options()).await.unwrap();
    assert_eq!((counts(&again), again.sequence), ((0, 0, 2), None));
    let draft = drafts::find(&mut conn, id).await.unwrap();
    assert_eq!((draft.content.headline.unwrap().as_str(), draft.entry.revision), ("Edited", 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_broken_file_is_reported_and_nothing_is_imported() {
    let app = TestApp::start().await;
    let mut files = sample_files().to_vec();
    files.push(("posts/z.md", "---\ntitle: Z\ndate: soon\nlocale: xx\n---\n"));
    let refused = import(&app, &folder(&files), &options()).await.unwrap_err().to_string();
    let lines: Vec<&str> = refused.lines().collect();
    assert!(
        matches!(lines[..], [date, locale] if date.starts_with("posts/z.md:3: ") && locale.starts_with("posts/z.md:4: ")),
        "{refused}"
    );
    assert_eq!(draft_and_term_counts(&app).await, (0, 0));
    // Nothing is imported either when only the publish fails.
    files[3].1 = "---\ntitle: Z\nslug: z\n---\n";
    files[3].0 = "z.md";
    let refused = import(&app, &folder(&files), &options()).await.unwrap_err().to_string();
    assert!(refused.starts_with("z.md:1: ") && refused.contains("section"), "{refused}");
    assert_eq!(draft_and_term_counts(&app).await, (0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn imported_drafts_are_not_published_and_links_to_them_have_no_url() {
    let app = TestApp::start().await;
    let draft = ROADS.replace("title", "draft = true\ntitle");
    let mut files = sample_files();
    files[2].1 = &draft;
    let report = import(&app, &folder(&files), &options()).await.unwrap();
    assert_eq!(counts(&report), (2, 0, 0));
    assert_eq!(
        report.notes,
        ["posts/bridges.md: the link to posts/roads.md has no URL until posts/roads.md is published"]
    );
    let bridges = app.reader.get("/v1/articles/bridges").await.expect(200);
    assert!(bridges["body"]["html"].as_str().unwrap().contains("<a>roads</a>"), "{bridges}");
    app.reader.get("/v1/articles/roads").await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn projects_of_seven_generators_are_imported_whole() {
    let app = TestApp::start().await;
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/markdown"));
    let generators = [("hugo", 3), ("astro", 2), ("jekyll", 3), ("zola", 2)];
    let others = [("docusaurus", 5), ("hexo", 3), ("vuepress", 3)];
    for (generator, made) in generators.into_iter().chain(others) {
        let files = Folder::read(&root.join(generator)).unwrap();
        let report = import(&app, &files, &options()).await.unwrap();
        assert_eq!(counts(&report), (made, 0, 0), "{generator}");
        let again = import(&app, &files, &options()).await.unwrap();
        assert_eq!(counts(&again), (0, 0, made), "{generator}");
    }
    let second = app.reader.get("/v1/articles/welcome-to-jekyll?body=html").await.expect(200).to_string();
    assert!(second.contains("https://example.org/jekyll/second"), "{second}");
    let first = app.reader.get("/v1/articles/opening-night?body=html,markdown").await.expect(200);
    assert_eq!(
        (&first["byline"][0]["name"], &first["tags"][0]["name"]),
        (&"Maren Berg".into(), &"Rehearsals".into())
    );
    let html = first["body"]["html"].as_str().unwrap();
    assert!(html.contains("https://example.org/blog/second-run") && !html.contains("truncate"), "{html}");
    let written = include_str!("../../fixtures/markdown/vuepress/posts/pier.md").splitn(3, "---\n").nth(2);
    let pier = app.reader.get("/v1/articles/pier?body=markdown").await.expect(200);
    assert_eq!(pier["body"]["markdown"].as_str(), written);
}

#[tokio::test(flavor = "multi_thread")]
async fn imports_follow_merged_tags() {
    let app = TestApp::start().await;
    let both = BRIDGES.replace("[one]", "[one, two]");
    let mut files = sample_files();
    files[1].1 = &both;
    import(&app, &folder(&files), &options()).await.unwrap();
    let mut conn = app.store().editorial().await.unwrap();
    let slugs = ["one", "two"].map(|slug| Slug::try_from(slug.to_owned()).unwrap());
    let tags =
        store::editorial::terms::resolve_slugs(&mut conn, domain::TermKind::Tag, &slugs).await.unwrap();
    write::once(&mut conn, &context(), async |tx| {
        store::editorial::terms::merge(tx, tags[&slugs[0]].id, tags[&slugs[1]].id).await
    })
    .await
    .unwrap();
    let again = import(&app, &folder(&files), &options()).await.unwrap();
    assert_eq!(counts(&again), (0, 0, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_publication_is_imported_published_and_read() {
    let app = TestApp::start().await;
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../demo"));
    let folder = Folder::read(root).unwrap();
    let report = import(&app, &folder, &options()).await.unwrap();
    assert_eq!((counts(&report), report.sequence), ((12, 0, 0), Some(1)));
    assert_eq!(counts(&import(&app, &folder, &options()).await.unwrap()), (0, 0, 12));
    let teasers = app.reader.get("/v1/teasers?limit=50").await.expect(200);
    assert_eq!(teasers["data"].as_array().unwrap().len(), 12);
    for teaser in teasers["data"].as_array().unwrap() {
        let slug = teaser["slug"].as_str().unwrap();
        assert_eq!(
            (&teaser["section"]["slug"], &teaser["kicker"]),
            (&"engineering".into(), &"Dispatch".into())
        );
        let article = app.reader.get(&format!("/v1/articles/{slug}")).await.expect(200);
        let html = article["body"]["html"].as_str().unwrap();
        assert!(!html.contains(".md\""), "{slug} links to a file");
        assert!(article["context"]["series"]["count"] == 12, "{slug} is not in the series");
        assert!(teaser["word_count"].as_u64().unwrap() >= 600, "{slug} is short");
    }
}

/// The status and the target of a path, such as `moved https://example.org/desk/bridges`.
async fn resolve_summary(app: &TestApp, path: &str) -> String {
    let resolved = app.reader.get(&format!("/v1/resolve?path={path}")).await.expect(200);
    format!("{} {}", resolved["status"].as_str().unwrap(), resolved["target"].as_str().unwrap_or("nowhere"))
}

/// A folder whose front matter names aliases.
fn zola_path() -> Folder {
    folder(&[
        ("misc/al.md", include_str!("../../fixtures/markdown/addresses/misc/al.md")),
        ("misc/z.md", include_str!("../../fixtures/markdown/addresses/misc/z.md")),
    ])
}

#[tokio::test(flavor = "multi_thread")]
async fn aliases_in_front_matter_become_redirects() {
    let app = TestApp::start().await;
    let report = import(&app, &zola_path(), &options()).await.unwrap();
    assert_eq!(
        (counts(&report), report.sequence, report.redirect_count),
        ((2, 0, 0), Some(1), 4),
        "{report:?}"
    );
    for (path, slug) in [("/old/a", "al"), ("/old/b", "al"), ("/old/c/", "al"), ("/2015/05/15/old-name", "z")]
    {
        assert_eq!(
            resolve_summary(&app, path).await,
            format!("moved https://example.org/misc/{slug}"),
            "{path}"
        );
    }
    assert_eq!(resolve_summary(&app, "/misc/z").await, "live https://example.org/misc/z");
    let again = import(&app, &zola_path(), &options()).await.unwrap();
    assert_eq!((counts(&again), again.sequence, again.redirect_count), ((0, 0, 2), None, 0));
    assert_eq!(resolve_summary(&app, "/old/a").await, "moved https://example.org/misc/al");
}

#[tokio::test(flavor = "multi_thread")]
async fn generator_paths_become_redirects_when_the_path_pattern_differs() {
    let site = domain::Site {
        path_pattern: domain::PathPattern::try_from("/read/{slug}".to_owned()).unwrap(),
        ..tests::site()
    };
    let app = TestApp::start_for_site(site.clone()).await;
    let options = Options { redirects: Some(site), ..options() };
    let text = "---\ntitle: A\nsection: desk\n---\nx\n";
    let files = [
        ("posts/hugo.md", text),
        ("blog/2024-03-05-docusaurus.md", text),
        ("_posts/2021-05-06-jekyll.md", text),
    ];
    let dry = Options { dry_run: true, ..options.clone() };
    assert_eq!(import(&app, &folder(&files), &dry).await.unwrap().redirect_count, 4);
    assert_eq!(resolve_summary(&app, "/posts/hugo").await, "unknown nowhere");
    assert_eq!(import(&app, &folder(&files), &options).await.unwrap().redirect_count, 4);
    for (path, slug) in [
        ("/posts/hugo/", "hugo"),
        ("/blog/2024/03/05/docusaurus", "docusaurus"),
        ("/blog/docusaurus/", "docusaurus"),
        ("/2021/05/06/jekyll.html", "jekyll"),
    ] {
        assert_eq!(
            resolve_summary(&app, path).await,
            format!("moved https://example.org/read/{slug}"),
            "{path}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn conflicting_aliases_are_reported_and_the_rest_is_imported() {
    let app = TestApp::start().await;
    let file = |aliases: &str| format!("---\ntitle: A\nsection: desk\naliases: [{aliases}]\n---\nx\n");
    let earlier = [("desk/earlier.md", file("/old/earlier"))];
    let folder_of = |files: &[(&str, String)]| {
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        folder(&files)
    };
    import(&app, &folder_of(&earlier), &options()).await.unwrap();
    let files = [
        ("desk/one.md", file("/both, /desk/two, /old/earlier, '/?p=1', https://other.example/x")),
        ("desk/two.md", file("/both, /desk/earlier, /desk/two, /good, https://example.org/also-good/")),
    ];
    let report = import(&app, &folder_of(&files), &options()).await.unwrap();
    assert_eq!((counts(&report), report.redirect_count), ((2, 0, 0), 2), "{report:?}");
    let mut notes = report.notes;
    notes.sort();
    let no = "no redirect from";
    assert_eq!(
        notes,
        [
            format!("desk/one.md:4: {no} /?p=1: A path has neither a query nor a fragment."),
            format!("desk/one.md:4: {no} /both: desk/two.md has it too"),
            format!("desk/one.md:4: {no} /desk/two: it is the path of desk/two.md"),
            format!("desk/one.md:4: {no} /old/earlier: another article has this path"),
            format!("desk/two.md:4: {no} /both: desk/one.md has it too"),
            format!("desk/two.md:4: {no} /desk/earlier: another article has this path"),
        ]
    );
    assert_eq!(resolve_summary(&app, "/good").await, "moved https://example.org/desk/two");
    assert_eq!(resolve_summary(&app, "/also-good").await, "moved https://example.org/desk/two");
    assert_eq!(resolve_summary(&app, "/old/earlier").await, "moved https://example.org/desk/earlier");
    assert_eq!(resolve_summary(&app, "/both").await, "unknown nowhere");
}

#[tokio::test(flavor = "multi_thread")]
async fn redirects_to_drafts_are_unknown_until_published() {
    let app = TestApp::start().await;
    let drafts = Options { publish: false, ..options() };
    let report = import(&app, &zola_path(), &drafts).await.unwrap();
    assert_eq!((report.sequence, report.redirect_count), (None, 4));
    assert_eq!(resolve_summary(&app, "/old/a").await, "unknown nowhere");
    import(&app, &zola_path(), &options()).await.unwrap();
    assert_eq!(resolve_summary(&app, "/old/a").await, "moved https://example.org/misc/al");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invalid_author_url_is_reported_with_its_file() {
    let app = TestApp::start().await;
    let authors = |url: &str| format!("- slug: vera-lindqvist\n  name: Vera Lindqvist\n  url: {url}\n");
    let with = |authors: &str| folder(&[("authors.yaml", authors), ("posts/roads.md", ROADS)]);
    for url in ["'javascript:alert(1)'", "'//vera.example'", "vera", "''"] {
        let refused = import(&app, &with(&authors(url)), &options()).await.unwrap_err().to_string();
        assert!(refused.starts_with("authors.yaml:1: `url`: "), "{refused}");
    }
    let bridges = [
        ("authors.yaml", &*authors("'mailto:vera@example.org'")),
        ("posts/bridges.md", BRIDGES),
        ("posts/roads.md", ROADS),
    ];
    import(&app, &folder(&bridges), &options()).await.unwrap();
    let author = app.reader.get("/v1/authors/vera-lindqvist").await.expect(200);
    assert_eq!(author["url"], "mailto:vera@example.org");
}
