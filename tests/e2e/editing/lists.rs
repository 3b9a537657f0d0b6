//! What all lists of the editorial API have in common.

use domain::Role;
use serde_json::json;
use tests::eventually;

use crate::fixture::Fixture;

#[tokio::test(flavor = "multi_thread")]
async fn every_list_links_to_its_next_page_with_all_parameters() {
    let fixture = Fixture::new().await;
    let admin = fixture.app.editor(Role::Admin).await;
    let (one, other) = (fixture.publish_new("one").await, fixture.publish_new("other").await);
    for draft in [&one, &other] {
        fixture.save(draft, json!({ "kicker": "Dispatch" })).await;
        fixture.editor.post("/previews", json!({ "drafts": [draft] })).send().await.expect(201);
    }
    fixture.editor.create_term("section", "culture").await;
    for (number, name) in [(1, "The Engine Room"), (2, "Engineering")] {
        let path = format!("/terms/{}", fixture.section);
        fixture.editor.patch(&path, number, json!({ "name": name })).send().await.expect(200);
        eventually(async || {
            let done = admin.get("/jobs?kind=refresh_editions&state=done").send().await.expect(200);
            (done["data"].as_array().unwrap().len() == usize::try_from(number).unwrap()).then_some(())
        })
        .await;
    }
    for path in [
        "/drafts?limit=1&status=draft,live&text=about%20o",
        &format!("/drafts/{one}/revisions?limit=1"),
        "/terms?kind=section&limit=1",
        "/people?limit=1",
        "/previews?limit=1",
        "/audit?action=create+draft&limit=1",
        "/jobs?kind=refresh_editions&state=done&limit=1",
    ] {
        let first = admin.get(path).send().await;
        let link = first.header("link").to_owned();
        let next =
            first.expect(200)["page"]["next"].as_str().unwrap_or_else(|| panic!("{path} ends")).to_owned();
        let target =
            link.strip_prefix("</editorial/v1").and_then(|rest| rest.strip_suffix(">; rel=\"next\""));
        let target = target.unwrap_or_else(|| panic!("{path}: {link}"));
        assert!(target.ends_with(&format!("&after={next}")), "{path}: {link}");
        let second = admin.get(target).send().await;
        assert!(!second.header("link").contains(&next), "{path}: {link}");
        let second = second.expect(200);
        assert_eq!(second["data"].as_array().unwrap().len(), 1, "{path}");
        let by_hand = admin.get(&format!("{path}&after={next}")).send().await.expect(200);
        assert_eq!(second, by_hand, "{path}");
    }
}
