DROP TABLE operations.idempotency;
