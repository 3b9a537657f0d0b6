-- Links that show what is not public yet to somebody without an account: drafts, or the site at a future moment.
CREATE TABLE editorial.previews (
    id uuid NOT NULL,
    made_by uuid NOT NULL,
    draft_ids uuid[] NOT NULL,
    at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    CONSTRAINT previews_pkey PRIMARY KEY (id),
    CONSTRAINT previews_made_by_fkey FOREIGN KEY (made_by) REFERENCES editorial.people (id)
);
CREATE INDEX previews_made_by_idx ON editorial.previews (made_by, created_at);
