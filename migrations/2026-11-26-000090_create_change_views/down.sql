DROP VIEW delivery.changes;
DROP INDEX operations.events_taken_down_idx;
DROP VIEW delivery.history;
