-- Previews. A preview set is what a preview changes of what readers see: the rows that publishing its drafts would add to
-- the tables of `delivery`, and which live articles they hide. It is computed once, and read together with the live rows.
--
-- `preview`: relations with the names of those in `delivery`, which a preview reads by putting this schema first in its
-- `search_path`. They show the rows of one set, named by the setting `masthead.preview_set`, and without it none.
-- `preview_sets`: the rows of all sets. Unlogged: a set that a crash loses is computed again.
-- `preview_staging`: the tables that publishing writes, for the transaction that computes a set. It moves its rows to
-- `preview_sets` before it commits, so these tables are always empty for everybody else.
CREATE SCHEMA preview;
CREATE SCHEMA preview_sets;
CREATE SCHEMA preview_staging;

CREATE FUNCTION preview.current_set() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('masthead.preview_set', true), '')::uuid;

-- `inputs` is a digest of the revisions that the set shows. `basis` is one of the stored state that it was computed from; it
-- covers the articles and slugs that the set names, so that acts on other articles leave the set valid.
CREATE UNLOGGED TABLE preview_sets.sets (
    id uuid NOT NULL,
    preview_id uuid NOT NULL,
    inputs text NOT NULL,
    basis text NOT NULL,
    article_ids uuid[] NOT NULL,
    locales text[] NOT NULL,
    slugs text[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT sets_pkey PRIMARY KEY (id)
);
CREATE INDEX sets_preview_idx ON preview_sets.sets (preview_id);
CREATE INDEX sets_created_idx ON preview_sets.sets (created_at);

-- A digest of the stored state that a set is computed from: the time zone, the spans of its articles, who holds its slugs, and
-- what is due by a time (or by now, where no timer has activated it yet) with the terms it names.
CREATE FUNCTION preview.basis(of_articles uuid[], of_locales text[], of_slugs text[], until timestamptz) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT md5(concat_ws(' | ',
        (SELECT zone.name FROM delivery.time_zone AS zone),
        (
            SELECT string_agg(concat_ws(' ', last.article_id, last.locale, last.sequence), ' ' ORDER BY last.article_id, last.locale)
            FROM (
                SELECT spans.article_id, spans.locale, max(greatest(spans.opened_sequence, spans.closed_sequence)) AS sequence
                FROM delivery.spans WHERE spans.article_id = ANY (of_articles)
                GROUP BY spans.article_id, spans.locale
            ) AS last
        ),
        (
            SELECT string_agg(concat_ws(' ', wanted.locale, wanted.slug, holder.article_id), ' ' ORDER BY wanted.locale, wanted.slug, holder.article_id)
            FROM unnest(of_locales, of_slugs) AS wanted (locale, slug)
            CROSS JOIN LATERAL (
                SELECT slugs.article_id FROM delivery.slugs
                WHERE slugs.locale = wanted.locale AND slugs.slug = wanted.slug AND EXISTS (
                    SELECT FROM delivery.spans
                    WHERE spans.article_id = slugs.article_id AND spans.locale = slugs.locale
                        AND spans.closed_sequence IS NULL
                )
                UNION ALL
                SELECT schedules.article_id FROM delivery.schedules
                WHERE schedules.locale = wanted.locale AND schedules.slug = wanted.slug
            ) AS holder
        ),
        (
            SELECT string_agg(
                concat_ws(' ', schedules.article_id, schedules.locale, schedules.kind, schedules.edition_id, schedules.due_at,
                    drafts.trashed_at IS NOT NULL, named.terms),
                ' ' ORDER BY schedules.article_id, schedules.locale
            )
            FROM delivery.schedules
            LEFT JOIN editorial.drafts ON drafts.article_id = schedules.article_id AND drafts.locale = schedules.locale
            CROSS JOIN LATERAL (
                SELECT string_agg(concat_ws(' ', terms.id, terms.version, terms.merged_into, successors.version), ' ' ORDER BY terms.id) AS terms
                FROM delivery.edition_sources
                JOIN editorial.terms ON terms.id = edition_sources.term_id
                LEFT JOIN editorial.terms AS successors ON successors.id = terms.merged_into
                WHERE edition_sources.edition_id = schedules.edition_id
            ) AS named
            WHERE schedules.due_at <= greatest(until, now())
        )
    ))
$$;

-- Live articles that a set replaces or withdraws.
CREATE UNLOGGED TABLE preview_sets.masks (
    preview_set uuid NOT NULL DEFAULT preview.current_set(),
    article_id uuid NOT NULL,
    locale text NOT NULL,
    CONSTRAINT masks_pkey PRIMARY KEY (preview_set, article_id, locale),
    CONSTRAINT masks_set_fkey FOREIGN KEY (preview_set) REFERENCES preview_sets.sets (id) ON DELETE CASCADE
);

-- The set comes first, so that a column which is added to all of the tables of one name has the same place in each.
CREATE UNLOGGED TABLE preview_sets.renderings (
    preview_set uuid NOT NULL DEFAULT preview.current_set(),
    LIKE delivery.renderings INCLUDING DEFAULTS INCLUDING COMPRESSION,
    CONSTRAINT renderings_pkey PRIMARY KEY (preview_set, digest, markup_version),
    CONSTRAINT renderings_set_fkey FOREIGN KEY (preview_set) REFERENCES preview_sets.sets (id) ON DELETE CASCADE
);
CREATE UNLOGGED TABLE preview_sets.editions (
    preview_set uuid NOT NULL DEFAULT preview.current_set(),
    LIKE delivery.editions INCLUDING DEFAULTS INCLUDING COMPRESSION,
    CONSTRAINT editions_pkey PRIMARY KEY (preview_set, id),
    CONSTRAINT editions_set_fkey FOREIGN KEY (preview_set) REFERENCES preview_sets.sets (id) ON DELETE CASCADE
);
CREATE UNLOGGED TABLE preview_sets.edition_links (
    preview_set uuid NOT NULL DEFAULT preview.current_set(),
    LIKE delivery.edition_links INCLUDING DEFAULTS,
    CONSTRAINT edition_links_pkey PRIMARY KEY (preview_set, edition_id, article_id),
    CONSTRAINT edition_links_set_fkey FOREIGN KEY (preview_set) REFERENCES preview_sets.sets (id) ON DELETE CASCADE
);
CREATE UNLOGGED TABLE preview_sets.spans (
    preview_set uuid NOT NULL DEFAULT preview.current_set(),
    LIKE delivery.spans INCLUDING DEFAULTS,
    CONSTRAINT spans_pkey PRIMARY KEY (preview_set, article_id, locale),
    CONSTRAINT spans_set_fkey FOREIGN KEY (preview_set) REFERENCES preview_sets.sets (id) ON DELETE CASCADE
);
CREATE UNLOGGED TABLE preview_sets.slugs (
    preview_set uuid NOT NULL DEFAULT preview.current_set(),
    LIKE delivery.slugs INCLUDING DEFAULTS,
    CONSTRAINT slugs_pkey PRIMARY KEY (preview_set, locale, slug),
    CONSTRAINT slugs_set_fkey FOREIGN KEY (preview_set) REFERENCES preview_sets.sets (id) ON DELETE CASCADE
);
CREATE UNLOGGED TABLE preview_sets.terms (
    preview_set uuid NOT NULL DEFAULT preview.current_set(),
    LIKE delivery.terms INCLUDING DEFAULTS,
    CONSTRAINT terms_pkey PRIMARY KEY (preview_set, id),
    CONSTRAINT terms_set_fkey FOREIGN KEY (preview_set) REFERENCES preview_sets.sets (id) ON DELETE CASCADE
);
CREATE UNLOGGED TABLE preview_sets.placements (
    preview_set uuid NOT NULL DEFAULT preview.current_set(),
    LIKE delivery.placements INCLUDING DEFAULTS,
    CONSTRAINT placements_pkey PRIMARY KEY (preview_set, article_id, locale, kind, slug),
    CONSTRAINT placements_set_fkey FOREIGN KEY (preview_set) REFERENCES preview_sets.sets (id) ON DELETE CASCADE
);
CREATE INDEX placements_listing_idx
    ON preview_sets.placements (preview_set, locale, kind, slug, first_published_at, article_id);
-- `row` is beside the places of live rows, which `delivery.searched` shows: a block that no table has.
CREATE SEQUENCE preview_sets.search_row_seq MAXVALUE 2147483646 CYCLE CACHE 100;
CREATE UNLOGGED TABLE preview_sets.search (
    preview_set uuid NOT NULL DEFAULT preview.current_set(),
    "row" tid NOT NULL DEFAULT format('(%s,1)', 2147483648 + nextval('preview_sets.search_row_seq'))::tid,
    LIKE delivery.search INCLUDING DEFAULTS,
    CONSTRAINT search_pkey PRIMARY KEY (preview_set, article_id, locale),
    CONSTRAINT search_set_fkey FOREIGN KEY (preview_set) REFERENCES preview_sets.sets (id) ON DELETE CASCADE
);
CREATE INDEX search_row_idx ON preview_sets.search (preview_set, "row");
CREATE UNLOGGED TABLE preview_sets.spellings (
    preview_set uuid NOT NULL DEFAULT preview.current_set(),
    LIKE delivery.spellings INCLUDING DEFAULTS,
    CONSTRAINT spellings_pkey PRIMARY KEY (preview_set, locale, word),
    CONSTRAINT spellings_set_fkey FOREIGN KEY (preview_set) REFERENCES preview_sets.sets (id) ON DELETE CASCADE
);
CREATE UNLOGGED TABLE preview_sets.related (
    preview_set uuid NOT NULL DEFAULT preview.current_set(),
    LIKE delivery.related INCLUDING DEFAULTS,
    CONSTRAINT related_pkey PRIMARY KEY (preview_set, article_id, locale, position),
    CONSTRAINT related_set_fkey FOREIGN KEY (preview_set) REFERENCES preview_sets.sets (id) ON DELETE CASCADE
);

-- The constraints have the names of those in `delivery`, which the statements of publishing name. The set is part of
-- every key, so that two computations never wait for each other's rows.
CREATE UNLOGGED TABLE preview_staging.renderings (LIKE preview_sets.renderings INCLUDING DEFAULTS INCLUDING INDEXES);
CREATE UNLOGGED TABLE preview_staging.editions (LIKE preview_sets.editions INCLUDING DEFAULTS INCLUDING INDEXES);
CREATE UNLOGGED TABLE preview_staging.edition_links (LIKE preview_sets.edition_links INCLUDING DEFAULTS INCLUDING INDEXES);
CREATE UNLOGGED TABLE preview_staging.slugs (LIKE preview_sets.slugs INCLUDING DEFAULTS INCLUDING INDEXES);
CREATE UNLOGGED TABLE preview_staging.terms (LIKE preview_sets.terms INCLUDING DEFAULTS INCLUDING INDEXES);
CREATE UNLOGGED TABLE preview_staging.placements (LIKE preview_sets.placements INCLUDING DEFAULTS INCLUDING INDEXES);
CREATE UNLOGGED TABLE preview_staging.search (LIKE preview_sets.search INCLUDING DEFAULTS INCLUDING INDEXES);
CREATE UNLOGGED TABLE preview_staging.spellings (LIKE preview_sets.spellings INCLUDING DEFAULTS INCLUDING INDEXES);
CREATE UNLOGGED TABLE preview_staging.related (LIKE preview_sets.related INCLUDING DEFAULTS INCLUDING INDEXES);
-- Here an article has several spans, when it is scheduled and previewed.
CREATE UNLOGGED TABLE preview_staging.spans (
    LIKE preview_sets.spans INCLUDING DEFAULTS,
    CONSTRAINT spans_pkey PRIMARY KEY (preview_set, edition_id, opened_sequence)
);
CREATE UNLOGGED TABLE preview_staging.edition_sources (
    preview_set uuid NOT NULL DEFAULT preview.current_set(),
    LIKE delivery.edition_sources INCLUDING DEFAULTS,
    CONSTRAINT edition_sources_pkey PRIMARY KEY (preview_set, edition_id, term_id)
);
CREATE UNLOGGED TABLE preview_staging.counts (
    preview_set uuid NOT NULL DEFAULT preview.current_set(),
    LIKE delivery.counts INCLUDING DEFAULTS,
    CONSTRAINT counts_pkey PRIMARY KEY (preview_set, locale, kind, slug)
);
CREATE UNLOGGED TABLE preview_staging.months (
    preview_set uuid NOT NULL DEFAULT preview.current_set(),
    LIKE delivery.months INCLUDING DEFAULTS,
    CONSTRAINT months_pkey PRIMARY KEY (preview_set, locale, month)
);

-- The live rows that the set does not mask, and its own rows. The parts of a UNION ALL have no condition of their own:
-- then the planner scans each by its indexes, in order and by the columns of a join. So the conditions are around it, and a
-- column that is constant in the part they do not concern takes part in them: `masked_id` is no article's in the set's own.
-- NOT IN, because it is evaluated once, into a hash table.
CREATE VIEW preview.spans AS
SELECT
    shown.edition_id, shown.article_id, shown.locale, shown.first_published_at, shown.updated_at, shown.opened_sequence
FROM (
    SELECT
        spans.edition_id, spans.article_id, spans.locale, spans.first_published_at, spans.updated_at,
        spans.opened_sequence, spans.closed_sequence, preview.current_set() AS preview_set,
        spans.article_id AS masked_id
    FROM delivery.spans
    UNION ALL
    SELECT
        spans.edition_id, spans.article_id, spans.locale, spans.first_published_at, spans.updated_at,
        spans.opened_sequence, spans.closed_sequence, spans.preview_set,
        '00000000-0000-0000-0000-000000000000'::uuid
    FROM preview_sets.spans
) AS shown
WHERE shown.closed_sequence IS NULL AND shown.preview_set = preview.current_set()
    AND (shown.masked_id, shown.locale) NOT IN (
        SELECT masks.article_id, masks.locale FROM preview_sets.masks WHERE masks.preview_set = preview.current_set()
    );

CREATE VIEW preview.editions AS
SELECT
    stored.id, stored.slug, stored.section, stored.kicker, stored.headline, stored.head, stored.tail,
    stored.rendering_digest, stored.markup_version
FROM (
    SELECT
        editions.id, editions.slug, editions.section, editions.kicker, editions.headline, editions.head, editions.tail,
        editions.rendering_digest, editions.markup_version, preview.current_set() AS preview_set
    FROM delivery.editions
    UNION ALL
    SELECT
        editions.id, editions.slug, editions.section, editions.kicker, editions.headline, editions.head, editions.tail,
        editions.rendering_digest, editions.markup_version, editions.preview_set
    FROM preview_sets.editions
) AS stored
WHERE stored.preview_set = preview.current_set();

-- Each live article with its edition, found for one article after the other: the LIMIT keeps the planner, which has no
-- statistics of a union, from joining the whole of both.
CREATE VIEW preview.shown AS
SELECT
    spans.article_id, spans.locale, spans.first_published_at, spans.updated_at, spans.opened_sequence, edition.id,
    edition.slug, edition.section, edition.kicker, edition.headline, edition.head, edition.tail,
    edition.rendering_digest, edition.markup_version
FROM preview.spans
CROSS JOIN LATERAL (SELECT * FROM preview.editions WHERE editions.id = spans.edition_id LIMIT 1) AS edition;

CREATE VIEW preview.edition_links AS
SELECT stored.edition_id, stored.article_id
FROM (
    SELECT edition_links.edition_id, edition_links.article_id, preview.current_set() AS preview_set
    FROM delivery.edition_links
    UNION ALL
    SELECT edition_links.edition_id, edition_links.article_id, edition_links.preview_set
    FROM preview_sets.edition_links
) AS stored
WHERE stored.preview_set = preview.current_set();

CREATE VIEW preview.placements AS
SELECT
    shown.kind, shown.slug, shown.locale, shown.article_id, shown.name, shown.term_id, shown.part,
    shown.first_published_at, shown.updated_at
FROM (
    SELECT
        placements.kind, placements.slug, placements.locale, placements.article_id, placements.name, placements.term_id,
        placements.part, placements.first_published_at, placements.updated_at,
        preview.current_set() AS preview_set, placements.article_id AS masked_id
    FROM delivery.placements
    UNION ALL
    SELECT
        placements.kind, placements.slug, placements.locale, placements.article_id, placements.name, placements.term_id,
        placements.part, placements.first_published_at, placements.updated_at,
        placements.preview_set, '00000000-0000-0000-0000-000000000000'::uuid
    FROM preview_sets.placements
) AS shown
WHERE shown.preview_set = preview.current_set()
    AND (shown.masked_id, shown.locale) NOT IN (
        SELECT masks.article_id, masks.locale FROM preview_sets.masks WHERE masks.preview_set = preview.current_set()
    );

CREATE VIEW preview.search AS
SELECT
    shown.article_id, shown.locale, shown.first_published_at, shown.places, shown.gist, shown.words, shown."row",
    shown.month
FROM (
    SELECT
        search.article_id, search.locale, search.first_published_at, search.places, search.gist, search.words,
        search.ctid AS "row", search.month, preview.current_set() AS preview_set, search.article_id AS masked_id
    FROM delivery.search
    UNION ALL
    SELECT
        search.article_id, search.locale, search.first_published_at, search.places, search.gist, search.words,
        search."row", search.month, search.preview_set, '00000000-0000-0000-0000-000000000000'::uuid
    FROM preview_sets.search
) AS shown
WHERE shown.preview_set = preview.current_set()
    AND (shown.masked_id, shown.locale) NOT IN (
        SELECT masks.article_id, masks.locale FROM preview_sets.masks WHERE masks.preview_set = preview.current_set()
    );

-- The entries of the set itself, through which they are also written.
CREATE VIEW preview.related AS
SELECT related.article_id, related.locale, related.position, related.other_id
FROM preview_sets.related
WHERE related.preview_set = preview.current_set();

CREATE VIEW preview.slugs AS
SELECT shown.locale, shown.slug, shown.article_id
FROM (
    SELECT slugs.locale, slugs.slug, slugs.article_id, preview.current_set() AS preview_set, slugs.slug AS masked_slug
    FROM delivery.slugs
    UNION ALL
    SELECT slugs.locale, slugs.slug, slugs.article_id, slugs.preview_set, ''
    FROM preview_sets.slugs
) AS shown
WHERE shown.preview_set = preview.current_set()
    AND (shown.locale, shown.masked_slug) NOT IN (
        SELECT slugs.locale, slugs.slug FROM preview_sets.slugs WHERE slugs.preview_set = preview.current_set()
    );

-- The relations that readers have in `delivery`, over the ones above.
CREATE VIEW preview.live AS
SELECT
    shown.article_id,
    shown.locale,
    shown.first_published_at,
    shown.updated_at,
    shown.opened_sequence AS sequence,
    shown.slug,
    shown.section,
    shown.kicker,
    shown.headline,
    shown.head,
    shown.tail,
    coalesce(previewed.html_json, renderings.html_json) AS html_json,
    coalesce(previewed.markdown_json, renderings.markdown_json) AS markdown_json,
    coalesce(previewed.text_json, renderings.text_json) AS text_json,
    (
        SELECT jsonb_agg(
            jsonb_build_object('locale', other.locale, 'slug', other.slug, 'section', other.section)
            ORDER BY other.locale
        )
        FROM preview.shown AS other
        WHERE other.article_id = shown.article_id AND other.locale <> shown.locale
    ) AS alternates,
    (
        SELECT jsonb_build_object(
            'slug', mine.slug,
            'name', mine.name,
            'part', mine.part,
            'count', (
                SELECT count(*) FROM preview.placements AS every
                WHERE every.locale = mine.locale AND every.kind = 'series' AND every.slug = mine.slug
            ),
            'previous', (
                SELECT jsonb_build_object(
                    'article_id', near.article_id, 'slug', near.slug, 'section', near.section, 'head', near.head,
                    'first_published_micros', (extract(epoch FROM delivery.answered_date(near.first_published_at)) * 1000000)::bigint
                )
                FROM (
                    SELECT place.article_id FROM preview.placements AS place
                    WHERE place.kind = 'series' AND place.slug = mine.slug AND place.locale = mine.locale
                        AND (place.part, place.article_id) < (mine.part, mine.article_id)
                    ORDER BY place.part DESC, place.article_id DESC
                    LIMIT 1
                ) AS beside
                JOIN preview.shown AS near ON near.article_id = beside.article_id AND near.locale = mine.locale
            ),
            'next', (
                SELECT jsonb_build_object(
                    'article_id', near.article_id, 'slug', near.slug, 'section', near.section, 'head', near.head,
                    'first_published_micros', (extract(epoch FROM delivery.answered_date(near.first_published_at)) * 1000000)::bigint
                )
                FROM (
                    SELECT place.article_id FROM preview.placements AS place
                    WHERE place.kind = 'series' AND place.slug = mine.slug AND place.locale = mine.locale
                        AND (place.part, place.article_id) > (mine.part, mine.article_id)
                    ORDER BY place.part, place.article_id
                    LIMIT 1
                ) AS beside
                JOIN preview.shown AS near ON near.article_id = beside.article_id AND near.locale = mine.locale
            )
        )
        FROM preview.placements AS mine
        WHERE mine.kind = 'series' AND mine.article_id = shown.article_id AND mine.locale = shown.locale
    ) AS series,
    (
        SELECT jsonb_agg(jsonb_build_object(
            'article_id', target.article_id, 'locale', target.locale,
            'slug', target.slug, 'section', target.section
        ))
        FROM preview.edition_links
        CROSS JOIN LATERAL (
            SELECT there.article_id, there.locale, there.slug, there.section
            FROM preview.shown AS there
            WHERE there.article_id = edition_links.article_id
            ORDER BY there.locale <> shown.locale, there.locale
            LIMIT 1
        ) AS target
        WHERE edition_links.edition_id = shown.id
    ) AS links,
    coalesce(previewed.blocks_json, renderings.blocks_json) AS blocks_json,
    (
        SELECT jsonb_agg(jsonb_build_object(
            'article_id', near.article_id, 'slug', near.slug, 'section', near.section, 'head', near.head,
            'first_published_micros', (extract(epoch FROM delivery.answered_date(near.first_published_at)) * 1000000)::bigint
        ) ORDER BY near.position)
        FROM (
            SELECT place.position, there.article_id, there.slug, there.section, there.head, there.first_published_at
            FROM (
                SELECT related.position, related.other_id FROM delivery.related
                WHERE related.article_id = shown.article_id AND related.locale = shown.locale
                    AND NOT EXISTS (
                        SELECT FROM preview_sets.masks
                        WHERE masks.preview_set = preview.current_set() AND masks.article_id = related.article_id
                            AND masks.locale = related.locale
                    )
                UNION ALL
                SELECT related.position, related.other_id FROM preview.related
                WHERE related.article_id = shown.article_id AND related.locale = shown.locale
            ) AS place
            JOIN preview.shown AS there ON there.article_id = place.other_id AND there.locale = shown.locale
            ORDER BY place.position
            LIMIT 4
        ) AS near
    ) AS related
FROM preview.shown
-- Two left joins with unique keys, which the planner leaves out of lists. Equal digests are equal bodies.
LEFT JOIN delivery.renderings ON renderings.digest = shown.rendering_digest
    AND renderings.markup_version = shown.markup_version
LEFT JOIN preview_sets.renderings AS previewed ON previewed.preview_set = preview.current_set()
    AND previewed.digest = shown.rendering_digest AND previewed.markup_version = shown.markup_version;

-- Of a masked article it stays known that it was public.
CREATE VIEW preview.past AS
SELECT ever.article_id, ever.locale
FROM (
    SELECT spans.article_id, spans.locale, preview.current_set() AS preview_set FROM delivery.spans
    UNION ALL
    SELECT spans.article_id, spans.locale, spans.preview_set FROM preview_sets.spans
) AS ever
WHERE ever.preview_set = preview.current_set();

CREATE VIEW preview.addresses AS
SELECT slugs.locale, slugs.slug, slugs.article_id FROM preview.slugs;

CREATE VIEW preview.placed AS
SELECT
    placements.kind, placements.slug, placements.locale, placements.article_id, placements.first_published_at,
    placements.updated_at
FROM preview.placements;

-- The live counts, without the masked articles and with those of the set.
CREATE VIEW preview.listed AS
SELECT
    counted.locale, counted.kind, counted.slug,
    coalesce(previewed.name, terms.name, counted.name) AS name,
    coalesce(previewed.description, terms.description) AS description,
    coalesce(previewed.url, terms.url) AS url,
    coalesce(previewed.picture, terms.picture) AS picture,
    counted.article_count,
    coalesce(previewed.id, terms.id) AS term_id
FROM (
    SELECT
        part.locale, part.kind, part.slug, coalesce(max(part.new_name), max(part.name)) AS name,
        sum(part.article_count)::bigint AS article_count
    FROM (
        SELECT counts.locale, counts.kind, counts.slug, counts.name, NULL AS new_name, counts.article_count
        FROM delivery.counts
        UNION ALL
        SELECT placements.locale, placements.kind, placements.slug, NULL, NULL, -1
        FROM preview_sets.masks
        JOIN delivery.placements ON placements.article_id = masks.article_id AND placements.locale = masks.locale
        WHERE masks.preview_set = preview.current_set()
        UNION ALL
        SELECT placements.locale, placements.kind, placements.slug, NULL, placements.name, 1
        FROM preview_sets.placements
        WHERE placements.preview_set = preview.current_set()
    ) AS part
    GROUP BY part.locale, part.kind, part.slug
    HAVING sum(part.article_count) > 0
) AS counted
LEFT JOIN delivery.terms ON terms.kind = counted.kind AND terms.slug = counted.slug
LEFT JOIN preview_sets.terms AS previewed ON previewed.preview_set = preview.current_set()
    AND previewed.kind = counted.kind AND previewed.slug = counted.slug
WHERE preview.current_set() IS NOT NULL;

CREATE VIEW preview.searched AS
SELECT
    search.article_id, search.locale, search.first_published_at, search.places, search.gist, search.words, search."row",
    coalesce(
        search.month,
        date_trunc('month', delivery.answered_date(search.first_published_at) AT TIME ZONE 'UTC')::date
    ) AS month
FROM preview.search;

-- A word of the set may be live as well.
CREATE VIEW preview.spelled AS
SELECT known.locale, known.word
FROM (
    SELECT spellings.locale, spellings.word, preview.current_set() AS preview_set FROM delivery.spellings
    UNION ALL
    SELECT spellings.locale, spellings.word, spellings.preview_set FROM preview_sets.spellings
) AS known
WHERE known.preview_set = preview.current_set();

CREATE VIEW preview.archived AS
SELECT part.locale, part.month, sum(part.article_count)::bigint AS article_count
FROM (
    SELECT months.locale, months.month, months.article_count FROM delivery.months
    UNION ALL
    SELECT searched.locale, searched.month, -1
    FROM preview_sets.masks
    JOIN delivery.searched ON searched.article_id = masks.article_id AND searched.locale = masks.locale
    WHERE masks.preview_set = preview.current_set()
    UNION ALL
    SELECT search.locale, search.month, 1 FROM preview_sets.search WHERE search.preview_set = preview.current_set()
) AS part
WHERE preview.current_set() IS NOT NULL
GROUP BY part.locale, part.month
HAVING sum(part.article_count) > 0;

CREATE VIEW preview.redirected AS
SELECT redirects.locale, redirects.path, redirects.article_id, redirects.page
FROM delivery.redirects
WHERE preview.current_set() IS NOT NULL AND (
    redirects.article_id IS NULL OR EXISTS (
        SELECT FROM preview.past WHERE past.article_id = redirects.article_id AND past.locale = redirects.locale
    )
);

-- As in `delivery`, over the words of the preview. The trigrams may be in another schema.
DO $$
DECLARE
    home text := (SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'pg_trgm');
BEGIN
    EXECUTE format(
        'CREATE FUNCTION preview.spelled_like(asked_locale text, asked text) RETURNS SETOF text
        LANGUAGE sql STABLE PARALLEL SAFE SET search_path = preview, delivery, pg_catalog, %1$s
        AS ''SELECT word FROM preview.spelled WHERE locale = asked_locale AND word OPERATOR(%1$s.%%) asked
            GROUP BY word ORDER BY %1$s.similarity(word, asked) DESC, word LIMIT 10''', home
    );
END $$;
