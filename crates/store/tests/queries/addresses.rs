//! Invalid stored URLs, which `masthead doctor` reports.

use domain::{Content, Hero, Seo, Term, TermKind};
use store::editorial::{addresses, terms};
use store::roles;

use crate::fixture::{TestStore, new_term};

fn picture(src: &str) -> Hero {
    Hero {
        src: src.to_owned(),
        alt: String::new(),
        caption: None,
        credit: None,
        width: 1,
        height: 1,
        sources: vec![src.to_owned()],
        placeholder: None,
    }
}

fn content_with_image(fixture: &TestStore, name: &str, src: &str) -> Content {
    let seo = Seo { image: Some(src.to_owned()), ..Seo::default() };
    Content { hero: Some(picture(src)), seo, ..fixture.content(name) }
}

#[tokio::test(flavor = "multi_thread")]
async fn invalid_stored_urls_are_reported_with_their_json_pointer() {
    let fixture = TestStore::open().await;
    let named = async || addresses::invalid(&fixture.database.access(roles::OWNER)).await.unwrap();
    fixture.draft(content_with_image(&fixture, "good", "/a.jpg")).await;
    assert_eq!(named().await, Vec::<String>::new());
    let live = fixture.draft(content_with_image(&fixture, "bad", "javascript:x")).await;
    fixture.publish(&live).await.unwrap();
    // The live revision counts even if it is an old one; a revision in between does not.
    let between = fixture.saved(&live, content_with_image(&fixture, "bad", "between")).await;
    fixture.saved(&between, fixture.content("bad")).await;
    let author = Term { url: Some("vera".to_owned()), ..new_term(TermKind::Author, "vera") };
    fixture.write(async |tx| terms::create(tx, &[author]).await).await.unwrap();
    let found = named().await;
    let draft = format!("draft {} (en, bad), revision 1", live.id.0);
    let places: Vec<String> =
        found.iter().map(|line| line.splitn(3, ": ").take(2).collect::<Vec<_>>().join(" at ")).collect();
    let expected = [
        format!("{draft} at /hero/src"),
        format!("{draft} at /hero/sources/0"),
        format!("{draft} at /seo/image"),
        "author vera at /url".to_owned(),
    ];
    assert_eq!(places, expected);
}
