ALTER TABLE delivery.placements ADD CONSTRAINT placements_updated_check CHECK (updated_at IS NOT NULL);
ALTER TABLE delivery.placements ALTER COLUMN updated_at DROP NOT NULL;
DROP INDEX delivery.placements_updates_idx;
