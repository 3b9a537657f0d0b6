//! Revisions: listed, read, compared and restored.

use serde_json::json;

use crate::fixture::Fixture;

#[tokio::test(flavor = "multi_thread")]
async fn revisions_are_listed_read_compared_and_restored() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    fixture.save(&draft, json!({ "body": "One two three.", "headline": "Second" })).await;
    fixture.save(&draft, json!({ "body": "One four three.", "kicker": "Dispatch" })).await;
    let path = format!("/drafts/{draft}");
    let get = async |rest: &str| fixture.editor.get(&format!("{path}{rest}")).send().await;

    let page = get("/revisions?limit=2").await.expect(200);
    let numbers = |page: &serde_json::Value| -> Vec<i64> {
        page["data"].as_array().unwrap().iter().map(|one| one["number"].as_i64().unwrap()).collect()
    };
    assert_eq!(numbers(&page), [3, 2]);
    let next = page["page"]["next"].as_str().unwrap();
    assert_eq!(numbers(&get(&format!("/revisions?limit=2&after={next}")).await.expect(200)), [1]);
    assert_eq!(page["data"][0]["saved_by"], json!(fixture.editor.id));

    let second = get("/revisions/2").await;
    assert_eq!(second.header("etag"), "\"2\"");
    assert_eq!(second.expect(200)["content"]["body"], "One two three.");
    for unknown in ["/revisions/4", "/revisions/0", "/revisions/x", "/revisions/02"] {
        assert_eq!(get(unknown).await.status, 404, "{unknown}");
    }

    let compared = get("/comparison?from=2&to=3").await.expect(200);
    let runs = |op: &str| -> String {
        let runs = compared["body"].as_array().unwrap().iter();
        runs.filter(|run| run["op"] == "equal" || run["op"] == op)
            .map(|run| run["text"].as_str().unwrap())
            .collect()
    };
    assert_eq!((runs("delete").as_str(), runs("insert").as_str()), ("One two three.", "One four three."));
    assert_eq!(compared["fields"], json!([{ "pointer": "/kicker", "before": null, "after": "Dispatch" }]));
    let missing =
        fixture.editor.get(&format!("{path}/comparison")).skip_request_validation().send().await.expect(400);
    assert_eq!(missing["errors"].as_array().unwrap().len(), 2);

    let restore =
        |seen: i64| fixture.editor.post_empty(&format!("{path}/revisions/1/restore")).if_match(seen).send();
    assert_eq!(restore(2).await.status, 412);
    let restored = restore(3).await.expect(200);
    assert_eq!(
        (&restored["revision"], &restored["content"]["headline"]),
        (&json!(4), &json!("About a-slug"))
    );
    assert_eq!(get("/revisions/3").await.expect(200)["content"]["body"], "One four three.");
    assert_eq!(restore(4).await.expect(200)["revision"], 4);
}
