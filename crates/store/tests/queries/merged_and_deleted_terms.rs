//! Merged and deleted terms: saved content is not rewritten, and terms are resolved when it is read.

use domain::{Content, ContentMergePatch, Refusal, SeriesPart, TermId, TermKind};
use futures_util::future::join;
use serde_json::json;
use store::editorial::drafts;
use store::editorial::drafts::{Draft, DraftArticle, DraftFilter, NewDraft};
use store::editorial::terms;
use store::write;
use uuid::Uuid;

use crate::database::WAITING;
use crate::fixture::{TestStore, context, en, refusal};
use crate::fixture_acts::term_content;

/// A digest of all saved rows with their physical positions (`ctid`): a row that is rewritten changes the digest even
/// if its content is the same.
const SAVED: &str = "SELECT md5(string_agg(row, chr(10) ORDER BY row)) FROM (
    SELECT ctid || ' ' || to_jsonb(revisions) AS row FROM editorial.revisions
    UNION ALL SELECT ctid || ' ' || to_jsonb(named) FROM editorial.revision_terms AS named
    UNION ALL SELECT ctid || ' ' || to_jsonb(drafts) FROM editorial.drafts
) AS saved";

async fn merge(fixture: &TestStore, from: TermId, into: TermId) {
    fixture.write(async |tx| terms::merge(tx, from, into).await).await.unwrap();
}

async fn delete(fixture: &TestStore, term: TermId) {
    fixture.write(async |tx| terms::delete(tx, term).await).await.unwrap();
}

async fn tagged(fixture: &TestStore, name: &str, tags: &[TermId]) -> Draft {
    fixture.draft(Content { tags: tags.to_vec(), ..fixture.content(name) }).await
}

async fn count_drafts_with_term(fixture: &TestStore, term: TermId) -> usize {
    let filter = DraftFilter { terms: vec![term], ..DraftFilter::default() };
    let limit = domain::Limit::default();
    drafts::list(&mut fixture.editorial().await, &filter, None, limit).await.unwrap().0.len()
}

#[tokio::test(flavor = "multi_thread")]
async fn renaming_merging_and_deleting_terms_writes_no_draft_or_revision() {
    let fixture = TestStore::open().await;
    let [a, b, c] = [
        fixture.term(TermKind::Tag, "a").await,
        fixture.term(TermKind::Tag, "b").await,
        fixture.term(TermKind::Tag, "c").await,
    ];
    let series = fixture.term(TermKind::Series, "series").await;
    let section = fixture.term(TermKind::Section, "other").await;
    let part = Some(SeriesPart { series, part: 1 });
    let one = fixture.draft(Content { series: part, ..fixture.content("one") }).await;
    let one = fixture.saved(&one, Content { tags: vec![a, b], ..one.content.clone() }).await;
    fixture.publish(&one).await.unwrap();
    fixture.schedule(&tagged(&fixture, "two", &[c]).await).await.unwrap();
    let three = fixture.draft(Content { section: Some(section), ..fixture.content("three") }).await;
    fixture.saved(&three, fixture.content("three")).await;
    let plain = fixture.saved(&one, fixture.content("one")).await;

    let before = fixture.database.value(SAVED).await;
    fixture.rename(a, "renamed").await;
    merge(&fixture, a, b).await;
    merge(&fixture, b, c).await;
    fixture.rename(c, "last").await;
    fixture.run_jobs().await;
    delete(&fixture, section).await;
    assert_eq!(fixture.database.value(SAVED).await, before, "something was written");
    fixture.publish(&plain).await.unwrap();
    let mut conn = fixture.editorial().await;
    let refused = write::once(&mut conn, &context(), async |tx| terms::delete(tx, c).await).await;
    assert_eq!(refusal(refused), Refusal::TermInUse { article_count: 1 }, "the scheduled article names it");
    let draft = drafts::find_revision(&mut conn, one.id, 2).await.unwrap();
    assert_eq!(draft.content.tags, [a, b]);
    let told: Vec<_> = draft.terms.iter().filter(|term| term.kind == TermKind::Tag).collect();
    assert!(told.iter().all(|term| term.current() == Some(c) && term.slug.as_str() == "last"), "{told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merge_creates_no_revision_and_the_next_save_stores_the_merge_target() {
    let fixture = TestStore::open().await;
    let [a, b] = [fixture.term(TermKind::Tag, "a").await, fixture.term(TermKind::Tag, "b").await];
    let draft = tagged(&fixture, "x", &[a, b]).await;
    fixture.publish(&draft).await.unwrap();
    merge(&fixture, a, b).await;
    let mut conn = fixture.editorial().await;
    let save = async |conn: &mut _, seen: i32, patch| {
        let saving = drafts::DraftEdit::Patch(ContentMergePatch::parse(patch).unwrap());
        write::once(conn, &context(), async |tx| drafts::save(tx, draft.id, seen, &saving).await)
            .await
            .unwrap()
            .into_inner()
    };
    for same in [json!({}), json!({ "tags": [b] }), json!({ "tags": [a] }), json!({ "tags": [b, a] })] {
        assert_eq!(save(&mut conn, 1, same).await.entry.revision, 1);
    }
    let saved = save(&mut conn, 1, json!({ "body": "Other." })).await;
    assert_eq!((saved.entry.revision, &saved.content.tags[..]), (2, &[b][..]));
    assert!(saved.entry.has_unpublished_changes);
    let back = save(&mut conn, 2, json!({ "body": draft.content.body.as_str() })).await;
    assert!(!back.entry.has_unpublished_changes, "both tags are one, named once");
    let compared = async |number| {
        let revision = drafts::find_revision(&mut fixture.editorial().await, draft.id, number).await.unwrap();
        revision.comparable()
    };
    assert_eq!(compared(1).await, compared(3).await);
    assert_eq!(
        (count_drafts_with_term(&fixture, a).await, count_drafts_with_term(&fixture, b).await),
        (1, 1),
        "by either identity"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn restoring_a_revision_follows_merges_and_reports_deleted_terms() {
    let fixture = TestStore::open().await;
    let [a, b, c, gone, lost] = [
        fixture.term(TermKind::Tag, "a").await,
        fixture.term(TermKind::Tag, "b").await,
        fixture.term(TermKind::Tag, "c").await,
        fixture.term(TermKind::Tag, "gone").await,
        fixture.term(TermKind::Tag, "lost").await,
    ];
    let section = fixture.term(TermKind::Section, "closed").await;
    let full = Content { tags: vec![a, gone, c, lost], section: Some(section), ..fixture.content("x") };
    let draft = fixture.draft(full).await;
    fixture.saved(&draft, fixture.content("x")).await;
    merge(&fixture, a, b).await;
    merge(&fixture, b, c).await;
    // A term that was merged into a deleted term is deleted with it.
    merge(&fixture, lost, gone).await;
    delete(&fixture, gone).await;
    delete(&fixture, section).await;
    let mut conn = fixture.editorial().await;
    let restored =
        write::once(&mut conn, &context(), async |tx| drafts::restore_revision(tx, draft.id, 2, 1).await)
            .await
            .unwrap()
            .into_inner();
    assert_eq!(restored.draft.entry.revision, 3);
    assert_eq!((restored.draft.content.section, &restored.draft.content.tags[..]), (None, &[c][..]));
    let told: Vec<String> =
        restored.findings.iter().map(|one| format!("{} {}", one.pointer, one.detail)).collect();
    assert_eq!(
        told,
        [
            "/section The section “closed” was deleted. It is left out.",
            "/tags/1 The tag “gone” was deleted. It is left out.",
            "/tags/3 The tag “lost” was deleted. It is left out."
        ]
    );
    let earlier = drafts::find_revision(&mut conn, draft.id, 1).await.unwrap();
    assert_eq!(earlier.content, draft.content, "it stays as it was saved");
    let again =
        write::once(&mut conn, &context(), async |tx| drafts::restore_revision(tx, draft.id, 3, 1).await)
            .await
            .unwrap()
            .into_inner();
    assert_eq!(
        (again.draft.entry.revision, again.findings.len()),
        (3, 3),
        "nothing changes, and it is said again"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn duplicates_moves_and_new_drafts_store_the_merge_target() {
    let fixture = TestStore::open().await;
    let [a, b] = [fixture.term(TermKind::Tag, "a").await, fixture.term(TermKind::Tag, "b").await];
    let [old, new] =
        [fixture.term(TermKind::Section, "old").await, fixture.term(TermKind::Section, "new").await];
    let draft = tagged(&fixture, "x", &[a]).await;
    merge(&fixture, a, b).await;
    merge(&fixture, old, new).await;
    let mut conn = fixture.editorial().await;
    let identities = || (domain::DraftId(Uuid::now_v7()), domain::ArticleId(Uuid::now_v7()));
    let copy = write::once(&mut conn, &context(), async |tx| {
        drafts::duplicate(tx, &crate::links::site(), draft.id, identities()).await
    })
    .await
    .unwrap()
    .into_inner();
    assert_eq!(copy.content.tags, [b]);
    let (id, article) = identities();
    let content = ContentMergePatch::parse(json!({ "tags": [a], "section": old })).unwrap();
    let begun = NewDraft { id, article: DraftArticle::New(article), locale: en(), content };
    let begun = write::once(&mut conn, &context(), async |tx| drafts::create(tx, &begun).await)
        .await
        .unwrap()
        .into_inner();
    assert_eq!((&begun.content.tags[..], begun.content.section), (&[b][..], Some(new)));
    let batch = drafts::BulkChange::Move(old);
    let moved =
        write::once(&mut conn, &context(), async |tx| drafts::change_all(tx, &[(draft.id, 1)], batch).await)
            .await
            .unwrap()
            .into_inner();
    assert_eq!(moved[0].section, Some(new));
    let moved = drafts::find(&mut conn, draft.id).await.unwrap();
    assert_eq!((moved.content.section, &moved.content.tags[..]), (Some(new), &[b][..]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_waits_for_a_concurrent_term_deletion_and_is_refused() {
    let fixture = TestStore::open().await;
    let tag = fixture.term(TermKind::Tag, "tag").await;
    let draft = fixture.article("a").await;
    let deleting = fixture.database.session().await;
    deleting
        .execute(&format!(
            "BEGIN; SELECT FROM editorial.terms WHERE id = '{0}' FOR UPDATE;
            UPDATE editorial.terms SET ended_at = now() WHERE id = '{0}'",
            tag.0
        ))
        .await;
    let saving = async {
        let patch = ContentMergePatch::parse(json!({ "tags": [tag] })).unwrap();
        let mut conn = fixture.editorial().await;
        write::once(&mut conn, &context(), async |tx| {
            drafts::save(tx, draft.id, 1, &drafts::DraftEdit::Patch(patch)).await
        })
        .await
    };
    let meanwhile = async {
        fixture.database.until(&format!("{WAITING} = 1")).await;
        deleting.execute("COMMIT").await;
    };
    let (saved, ()) = join(saving, meanwhile).await;
    assert_eq!(refusal(saved), Refusal::UnknownTerm);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_term_deletion_waits_for_a_concurrent_save_and_is_refused() {
    let fixture = TestStore::open().await;
    let tag = fixture.term(TermKind::Tag, "tag").await;
    let draft = fixture.article("a").await;
    let saving = fixture.database.session().await;
    saving
        .execute(&format!(
            "BEGIN; SELECT FROM editorial.terms WHERE id = '{0}' FOR KEY SHARE;
            INSERT INTO editorial.revision_terms (draft_id, number, position, term_id) VALUES ('{1}', 1, 9, '{0}')",
            tag.0, draft.id
        ))
        .await;
    let deleting = async { fixture.write(async |tx| terms::delete(tx, tag).await).await };
    let meanwhile = async {
        fixture.database.until(&format!("{WAITING} = 1")).await;
        saving.execute("COMMIT").await;
    };
    let (deleted, ()) = join(deleting, meanwhile).await;
    assert_eq!(refusal(deleted), Refusal::TermInUse { article_count: 1 });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merged_term_reserves_its_slug_until_the_merge_target_is_deleted() {
    let fixture = TestStore::open().await;
    let [a, b] = [fixture.term(TermKind::Tag, "a").await, fixture.term(TermKind::Tag, "b").await];
    let draft = tagged(&fixture, "x", &[a]).await;
    merge(&fixture, a, b).await;
    let mut conn = fixture.editorial().await;
    let new = |name| [crate::fixture::new_term(TermKind::Tag, name)];
    assert_eq!(
        refusal(write::once(&mut conn, &context(), async |tx| terms::create(tx, &new("a")).await).await),
        Refusal::TermExists
    );
    let renamed =
        write::once(&mut conn, &context(), async |tx| terms::change(tx, b, 1, &term_content("a")).await)
            .await;
    assert_eq!(refusal(renamed), Refusal::TermExists, "also for the term that it became");
    let refused = write::once(&mut conn, &context(), async |tx| terms::delete(tx, b).await).await;
    assert_eq!(refusal(refused), Refusal::TermInUse { article_count: 1 }, "a draft names what became it");
    fixture.saved(&draft, fixture.content("x")).await;
    delete(&fixture, b).await;
    for name in ["a", "b"] {
        write::once(&mut conn, &context(), async |tx| terms::create(tx, &new(name)).await).await.unwrap();
    }
    let ended = "SELECT count(*) FROM editorial.terms WHERE ended_at IS NOT NULL AND merged_into IS NULL";
    assert_eq!(fixture.database.value(ended).await, "2");
}
