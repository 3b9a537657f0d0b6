-- The language that the words of a locale are read in. Where Postgres knows none, words are taken as they are written.
CREATE FUNCTION delivery.search_language(locale text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE split_part(locale, '-', 1)
    WHEN 'ar' THEN 'pg_catalog.arabic'::regconfig
    WHEN 'ca' THEN 'pg_catalog.catalan'::regconfig
    WHEN 'da' THEN 'pg_catalog.danish'::regconfig
    WHEN 'de' THEN 'pg_catalog.german'::regconfig
    WHEN 'el' THEN 'pg_catalog.greek'::regconfig
    WHEN 'en' THEN 'pg_catalog.english'::regconfig
    WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
    WHEN 'fi' THEN 'pg_catalog.finnish'::regconfig
    WHEN 'fr' THEN 'pg_catalog.french'::regconfig
    WHEN 'hu' THEN 'pg_catalog.hungarian'::regconfig
    WHEN 'it' THEN 'pg_catalog.italian'::regconfig
    WHEN 'nb' THEN 'pg_catalog.norwegian'::regconfig
    WHEN 'nl' THEN 'pg_catalog.dutch'::regconfig
    WHEN 'nn' THEN 'pg_catalog.norwegian'::regconfig
    WHEN 'no' THEN 'pg_catalog.norwegian'::regconfig
    WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
    WHEN 'ro' THEN 'pg_catalog.romanian'::regconfig
    WHEN 'ru' THEN 'pg_catalog.russian'::regconfig
    WHEN 'sv' THEN 'pg_catalog.swedish'::regconfig
    WHEN 'ta' THEN 'pg_catalog.tamil'::regconfig
    WHEN 'tr' THEN 'pg_catalog.turkish'::regconfig
    ELSE 'pg_catalog.simple'::regconfig
END;

-- What is searched of a text. `words`: everything, the headline above the standfirst above the body, of which the first
-- 100,000 characters count. `gist`: what it is about, the headline, the standfirst and what the body says most often;
-- small enough that thousands are ranked in no time. `spellings`: words as they are written, for whoever mistypes them.
CREATE FUNCTION delivery.search_texts(
    locale text, headline text, standfirst text, body text, OUT gist tsvector, OUT words tsvector, OUT spellings text[]
) LANGUAGE sql STABLE PARALLEL SAFE AS $$
    -- Materialised, or it would be read again wherever it is named.
    WITH long AS MATERIALIZED (
        SELECT to_tsvector(delivery.search_language(locale), left(body, 100000)) AS words
    ), short AS MATERIALIZED (
        SELECT setweight(to_tsvector(delivery.search_language(locale), headline), 'A')
            || setweight(to_tsvector('simple', headline), 'A')
            || setweight(to_tsvector(delivery.search_language(locale), coalesce(standfirst, '')), 'B') AS words
    )
    SELECT
        short.words || coalesce((
            SELECT string_agg(
                '''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || ''':' || array_to_string(positions[1:4], ','), ' '
            )::tsvector
            FROM (
                SELECT lexeme, positions FROM unnest(long.words)
                ORDER BY cardinality(positions) DESC, lexeme COLLATE "C" LIMIT 20
            ) AS frequent
        ), ''),
        short.words || long.words,
        ARRAY(
            SELECT lexeme FROM unnest(to_tsvector('simple', headline || ' ' || coalesce(standfirst, '')))
            WHERE length(lexeme) BETWEEN 3 AND 40 AND lexeme !~ '[^[:alnum:]]'
            UNION
            SELECT lexeme FROM unnest(to_tsvector('simple', left(body, 100000)))
            WHERE length(lexeme) BETWEEN 4 AND 40 AND cardinality(positions) > 1 AND lexeme !~ '[^[:alnum:]]'
        )
    FROM short CROSS JOIN long
$$;

-- What is searched: one row for each article that is live in a locale. `places` says under which terms and with which
-- kicker it is found. `words` has these too, and the month it was first published in, each behind a bar, which no word
-- that is written has: so one index narrows by all of them together.
CREATE TABLE delivery.search (
    article_id uuid NOT NULL,
    locale text NOT NULL,
    first_published_at timestamptz NOT NULL,
    places text[] NOT NULL,
    spellings text[] NOT NULL,
    gist tsvector NOT NULL,
    words tsvector NOT NULL,
    CONSTRAINT search_pkey PRIMARY KEY (article_id, locale),
    CONSTRAINT search_article_fkey FOREIGN KEY (article_id) REFERENCES editorial.articles (id)
);
-- It is what all rows of a search are ranked by: it stays where they are.
ALTER TABLE delivery.search ALTER COLUMN gist SET STORAGE MAIN;
-- What was added last is in a list that every search reads from its beginning to its end: it stays short.
CREATE INDEX search_words_idx ON delivery.search USING gin (words) WITH (gin_pending_list_limit = 512);

-- The words that something live has, as they are written.
CREATE TABLE delivery.spellings (
    locale text NOT NULL,
    word text COLLATE "C" NOT NULL,
    CONSTRAINT spellings_pkey PRIMARY KEY (locale, word)
);

-- How much is live of what was first published in each month of UTC.
CREATE TABLE delivery.months (
    locale text NOT NULL,
    begins_at timestamptz NOT NULL,
    article_count bigint NOT NULL,
    CONSTRAINT months_pkey PRIMARY KEY (locale, begins_at),
    CONSTRAINT months_article_count_check CHECK (article_count >= 0)
);

-- `row` is where a row lies, for a statement that looks at it twice.
CREATE VIEW delivery.searched AS
SELECT
    search.article_id, search.locale, search.first_published_at, search.places, search.gist, search.words,
    search.ctid AS row
FROM delivery.search;

CREATE VIEW delivery.spelled AS
SELECT spellings.locale, spellings.word FROM delivery.spellings;

CREATE VIEW delivery.archived AS
SELECT months.locale, months.begins_at, months.article_count FROM delivery.months WHERE months.article_count > 0;

CREATE OR REPLACE VIEW delivery.listed AS
SELECT
    counts.locale, counts.kind, counts.slug, coalesce(terms.name, counts.name) AS name,
    terms.description, terms.url, terms.picture, counts.article_count, terms.id AS term_id
FROM delivery.counts
LEFT JOIN delivery.terms ON terms.kind = counts.kind AND terms.slug = counts.slug
WHERE counts.article_count > 0;

-- Words that are spelled much like another. Somebody may have put trigrams elsewhere in this database already.
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA delivery;
DO $$
DECLARE
    home text := (SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'pg_trgm');
BEGIN
    EXECUTE format(
        'CREATE INDEX spellings_word_idx ON delivery.spellings USING gin (word %s.gin_trgm_ops)', home
    );
    EXECUTE format(
        'CREATE FUNCTION delivery.spelled_like(asked_locale text, asked text) RETURNS SETOF text
        LANGUAGE sql STABLE PARALLEL SAFE SET search_path = delivery, pg_catalog, %1$s
        AS ''SELECT word FROM delivery.spelled WHERE locale = asked_locale AND word OPERATOR(%1$s.%%) asked
            ORDER BY %1$s.similarity(word, asked) DESC, word LIMIT 10''', home
    );
END $$;
