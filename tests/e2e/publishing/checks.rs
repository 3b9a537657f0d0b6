//! Checks: a draft is reported as publishable exactly when publishing it succeeds.

use domain::{Locale, Role, Site};
use serde_json::{Value, json};
use tests::{Editor, TestApp, id, site};

use crate::fixture::{Fixture, expect_problem};

/// A draft in some state, and the person who checks and publishes it.
struct Case {
    name: &'static str,
    draft: String,
    who: Editor,
    /// The problem kind that publishing is refused with; `None` if it succeeds.
    refused: Option<&'static str>,
}

/// Creates the drafts of all cases on one server.
struct Cases {
    fixture: Fixture,
    all: Vec<Case>,
}

impl Cases {
    fn add(&mut self, name: &'static str, draft: &str, refused: Option<&'static str>) {
        self.add_for(name, draft, self.fixture.editor.clone(), refused);
    }

    fn add_for(&mut self, name: &'static str, draft: &str, who: Editor, refused: Option<&'static str>) {
        self.all.push(Case { name, draft: draft.to_owned(), who, refused });
    }

    async fn linking_to(&self, slug: &str, target: &str) -> String {
        let article = self.fixture.get_draft(target).await["article_id"].as_str().unwrap().to_owned();
        let draft = self.fixture.draft(slug).await;
        self.fixture.save(&draft, json!({ "body": format!("See [it](article:{article}).") })).await;
        draft
    }

    async fn content(&mut self) {
        let fixture = &self.fixture;
        let ready = fixture.draft("ready").await;
        let empty = id(&fixture.editor.post("/drafts", json!({ "content": {} })).send().await.expect(201));
        let nameless = fixture.draft("nameless").await;
        fixture.save(&nameless, json!({ "headline": null, "slug": null })).await;
        let bodiless = fixture.draft("bodiless").await;
        fixture.save(&bodiless, json!({ "body": "", "standfirst": null })).await;
        self.add("ready", &ready, None);
        self.add("empty", &empty, Some("incomplete"));
        self.add("without headline and slug", &nameless, Some("incomplete"));
        self.add("without a body", &bodiless, None);
    }

    async fn links(&mut self) {
        let fixture = &self.fixture;
        let (drafted, live, scheduled, gone) = (
            fixture.draft("link-to-draft").await,
            fixture.publish_new("link-to-live").await,
            fixture.draft("link-to-scheduled").await,
            fixture.publish_new("link-to-gone").await,
        );
        fixture.schedule(&scheduled, "2099-01-01T00:00:00Z").await.expect(200);
        let to_drafted = self.linking_to("to-drafted", &drafted).await;
        let to_live = self.linking_to("to-live", &live).await;
        let to_scheduled = self.linking_to("to-scheduled", &scheduled).await;
        let seen = self.linking_to("to-gone-seen", &gone).await;
        self.fixture.publish(&seen).await.expect(201);
        let changed = self.linking_to("to-gone-changed", &gone).await;
        self.fixture.publish(&changed).await.expect(201);
        self.fixture.post_action(&gone, "withdraw").await.expect(200);
        self.fixture.save(&changed, json!({ "headline": "Changed" })).await;
        self.add("links to a draft", &to_drafted, Some("dead-links"));
        self.add("links to what is live", &to_live, None);
        self.add("links to what is scheduled", &to_scheduled, Some("dead-links"));
        self.add("links to what was withdrawn, and readers see it so", &seen, None);
        self.add("links to what was withdrawn, and was changed", &changed, Some("dead-links"));
    }

    async fn slugs(&mut self) {
        let fixture = &self.fixture;
        let with = async |name: &str, slug: &str| {
            let draft = fixture.draft(name).await;
            fixture.save(&draft, json!({ "slug": slug })).await;
            draft
        };
        fixture.publish_new("lived-at").await;
        let scheduled = fixture.draft("scheduled-at").await;
        fixture.schedule(&scheduled, "2099-01-01T00:00:00Z").await.expect(200);
        let moved = fixture.publish_new("moved-from").await;
        fixture.save(&moved, json!({ "slug": "moved-to" })).await;
        let leaving = with("wants-moved-to", "moved-to").await;
        fixture.publish(&moved).await.expect(201);
        let withdrawn = fixture.publish_new("withdrawn-at").await;
        fixture.post_action(&withdrawn, "withdraw").await.expect(200);
        let only_drafted = fixture.draft("drafted-at").await;
        let translated = json!({
            "article_id": fixture.get_draft(&only_drafted).await["article_id"], "locale": "de",
            "content": { "slug": "lived-at", "section": fixture.section, "headline": "Deutsch" }
        });
        let translated = id(&fixture.editor.post("/drafts", translated).send().await.expect(201));
        let wants = [
            ("its slug is live", with("wants-live", "lived-at").await, Some("slug-taken")),
            ("its slug is scheduled", with("wants-scheduled", "scheduled-at").await, Some("slug-taken")),
            ("its slug redirects", with("wants-redirect", "moved-from").await, Some("slug-taken")),
            ("its slug is where another moved to", leaving, Some("slug-taken")),
            ("its slug was withdrawn", with("wants-withdrawn", "withdrawn-at").await, None),
            ("its slug is drafted elsewhere", with("wants-drafted", "drafted-at").await, None),
            ("its slug is live in another locale", translated, None),
        ];
        for (name, draft, refused) in wants {
            self.add(name, &draft, refused);
        }
        let incomplete = self.fixture.draft("wants-live-incomplete").await;
        self.fixture.save(&incomplete, json!({ "slug": "lived-at", "headline": null })).await;
        self.add("its slug is live and the headline is missing", &incomplete, Some("incomplete"));
    }

    async fn states(&mut self) {
        let fixture = &self.fixture;
        let trashed = fixture.draft("trashed").await;
        fixture.trash(&trashed).await.expect(200);
        let live = fixture.publish_new("live").await;
        let changed = fixture.publish_new("changed").await;
        fixture.save(&changed, json!({ "headline": "Changed" })).await;
        let withdrawn = fixture.publish_new("withdrawn").await;
        fixture.post_action(&withdrawn, "withdraw").await.expect(200);
        let taken_down = fixture.publish_new("taken-down").await;
        fixture.post_action(&taken_down, "take-down").await.expect(200);
        let scheduled = fixture.draft("scheduled").await;
        fixture.schedule(&scheduled, "2099-01-01T00:00:00Z").await.expect(200);
        self.add("in the trash", &trashed, Some("in-trash"));
        self.add("live", &live, None);
        self.add("live and changed", &changed, None);
        self.add("withdrawn", &withdrawn, None);
        self.add("taken down", &taken_down, None);
        self.add("scheduled as it is", &scheduled, None);
    }

    async fn terms(&mut self) {
        let fixture = &self.fixture;
        let (old, new) =
            (fixture.editor.create_term("tag", "old").await, fixture.editor.create_term("tag", "new").await);
        let merged = fixture.draft("merged").await;
        fixture.save(&merged, json!({ "tags": [old] })).await;
        let renamed = fixture.draft("renamed").await;
        fixture.save(&renamed, json!({ "tags": [new] })).await;
        let path = format!("/terms/{old}/merge");
        fixture.editor.post(&path, json!({ "into": new })).send().await.expect(200);
        fixture
            .editor
            .patch(&format!("/terms/{new}"), 1, json!({ "name": "Newer" }))
            .send()
            .await
            .expect(200);
        self.add("its tag was merged", &merged, None);
        self.add("its tag was renamed", &renamed, None);
    }

    async fn rights(&mut self) {
        let app = &self.fixture.app;
        let (author, contributor, viewer) = (
            app.editor(Role::Author).await,
            app.editor(Role::Contributor).await,
            app.editor(Role::Viewer).await,
        );
        let section = &self.fixture.section;
        let own = id(&author.create_draft(section, "own-of-author").await);
        let of_contributor = id(&contributor.create_draft(section, "own-of-contributor").await);
        let foreign = self.fixture.draft("foreign").await;
        let all = id(&contributor.create_draft(section, "lived-at").await);
        self.add_for("an author, their own", &own, author.clone(), None);
        self.add_for("an author, of others", &foreign, author, Some("not-allowed"));
        self.add_for("a contributor, their own", &of_contributor, contributor.clone(), Some("not-allowed"));
        self.add_for("a viewer", &foreign, viewer, Some("not-allowed"));
        self.add_for("a contributor, with a slug that is live", &all, contributor, Some("not-allowed"));
    }
}

fn status_and_kind(response: tests::TestResponse) -> (u16, String) {
    let status = response.status;
    (status, expect_problem(response, status).0)
}

fn kinds(report: &Value) -> Vec<&str> {
    let obstacles = report["obstacles"].as_array().unwrap().iter();
    obstacles.map(|one| one["type"].as_str().unwrap().trim_start_matches("/docs/problems/")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_publishable_exactly_when_publishing_it_succeeds() {
    let locales = ["en", "de"].map(|locale| Locale::try_from(locale.to_owned()).unwrap()).to_vec();
    let app = TestApp::start_for_site(Site { locales, ..site() }).await;
    let mut cases = Cases { fixture: Fixture::with_app(app).await, all: Vec::new() };
    cases.content().await;
    cases.links().await;
    cases.slugs().await;
    cases.states().await;
    cases.terms().await;
    cases.rights().await;
    let Cases { fixture, all } = cases;
    for Case { name, draft, who, refused } in all {
        let before = fixture.app.database.content_digests().await;
        let report = who.get(&format!("/drafts/{draft}/checks")).send().await.expect(200);
        assert_eq!(fixture.app.database.content_digests().await, before, "{name}: a check writes nothing");
        let seen = fixture.revision(&draft).await;
        let published = who.post(&format!("/drafts/{draft}/publish"), json!({})).if_match(seen).send().await;
        let succeeds = published.status / 100 == 2;
        assert_eq!(
            (succeeds, report["publishable"].as_bool()),
            (refused.is_none(), Some(succeeds)),
            "{name}: {report}"
        );
        assert_eq!(kinds(&report).is_empty(), succeeds, "{name}: {report}");
        let errors = report["findings"].as_array().unwrap().iter().filter(|one| one["severity"] == "error");
        assert_eq!(errors.count() == 0, succeeds, "{name}: {report}");
        if let Some(kind) = refused {
            let (answered, problem) = status_and_kind(published);
            assert_eq!(problem, kind, "{name}");
            let obstacles = report["obstacles"].as_array().unwrap().iter();
            let status =
                obstacles.zip(kinds(&report)).find(|(_, found)| *found == kind).unwrap().0["status"].clone();
            assert_eq!(status, json!(answered), "{name}: {report}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn checks_and_publish_agree_about_a_pending_schedule() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    fixture.schedule(&draft, "2099-01-01T00:00:00Z").await.expect(200);
    fixture.save(&draft, json!({ "headline": "Changed" })).await;
    let report = fixture.editor.get(&format!("/drafts/{draft}/checks")).send().await.expect(200);
    let published = fixture.publish(&draft).await;
    assert_eq!(report["publishable"], json!(published.status / 100 == 2), "{report} {}", published.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn all_obstacles_are_listed_and_the_slug_holder_only_if_readable() {
    let fixture = Fixture::new().await;
    let holder = fixture.publish_new("lived-at").await;
    let holder = fixture.get_draft(&holder).await["article_id"].as_str().unwrap().to_owned();
    let hidden = fixture.draft("hidden").await;
    let hidden = fixture.get_draft(&hidden).await["article_id"].as_str().unwrap().to_owned();
    let contributor = fixture.app.editor(Role::Contributor).await;
    let draft = id(&contributor.create_draft(&fixture.section, "lived-at").await);
    fixture.save(&draft, json!({ "headline": null, "body": format!("[it](article:{hidden})") })).await;
    fixture.trash(&draft).await.expect(200);
    let path = format!("/drafts/{draft}/checks");
    let report = contributor.get(&path).send().await.expect(200);
    assert_eq!(kinds(&report), ["incomplete", "dead-links", "not-allowed", "in-trash", "slug-taken"]);
    assert!(!report.to_string().contains(&holder), "{report}");
    let report = fixture.editor.get(&path).send().await.expect(200);
    assert_eq!(kinds(&report), ["incomplete", "dead-links", "in-trash", "slug-taken"]);
    assert!(report["obstacles"].to_string().contains(&holder), "{report}");
    let rules: Vec<&str> =
        report["findings"].as_array().unwrap().iter().map(|one| one["rule"].as_str().unwrap()).collect();
    assert_eq!(rules[..4], ["required", "dead_link", "in_trash", "slug_taken"], "{report}");
}
