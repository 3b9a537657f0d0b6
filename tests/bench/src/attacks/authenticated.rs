//! Attacks with an account or a preview token: previews of many drafts, and Markdown that is slow to render.

use std::net::SocketAddr;

use anyhow::{Context, Result};
use domain::Role;
use serde_json::json;
use tests::{Editor, id};

use super::anonymous::{get, once_per_second, send};
use super::{Attack, repeating_attack};

/// The number of drafts in the preview, and their length in paragraphs.
const DRAFTS: usize = 50;
const PARAGRAPHS: usize = 60;

pub(super) async fn attacks(address: SocketAddr) -> Result<Vec<Attack>> {
    let editor = Editor::sign_in(&format!("http://{address}"), Role::Editor).await;
    let token = create_preview(&editor).await?;
    let mut all: Vec<Attack> = [
        ("a preview of 50 drafts, 20 a second", "/preview/v1/teasers"),
        ("the same preview, its site", "/preview/v1/site"),
        ("the same preview, what is not there", "/preview/v1/articles/none"),
    ]
    .into_iter()
    .map(|(name, path)| {
        let path = format!("{path}?preview_token={token}");
        repeating_attack(name, 20, move |address, _| {
            let request = get(&path);
            async move { once_per_second(send(address, &request)).await }
        })
    })
    .collect();
    for (name, body) in [
        ("checks of 100,000 headings", "# a\n\n".repeat(200_000)),
        ("checks of 1 MiB of URLs", "https://a.example/b ".repeat(50_000)),
        ("checks of footnotes", (0..30_000).map(|n| format!("[^{n}]\n\n[^{n}]: note\n\n")).collect()),
    ] {
        let body: String = body.chars().take(1_000_000).collect();
        let draft = editor.post("/drafts", json!({ "content": { "body": body } })).send().await.expect(201);
        let request = authorized_request(&editor, &format!("/editorial/v1/drafts/{}/checks", id(&draft)));
        all.push(repeating_attack(name, 4, move |address, _| {
            let request = request.clone();
            async move { send(address, &request).await }
        }));
    }
    Ok(all)
}

fn authorized_request(editor: &Editor, path: &str) -> String {
    let token = format!("authorization: Bearer {}\r\n", editor.token);
    get(path).replace("host: localhost\r\n", &format!("host: localhost\r\n{token}"))
}

async fn create_preview(editor: &Editor) -> Result<String> {
    let mut drafts = Vec::new();
    for number in 0..DRAFTS {
        let paragraph =
            "Queues in *Postgres* are `SKIP LOCKED` and a [lease](https://example.org/lease).\n\n";
        let code = "```rust\nfn main() { println!(\"{}\", 1 + 1); }\n```\n\n";
        let body = format!("{paragraph}{code}").repeat(PARAGRAPHS);
        let content = json!({ "slug": format!("attacked-{number}"), "headline": "A draft", "body": body });
        let draft = editor.post("/drafts", json!({ "content": content })).send().await.expect(201);
        drafts.push(id(&draft).to_owned());
    }
    let made = editor.post("/previews", json!({ "drafts": drafts })).send().await.expect(201);
    Ok(made["token"].as_str().context("a preview has a token")?.to_owned())
}
