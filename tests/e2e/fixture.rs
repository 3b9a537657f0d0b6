//! The fixture that most tests of editing and publishing start from, and the requests they repeat.

use domain::Role;
use serde_json::{Value, json};
use tests::{Editor, TestApp, TestResponse, id};

/// A running server with one section and a signed-in editor, who may publish any draft.
pub(crate) struct Fixture {
    pub(crate) app: TestApp,
    pub(crate) editor: Editor,
    pub(crate) section: String,
}

impl Fixture {
    pub(crate) async fn new() -> Self {
        Self::with_app(TestApp::start().await).await
    }

    pub(crate) async fn with_app(app: TestApp) -> Self {
        let editor = app.editor(Role::Editor).await;
        let section = editor.create_term("section", "engineering").await;
        Self { app, editor, section }
    }

    /// Creates a draft that passes every check of a publish, and returns its id.
    pub(crate) async fn draft(&self, slug: &str) -> String {
        id(&self.editor.create_draft(&self.section, slug).await)
    }

    /// Creates a draft, publishes it, and returns the id of the draft.
    pub(crate) async fn publish_new(&self, slug: &str) -> String {
        let draft = self.draft(slug).await;
        self.publish(&draft).await.expect(201);
        draft
    }

    /// Publishes an article in a section of its own, so that no other article lists it as related.
    pub(crate) async fn publish_new_in_own_section(&self, slug: &str) -> String {
        let section = self.editor.create_term("section", &format!("{slug}-only")).await;
        let draft = id(&self.editor.create_draft(&section, slug).await);
        self.publish(&draft).await.expect(201);
        draft
    }

    pub(crate) async fn get_draft(&self, draft: &str) -> Value {
        self.editor.get(&format!("/drafts/{draft}")).send().await.expect(200)
    }

    pub(crate) async fn revision(&self, draft: &str) -> i64 {
        self.get_draft(draft).await["revision"].as_i64().unwrap()
    }

    pub(crate) async fn save(&self, draft: &str, patch: Value) -> Value {
        let revision = self.revision(draft).await;
        self.editor.patch(&format!("/drafts/{draft}"), revision, patch).send().await.expect(200)
    }

    pub(crate) async fn publish(&self, draft: &str) -> TestResponse {
        self.publish_with(draft, json!({})).await
    }

    pub(crate) async fn publish_with(&self, draft: &str, body: Value) -> TestResponse {
        let revision = self.revision(draft).await;
        self.editor.post(&format!("/drafts/{draft}/publish"), body).if_match(revision).send().await
    }

    pub(crate) async fn schedule(&self, draft: &str, due_at: &str) -> TestResponse {
        let revision = self.revision(draft).await;
        let body = json!({ "due_at": due_at });
        self.editor.post(&format!("/drafts/{draft}/schedule"), body).if_match(revision).send().await
    }

    /// Posts to `/drafts/{draft}/{action}` without a body: `withdraw`, `take-down`, `restore`, and so on.
    pub(crate) async fn post_action(&self, draft: &str, action: &str) -> TestResponse {
        self.editor.post_empty(&format!("/drafts/{draft}/{action}")).send().await
    }

    pub(crate) async fn trash(&self, draft: &str) -> TestResponse {
        let revision = self.revision(draft).await;
        self.editor.delete(&format!("/drafts/{draft}")).if_match(revision).send().await
    }

    /// The status of the public article with this slug.
    pub(crate) async fn article_status(&self, slug: &str) -> u16 {
        self.app.reader.get(&format!("/v1/articles/{slug}")).await.status
    }

    pub(crate) async fn article(&self, slug: &str) -> Value {
        self.app.reader.get(&format!("/v1/articles/{slug}")).await.expect(200)
    }
}

/// The kind of the problem, which is the last segment of its `type`, and its `errors`.
pub(crate) fn expect_problem(response: TestResponse, status: u16) -> (String, Value) {
    let problem = response.expect(status);
    let kind = problem["type"].as_str().unwrap().trim_start_matches("/docs/problems/").to_owned();
    (kind, problem["errors"].clone())
}
