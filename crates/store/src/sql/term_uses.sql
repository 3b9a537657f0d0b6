-- The number of articles, per locale, that name a term or one that was merged into it.
WITH same AS (
    SELECT id FROM editorial.terms WHERE id = $1 OR merged_into = $1
), shown AS (
    SELECT editions.article_id, editions.locale
    FROM same
    JOIN edition_sources ON edition_sources.term_id = same.id
    JOIN editions ON editions.id = edition_sources.edition_id
    WHERE EXISTS (
        SELECT FROM spans WHERE spans.edition_id = editions.id AND spans.closed_sequence IS NULL
    ) OR EXISTS (SELECT FROM schedules WHERE schedules.edition_id = editions.id)
), drafted AS (
    SELECT drafts.article_id, drafts.locale
    FROM same
    JOIN editorial.revision_terms ON revision_terms.term_id = same.id
    JOIN editorial.drafts ON drafts.id = revision_terms.draft_id AND drafts.revision = revision_terms.number
)
SELECT count(*) AS article_count FROM (SELECT * FROM shown UNION SELECT * FROM drafted) AS used
