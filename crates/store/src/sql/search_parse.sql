-- An incomplete word is expanded to the eight shortest known words with this prefix. When no headline contains such
-- a word, the index is searched by prefix, which then matches few words; with fewer than three letters it could
-- match many, so it is not done.
WITH language AS (
    SELECT delivery.search_language($1) AS config
), endings AS (
    SELECT string_agg(word, ' | ') AS words
    FROM (
        SELECT word FROM spelled
        WHERE $3 <> '' AND locale = $1 AND word >= $3 COLLATE "C" AND word < ($3 || chr(1114111)) COLLATE "C"
        ORDER BY length(word), word LIMIT 8
    ) AS nearest
), understood AS (
    SELECT CASE
        WHEN $3 = '' THEN websearch_to_tsquery(config, $2)
        WHEN words IS NOT NULL THEN websearch_to_tsquery(config, $2)
            && (websearch_to_tsquery(config, $3) || to_tsquery(config, words) || to_tsquery('simple', words))
        WHEN length($3) > 2 THEN websearch_to_tsquery(config, $2)
            && (websearch_to_tsquery(config, $3) || to_tsquery('simple', $3 || ':*'))
        ELSE websearch_to_tsquery(config, $2 || ' ' || $3)
    END AS query
    FROM language CROSS JOIN endings
)
SELECT query::text AS query, querytree(query) NOT IN ('', 'T') AS names_something FROM understood
