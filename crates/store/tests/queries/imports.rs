//! Imports: atomic, and each source only once.

use std::slice;

use domain::{Content, Refusal, Term, TermKind, Terms};
use futures_util::future::join;
use store::editorial::drafts;
use store::editorial::drafts::Draft;
use store::editorial::imports;
use store::editorial::imports::{Import, ImportSource};
use store::write;

use crate::fixture::{TestStore, context, new_draft, new_term, refusal, rendered, slug_taken};

/// An import of one source: an article that is published under a new tag.
fn import(fixture: &TestStore, name: &str, input: &str) -> (Draft, Import) {
    let section = Term { id: fixture.section, ..new_term(TermKind::Section, "engineering") };
    let tag = new_term(TermKind::Tag, name);
    let draft = new_draft(Content { tags: vec![tag.id], ..fixture.content(name) });
    let terms = Terms::from([(tag.id, tag.clone()), (section.id, section)]);
    let editions = vec![rendered(&draft, &terms)];
    let sources = vec![ImportSource { digest: input.as_bytes().to_vec(), draft: draft.id, content: None }];
    let import =
        Import { terms: vec![tag], drafts: vec![draft.clone()], sources, editions, ..Import::default() };
    (draft, import)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_creates_terms_and_drafts_in_one_act_and_records_its_source() {
    let fixture = TestStore::open().await;
    let (draft, import) = import(&fixture, "a", "input");
    let mut conn = fixture.editorial().await;
    let applied = write::once(&mut conn, &context(), async |tx| imports::apply(tx, &import).await).await;
    assert_eq!(applied.unwrap().value().published.sequence, Some(1));
    assert_eq!(fixture.at_id(&draft).await, "live");
    let known = imports::find_sources(&mut conn, &[b"input".to_vec(), b"other".to_vec()]).await.unwrap();
    let source = import.sources[0].clone();
    assert_eq!(known.into_iter().collect::<Vec<_>>(), [(b"input".to_vec(), (source, false))]);
}

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_imports_of_the_same_source_import_it_once() {
    let fixture = TestStore::open().await;
    let apply = async |name| {
        let (_, import) = import(&fixture, name, "input");
        let applied = fixture.write(async |tx| imports::apply(tx, &import).await).await;
        applied.map(|applied| applied.value().published.sequence)
    };
    let refused = match join(apply("a"), apply("b")).await {
        (Ok(Some(1)), refused) | (refused, Ok(Some(1))) => refusal(refused),
        other => panic!("{other:?}"),
    };
    assert_eq!(refused, Refusal::AlreadyImported);
    assert_eq!(fixture.database.value("SELECT count(*) FROM editorial.drafts").await, "1");
    assert_eq!(fixture.database.value("SELECT count(*) FROM editorial.terms WHERE kind = 'tag'").await, "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_import_writes_nothing() {
    let fixture = TestStore::open().await;
    let holder = fixture.article("taken").await;
    fixture.publish(&holder).await.unwrap();
    let (_, import) = import(&fixture, "taken", "input");
    let before = fixture.database.contents().await;
    let applied = fixture.write(async |tx| imports::apply(tx, &import).await).await;
    assert_eq!(refusal(applied), slug_taken("taken", &holder));
    assert!(fixture.database.contents().await == before, "something remained");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_of_drafts_only_is_no_act() {
    let fixture = TestStore::open().await;
    let (draft, import) = import(&fixture, "a", "input");
    let drafts_only = Import { editions: Vec::new(), ..import };
    let applied = fixture.write(async |tx| imports::apply(tx, &drafts_only).await).await;
    assert_eq!(applied.unwrap().value().published.sequence, None);
    let loaded = drafts::load(&mut fixture.editorial().await, slice::from_ref(&draft.id)).await.unwrap();
    assert_eq!(loaded, [draft]);
}
