-- One row. Every act locks it, so that sequence order is commit order and no number is missing.
CREATE TABLE operations.counter (
    id boolean NOT NULL DEFAULT true,
    epoch uuid NOT NULL DEFAULT gen_random_uuid(),
    sequence bigint NOT NULL DEFAULT 0,
    last_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT counter_pkey PRIMARY KEY (id),
    CONSTRAINT counter_single_check CHECK (id)
);
INSERT INTO operations.counter DEFAULT VALUES;

-- What changed the public side. `tags` name the answers that an act made stale.
CREATE TABLE operations.acts (
    sequence bigint NOT NULL,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    actor text NOT NULL,
    request_id text NOT NULL,
    tags text[] NOT NULL,
    CONSTRAINT acts_pkey PRIMARY KEY (sequence),
    CONSTRAINT acts_sequence_check CHECK (sequence >= 1)
);

-- The outbox: what each act did, in order, for those who follow.
CREATE TABLE operations.events (
    sequence bigint NOT NULL,
    ordinal integer NOT NULL,
    kind text NOT NULL,
    article_id uuid NOT NULL,
    locale text NOT NULL,
    slug text NOT NULL,
    CONSTRAINT events_pkey PRIMARY KEY (sequence, ordinal),
    CONSTRAINT events_act_fkey FOREIGN KEY (sequence) REFERENCES operations.acts (sequence),
    CONSTRAINT events_kind_check CHECK (kind IN ('published', 'changed', 'withdrawn'))
);

-- Append-only. One row for each act.
CREATE TABLE editorial.audit (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor text NOT NULL,
    action text NOT NULL,
    request_id text NOT NULL,
    sequence bigint,
    detail jsonb NOT NULL,
    CONSTRAINT audit_pkey PRIMARY KEY (id),
    CONSTRAINT audit_act_fkey FOREIGN KEY (sequence) REFERENCES operations.acts (sequence)
);
CREATE INDEX audit_sequence_idx ON editorial.audit (sequence);
