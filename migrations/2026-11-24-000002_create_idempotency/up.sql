-- What was done in answer to which request, written by the transaction that did it: the same key again gets the same
-- answer, and has no second effect.
CREATE TABLE operations.idempotency (
    actor text NOT NULL,
    key text NOT NULL,
    fingerprint bytea NOT NULL,
    outcome jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT idempotency_pkey PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_created_idx ON operations.idempotency (created_at);
