-- What was taken down keeps its row, for history, and nothing of what readers saw.
ALTER TABLE delivery.editions
    ADD COLUMN taken_down_at timestamptz,
    ADD CONSTRAINT editions_taken_down_check CHECK (
        taken_down_at IS NULL
        OR (head = '' AND tail = '' AND headline = '' AND kicker IS NULL AND kicker_name IS NULL AND markup_version = 0)
    );
