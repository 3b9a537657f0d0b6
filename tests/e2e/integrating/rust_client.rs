//! The generated Rust clients: the samples of their README are compiled and run here.

use std::collections::BTreeSet;

use masthead_client::delivery;
use masthead_client::editorial as editing;
use tests::{PASSWORD, TestApp};

const README: &str = include_str!("../../../openapi/clients/rust/README.md");
const THIS: &str = include_str!("rust_client.rs");

mod reading {
    use masthead_client::delivery::{ApiOpError, GetArticleApiError, HttpClient, Teaser};

    pub(super) async fn read(base: &str) -> Result<Vec<Teaser>, Box<dyn std::error::Error>> {
        let masthead = HttpClient::new().with_base_url(base);

        let mut page = masthead.list_teasers_builder().limit(5).send().await?;
        let mut teasers = page.data;
        while let Some(cursor) = page.page.next {
            page = masthead.list_teasers_builder().limit(5).after(cursor).send().await?;
            teasers.append(&mut page.data);
        }

        let first = teasers.first().ok_or("nothing is live")?;
        // `body_2` sets the query parameter `body`, because the generator reserves the name `body`.
        let article = masthead
            .get_article_builder(&first.slug)
            .body_2(vec!["html".to_owned(), "text".to_owned()])
            .send()
            .await?;
        println!("{}: {} words", article.headline, article.word_count);
        println!("{}", article.body.html.as_deref().unwrap_or_default());

        match masthead.get_article_builder("no-such-article").send().await {
            Err(ApiOpError::Api(refused)) => match refused.typed {
                Some(GetArticleApiError::Default(problem)) => println!("{}", problem.detail),
                None => println!("{}: {}", refused.status, refused.body),
            },
            other => println!("unexpected: {other:?}"),
        }
        Ok(teasers)
    }
}

mod writing {
    use masthead_client::editorial::{self, ActReport, ContentPatch, SignIn, TermKind};

    pub(super) async fn write(
        base: &str,
        email: &str,
        password: &str,
    ) -> Result<ActReport, Box<dyn std::error::Error>> {
        let stranger = editorial::HttpClient::new().with_base_url(base);
        let who = SignIn { email: email.to_owned(), password: password.to_owned() };
        let tokens = stranger.sign_in(who).await?;
        let masthead = stranger.with_api_key(tokens.access_token);

        let section =
            masthead.create_term_builder(TermKind::Section, "Field notes".to_owned()).send().await?;
        let content = ContentPatch {
            slug: Some(Some("from-rust".to_owned())),
            section: Some(Some(section.id)),
            headline: Some(Some("From Rust".to_owned())),
            ..ContentPatch::default()
        };
        // A retry with the same key gets the same response and creates no second draft.
        let draft =
            masthead.create_draft_builder().content(content).idempotency_key("\"my-draft\"").send().await?;

        let (id, seen) = (draft.id.to_string(), format!("\"{}\"", draft.revision));
        let body = "Written by a *generated* client.".to_owned();
        let saved = masthead.save_draft_builder(&id, seen).body(body).send().await?;

        let seen = format!("\"{}\"", saved.revision);
        Ok(masthead.publish_draft_builder(&id, seen).send().await?)
    }
}

/// The code without whitespace, which depends on the indentation.
fn without_whitespace(code: &str) -> String {
    let bare: String = code.split_whitespace().collect();
    bare.replace(",)", ")").replace("pub(super)", "")
}

#[test]
fn the_readme_samples_are_the_executed_code() {
    let samples: Vec<&str> =
        README.split("```rust\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(samples.len(), 2);
    for sample in samples {
        assert!(without_whitespace(THIS).contains(&without_whitespace(sample)), "{sample}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_client_reads_pages_articles_and_typed_errors() {
    let app = TestApp::start().await;
    app.import_teasers(include_str!("../../fixtures/teasers.txt")).await.unwrap();
    let teasers = reading::read(&app.base_url()).await.unwrap();
    let ids: BTreeSet<_> = teasers.iter().map(|teaser| teaser.id).collect();
    let all = app.reader.get("/v1/teasers?limit=100").await.expect(200);
    let expected: Vec<&str> =
        all["data"].as_array().unwrap().iter().map(|teaser| teaser["slug"].as_str().unwrap()).collect();
    let slugs: Vec<&str> = teasers.iter().map(|teaser| teaser.slug.as_str()).collect();
    assert!(expected.len() > 10, "more than two pages");
    assert_eq!((slugs, ids.len()), (expected, teasers.len()));

    let masthead = delivery::HttpClient::new().with_base_url(app.base_url());
    let read = masthead
        .get_article_builder(&teasers[0].slug)
        .body_2(vec!["html".to_owned(), "text".to_owned()])
        .send()
        .await
        .unwrap();
    assert_eq!((read.id, &read.headline), (teasers[0].id, &teasers[0].headline));
    let given = (read.body.html.is_some(), read.body.text.is_some(), read.body.markdown.is_some());
    assert_eq!(given, (true, true, false));

    let refused = masthead.get_article_builder("no-such-article").send().await.unwrap_err();
    let refused = refused.api().unwrap();
    let Some(delivery::GetArticleApiError::Default(problem)) = &refused.typed else { panic!("{refused:?}") };
    assert_eq!((refused.status, problem.status), (404, 404));
    assert!(problem.r#type.ends_with("/docs/problems/not-found"), "{problem:?}");
    let wrong = masthead.list_teasers_builder().limit(1000).send().await.unwrap_err();
    let Some(delivery::ListTeasersApiError::Default(problem)) = &wrong.api().unwrap().typed else {
        panic!("{wrong:?}")
    };
    assert_eq!(problem.errors[0].parameter.as_deref(), Some("limit"));

    // A conditional request gets 304 without a body.
    let slug = &teasers[0].slug;
    let known = app.reader.get(&format!("/v1/articles/{slug}")).await;
    let asking = masthead.clone().with_header("If-None-Match", known.header("etag"));
    let current = asking.get_article_builder(slug).send().await.unwrap_err();
    assert_eq!((current.api().unwrap().status, current.api().unwrap().raw_body.len()), (304, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_client_signs_in_writes_saves_and_publishes() {
    let app = TestApp::start().await;
    let report = writing::write(&app.base_url(), "editor@example.org", PASSWORD).await.unwrap();
    assert_eq!((report.articles.len(), report.dry_run), (1, false));
    let article = app.reader.get("/v1/articles/from-rust").await.expect(200);
    assert_eq!(article["headline"], "From Rust");
    assert!(article["body"]["html"].as_str().unwrap().contains("<em>generated</em>"));
    // Blocks are deserialized into typed enums.
    let masthead = delivery::HttpClient::new().with_base_url(app.base_url());
    let read =
        masthead.get_article_builder("from-rust").body_2(vec!["blocks".to_owned()]).send().await.unwrap();
    let blocks = read.body.blocks.unwrap();
    let delivery::Block::ParagraphBlock(paragraph) = &*blocks[0] else { panic!("{blocks:?}") };
    let delivery::Inline::StyledInline(styled) = &*paragraph.content[1] else { panic!("{paragraph:?}") };
    assert_eq!(styled.style, delivery::TextStyle::Emphasis);

    let stranger = editing::HttpClient::new().with_base_url(app.base_url());
    let wrong = editing::SignIn { email: "editor@example.org".to_owned(), password: "a guess".to_owned() };
    let refused = stranger.sign_in(wrong).await.unwrap_err();
    let Some(editing::SignInApiError::Status401(problem)) = &refused.api().unwrap().typed else {
        panic!("{refused:?}")
    };
    assert!(problem.r#type.ends_with("/docs/problems/sign-in-failed"), "{problem:?}");
}
