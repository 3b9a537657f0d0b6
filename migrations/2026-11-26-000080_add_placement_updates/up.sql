-- When readers last saw an article change, where it is found: lists of a place are read in that order too, and without it
-- all of the place would have to be looked at.
ALTER TABLE delivery.placements ADD COLUMN updated_at timestamptz;
UPDATE delivery.placements SET updated_at = spans.updated_at
FROM delivery.spans
WHERE spans.article_id = placements.article_id AND spans.locale = placements.locale AND spans.closed_sequence IS NULL;
ALTER TABLE delivery.placements ALTER COLUMN updated_at SET NOT NULL;
CREATE INDEX placements_updates_idx ON delivery.placements (locale, kind, slug, updated_at, article_id);

CREATE OR REPLACE VIEW delivery.placed AS
SELECT
    placements.kind, placements.slug, placements.locale, placements.article_id, placements.first_published_at,
    placements.updated_at
FROM delivery.placements;
