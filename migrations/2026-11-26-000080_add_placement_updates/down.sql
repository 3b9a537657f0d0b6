DROP VIEW delivery.placed;
CREATE VIEW delivery.placed AS
SELECT placements.kind, placements.slug, placements.locale, placements.article_id, placements.first_published_at
FROM delivery.placements;
ALTER TABLE delivery.placements DROP COLUMN updated_at;
