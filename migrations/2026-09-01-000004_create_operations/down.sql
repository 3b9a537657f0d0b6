DROP TABLE editorial.audit;
DROP TABLE operations.events;
DROP TABLE operations.acts;
DROP TABLE operations.counter;
