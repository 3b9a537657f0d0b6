-- The digest is computed as in `editions::digest`.
SELECT key.article_id, key.locale, newest.*, sources.terms, sources.parts
FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::text[]) AS key (article_id, locale)) AS key
CROSS JOIN LATERAL (
    SELECT spans.closed_sequence IS NULL AS is_live, editions.taken_down_at IS NOT NULL AS is_taken_down,
        spans.edition_id, editions.number, editions.revision,
        editions.slug, spans.first_published_at, spans.updated_at,
        sha256(convert_to(editions.head || chr(10) || editions.tail || chr(10), 'UTF8') || editions.rendering_digest)
            AS digest,
        editions.markup_version
    FROM spans
    JOIN editions ON editions.id = spans.edition_id
    WHERE spans.article_id = key.article_id AND spans.locale = key.locale
    ORDER BY spans.opened_sequence DESC
    LIMIT 1
) AS newest
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(term_id ORDER BY term_id), '{}') AS terms,
        coalesce(array_agg(part ORDER BY term_id), '{}') AS parts
    FROM edition_sources
    WHERE edition_sources.edition_id = newest.edition_id
) AS sources
