ALTER TABLE delivery.editions DROP CONSTRAINT editions_taken_down_check, DROP COLUMN taken_down_at;
