-- The public forms of a body, each stored as the JSON string that answers carry.
CREATE TABLE delivery.renderings (
    digest bytea NOT NULL,
    markup_version integer NOT NULL,
    html_json text NOT NULL,
    markdown_json text NOT NULL,
    text_json text NOT NULL,
    CONSTRAINT renderings_pkey PRIMARY KEY (digest, markup_version)
);

-- What readers see of a revision. Never changed. Without number: scheduled, and in no view.
CREATE TABLE delivery.editions (
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    locale text NOT NULL,
    revision integer NOT NULL,
    number integer,
    slug text NOT NULL,
    section text NOT NULL,
    kicker text,
    kicker_name text,
    headline text NOT NULL,
    head text NOT NULL,
    tail text NOT NULL,
    first_published_at timestamptz,
    rendering_digest bytea NOT NULL,
    markup_version integer NOT NULL,
    CONSTRAINT editions_pkey PRIMARY KEY (id),
    CONSTRAINT editions_number_key UNIQUE (article_id, locale, number),
    CONSTRAINT editions_article_fkey FOREIGN KEY (article_id) REFERENCES editorial.articles (id),
    CONSTRAINT editions_rendering_fkey FOREIGN KEY (rendering_digest, markup_version)
        REFERENCES delivery.renderings (digest, markup_version),
    CONSTRAINT editions_number_check CHECK (number >= 1)
);
CREATE INDEX editions_rendering_idx ON delivery.editions (rendering_digest, markup_version);

-- The terms that an edition copied, and the version it copied.
CREATE TABLE delivery.edition_sources (
    edition_id uuid NOT NULL,
    term_id uuid NOT NULL,
    term_version bigint NOT NULL,
    part integer,
    CONSTRAINT edition_sources_pkey PRIMARY KEY (edition_id, term_id),
    CONSTRAINT edition_sources_edition_fkey FOREIGN KEY (edition_id) REFERENCES delivery.editions (id),
    CONSTRAINT edition_sources_term_fkey FOREIGN KEY (term_id) REFERENCES editorial.terms (id)
);
CREATE INDEX edition_sources_term_idx ON delivery.edition_sources (term_id);

-- A scheduled edition and its moment. Gone once it is public.
CREATE TABLE delivery.schedules (
    edition_id uuid NOT NULL,
    article_id uuid NOT NULL,
    locale text NOT NULL,
    slug text NOT NULL,
    due_at timestamptz NOT NULL,
    scheduled_by text NOT NULL,
    CONSTRAINT schedules_pkey PRIMARY KEY (edition_id),
    CONSTRAINT schedules_article_locale_key UNIQUE (article_id, locale),
    CONSTRAINT schedules_locale_slug_key UNIQUE (locale, slug),
    CONSTRAINT schedules_edition_fkey FOREIGN KEY (edition_id) REFERENCES delivery.editions (id),
    CONSTRAINT schedules_article_fkey FOREIGN KEY (article_id) REFERENCES editorial.articles (id)
);
CREATE INDEX schedules_due_idx ON delivery.schedules (due_at);

-- When an edition was what readers saw. Open: it is live.
CREATE TABLE delivery.spans (
    edition_id uuid NOT NULL,
    article_id uuid NOT NULL,
    locale text NOT NULL,
    first_published_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    opened_sequence bigint NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_sequence bigint,
    closed_at timestamptz,
    CONSTRAINT spans_pkey PRIMARY KEY (edition_id, opened_sequence),
    CONSTRAINT spans_edition_fkey FOREIGN KEY (edition_id) REFERENCES delivery.editions (id),
    CONSTRAINT spans_article_fkey FOREIGN KEY (article_id) REFERENCES editorial.articles (id),
    CONSTRAINT spans_opened_fkey FOREIGN KEY (opened_sequence) REFERENCES operations.acts (sequence)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT spans_closed_fkey FOREIGN KEY (closed_sequence) REFERENCES operations.acts (sequence)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT spans_closed_check CHECK (
        (closed_sequence IS NULL) = (closed_at IS NULL) AND closed_sequence > opened_sequence
    )
);
CREATE UNIQUE INDEX spans_one_open_idx ON delivery.spans (article_id, locale) WHERE closed_sequence IS NULL;
CREATE INDEX spans_article_idx ON delivery.spans (article_id, locale, opened_sequence);
CREATE INDEX spans_first_published_idx ON delivery.spans (locale, first_published_at, article_id)
    WHERE closed_sequence IS NULL;
CREATE INDEX spans_updated_idx ON delivery.spans (locale, updated_at, article_id) WHERE closed_sequence IS NULL;
CREATE INDEX spans_opened_idx ON delivery.spans (opened_sequence);
CREATE INDEX spans_closed_idx ON delivery.spans (closed_sequence);

-- Every name that an article has had in public. The newest is where it lives, the others redirect there.
CREATE TABLE delivery.slugs (
    locale text NOT NULL,
    slug text NOT NULL,
    article_id uuid NOT NULL,
    CONSTRAINT slugs_pkey PRIMARY KEY (locale, slug),
    CONSTRAINT slugs_article_fkey FOREIGN KEY (article_id) REFERENCES editorial.articles (id)
);
CREATE INDEX slugs_article_idx ON delivery.slugs (article_id, locale);

-- Sections, tags, authors and series as readers see them.
CREATE TABLE delivery.terms (
    id uuid NOT NULL,
    kind text NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    description text,
    url text,
    picture jsonb,
    version bigint NOT NULL,
    CONSTRAINT terms_pkey PRIMARY KEY (id),
    CONSTRAINT terms_kind_slug_key UNIQUE (kind, slug),
    CONSTRAINT terms_source_fkey FOREIGN KEY (id) REFERENCES editorial.terms (id)
);

-- Where live articles are found: one row for each term of each, and one for its kicker.
CREATE TABLE delivery.placements (
    kind text NOT NULL,
    slug text NOT NULL,
    locale text NOT NULL,
    article_id uuid NOT NULL,
    name text NOT NULL,
    term_id uuid,
    part integer,
    first_published_at timestamptz NOT NULL,
    CONSTRAINT placements_pkey PRIMARY KEY (article_id, locale, kind, slug),
    CONSTRAINT placements_article_fkey FOREIGN KEY (article_id) REFERENCES editorial.articles (id),
    CONSTRAINT placements_term_fkey FOREIGN KEY (term_id) REFERENCES delivery.terms (id),
    CONSTRAINT placements_kind_check CHECK (kind IN ('section', 'tag', 'author', 'series', 'kicker')),
    CONSTRAINT placements_term_check CHECK ((kind = 'kicker') = (term_id IS NULL))
);
CREATE INDEX placements_listing_idx ON delivery.placements (locale, kind, slug, first_published_at, article_id);
CREATE INDEX placements_term_idx ON delivery.placements (term_id);

-- How many articles are live under each term and kicker, kept by the acts so that no read has to count.
CREATE TABLE delivery.counts (
    locale text NOT NULL,
    kind text NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    article_count bigint NOT NULL,
    CONSTRAINT counts_pkey PRIMARY KEY (locale, kind, slug),
    CONSTRAINT counts_article_count_check CHECK (article_count >= 0)
);
