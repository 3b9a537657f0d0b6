-- Sections, tags, authors and series as editors see them. Readers see delivery.terms, which acts write.
CREATE TABLE editorial.terms (
    id uuid NOT NULL,
    kind text NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    description text,
    url text,
    picture jsonb,
    version bigint NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT terms_pkey PRIMARY KEY (id),
    CONSTRAINT terms_kind_slug_key UNIQUE (kind, slug),
    CONSTRAINT terms_kind_check CHECK (kind IN ('section', 'tag', 'author', 'series')),
    CONSTRAINT terms_version_check CHECK (version >= 1)
);
