WITH shown AS (
    SELECT spans.article_id, spans.locale, spans.first_published_at, texts.*,
        delivery.month_of(spans.first_published_at, zone.name) AS month
    FROM unnest($1::uuid[], $2::text[]) AS key (article_id, locale)
    JOIN spans ON spans.article_id = key.article_id AND spans.locale = key.locale
        AND spans.closed_sequence IS NULL
    JOIN editions ON editions.id = spans.edition_id
    JOIN renderings ON renderings.digest = editions.rendering_digest
        AND renderings.markup_version = editions.markup_version
    LEFT JOIN unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) AS given (edition_id, gist, words, spellings)
        ON given.edition_id = spans.edition_id
    CROSS JOIN LATERAL (
        SELECT given.gist::tsvector, given.words::tsvector, string_to_array(given.spellings, ' ')
        WHERE given.edition_id IS NOT NULL
        UNION ALL
        SELECT gist, words, spellings
        FROM delivery.search_texts(
            spans.locale, editions.headline, ('{' || editions.head || '}')::jsonb ->> 'standfirst',
            renderings.text_json::jsonb #>> '{}'
        )
        WHERE given.edition_id IS NULL
    ) AS texts (gist, words, spellings)
    CROSS JOIN delivery.time_zone AS zone
), added AS (
    INSERT INTO search (article_id, locale, first_published_at, month, places, spellings, gist, words)
    SELECT shown.article_id, shown.locale, shown.first_published_at, shown.month, placed.places,
        shown.spellings || placed.spellings,
        shown.gist || placed.names,
        shown.words || placed.names || array_to_tsvector(ARRAY(
            SELECT '|' || place FROM unnest(placed.places) AS place
            UNION ALL
            SELECT '|' || shown.locale || '|' || to_char(shown.month, 'YYYY-MM-BC')
        ))
    FROM shown
    CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(coalesce(term_id::text, 'kicker:' || slug) ORDER BY kind, slug), '{}') AS places,
            setweight(to_tsvector(delivery.search_language(shown.locale), coalesce(string_agg(name, ' '), ''))
                || to_tsvector('simple', coalesce(string_agg(name, ' '), '')), 'C') AS names,
            ARRAY(
                SELECT lexeme FROM unnest(to_tsvector('simple', coalesce(string_agg(name, ' '), '')))
                WHERE length(lexeme) BETWEEN 3 AND 40 AND lexeme !~ '[^[:alnum:]]'
            ) AS spellings
        FROM placements
        WHERE placements.article_id = shown.article_id AND placements.locale = shown.locale
    ) AS placed
    RETURNING locale, month, spellings
), spelled AS (
    INSERT INTO spellings (locale, word)
    SELECT DISTINCT added.locale, word FROM added CROSS JOIN unnest(added.spellings) AS word
    ON CONFLICT DO NOTHING
)
INSERT INTO months AS months (locale, month, article_count)
SELECT locale, month, count(*) FROM added GROUP BY 1, 2
ON CONFLICT ON CONSTRAINT months_pkey DO UPDATE SET article_count = months.article_count + excluded.article_count
