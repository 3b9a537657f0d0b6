WITH shown AS (
    SELECT spans.article_id, spans.locale, spans.first_published_at, spans.updated_at, editions.id AS edition_id,
        editions.kicker, editions.kicker_name
    FROM unnest($1::uuid[], $2::text[]) AS key (article_id, locale)
    JOIN spans ON spans.article_id = key.article_id AND spans.locale = key.locale
        AND spans.closed_sequence IS NULL
    JOIN editions ON editions.id = spans.edition_id
), added AS (
    INSERT INTO placements
        (kind, slug, locale, article_id, name, term_id, part, first_published_at, updated_at)
    SELECT terms.kind, terms.slug, shown.locale, shown.article_id, terms.name, terms.id, max(edition_sources.part),
        shown.first_published_at, shown.updated_at
    FROM shown
    JOIN edition_sources ON edition_sources.edition_id = shown.edition_id
    JOIN editorial.terms AS copied ON copied.id = edition_sources.term_id
    JOIN terms ON terms.id = coalesce(copied.merged_into, copied.id)
    GROUP BY terms.id, terms.kind, terms.slug, terms.name, shown.locale, shown.article_id, shown.first_published_at, shown.updated_at
    UNION ALL
    SELECT 'kicker', shown.kicker, shown.locale, shown.article_id, shown.kicker_name, NULL, NULL,
        shown.first_published_at, shown.updated_at
    FROM shown WHERE shown.kicker IS NOT NULL
    RETURNING kind, slug, locale, name
)
INSERT INTO counts AS counts (locale, kind, slug, name, article_count)
SELECT locale, kind, slug, max(name), count(*) FROM added GROUP BY locale, kind, slug
ON CONFLICT ON CONSTRAINT counts_pkey DO UPDATE
SET name = excluded.name, article_count = counts.article_count + excluded.article_count
RETURNING counts.kind || ':' || counts.slug AS tag
