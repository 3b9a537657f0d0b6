-- Makes many publications of one: copies of every live article, older and older, with slugs and identities of their
-- own, under the same terms, each sharing the rendering of the one it was copied from. `multiplying` says how many there
-- are in the end. Readers' tables, the acts and the counter agree with each other afterwards; of the editors' tables
-- only the articles are there, because a copy has no draft.

CREATE TEMPORARY TABLE original AS
SELECT
    spans.*, editions.revision, editions.number, editions.slug, editions.section, editions.kicker, editions.kicker_name,
    editions.headline, editions.head, editions.tail, editions.first_published_at AS edition_date,
    editions.rendering_digest, editions.markup_version, articles.created_at
FROM delivery.spans
JOIN delivery.editions ON editions.id = spans.edition_id
JOIN editorial.articles ON articles.id = spans.article_id
WHERE spans.closed_sequence IS NULL
ORDER BY spans.opened_sequence, spans.first_published_at;
CREATE TEMPORARY TABLE original_sources AS TABLE delivery.edition_sources;
CREATE TEMPORARY TABLE original_links AS TABLE delivery.edition_links;
CREATE TEMPORARY TABLE original_placements AS
SELECT placements.* FROM delivery.placements JOIN original USING (article_id, locale)
ORDER BY original.opened_sequence, original.first_published_at, placements.kind, placements.slug;
-- Without the month, which each copy has another one of.
CREATE TEMPORARY TABLE original_search AS
SELECT
    article_id, locale, first_published_at, places, spellings, gist,
    ts_delete(words, '|' || locale || '|' || to_char(first_published_at AT TIME ZONE 'UTC', 'YYYY-MM-BC')) AS words
FROM delivery.search;
CREATE TEMPORARY TABLE original_related AS TABLE delivery.related;
CREATE TEMPORARY TABLE original_acts AS
SELECT
    acts.*, (
        SELECT array_agg(tag) FROM unnest(acts.tags) AS tag WHERE tag NOT LIKE 'article:%'
    ) AS places
FROM operations.acts ORDER BY sequence;
CREATE TEMPORARY TABLE original_events AS TABLE operations.events ORDER BY sequence, ordinal;

-- A version 7 identity begins with the millisecond it was made in.
CREATE FUNCTION pg_temp.made(id uuid) RETURNS bigint LANGUAGE sql IMMUTABLE
RETURN ('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint;

-- How far apart two copies lie: in acts, in the time of acts, in the milliseconds of identities, in the dates shown.
CREATE TEMPORARY TABLE step AS
SELECT
    counter.sequence AS acts,
    (SELECT max(at) - min(at) + interval '1 second' FROM operations.acts) AS acting,
    (
        SELECT 1 + max(pg_temp.made(id)) - min(pg_temp.made(id))
        FROM (SELECT edition_id FROM original UNION ALL SELECT article_id FROM original) AS made (id)
    ) AS making,
    (SELECT max(first_published_at) - min(first_published_at) + interval '10 minutes' FROM original) AS published
FROM operations.counter;

-- A copy was made so many milliseconds earlier: as in life, what is of one time lies together in every index.
CREATE FUNCTION pg_temp.copied(id uuid, earlier bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
RETURN (lpad(to_hex(pg_temp.made(id) - earlier), 12, '0') || substr(replace(id::text, '-', ''), 13))::uuid;
CREATE FUNCTION pg_temp.copied(slug text, copy integer) RETURNS text LANGUAGE sql IMMUTABLE
RETURN slug || '-' || copy;

-- What refers to what is right by the way it is made, and is counted below: checking each row takes longer than all else.
SET LOCAL session_replication_role = replica;

-- An index that is made at the end takes a fraction of the time. Those that constraints need stay.
SET LOCAL maintenance_work_mem = '256MB';
CREATE TEMPORARY TABLE plain_index AS
SELECT index.indexrelid::regclass::text AS name, pg_get_indexdef(index.indexrelid) AS definition
FROM pg_index AS index
JOIN pg_class ON pg_class.oid = index.indexrelid
WHERE pg_class.relnamespace = 'delivery'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE pg_constraint.conindid = index.indexrelid);
DO $$
DECLARE
    plain record;
BEGIN
    FOR plain IN SELECT name FROM pg_temp.plain_index LOOP
        EXECUTE 'DROP INDEX ' || plain.name;
    END LOOP;
END $$;

-- The originals are the newest, so their acts are the last.
UPDATE operations.acts SET sequence = sequence + step.acts * (times - 1) FROM step, multiplying;
UPDATE operations.events SET sequence = sequence + step.acts * (times - 1) FROM step, multiplying;
UPDATE editorial.audit SET sequence = sequence + step.acts * (times - 1) FROM step, multiplying;
UPDATE delivery.spans SET
    opened_sequence = opened_sequence + step.acts * (times - 1),
    closed_sequence = closed_sequence + step.acts * (times - 1)
FROM step, multiplying;
UPDATE operations.counter SET sequence = counter.sequence * times FROM multiplying;
UPDATE delivery.counts SET article_count = article_count * times FROM multiplying;

DO $$
DECLARE
    step record;
    copies integer;
    acted bigint;
    made bigint;
BEGIN
    SELECT * INTO step FROM pg_temp.step;
    SELECT times - 1 INTO copies FROM pg_temp.multiplying;
    FOR copy IN REVERSE copies..1 LOOP
        acted := step.acts * (copies - copy);
        made := step.making * copy;

        INSERT INTO editorial.articles (id, created_at)
        SELECT DISTINCT pg_temp.copied(article_id, made), created_at - copy * step.acting FROM original;

        INSERT INTO delivery.editions (
            id, article_id, locale, revision, number, slug, section, kicker, kicker_name, headline, head, tail,
            first_published_at, rendering_digest, markup_version
        )
        SELECT
            pg_temp.copied(edition_id, made), pg_temp.copied(article_id, made), locale, revision, number,
            pg_temp.copied(slug, copy), section, kicker, kicker_name, headline, head, tail,
            edition_date - copy * step.published, rendering_digest, markup_version
        FROM original;

        INSERT INTO delivery.edition_sources (edition_id, term_id, term_version, part)
        SELECT pg_temp.copied(edition_id, made), term_id, term_version, part FROM original_sources;

        INSERT INTO delivery.edition_links (edition_id, article_id)
        SELECT pg_temp.copied(edition_id, made), pg_temp.copied(article_id, made) FROM original_links;

        INSERT INTO delivery.spans (
            edition_id, article_id, locale, first_published_at, updated_at, opened_sequence, opened_at
        )
        SELECT
            pg_temp.copied(edition_id, made), pg_temp.copied(article_id, made), locale,
            first_published_at - copy * step.published, updated_at - copy * step.published,
            opened_sequence + acted, opened_at - copy * step.acting
        FROM original;

        INSERT INTO delivery.slugs (locale, slug, article_id)
        SELECT locale, pg_temp.copied(slug, copy), pg_temp.copied(article_id, made) FROM original;

        INSERT INTO delivery.placements (
            kind, slug, locale, article_id, name, term_id, part, first_published_at, updated_at
        )
        SELECT
            kind, slug, locale, pg_temp.copied(article_id, made), name, term_id, part,
            first_published_at - copy * step.published, updated_at - copy * step.published
        FROM original_placements;

        INSERT INTO delivery.search (article_id, locale, first_published_at, month, places, spellings, gist, words)
        SELECT
            pg_temp.copied(article_id, made), locale, first_published_at - copy * step.published,
            delivery.month_of(first_published_at - copy * step.published, zone.name), places, spellings, gist,
            words || array_to_tsvector(ARRAY['|' || locale || '|' || to_char(
                delivery.month_of(first_published_at - copy * step.published, zone.name), 'YYYY-MM-BC'
            )])
        FROM original_search CROSS JOIN delivery.time_zone AS zone;

        INSERT INTO delivery.related (article_id, locale, position, other_id)
        SELECT pg_temp.copied(article_id, made), locale, position, pg_temp.copied(other_id, made) FROM original_related;

        INSERT INTO operations.acts (sequence, at, kind, actor, request_id, tags)
        SELECT
            sequence + acted, at - copy * step.acting, kind, actor, request_id,
            places || ARRAY(
                SELECT 'article:' || pg_temp.copied(article_id, made) FROM original WHERE opened_sequence = sequence
            )
        FROM original_acts;

        INSERT INTO operations.events (sequence, ordinal, kind, article_id, locale, slug, term_id)
        SELECT
            sequence + acted, ordinal, kind, pg_temp.copied(article_id, made), locale, pg_temp.copied(slug, copy),
            term_id
        FROM original_events;
    END LOOP;
END $$;

DELETE FROM delivery.months;
INSERT INTO delivery.months (locale, month, article_count)
SELECT locale, month, count(*) FROM delivery.search GROUP BY 1, 2;

DO $$
DECLARE
    plain record;
BEGIN
    FOR plain IN SELECT definition FROM pg_temp.plain_index LOOP
        EXECUTE plain.definition;
    END LOOP;
END $$;

DO $$
BEGIN
    IF EXISTS (
        SELECT FROM delivery.counts
        FULL JOIN (
            SELECT locale, kind, slug, count(*) AS found FROM delivery.placements GROUP BY locale, kind, slug
        ) AS placed USING (locale, kind, slug)
        WHERE placed.found IS DISTINCT FROM counts.article_count
    ) THEN
        RAISE EXCEPTION 'the counts of terms are not what is placed there';
    END IF;
    IF EXISTS (
        SELECT FROM delivery.spans
        LEFT JOIN delivery.editions ON editions.id = spans.edition_id AND editions.article_id = spans.article_id
        LEFT JOIN delivery.slugs ON slugs.article_id = spans.article_id AND slugs.slug = editions.slug
        LEFT JOIN operations.acts ON acts.sequence = spans.opened_sequence AND acts.at = spans.opened_at
        WHERE slugs.slug IS NULL OR acts.sequence IS NULL
    ) THEN
        RAISE EXCEPTION 'a span lacks its edition, its address or its act';
    END IF;
    IF (SELECT count(*) <> max(sequence) FROM operations.acts)
        OR (SELECT sequence FROM operations.counter) <> (SELECT max(sequence) FROM operations.acts)
    THEN
        RAISE EXCEPTION 'an act is missing';
    END IF;
END $$;
