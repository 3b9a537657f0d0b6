//! What tests of editing and publishing do again and again.

use domain::Role;
use serde_json::{Value, json};
use tests::{Answer, Editor, Newsroom, id};

/// A newsroom with a section, and somebody who may publish anything.
pub(crate) struct Stage {
    pub(crate) newsroom: Newsroom,
    pub(crate) editor: Editor,
    pub(crate) section: String,
}

impl Stage {
    pub(crate) async fn open() -> Self {
        Self::of(Newsroom::open().await).await
    }

    pub(crate) async fn of(newsroom: Newsroom) -> Self {
        let editor = newsroom.editor(Role::Editor).await;
        let section = editor.given_term("section", "engineering").await;
        Self { newsroom, editor, section }
    }

    /// A draft that may be published.
    pub(crate) async fn draft(&self, slug: &str) -> String {
        id(&self.editor.given_draft(&self.section, slug).await)
    }

    /// One that readers see.
    pub(crate) async fn live(&self, slug: &str) -> String {
        let draft = self.draft(slug).await;
        self.publish(&draft).await.expect(201);
        draft
    }

    /// One that readers see in a section of its own: its page shows nothing of the others, and theirs nothing of it.
    pub(crate) async fn live_apart(&self, slug: &str) -> String {
        let section = self.editor.given_term("section", &format!("{slug}-only")).await;
        let draft = id(&self.editor.given_draft(&section, slug).await);
        self.publish(&draft).await.expect(201);
        draft
    }

    pub(crate) async fn get(&self, draft: &str) -> Value {
        self.editor.get(&format!("/drafts/{draft}")).send().await.expect(200)
    }

    pub(crate) async fn revision(&self, draft: &str) -> i64 {
        self.get(draft).await["revision"].as_i64().unwrap()
    }

    pub(crate) async fn save(&self, draft: &str, patch: Value) -> Value {
        let seen = self.revision(draft).await;
        self.editor.patch(&format!("/drafts/{draft}"), seen, patch).send().await.expect(200)
    }

    pub(crate) async fn publish(&self, draft: &str) -> Answer {
        self.publish_as(draft, json!({})).await
    }

    pub(crate) async fn publish_as(&self, draft: &str, how: Value) -> Answer {
        let seen = self.revision(draft).await;
        self.editor.post(&format!("/drafts/{draft}/publish"), how).seen(seen).send().await
    }

    pub(crate) async fn schedule(&self, draft: &str, due_at: &str) -> Answer {
        let seen = self.revision(draft).await;
        let body = json!({ "due_at": due_at });
        self.editor.post(&format!("/drafts/{draft}/schedule"), body).seen(seen).send().await
    }

    pub(crate) async fn act(&self, draft: &str, what: &str) -> Answer {
        self.editor.act(&format!("/drafts/{draft}/{what}")).send().await
    }

    pub(crate) async fn trash(&self, draft: &str) -> Answer {
        let seen = self.revision(draft).await;
        self.editor.delete(&format!("/drafts/{draft}")).seen(seen).send().await
    }

    /// The status that readers get.
    pub(crate) async fn status(&self, slug: &str) -> u16 {
        self.newsroom.reader.get(&format!("/v1/articles/{slug}")).await.status
    }

    pub(crate) async fn article(&self, slug: &str) -> Value {
        self.newsroom.reader.get(&format!("/v1/articles/{slug}")).await.expect(200)
    }
}

/// What kind of refusal it is.
pub(crate) fn refused(answer: Answer, status: u16) -> (String, Value) {
    let problem = answer.expect(status);
    let kind = problem["type"].as_str().unwrap().trim_start_matches("/docs/problems/").to_owned();
    (kind, problem["errors"].clone())
}
