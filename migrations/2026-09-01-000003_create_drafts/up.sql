CREATE TABLE editorial.articles (
    id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT articles_pkey PRIMARY KEY (id)
);

-- An article in one locale. `revision` is the number of its newest revision.
CREATE TABLE editorial.drafts (
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    locale text NOT NULL,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    saved_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT drafts_pkey PRIMARY KEY (id),
    CONSTRAINT drafts_article_locale_key UNIQUE (article_id, locale),
    CONSTRAINT drafts_article_fkey FOREIGN KEY (article_id) REFERENCES editorial.articles (id),
    CONSTRAINT drafts_revision_check CHECK (revision >= 1)
);

-- Every save of a draft, immutable. The terms it names stand in revision_terms.
CREATE TABLE editorial.revisions (
    draft_id uuid NOT NULL,
    number integer NOT NULL,
    slug text,
    kicker text,
    headline text,
    standfirst text,
    body text NOT NULL,
    hero jsonb,
    seo jsonb NOT NULL,
    fields jsonb NOT NULL,
    first_published_at timestamptz,
    saved_by text NOT NULL,
    saved_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT revisions_pkey PRIMARY KEY (draft_id, number),
    CONSTRAINT revisions_draft_fkey FOREIGN KEY (draft_id) REFERENCES editorial.drafts (id)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT revisions_number_check CHECK (number >= 1)
);

ALTER TABLE editorial.drafts
    ADD CONSTRAINT drafts_newest_revision_fkey FOREIGN KEY (id, revision)
        REFERENCES editorial.revisions (draft_id, number) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE editorial.revision_terms (
    draft_id uuid NOT NULL,
    number integer NOT NULL,
    position integer NOT NULL,
    term_id uuid NOT NULL,
    part integer,
    CONSTRAINT revision_terms_pkey PRIMARY KEY (draft_id, number, position),
    CONSTRAINT revision_terms_revision_fkey FOREIGN KEY (draft_id, number)
        REFERENCES editorial.revisions (draft_id, number),
    CONSTRAINT revision_terms_term_fkey FOREIGN KEY (term_id) REFERENCES editorial.terms (id),
    CONSTRAINT revision_terms_part_check CHECK (part >= 1)
);
CREATE INDEX revision_terms_term_idx ON editorial.revision_terms (term_id);

-- What an import made from which input, so that the same input again makes nothing.
CREATE TABLE editorial.imports (
    digest bytea NOT NULL,
    draft_id uuid NOT NULL,
    imported_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT imports_pkey PRIMARY KEY (digest),
    CONSTRAINT imports_draft_fkey FOREIGN KEY (draft_id) REFERENCES editorial.drafts (id)
);
CREATE INDEX imports_draft_idx ON editorial.imports (draft_id);
