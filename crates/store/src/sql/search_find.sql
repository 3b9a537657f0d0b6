-- The index knows which words an article contains, but not their positions. Phrases are therefore checked on the
-- newest 500 articles that contain all the words (`loose`), because reading the positions for every match would
-- dominate the cost. Every match contains all the words, so the rank sums the weight (`worth`) of each. Ranking data
-- is read for the newest matches only and by row, because sorting with it would double the time. The tokens that
-- start with a bar are written by `publishing::search_index`. The weights are, in order, those of frequent words,
-- names, standfirst and headline. Months are those of the publication's time zone, which differs from UTC by less
-- than a day.
WITH sought AS MATERIALIZED (
    SELECT query, has_phrase, loose, regexp_replace(loose::text, '&|<(-|[0-9]+)>', '|', 'g')::tsquery AS worth,
        CASE WHEN has_phrase THEN 500 ELSE 2000 END AS most
    FROM (
        SELECT $2::text::tsquery AS query, $2 ~ '<' AS has_phrase, CASE
            WHEN $2 ~ '<' THEN regexp_replace(querytree($2::tsquery), '<(-|[0-9]+)>', '&', 'g')::tsquery
            ELSE $2::tsquery
        END AS loose
    ) AS asked
), narrowed AS (
    SELECT string_agg('(' || coalesce(marks, quote_literal('|')) || ')', ' & ')::tsquery AS query
    FROM (
        SELECT string_agg(quote_literal('|' || coalesce(listed.term_id::text, 'kicker:' || listed.slug)), ' | ')
            AS marks
        FROM unnest($3::text[], $4::text[]) AS asked (kind, slug)
        LEFT JOIN listed
            ON listed.locale = $1 AND listed.kind = asked.kind AND listed.slug = asked.slug
        GROUP BY asked.kind
    ) AS kinds
), parts AS (
    SELECT number, string_agg(quote_literal(mark), ' | ')::tsquery && (SELECT loose FROM sought)
        && coalesce((SELECT query FROM narrowed), ''::tsquery) AS query
    FROM (
        SELECT '|' || $1 || '|' || to_char(month, 'YYYY-MM-BC') AS mark,
            CASE WHEN newer < 4000 THEN 1 WHEN newer < 16000 THEN 2 WHEN newer < 64000 THEN 3
                WHEN newer < 256000 THEN 4 ELSE 5 END AS number
        FROM (
            SELECT month, sum(article_count) OVER (ORDER BY month DESC) - article_count AS newer
            FROM archived
            WHERE locale = $1
                AND ($5::timestamptz IS NULL OR month >= date_trunc('month', ($5 - interval '1 day') AT TIME ZONE 'UTC'))
                AND ($6::timestamptz IS NULL OR month < ($6 + interval '1 day') AT TIME ZONE 'UTC')
        ) AS months
    ) AS marked
    GROUP BY number
), newest AS MATERIALIZED (
    SELECT found.row
    FROM (SELECT query FROM parts ORDER BY number) AS part
    CROSS JOIN LATERAL (
        SELECT row FROM searched
        WHERE words @@ part.query
            AND ($5 IS NULL OR first_published_at >= $5) AND ($6 IS NULL OR first_published_at < $6)
        ORDER BY first_published_at DESC, article_id DESC LIMIT (SELECT most FROM sought)
    ) AS found
    LIMIT (SELECT most FROM sought)
), matched AS MATERIALIZED (
    SELECT searched.article_id, searched.first_published_at, searched.month, searched.places, searched.gist
    FROM newest JOIN searched ON searched.row = newest.row
    WHERE NOT (SELECT has_phrase FROM sought) OR searched.words @@ (SELECT query FROM sought)
), scored AS (
    SELECT article_id, delivery.answered_date(first_published_at) AS first_published_at,
        ts_rank('{0.1, 0.3, 0.4, 1.0}', gist, (SELECT worth FROM sought)) AS score
    FROM matched
), page AS (
    SELECT article_id, score, first_published_at AS at FROM scored
    WHERE $7::real IS NULL OR (score, first_published_at, article_id) < ($7, $8, $9)
    ORDER BY score DESC, first_published_at DESC, article_id DESC LIMIT $10
)
SELECT
    (
        SELECT coalesce(jsonb_agg(to_jsonb(page) ORDER BY score DESC, at DESC, article_id DESC), '[]') FROM page
    ) AS page,
    (SELECT count(*) FROM matched) AS total,
    (SELECT count(*) < (SELECT most FROM sought) FROM newest) AS is_whole,
    CASE WHEN $11 THEN jsonb_build_object('places', (
        SELECT coalesce(jsonb_agg(to_jsonb(counted) ORDER BY article_count DESC, slug), '[]')
        FROM (
            SELECT listed.kind, listed.slug, listed.name, places.article_count
            FROM (
                SELECT place, count(*) AS article_count
                FROM matched CROSS JOIN unnest(matched.places) AS place
                GROUP BY place
            ) AS places
            JOIN listed ON listed.locale = $1
                AND coalesce(listed.term_id::text, 'kicker:' || listed.slug) = places.place
        ) AS counted
    ), 'years', (
        SELECT coalesce(jsonb_agg(to_jsonb(counted) ORDER BY year DESC), '[]')
        FROM (
            SELECT extract(year FROM month)::integer AS year, count(*) AS article_count
            FROM matched GROUP BY year
        ) AS counted
    )) END AS facets
