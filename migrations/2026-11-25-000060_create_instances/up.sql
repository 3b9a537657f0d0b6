-- The servers that give answers, each with the last act that it knows of: who has one from before a later act does not
-- give it any more. A row goes with its server, or is pruned when nothing was heard of it for a day.
CREATE TABLE operations.instances (
    id uuid NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now(),
    applied bigint NOT NULL,
    CONSTRAINT instances_pkey PRIMARY KEY (id)
);
