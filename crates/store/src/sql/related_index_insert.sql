-- An article is represented by its sixteen most frequent words.
INSERT INTO related (article_id, locale, position, other_id)
SELECT mine.article_id, mine.locale, nearest.position, nearest.article_id
FROM unnest($1::uuid[], $2::text[]) AS key (article_id, locale)
JOIN search AS mine ON mine.article_id = key.article_id AND mine.locale = key.locale
CROSS JOIN LATERAL (
    SELECT string_agg(quote_literal(lexeme), ' | ')::tsquery AS gist
    FROM (
        SELECT lexeme FROM unnest(mine.gist) ORDER BY cardinality(positions) DESC, lexeme COLLATE "C" LIMIT 16
    ) AS frequent
) AS about
CROSS JOIN LATERAL (
    SELECT near.article_id,
        row_number() OVER (ORDER BY near.score DESC, near.first_published_at DESC, near.article_id DESC)::integer
            AS position
    FROM (
        SELECT other.article_id, other.first_published_at, shared.weight + ts_rank(other.gist, about.gist) AS score
        FROM (
            SELECT candidate.article_id, sum(candidate.weight) AS weight
            FROM placements AS place
            CROSS JOIN LATERAL (
                SELECT near.article_id,
                    CASE near.kind WHEN 'series' THEN 0.2 WHEN 'tag' THEN 0.1 ELSE 0.02 END AS weight
                FROM placements AS near
                WHERE near.locale = place.locale AND near.kind = place.kind AND near.slug = place.slug
                ORDER BY near.first_published_at DESC, near.article_id DESC
                LIMIT 40
            ) AS candidate
            WHERE place.article_id = mine.article_id AND place.locale = mine.locale AND place.kind <> 'kicker'
                AND candidate.article_id <> mine.article_id
            GROUP BY candidate.article_id
        ) AS shared
        JOIN search AS other ON other.article_id = shared.article_id AND other.locale = mine.locale
    ) AS near
    ORDER BY position
    LIMIT 8
) AS nearest
