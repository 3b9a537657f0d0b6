//! Changes, merges and deletions of terms, and their effects on public data.

use domain::{Content, Refusal, SeriesPart, TermId, TermKind};
use store::Error;
use store::editorial::drafts;
use store::editorial::drafts::Draft;
use store::editorial::terms;
use store::write;
use uuid::Uuid;

use crate::fixture::{TestStore, context, refusal};
use crate::fixture_acts::term_content;

/// A live article by this author.
async fn publish_by_author(fixture: &TestStore, author: TermId, name: &str) -> Draft {
    let draft = fixture.draft(Content { byline: vec![author], ..fixture.content(name) }).await;
    fixture.publish(&draft).await.unwrap();
    draft
}

/// Slug, name and count of the public terms of a kind.
async fn listed_terms(fixture: &TestStore, kind: &str) -> Vec<String> {
    let listed = format!(
        "SELECT concat_ws(' ', slug, name, article_count) FROM delivery.listed WHERE kind = '{kind}' ORDER BY 1"
    );
    fixture.database.column(&listed).await
}

#[tokio::test(flavor = "multi_thread")]
async fn renaming_a_public_term_is_an_act_and_its_articles_are_rerendered_by_a_job() {
    let fixture = TestStore::open().await;
    let author = fixture.term(TermKind::Author, "vera").await;
    let draft = publish_by_author(&fixture, author, "a").await;
    let dates = "SELECT first_published_at || ' ' || updated_at FROM delivery.live";
    let before = fixture.database.value(dates).await;
    let changed = fixture.rename(author, "wera").await;
    assert_eq!((changed.sequence, changed.term.version), (Some(2), 2));
    assert_eq!(fixture.act_kinds().await, ["publish", "rename"]);
    assert_eq!(listed_terms(&fixture, "author").await, ["wera wera 1"]);
    let placed = "SELECT slug || ' ' || name FROM delivery.placements WHERE kind = 'author'";
    assert_eq!(fixture.database.column(placed).await, ["wera wera"]);
    let event =
        "SELECT concat_ws(' ', kind, term_id, slug, article_id) FROM operations.events WHERE sequence = 2";
    assert_eq!(fixture.database.value(event).await, format!("renamed {} wera", author.0));
    let tags = "SELECT unnest(tags) FROM operations.acts WHERE sequence = 2";
    assert_eq!(fixture.database.column(tags).await, ["author:vera", "author:wera", "lists"]);
    assert!(fixture.bytes(&draft).await.contains("vera"), "until the job was there");
    fixture.run_jobs().await;
    let bytes = fixture.bytes(&draft).await;
    assert!(bytes.contains("wera") && !bytes.contains("vera"), "{bytes}");
    assert_eq!(fixture.database.value(dates).await, before, "both dates stay");
    assert_eq!(fixture.act_kinds().await, ["publish", "rename", "refresh"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn renaming_a_term_without_live_articles_is_no_act() {
    let fixture = TestStore::open().await;
    let tag = fixture.term(TermKind::Tag, "old").await;
    assert_eq!(fixture.rename(tag, "new").await.sequence, None);
    assert_eq!(fixture.rename(tag, "new").await.term.version, 2, "it was so already");
    assert!(fixture.act_kinds().await.is_empty());
    let audit = "SELECT action || ' ' || subject_kind || ' ' || (before_digest <> after_digest) \
                 FROM editorial.audit WHERE action <> 'create term'";
    assert_eq!(fixture.database.column(audit).await, ["rename term true"]);
    assert_eq!(fixture.database.value("SELECT count(*) FROM operations.jobs").await, "0");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_former_slug_of_a_renamed_term_can_be_reused() {
    let fixture = TestStore::open().await;
    let first = fixture.term(TermKind::Tag, "name").await;
    let draft = fixture.draft(Content { tags: vec![first], ..fixture.content("a") }).await;
    fixture.publish(&draft).await.unwrap();
    fixture.withdraw(&draft).await.unwrap();
    fixture.rename(first, "other").await;
    let second = fixture.term(TermKind::Tag, "name").await;
    fixture
        .publish(&fixture.draft(Content { tags: vec![second], ..fixture.content("b") }).await)
        .await
        .unwrap();
    assert_eq!(listed_terms(&fixture, "tag").await, ["name name 1"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn term_changes_with_an_old_version_or_a_taken_slug_are_refused() {
    let fixture = TestStore::open().await;
    let [tag, _] = [fixture.term(TermKind::Tag, "tag").await, fixture.term(TermKind::Tag, "taken").await];
    fixture.rename(tag, "second").await;
    let before = fixture.database.contents().await;
    let mut conn = fixture.editorial().await;
    let stale = write::once(&mut conn, &context(), async |tx| {
        terms::change(tx, tag, 1, &term_content("third")).await
    })
    .await;
    assert!(matches!(stale, Err(Error::VersionConflict { current: 2 })), "{stale:?}");
    let taken = write::once(&mut conn, &context(), async |tx| {
        terms::change(tx, tag, 2, &term_content("taken")).await
    })
    .await;
    assert_eq!(refusal(taken), Refusal::TermExists);
    let nothing = write::once(&mut conn, &context(), async |tx| {
        terms::change(tx, TermId(Uuid::now_v7()), 1, &term_content("x")).await
    })
    .await;
    assert!(matches!(nothing, Err(Error::NotFound)), "{nothing:?}");
    assert!(fixture.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn changing_a_term_description_rerenders_no_edition() {
    let fixture = TestStore::open().await;
    let tag = fixture.term(TermKind::Tag, "tag").await;
    fixture.publish(&fixture.draft(Content { tags: vec![tag], ..fixture.content("a") }).await).await.unwrap();
    let content = domain::TermContent { description: Some("About.".to_owned()), ..term_content("tag") };
    let mut conn = fixture.editorial().await;
    let changed = write::once(&mut conn, &context(), async |tx| terms::change(tx, tag, 1, &content).await)
        .await
        .unwrap()
        .into_inner();
    assert_eq!(changed.sequence, Some(2), "its page shows it");
    fixture.run_jobs().await;
    assert_eq!(fixture.act_kinds().await, ["publish", "rename"]);
    assert_eq!(fixture.database.value("SELECT count(*) FROM delivery.editions").await, "1");
    assert!(
        store::publishing::stale_editions(&mut conn, store::publishing::StaleCause::Term(tag), None, 9)
            .await
            .unwrap()
            .is_empty()
    );
    assert_eq!(fixture.publish(&fixture.article("b").await).await.unwrap(), Some(3));
}

#[tokio::test(flavor = "multi_thread")]
async fn renaming_a_term_rerenders_scheduled_editions_without_an_act() {
    let fixture = TestStore::open().await;
    let author = fixture.term(TermKind::Author, "vera").await;
    let draft = fixture.draft(Content { byline: vec![author], ..fixture.content("a") }).await;
    fixture.schedule(&draft).await.unwrap();
    assert_eq!(fixture.rename(author, "wera").await.sequence, None, "nobody reads it yet");
    fixture.run_jobs().await;
    assert!(fixture.act_kinds().await.is_empty(), "it leaves no trace");
    let frozen = "SELECT count(*) || ' ' || bool_and(head LIKE '%wera%') FROM delivery.editions";
    assert_eq!(fixture.database.value(frozen).await, "1 true");
    fixture.backdate_schedule(&draft, "2020-01-01").await;
    assert_eq!(fixture.activate_due().await, 1);
    assert!(fixture.bytes(&draft).await.contains("wera"));
    assert_eq!(fixture.act_kinds().await, ["activate"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edition_activated_with_an_old_term_name_is_rerendered_afterwards() {
    let fixture = TestStore::open().await;
    let author = fixture.term(TermKind::Author, "vera").await;
    let draft = fixture.draft(Content { byline: vec![author], ..fixture.content("a") }).await;
    fixture.schedule(&draft).await.unwrap();
    fixture.rename(author, "wera").await;
    fixture.database.execute("DELETE FROM operations.jobs").await;
    fixture.backdate_schedule(&draft, "2020-01-01").await;
    assert_eq!(fixture.activate_due().await, 1);
    assert!(fixture.bytes(&draft).await.contains("vera"));
    assert_eq!(listed_terms(&fixture, "author").await, ["wera wera 1"]);
    fixture.run_jobs().await;
    assert!(fixture.bytes(&draft).await.contains("wera"));
}

#[tokio::test(flavor = "multi_thread")]
async fn rerendering_twice_writes_nothing_the_second_time() {
    let fixture = TestStore::open().await;
    let author = fixture.term(TermKind::Author, "vera").await;
    publish_by_author(&fixture, author, "a").await;
    fixture.rename(author, "wera").await;
    fixture.run_jobs().await;
    let jobs = "UPDATE operations.jobs SET state = 'ready', finished_at = NULL, progress_done = NULL, \
                progress_total = NULL";
    let kept =
        "SELECT schema_to_xml('delivery', true, false, '')::text || (SELECT count(*) FROM operations.acts)";
    let before = fixture.database.value(kept).await;
    fixture.database.execute(jobs).await;
    fixture.run_jobs().await;
    assert!(fixture.database.value(kept).await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn renamed_series_and_sections_are_listed_under_their_new_names() {
    let fixture = TestStore::open().await;
    let series = fixture.term(TermKind::Series, "bridges").await;
    let part = Some(SeriesPart { series, part: 1 });
    let draft = fixture.draft(Content { series: part, ..fixture.content("a") }).await;
    fixture.publish(&draft).await.unwrap();
    fixture.rename(series, "spans").await;
    fixture.rename(fixture.section, "building").await;
    fixture.run_jobs().await;
    assert_eq!(listed_terms(&fixture, "series").await, ["spans spans 1"]);
    assert_eq!(listed_terms(&fixture, "section").await, ["building building 1"]);
    let live = "SELECT section || ' ' || (series ->> 'name') FROM delivery.live";
    assert_eq!(fixture.database.value(live).await, "building spans");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merged_term_is_replaced_by_its_target_in_drafts_and_public_data() {
    let fixture = TestStore::open().await;
    let [from, into] =
        [fixture.term(TermKind::Tag, "colour").await, fixture.term(TermKind::Tag, "color").await];
    let tagged = |name, tags: &[TermId]| Content { tags: tags.to_vec(), ..fixture.content(name) };
    let one = fixture.draft(tagged("one", &[from])).await;
    let both = fixture.draft(tagged("both", &[from, into])).await;
    let other = fixture.draft(tagged("other", &[into])).await;
    fixture.publish_editions(&fixture.editions(&[&one, &both, &other]).await).await.unwrap();
    let mut conn = fixture.editorial().await;
    let merged = write::once(&mut conn, &context(), async |tx| terms::merge(tx, from, into).await)
        .await
        .unwrap()
        .into_inner();
    assert_eq!((merged.term.id, merged.sequence), (into, Some(2)));
    assert_eq!(listed_terms(&fixture, "tag").await, ["color color 3"], "each once");
    let event = "SELECT concat_ws(' ', kind, term_id, slug) FROM operations.events WHERE sequence = 2";
    assert_eq!(fixture.database.value(event).await, format!("merged {} color", from.0));

    let loaded = drafts::load(&mut conn, &[one.id, both.id]).await.unwrap();
    assert!(loaded.iter().all(|draft| draft.content.tags == [into]), "{loaded:?}");
    let found = terms::load(&mut conn, &[from, into]).await.unwrap();
    assert_eq!(found.keys().collect::<Vec<_>>(), [&into]);
    assert_eq!(terms::find(&mut conn, from).await.unwrap().term.id, into);
    let taken = write::once(&mut conn, &context(), async |tx| {
        terms::create(tx, &[crate::fixture::new_term(TermKind::Tag, "colour")]).await
    })
    .await;
    assert_eq!(refusal(taken), Refusal::TermExists, "its slug stays taken");

    fixture.run_jobs().await;
    for draft in [&one, &both] {
        let bytes = fixture.bytes(draft).await;
        assert_eq!((bytes.matches("color").count(), bytes.matches("colour").count()), (2, 0), "{bytes}");
    }
    assert_eq!(listed_terms(&fixture, "tag").await, ["color color 3"]);
    let again = write::once(&mut conn, &context(), async |tx| terms::merge(tx, from, into).await)
        .await
        .unwrap()
        .into_inner();
    assert_eq!(again.sequence, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn chained_merges_resolve_to_the_final_target() {
    let fixture = TestStore::open().await;
    let [a, b, c] = [
        fixture.term(TermKind::Author, "a").await,
        fixture.term(TermKind::Author, "b").await,
        fixture.term(TermKind::Author, "c").await,
    ];
    let draft = publish_by_author(&fixture, a, "x").await;
    let mut conn = fixture.editorial().await;
    write::once(&mut conn, &context(), async |tx| terms::merge(tx, a, b).await).await.unwrap();
    write::once(&mut conn, &context(), async |tx| terms::merge(tx, b, c).await).await.unwrap();
    assert_eq!(drafts::load(&mut conn, &[draft.id]).await.unwrap()[0].content.byline, [c]);
    assert_eq!(listed_terms(&fixture, "author").await, ["c c 1"]);
    fixture.run_jobs().await;
    assert!(fixture.bytes(&draft).await.contains("\"slug\":\"c\""));
    assert!(
        store::publishing::stale_editions(&mut conn, store::publishing::StaleCause::Term(c), None, 9)
            .await
            .unwrap()
            .is_empty()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn only_different_terms_of_one_kind_can_be_merged() {
    let fixture = TestStore::open().await;
    let [tag, series] = [fixture.term(TermKind::Tag, "x").await, fixture.term(TermKind::Series, "x").await];
    let mut conn = fixture.editorial().await;
    for (from, into) in [(tag, series), (tag, tag)] {
        assert_eq!(
            refusal(write::once(&mut conn, &context(), async |tx| terms::merge(tx, from, into).await).await),
            Refusal::NotMergeable
        );
    }
    let nothing =
        write::once(&mut conn, &context(), async |tx| terms::merge(tx, tag, TermId(Uuid::now_v7())).await)
            .await;
    assert!(matches!(nothing, Err(Error::NotFound)), "{nothing:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edition_rendered_before_a_merge_is_refused_after_it() {
    let fixture = TestStore::open().await;
    let [from, into] = [fixture.term(TermKind::Tag, "a").await, fixture.term(TermKind::Tag, "b").await];
    let draft = fixture.draft(Content { tags: vec![from], ..fixture.content("x") }).await;
    let edition = fixture.edition(&draft).await;
    fixture.write(async |tx| terms::merge(tx, from, into).await).await.unwrap();
    assert_eq!(refusal(fixture.publish_editions(&[edition]).await), Refusal::SourceSuperseded);
    let loaded = drafts::load(&mut fixture.editorial().await, &[draft.id]).await.unwrap();
    fixture.publish(&loaded[0]).await.unwrap();
    assert_eq!(listed_terms(&fixture, "tag").await, ["b b 1"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_term_used_by_drafts_schedules_or_live_articles_cannot_be_deleted() {
    let fixture = TestStore::open().await;
    let [tag, merged] =
        [fixture.term(TermKind::Tag, "tag").await, fixture.term(TermKind::Tag, "merged").await];
    let draft = fixture.draft(Content { tags: vec![merged], ..fixture.content("a") }).await;
    fixture.schedule(&draft).await.unwrap();
    let mut conn = fixture.editorial().await;
    write::once(&mut conn, &context(), async |tx| terms::merge(tx, merged, tag).await).await.unwrap();
    let mut delete =
        async || write::once(&mut conn, &context(), async |tx| terms::delete(tx, tag).await).await.map(drop);
    assert_eq!(refusal(delete().await), Refusal::TermInUse { article_count: 1 }, "drafted and scheduled");
    let without = fixture.saved(&draft, fixture.content("a")).await;
    assert_eq!(refusal(delete().await), Refusal::TermInUse { article_count: 1 }, "scheduled");
    fixture.backdate_schedule(&draft, "2020-01-01").await;
    fixture.activate_due().await;
    assert_eq!(refusal(delete().await), Refusal::TermInUse { article_count: 1 }, "live");
    fixture.publish(&without).await.unwrap();
    delete().await.unwrap();
    assert!(matches!(delete().await, Err(Error::NotFound)));
    assert!(
        drafts::load_revisions(&mut fixture.editorial().await, &[(draft.article, draft.locale.clone(), 1)])
            .await
            .unwrap()[0]
            .content
            .tags
            .is_empty()
    );
    for name in ["tag", "merged"] {
        let again = fixture.term(TermKind::Tag, name).await;
        let draft = fixture.draft(Content { tags: vec![again], ..fixture.content(name) }).await;
        fixture.publish(&draft).await.unwrap();
    }
    assert_eq!(listed_terms(&fixture, "tag").await, ["merged merged 1", "tag tag 1"], "the slugs are free");
}

#[tokio::test(flavor = "multi_thread")]
async fn saving_a_draft_with_a_deleted_term_is_refused() {
    let fixture = TestStore::open().await;
    let tag = fixture.term(TermKind::Tag, "tag").await;
    let draft = fixture.article("a").await;
    let mut conn = fixture.editorial().await;
    write::once(&mut conn, &context(), async |tx| terms::delete(tx, tag).await).await.unwrap();
    let content = Content { tags: vec![tag], ..draft.content.clone() };
    let saving = drafts::DraftEdit::Replace(Box::new(content));
    let refused =
        write::once(&mut conn, &context(), async |tx| drafts::save(tx, draft.id, 1, &saving).await).await;
    assert_eq!(refusal(refused), Refusal::UnknownTerm);
}

#[tokio::test(flavor = "multi_thread")]
async fn terms_are_listed_by_kind_and_text_with_their_usage() {
    let fixture = TestStore::open().await;
    let mut tags = Vec::new();
    for name in ["alpha", "beta", "gamma", "delta"] {
        tags.push(fixture.term(TermKind::Tag, name).await);
    }
    fixture.term(TermKind::Author, "alpha").await;
    let draft = fixture.draft(Content { tags: vec![tags[0], tags[1]], ..fixture.content("a") }).await;
    fixture.publish(&draft).await.unwrap();
    let mut conn = fixture.editorial().await;
    write::once(&mut conn, &context(), async |tx| terms::merge(tx, tags[0], tags[2]).await).await.unwrap();
    let limit = |limit| domain::Limit::try_from(limit).unwrap();
    let mut page = async |text, position: Option<(&str, bool)>, most| {
        let position = position
            .map(|(slug, before)| store::delivery::terms::TermPosition { slug: slug.to_owned(), before });
        let (used, more) =
            terms::list(&mut conn, TermKind::Tag, text, position.as_ref(), limit(most)).await.unwrap();
        let of =
            |used: &terms::TermUsage| format!("{} {} {}", used.term.slug, used.draft_count, used.is_public);
        (used.iter().map(of).collect::<Vec<_>>(), more)
    };
    let all = ["beta 1 true", "delta 0 false", "gamma 1 true"].map(str::to_owned);
    assert_eq!(page(None, None, 9).await, (all.to_vec(), false));
    assert_eq!(page(None, None, 2).await, (all[..2].to_vec(), true));
    assert_eq!(page(None, Some(("delta", false)), 2).await, (all[2..].to_vec(), false));
    assert_eq!(page(None, Some(("gamma", true)), 1).await, (all[1..2].to_vec(), true));
    assert_eq!(page(Some("EL"), None, 9).await, (all[1..2].to_vec(), false));
    assert_eq!(page(Some("%"), None, 9).await, (Vec::new(), false), "a text is no pattern");
}
