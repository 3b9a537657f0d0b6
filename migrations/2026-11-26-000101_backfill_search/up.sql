-- What is live already, as acts write it from now on.
SET LOCAL statement_timeout = 0;

INSERT INTO delivery.search (article_id, locale, first_published_at, places, spellings, gist, words)
SELECT
    spans.article_id, spans.locale, spans.first_published_at, placed.places, texts.spellings || placed.spellings,
    texts.gist || placed.names,
    texts.words || placed.names || array_to_tsvector(ARRAY(
        SELECT '|' || place FROM unnest(placed.places) AS place
        UNION ALL
        SELECT '|' || spans.locale || '|' || to_char(spans.first_published_at AT TIME ZONE 'UTC', 'YYYY-MM-BC')
    ))
FROM delivery.spans
JOIN delivery.editions ON editions.id = spans.edition_id
JOIN delivery.renderings ON renderings.digest = editions.rendering_digest
    AND renderings.markup_version = editions.markup_version
CROSS JOIN LATERAL delivery.search_texts(
    spans.locale, editions.headline, ('{' || editions.head || '}')::jsonb ->> 'standfirst',
    renderings.text_json::jsonb #>> '{}'
) AS texts
CROSS JOIN LATERAL (
    SELECT
        coalesce(array_agg(coalesce(term_id::text, 'kicker:' || slug) ORDER BY kind, slug), '{}') AS places,
        setweight(to_tsvector(delivery.search_language(spans.locale), coalesce(string_agg(name, ' '), ''))
                || to_tsvector('simple', coalesce(string_agg(name, ' '), '')), 'C') AS names,
        ARRAY(
            SELECT lexeme FROM unnest(to_tsvector('simple', coalesce(string_agg(name, ' '), '')))
            WHERE length(lexeme) BETWEEN 3 AND 40 AND lexeme !~ '[^[:alnum:]]'
        ) AS spellings
    FROM delivery.placements
    WHERE placements.article_id = spans.article_id AND placements.locale = spans.locale
) AS placed
WHERE spans.closed_sequence IS NULL
ON CONFLICT DO NOTHING;

INSERT INTO delivery.spellings (locale, word)
SELECT DISTINCT search.locale, word FROM delivery.search CROSS JOIN unnest(search.spellings) AS word
ON CONFLICT DO NOTHING;

INSERT INTO delivery.months (locale, begins_at, article_count)
SELECT locale, date_trunc('month', first_published_at, 'UTC'), count(*) FROM delivery.search GROUP BY 1, 2
ON CONFLICT ON CONSTRAINT months_pkey DO UPDATE SET article_count = excluded.article_count;
