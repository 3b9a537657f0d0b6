//! Imports: all of it or nothing, and the same input once.

use std::slice;

use domain::{Content, Refusal, Term, TermKind, Terms};
use futures_util::future::join;
use store::editorial::drafts;
use store::editorial::drafts::Draft;
use store::editorial::imports;
use store::editorial::imports::{Import, Source};

use crate::press::{Press, act, new_draft, new_term, refusal, rendered, taken};

/// What is made from an input: an article, published under a tag that comes with it.
fn import(press: &Press, name: &str, input: &str) -> (Draft, Import) {
    let section = Term { id: press.section, ..new_term(TermKind::Section, "engineering") };
    let tag = new_term(TermKind::Tag, name);
    let draft = new_draft(Content { tags: vec![tag.id], ..press.content(name) });
    let terms = Terms::from([(tag.id, tag.clone()), (section.id, section)]);
    let editions = vec![rendered(&draft, &terms)];
    let sources = vec![Source { digest: input.as_bytes().to_vec(), draft: draft.id, content: None }];
    let import =
        Import { terms: vec![tag], drafts: vec![draft.clone()], sources, editions, ..Import::default() };
    (draft, import)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_makes_terms_drafts_and_one_act_and_is_remembered() {
    let press = Press::open().await;
    let (draft, import) = import(&press, "a", "input");
    let mut conn = press.editorial().await;
    assert_eq!(imports::apply(&mut conn, &act(), &import).await.unwrap().published.sequence, Some(1));
    assert_eq!(press.at_id(&draft).await, "live");
    let known = imports::known(&mut conn, &[b"input".to_vec(), b"other".to_vec()]).await.unwrap();
    assert_eq!(known.into_iter().collect::<Vec<_>>(), [(b"input".to_vec(), draft.id)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_input_at_the_same_time_is_imported_once() {
    let press = Press::open().await;
    let apply = async |name| {
        let (_, import) = import(&press, name, "input");
        let applied = imports::apply(&mut press.editorial().await, &act(), &import).await;
        applied.map(|applied| applied.published.sequence)
    };
    let refused = match join(apply("a"), apply("b")).await {
        (Ok(Some(1)), refused) | (refused, Ok(Some(1))) => refusal(refused),
        other => panic!("{other:?}"),
    };
    assert_eq!(refused, Refusal::AlreadyImported);
    assert_eq!(press.database.value("SELECT count(*) FROM editorial.drafts").await, "1");
    assert_eq!(press.database.value("SELECT count(*) FROM editorial.terms WHERE kind = 'tag'").await, "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_is_refused_leaves_nothing_behind() {
    let press = Press::open().await;
    let holder = press.article("taken").await;
    press.publish(&holder).await.unwrap();
    let (_, import) = import(&press, "taken", "input");
    let before = press.database.contents().await;
    let applied = imports::apply(&mut press.editorial().await, &act(), &import).await;
    assert_eq!(refusal(applied), taken("taken", &holder));
    assert!(press.database.contents().await == before, "something remained");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_without_editions_is_no_act() {
    let press = Press::open().await;
    let (draft, import) = import(&press, "a", "input");
    let drafts_only = Import { editions: Vec::new(), ..import };
    let applied = imports::apply(&mut press.editorial().await, &act(), &drafts_only).await;
    assert_eq!(applied.unwrap().published.sequence, None);
    let loaded = drafts::load(&mut press.editorial().await, slice::from_ref(&draft.id)).await.unwrap();
    assert_eq!(loaded, [draft]);
}
