//! `Idempotency-Key`: whatever is asked for twice is done once. Every operation that changes something is tried, as the
//! document lists them.

use domain::Role;
use serde_json::{Value, json};
use store::roles;
use tests::{Answer, Contract, Editor, Newsroom, Way, Ways, Whose, id};

const REPLAYED: &str = "idempotency-replayed";

#[tokio::test(flavor = "multi_thread")]
async fn what_is_repeated_with_its_key_is_done_once_and_answered_alike() {
    let newsroom = Newsroom::open().await;
    let ways = Ways::open(&newsroom).await;
    let mut tried = 0;
    for (path, method, operation) in Contract::committed().editorial_operations() {
        if !takes_key(operation) {
            let is_open = operation["security"] == json!([{}]);
            assert!(method == "GET" || is_open, "{method} {path} changes something, and takes no key");
            continue;
        }
        let name = operation["operationId"].as_str().unwrap();
        let editor = newsroom.editor(Role::Admin).await;
        let way = ways.of(name, &editor, Whose::Own).await;
        let way = way.unwrap_or_else(|| panic!("there is no way to try {method} {path}"));
        let first = ask(&editor, &method, &way, name).await;
        assert_eq!(first.status / 100, 2, "{name}: {}", text(&first));
        assert_eq!(first.header(REPLAYED), "", "{name}");

        // The answer is that of then, whatever became of the thing since, and by whichever session it is asked for.
        let editor = newsroom.editor(Role::Admin).await;
        disturb(&editor, &way, &first).await;
        let before = newsroom.database.everything().await;
        let again = ask(&editor, &method, &way, name).await;
        assert_eq!((again.status, text(&again)), (first.status, text(&first)), "{name}");
        assert_eq!(again.header(REPLAYED), "true", "{name}");
        for header in ["location", "etag"] {
            assert_eq!(again.header(header), first.header(header), "{name}");
        }
        assert_eq!(newsroom.database.everything().await, before, "{name} had a second effect");

        let other = other_than(&way, ways.of(name, &editor, Whose::Own).await.unwrap());
        let before = newsroom.database.everything().await;
        let refused = ask(&editor, &method, &other, name).await;
        assert_eq!(
            (refused.status, kind(&refused).as_str()),
            (422, "key-reused"),
            "{name}: {}",
            text(&refused)
        );
        assert_eq!(newsroom.database.everything().await, before, "{name} with another's key had an effect");
        tried += 1;
    }
    assert!(tried > 25, "{tried} operations were tried");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_key_fifty_times_at_once_at_two_servers_has_one_effect() {
    let newsroom = Newsroom::open().await;
    let other = newsroom.another().await;
    let ways = Ways::open(&newsroom).await;
    let here = newsroom.editor(Role::Admin).await;
    let there = here.at(&format!("http://{}", other.address()));
    for (name, method) in [
        ("createDraft", "POST"),
        ("saveDraft", "PATCH"),
        ("publishDraft", "POST"),
        ("withdrawDraft", "POST"),
        ("scheduleDraft", "POST"),
        ("moveDrafts", "POST"),
        ("createTerm", "POST"),
        ("changeTerm", "PATCH"),
        ("createPerson", "POST"),
        ("createPreview", "POST"),
    ] {
        let way = ways.of(name, &here, Whose::Own).await.unwrap();
        let before = log_length(&newsroom).await;
        let asked = (0..50).map(|number| {
            let editor = if number % 2 == 0 { here.clone() } else { there.clone() };
            let way = way.clone();
            tokio::spawn(async move { ask(&editor, method, &way, name).await })
        });
        let asked: Vec<_> = asked.collect();
        let mut answers = Vec::new();
        for one in asked {
            answers.push(one.await.unwrap());
        }
        let (done, refused): (Vec<&Answer>, Vec<&Answer>) =
            answers.iter().partition(|answer| answer.status / 100 == 2);
        assert!(refused.iter().all(|one| one.status == 409 && kind(one) == "key-in-use"), "{name}");
        let first: Vec<&&Answer> = done.iter().filter(|answer| answer.header(REPLAYED).is_empty()).collect();
        assert_eq!(first.len(), 1, "{name}");
        assert!(done.iter().all(|answer| answer.bytes == first[0].bytes), "{name}");
        assert_eq!(log_length(&newsroom).await, before + 1, "{name}");
        let after = ask(&there, method, &way, name).await;
        assert_eq!((after.status, &after.bytes), (first[0].status, &first[0].bytes), "{name}");
    }
    other.stop(std::future::pending()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_its_callers_own() {
    let newsroom = Newsroom::open().await;
    let body = json!({ "content": { "headline": "Mine" } });
    let mut made = Vec::new();
    for role in [Role::Admin, Role::Editor, Role::Contributor] {
        let editor = newsroom.editor(role).await;
        let answer = keyed(editor.post("/drafts", body.clone()), "\"the same\"").await;
        assert_eq!((answer.status, answer.header(REPLAYED)), (201, ""), "{role}");
        made.push(id(&answer.expect(201)));
    }
    made.dedup();
    assert_eq!(made.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_uses_no_key_up() {
    let newsroom = Newsroom::open().await;
    let editor = newsroom.editor(Role::Author).await;
    let section = newsroom.editor(Role::Admin).await.given_term("section", "engineering").await;
    let draft = editor.given_draft(&section, "a-slug").await;
    let path = format!("/drafts/{}", id(&draft));
    let save = || editor.patch(&path, 2, json!({ "headline": "Later" }));
    assert_eq!(keyed(save(), "\"k\"").await.status, 412);
    editor.patch(&path, 1, json!({ "headline": "Sooner" })).send().await.expect(200);
    let saved = keyed(save(), "\"k\"").await;
    assert_eq!((saved.status, saved.header(REPLAYED)), (200, ""));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_key_is_refused_and_nothing_is_done() {
    let newsroom = Newsroom::open().await;
    let editor = newsroom.editor(Role::Author).await;
    let before = newsroom.database.everything().await;
    let long = format!("\"{}\"", "k".repeat(256));
    for key in
        ["", "unquoted", "\"", "\"\"", "\"a\", \"b\"", "7", "?1", ":aGk=:", "(\"a\")", "\"a\u{fc}\"", &long]
    {
        let refused = keyed(editor.post("/drafts", json!({})), key).await;
        assert_eq!((refused.status, kind(&refused).as_str()), (400, "invalid-header"), "{key}");
    }
    let twice = editor.post("/drafts", json!({})).header("Idempotency-Key", "\"a\"");
    assert_eq!(keyed(twice, "\"b\"").await.status, 400);
    assert_eq!(newsroom.database.everything().await, before);
    for key in [&long[1..], "\"k\"", "\"a \\\" b\"", "\"k2\";a=1"] {
        let key = if key.len() > 250 { format!("{}\"", &long[..256]) } else { key.to_owned() };
        assert_eq!(keyed(editor.post("/drafts", json!({})), &key).await.status, 201, "{key}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_uses_no_key_up() {
    let newsroom = Newsroom::open().await;
    let ways = Ways::open(&newsroom).await;
    let editor = newsroom.editor(Role::Admin).await;
    let way = ways.of("publishDraft", &editor, Whose::Own).await.unwrap();
    for _ in 0..2 {
        let said = keyed(editor.try_way("POST", &way).header("Prefer", "dry-run"), "\"k\"").await;
        assert_eq!((said.status, said.header(REPLAYED)), (200, ""));
    }
    assert_eq!(keyed(editor.try_way("POST", &way), "\"k\"").await.status, 201);
    assert_eq!(keyed(editor.try_way("POST", &way), "\"k\"").await.header(REPLAYED), "true");
}

async fn ask(editor: &Editor, method: &str, way: &Way, name: &str) -> Answer {
    keyed(editor.try_way(method, way), &format!("\"{name}\"")).await
}

async fn keyed(request: tests::Request<'_>, key: &str) -> Answer {
    request.header("Idempotency-Key", key).send().await
}

/// Deletes what a request was about, where that is a term, and changes it, where it is a draft.
async fn disturb(editor: &Editor, way: &Way, answer: &Answer) {
    if way.path.starts_with("/terms") {
        let in_path = way.path.strip_prefix("/terms/").and_then(|rest| rest.get(..36));
        let answered: Value = serde_json::from_slice(&answer.bytes).unwrap_or_default();
        for term in in_path.into_iter().chain(answered["id"].as_str()) {
            let deleted = editor.delete(&format!("/terms/{term}")).send().await;
            assert!([204, 404].contains(&deleted.status), "{}", text(&deleted));
        }
    }
    let in_body =
        way.body.as_ref().and_then(|(_, body)| body.pointer("/drafts/0/id")).and_then(Value::as_str);
    let in_path = way.path.strip_prefix("/drafts/").and_then(|rest| rest.get(..36));
    let Some(draft) = in_path.or(in_body) else { return };
    let path = format!("/drafts/{draft}");
    let revision = editor.get(&path).send().await.expect(200)["revision"].as_i64().unwrap();
    let changed = editor.patch(&path, revision, json!({ "slug": null, "headline": null })).send().await;
    assert!(changed.status == 200 || kind(&changed) == "in-trash", "{}", text(&changed));
}

/// Another request of the same operation.
fn other_than(way: &Way, other: Way) -> Way {
    if (&way.path, &way.body) != (&other.path, &other.body) {
        return other;
    }
    let (media_type, mut body) = other.body.unwrap();
    body["new_password"] = json!("another one of many words");
    Way { body: Some((media_type, body)), ..other }
}

fn takes_key(operation: &Value) -> bool {
    let parameters = operation["parameters"].as_array();
    parameters.is_some_and(|all| all.iter().any(|parameter| parameter["name"] == "Idempotency-Key"))
}

async fn log_length(newsroom: &Newsroom) -> usize {
    let owner = newsroom.database.access(roles::OWNER);
    let log = "SELECT id::text AS text FROM editorial.audit";
    store::testing::texts(&owner, log).await.unwrap().len()
}

fn text(answer: &Answer) -> String {
    String::from_utf8(answer.bytes.clone()).unwrap()
}

fn kind(answer: &Answer) -> String {
    let problem: Value = serde_json::from_slice(&answer.bytes).unwrap();
    problem["type"].as_str().unwrap().trim_start_matches("/docs/problems/").to_owned()
}
