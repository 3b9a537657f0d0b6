//! Whether a draft holds something else than what readers see of it. Its content decides, and not the number of its
//! revision: what was saved can be taken back, and publishing leaves alone what readers see already.

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::sql_types::Bool;

/// That it does: part of a query for drafts with their newest revisions and their standings, which connections keep
/// prepared only where that is asked for ([`crate::prepared`]).
pub(super) fn differs() -> SqlLiteral<Bool> {
    sql(DIFFERS)
}

/// Nothing is compared where readers see the newest revision, or nothing at all. A term that was merged is the one that it
/// became, named once.
const DIFFERS: &str = "
(standings.live_revision IS NOT NULL AND standings.live_revision <> drafts.revision AND NOT EXISTS (
    SELECT FROM editorial.revisions AS live
    WHERE live.draft_id = drafts.id AND live.number = standings.live_revision
    AND ROW(live.slug, live.kicker, live.headline, live.standfirst, live.hero, live.seo, live.fields,
            live.first_published_at, live.body)
        IS NOT DISTINCT FROM
        ROW(revisions.slug, revisions.kicker, revisions.headline, revisions.standfirst, revisions.hero,
            revisions.seo, revisions.fields, revisions.first_published_at, revisions.body)
    AND (
        SELECT array_agg(ROW(current.id, current.part) ORDER BY current.position)
        FROM (
            SELECT DISTINCT ON (id) coalesce(terms.merged_into, terms.id) AS id, named.part, named.position
            FROM editorial.revision_terms AS named
            JOIN editorial.terms ON terms.id = named.term_id
            WHERE named.draft_id = live.draft_id AND named.number = live.number
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
))";
