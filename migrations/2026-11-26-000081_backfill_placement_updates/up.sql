-- By itself, so that readers go on meanwhile, and however long it takes: a large publication has millions.
SET LOCAL statement_timeout = 0;
UPDATE delivery.placements SET updated_at = spans.updated_at
FROM delivery.spans
WHERE spans.article_id = placements.article_id AND spans.locale = placements.locale AND spans.closed_sequence IS NULL;
ALTER TABLE delivery.placements
    ADD CONSTRAINT placements_updated_check CHECK (updated_at IS NOT NULL) NOT VALID;
