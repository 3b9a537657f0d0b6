-- What is done beside the answers, at least once each. A worker that does a job holds it for the length of a lease; what
-- it writes about the job counts only while `leased_by` and `attempt` are still its own.
CREATE TABLE operations.jobs (
    id uuid NOT NULL,
    kind text NOT NULL,
    -- Names the work, where doing it once does for all who asked before it began.
    key text,
    payload jsonb NOT NULL,
    -- The smaller, the sooner.
    priority smallint NOT NULL,
    state text NOT NULL DEFAULT 'ready',
    run_at timestamptz NOT NULL DEFAULT now(),
    -- How often it was begun; how often it failed; how often whoever did it was not heard of again.
    attempt integer NOT NULL DEFAULT 0,
    failures integer NOT NULL DEFAULT 0,
    crashes integer NOT NULL DEFAULT 0,
    -- Asked for again while it ran: it runs once more.
    again boolean NOT NULL DEFAULT false,
    leased_by text,
    lease_until timestamptz,
    last_error text,
    progress_done integer,
    progress_total integer,
    created_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    CONSTRAINT jobs_pkey PRIMARY KEY (id),
    CONSTRAINT jobs_state_check CHECK (state IN ('ready', 'running', 'done', 'parked', 'cancelled')),
    CONSTRAINT jobs_attempt_check CHECK (attempt >= 0 AND failures >= 0 AND crashes >= 0),
    CONSTRAINT jobs_again_check CHECK (state = 'running' OR NOT again),
    CONSTRAINT jobs_lease_check CHECK (
        (state = 'running') = (leased_by IS NOT NULL) AND (leased_by IS NULL) = (lease_until IS NULL)
    ),
    CONSTRAINT jobs_finished_check CHECK ((state IN ('done', 'cancelled')) = (finished_at IS NOT NULL)),
    CONSTRAINT jobs_progress_check CHECK (
        (progress_done IS NULL) = (progress_total IS NULL) AND progress_done BETWEEN 0 AND progress_total
    )
) WITH (
    -- Rows come, change and go quickly: dead ones are cleaned up early, and without pauses.
    autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0
);
CREATE INDEX jobs_ready_idx ON operations.jobs (priority, run_at, id) WHERE state = 'ready';
CREATE INDEX jobs_leased_idx ON operations.jobs (lease_until) WHERE state = 'running';
CREATE INDEX jobs_finished_idx ON operations.jobs (finished_at) WHERE finished_at IS NOT NULL;
CREATE UNIQUE INDEX jobs_key_idx ON operations.jobs (kind, key) WHERE state IN ('ready', 'running');

-- Which moments of what happens periodically have had their job. Whoever writes the row enqueues it: nobody leads.
CREATE TABLE operations.job_slots (
    name text NOT NULL,
    slot timestamptz NOT NULL,
    CONSTRAINT job_slots_pkey PRIMARY KEY (name, slot)
);
CREATE INDEX job_slots_slot_idx ON operations.job_slots (slot);
