//! Redirects: no loops, and of two concurrent ones from the same path only one is created.

use std::collections::{HashMap, HashSet};

use domain::{PathPattern, Redirect, RedirectId, RedirectPath, RedirectTarget, Refusal, Site, SitePage};
use futures_util::future::join_all;
use store::editorial::redirects;
use store::editorial::redirects::{NewRedirect, RedirectFilter};
use store::{Error, testing};
use uuid::Uuid;

use crate::fixture::{TestStore, en};

fn site() -> Site {
    Site {
        name: "Test".to_owned(),
        base_url: "https://a.example".to_owned(),
        path_pattern: PathPattern::try_from("/{section}/{slug}".to_owned()).unwrap(),
        former_path_patterns: vec![],
        time_zone: domain::TimeZone::utc(),
        default_locale: en(),
        locales: vec![en(), "de".to_owned().try_into().unwrap()],
    }
}

fn to_page(path: &str, page: &str) -> NewRedirect {
    NewRedirect {
        id: RedirectId(Uuid::now_v7()),
        locale: en(),
        path: RedirectPath::try_from(path.to_owned()).unwrap(),
        target: RedirectTarget::Page(SitePage::parse(page, &site()).unwrap()),
    }
}

async fn create(fixture: &TestStore, new: &NewRedirect) -> Result<(), Error> {
    fixture.write(async |tx| redirects::create(tx, &site(), new).await).await.map(|_| ())
}

async fn all_redirects(fixture: &TestStore) -> Vec<Redirect> {
    let limit = domain::Limit::try_from(100).unwrap();
    let filter = RedirectFilter::default();
    redirects::list(&mut fixture.editorial().await, &filter, None, limit).await.unwrap().0
}

#[tokio::test(flavor = "multi_thread")]
async fn random_redirects_never_form_a_loop_across_locales() {
    let fixture = TestStore::open().await;
    let mut random = 11_u32;
    let mut next = |most: u32| {
        random = random.wrapping_mul(1_103_515_245).wrapping_add(12_345);
        (random >> 16) % most
    };
    let (mut refused, mut created) = (0, 0);
    for _ in 0..200 {
        let (path, page) = (format!("/p{}", next(12)), format!("/x/../p{}/?a=b", next(12)));
        let mut new = to_page(&path, &page);
        if next(2) == 1 {
            new.locale = "de".to_owned().try_into().unwrap();
        }
        match create(&fixture, &new).await {
            Ok(()) => created += 1,
            Err(Error::Refused(Refusal::RedirectLoop)) => refused += 1,
            Err(Error::Refused(Refusal::RedirectExists)) => {}
            Err(error) => panic!("{path} {page}: {error}"),
        }
    }
    assert!(created > 10 && refused > 10, "{created} created, {refused} refused");
    let mut leads: HashMap<RedirectPath, HashSet<RedirectPath>> = HashMap::new();
    for Redirect { path, target, .. } in all_redirects(&fixture).await {
        let RedirectTarget::Page(page) = target else { panic!("{target:?}") };
        leads.entry(path).or_default().insert(page.path);
    }
    for start in leads.keys() {
        let (mut open, mut seen): (Vec<&RedirectPath>, HashSet<&RedirectPath>) =
            (vec![start], HashSet::new());
        while let Some(path) = open.pop() {
            open.extend(leads.get(path).into_iter().flatten().filter(|path| seen.insert(path)));
        }
        assert!(!seen.contains(start), "{start} leads back to itself");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_one_of_two_concurrent_redirects_that_form_a_loop_is_created() {
    let fixture = TestStore::open().await;
    let (there, back) = (to_page("/a", "/b"), to_page("/b", "/a"));
    let both = join_all([create(&fixture, &there), create(&fixture, &back)]).await;
    assert_eq!(both.iter().filter(|created| created.is_ok()).count(), 1, "{both:?}");
    let same = [to_page("/c", "/d"), to_page("/c", "/e")];
    let both = join_all(same.iter().map(|new| create(&fixture, new))).await;
    assert_eq!(both.iter().filter(|created| created.is_ok()).count(), 1, "{both:?}");
    assert_eq!(all_redirects(&fixture).await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn redirects_are_public_only_if_their_article_was_public() {
    let fixture = TestStore::open().await;
    let article = fixture.article("a").await;
    let target = RedirectTarget::Article(article.article);
    create(&fixture, &NewRedirect { target, ..to_page("/old", "/x") }).await.unwrap();
    let seen = async || {
        let query = "SELECT path AS text FROM delivery.redirected";
        testing::texts(&fixture.database.access(store::roles::READER), query).await.unwrap()
    };
    assert_eq!(seen().await, [""; 0]);
    fixture.publish(&article).await.unwrap();
    assert_eq!(seen().await, ["/old"]);
    fixture.withdraw(&article).await.unwrap();
    assert_eq!(seen().await, ["/old"]);
    fixture.take_down(&article).await.unwrap();
    assert!(seen().await.is_empty() && all_redirects(&fixture).await.is_empty());
}
