-- People with accounts. Authors in print are terms, and apart from them.
CREATE TABLE editorial.people (
    id uuid NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    password_hash text,
    suspended_at timestamptz,
    version bigint NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT people_pkey PRIMARY KEY (id),
    CONSTRAINT people_email_key UNIQUE (email),
    CONSTRAINT people_email_check CHECK (email = lower(email)),
    CONSTRAINT people_role_check CHECK (role IN ('admin', 'editor', 'author', 'contributor', 'viewer')),
    CONSTRAINT people_version_check CHECK (version >= 1)
);

-- A session is a family of refresh tokens: each is its session and a generation, sealed. Of the family only the newest
-- generation is good, and the one before it for a moment, so that nothing here could be used by whoever reads it.
CREATE TABLE editorial.sessions (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    client text NOT NULL,
    generation integer NOT NULL DEFAULT 1,
    rotated_at timestamptz NOT NULL DEFAULT now(),
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    ended_by text,
    CONSTRAINT sessions_pkey PRIMARY KEY (id),
    CONSTRAINT sessions_person_fkey FOREIGN KEY (person_id) REFERENCES editorial.people (id),
    CONSTRAINT sessions_generation_check CHECK (generation >= 1),
    CONSTRAINT sessions_ended_check CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT sessions_ended_by_check CHECK (
        ended_by IN ('sign_out', 'password', 'role', 'suspension', 'reuse', 'administrator')
    )
);
CREATE INDEX sessions_person_idx ON editorial.sessions (person_id, created_at);

-- One-time tokens that set a password: for whoever is new, and for whoever forgot. Kept as a digest.
CREATE TABLE editorial.password_tokens (
    digest bytea NOT NULL,
    person_id uuid NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT password_tokens_pkey PRIMARY KEY (digest),
    CONSTRAINT password_tokens_person_fkey FOREIGN KEY (person_id) REFERENCES editorial.people (id)
);
CREATE INDEX password_tokens_person_idx ON editorial.password_tokens (person_id);

-- The keys that access tokens are signed with. The private half is sealed with MASTHEAD_SECRET.
CREATE TABLE operations.signing_keys (
    kid text NOT NULL,
    public_key bytea NOT NULL,
    sealed_private_key bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    signs_from timestamptz NOT NULL,
    verifies_until timestamptz,
    CONSTRAINT signing_keys_pkey PRIMARY KEY (kid)
);
