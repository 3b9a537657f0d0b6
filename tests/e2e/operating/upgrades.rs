//! Databases of earlier versions, recorded by `pg_dump`, are upgraded by the current migrations, and everything that was in
//! them can be read, found and changed afterwards. `tests/fixtures/databases/README.md` says how they were recorded.

use masthead::{Config, Secret};
use serde_json::{Value, json};
use tests::{Editor, TestApp, TestDatabase};

/// The password of the first account of the recorded databases.
const PASSWORD: &str = "q4IdEM-fOqDeI-aaYS4dPsz5EPtpjji659gUmW19r58";

/// The secret that the signing keys of the recorded databases are encrypted with.
const SECRET: &str = "sPYU499q_dxkLEI2amoTOvt0fReHsGDJNqTzoAsk5e4";

const RECORDED: [(&str, &[u8]); 1] =
    [("2026-11-29", include_bytes!("../../fixtures/databases/2026-11-29.sql.zst"))];

#[tokio::test(flavor = "multi_thread")]
async fn recorded_databases_are_upgraded_and_nothing_in_them_is_lost() {
    for (recorded, dump) in RECORDED {
        let dump = String::from_utf8(zstd::decode_all(dump).unwrap()).unwrap();
        let app = TestApp::start_with(TestDatabase::from_dump(&dump).await, with_secret).await;
        let reader = &app.reader;
        let live = reader.get("/v1/teasers?limit=100&total=true").await.expect(200);
        assert_eq!(live["page"]["total"], "16", "{recorded}");
        for teaser in live["data"].as_array().unwrap() {
            let slug = teaser["slug"].as_str().unwrap();
            let article = reader.get(&format!("/v1/articles/{slug}?body=html,text,blocks")).await.expect(200);
            assert_eq!(article["headline"], teaser["headline"], "{recorded}: {slug}");
        }
        let found = reader.get("/v1/search?q=%22About%20fixture-4%22").await.expect(200);
        assert_eq!(found["data"][0]["slug"], "fixture-4", "{recorded}: {found:#}");
        let old = reader.get("/v1/resolve?path=/old-path").await.expect(200);
        assert!(old.to_string().contains("fixture-4"), "{recorded}: {old:#}");
        assert_eq!(reader.get("/v1/articles/fixture-2").await.status, 410, "{recorded}: withdrawn");
        assert_eq!(reader.get("/v1/articles/fixture-0").await.status, 308, "{recorded}: a former slug");

        let admin = Editor::sign_in_as(&app.base_url(), "admin@localhost", PASSWORD).await;
        let drafts = admin.get("/drafts?limit=100").send().await.expect(200);
        let drafts = drafts["data"].as_array().unwrap();
        assert_eq!(drafts.len(), 20, "{recorded}");
        let scheduled: Vec<&Value> = drafts.iter().filter(|draft| !draft["scheduled"].is_null()).collect();
        assert_eq!(scheduled.len(), 1, "{recorded}");
        let changed = drafts.iter().find(|draft| draft["has_unpublished_changes"] == true).unwrap();
        let (id, revision) = (changed["id"].as_str().unwrap(), changed["revision"].as_i64().unwrap());
        let published =
            admin.post(&format!("/drafts/{id}/publish"), json!({})).if_match(revision).send().await;
        assert!(published.expect(201)["sequence"].as_i64().unwrap() > 11, "{recorded}");
        app.sync().await;
        let slug = changed["slug"].as_str().unwrap();
        let article = reader.get(&format!("/v1/articles/{slug}")).await.expect(200);
        assert_eq!(article["headline"], "Changed and not published", "{recorded}");
    }
}

fn with_secret(config: Config) -> Config {
    Config { secret: Some(Secret::parse(SECRET).unwrap()), ..config }
}
