//! Nobody does what the table of permissions does not let them: every role is tried on every operation of the editorial
//! document, on things of their own, of others and of nobody. An operation that is new fails here until the document
//! says who may do it, and until there is a way to try it.

use domain::{Action, PERMISSIONS, Reach, Role};
use serde_json::{Value, json};
use tests::{Contract, Editor, Newsroom, PASSWORD, Way, Ways, Whose};

/// What anybody may do: it is how one comes in.
const OPEN: [&str; 3] = ["signIn", "refreshSession", "setForgottenPassword"];

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_may_do_what_the_table_says_and_nothing_else() {
    try_everything(Role::Admin).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_editor_may_do_what_the_table_says_and_nothing_else() {
    try_everything(Role::Editor).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_author_may_do_what_the_table_says_and_nothing_else() {
    try_everything(Role::Author).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contributor_may_do_what_the_table_says_and_nothing_else() {
    try_everything(Role::Contributor).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_viewer_may_do_what_the_table_says_and_nothing_else() {
    try_everything(Role::Viewer).await;
}

#[test]
fn the_document_says_of_every_operation_who_may_do_it_as_the_table_does() {
    for (path, method, operation) in Contract::committed().editorial_operations() {
        let id = operation["operationId"].as_str().unwrap();
        if OPEN.contains(&id) {
            assert_eq!(operation["security"], json!([{}]), "{id}");
            assert_eq!(operation["x-permission"], Value::Null, "{id}");
            continue;
        }
        let reaches = PERMISSIONS.iter().find(|(action, ..)| *action == action_of(operation)).unwrap().2;
        let table = Role::ALL.iter().zip(reaches).filter_map(|(role, reach)| match reach {
            Reach::Any => Some((role.to_string(), json!("any"))),
            Reach::Own => Some((role.to_string(), json!("own"))),
            Reach::None => None,
        });
        let table: serde_json::Map<String, Value> = table.collect();
        assert_eq!(operation["x-permission"]["roles"], Value::Object(table), "{method} {path}");
        assert_eq!(operation["security"], json!([{ "bearer": [] }]), "{method} {path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_token_that_is_good_every_operation_is_refused_and_changes_nothing() {
    let newsroom = Newsroom::open().await;
    let ways = Ways::open(&newsroom).await;
    let known = newsroom.editor(Role::Admin).await;
    let mut forged = known.clone();
    forged.token = known.token[..known.token.len() - 4].to_owned() + "AAAA";
    let stranger = Editor::stranger(&newsroom.base());
    let contract = Contract::committed();
    let closed = contract.editorial_operations();
    let closed = closed.iter().filter(|(_, _, operation)| operation["x-permission"].is_object());
    for (_, method, operation) in closed {
        let id = operation["operationId"].as_str().unwrap();
        let way =
            ways.of(id, &known, Whose::Own).await.unwrap_or_else(|| panic!("there is no way to try {id}"));
        let before = newsroom.database.everything().await;
        for nobody in [&stranger, &forged] {
            let refused = nobody.ask(method, &way).await;
            assert_eq!(refused.status, 401, "{id}");
            assert_eq!(refused.header("www-authenticate"), "Bearer");
        }
        assert_eq!(newsroom.database.everything().await, before, "{id}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_hold_nothing_that_may_not_be_seen() {
    let newsroom = Newsroom::open().await;
    let admin = newsroom.editor(Role::Admin).await;
    let section = admin.given_term("section", "engineering").await;
    admin.given_draft(&section, "of-the-admin").await;
    let contributor = newsroom.editor(Role::Contributor).await;
    let own = contributor.given_draft(&section, "of-the-contributor").await;
    let preview = json!({ "drafts": [own["id"]] });
    let own_preview =
        contributor.post("/previews", preview).send().await.expect(201)["preview"]["id"].clone();
    let whole = json!({ "at": "2099-01-01T00:00:00Z" });
    admin.post("/previews", whole.clone()).send().await.expect(201);
    for refused in [Role::Author, Role::Contributor, Role::Viewer] {
        newsroom.editor(refused).await.post("/previews", whole.clone()).send().await.expect(403);
    }

    let ids = async |editor: &Editor, path: &str| {
        let page = editor.get(path).send().await.expect(200);
        page["data"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&contributor, "/drafts").await, [own["id"].clone()]);
    assert_eq!(ids(&contributor, &format!("/drafts?owner={}", admin.id)).await, [own["id"].clone()]);
    assert_eq!(ids(&contributor, "/previews").await, [own_preview]);
    for (role, drafts) in [(Role::Admin, 2), (Role::Editor, 2), (Role::Author, 2), (Role::Viewer, 2)] {
        let editor = newsroom.editor(role).await;
        assert_eq!(ids(&editor, "/drafts").await.len(), drafts, "{role}");
    }
    assert_eq!(ids(&admin, "/previews").await.len(), 2);
    assert_eq!(ids(&newsroom.editor(Role::Author).await, "/previews").await.len(), 0);
    let viewer = newsroom.editor(Role::Viewer).await;
    assert!(!ids(&viewer, "/sessions").await.contains(&json!(contributor.session)));
    assert!(ids(&contributor, "/sessions").await.contains(&json!(contributor.session)));
}

const NOWHERE: &str = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61";

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_may_not_see_is_refused_like_what_is_not_there() {
    let newsroom = Newsroom::open().await;
    let ways = Ways::open(&newsroom).await;
    let contributor = newsroom.editor(Role::Contributor).await;
    let (contract, mut tried) = (Contract::committed(), 0);
    for (_, method, operation) in contract.editorial_operations() {
        let id = operation["operationId"].as_str().unwrap();
        let way = ways.of(id, &contributor, Whose::Others).await;
        let Some((way, thing)) = way.and_then(|way| Some((way.clone(), named(&way)?))) else { continue };
        for seen in [way.seen.unwrap_or(2), 99] {
            let mut told = Vec::new();
            for which in [thing.as_str(), NOWHERE] {
                let answer = contributor.ask(&method, &instead(&way, &thing, which, seen)).await;
                let mut body: Value = serde_json::from_slice(&answer.bytes).unwrap();
                (body["request_id"], body["instance"]) = (Value::Null, Value::Null);
                told.push((answer.status, body));
            }
            assert_eq!(told[0], told[1], "{id}");
        }
        tried += 1;
    }
    assert!(tried > 20, "{tried} operations were tried");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_be_read_and_not_written_is_403_however_it_stands() {
    let newsroom = Newsroom::open().await;
    let ways = Ways::open(&newsroom).await;
    let author = newsroom.editor(Role::Author).await;
    let (contract, mut tried) = (Contract::committed(), 0);
    for (_, method, operation) in contract.editorial_operations() {
        let id = operation["operationId"].as_str().unwrap();
        if operation["x-permission"]["roles"]["author"] != "own" {
            continue;
        }
        let way = ways.of(id, &author, Whose::Others).await.unwrap();
        let Some(draft) = named(&way).filter(|_| !way.path.starts_with("/previews/")) else { continue };
        author.get(&format!("/drafts/{draft}")).send().await.expect(200);
        for seen in [way.seen.unwrap_or(2), 99] {
            author.ask(&method, &instead(&way, &draft, &draft, seen)).await.expect(403);
            let nowhere = author.ask(&method, &instead(&way, &draft, NOWHERE, seen)).await.status;
            assert_eq!(nowhere, if way.path.starts_with("/bulk/") { 409 } else { 404 }, "{id}");
        }
        tried += 1;
    }
    assert!(tried > 12, "{tried} operations were tried");
}

async fn try_everything(role: Role) {
    let newsroom = Newsroom::open().await;
    let ways = Ways::open(&newsroom).await;
    let contract = Contract::committed();
    let (mut allowed, mut refused) = (0, 0);
    for (path, method, operation) in contract.editorial_operations() {
        let id = operation["operationId"].as_str().unwrap();
        if OPEN.contains(&id) {
            continue;
        }
        let action = action_of(operation);
        for whose in Whose::ALL {
            // Some operations end the session, or change the password.
            let editor = sign_in(&newsroom, role).await;
            let way = ways.of(id, &editor, whose).await;
            let way = way.unwrap_or_else(|| panic!("there is no way to try {method} {path}"));
            if may(role, action, whose, &way) {
                let answer = editor.ask(&method, &way).await;
                let text = String::from_utf8_lossy(&answer.bytes);
                assert_eq!(answer.status / 100, 2, "{role} may {id} ({whose:?}): {text}");
                allowed += 1;
            } else {
                let before = newsroom.database.everything().await;
                let answer = editor.ask(&method, &way).await;
                let wanted = refusal(role, action, &way, id);
                assert_eq!(answer.status, wanted, "{role} may not {id} ({whose:?})");
                assert_eq!(newsroom.database.everything().await, before, "{role}: {id} ({whose:?})");
                refused += 1;
            }
            if !way.is_owned {
                break;
            }
        }
    }
    assert!(allowed >= 10 && (refused >= 5 || role == Role::Admin), "{allowed} and {refused} were tried");
}

/// What the table says, and what is said at an operation.
fn may(role: Role, action: Action, whose: Whose, way: &Way) -> bool {
    let is_own = whose == Whose::Own;
    let reaches = if way.is_owned { role.may(action, is_own) } else { role.reach(action) != Reach::None };
    // Whoever begins a draft, or ends a session, does so on their own account.
    let reaches = if way.also.is_some() { role.reach(action) != Reach::None } else { reaches };
    reaches && way.also.is_none_or(|(also, whose)| role.may(also, whose == Whose::Own))
}

/// What is not there for somebody is 404, and of one among many it is said so; what they may not do is 403.
fn refusal(role: Role, action: Action, way: &Way, id: &str) -> u16 {
    let never = |action: Action| role.reach(action) == Reach::None;
    match id {
        "endSession" => 404,
        _ if never(action) || (way.also.is_some_and(|(also, _)| never(also))) => 403,
        "getPreview" | "revokePreview" => 404,
        _ if role.may(Action::ReadDrafts, false) => 403,
        "moveDrafts" | "trashDrafts" => 409,
        _ => 404,
    }
}

/// The same request, about something else, of which another state was seen.
fn instead(way: &Way, what: &str, other: &str, seen: i64) -> Way {
    let mut body = way.body.clone();
    if let Some((_, body)) = &mut body {
        *body = body.to_string().replace(what, other).parse().unwrap();
        if let Some(revision) = body.pointer_mut("/drafts/0/revision") {
            *revision = json!(seen);
        }
    }
    Way { path: way.path.replace(what, other), body, seen: way.seen.map(|_| seen), ..way.clone() }
}

/// The draft or preview that a request names.
fn named(way: &Way) -> Option<String> {
    let below = |folder: &str| way.path.strip_prefix(folder)?.get(..36).map(str::to_owned);
    let in_body = |pointer: &str| way.body.as_ref()?.1.pointer(pointer)?.as_str().map(str::to_owned);
    let in_path = below("/drafts/").or_else(|| below("/previews/"));
    in_path.or_else(|| in_body("/drafts/0/id")).or_else(|| in_body("/drafts/0"))
}

fn action_of(operation: &Value) -> Action {
    let name = operation["x-permission"]["action"].as_str();
    let name = name.unwrap_or_else(|| panic!("{} does not say who may do it", operation["operationId"]));
    PERMISSIONS.iter().find(|(_, known, _)| *known == name).unwrap().0
}

async fn sign_in(newsroom: &Newsroom, role: Role) -> Editor {
    Editor::sign_in_as(&newsroom.base(), &format!("{role}@example.org"), PASSWORD).await
}
