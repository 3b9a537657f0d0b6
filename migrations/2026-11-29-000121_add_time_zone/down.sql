DROP VIEW delivery.archived;
ALTER TABLE delivery.months RENAME COLUMN month TO begins_at;
ALTER TABLE delivery.months ALTER COLUMN begins_at TYPE timestamptz USING begins_at::timestamp AT TIME ZONE 'UTC';
CREATE VIEW delivery.archived AS
SELECT months.locale, months.begins_at, months.article_count FROM delivery.months WHERE months.article_count > 0;

DROP VIEW delivery.searched;
CREATE VIEW delivery.searched AS
SELECT
    search.article_id, search.locale, search.first_published_at, search.places, search.gist, search.words,
    search.ctid AS row
FROM delivery.search;
ALTER TABLE delivery.search DROP COLUMN month;

DROP FUNCTION delivery.month_of(timestamptz, text);
DROP FUNCTION delivery.moment_of(timestamp, text);
DROP VIEW delivery.time_zone;
ALTER TABLE operations.counter DROP COLUMN time_zone;
