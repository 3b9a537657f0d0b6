//! Whether a draft holds something else than what readers see of it, or than what is scheduled to become public. Its content decides, and not the number of its
//! revision: what was saved can be taken back, and publishing leaves alone what readers see already.

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::sql_types::Bool;

/// That it does: part of a query for drafts with their newest revisions and their standings, which connections keep
/// prepared only where that is asked for ([`crate::statement_cache`]).
pub(super) fn differs() -> SqlLiteral<Bool> {
    sql(DIFFERS)
}

/// Nothing is compared where the newest revision is what readers see and what is scheduled, or where there is neither. A
/// term that was merged is the one that it became, named once.
const DIFFERS: &str = "
(EXISTS (
    SELECT FROM editorial.revisions AS shown
    WHERE shown.draft_id = drafts.id AND shown.number IN (standings.live_revision, standings.scheduled_revision)
    AND shown.number <> drafts.revision
    AND NOT (
        ROW(shown.slug, shown.kicker, shown.headline, shown.standfirst, shown.hero, shown.seo, shown.fields,
            shown.first_published_at, shown.body)
        IS NOT DISTINCT FROM
        ROW(revisions.slug, revisions.kicker, revisions.headline, revisions.standfirst, revisions.hero,
            revisions.seo, revisions.fields, revisions.first_published_at, revisions.body)
        AND (
            SELECT array_agg(ROW(current.id, current.part) ORDER BY current.position)
            FROM (
                SELECT DISTINCT ON (id) coalesce(terms.merged_into, terms.id) AS id, named.part, named.position
                FROM editorial.revision_terms AS named
                JOIN editorial.terms ON terms.id = named.term_id
                WHERE named.draft_id = shown.draft_id AND named.number = shown.number
                ORDER BY id, named.position
            ) AS current
        ) IS NOT DISTINCT FROM (
            SELECT array_agg(ROW(current.id, current.part) ORDER BY current.position)
            FROM (
                SELECT DISTINCT ON (id) coalesce(terms.merged_into, terms.id) AS id, named.part, named.position
                FROM editorial.revision_terms AS named
                JOIN editorial.terms ON terms.id = named.term_id
                WHERE named.draft_id = revisions.draft_id AND named.number = revisions.number
                ORDER BY id, named.position
            ) AS current
        )
    )
))";
