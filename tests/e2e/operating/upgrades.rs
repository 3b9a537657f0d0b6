//! Databases of earlier versions, recorded by `pg_dump`, are upgraded by the current migrations, and everything in them can
//! be read, found and changed afterwards. `tests/fixtures/databases/README.md` says how to record one.

use masthead::{Config, Secret};
use serde_json::{Value, json};
use tests::{Editor, TestApp, TestDatabase, TestResponse};

/// A recorded database, with the facts about it that the test relies on.
struct Recording {
    /// The day it was recorded, which names the file.
    day: &'static str,
    dump: &'static [u8],
    /// The secret that its signing keys are encrypted with.
    secret: &'static str,
    /// The password of `admin@localhost`.
    password: &'static str,
    live: &'static str,
    drafts: usize,
    last_sequence: i64,
}

const RECORDINGS: [Recording; 1] = [Recording {
    day: "2026-11-29",
    dump: include_bytes!("../../fixtures/databases/2026-11-29.sql.zst"),
    secret: "QlMMmhXTm3xAV0ZJrgDmeUnYJXkqpubmwBwjLVXnPKs",
    password: "6dQeOTmjUqXDYaODngZphoVWlKqovJPOOMRWhnYW0_g",
    live: "16",
    drafts: 20,
    last_sequence: 11,
}];

/// The body of every recorded article in the section `fixtures`, with `SLUG` for its slug. The blank lines would be lost by
/// a dump that was edited as text.
const BODY: &str = "# One\n\nText of **SLUG**, with a [link](https://example.org/x) and `code`.\n\n```rust\nfn main() {}\n```\n";

#[tokio::test(flavor = "multi_thread")]
async fn recorded_databases_are_upgraded_and_nothing_in_them_is_lost() {
    for recording in RECORDINGS {
        let dump = String::from_utf8(zstd::decode_all(recording.dump).unwrap()).unwrap();
        let with_secret =
            move |config| Config { secret: Some(Secret::parse(recording.secret).unwrap()), ..config };
        let app = TestApp::start_with(TestDatabase::from_dump(&dump).await, with_secret).await;
        check_public_reads(&app, &recording).await;
        let admin = Editor::sign_in_as(&app.base_url(), "admin@localhost", recording.password).await;
        check_editorial_reads(&admin, &recording).await;
        publish_pending_changes(&app, &admin, &recording).await;
    }
}

async fn check_public_reads(app: &TestApp, &Recording { day, live, .. }: &Recording) {
    let reader = &app.reader;
    let teasers = reader.get("/v1/teasers?limit=100&total=true").await.expect(200);
    assert_eq!(teasers["page"]["total"], live, "{day}");
    for teaser in teasers["data"].as_array().unwrap() {
        let slug = teaser["slug"].as_str().unwrap();
        let path = format!("/v1/articles/{slug}?body=markdown,html,text,blocks");
        let article = reader.get(&path).await.expect(200);
        assert_eq!(article["headline"], teaser["headline"], "{day}: {slug}");
        if slug.starts_with("fixture-") && slug != "fixture-zero" {
            assert_eq!(article["body"]["markdown"], BODY.replace("SLUG", slug), "{day}");
        }
    }
    let found = reader.get("/v1/search?q=%22About%20fixture-4%22").await.expect(200);
    assert_eq!(found["data"][0]["slug"], "fixture-4", "{day}: {found:#}");
    let old = reader.get("/v1/resolve?path=/old-path").await.expect(200);
    assert_eq!((&old["status"], &old["article"]["slug"]), (&json!("moved"), &json!("fixture-4")), "{day}");
    let series = reader.get("/v1/teasers?series=a-series").await.expect(200);
    assert_eq!(slugs(&series["data"]), ["fixture-1", "fixture-zero"], "{day}: those that are live");
    for (slug, status) in [("fixture-0", 308), ("fixture-2", 410), ("fixture-3", 410), ("only-a-draft", 404)]
    {
        let response: TestResponse = reader.get(&format!("/v1/articles/{slug}")).await;
        assert_eq!(response.status, status, "{day}: {slug}");
    }
}

async fn check_editorial_reads(admin: &Editor, &Recording { day, drafts, .. }: &Recording) {
    let get = async |path: &str| admin.get(path).send().await.expect(200)["data"].clone();
    let all = get("/drafts?limit=100").await;
    assert_eq!(all.as_array().unwrap().len(), drafts, "{day}");
    let scheduled = all.as_array().unwrap().iter().filter(|draft| !draft["scheduled"].is_null());
    assert_eq!(scheduled.count(), 1, "{day}");
    assert_eq!(slugs(&get("/drafts?status=trashed").await), ["trashed"], "{day}");
    assert_eq!(slugs(&get("/terms?kind=author&text=ada").await), ["ada"], "{day}: one author was merged");
    let people = get("/people").await;
    let emails: Vec<&Value> = people.as_array().unwrap().iter().map(|person| &person["email"]).collect();
    assert!(emails.contains(&&json!("author@example.org")), "{day}: {emails:?}");
}

async fn publish_pending_changes(
    app: &TestApp,
    admin: &Editor,
    &Recording { day, last_sequence, .. }: &Recording,
) {
    let drafts = admin.get("/drafts?limit=100").send().await.expect(200);
    let changed = drafts["data"].as_array().unwrap().iter();
    let changed = changed.clone().find(|draft| draft["has_unpublished_changes"] == true).unwrap();
    let (id, revision) = (changed["id"].as_str().unwrap(), changed["revision"].as_i64().unwrap());
    let published = admin.post(&format!("/drafts/{id}/publish"), json!({})).if_match(revision).send().await;
    assert_eq!(published.expect(201)["sequence"], last_sequence + 1, "{day}");
    app.sync().await;
    let path = format!("/v1/articles/{}", changed["slug"].as_str().unwrap());
    assert_eq!(app.reader.get(&path).await.expect(200)["headline"], "Changed and not published", "{day}");
}

fn slugs(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|one| one["slug"].as_str().unwrap()).collect()
}
