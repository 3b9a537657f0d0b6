ALTER TABLE delivery.placements DROP CONSTRAINT placements_updated_check;
