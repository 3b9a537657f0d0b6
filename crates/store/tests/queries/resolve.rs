//! Path resolution: what is known about the slugs in a path.

use domain::{PathPattern, Site, SitePath, SlugRecord};
use store::delivery::resolve;

use crate::fixture::{TestStore, en};

/// What is known about a path in English and German: `en/slug: locale/section/slug`, or `gone`.
async fn known_addresses(fixture: &TestStore, path: &str) -> Vec<String> {
    let site = Site {
        name: "Test".to_owned(),
        base_url: "https://a.example".to_owned(),
        path_pattern: PathPattern::try_from("/{section}-{slug}".to_owned()).unwrap(),
        former_path_patterns: vec![],
        default_locale: en(),
        locales: vec![en(), "de".to_owned().try_into().unwrap()],
        time_zone: domain::TimeZone::utc(),
    };
    let lookup = site.lookup(&SitePath::try_from(path.to_owned()).unwrap(), None);
    let known = resolve::find(&mut fixture.delivery().await, &lookup).await.unwrap();
    let mut known: Vec<String> = known
        .addresses
        .into_iter()
        .map(|SlugRecord { locale, slug, live }| {
            let now = live.map(|live| format!("{}/{}/{}", live.locale, live.section, live.slug));
            format!("{locale}/{slug}: {}", now.as_deref().unwrap_or("gone"))
        })
        .collect();
    known.sort();
    known
}

#[tokio::test(flavor = "multi_thread")]
async fn slugs_resolve_per_locale_and_unpublished_ones_are_unknown() {
    let fixture = TestStore::open().await;
    let nothing: [&str; 0] = [];
    let english = fixture.article("a").await;
    let german = fixture.translation(&english, "de", fixture.content("a")).await;
    let scheduled = fixture.article("c").await;
    fixture.schedule(&scheduled).await.unwrap();
    assert_eq!(known_addresses(&fixture, "/s-a").await, nothing);
    assert_eq!(known_addresses(&fixture, "/s-c").await, nothing);
    fixture.publish_editions(&fixture.editions(&[&english, &german]).await).await.unwrap();
    assert_eq!(known_addresses(&fixture, "/s-a").await, ["de/a: de/engineering/a", "en/a: en/engineering/a"]);
    let renamed = fixture.save_slug(&english, "b").await;
    assert_eq!(known_addresses(&fixture, "/s-b").await, nothing, "it was saved and not published");
    fixture.publish(&renamed).await.unwrap();
    assert_eq!(known_addresses(&fixture, "/s-a").await, ["de/a: de/engineering/a", "en/a: en/engineering/b"]);
    assert_eq!(known_addresses(&fixture, "/s-b").await, ["en/b: en/engineering/b"]);
    assert_eq!(known_addresses(&fixture, "/a").await, nothing);
    assert_eq!(known_addresses(&fixture, "/not/a/path").await, nothing);
}

#[tokio::test(flavor = "multi_thread")]
async fn withdrawn_and_taken_down_articles_are_gone_at_every_slug() {
    let fixture = TestStore::open().await;
    let (first, second) = (fixture.article("a").await, fixture.article("b").await);
    fixture.publish(&first).await.unwrap();
    fixture.publish(&fixture.save_slug(&first, "a-2").await).await.unwrap();
    fixture.publish(&second).await.unwrap();
    fixture.withdraw(&first).await.unwrap();
    fixture.take_down(&second).await.unwrap();
    // Both slugs are possible: that of the section `s`, and that of `s-a`.
    fixture.publish(&fixture.article("2").await).await.unwrap();
    assert_eq!(known_addresses(&fixture, "/s-a-2").await, ["en/2: en/engineering/2", "en/a-2: gone"]);
    assert_eq!(known_addresses(&fixture, "/s-a").await, ["en/a: gone"]);
    assert_eq!(known_addresses(&fixture, "/s-b").await, ["en/b: gone"]);
}
