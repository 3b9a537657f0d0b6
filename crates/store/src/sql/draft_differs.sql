-- Skips the comparison when the newest revision is the live and the scheduled one, or when there is neither. Merged
-- terms count as the terms they were merged into, without duplicates.
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
))
