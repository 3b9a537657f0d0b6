-- The caches in front of the servers that are told what to forget: up to which act each has confirmed that it did.
CREATE TABLE operations.edges (
    url text NOT NULL,
    purged bigint NOT NULL,
    confirmed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT edges_pkey PRIMARY KEY (url)
);
