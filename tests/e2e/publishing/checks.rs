//! Checks: what they say about a draft is what publishing it does.

use domain::{Locale, Role, Site};
use serde_json::{Value, json};
use tests::{Editor, Newsroom, id, site};

use crate::stage::{Stage, refused};

/// A draft in some situation, and who looks at it.
struct Situation {
    name: &'static str,
    draft: String,
    who: Editor,
    /// What publishing is refused with; nothing where it succeeds.
    refused: Option<&'static str>,
}

/// Puts drafts into situations, in one newsroom.
struct Situations {
    stage: Stage,
    all: Vec<Situation>,
}

impl Situations {
    fn add(&mut self, name: &'static str, draft: &str, refused: Option<&'static str>) {
        self.add_for(name, draft, self.stage.editor.clone(), refused);
    }

    fn add_for(&mut self, name: &'static str, draft: &str, who: Editor, refused: Option<&'static str>) {
        self.all.push(Situation { name, draft: draft.to_owned(), who, refused });
    }

    async fn linking_to(&self, slug: &str, target: &str) -> String {
        let article = self.stage.get(target).await["article_id"].as_str().unwrap().to_owned();
        let draft = self.stage.draft(slug).await;
        self.stage.save(&draft, json!({ "body": format!("See [it](article:{article}).") })).await;
        draft
    }

    async fn content(&mut self) {
        let stage = &self.stage;
        let ready = stage.draft("ready").await;
        let empty = id(&stage.editor.post("/drafts", json!({ "content": {} })).send().await.expect(201));
        let nameless = stage.draft("nameless").await;
        stage.save(&nameless, json!({ "headline": null, "slug": null })).await;
        let bodiless = stage.draft("bodiless").await;
        stage.save(&bodiless, json!({ "body": "", "standfirst": null })).await;
        self.add("ready", &ready, None);
        self.add("empty", &empty, Some("incomplete"));
        self.add("without headline and slug", &nameless, Some("incomplete"));
        self.add("without a body", &bodiless, None);
    }

    async fn links(&mut self) {
        let stage = &self.stage;
        let (drafted, live, scheduled, gone) = (
            stage.draft("link-to-draft").await,
            stage.live("link-to-live").await,
            stage.draft("link-to-scheduled").await,
            stage.live("link-to-gone").await,
        );
        stage.schedule(&scheduled, "2099-01-01T00:00:00Z").await.expect(200);
        let to_drafted = self.linking_to("to-drafted", &drafted).await;
        let to_live = self.linking_to("to-live", &live).await;
        let to_scheduled = self.linking_to("to-scheduled", &scheduled).await;
        let seen = self.linking_to("to-gone-seen", &gone).await;
        self.stage.publish(&seen).await.expect(201);
        let changed = self.linking_to("to-gone-changed", &gone).await;
        self.stage.publish(&changed).await.expect(201);
        self.stage.act(&gone, "withdraw").await.expect(200);
        self.stage.save(&changed, json!({ "headline": "Changed" })).await;
        self.add("links to a draft", &to_drafted, Some("dead-links"));
        self.add("links to what is live", &to_live, None);
        self.add("links to what is scheduled", &to_scheduled, Some("dead-links"));
        self.add("links to what was withdrawn, and readers see it so", &seen, None);
        self.add("links to what was withdrawn, and was changed", &changed, Some("dead-links"));
    }

    async fn slugs(&mut self) {
        let stage = &self.stage;
        let with = async |name: &str, slug: &str| {
            let draft = stage.draft(name).await;
            stage.save(&draft, json!({ "slug": slug })).await;
            draft
        };
        stage.live("lived-at").await;
        let scheduled = stage.draft("scheduled-at").await;
        stage.schedule(&scheduled, "2099-01-01T00:00:00Z").await.expect(200);
        let moved = stage.live("moved-from").await;
        stage.save(&moved, json!({ "slug": "moved-to" })).await;
        let leaving = with("wants-moved-to", "moved-to").await;
        stage.publish(&moved).await.expect(201);
        let withdrawn = stage.live("withdrawn-at").await;
        stage.act(&withdrawn, "withdraw").await.expect(200);
        let only_drafted = stage.draft("drafted-at").await;
        let translated = json!({
            "article_id": stage.get(&only_drafted).await["article_id"], "locale": "de",
            "content": { "slug": "lived-at", "section": stage.section, "headline": "Deutsch" }
        });
        let translated = id(&stage.editor.post("/drafts", translated).send().await.expect(201));
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
        let incomplete = self.stage.draft("wants-live-incomplete").await;
        self.stage.save(&incomplete, json!({ "slug": "lived-at", "headline": null })).await;
        self.add("its slug is live and the headline is missing", &incomplete, Some("incomplete"));
    }

    async fn states(&mut self) {
        let stage = &self.stage;
        let trashed = stage.draft("trashed").await;
        stage.trash(&trashed).await.expect(200);
        let live = stage.live("live").await;
        let changed = stage.live("changed").await;
        stage.save(&changed, json!({ "headline": "Changed" })).await;
        let withdrawn = stage.live("withdrawn").await;
        stage.act(&withdrawn, "withdraw").await.expect(200);
        let taken_down = stage.live("taken-down").await;
        stage.act(&taken_down, "take-down").await.expect(200);
        let scheduled = stage.draft("scheduled").await;
        stage.schedule(&scheduled, "2099-01-01T00:00:00Z").await.expect(200);
        self.add("in the trash", &trashed, Some("in-trash"));
        self.add("live", &live, None);
        self.add("live and changed", &changed, None);
        self.add("withdrawn", &withdrawn, None);
        self.add("taken down", &taken_down, None);
        self.add("scheduled as it is", &scheduled, None);
    }

    async fn terms(&mut self) {
        let stage = &self.stage;
        let (old, new) =
            (stage.editor.given_term("tag", "old").await, stage.editor.given_term("tag", "new").await);
        let merged = stage.draft("merged").await;
        stage.save(&merged, json!({ "tags": [old] })).await;
        let renamed = stage.draft("renamed").await;
        stage.save(&renamed, json!({ "tags": [new] })).await;
        let path = format!("/terms/{old}/merge");
        stage.editor.post(&path, json!({ "into": new })).send().await.expect(200);
        stage.editor.patch(&format!("/terms/{new}"), 1, json!({ "name": "Newer" })).send().await.expect(200);
        self.add("its tag was merged", &merged, None);
        self.add("its tag was renamed", &renamed, None);
    }

    async fn rights(&mut self) {
        let newsroom = &self.stage.newsroom;
        let (author, contributor, viewer) = (
            newsroom.editor(Role::Author).await,
            newsroom.editor(Role::Contributor).await,
            newsroom.editor(Role::Viewer).await,
        );
        let section = &self.stage.section;
        let own = id(&author.given_draft(section, "own-of-author").await);
        let of_contributor = id(&contributor.given_draft(section, "own-of-contributor").await);
        let foreign = self.stage.draft("foreign").await;
        let all = id(&contributor.given_draft(section, "lived-at").await);
        self.add_for("an author, their own", &own, author.clone(), None);
        self.add_for("an author, of others", &foreign, author, Some("not-allowed"));
        self.add_for("a contributor, their own", &of_contributor, contributor.clone(), Some("not-allowed"));
        self.add_for("a viewer", &foreign, viewer, Some("not-allowed"));
        self.add_for("a contributor, with a slug that is live", &all, contributor, Some("not-allowed"));
    }
}

/// The status and the kind of a refusal.
fn refused_with(answer: tests::Answer) -> (u16, String) {
    let status = answer.status;
    (status, refused(answer, status).0)
}

fn kinds(report: &Value) -> Vec<&str> {
    let obstacles = report["obstacles"].as_array().unwrap().iter();
    obstacles.map(|one| one["type"].as_str().unwrap().trim_start_matches("/docs/problems/")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_publishable_exactly_when_publishing_it_succeeds() {
    let locales = ["en", "de"].map(|locale| Locale::try_from(locale.to_owned()).unwrap()).to_vec();
    let newsroom = Newsroom::open_for(Site { locales, ..site() }).await;
    let mut situations = Situations { stage: Stage::of(newsroom).await, all: Vec::new() };
    situations.content().await;
    situations.links().await;
    situations.slugs().await;
    situations.states().await;
    situations.terms().await;
    situations.rights().await;
    let Situations { stage, all } = situations;
    for Situation { name, draft, who, refused } in all {
        let before = stage.newsroom.database.everything().await;
        let report = who.get(&format!("/drafts/{draft}/checks")).send().await.expect(200);
        assert_eq!(stage.newsroom.database.everything().await, before, "{name}: a check writes nothing");
        let seen = stage.revision(&draft).await;
        let published = who.post(&format!("/drafts/{draft}/publish"), json!({})).seen(seen).send().await;
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
            let (answered, problem) = refused_with(published);
            assert_eq!(problem, kind, "{name}");
            let obstacles = report["obstacles"].as_array().unwrap().iter();
            let status =
                obstacles.zip(kinds(&report)).find(|(_, found)| *found == kind).unwrap().0["status"].clone();
            assert_eq!(status, json!(answered), "{name}: {report}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pending_schedule_of_another_revision_counts_the_same_for_checks_and_publishing() {
    let stage = Stage::open().await;
    let draft = stage.draft("a-slug").await;
    stage.schedule(&draft, "2099-01-01T00:00:00Z").await.expect(200);
    stage.save(&draft, json!({ "headline": "Changed" })).await;
    let report = stage.editor.get(&format!("/drafts/{draft}/checks")).send().await.expect(200);
    let published = stage.publish(&draft).await;
    assert_eq!(report["publishable"], json!(published.status / 100 == 2), "{report} {}", published.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn all_obstacles_are_listed_at_once_and_the_holder_of_a_slug_only_to_those_who_may_see_it() {
    let stage = Stage::open().await;
    let holder = stage.live("lived-at").await;
    let holder = stage.get(&holder).await["article_id"].as_str().unwrap().to_owned();
    let hidden = stage.draft("hidden").await;
    let hidden = stage.get(&hidden).await["article_id"].as_str().unwrap().to_owned();
    let contributor = stage.newsroom.editor(Role::Contributor).await;
    let draft = id(&contributor.given_draft(&stage.section, "lived-at").await);
    stage.save(&draft, json!({ "headline": null, "body": format!("[it](article:{hidden})") })).await;
    stage.trash(&draft).await.expect(200);
    let path = format!("/drafts/{draft}/checks");
    let report = contributor.get(&path).send().await.expect(200);
    assert_eq!(kinds(&report), ["incomplete", "dead-links", "not-allowed", "in-trash", "slug-taken"]);
    assert!(!report.to_string().contains(&holder), "{report}");
    let report = stage.editor.get(&path).send().await.expect(200);
    assert_eq!(kinds(&report), ["incomplete", "dead-links", "in-trash", "slug-taken"]);
    assert!(report["obstacles"].to_string().contains(&holder), "{report}");
    let rules: Vec<&str> =
        report["findings"].as_array().unwrap().iter().map(|one| one["rule"].as_str().unwrap()).collect();
    assert_eq!(rules[..4], ["required", "dead_link", "in_trash", "slug_taken"], "{report}");
}
