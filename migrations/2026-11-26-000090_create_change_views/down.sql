DROP VIEW delivery.changes;
DROP VIEW delivery.history;
