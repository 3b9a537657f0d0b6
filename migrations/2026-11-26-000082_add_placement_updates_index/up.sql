-- Readers go on while the index is made, acts wait for it. What was checked is not looked through again under a lock that
-- readers would have to wait for.
SET LOCAL statement_timeout = 0;
ALTER TABLE delivery.placements VALIDATE CONSTRAINT placements_updated_check;
CREATE INDEX placements_updates_idx ON delivery.placements (locale, kind, slug, updated_at, article_id);
ALTER TABLE delivery.placements ALTER COLUMN updated_at SET NOT NULL;
ALTER TABLE delivery.placements DROP CONSTRAINT placements_updated_check;
