SELECT editions.id AS edition_id, editions.taken_down_at IS NOT NULL OR EXISTS (
    SELECT FROM edition_sources
    JOIN editorial.terms ON terms.id = edition_sources.term_id
    WHERE edition_sources.edition_id = editions.id AND terms.ended_at IS NOT NULL AND terms.merged_into IS NULL
) AS lost
FROM spans
JOIN editions ON editions.id = spans.edition_id
WHERE spans.article_id = $1 AND spans.locale = $2 AND NOT EXISTS (
    SELECT FROM spans AS open_span
    JOIN editions AS live ON live.id = open_span.edition_id
    WHERE open_span.article_id = $1 AND open_span.locale = $2 AND open_span.closed_sequence IS NULL
        AND live.revision = editions.revision
)
ORDER BY spans.opened_sequence DESC
LIMIT 1
